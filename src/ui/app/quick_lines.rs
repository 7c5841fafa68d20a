//! Lines written in quick entry: what they would add, and adding it as one step.

use std::collections::BTreeSet;

use super::App;
use crate::edit::{self, Command, Target};
use crate::formats::{LinesRead, read_lines};
use crate::model::{End, KindId, Map, NationId, shorten};
use crate::tasks::place_new;
use crate::ui::canvas::InView;
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
        let usual_kinds = self.state.usual_kinds();
        if !self.quick_entry.is_stale(revision, usual_kinds) {
            return;
        }
        let read = self.quick_entry.text().map(|text| {
            let map = self.state.map();
            understand(map, read_lines(map, text, usual_kinds), MOST_PREVIEWED_NATIONS)
        });
        let (understood, preview) = read.unzip();
        match preview.flatten() {
            Some((map, added)) => self.state.show_preview(Some((&map, &added))),
            None => self.state.show_preview(None),
        }
        self.quick_entry.set_understood(revision, usual_kinds, understood);
        self.follow_preview();
    }

    /// Brings what the lines speak of into view. Once nothing is written any more, the view goes back to where
    /// it was, unless the person has moved it since.
    fn follow_preview(&mut self) {
        if self.quick_entry.text().is_none_or(|text| text.trim().is_empty()) {
            if let Some(before) = self.view_before_lines.take()
                && self.canvas.is_fitted()
            {
                self.canvas.return_to(before);
            }
            return;
        }
        let spoken_of = &self.quick_entry.understood().spoken_of;
        if !spoken_of.is_empty() {
            self.view_before_lines.get_or_insert(self.canvas.view());
            self.canvas.bring_into_view(InView::These(spoken_of.clone()));
        }
    }

    /// Adds what the lines say, as one step. Lines that can't be read stay in the field.
    pub(super) fn add_lines(&mut self) {
        self.update_quick_entry();
        let Some(text) = self.quick_entry.text() else { return };
        let map = self.state.map();
        let was_empty = map.nations().is_empty();
        let mut understood = self.quick_entry.understood().clone();
        // On a large map places are found only now.
        if !understood.is_placed {
            let read = read_lines(map, text, self.state.usual_kinds());
            (understood, _) = understand(map, read, usize::MAX);
        }
        let Some((added, command)) = understood.command else { return };
        let view = self.view_before_lines.take().unwrap_or_else(|| self.canvas.view());
        self.state.show_preview(None);
        let revision = self.state.history.revision();
        self.edit(&step_name(&understood.lines), command);
        if self.state.history.revision() == revision {
            // What couldn't be added stays in the field.
            return;
        }
        if let Some(kind) = last_kind(self.state.map(), &added) {
            self.state.new_tie_kind = kind;
        }
        self.state.selection.clear();
        self.quick_entry.take_entered(&understood.lines);
        if was_empty || added.iter().any(|target| target.nation().is_some()) {
            self.fit_with_step(view);
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
    let remarks = read.remarks().cloned().collect();
    let LinesRead { lines, command } = read;
    let understood = Understood { lines, remarks, ..Understood::default() };
    let Some((added, command)) = command else {
        return (Understood { is_placed: true, ..understood }, None);
    };
    let mut after = map.clone();
    if edit::apply(&mut after, command.clone()).is_err() || after.nations().len() > most {
        return (Understood { command: Some((added, command)), ..understood }, None);
    }
    let placing = place_new(&after);
    let preview = edit::apply(&mut after, placing.clone()).ok().map(|_| (after, added.clone()));
    let spoken_of = preview.as_ref().map(|(after, added)| spoken_of(after, added));
    let command = Some((added, Command::Batch(vec![command, placing])));
    let spoken_of = spoken_of.unwrap_or_default();
    (Understood { command, spoken_of, is_placed: true, ..understood }, preview)
}

/// The new nations, and those at the ends of new ties.
fn spoken_of(map: &Map, added: &BTreeSet<Target>) -> BTreeSet<NationId> {
    let mut nations = BTreeSet::new();
    for target in added {
        match target {
            Target::Nation(id) => drop(nations.insert(*id)),
            Target::Note(_) => {}
            Target::Tie(id) => nations.extend(map.ties().get(*id).into_iter().flat_map(|tie| {
                let to = if let End::Nation(to) = tie.to { Some(to) } else { None };
                [Some(tie.from), to].into_iter().flatten()
            })),
        }
    }
    nations
}

/// What the step is called: by what the first line adds.
fn step_name(lines: &[crate::formats::LineRead]) -> String {
    let mut entered = lines.iter().filter(|line| !line.adds.is_empty());
    let first = entered.next().and_then(|line| line.adds.first());
    let more = entered.count();
    let first = first.map(|text| shorten(text, MOST_NAME_CHARS)).unwrap_or_default();
    match more {
        0 => format!("Add {first}"),
        1 => format!("Add {first}, and another line"),
        more => format!("Add {first}, and {more} more lines"),
    }
}
