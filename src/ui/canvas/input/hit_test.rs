//! What lies under the pointer while nothing else of the window is in between.

use egui::{Context, Order};

use crate::model::Point;
use crate::ui::canvas::Canvas;

impl Canvas {
    /// The point of the world under the pointer; none where the pointer is off the canvas, or on
    /// something that lies over it.
    pub fn under_pointer(&self, ctx: &Context) -> Option<Point> {
        let canvas = self.rect?;
        let hand = ctx.pointer_latest_pos().filter(|hand| canvas.contains(*hand))?;
        let layer = ctx.layer_id_at(hand);
        let is_free = layer.is_none_or(|layer| layer.order == Order::Background);
        is_free.then(|| self.camera.world_from_screen(canvas, hand))
    }
}
