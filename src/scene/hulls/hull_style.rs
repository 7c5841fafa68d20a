//! What a hull looks like.

use crate::model::Color;
use crate::scene::{HullLook, Pattern, Theme};

/// The dashes of hulls in print, assigned in turn.
const PRINT_DASHES: [&[f32]; 4] = [&[6.0, 3.0], &[2.0, 3.0], &[11.0, 3.0, 2.0, 3.0], &[14.0, 5.0]];

/// The look of the hull at an index.
pub(in crate::scene) fn hull_look(index: usize, color: Color, theme: Theme, unit: f32) -> HullLook {
    let (opacity, edge_opacity) = match theme {
        Theme::Light => (0.10, 0.6),
        Theme::Dark => (0.14, 0.65),
        Theme::Print => (0.05, 1.0),
    };
    let mut pattern = Pattern::default();
    if theme == Theme::Print {
        let dashes = PRINT_DASHES[index % PRINT_DASHES.len()];
        pattern.dashes = dashes.iter().map(|dash| dash * unit).collect();
    }
    HullLook { color, opacity, edge_opacity, width: unit, pattern }
}
