//! One nation: name, type, code, colour, pin, tags, memberships, notes, and its ties.

use std::collections::BTreeSet;

use egui::{Color32, Ui};

use super::action_buttons::actions;
use super::nation_edit::{edited, typed};
use super::tie_row::tie_row;
use super::{Memory, attributes, form, memberships};
use crate::edit::{Command, Placement, Target};
use crate::model::{Color, Nation, NationId, NationType, TieId, iso3166};
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::state::State;
use crate::ui::theme::color32;

pub(super) fn show(
    ui: &mut Ui,
    state: &State,
    id: NationId,
    memory: &mut Memory,
    out: &mut Vec<Intent>,
) {
    let Some(nation) = state.map().nations().get(id) else { return };
    ui.push_id(("nation", id), |ui| {
        fields(ui, id, nation, memory, out);
        memberships::show(ui, state.map(), id, nation, &mut memory.drafts, out);
        let target = Target::Nation(id);
        attributes::show(ui, state.map(), target, &nation.attributes, &mut memory.drafts, out);
        form::section(ui, "Notes");
        if let Some(notes) = form::paragraph(ui, out, "Anything worth knowing", &nation.notes, "") {
            typed(out, id, nation, "notes", "Edit notes of", |n| n.notes = notes);
        }
        ties(ui, state, id, out);
        actions(ui, &[Action::DrawTie, Action::Duplicate, Action::Delete], out);
    });
}

fn fields(ui: &mut Ui, id: NationId, nation: &Nation, memory: &mut Memory, out: &mut Vec<Intent>) {
    if let Some(name) = form::text(ui, out, "Name", &nation.name, "Name") {
        typed(out, id, nation, "name", "Rename", |n| n.name = name);
    }
    let types = NationType::ALL.map(|t| (t, t.name().to_owned()));
    if let Some(chosen) = form::choice(ui, "Type", &nation.nation_type, types) {
        edited(out, id, nation, "Change type of", |n| n.nation_type = chosen);
    }
    code(ui, id, nation, memory, out);
    color(ui, id, nation, out);
    pin(ui, id, nation, out);
    let tags = nation.tags.join(", ");
    let read = |text: &str| Ok(tags_of(text));
    if let Some(tags) =
        form::parsed(ui, out, &mut memory.drafts, "Tags", &tags, "nato, pacific", read)
    {
        typed(out, id, nation, "tags", "Change tags of", |n| n.tags = tags);
    }
}

/// Tags as they are typed, with commas between them; each once.
fn tags_of(text: &str) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let words = text.split(',').map(str::trim).filter(|tag| !tag.is_empty());
    words.filter(|tag| seen.insert(*tag)).map(ToOwned::to_owned).collect()
}

/// The code, typed or found by the country's name.
fn code(ui: &mut Ui, id: NationId, nation: &Nation, memory: &mut Memory, out: &mut Vec<Intent>) {
    let value = nation.code.clone().unwrap_or_default();
    let read = |text: &str| match text.trim() {
        "" => Ok(None),
        text => iso3166::by_alpha3(text)
            .or_else(|| iso3166::by_name(text))
            .map(|country| Some(country.alpha3.to_owned()))
            .ok_or_else(|| suggestion(text)),
    };
    let changed =
        form::parsed(ui, out, &mut memory.drafts, "Code", &value, "JPN, or a country's name", read);
    if let Some(code) = changed.filter(|code| *code != nation.code) {
        typed(out, id, nation, "code", "Change code of", |n| n.code = code);
    }
}

/// What a text that is no code may mean.
fn suggestion(text: &str) -> String {
    let found = iso3166::search(text);
    let names: Vec<String> =
        found.iter().take(3).map(|c| format!("{} {}", c.alpha3, c.name)).collect();
    if names.is_empty() {
        "A code has three letters (ISO 3166-1), for example JPN.".to_owned()
    } else {
        format!("Perhaps {}?", names.join(", "))
    }
}

fn color(ui: &mut Ui, id: NationId, nation: &Nation, out: &mut Vec<Intent>) {
    form::row(ui, "Colour", |ui| {
        let shown = nation.color.unwrap_or(Color::new(0x8A, 0x93, 0x9C));
        let mut picked: Color32 = color32(shown);
        let response = ui.color_edit_button_srgba(&mut picked);
        if response.changed() {
            let color = Some(Color::new(picked.r(), picked.g(), picked.b()));
            typed(out, id, nation, "color", "Recolour", |n| n.color = color);
        }
        let note = if nation.color.is_none() { "as its flag" } else { "" };
        if nation.color.is_some()
            && ui.button("Show flag").on_hover_text("Drop the colour of its own").clicked()
        {
            edited(out, id, nation, "Recolour", |n| n.color = None);
        }
        ui.weak(note);
        response
    });
}

fn pin(ui: &mut Ui, id: NationId, nation: &Nation, out: &mut Vec<Intent>) {
    form::row(ui, "Pinned", |ui| {
        let mut pinned = nation.pinned;
        let can_pin = nation.position.is_some();
        let response =
            ui.add_enabled_ui(can_pin, |ui| ui.checkbox(&mut pinned, "keeps its place")).inner;
        if response.changed() {
            let placement = Placement { position: nation.position, pinned };
            let verb = if pinned { "Pin" } else { "Unpin" };
            out.push(Intent::Edit {
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

/// The ties that touch it, each with its line and its other end.
fn ties(ui: &mut Ui, state: &State, id: NationId, out: &mut Vec<Intent>) {
    let map = state.map();
    let ties: Vec<TieId> = map.ties_of(id).map(|(tie, _)| tie).collect();
    form::section(
        ui,
        &match ties.len() {
            0 => "No ties yet".to_owned(),
            1 => "1 tie".to_owned(),
            n => format!("{n} ties"),
        },
    );
    if ties.is_empty() {
        form::advice(ui, "Draw one from the nation's handle, or press T.");
    }
    for tie in ties {
        tie_row(ui, map, tie, Some(id), out);
    }
}
