//! The grounds that set nations apart from hulls to which they don't belong.

use crate::model::Point;
use crate::scene::palette::mix;
use crate::scene::{Ground, HullMark, NationMark, Options, Palette, Shape};

/// How far a ground reaches beyond the mark of its nation, at unit 1.
const GROUND_MARGIN: f32 = 7.0;

/// The grounds of all nations that lie in a hull, or partly in it, without belonging to it.
pub(in crate::scene) fn grounds(
    hulls: &[HullMark],
    nations: &[NationMark],
    options: &Options,
) -> Vec<Ground> {
    let palette = Palette::of(options.theme);
    let mut grounds = Vec::new();
    for (index, nation) in nations.iter().enumerate().filter(|(_, nation)| nation.is_drawn()) {
        let belongs = |hull: &HullMark| hull.members.binary_search(&index).is_ok();
        let reach = nation.radius + GROUND_MARGIN * options.unit;
        let is_in = |hull: &HullMark| {
            hull.contains(nation.center) || hull.distance_to_edge(nation.center) < reach
        };
        if !hulls.iter().any(|hull| !belongs(hull) && is_in(hull)) {
            continue;
        }
        let tint = |ground, hull: &HullMark| mix(ground, hull.look.color, hull.look.opacity);
        grounds.push(Ground {
            outline: expanded_outline(nation, GROUND_MARGIN * options.unit),
            fill: hulls.iter().filter(|hull| belongs(hull)).fold(palette.canvas, tint),
            edge: palette.faded(palette.second_ink, 0.35),
            width: options.unit,
        });
    }
    grounds
}

/// The outline of a nation, expanded by a margin.
fn expanded_outline(nation: &NationMark, margin: f32) -> Vec<Point> {
    let radius = nation.radius + margin;
    let shape = match nation.shape {
        Shape::Label { aspect } => {
            Shape::Label { aspect: (nation.radius * aspect + margin) / radius }
        }
        other => other,
    };
    shape.outline(nation.center, radius)
}
