//! What lies where in a scene, found in a grid: what is at a point, in a rectangle or in a lasso. A
//! question looks at its neighbourhood alone, however large the map.

mod adjacency;
mod grid;

pub use adjacency::{Adjacency, Near};
pub(in crate::scene) use grid::{Cells, Shape};

use super::curve::segment_distance;
use super::{Label, LabelOwner, Mark, NationMark, Scene, TieMark};
use crate::model::{NationId, Point, Rect, TieId};

/// Which record stands where in a scene's lists.
#[derive(Clone, Debug, Default)]
pub struct MarkLookup {
    nations: Vec<(NationId, u32)>,
    ties: Vec<(TieId, u32)>,
}

impl MarkLookup {
    /// The places of a scene's marks.
    pub fn of(scene: &Scene) -> Self {
        let mut nations: Vec<_> = scene.nations.iter().map(|mark| mark.id).zip(0..).collect();
        let mut ties: Vec<_> = scene.ties.iter().map(|mark| mark.id).zip(0..).collect();
        nations.sort_unstable();
        ties.sort_unstable();
        Self { nations, ties }
    }

    /// The place of a nation's mark.
    pub fn nation(&self, id: NationId) -> Option<usize> {
        let found = self.nations.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        self.nations.get(found).map(|(_, place)| *place as usize)
    }

    /// The place of a tie's mark.
    pub fn tie(&self, id: TieId) -> Option<usize> {
        let found = self.ties.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        self.ties.get(found).map(|(_, place)| *place as usize)
    }
}

/// The grids of a scene.
#[derive(Clone, Debug, Default)]
pub struct SpatialIndex {
    nations: Cells,
    ties: Cells,
    /// The ties once more, small enough to be looked through quickly.
    chords: Vec<Chord>,
    /// Half the width of the widest tie.
    half_widest: f32,
}

/// The straight line between the ends of a tie, and how far the tie reaches beside it.
#[derive(Clone, Copy, Debug)]
struct Chord {
    from: Point,
    to: Point,
    reach: f32,
}

impl SpatialIndex {
    /// The grids of a scene: for 200,000 ties some 20 MB and a tenth of a second.
    pub fn of(scene: &Scene) -> Self {
        let drawn = || (0..).zip(&scene.nations).filter(|(_, mark)| mark.is_drawn());
        let nation_extent = extent(drawn().map(|(_, mark)| mark.bounds()));
        let tie_extent = extent(scene.ties.iter().map(|mark| mark.curve.bounds()));
        let nations = Cells::new(nation_extent, side(scene.nations.len(), 256), |put| {
            drawn().for_each(|(place, mark)| put(place, &Shape::Area(mark.bounds())));
        });
        let tolerance = TOLERANCE * tie_extent.width().max(tie_extent.height());
        let ties = Cells::new(tie_extent, side(scene.ties.len(), 48), |put| {
            for (place, mark) in (0..).zip(&scene.ties) {
                if mark.curve.is_straight() {
                    put(place, &Shape::Line(&[mark.curve.from, mark.curve.to]));
                } else {
                    put(place, &Shape::Line(&mark.curve.flatten(tolerance)));
                }
            }
        });
        let half_widest = scene.ties.iter().map(|mark| mark.width / 2.0).fold(0.0, f32::max);
        let chords = scene.ties.iter().map(Chord::of).collect();
        Self { nations, ties, chords, half_widest: half_widest + tolerance.max(0.0) }
    }

    /// The topmost mark at a point: nations above ties, later ones above earlier ones, then labels,
    /// which count as what they name. Of ties that the point doesn't lie on, the nearest within
    /// `slack` world units. `without` is never found: what is being dragged.
    pub fn at(
        &self,
        scene: &Scene,
        lookup: &MarkLookup,
        point: Point,
        slack: f32,
        without: Option<NationId>,
    ) -> Option<Mark> {
        self.nation_at(scene, point, without)
            .or_else(|| self.tie_at(scene, point, slack))
            .or_else(|| label_at(scene, lookup, point, without))
    }

    fn nation_at(&self, scene: &Scene, point: Point, without: Option<NationId>) -> Option<Mark> {
        let near = self.nations.near(&Rect::new(point, point));
        let hit = |mark: &NationMark| Some(mark.id) != without && mark.contains(point);
        let mut topmost = near.into_iter().rev().map(|place| place as usize);
        topmost.find(|place| scene.nations.get(*place).is_some_and(hit)).map(Mark::Nation)
    }

    fn tie_at(&self, scene: &Scene, point: Point, slack: f32) -> Option<Mark> {
        let reach = slack + self.half_widest;
        let mut best: (f32, Option<u32>) = (slack, None);
        self.ties.any_near(&Rect::new(point, point).expanded(reach), |place| {
            let is_far = |chord: &Chord| chord.is_farther(point, best.0);
            if self.chords.get(place as usize).is_none_or(is_far) {
                return false;
            }
            let Some(mark) = scene.ties.get(place as usize) else { return false };
            let beside = (mark.curve.distance_to(point) - mark.width / 2.0).max(0.0);
            // Of two equally near the later one, which is drawn above.
            if beside < best.0 || (beside == best.0 && best.1.is_none_or(|other| other < place)) {
                best = (beside, Some(place));
            }
            false
        });
        best.1.map(|place| Mark::Tie(place as usize))
    }

    /// Every nation whose centre, and every tie whose middle, lies in a rectangle.
    pub fn within(&self, scene: &Scene, area: &Rect) -> Vec<Mark> {
        self.chosen(scene, area, |point| area.contains(point))
    }

