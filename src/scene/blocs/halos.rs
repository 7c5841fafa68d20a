//! The halos of labels on the grounds of blocs: there a halo in the colour of the canvas would glow.

use crate::model::Point;
use crate::scene::hull_area::area_contains;
use crate::scene::{HullLook, HullMark, Label, Palette};

/// Gives labels that lie within the ground of a bloc halos of its colour.
pub(in crate::scene) fn tint_halos(hulls: &[HullMark], labels: &mut [Label], palette: &Palette) {
    for hull in hulls.iter().filter(|hull| hull.is_bloc) {
        let bounds = hull.bounds();
        for label in labels.iter_mut().filter(|label| bounds.holds(&label.bounds)) {
            if let Some(HullLook { color, opacity, .. }) = ground_at(hull, label) {
                label.halo = palette.tint(*color, *opacity);
            }
        }
    }
}

/// How the ground of a hull looks below a label that lies within it.
fn ground_at<'h>(hull: &'h HullMark, label: &Label) -> Option<&'h HullLook> {
    let (area, middle) = (label.bounds, label.bounds.center());
    let sides = [
        Point::new(area.min.x, middle.y),
        Point::new(area.max.x, middle.y),
        Point::new(middle.x, area.min.y),
        Point::new(middle.x, area.max.y),
    ];
    if !sides.into_iter().all(|side| hull.contains(side)) {
        return None;
    }
    let apart = hull.apart.as_ref().filter(|apart| area_contains(&apart.outlines, middle));
    Some(apart.map_or(&hull.look, |apart| &apart.look))
}
