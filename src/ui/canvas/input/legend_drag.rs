//! Moving the legend.

use egui::{Pos2, Rect, Vec2};

use super::hit_test::InputContext;
use crate::edit::Command;
use crate::model::Look;
use crate::ui::canvas::drawing::heading_and_legend::HeadingAndLegend;
use crate::ui::intent::Intent;
use crate::ui::state::Tool;

/// How far around the legend still counts as on it, in logical pixels.
const AROUND: f32 = 4.0;

/// A legend that is being moved.
pub struct LegendDrag {
    /// From the pointer to the legend's upper left corner, in logical pixels.
    grip: Vec2,
    pointer: Pos2,
}

impl LegendDrag {
    /// The legend, if it is at a point of the screen where nothing of the map is meant.
    pub fn at(context: &InputContext<'_>, pointer: Pos2) -> Option<Self> {
        let tool_moves = matches!(context.state.tool, Tool::Select | Tool::Nation);
        let grip = legend_area(context)?.min - pointer;
        (tool_moves && is_legend_at(context, pointer)).then_some(Self { grip, pointer })
    }

    /// Follows the pointer.
    pub const fn follow(&mut self, pointer: Pos2) {
        self.pointer = pointer;
    }

    /// The legend's upper left corner, wherever the pointer is.
    pub fn corner(&self) -> Pos2 {
        self.pointer + self.grip
    }

    /// The change that puts the legend where it is.
    pub fn edit(&self, context: &InputContext<'_>) -> Option<Intent> {
        let canvas = context.viewport.canvas;
        let placed =
            HeadingAndLegend::place(context.drawn?.scene(), canvas, context.viewport.zoom());
        let legend = Some(placed.legend_place_at(canvas, self.corner()));
        let look = Look { legend, ..context.state.map().look().clone() };
        let command = Command::Look(Box::new(look));
        Some(Intent::Edit { name: "Move legend".to_owned(), command })
    }
}

/// Whether the legend, and no nation or note that is meant there, is at a point of the screen.
pub fn is_legend_at(context: &InputContext<'_>, pointer: Pos2) -> bool {
    let is_on = legend_area(context).is_some_and(|legend| legend.expand(AROUND).contains(pointer));
    is_on && context.target_at(pointer).is_none_or(|target| target.tie().is_some())
}

/// The area of the legend, if there is one.
fn legend_area(context: &InputContext<'_>) -> Option<Rect> {
    let scene = context.drawn?.scene();
    let placed = HeadingAndLegend::place(scene, context.viewport.canvas, context.viewport.zoom());
    placed.legend.is_positive().then_some(placed.legend)
}
