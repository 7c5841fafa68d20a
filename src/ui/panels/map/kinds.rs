//! The kinds of tie: what each means, and how it is drawn.

use egui::{Rect, Ui, pos2, vec2};

use super::collapsing;
use crate::edit::{Change, Command, add_kind, delete_kind};
use crate::model::{Color, Dash, Extra, Kind, KindId, Map, Sign};
use crate::scene::{Weight, text};
use crate::ui::intent::Intent;
use crate::ui::panels::form::{
    Drafts, NumberField, RecordForm, TypedField, row, section, show_in_view,
};
use crate::ui::state::{MapPart, State};
use crate::ui::theme::line_preview;
use crate::ui::theme::size;
use crate::ui::theme::widgets::{begin_field, radio};

/// Shows the form of each kind, open where it is wanted, and a button to add one.
pub fn show(
    ui: &mut Ui,
    state: &State,
    wanted: Option<MapPart>,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    section(ui, "Kinds of tie");
    let wanted = match wanted {
        Some(MapPart::Kind(id)) => Some(id),
        _ => None,
    };
    show_in_view(ui, "kinds", state.map().kinds().ids(), wanted, |ui, id| {
        let Some(kind) = state.map().kinds().get(id) else { return };
        one(ui, state, (id, kind), wanted == Some(id), drafts, out);
    });
    if ui.button("Add kind").clicked() {
        let (id, command) = add_kind(state.map(), new_kind());
        out.push(Intent::Edit { name: "Add kind".to_owned(), command });
        out.push(Intent::ShowPart(MapPart::Kind(id)));
    }
}

fn new_kind() -> Kind {
    Kind {
        key: String::new(),
        name: "New kind".to_owned(),
        sign: Sign::Neutral,
        color: Color::new(0x5B, 0x61, 0x68),
        dash: Dash::DashDot,
        width: 1.5,
        directed: false,
        extra: Extra::new(),
    }
}

fn one(
    ui: &mut Ui,
    state: &State,
    (id, kind): (KindId, &Kind),
    is_wanted: bool,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    let ties = state.map().ties().iter().filter(|(_, tie)| tie.kind == id).count();
    let left = ui.available_rect_before_wrap().right() - 60.0;
    let title_width = ui.available_width() - 110.0;
    let title = text::ellipsis(&kind.name, size::TEXT, Weight::Regular, title_width);
    let header = collapsing(ui, title, id, is_wanted, |ui, begins| {
        fields(ui, state.map(), id, begins, drafts, out);
        row(ui, "New ties", |ui| {
            let response = radio(ui, state.new_tie_kind == id, "are of this kind");
            if response.clicked() {
                out.push(Intent::UseKind(id));
            }
            response
        });
        delete(ui, state.map(), id, kind, ties, out);
        ui.add_space(8.0);
    });
    let preview =
        Rect::from_min_size(pos2(left, header.rect.top()), vec2(52.0, header.rect.height()));
    line_preview::paint(ui, preview, kind, None);
}

/// The fields of a kind; what is typed goes into the name of one that is turned to.
fn fields(
    ui: &mut Ui,
    map: &Map,
    id: KindId,
    begins: bool,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    let Some(mut form) = RecordForm::open(map, id, drafts, out) else { return };
    let name = TypedField { caption: "Name", key: "name", step: "Rename" };
    let field = form.text(ui, name, "Name", |kind| &mut kind.name);
    if begins && let Some(kind) = map.kinds().get(id) {
        begin_field(ui, &field, &kind.name);
    }
    let signs = Sign::ALL.map(|sign| (sign, sign.name().to_owned()));
    form.choice(ui, "Sign", "Change sign of", signs, |kind| &mut kind.sign);
    let color = TypedField { caption: "Colour", key: "color", step: "Recolour" };
    form.color(ui, color, |kind| &mut kind.color);
    let dashes = Dash::ALL.map(|dash| (dash, dash.name().to_owned()));
    form.choice(ui, "Line", "Change line of", dashes, |kind| &mut kind.dash);
    let width = TypedField { caption: "Width", key: "width", step: "Change width of" };
    let how = NumberField { range: 0.5..=6.0, speed: 0.05, max_decimals: 1 };
    form.number(ui, width, how, |kind| &mut kind.width);
    form.check_box(ui, "Directed", "new ties have an arrow", "Change direction of", |kind| {
        &mut kind.directed
    });
}

/// Deletes a kind without ties at once; the ties of another become ties of a kind that is chosen.
fn delete(ui: &mut Ui, map: &Map, id: KindId, kind: &Kind, ties: usize, out: &mut Vec<Intent>) {
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
