//! The way of a neck from one member to another, around nations that don't belong to the hull.
//!
//! Source: the routing of virtual edges in C. Collins, G. Penn and S. Carpendale, “Bubble Sets: revealing
//! set relations with isocontours over existing visualizations”, 2009.

use super::blob::Blob;
use crate::model::{Point, Rect};

/// How often a way is bent at most: halves of halves.
const DEEPEST: u8 = 3;
/// How much longer than the straight line a way may be.
const LONGEST: f32 = 1.7;

/// The points of a way that keeps a distance from obstacles; `None` if there is none that is short.
pub(super) fn way_around<'a>(
    [from, to]: [Point; 2],
    obstacles: impl Iterator<Item = &'a Blob>,
    clearance: f32,
) -> Option<Vec<Point>> {
    let reach = Rect::NOTHING.including(from).including(to).expanded(from.distance(to));
    let near: Vec<Blob> =
        obstacles.filter(|blob| blob.bounds().intersects(&reach)).copied().collect();
    let longest = from.distance(to) * LONGEST;
    let mut way = vec![from];
    lead(from, to, &near, clearance, DEEPEST, &mut way)?;
    let length: f32 = way.windows(2).map(|pair| pair[0].distance(pair[1])).sum();
    (length <= longest).then_some(way)
}

/// Adds the points of a way after `from`.
fn lead(
    from: Point,
    to: Point,
    obstacles: &[Blob],
    clearance: f32,
    depth: u8,
    way: &mut Vec<Point>,
) -> Option<()> {
    let Some(blocking) = worst(from, to, obstacles, clearance) else {
        way.push(to);
        return Some(());
    };
    if depth == 0 {
        return None;
    }
    let aside = (to - from).normalized().perpendicular();
    let offset = blocking.reach() + clearance * 1.25;
    let sides = [aside * offset, aside * -offset];
    let mut via = sides.map(|side| blocking.center() + side);
    let length = |via: &Point| from.distance(*via) + via.distance(to);
    via.sort_by(|a, b| length(a).total_cmp(&length(b)));
    for via in via {
        let start = way.len();
        let first = lead(from, via, obstacles, clearance, depth - 1, way);
        let all = first.and_then(|()| lead(via, to, obstacles, clearance, depth - 1, way));
        if all.is_some() {
            return Some(());
        }
        way.truncate(start);
    }
    None
}

/// The obstacle that a straight line comes nearest to, if it comes too near to any.
fn worst(from: Point, to: Point, obstacles: &[Blob], clearance: f32) -> Option<&Blob> {
    const STEPS: u8 = 24;
    let nearest = |blob: &Blob| {
        let at = |step: u8| blob.distance(from.lerp(to, f32::from(step) / f32::from(STEPS)));
        (0..=STEPS).map(at).fold(f32::INFINITY, f32::min)
    };
    let reach = from.distance(to) / 2.0 + clearance;
    let middle = from.lerp(to, 0.5);
    let near = obstacles.iter().filter(|blob| blob.distance(middle) < reach);
    let blocking = near.map(|blob| (nearest(blob), blob)).filter(|(gap, _)| *gap < clearance);
    blocking.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, blob)| blob)
}
