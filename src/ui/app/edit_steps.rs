//! Steps of editing as a person asks for them: each is one command with a name for undo.

use std::collections::BTreeSet;

use super::App;
use crate::analysis::selection;
use crate::edit::{self, Target};
use crate::model::{End, KindId, Map, Nation, NationId, Point, ValidationError};
use crate::ui::state::Tab;

impl App {
    /// Performs a step; a fault becomes a message.
    pub(in crate::ui) fn edit(&mut self, name: &str, command: edit::Command) {
        let result = self.state.history.perform(name, command);
        self.edited(result);
    }

    pub(in crate::ui) fn edited(&mut self, result: Result<(), ValidationError>) {
        match result {
            Ok(()) => self.state.forget_missing(),
            Err(fault) => self.toasts.warn(format!("That can't be: {fault}.")),
        }
    }

    pub(in crate::ui) fn undo(&mut self) {
        if let Some(name) = self.state.history.undo() {
            self.state.forget_missing();
            self.toasts.say(format!("Undid: {}", lower_first(&name)));
        }
    }

    pub(in crate::ui) fn redo(&mut self) {
        if let Some(name) = self.state.history.redo() {
            self.state.forget_missing();
            self.toasts.say(format!("Did again: {}", lower_first(&name)));
        }
    }

    pub(in crate::ui) fn select(&mut self, selection: BTreeSet<Target>) {
        self.state.history.end_field();
        if !selection.is_empty() && self.state.tab != Tab::List {
            self.state.tab = Tab::Selection;
        }
        self.state.selection = selection;
    }

    pub(in crate::ui) fn select_all(&mut self) {
        let map = self.state.shown_map();
        let nations = map.nations().ids().map(Target::Nation);
        self.state.selection = nations.chain(map.ties().ids().map(Target::Tie)).collect();
    }

    /// Selects what is found from the selection.
    pub(in crate::ui) fn select_by(
        &mut self,
        find: impl Fn(&Map, &BTreeSet<Target>) -> BTreeSet<Target>,
    ) {
        let found = find(self.state.map(), &self.state.selection);
        self.select(found);
    }

    /// Selects what lies one tie or membership away as well.
    pub(in crate::ui) fn select_neighbours(&mut self) {
        let graph = self.state.graph();
        self.select_by(|map, chosen| selection::add_neighbours(map, &graph, chosen));
    }

    pub(in crate::ui) fn add_nation(&mut self, at: Point) {
        let nation =
            Nation { name: "New nation".to_owned(), position: Some(at), ..Nation::default() };
        let (id, command) = edit::add_nation(self.state.map(), nation);
        self.edit("Add nation", command);
        let target = Target::Nation(id);
        self.select([target].into());
        self.canvas.rename(&self.state, target);
    }

    pub(in crate::ui) fn add_tie(&mut self, from: NationId, to: End) {
        let kind = self.kind_for_new_ties();
        let (id, command) = edit::add_tie(self.state.map(), from, to, kind);
        self.edit("Draw tie", command);
        self.select([Target::Tie(id)].into());
    }

    fn kind_for_new_ties(&self) -> KindId {
        let kinds = self.state.map().kinds();
        let wanted = self.state.new_tie_kind;
        if kinds.contains(wanted) { wanted } else { kinds.id_at(0).unwrap_or(wanted) }
    }

    pub(in crate::ui) fn duplicate(&mut self) {
        let offset = Point::new(48.0, 48.0);
        let (made, command) = edit::duplicate(self.state.map(), &self.state.selection, offset);
        let name = format!("Duplicate {}", self.state.selection_in_words());
        self.edit(&name, command);
        self.select(made);
    }

    pub(in crate::ui) fn delete(&mut self) {
        let command = edit::delete(self.state.map(), &self.state.selection);
        let name = format!("Delete {}", self.state.selection_in_words());
        self.edit(&name, command);
    }

    pub(in crate::ui) fn toggle_pin(&mut self) {
        let map = self.state.map();
        let chosen: Vec<(NationId, Point)> = self
            .state
            .selected_nations()
            .filter_map(|id| Some((id, map.nations().get(id)?.position?)))
            .collect();
        let is_pinned =
            |(id, _): &(NationId, Point)| map.nations().get(*id).is_some_and(|n| n.pinned);
        let pin = !chosen.iter().all(is_pinned);
        let command = edit::move_nations(map, chosen, Some(pin));
        let name =
            format!("{} {}", if pin { "Pin" } else { "Unpin" }, self.state.selection_in_words());
        self.edit(&name, command);
    }

    pub(in crate::ui) fn unpin_all(&mut self) {
        let map = self.state.map();
        let pinned = map.nations().iter().filter(|(_, nation)| nation.pinned);
        let pinned = pinned.filter_map(|(id, nation)| Some((id, nation.position?)));
        let command = edit::move_nations(map, pinned, Some(false));
        self.edit("Unpin all nations", command);
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
