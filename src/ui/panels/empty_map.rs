//! What a tab shows instead of its fields while the map has no nations.

use egui::Ui;

use super::form::{advice, section};

/// How the first nation is added.
pub const HOW_TO_ADD: &str =
    "Press Q and write what you know, or double click the background to add a nation.";

/// Shows a title, and how the first nation is added.
pub fn show(ui: &mut Ui, title: &str) {
    section(ui, title);
    advice(ui, HOW_TO_ADD);
}
