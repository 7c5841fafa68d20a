//! What the window shows: the open document and how it is looked at. Panels read it and return
//! [`Intent`](super::Intent)s; the app alone writes it.

pub mod graph_cache;
pub mod sample;
pub mod visible_part;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::rc::Rc;

use super::settings::Settings;
use crate::analysis::{MapGraph, RecordCounts};
use crate::edit::{History, Target};
use crate::layout::Quality;
use crate::model::{End, KindId, Map, NationId};
use crate::tasks::{FigureRequest, LayoutSettings};
use graph_cache::GraphCache;
use visible_part::VisiblePart;

/// The open document and how it is looked at.
#[derive(Debug)]
pub struct State {
    /// The map with its steps.
    pub history: History,
    /// The file of the map, once it has one.
    pub path: Option<PathBuf>,
    /// When the map was last saved, as the clock shows it (`10:42`).
    pub saved_at: Option<String>,
    /// What is selected.
    pub selection: BTreeSet<Target>,
    /// What of the map is shown.
    pub visible: VisiblePart,
    /// The graph of the map.
    pub graph_cache: GraphCache,
    /// What a filter can choose among, with the revision that was counted.
    pub counts: Option<(u64, RecordCounts)>,
    /// The tab of the side panel.
    pub tab: Tab,
    /// What the pointer does on the canvas.
    pub tool: Tool,
    /// The kind of ties drawn from now on.
    pub new_tie_kind: KindId,
    /// What a person has chosen to keep from one start to the next.
    pub settings: Settings,
    /// What the layout is doing.
    pub layout: LayoutState,
    /// How the map is laid out the next time.
    pub layout_settings: LayoutSettings,
    /// How good the layout is, with the revision that was measured.
    pub quality: Option<(u64, Quality)>,
    /// The open dialog.
    pub dialog: Option<Dialog>,
    /// What the last file or paste could not give, one sentence each.
    pub problems: Vec<String>,
}

impl State {
    /// A document that has just been opened or begun.
    pub fn new(history: History, path: Option<PathBuf>, settings: Settings) -> Self {
        let new_tie_kind = history.map().kinds().id_at(0).unwrap_or(KindId(0));
        Self {
            history,
            path,
            saved_at: None,
            selection: BTreeSet::new(),
            visible: VisiblePart::default(),
            graph_cache: GraphCache::default(),
            counts: None,
            tab: Tab::default(),
            tool: Tool::default(),
            new_tie_kind,
            settings,
            layout: LayoutState::default(),
            layout_settings: LayoutSettings::default(),
            quality: None,
            dialog: None,
            problems: Vec::new(),
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

    /// What the title bar calls the document: the map's title, else its file's name.
    pub fn document_name(&self) -> String {
        let title = self.map().heading().title.trim();
        if !title.is_empty() {
            return title.to_owned();
        }
        let name = self.path.as_ref().and_then(|p| p.file_name());
        name.map_or_else(|| "Untitled map".to_owned(), |n| n.to_string_lossy().into_owned())
    }

    /// The nations that are selected.
    pub fn selected_nations(&self) -> impl Iterator<Item = NationId> {
        self.selection.iter().filter_map(|target| target.nation())
    }

    /// What is selected, in words: `Japan`, or `3 nations and 2 ties`.
    pub fn selection_in_words(&self) -> String {
        self.in_words(&self.selection)
    }

    /// Nations and ties in words: `Japan`, or `3 nations and 2 ties`.
    pub fn in_words(&self, targets: &BTreeSet<Target>) -> String {
        match targets.first() {
            Some(Target::Nation(id)) if targets.len() == 1 => {
                return self.map().end_name(End::Nation(*id));
            }
            Some(Target::Tie(id)) if targets.len() == 1 => return self.map().tie_name(*id),
            _ => {}
        }
        let nations = targets.iter().filter(|target| target.nation().is_some()).count();
        in_words(nations, targets.len() - nations)
    }

    /// Drops from the selection and from what is hidden or looked at what isn't in the map any more.
    pub fn forget_missing(&mut self) {
        let map = self.history.map();
        self.selection.retain(|target| match target {
            Target::Nation(id) => map.nations().contains(*id),
            Target::Tie(id) => map.ties().contains(*id),
        });
        self.visible.forget_missing(map);
    }

    /// Leaves the tool at hand, or else clears the selection.
    pub fn cancel(&mut self) {
        if self.tool == Tool::Select {
            self.selection.clear();
        }
        self.tool = Tool::Select;
    }

    /// The one thing selected, if it is just one.
    pub fn only_selected(&self) -> Option<Target> {
        if self.selection.len() == 1 { self.selection.first().copied() } else { None }
    }
}

/// So many nations and ties in words: `3 nations and 1 tie`.
pub(in crate::ui) fn in_words(nations: usize, ties: usize) -> String {
    let count = |n: usize, one: &str, many: &str| match n {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {many}")),
    };
    let parts = [count(nations, "nation", "nations"), count(ties, "tie", "ties")];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" and ")
}

/// A tab of the side panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
    /// What of the map is shown.
    Filter,
}

/// What the pointer does on the canvas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tool {
    /// Selects and moves.
    #[default]
    Select,
    /// Draws a line around what shall be selected.
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
    /// A run is on its way.
    Running {
        /// How far it has come, 0 to 1.
        progress: f32,
    },
}

/// A dialog over the window; one at a time.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// What to do with unsaved work before going on.
    Unsaved(Then),
    /// How to export a figure.
    Export,
    /// A path typed by hand, where the system shows no dialog.
    Path(PathPurpose),
    /// The command palette.
    Palette,
    /// Find a nation or a tie.
    Find,
    /// The shortcuts.
    Shortcuts,
    /// What this app is.
    About,
    /// What a file could not give.
    Problems,
}

/// What waits for the answer about unsaved work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    /// Start a new map.
    New,
    /// Ask which file to open.
    Open,
    /// Open this file.
    OpenPath(PathBuf),
    /// Open this sample.
    OpenSample(&'static str),
    /// Leave the app.
    Quit,
}

/// What a path is wanted for.
#[derive(Clone, Debug, PartialEq)]
pub enum PathPurpose {
    /// A map to open.
    Open,
    /// Where to save the map.
    Save,
    /// Where to export a figure.
    Export(FigureRequest),
}
