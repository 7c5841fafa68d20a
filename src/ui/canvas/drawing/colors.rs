//! Colours of the scene as the canvas shows them.

use egui::Color32;

use crate::model::Color;
use crate::scene::Scene;
use crate::ui::theme::color32;

/// A colour of the scene with an opacity from 0 to 1.
pub fn translucent(color: Color, opacity: f32) -> Color32 {
    color32(color).gamma_multiply(opacity)
}

/// A colour, fainter where its mark is dimmed.
pub fn dimmed(color: Color32, is_dimmed: bool) -> Color32 {
    if is_dimmed { color.gamma_multiply(Scene::DIMMED) } else { color }
}
