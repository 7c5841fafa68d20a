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

/// A header with a form that it opens and closes. One that is wanted is opened, brought into view and given
/// the keyboard.
fn collapsing(
    ui: &mut Ui,
    title: String,
    id: impl AsIdSalt,
    is_wanted: bool,
    form: impl FnOnce(&mut Ui),
) -> Response {
    let header = CollapsingHeader::new(title).id_salt(id).open(is_wanted.then_some(true));
    let header = header.show(ui, form).header_response;
    if is_wanted {
        header.scroll_to_me(Some(Align::TOP));
        header.request_focus();
    }
    header
}
