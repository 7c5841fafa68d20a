//! What the window shows: the open document, what of it is selected and shown, and what is open
//! around it.
//!
//! Panels, dialogs and the canvas read the state and return [`Intent`](super::Intent)s; the app alone
//! writes it. The state knows none of them.

mod dialog;
mod graph_cache;
mod map_preview;
mod report;
pub mod sample;
pub mod visible_part;
mod wording;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::settings::Settings;
use crate::analysis::{MapGraph, RecordCounts, count_records};
use crate::edit::{self, Command, History, Target};
use crate::formats::FileVersion;
use crate::layout::Quality;
use crate::model::{End, KindId, Map, NationId, NoteId, SourceId, UsualKinds};
use crate::recovery::Left;
use crate::scene::MatrixSort;
use crate::scene::figure::View;
use crate::tasks::LayoutSettings;
use graph_cache::GraphCache;
use visible_part::VisiblePart;

pub(super) use crate::model::counted;
pub use dialog::{CloseReason, Dialog, Obstacle, PathPurpose};
pub use report::{Report, ReportGroup};
pub(super) use wording::{count_in_words, counts_in_words, name_of_joining};

/// The open document and how the window shows it.
#[derive(Debug)]
pub struct State {
    /// The map with its undo history.
    pub history: History,
    /// The file of the map, once it has one.
    pub path: Option<PathBuf>,
    /// What that file held when it was last read or saved.
    pub on_disk: Option<FileVersion>,
    /// When the map was last saved, as the clock shows it (`10:42`).
    pub saved_at: Option<String>,
    /// What is selected.
    pub selection: BTreeSet<Target>,
    /// What the open dialog speaks of: it stands out on the map.
    pub spoken_of: BTreeSet<Target>,
    /// The part of the map that is shown.
    pub visible: VisiblePart,
    /// The graph of the map.
    graph_cache: GraphCache,
    /// What a filter can choose among, with the revision for which it was counted.
    pub counts: Option<(u64, RecordCounts)>,
    /// The tab of the side panel.
    pub tab: Tab,
    /// Whether the map is shown, or its matrix.
    pub view: View,
    /// What the matrix is sorted by.
    pub matrix_sort: MatrixSort,
    /// What the pointer does on the canvas.
    pub tool: Tool,
    /// The kind of ties drawn from now on.
    pub new_tie_kind: KindId,
    /// The kind of ties drawn onto a tie from now on, once one was drawn or chosen.
    pub new_kind_onto_ties: Option<KindId>,
    /// What is kept from one start to the next.
    pub settings: Settings,
    /// What the layout is doing.
    pub layout: LayoutState,
    /// The settings of the next layout.
    pub layout_settings: LayoutSettings,
    /// How good the layout is, with the revision for which it was measured.
    pub quality: Option<(u64, Quality)>,
    /// The open dialog.
    pub dialog: Option<Dialog>,
    /// What was read last, and what of it wasn't as expected.
    pub report: Report,
    /// Unsaved work that windows left which ended.
    pub left: Vec<Left>,
    /// Why what is done isn't kept safe, where it can't be: a sentence.
    pub unsafe_because: Option<String>,
    /// What is being read, once that takes a while: its name, and how much is done, 0 to 1.
    pub reading: Option<(String, f32)>,
}

impl State {
    /// The state of a document that was just opened or started.
    pub fn new(history: History, path: Option<PathBuf>, settings: Settings) -> Self {
        let new_tie_kind = history.map().kinds().id_at(0).unwrap_or(KindId(0));
        Self {
            history,
            path,
            on_disk: None,
            saved_at: None,
            selection: BTreeSet::new(),
            spoken_of: BTreeSet::new(),
            visible: VisiblePart::default(),
            graph_cache: GraphCache::default(),
            counts: None,
            tab: Tab::default(),
            view: View::default(),
            matrix_sort: MatrixSort::default(),
            tool: Tool::default(),
            new_tie_kind,
            new_kind_onto_ties: None,
            settings,
            layout: LayoutState::default(),
            layout_settings: LayoutSettings::default(),
            quality: None,
            dialog: None,
            report: Report::default(),
            left: Vec::new(),
            unsafe_because: None,
            reading: None,
        }
    }

