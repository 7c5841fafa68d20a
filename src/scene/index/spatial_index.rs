//! Finds marks by position, with a grid for nations and one for ties.

use super::chord::Chord;
use super::grid::{Grid, GridShape};
use super::label_hit::{mark_of_label, notes_in, topmost_label};
use super::lasso::goes_around;
use super::mark_lookup::MarkLookup;
use crate::model::{NationId, NoteId, Point, Rect};
use crate::scene::{Label, Mark, NationMark, Scene};

/// How far the grid's approximation of a curve may deviate from it, as a fraction of the map's longer
/// side.
const TOLERANCE: f32 = 1e-4;

/// A spatial index of the marks of a scene.
#[derive(Clone, Debug, Default)]
pub struct SpatialIndex {
    nations: Grid,
    ties: Grid,
    /// The ties once more, small enough that all can be tested quickly.
    chords: Vec<Chord>,
    /// Half the width of the widest tie.
    half_widest: f32,
}

impl SpatialIndex {
    /// Builds the index of a scene. For 200,000 ties it takes about 20 MB and a tenth of a second.
    pub fn of(scene: &Scene) -> Self {
        let drawn = || (0..).zip(&scene.nations).filter(|(_, mark)| mark.is_drawn());
        let nation_extent = extent(drawn().map(|(_, mark)| mark.bounds()));
        let tie_extent = extent(scene.ties.iter().map(|mark| mark.curve.bounds()));
        let nations = Grid::new(nation_extent, cells_per_side(scene.nations.len(), 256), |add| {
            drawn().for_each(|(index, mark)| add(index, &GridShape::Area(mark.bounds())));
        });
        let tolerance = TOLERANCE * tie_extent.width().max(tie_extent.height());
        let ties = Grid::new(tie_extent, cells_per_side(scene.ties.len(), 48), |add| {
            for (index, mark) in (0..).zip(&scene.ties).filter(|(_, mark)| mark.is_drawn) {
                if mark.curve.is_straight() {
                    add(index, &GridShape::Line(&[mark.curve.from, mark.curve.to]));
                } else {
                    add(index, &GridShape::Line(&mark.curve.flatten(tolerance)));
                }
            }
        });
        let half_widest = scene.ties.iter().map(|mark| mark.width / 2.0).fold(0.0, f32::max);
        let chords = scene.ties.iter().map(Chord::of).collect();
        Self { nations, ties, chords, half_widest: half_widest + tolerance.max(0.0) }
    }

