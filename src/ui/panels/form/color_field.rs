//! A button that shows a colour and lets another be picked.

use egui::{Color32, Response, Ui};

use crate::model::Color;
use crate::ui::theme::color32;

/// Shows a colour; returns also the one that was picked instead.
pub fn color_button(ui: &mut Ui, color: Color) -> (Response, Option<Color>) {
    let mut picked: Color32 = color32(color);
    let response = ui.color_edit_button_srgba(&mut picked);
    let picked = response.changed().then(|| Color::new(picked.r(), picked.g(), picked.b()));
    (response, picked)
}
