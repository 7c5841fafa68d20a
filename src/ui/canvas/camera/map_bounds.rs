//! The parts of the world that a camera is fitted to.

use crate::edit::Target;
use crate::model::{Map, Point, Rect};
use crate::scene::{HullMark, Scene, footprints, note_boxes};

/// The smallest rectangle that holds the marks and the text notes chosen, with their labels.
pub fn bounds_of_marks(scene: &Scene, is_chosen: &dyn Fn(Target) -> bool) -> Rect {
    let mut bounds = Rect::NOTHING;
    for mark in scene.nations.iter().filter(|mark| is_chosen(Target::Nation(mark.id))) {
        let hull = scene.hulls.iter().find(|hull| hull.organisation == Some(mark.id));
        bounds = bounds.union(&hull.map_or_else(|| mark.bounds(), HullMark::bounds));
    }
    for mark in scene.ties.iter().filter(|mark| is_chosen(Target::Tie(mark.id))) {
        bounds = bounds.union(&mark.curve.bounds());
    }
    for label in &scene.labels {
        if label.owner.target().is_some_and(is_chosen) {
            bounds = bounds.union(&label.bounds);
        }
    }
    bounds
}

/// The smallest rectangle that holds all marks with their labels, and the text notes.
pub fn bounds_of_all(scene: &Scene) -> Rect {
    bounds_of_marks(scene, &|_| true)
}

/// The smallest rectangle that holds all nations with their names, and the text notes, at the positions of
/// the map.
pub fn bounds_at_rest(map: &Map) -> Rect {
    let mut bounds = Rect::NOTHING;
    for ((_, nation), around) in map.nations().iter().zip(footprints(map)) {
        if let Some(at) = nation.position {
            let corner = |x: f32, y: f32| at + Point::new(x, y);
            let (min, max) = (corner(around[0], around[1]), corner(around[2], around[3]));
            bounds = bounds.union(&Rect { min, max });
        }
    }
    for [left, top, right, bottom] in note_boxes(map) {
        let note = Rect::new(Point::new(left, top), Point::new(right, bottom));
        bounds = bounds.union(&note);
    }
    bounds
}

/// What two rectangles that overlap have in common.
pub const fn intersection(a: &Rect, b: &Rect) -> Rect {
    Rect::new(
        Point::new(a.min.x.max(b.min.x), a.min.y.max(b.min.y)),
        Point::new(a.max.x.min(b.max.x), a.max.y.min(b.max.y)),
    )
}