    /// The map.
    pub const fn map(&self) -> &Map {
        self.history.map()
    }

    /// The graph of the map, made when it is first asked for at a revision.
    pub fn graph(&self) -> Rc<MapGraph> {
        self.graph_cache.get(&self.history)
    }

    /// The kind that a tie drawn now has, as [`UsualKinds::kind_for`] says.
    pub fn kind_for_new_tie(&self, to: End) -> KindId {
        self.usual_kinds().kind_for(self.map(), to).unwrap_or(self.new_tie_kind)
    }

    /// The kinds that were used last.
    pub const fn usual_kinds(&self) -> UsualKinds {
        UsualKinds { to_nation: Some(self.new_tie_kind), to_tie: self.new_kind_onto_ties }
    }

    /// Remembers the kind that was used last for ties to such an end.
    pub const fn remember_kind(&mut self, to: End, kind: KindId) {
        match to {
            End::Nation(_) => self.new_tie_kind = kind,
            End::Tie(_) => self.new_kind_onto_ties = Some(kind),
        }
    }

    /// The nations that are selected.
    pub fn selected_nations(&self) -> impl Iterator<Item = NationId> {
        self.selection.iter().filter_map(|target| target.nation())
    }

    /// The text notes that are selected.
    pub fn selected_notes(&self) -> impl Iterator<Item = NoteId> {
        self.selection.iter().filter_map(|target| target.note())
    }

    /// The change that gives up the places set by hand among what is selected, or on the whole map; `None`
    /// where there are none.
    pub fn reset_places(&self) -> Option<Command> {
        let among = (!self.selection.is_empty()).then_some(&self.selection);
        edit::reset_places(self.map(), among)
    }

    /// Drops from the selection and from the view what isn't in the map any more.
    pub fn forget_missing(&mut self) {
        let map = self.history.map();
        self.selection.retain(|target| map.has(*target));
        self.visible.forget_missing(map);
    }

    /// While the tab *Filter* is open, counts what it offers.
    pub(super) fn update_counts(&mut self) {
        let revision = self.history.revision();
        let is_open = self.settings.panel_open && self.tab == Tab::Filter;
        if is_open && self.counts.as_ref().is_none_or(|(of, _)| *of != revision) {
            self.counts = Some((revision, count_records(self.map())));
        }
    }

    /// Leaves the tool in use; where that is the usual one, clears the selection.
    pub fn cancel(&mut self) {
        if self.tool == Tool::Select {
            self.selection.clear();
        }
        self.tool = Tool::Select;
    }

    /// The selected nation, tie or note, where it is the only one.
    pub fn only_selected(&self) -> Option<Target> {
        if self.selection.len() == 1 { self.selection.first().copied() } else { None }
    }
}

/// A tab of the side panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tab {
    /// What is selected.
    #[default]
    Selection,
    /// The map: title, kinds, sources.
    Map,
    /// Every nation and tie.
    List,
    /// How the map is shown.
    Look,
    /// How the map is laid out, and how good that is.
    Layout,
    /// Which nations and ties are shown.
    Filter,
}

/// A part of the map that isn't on the canvas, and is edited in the tab [`Tab::Map`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapPart {
    /// A kind of tie.
    Kind(KindId),
    /// A source.
    Source(SourceId),
}

/// What the pointer does on the canvas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tool {
    /// Selects and moves.
    #[default]
    Select,
    /// Selects what lies in a line drawn around it.
    Lasso,
    /// Adds nations.
    Nation,
    /// Draws ties.
    Tie,
    /// Pans.
    Pan,
}

/// What the layout is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum LayoutState {
    /// Nothing runs.
    #[default]
    Settled,
    /// A layout is being computed.
    Running {
        /// Its progress, 0 to 1.
        progress: f32,
    },
}
