//! Text at fixed places of the screen, such as the title and the legend.

use egui::{Align2, Color32, FontId, Painter, Pos2, vec2};

use super::text_textures::TextTextures;
use crate::export::TextLineStyle;
use crate::model::Color;
use crate::scene::text::{self, Han};
use crate::scene::{Label, Weight};
use crate::ui::theme::{color32, semibold_id};

/// From the top of the toolkit's line box to the baseline, as a part of the type's size.
pub const ASCENT: f32 = 1.069;

/// Sets lines of text at fixed places of the screen.
pub struct ScreenText<'a> {
    /// Where they are painted.
    pub painter: &'a Painter,
    /// The forms of Han letters.
    pub han: Han,
    /// The textures of lines that the toolkit can't set.
    pub textures: &'a mut TextTextures,
}

impl ScreenText<'_> {
    /// Sets a line from its left end on a baseline.
    pub fn line(&mut self, line: &str, left: Pos2, size: f32, weight: Weight, color: Color) {
        if text::covers(line) {
            let font = match weight {
                Weight::SemiBold => semibold_id(size),
                Weight::Regular => FontId::proportional(size),
            };
            let top = left - vec2(0.0, ASCENT * size);
            self.painter.text(top, Align2::LEFT_TOP, line, font, color32(color));
            return;
        }
        let look = TextLineStyle { weight, han: self.han, color, halo: None };
        let in_pixels = size * self.painter.pixels_per_point();
        if let Some(image) = self.textures.get(self.painter.ctx(), line, in_pixels, look) {
            let width = text::width(line, size, weight);
            let middle = left + vec2(width / 2.0, -Label::BASELINE * size);
            let scale = self.painter.pixels_per_point();
            self.painter.add(image.shape(scale, middle, size, 0.0, Color32::WHITE));
        }
    }
}
