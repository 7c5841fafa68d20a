//! How wide the lines of ties may be without covering the map.

use super::TieRank;
use crate::model::{End, Map, Point, Rect, Tie};
use crate::scene::{Emphasis, LineUnits, Positions, TieMark};

/// The share of its area that lines may cover on a map. If they cover more, they are drawn thinner.
const MAX_INK: f32 = 0.12;

/// The smallest factor by which lines are thinned.
const THINNEST: f32 = 0.3;

/// The space around the outermost nations that belongs to the area of a map, at unit 1.
const AROUND: f32 = 60.0;

/// Units by which lines don't cover the area of a map: those within blocs are thinned as far as all lines
/// together need it, the others only as far as they need it by themselves. `rank` gives the rank of each
/// tie, by its index in the map, as far as it is drawn.
pub(in crate::scene) fn lines_that_fit(
    map: &Map,
    rank: impl Fn(usize) -> Option<TieRank>,
    positions: &Positions,
    unit: f32,
    area: f32,
) -> LineUnits {
    let position = |id| map.nations().index_of(id).map(|index| positions.get(index));
    let ink = |tie: &Tie| {
        let End::Nation(to) = tie.to else { return 0.0 };
        let width = map.kinds().get(tie.kind).map_or(1.5, |kind| kind.width) * unit;
        position(tie.from).zip(position(to)).map_or(0.0, |(from, to)| from.distance(to) * width)
    };
    let (mut all, mut usual) = (0.0, 0.0);
    for (index, (_, tie)) in map.ties().iter().enumerate() {
        let Some(rank) = rank(index) else { continue };
        let ink = ink(tie);
        all += ink;
        usual += if rank.is_pale() { 0.0 } else { ink };
    }
    let thinned = |ink: f32| unit * (MAX_INK / (ink / area).max(MAX_INK)).max(THINNEST);
    LineUnits { full: unit, usual: thinned(usual), within_blocs: thinned(all) }
}

/// The area by which the widths of lines are chosen where there is no page, in square units: that which the map
/// takes, or less for one that wouldn't fit the usual page at this size. There its marks wouldn't shrink as much as
/// the distances between them, so that lines cover more; a window and a page show the same weights.
pub(in crate::scene) fn area_of(positions: &Positions, unit: f32) -> f32 {
    /// The room for a map on the usual page, at unit 1.
    const PAGE: Point = Point::new(1080.0, 650.0);
    let points = positions.all_points();
    let extent = points.iter().fold(Rect::NOTHING, |all, point| all.including(*point));
    let side = |from: f32, to: f32| (to - from).max(0.0) + 2.0 * AROUND * unit;
    let Rect { min, max } =
        if extent.is_nothing() { Rect::new(Point::default(), Point::default()) } else { extent };
    let (width, height) = (side(min.x, max.x), side(min.y, max.y));
    let shrunk = (PAGE.x * unit / width).min(PAGE.y * unit / height).min(1.0);
    (width * height).min(PAGE.x * PAGE.y * unit * unit / shrunk)
}

/// The share of a map's area that the ties cover which stand out.
pub(in crate::scene) fn strong_cover(ties: &[TieMark], positions: &Positions, unit: f32) -> f32 {
    let strong = ties.iter().filter(|tie| tie.is_drawn && tie.emphasis == Emphasis::Strong);
    let ink = strong.map(|tie| tie.curve.from.distance(tie.curve.to) * tie.width).sum::<f32>();
    ink / area_of(positions, unit)
}
