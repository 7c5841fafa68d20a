//! The tab of the map as a whole: its heading, its kinds of tie, its text notes and its
//! sources.
//!
//! This module owns the forms of what belongs to no single nation or tie. It must not know the other
//! tabs.

mod heading;
mod kinds;
mod notes;
mod sources;

use egui::{Align, AsIdSalt, CollapsingHeader, Response, Ui};

use super::form::Drafts;
use crate::ui::intent::Intent;
use crate::ui::state::{MapPart, State};

/// Shows the tab. `part` is opened and brought into view.
pub fn show(
    ui: &mut Ui,
    state: &State,
    part: Option<MapPart>,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    ui.push_id("map", |ui| {
        heading::show(ui, state.map(), drafts, out);
        kinds::show(ui, state, part, drafts, out);
        notes::show(ui, state, out);
        sources::show(ui, state.map(), part, drafts, out);
    });
}

/// A header with a form that it opens and closes. One that is wanted is opened and brought into view, and its
/// form is told to begin: its first field gets the keyboard.
fn collapsing(
    ui: &mut Ui,
    title: String,
    id: impl AsIdSalt + Copy,
    is_wanted: bool,
    form: impl FnOnce(&mut Ui, bool),
) -> Response {
    let header = CollapsingHeader::new(title).id_salt(id).open(is_wanted.then_some(true));
    // The form may be shown only in the frame after that in which it is opened.
    let waits = ui.id().with(("waits to begin", ui.make_persistent_id(id)));
    let begins = is_wanted || ui.data(|data| data.get_temp(waits)).unwrap_or(false);
    let shown = header.show(ui, |ui| form(ui, begins));
    ui.data_mut(|data| data.insert_temp(waits, begins && shown.body_returned.is_none()));
    if is_wanted {
        shown.header_response.scroll_to_me(Some(Align::TOP));
    }
    shown.header_response
}
