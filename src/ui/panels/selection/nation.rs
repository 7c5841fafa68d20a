//! One nation: name, type, code, colour, pin, tags, memberships, attributes, notes, and its ties.

use egui::Ui;

use super::action_buttons::action_buttons;
use super::{attributes, by_hand, members, memberships, picture, tie_list};
use crate::edit::{Command, Placement, Target, as_known};
use crate::model::{Color, Map, NationId, NationType};
use crate::names;
use crate::ui::actions::Action;
use crate::ui::completion::{Completion, nation_names};
use crate::ui::intent::Intent;
use crate::ui::panels::fields::{CODE, TAGS};
use crate::ui::panels::form::{
    Drafts, RecordForm, TypedField, color_button, row, section, text_edit,
};

/// The button of nations without a colour of their own, or with several, shows this one.
pub(super) const NO_COLOR: Color = Color::new(0x8A, 0x93, 0x9C);

/// Shows the form of a nation.
pub fn show(
    ui: &mut Ui,
    map: &Map,
    id: NationId,
    completion: &mut Completion,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    let Some(mut form) = RecordForm::open(map, id, drafts, out) else { return };
    ui.push_id(("nation", id), |ui| {
        fields(ui, &mut form, completion);
        members::show(ui, map, id, form.drafts, form.out);
        memberships::show(ui, &mut form);
        let attributes = &form.editor.record.attributes;
        attributes::show(ui, &mut form, Target::Nation(id), attributes);
        section(ui, "Notes");
        let notes =
            TypedField { caption: "Anything worth knowing", key: "notes", step: "Edit notes of" };
        form.paragraph(ui, notes, "", |nation| &mut nation.notes);
        tie_list::ties_of_nation(ui, map, id, form.out);
        action_buttons(ui, &[Action::DrawTie, Action::Duplicate, Action::Delete], form.out);
    });
}

fn fields(ui: &mut Ui, form: &mut RecordForm<'_, NationId>, completion: &mut Completion) {
    name(ui, form, completion);
    let types = NationType::ALL.map(|nation_type| (nation_type, nation_type.name().to_owned()));
    form.choice(ui, "Type", "Change type of", types, |nation| &mut nation.nation_type);
    code(ui, form);
    picture::show(ui, form);
    color(ui, form);
    pin(ui, form);
    let tags = TypedField { caption: "Tags", key: "tags", step: "Change tags of" };
    form.typed(ui, tags, &TAGS, |nation| &mut nation.tags);
    by_hand::show_name_place(ui, form);
}

/// The name, which is completed as it is typed; one that is taken from the list brings its code along.
fn name(ui: &mut Ui, form: &mut RecordForm<'_, NationId>, completion: &mut Completion) {
    let field = TypedField { caption: "Name", key: "name", step: "Rename" };
    let mut text = form.editor.record.name.clone();
    let mut taken = None;
    let response = row(ui, field.caption, |ui| {
        let id = ui.id().with("name");
        let show = |ui: &mut Ui, text: &mut String| {
            ui.add(text_edit(text, "Name", ui.available_width()).id(id))
        };
        let completed = completion.show(ui, id, &mut text, nation_names::suggestions, show);
        taken = completed.taken;
        completed.response
    });
    if let Some(known) = taken.and_then(|taken| names::by_code(&taken.key)) {
        form.type_in(field, |nation| *nation = as_known(nation, known));
    } else if response.changed() {
        form.type_in(field, |nation| nation.name = text);
    }
    if response.lost_focus() {
        form.out.push(Intent::EndField);
    }
}

fn code(ui: &mut Ui, form: &mut RecordForm<'_, NationId>) {
    let nation = form.editor.record;
    let field = TypedField { caption: "Code", key: "code", step: "Change code of" };
    let changed = form.read(ui, field.caption, field.key, &nation.code, &CODE);
    if let Some(code) = changed.filter(|code| *code != nation.code) {
        form.type_in(field, |nation| nation.code = code);
    }
}

/// The colour of a nation, or else its flag.
fn color(ui: &mut Ui, form: &mut RecordForm<'_, NationId>) {
    let field = TypedField { caption: "Colour", key: "color", step: "Recolour" };
    row(ui, field.caption, |ui| {
        let own = form.editor.record.color;
        let (response, picked) = color_button(ui, own.unwrap_or(NO_COLOR));
        if picked.is_some() {
            form.type_in(field, |nation| nation.color = picked);
        }
        let note = if own.is_none() { "as its flag" } else { "" };
        if own.is_some()
            && ui.button("Show flag").on_hover_text("Drop the colour of its own").clicked()
        {
            form.edit(field.step, |nation| nation.color = None);
        }
        ui.weak(note);
        response
    });
}

fn pin(ui: &mut Ui, form: &mut RecordForm<'_, NationId>) {
    let (id, nation) = (form.editor.id, form.editor.record);
    row(ui, "Pinned", |ui| {
        let mut pinned = nation.pinned;
        let can_pin = nation.position.is_some();
        let response =
            ui.add_enabled_ui(can_pin, |ui| ui.checkbox(&mut pinned, "keeps its place")).inner;
        if response.changed() {
            let placement = Placement { position: nation.position, pinned };
            let verb = if pinned { "Pin" } else { "Unpin" };
            form.out.push(Intent::Edit {
                name: format!("{verb} {}", nation.name),
                command: Command::Placements(vec![(id, placement)]),
            });
        }
        if let Some(at) = nation.position {
            ui.weak(format!("at {:.0}, {:.0}", at.x, at.y));
        }
        response.on_hover_text("A pinned nation stays where it is when the map is laid out (P)")
    });
}
