//! The context menu: what can be done with the mark under the pointer.

use std::collections::BTreeSet;

use egui::{Response, Ui};

use super::hit_test::InputContext;
use super::legend_drag::is_legend_at;
use super::reset_by_hand::{reset_bend, reset_label, reset_legend, reset_name};
use crate::edit::Target;
use crate::model::{Direction, End, NationId, NoteId, Point, Tie, TieId};
use crate::scene::HeadingLine;
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::state::State;
use crate::ui::theme::widgets::{radio, submenu};

/// The context menu, and what it was opened on.
#[derive(Default)]
pub struct ContextMenu {
    opened_at: Option<(MenuOwner, Point)>,
}

/// What a menu is about.
#[derive(Clone, Copy)]
enum MenuOwner {
    Mark(Target),
    Heading,
    Legend,
    Canvas,
}

impl ContextMenu {
    /// Shows the menu while it is open. A mark that isn't selected becomes the selection.
    pub fn show(&mut self, response: &Response, context: &InputContext<'_>, out: &mut Vec<Intent>) {
        let state = context.state;
        if response.secondary_clicked()
            && let Some(pointer) = response.interact_pointer_pos()
        {
            let is_heading = context.heading_line_at(pointer).is_some();
            let target = context.target_at(pointer).filter(|_| !is_heading);
            let is_selected = |target: &Target| state.selection.contains(target);
            if let Some(target) = target.filter(|target| !is_selected(target)) {
                out.push(Intent::Select(BTreeSet::from([target])));
            }
            let owner = match target {
                Some(target) => MenuOwner::Mark(target),
                None if is_heading => MenuOwner::Heading,
                None if is_legend_at(context, pointer) => MenuOwner::Legend,
                None => MenuOwner::Canvas,
            };
            self.opened_at = Some((owner, context.viewport.world_from_screen(pointer)));
        }
        if let Some((owner, at)) = self.opened_at {
            response.context_menu(|ui| entries(ui, state, owner, at, out));
        }
    }
}

/// The entries for what a menu is about; `at` is the point of the world where the menu was opened.
fn entries(ui: &mut Ui, state: &State, owner: MenuOwner, at: Point, out: &mut Vec<Intent>) {
    ui.set_min_width(200.0);
    match owner {
        MenuOwner::Mark(target) => target_menu(ui, state, target, out),
        MenuOwner::Heading => {
            for line in HeadingLine::ALL {
                if ui.button(format!("Edit {}", line.name().to_lowercase())).clicked() {
                    out.push(Intent::EditHeading(line));
                }
            }
        }
        MenuOwner::Legend => {
            let intent = reset_legend(state.map());
            ui.add_enabled_ui(intent.is_some(), |ui| {
                if ui.button("Reset legend position").clicked() {
                    out.extend(intent);
                }
            });
            ui.separator();
            actions(ui, &[Action::ShowLook], out);
        }
        MenuOwner::Canvas => {
            if ui.button("Add nation here").clicked() {
                out.push(Intent::AddNationAt(at));
            }
            if ui.button("Add note here").clicked() {
                out.push(Intent::WriteNoteAt(at));
            }
            if ui.button("Paste here").clicked() {
                out.push(Intent::PasteAt(at));
            }
            ui.separator();
            actions(ui, &[Action::RunLayout, Action::Fit, Action::SelectAll], out);
            ui.separator();
            actions(ui, &[Action::Export, Action::CopyPicture], out);
        }
    }
}

/// The entries for a nation, tie or note, or for all that is selected with it.
pub fn target_menu(ui: &mut Ui, state: &State, target: Target, out: &mut Vec<Intent>) {
    if state.selection.len() > 1 && state.selection.contains(&target) {
        several_menu(ui, state, out);
        return;
    }
    match target {
        Target::Nation(id) => nation_menu(ui, state, id, out),
        Target::Tie(id) => tie_menu(ui, state, id, out),
        Target::Note(id) => note_menu(ui, state, id, out),
    }
}

