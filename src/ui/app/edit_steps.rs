//! Steps of editing: each is one command with a name for undo.

use egui::Context;

use super::App;
use crate::edit::{self, Arrange, Change, Command, Field, Joining, Target};
use crate::model::{End, KindId, Nation, NationId, PartialDate, Point, TieId, ValidationError};
use crate::scene::figure::View;
use crate::tasks::{FreePlaces, free_offset, free_place, free_place_near};
use crate::ui::actions::arrange::arrange_step;
use crate::ui::canvas::InView;
use crate::ui::state::{Dialog, name_of_joining};

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

    /// Goes to the map as it was after so many of the steps.
    pub(super) fn go_to_step(&mut self, position: usize) {
        self.state.history.go_to(position);
        self.state.forget_missing();
        self.canvas.bring_into_view(InView::Some);
    }

    /// Adds a nation in the middle of the view, or beside what lies there.
    pub(super) fn add_nation_in_view(&mut self) {
        self.add_nation(free_place(self.state.map(), self.canvas.center_in_world()));
    }

    /// Selects a nation, tie or note and opens the field in which its name, label or text is edited.
    pub(super) fn rename_in_place(&mut self, target: Target) {
        self.select([target].into());
        self.canvas.rename(&self.state, target);
    }

    /// Opens the field for a text note at the pointer, or in the middle of the view; the note then stands there or
    /// beside what lies there.
    pub(super) fn write_note(&mut self, ctx: &Context) {
        let middle = || free_place(self.state.map(), self.canvas.center_in_world());
        let at = self.canvas.under_pointer(ctx).unwrap_or_else(middle);
        self.canvas.write_note(at, false);
    }

    /// Opens the dialog in which many nations join the selected organisation.
    pub(super) fn ask_for_members(&mut self) {
        let organisation = self.state.only_selected().and_then(|target| target.nation());
        self.state.dialog = organisation.map(Dialog::AddMembers);
    }

    /// Adds a nation at the nearest place where it lies on nothing.
    pub(super) fn add_nation_near(&mut self, at: Point) {
        self.add_nation(free_place_near(self.state.map(), at));
    }

    /// Adds a nation and lets it be named in place: both are one step.
    pub(super) fn add_nation(&mut self, at: Point) {
        let nation =
            Nation { name: "New nation".to_owned(), position: Some(at), ..Nation::default() };
        let (id, command) = edit::add_nation(self.state.map(), nation);
        // Selecting ends the step of a field, so it comes first.
        self.select([Target::Nation(id)].into());
        self.edit_in_field("Add nation".to_owned(), new_record(End::Nation(id)), command);
        self.canvas.name_new(&self.state, id);
    }

    pub(super) fn name_new_nation(&mut self, id: NationId, nation: Nation) {
        let name = format!("Add {}", nation.name);
        let command = edit::name_new(self.state.map(), id, nation);
        let field = new_record(End::Nation(id));
        let result = self.state.history.perform_last_in_field(&name, field, command);
        self.finish_edit(result);
    }

    /// Draws a tie of the kind last used; while it is new, another kind can be chosen beside it.
    pub(super) fn add_tie(&mut self, from: NationId, to: End) {
        let kind = self.state.kind_for_new_tie(to);
        let (id, command) = edit::add_tie(self.state.map(), from, to, kind);
        self.select([Target::Tie(id)].into());
        self.edit_in_field("Draw tie".to_owned(), new_record(End::Tie(id)), command);
        if self.state.view == View::Map {
            self.canvas.offer_kinds(id);
        }
    }

    pub(super) fn change_new_tie(&mut self, id: TieId, kind: KindId) {
        let Some(tie) = self.state.map().ties().get(id) else { return };
        let to = tie.to;
        let tie = edit::with_kind(self.state.map(), tie, kind);
        let command = Command::Tie(id, Change::Replace(Box::new(tie)));
        self.edit_in_field("Draw tie".to_owned(), new_record(End::Tie(id)), command);
        self.state.remember_kind(to, kind);
    }

    /// Lets nations join an organisation; those that are new to the map lie around it, on nothing.
    pub(super) fn add_members(
        &mut self,
        organisation: NationId,
        joining: &[Joining],
        since: Option<PartialDate>,
    ) {
        let map = self.state.map();
        let at = map.nations().get(organisation).and_then(|nation| nation.position);
        let at = at.unwrap_or_else(|| self.canvas.center_in_world());
        let mut free = FreePlaces::of(map);
        let place = || free.take_near(at);
        let command = edit::add_members(map, organisation, joining, since, place);
        let name = name_of_joining(map, joining, organisation);
        self.edit(&name, command);
    }

    /// Puts a copy of what is selected beside it, where it lands on nothing.
    pub(super) fn duplicate(&mut self) {
        let map = self.state.map();
        let copied = edit::copy(map, &self.state.selection);
        let offset = free_offset(map, &copied, Point::new(48.0, 48.0));
        let (made, command) = edit::duplicate(map, &self.state.selection, offset);
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

    pub(super) fn reset_places(&mut self) {
        if let Some(command) = self.state.reset_places() {
            self.edit("Reset places set by hand", command);
        }
    }

    /// Arranges the selected nations and notes.
    pub(super) fn arrange(&mut self, how: Arrange) {
        match arrange_step(&self.state, how) {
            Some((name, command)) => self.edit(&name, command),
            None => {
                self.toasts.info("Nothing moved: the ones selected lie in that order already");
            }
        }
    }
}

/// The field of a record that has just been added: what is said of it at once is one step with adding it.
fn new_record(end: End) -> Field {
    match end {
        End::Nation(id) => Field(format!("new nation/{}", id.0)),
        End::Tie(id) => Field(format!("new tie/{}", id.0)),
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
