//! Many members for an organisation at once: their names, typed or pasted, or ticked among the nations of
//! the map, and since when.

use std::collections::BTreeSet;

use egui::text::{CCursor, CCursorRange};
use egui::{Context, Id, Key, Label, Modifiers, RichText, ScrollArea, TextEdit, Ui};

use super::dialog_frame::{buttons, dialog};
use super::first_focus::FirstFocus;
use crate::edit::Joining;
use crate::model::{End, Map, NationId, PartialDate};
use crate::ui::completion::{Completion, map_nations};
use crate::ui::intent::Intent;
use crate::ui::state::State;
use crate::ui::system::take_plain_presses;
use crate::ui::theme::widgets::{button, name_field, primary_button, second_ink};
use crate::ui::theme::{ROW, value_style};

/// What stands between two names.
const SEPARATORS: [char; 3] = [',', ';', '\n'];
/// The most names that are read at once.
const MOST_NAMES: usize = 500;
/// The height of the list of nations to tick, in rows.
const ROWS: f32 = 7.0;

/// What is typed and ticked.
#[derive(Debug, Default)]
pub struct Memory {
    names: String,
    since: String,
    ticked: BTreeSet<NationId>,
    completion: Completion,
}

/// Shows the dialog.
pub fn show(
    ctx: &Context,
    state: &State,
    organisation: NationId,
    memory: &mut Memory,
    focus: &mut FirstFocus,
    out: &mut Vec<Intent>,
) {
    let map = state.map();
    let title = format!("Add members to {}", map.end_name(End::Nation(organisation)));
    let dismissed = dialog(ctx, &title, 440.0, |ui| {
        let is_done = names_field(ui, map, memory, focus);
        ui.add_space(8.0);
        tick_list(ui, map, organisation, &mut memory.ticked);
        ui.add_space(8.0);
        let since = since_field(ui, &mut memory.since);
        let joining = joining(map, memory);
        summary(ui, &joining);
        buttons(ui, |ui| {
            let can_add = !joining.is_empty() && since.is_ok();
            let add = ui.add_enabled_ui(can_add, |ui| primary_button(ui, "Add members")).inner;
            if button(ui, "Cancel").clicked() {
                out.push(Intent::CloseDialog);
            }
            if (add.clicked() || is_done)
                && can_add
                && let Ok(since) = since
            {
                out.push(Intent::AddMembers { organisation, joining, since });
                out.push(Intent::CloseDialog);
            }
        });
    });
    if dismissed {
        out.push(Intent::CloseDialog);
    }
}

/// The field of names; returns whether Enter was pressed after the last one.
fn names_field(ui: &mut Ui, map: &Map, memory: &mut Memory, focus: &mut FirstFocus) -> bool {
    let id = Id::new("names of members");
    let suggest = |text: &str| map_nations::suggestions(map, last_name(text));
    let completed = memory.completion.show(ui, id, &mut memory.names, suggest, |ui, text| {
        let field = TextEdit::multiline(text)
            .id(id)
            .font(value_style())
            .hint_text(RichText::new("Names, with commas or line breaks between them").italics())
            .return_key(None)
            .desired_rows(3)
            .desired_width(f32::INFINITY);
        let response = ui.add(field);
        name_field(&response, "Names", text);
        response
    });
    focus.give(&completed.response);
    if let Some(taken) = completed.taken {
        let kept = memory.names.len() - last_name(&memory.names).len();
        memory.names.truncate(kept);
        let space =
            if memory.names.is_empty() || memory.names.ends_with([' ', '\n']) { "" } else { " " };
        memory.names += &format!("{space}{}, ", taken.name);
        let mut state = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
        let end = CCursor::new(memory.names.chars().count());
        state.cursor.set_char_range(Some(CCursorRange::one(end)));
        state.store(ui.ctx(), id);
        return false;
    }
    completed.response.has_focus()
        && (take_plain_presses(ui, Key::Enter) > 0
            || ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)))
}

/// The name that is being typed.
fn last_name(text: &str) -> &str {
    text.rsplit(SEPARATORS).next().unwrap_or(text).trim_start()
}

/// The nations of the map that aren't in the organisation, to tick.
fn tick_list(ui: &mut Ui, map: &Map, organisation: NationId, ticked: &mut BTreeSet<NationId>) {
    let others: Vec<(NationId, &str)> = map
        .nations()
        .iter()
        .filter(|(id, nation)| *id != organisation && !map.is_member(nation, organisation))
        .map(|(id, nation)| (id, nation.name.as_str()))
        .collect();
    if others.is_empty() {
        return;
    }
    let area = ScrollArea::vertical().max_height(ROWS * ROW).auto_shrink([false, true]);
    area.show_rows(ui, ROW, others.len(), |ui, range| {
        for (id, name) in others.get(range).unwrap_or_default() {
            let mut is_ticked = ticked.contains(id);
            if ui.checkbox(&mut is_ticked, *name).changed() {
                let _ = if is_ticked { ticked.insert(*id) } else { ticked.remove(id) };
            }
        }
    });
}

/// The field of the date; what it says, or what is expected.
fn since_field(ui: &mut Ui, text: &mut String) -> Result<Option<PartialDate>, ()> {
    ui.horizontal(|ui| {
        let caption = ui.label(RichText::new("Since").color(second_ink(ui)));
        let field = TextEdit::singleline(text)
            .font(value_style())
            .hint_text(RichText::new("year, month or day").italics())
            .desired_width(160.0);
        ui.add(field).labelled_by(caption.id);
    });
    match text.trim() {
        "" => Ok(None),
        written => written.parse().map(Some).map_err(|fault: crate::model::DateError| {
            let color = ui.visuals().warn_fg_color;
            ui.label(RichText::new(format!("Since: {fault}.")).color(color));
        }),
    }
}

fn joining(map: &Map, memory: &Memory) -> Vec<Joining> {
    let named = memory.names.split(SEPARATORS).take(MOST_NAMES);
    let named = named.filter_map(|name| Joining::of_name(map, name));
    named.chain(memory.ticked.iter().map(|id| Joining::There(*id))).collect()
}

/// Says how many join, and how many of them the map doesn't have yet.
fn summary(ui: &mut Ui, joining: &[Joining]) {
    let new = joining.iter().filter(|one| matches!(one, Joining::New(_))).count();
    let words = match (joining.len(), new) {
        (0, _) => "Type names, or tick nations of the map.".to_owned(),
        (1, 0) => "1 nation joins.".to_owned(),
        (1, _) => "1 nation joins; it is new on the map.".to_owned(),
        (all, 0) => format!("{all} nations join."),
        (all, 1) => format!("{all} nations join; 1 of them is new on the map."),
        (all, new) => format!("{all} nations join; {new} of them are new on the map."),
    };
    ui.add(Label::new(RichText::new(words).color(second_ink(ui))).selectable(false));
}
