//! Ties as rows that select them: those of a nation, and those about a tie.

use egui::Ui;

use crate::edit::Target;
use crate::model::{End, Map, NationId, TieId};
use crate::ui::intent::Intent;
use crate::ui::panels::form::{advice, list_row, section, show_in_view};
use crate::ui::theme::line_preview;

/// The ties of a nation, each with its line and its other end.
pub fn ties_of_nation(ui: &mut Ui, map: &Map, id: NationId, out: &mut Vec<Intent>) {
    let ties: Vec<TieId> = map.ties_of(id).map(|(tie, _)| tie).collect();
    section(
        ui,
        &match ties.len() {
            0 => "No ties yet".to_owned(),
            1 => "1 tie".to_owned(),
            n => format!("{n} ties"),
        },
    );
    if ties.is_empty() {
        advice(ui, "Draw one from the nation's handle, or press T.");
    }
    show_in_view(ui, "ties", ties, None, |ui, tie| tie_row(ui, map, tie, Some(id), out));
}

/// The ties that end at a tie, if there are any.
pub fn ties_about_tie(ui: &mut Ui, map: &Map, id: TieId, out: &mut Vec<Intent>) {
    let about = map.ties().iter().filter(|(_, tie)| tie.to == End::Tie(id));
    let about: Vec<TieId> = about.map(|(id, _)| id).collect();
    if !about.is_empty() {
        section(ui, "Ties about this tie");
        show_in_view(ui, "ties about", about, None, |ui, id| tie_row(ui, map, id, None, out));
    }
}

/// A row for a tie; seen from one of its ends, it names the other.
fn tie_row(ui: &mut Ui, map: &Map, id: TieId, seen_from: Option<NationId>, out: &mut Vec<Intent>) {
    let Some(tie) = map.ties().get(id) else { return };
    let text = match seen_from {
        Some(nation) if tie.from == nation => map.end_name(tie.to),
        Some(_) => map.end_name(End::Nation(tie.from)),
        None => map.tie_name(id),
    };
    let kind = map.kinds().get(tie.kind);
    let aside = match (tie.status, kind) {
        (Some(status), _) => status.name().to_owned(),
        (None, Some(kind)) => kind.name.to_lowercase(),
        (None, None) => String::new(),
    };
    let response = list_row(ui, false, &text, &aside, |ui, rect| {
        if let Some(kind) = kind {
            line_preview::paint(ui, rect, kind, tie.status);
        }
    });
    if response.clicked() {
        out.push(Intent::Select([Target::Tie(id)].into()));
    }
}
