//! Measures how a map fits an area.

use crate::model::{Point, Rect};
use crate::scene::lines::segment::segment_meets;
use crate::scene::{Positions, Scene};

/// How far a rectangle reaches beyond another: `min` to the left and top, `max` to the right and bottom.
pub(super) fn beyond(inner: &Rect, outer: &Rect) -> Rect {
    let over = |by: Point| Point::new(by.x.max(0.0), by.y.max(0.0));
    Rect::new(over(outer.min - inner.min), over(inner.max - outer.max))
}

/// A rectangle with the same centre whose sides are at least that long.
pub(super) fn at_least(area: Rect, side: f32) -> Rect {
    Rect::centered(area.center(), area.width().max(side), area.height().max(side))
}

/// The rectangle around all footprints at a scale for each axis.
fn extent(world: &Positions, scale: Point, footprints: &[Rect]) -> Rect {
    let points = world.all_points();
    let footprints = points.iter().zip(footprints);
    footprints.fold(Rect::NOTHING, |all, (point, footprint)| {
        all.union(&footprint.translated(scaled(*point, scale)))
    })
}

/// A point at a scale for each axis.
fn scaled(point: Point, scale: Point) -> Point {
    Point::new(point.x * scale.x, point.y * scale.y)
}

/// The limits of a scale.
#[derive(Clone, Copy)]
pub(super) struct ScaleLimits {
    /// The largest scale along an axis.
    pub(super) scale: f32,
    /// The largest ratio of the scales along both axes, from 1.
    pub(super) stretch: f32,
}

/// The largest scales along both axes at which all footprints fit into an area, within their limits.
pub(super) fn scale_that_fits(
    world: &Positions,
    footprints: &[Rect],
    area: Rect,
    limits: ScaleLimits,
) -> Point {
    let largest = |fits: &dyn Fn(Rect) -> bool| {
        let fits = |scale: f32| fits(extent(world, Point::new(scale, scale), footprints));
        let (mut low, mut high) = (0.0, limits.scale);
        if world.all_points().is_empty() || fits(high) {
            return high;
        }
        for _ in 0..30 {
            let middle = f32::midpoint(low, high);
            if fits(middle) { low = middle } else { high = middle }
        }
        low
    };
    let across = largest(&|extent| extent.width() <= area.width());
    let down = largest(&|extent| extent.height() <= area.height());
    // What lies in a row has no length across it that could be stretched.
    let lies_in_a_row = |axis: fn(&Point) -> f32| {
        let points = world.all_points();
        let mut along = points.iter().map(axis);
        along.next().is_none_or(|first| along.all(|other| other == first))
    };
    if lies_in_a_row(|point| point.x) || lies_in_a_row(|point| point.y) {
        return Point::new(across.min(down), across.min(down));
    }
    let most = across.min(down) * limits.stretch;
    Point::new(across.min(most), down.min(most))
}

/// The positions at a scale, moved so that the footprints are centred in an area.
pub(super) fn centered(
    world: &Positions,
    scale: Point,
    footprints: &[Rect],
    area: Rect,
) -> Positions {
    let extent = extent(world, scale, footprints);
    let shift = if extent.is_nothing() { area.center() } else { area.center() - extent.center() };
    world.map(|point| scaled(point, scale) + shift)
}

/// The number of pairs of footprints that overlap at a scale.
pub(super) fn overlaps(world: &Positions, scale: Point, footprints: &[Rect]) -> usize {
    let mut placed: Vec<Rect> = world
        .all_points()
        .iter()
        .zip(footprints)
        .map(|(p, footprint)| footprint.translated(scaled(*p, scale)))
        .collect();
    placed.sort_by(|a, b| a.min.x.total_cmp(&b.min.x));
    let after = |i: usize| {
        let own = placed[i];
        placed[i + 1..]
            .iter()
            .take_while(move |other| other.min.x < own.max.x)
            .filter(move |other| other.intersects(&own))
            .count()
    };
    (0..placed.len()).map(after).sum()
}

/// Whether any mark or label of a scene reaches into an area.
pub(super) fn touches(scene: &Scene, area: &Rect) -> bool {
    scene.nations.iter().any(|nation| nation.bounds().intersects(area))
        || scene.labels.iter().any(|label| label.bounds.intersects(area))
        || scene.hulls.iter().any(|hull| !hull.is_bloc && hull.touches(area))
        || scene.ties.iter().filter(|tie| tie.is_drawn).any(|tie| {
            tie.curve.bounds().intersects(area)
                && tie.curve.flatten(2.0).windows(2).any(|p| segment_meets(p[0], p[1], area))
        })
}
