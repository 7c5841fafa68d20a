//! The room that the title takes on the canvas, for what floats beside it, and that such notes take.

use egui::{Rect, vec2};

use super::heading_and_legend::{HeadingAndLegend, TITLE};
use crate::scene::{Weight, text};
use crate::ui::canvas::Canvas;
use crate::ui::theme::size;

impl Canvas {
    /// Has a map that is fitted keep out of what notes at the upper edge take.
    pub const fn leave_free(&mut self, notes: Option<Rect>) {
        self.notes = notes;
    }

    /// What title, subtitle and date take, once they have been shown.
    pub fn heading(&self) -> Option<Rect> {
        let (drawn, canvas) = (self.drawn.as_ref()?, self.rect?);
        let room = HeadingAndLegend::of(&drawn.scene, canvas, self.camera.zoom).heading;
        let heading = &drawn.scene.heading;
        let widths = [
            text::width(&heading.title, TITLE, Weight::SemiBold),
            text::width(&heading.subtitle, size::TEXT, Weight::Regular),
            text::width(&heading.as_of, size::TEXT, Weight::Regular),
        ];
        let width = widths.into_iter().fold(0.0, f32::max).min(room.width());
        Some(Rect::from_min_size(room.min, vec2(width, room.height())))
    }
}
