//! Steps of editing: each is one command with a name for undo.

use super::App;
use crate::edit::{self, Arrange, Command, Field, Target};
use crate::model::{End, KindId, Nation, NationId, Point, ValidationError};
use crate::ui::actions::arrange::arrange_step;

impl App {
    /// Performs a step; a fault becomes a message.
    pub(super) fn edit(&mut self, name: &str, command: Command) {
        let result = self.state.history.perform(name, command);
        self.finish_edit(result);
    }

    /// Performs a change while typing in a field: consecutive changes are one step.
    pub(super) fn edit_in_field(&mut self, name: String, field: Field, command: Command) {
        let result = self.state.history.perform_in_field(name, field, command);
        self.finish_edit(result);
    }

    fn finish_edit(&mut self, result: Result<(), ValidationError>) {
        match result {
            Ok(()) => self.state.forget_missing(),
            Err(fault) => self.toasts.warn(format!("That can't be: {fault}.")),
        }
    }

    pub(super) fn undo(&mut self) {
        if let Some(name) = self.undo_with_view() {
            self.state.forget_missing();
            self.toasts.info(format!("Undid: {}", lower_first(&name)));
        }
    }

    pub(super) fn redo(&mut self) {
        if let Some(name) = self.redo_with_view() {
            self.state.forget_missing();
            self.toasts.info(format!("Did again: {}", lower_first(&name)));
        }
    }

    pub(super) fn add_nation(&mut self, at: Point) {
        let nation =
            Nation { name: "New nation".to_owned(), position: Some(at), ..Nation::default() };
        let (id, command) = edit::add_nation(self.state.map(), nation);
        self.edit("Add nation", command);
        let target = Target::Nation(id);
        self.select([target].into());
        self.canvas.rename(&self.state, target);
    }

    pub(super) fn add_tie(&mut self, from: NationId, to: End) {
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

    pub(super) fn duplicate(&mut self) {
        let offset = Point::new(48.0, 48.0);
        let (made, command) = edit::duplicate(self.state.map(), &self.state.selection, offset);
        let name = format!("Duplicate {}", self.state.selection_in_words());
        self.edit(&name, command);
        self.select(made);
    }

    pub(super) fn delete(&mut self) {
        let command = edit::delete(self.state.map(), &self.state.selection);
        let name = format!("Delete {}", self.state.selection_in_words());
        self.edit(&name, command);
    }

    pub(super) fn toggle_pin(&mut self) {
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

    pub(super) fn unpin_all(&mut self) {
        let map = self.state.map();
        let pinned = map.nations().iter().filter(|(_, nation)| nation.pinned);
        let pinned = pinned.filter_map(|(id, nation)| Some((id, nation.position?)));
        let command = edit::move_nations(map, pinned, Some(false));
        self.edit("Unpin all nations", command);
    }

    /// Arranges the selected nations.
    pub(super) fn arrange(&mut self, how: Arrange) {
        match arrange_step(&self.state, how) {
            Some((name, command)) => self.edit(&name, command),
            None => {
                self.toasts.info("Nothing moved: the selected nations lie in that order already");
            }
        }
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