    /// The topmost mark at a point: nations above ties, later ones above earlier ones, then labels,
    /// which stand for what they name. If the point lies on no tie, the nearest within `slack` world
    /// units counts, and then the edge of an organisation's hull. `without`, the nation that is being dragged,
    /// is never found.
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
            .or_else(|| mark_of_label(scene, lookup, point, without))
            .or_else(|| hull_at(scene, lookup, point, slack))
    }

    /// The topmost label at a point, unless a nation lies there.
    pub fn label_at<'a>(&self, scene: &'a Scene, point: Point) -> Option<&'a Label> {
        let is_on_nation = self.nation_at(scene, point, None).is_some();
        topmost_label(scene, point).filter(|_| !is_on_nation)
    }

    fn nation_at(&self, scene: &Scene, point: Point, without: Option<NationId>) -> Option<Mark> {
        let nearby = self.nations.query(&Rect::new(point, point));
        let hit = |mark: &NationMark| Some(mark.id) != without && mark.contains(point);
        let mut topmost = nearby.into_iter().rev().map(|index| index as usize);
        topmost.find(|index| scene.nations.get(*index).is_some_and(hit)).map(Mark::Nation)
    }

    fn tie_at(&self, scene: &Scene, point: Point, slack: f32) -> Option<Mark> {
        let reach = slack + self.half_widest;
        let mut best: (f32, Option<u32>) = (slack, None);
        self.ties.any_near(&Rect::new(point, point).expanded(reach), |index| {
            let is_far = |chord: &Chord| chord.is_farther(point, best.0);
            if self.chords.get(index as usize).is_none_or(is_far) {
                return false;
            }
            let Some(mark) = scene.ties.get(index as usize) else { return false };
            let distance = (mark.curve.distance_to(point) - mark.width / 2.0).max(0.0);
            // Of two at the same distance the later one, which is drawn above.
            let is_above = |other| other < index;
            if distance < best.0 || (distance == best.0 && best.1.is_none_or(is_above)) {
                best = (distance, Some(index));
            }
            false
        });
        best.1.map(|index| Mark::Tie(index as usize))
    }

    /// The nations whose centres, and the ties whose middles, lie in a rectangle.
    pub fn within(&self, scene: &Scene, area: &Rect) -> Vec<Mark> {
        self.selected(scene, area, |point| area.contains(point))
    }

    /// The nations whose centres, and the ties whose middles, lie in a lasso. Where it crosses itself, it
    /// holds what it goes around an odd number of times.
    pub fn in_lasso(&self, scene: &Scene, lasso: &[Point]) -> Vec<Mark> {
        let area = lasso.iter().fold(Rect::NOTHING, |area, point| area.including(*point));
        self.selected(scene, &area, |point| goes_around(lasso, point))
    }

    /// The text notes whose middles lie in a rectangle.
    pub fn notes_within(&self, scene: &Scene, area: &Rect) -> Vec<NoteId> {
        notes_in(scene, |point| area.contains(point))
    }

    /// The text notes whose middles lie in a lasso.
    pub fn notes_in_lasso(&self, scene: &Scene, lasso: &[Point]) -> Vec<NoteId> {
        notes_in(scene, |point| goes_around(lasso, point))
    }

    fn selected(&self, scene: &Scene, area: &Rect, is_in: impl Fn(Point) -> bool) -> Vec<Mark> {
        let nation = |index: &usize| {
            scene.nations.get(*index).is_some_and(|mark| mark.is_drawn() && is_in(mark.center))
        };
        let tie = |index: &usize| {
            scene.ties.get(*index).is_some_and(|mark| mark.is_drawn && is_in(mark.middle))
        };
        let nations = self.nations.query(area).into_iter().map(|index| index as usize);
        // All ties are tested: the middle of a whole tie can lie off its drawn part, in a nation or an
        // arrow.
        let ties = (0..scene.ties.len()).filter(tie).map(Mark::Tie);
        nations.filter(nation).map(Mark::Nation).chain(ties).collect()
    }

    /// The indices of the nations whose marks may be visible in a rectangle, ascending.
    pub fn nations_in(&self, area: &Rect) -> Vec<u32> {
        self.nations.query(area)
    }

    /// The indices of the ties whose lines may be visible in a rectangle, ascending.
    pub fn ties_in(&self, area: &Rect) -> Vec<u32> {
        /// In a larger part of the map ties lie in so many cells that it is faster to test all of them
        /// once.
        const LARGE: f32 = 0.01;
        if self.ties.fraction_touched(area) < LARGE {
            return self.ties.query(&area.expanded(self.half_widest));
        }
        let all = (0..).zip(&self.chords);
        all.filter(|(_, chord)| chord.may_touch(area)).map(|(index, _)| index).collect()
    }
}

/// The number of cells along a side for a number of items: few items in each, and little memory.
fn cells_per_side(items: usize, max_cells: usize) -> usize {
    ((items as f32).sqrt() as usize).clamp(4, max_cells)
}

fn extent(bounds: impl Iterator<Item = Rect>) -> Rect {
    bounds.fold(Rect::NOTHING, |all, rect| all.union(&rect))
}

/// The organisation whose hull has its edge nearest to a point, if that is within `slack`.
fn hull_at(scene: &Scene, lookup: &MarkLookup, point: Point, slack: f32) -> Option<Mark> {
    let distances = scene.hulls.iter().filter_map(|hull| {
        let distance = hull.distance_to_edge(point);
        Some((distance, hull.organisation?)).filter(|_| distance <= slack)
    });
    let nearest = distances.min_by(|a, b| a.0.total_cmp(&b.0));
    nearest.and_then(|(_, organisation)| lookup.nation(organisation)).map(Mark::Nation)
}
