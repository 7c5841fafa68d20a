//! The group at hand: its name, which can be changed, what it would claim, and its members.

use egui::{Align, Label, Layout, RichText, ScrollArea, Separator, TextEdit, Ui, Vec2};

use super::form::{Found, PactsForm, Row};
use crate::analysis::pacts::Proposal;
use crate::model::{End, Map, NationId, PartialDate, counted};
use crate::ui::theme::widgets::{caption, name_field, second_ink};
use crate::ui::theme::{semibold_id, size, value_style};

/// The height of a line.
const LINE: f32 = 20.0;
/// The most letters of a name.
const MOST_CHARS: usize = 200;

/// Shows the details in all the room there is.
pub(super) fn show(ui: &mut Ui, map: &Map, form: &mut PactsForm) {
    let Some(Ok(found)) = &mut form.found else { return };
    let Some((at, proposal)) = found.proposal(form.row) else {
        if let Some(Row::Remark(at)) = found.rows.get(form.row) {
            ui.add_space(8.0);
            let remark = found.remarks.get(*at).map_or("", String::as_str);
            ui.add(Label::new(remark).wrap());
        }
        return;
    };
    let lines = lines(map, found, proposal);
    ui.add_space(8.0);
    ui.add(Separator::default().spacing(1.0));
    ui.add_space(4.0);
    name(ui, found, at);
    ui.add_space(4.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    let area = ScrollArea::vertical().id_salt(at).auto_shrink([false, false]);
    area.show_rows(ui, LINE, lines.len(), |ui, rows| {
        for line in lines.get(rows).unwrap_or_default() {
            let text = match line {
                Line::Heading(text) => RichText::new(text).font(semibold_id(size::TEXT)),
                Line::Text(text) => RichText::new(text),
                Line::Remark(text) => RichText::new(text).color(second_ink(ui)),
            };
            let size = Vec2::new(ui.available_width(), LINE);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_size(size);
                ui.add(Label::new(text).truncate().selectable(false));
            });
        }
    });
}

/// The field with the name, and above it whether it can be had.
fn name(ui: &mut Ui, found: &mut Found, at: usize) {
    let title =
        if found.is_taken(at) { "Name; as the map has it already, with a number" } else { "Name" };
    ui.add(Label::new(caption(ui, title)).truncate().selectable(false));
    let mut text = found.name(at).to_owned();
    let field = TextEdit::singleline(&mut text)
        .id_salt(("name of group", at))
        .font(value_style())
        .char_limit(MOST_CHARS)
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    name_field(&response, "Name", &text);
    if response.changed() {
        found.names.insert(at, text);
    }
}

enum Line {
    Heading(String),
    Text(String),
    Remark(String),
}

/// What is said of a proposal: what it claims before all.
fn lines(map: &Map, found: &Found, proposal: &Proposal) -> Vec<Line> {
    let name = |id: NationId| map.end_name(End::Nation(id));
    let mut lines = Vec::new();
    if let Some(other) = proposal.widens {
        lines.push(Line::Remark(format!("In place of {}", found.name(other))));
    }
    if !proposal.missing.is_empty() {
        let count = counted(proposal.missing.len(), "pair", "pairs");
        lines.push(Line::Heading(format!("Claims {count}, not tied on the map")));
        let pairs = proposal.missing.iter();
        lines.extend(pairs.map(|[a, b]| Line::Text(format!("{} – {}", name(*a), name(*b)))));
    }
    if proposal.otherwise_tied > 0 {
        let keeps =
            counted(proposal.otherwise_tied, "pair keeps its own tie", "pairs keep their own ties");
        lines.push(Line::Remark(keeps));
    }
    lines.push(Line::Heading(counted(proposal.members.len(), "member", "members")));
    let members = proposal.members.iter();
    lines.extend(members.map(|own| {
        let name = name(own.nation);
        Line::Text(time(own.since, own.until).map_or(name.clone(), |t| format!("{name}, {t}")))
    }));
    lines
}

/// When a member is in; `None` where nothing is known.
fn time(since: Option<PartialDate>, until: Option<PartialDate>) -> Option<String> {
    match (since, until) {
        (None, None) => None,
        (Some(since), None) => Some(format!("since {}", since.in_words())),
        (None, Some(until)) => Some(format!("until {}", until.in_words())),
        (Some(since), Some(until)) => Some(format!("{} to {}", since.in_words(), until.in_words())),
    }
}
