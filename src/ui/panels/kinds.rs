//! The kinds of tie: what each means, and how it is drawn.

use egui::{CollapsingHeader, Color32, DragValue, Ui};

use super::form;
use crate::edit::{Change, Command, Field, add_kind, delete_kind};
use crate::model::{Color, Dash, Extra, Kind, KindId, Map, Sign};
use crate::scene::{Weight, text};
use crate::ui::intent::Intent;
use crate::ui::state::State;
use crate::ui::theme::line_preview;
use crate::ui::theme::{color32, size};

pub(super) fn show(ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
    form::section(ui, "Kinds of tie");
    for (id, kind) in state.map().kinds().iter() {
        ui.push_id(("kind", id), |ui| one(ui, state, id, kind, out));
    }
    if ui.button("Add kind").clicked() {
        let kind = Kind {
            key: String::new(),
            name: "New kind".to_owned(),
            sign: Sign::Neutral,
            color: Color::new(0x5B, 0x61, 0x68),
            dash: Dash::DashDot,
            width: 1.5,
            directed: false,
            extra: Extra::new(),
        };
        let (_, command) = add_kind(state.map(), kind);
        out.push(Intent::Edit { name: "Add kind".to_owned(), command });
    }
}

fn one(ui: &mut Ui, state: &State, id: KindId, kind: &Kind, out: &mut Vec<Intent>) {
    let ties = state.map().ties().iter().filter(|(_, tie)| tie.kind == id).count();
    let left = ui.available_rect_before_wrap().right() - 60.0;
    let room = ui.available_width() - 110.0;
    let title = text::ellipsis(&kind.name, size::TEXT, Weight::Regular, room);
    let header = CollapsingHeader::new(title).id_salt(id).show(ui, |ui| {
        fields(ui, id, kind, out);
        form::row(ui, "New ties", |ui| {
            let response = ui.radio(state.new_tie_kind == id, "are of this kind");
            if response.clicked() {
                out.push(Intent::UseKind(id));
            }
            response
        });
        remove(ui, state.map(), id, kind, ties, out);
        ui.add_space(8.0);
    });
    let row = header.header_response.rect;
    let sample =
        egui::Rect::from_min_size(egui::pos2(left, row.top()), egui::vec2(52.0, row.height()));
    line_preview::paint(ui, sample, kind, None);
}

fn fields(ui: &mut Ui, id: KindId, kind: &Kind, out: &mut Vec<Intent>) {
    if let Some(name) = form::text(ui, out, "Name", &kind.name, "Name") {
        typed(out, id, kind, "name", "Rename", |k| k.name = name);
    }
    if let Some(sign) =
        form::choice(ui, "Sign", &kind.sign, Sign::ALL.map(|s| (s, s.name().to_owned())))
    {
        edited(out, id, kind, "Change sign of", |k| k.sign = sign);
    }
    form::row(ui, "Colour", |ui| {
        let mut picked: Color32 = color32(kind.color);
        let response = ui.color_edit_button_srgba(&mut picked);
        if response.changed() {
            let color = Color::new(picked.r(), picked.g(), picked.b());
            typed(out, id, kind, "color", "Recolour", |k| k.color = color);
        }
        response
    });
    if let Some(dash) =
        form::choice(ui, "Line", &kind.dash, Dash::ALL.map(|d| (d, d.name().to_owned())))
    {
        edited(out, id, kind, "Change line of", |k| k.dash = dash);
    }
    form::row(ui, "Width", |ui| {
        let mut width = kind.width;
        let response =
            ui.add(DragValue::new(&mut width).range(0.5..=6.0).speed(0.05).max_decimals(1));
        if response.changed() {
            typed(out, id, kind, "width", "Change width of", |k| k.width = width);
        }
        form::end_field(&response, out);
        response
    });
    form::row(ui, "Directed", |ui| {
        let mut directed = kind.directed;
        let response = ui.checkbox(&mut directed, "new ties have an arrow");
        if response.changed() {
            edited(out, id, kind, "Change direction of", |k| k.directed = directed);
        }
        response
    });
}

/// A kind without ties is deleted at once; the ties of another become ties of a kind that is chosen.
fn remove(ui: &mut Ui, map: &Map, id: KindId, kind: &Kind, ties: usize, out: &mut Vec<Intent>) {
    let name = format!("Delete {}", kind.name);
    if ties == 0 {
        if ui.button("Delete kind").clicked() {
            out.push(Intent::Edit { name, command: Command::Kind(id, Change::Remove) });
        }
        return;
    }
    let others = map.kinds().iter().filter(|(other, _)| *other != id);
    ui.menu_button(format!("Delete and turn its {ties} ties into"), |ui| {
        for (other, replacement) in others {
            if ui.button(&replacement.name).clicked() {
                let command = delete_kind(map, id, other);
                out.push(Intent::Edit { name: name.clone(), command });
            }
        }
    });
}

fn typed(
    out: &mut Vec<Intent>,
    id: KindId,
    kind: &Kind,
    field: &str,
    verb: &str,
    change: impl FnOnce(&mut Kind),
) {
    let field = Field(format!("kind/{}/{field}", id.0));
    let (name, command) = step(id, kind, verb, change);
    out.push(Intent::Type { name, field, command });
}

fn edited(
    out: &mut Vec<Intent>,
    id: KindId,
    kind: &Kind,
    verb: &str,
    change: impl FnOnce(&mut Kind),
) {
    let (name, command) = step(id, kind, verb, change);
    out.push(Intent::Edit { name, command });
}

fn step(id: KindId, kind: &Kind, verb: &str, change: impl FnOnce(&mut Kind)) -> (String, Command) {
    let mut changed = kind.clone();
    change(&mut changed);
    (format!("{verb} {}", kind.name), Command::Kind(id, Change::Replace(Box::new(changed))))
}