fn nation_menu(ui: &mut Ui, state: &State, id: NationId, out: &mut Vec<Intent>) {
    title(ui, &state.map().end_name(End::Nation(id)));
    actions(ui, &[Action::Rename, Action::DrawTie, Action::TogglePin], out);
    reset(ui, "Reset name position", reset_name(state.map(), id), out);
    ui.separator();
    actions(ui, &[Action::Cut, Action::Copy, Action::Duplicate], out);
    ui.separator();
    actions(ui, &[Action::SelectNeighbours, Action::SelectSameKind], out);
    ui.separator();
    actions(ui, &[Action::FocusSelection, Action::HideSelection], out);
    ui.separator();
    actions(ui, &[Action::FitSelection, Action::Delete], out);
}

/// What can be done with a text note.
fn note_menu(ui: &mut Ui, state: &State, id: NoteId, out: &mut Vec<Intent>) {
    let Some(note) = state.map().text_notes().get(id) else { return };
    title(ui, &note.short());
    if ui.button("Edit note").clicked() {
        out.push(Intent::RenameInPlace(Target::Note(id)));
    }
    ui.separator();
    actions(ui, &[Action::Cut, Action::Copy, Action::Duplicate], out);
    ui.separator();
    actions(ui, &[Action::FitSelection, Action::Delete], out);
}

/// What can be done with all that is selected.
fn several_menu(ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
    title(ui, &format!("{} selected", state.selection_in_words()));
    actions(ui, &[Action::Cut, Action::Copy, Action::Duplicate, Action::TogglePin], out);
    ui.separator();
    actions(ui, &[Action::SelectNeighbours, Action::SelectTiesWithin, Action::SelectSameKind], out);
    ui.separator();
    actions(ui, &[Action::LayOutSelection, Action::FocusSelection, Action::HideSelection], out);
    ui.separator();
    actions(ui, &[Action::FitSelection, Action::Delete], out);
}

fn tie_menu(ui: &mut Ui, state: &State, id: TieId, out: &mut Vec<Intent>) {
    let Some(tie) = state.map().ties().get(id) else { return };
    let name = state.map().tie_name(id);
    title(ui, &name);
    if ui.button("Edit label").clicked() {
        out.push(Intent::RenameInPlace(Target::Tie(id)));
    }
    submenu(ui, egui_phosphor::regular::LINE_SEGMENT, "Kind", |ui| {
        for (kind_id, kind) in state.map().kinds().iter() {
            if radio(ui, kind_id == tie.kind, &kind.name).clicked() {
                out.push(Intent::replace_tie(
                    format!("Change kind of {name}"),
                    id,
                    Tie { kind: kind_id, ..tie.clone() },
                ));
                ui.close();
            }
        }
    });
    if let (End::Nation(to), Direction::Directed) = (tie.to, tie.direction)
        && ui.button("Reverse direction").clicked()
    {
        let turned = Tie { from: to, to: End::Nation(tie.from), ..tie.clone() };
        out.push(Intent::replace_tie(format!("Reverse {name}"), id, turned));
    }
    reset(ui, "Reset label position", reset_label(state.map(), id), out);
    reset(ui, "Reset bend", reset_bend(state.map(), id), out);
    ui.separator();
    actions(ui, &[Action::SelectNeighbours, Action::SelectSameKind], out);
    actions(ui, &[Action::FocusSelection, Action::HideSelection], out);
    ui.separator();
    actions(ui, &[Action::Duplicate, Action::FitSelection, Action::Delete], out);
}

/// An entry that gives up a place set by hand, where there is one.
fn reset(ui: &mut Ui, words: &str, intent: Option<Intent>, out: &mut Vec<Intent>) {
    if intent.is_some() && ui.button(words).clicked() {
        out.extend(intent);
    }
}

fn title(ui: &mut Ui, name: &str) {
    ui.add(egui::Label::new(egui::RichText::new(name).weak()).truncate());
}

/// A button for each action, with its shortcut.
pub fn actions(ui: &mut Ui, actions: &[Action], out: &mut Vec<Intent>) {
    for action in actions {
        let entry = action.entry();
        let keys = entry.keys.first().map(|keys| ui.ctx().format_shortcut(keys));
        let button = egui::Button::new(entry.name).shortcut_text(keys.unwrap_or_default());
        if ui.add(button).on_hover_text(entry.help).clicked() {
            out.push(Intent::Act(*action));
        }
    }
}