    /// Every nation whose centre, and every tie whose middle, lies in a closed line: where the line
    /// crosses itself, what it goes around an odd number of times.
    pub fn in_lasso(&self, scene: &Scene, lasso: &[Point]) -> Vec<Mark> {
        let area = lasso.iter().fold(Rect::NOTHING, |area, point| area.including(*point));
        self.chosen(scene, &area, |point| goes_around(lasso, point))
    }

    fn chosen(&self, scene: &Scene, area: &Rect, is_in: impl Fn(Point) -> bool) -> Vec<Mark> {
        let nation = |place: &usize| {
            scene.nations.get(*place).is_some_and(|mark| mark.is_drawn() && is_in(mark.center))
        };
        let tie = |place: &usize| scene.ties.get(*place).is_some_and(|mark| is_in(mark.middle));
        let nations = self.nations.near(area).into_iter().map(|place| place as usize);
        // The middle of a whole tie can lie off its drawn part: within a nation or an arrow.
        let ties = (0..scene.ties.len()).filter(tie).map(Mark::Tie);
        nations.filter(nation).map(Mark::Nation).chain(ties).collect()
    }

    /// The places of the nations whose marks may be seen in a rectangle, ascending.
    pub fn nations_in(&self, area: &Rect) -> Vec<u32> {
        self.nations.near(area)
    }

    /// The places of the ties whose lines may be seen in a rectangle, ascending.
    pub fn ties_in(&self, area: &Rect) -> Vec<u32> {
        /// In a larger part of the map a tie lies in so many cells that it is quicker to look at each once.
        const LARGE: f32 = 0.01;
        if self.ties.share_of(area) < LARGE {
            return self.ties.near(&area.expanded(self.half_widest));
        }
        let all = (0..).zip(&self.chords);
        all.filter(|(_, chord)| chord.may_touch(area)).map(|(place, _)| place).collect()
    }
}

/// How far the grid's copy of a curve may leave it, as a part of the map's side.
const TOLERANCE: f32 = 1e-4;

/// How many cells a side has for so many things: few things in each, little memory in all.
fn side(things: usize, most: usize) -> usize {
    ((things as f32).sqrt() as usize).clamp(4, most)
}

fn extent(bounds: impl Iterator<Item = Rect>) -> Rect {
    bounds.fold(Rect::NOTHING, |all, rect| all.union(&rect))
}

impl Chord {
    fn of(mark: &TieMark) -> Self {
        let curve = &mark.curve;
        let off = [curve.control_from, curve.control_to]
            .map(|control| segment_distance(control, curve.from, curve.to));
        let beside = if curve.is_straight() { 0.0 } else { off[0].max(off[1]) };
        Self { from: curve.from, to: curve.to, reach: beside + mark.width / 2.0 }
    }

    /// Whether the tie surely lies farther from a point than that.
    fn is_farther(&self, point: Point, distance: f32) -> bool {
        let reach = (distance + self.reach) * 1.001;
        segment_distance(point, self.from, self.to) > reach
    }

    /// Whether the tie may touch a rectangle: neither an axis nor the line across the tie separates them
    /// (the separating axis theorem).
    fn may_touch(&self, area: &Rect) -> bool {
        let around = Rect::NOTHING.including(self.from).including(self.to);
        if !around.expanded(self.reach).intersects(area) {
            return false;
        }
        let (along, to_middle) = (self.to - self.from, area.center() - self.from);
        let away = (along.x * to_middle.y - along.y * to_middle.x).abs();
        let half = area.width() * along.y.abs() + area.height() * along.x.abs();
        away <= (half / 2.0 + self.reach * along.length()) * 1.001
    }
}

/// A label counts as what it names.
fn label_at(
    scene: &Scene,
    lookup: &MarkLookup,
    point: Point,
    without: Option<NationId>,
) -> Option<Mark> {
    let label = scene.labels.iter().rev().find(|label| is_on(label, point))?;
    match label.owner {
        LabelOwner::Nation(id) if Some(id) == without => None,
        LabelOwner::Nation(id) => lookup.nation(id).map(Mark::Nation),
        LabelOwner::Tie(id) => lookup.tie(id).map(Mark::Tie),
        LabelOwner::Hull(_) => None,
    }
}

fn is_on(label: &Label, point: Point) -> bool {
    if !label.bounds.contains(point) {
        return false;
    }
    let (sin, cos) = label.angle_radians.sin_cos();
    let offset = point - label.center;
    let along = offset.x * cos + offset.y * sin;
    let across = offset.y * cos - offset.x * sin;
    along.abs() <= label.extent.x / 2.0 && across.abs() <= label.extent.y / 2.0
}

/// Whether a closed line goes around a point an odd number of times.
///
/// Source: the crossing test of Shimrat (1962), “Algorithm 112: position of point relative to polygon”.
fn goes_around(lasso: &[Point], point: Point) -> bool {
    let ends = lasso.iter().zip(lasso.iter().cycle().skip(1));
    ends.fold(false, |inside, (a, b)| {
        let crosses = (a.y > point.y) != (b.y > point.y)
            && point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y);
        inside != crosses
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_in_a_notch_isnt_within() {
        let points = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (5.0, 2.0), (0.0, 10.0)];
        let lasso = points.map(|(x, y)| Point::new(x, y));
        assert!(goes_around(&lasso, Point::new(1.0, 5.0)));
        assert!(!goes_around(&lasso, Point::new(5.0, 6.0)));
        assert!(!goes_around(&lasso, Point::new(-1.0, 5.0)));
        assert!(!goes_around(&lasso[..1], Point::new(0.0, 0.0)));
    }
}
