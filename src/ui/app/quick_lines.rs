//! Lines written in quick entry: what they would add, and adding it as one step.

use std::collections::BTreeSet;

use super::App;
use super::layout_run::SEED;
use crate::edit::{self, Command, Placement, Target};
use crate::formats::{LinesRead, read_lines};
use crate::layout::Flow;
use crate::model::{End, KindId, Map};
use crate::tasks::{LayoutRequest, lay_out};
use crate::ui::quick_entry::Understood;

/// The largest map on which new nations are shown before they are added; on a larger one placing them
/// takes longer than a key press should.
const MOST_PREVIEWED_NATIONS: usize = 1_000;
/// The longest name of a step, in characters.
const MOST_NAME_CHARS: usize = 48;

impl App {
    /// Reads what has been written, where it or the map has changed, and shows what it would add.
    pub(super) fn update_quick_entry(&mut self) {
        let revision = self.state.history.revision();
        if !self.quick_entry.is_stale(revision) {
            return;
        }
        let read = self.quick_entry.text().map(|text| {
            let map = self.state.map();
            let read = read_lines(map, text, self.state.usual_kinds());
            understand(map, read, MOST_PREVIEWED_NATIONS)
        });
        let (understood, preview) = read.unzip();
        match preview.flatten() {
            Some((map, added)) => self.state.show_preview(Some((&map, &added))),
            None => self.state.show_preview(None),
        }
        self.quick_entry.set_understood(revision, understood);
    }

    /// Adds what the lines say, as one step. Lines that can't be read stay in the field.
    pub(super) fn add_lines(&mut self) {
        let Some(text) = self.quick_entry.text().map(ToOwned::to_owned) else { return };
        let map = self.state.map();
        let was_empty = map.nations().is_empty();
        let read = read_lines(map, &text, self.state.usual_kinds());
        let (understood, _) = understand(map, read, usize::MAX);
        let Some((added, command)) = understood.command else { return };
        self.state.show_preview(None);
        self.edit(&step_name(&understood.lines), command);
        if let Some(kind) = last_kind(self.state.map(), &added) {
            self.state.new_tie_kind = kind;
        }
        self.state.selection.clear();
        self.quick_entry.take_entered(&understood.lines);
        if was_empty || added.iter().any(|target| target.nation().is_some()) {
            self.fit_with_step(self.canvas.view());
        }
    }
}

/// The kind of the last tie between nations, which new ties then have.
fn last_kind(map: &Map, added: &BTreeSet<Target>) -> Option<KindId> {
    let ties = added.iter().rev().filter_map(|target| map.ties().get(target.tie()?));
    ties.into_iter().find(|tie| matches!(tie.to, End::Nation(_))).map(|tie| tie.kind)
}

type Preview = (Map, BTreeSet<Target>);

/// Places what the lines add, and makes the map as it would be, unless it is too large for that.
fn understand(map: &Map, read: LinesRead, most: usize) -> (Understood, Option<Preview>) {
    let LinesRead { lines, command } = read;
    let Some((added, command)) = command else {
        return (Understood { lines, command: None }, None);
    };
    let mut after = map.clone();
    if edit::apply(&mut after, command.clone()).is_err() || after.nations().len() > most {
        return (Understood { lines, command: Some((added, command)) }, None);
    }
    let places = lay_out(&after, &LayoutRequest::Missing, SEED, &mut |_| Flow::Continue);
    let unplaced = |id| after.nations().get(id).is_some_and(|nation| nation.position.is_none());
    let placements: Vec<_> = places
        .unwrap_or_default()
        .into_iter()
        .filter(|(id, _)| unplaced(*id))
        .map(|(id, at)| (id, Placement { position: Some(at), pinned: false }))
        .collect();
    let placing = Command::Placements(placements);
    let preview = edit::apply(&mut after, placing.clone()).ok().map(|_| (after, added.clone()));
    let command = Command::Batch(vec![command, placing]);
    (Understood { lines, command: Some((added, command)) }, preview)
}

/// What the step is called: by what the first line adds.
fn step_name(lines: &[crate::formats::LineRead]) -> String {
    let mut entered = lines.iter().filter(|line| !line.adds.is_empty());
    let first = entered.next().and_then(|line| line.adds.first());
    let more = entered.count();
    let first = first.map(|text| shortened(text)).unwrap_or_default();
    match more {
        0 => format!("Add {first}"),
        1 => format!("Add {first}, and another line"),
        more => format!("Add {first}, and {more} more lines"),
    }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= MOST_NAME_CHARS {
        return text.to_owned();
    }
    let start: String = text.chars().take(MOST_NAME_CHARS - 1).collect();
    format!("{}…", start.trim_end())
}
