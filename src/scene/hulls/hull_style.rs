//! What a hull looks like.

use super::hull_colors::HullColor;
use crate::scene::{HullLook, Palette, Pattern, Theme};

/// The dashes of hulls that have the same colour as others, assigned in turn.
const DASHES: [&[f32]; 4] = [&[], &[7.0, 3.0], &[2.0, 2.5], &[11.0, 3.0, 2.0, 3.0]];
/// The dashes of hulls in print, assigned in turn.
const PRINT_DASHES: [&[f32]; 5] =
    [&[], &[6.0, 3.0], &[2.0, 3.0], &[11.0, 3.0, 2.0, 3.0], &[14.0, 5.0]];
/// The width of the edge, at unit 1.
const WIDTH: f32 = 1.3;

/// The look of a hull that stands for all in a legend.
pub(in crate::scene) fn legend_look(palette: &Palette) -> HullLook {
    hull_look(HullColor { color: palette.second_ink, repeated: 0, number: 0 }, palette.theme, 1.0)
}

/// The look of a hull.
pub(super) fn hull_look(look: HullColor, theme: Theme, unit: f32) -> HullLook {
    let (opacity, edge_opacity) = match theme {
        Theme::Light => (0.09, 0.85),
        Theme::Dark => (0.13, 0.85),
        Theme::Print => (0.05, 1.0),
    };
    let HullColor { color, repeated, number } = look;
    let dashes = match theme {
        Theme::Print => PRINT_DASHES[(number + repeated) % PRINT_DASHES.len()],
        Theme::Light | Theme::Dark => DASHES[repeated % DASHES.len()],
    };
    let pattern =
        Pattern { dashes: dashes.iter().map(|dash| dash * unit).collect(), ..Pattern::default() };
    HullLook { color, opacity, edge_opacity, width: WIDTH * unit, pattern }
}
