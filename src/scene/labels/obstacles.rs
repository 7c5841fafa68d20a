//! What labels must keep clear of: discs, lines, rings, arrows, and the edge of the page.

use super::{Block, Grid};
use crate::model::{Point, Rect};
use crate::scene::{MembershipMark, NationMark, TieMark};

/// What is kept free around a mark: viewers round the height of a line to whole pixels.
const AIR: f32 = 0.5;
/// The side of a grid's cell, in units.
const CELL: f32 = 48.0;

/// The discs, lines and rings of a map, and the frame around it.
pub(in crate::scene) struct Field<'a> {
    nations: &'a [NationMark],
    ties: &'a [TieMark],
    /// The points of each tie's line, then of each membership's.
    lines: Vec<Vec<Point>>,
    pieces: Vec<Piece>,
    piece_grid: Grid,
    nation_grid: Grid,
    /// Ties by their rings and arrows.
    tip_grid: Grid,
    /// What the nations' marks take.
    extent: Rect,
    unit: f32,
    frame: Option<Rect>,
}

/// A short piece of a line.
struct Piece {
    ends: [Point; 2],
    line: u32,
}

/// Lists that one look at the field fills after the other, so that none takes memory anew.
#[derive(Default)]
pub(super) struct Looks {
    near: Vec<u32>,
    lengths: Vec<(u32, f32)>,
}

impl<'a> Field<'a> {
    pub(in crate::scene) fn new(
        nations: &'a [NationMark],
        ties: &'a [TieMark],
        memberships: &[MembershipMark],
        unit: f32,
        frame: Option<Rect>,
    ) -> Self {
        let curves = ties.iter().map(|tie| &tie.curve).chain(memberships.iter().map(|m| &m.curve));
        let lines: Vec<Vec<Point>> = curves.map(|curve| curve.flatten(0.5 * unit)).collect();
        let extent = nations.iter().fold(Rect::NOTHING, |all, nation| all.union(&nation.bounds()));
        let grid = || Grid::new(&extent, CELL * unit);
        let mut field = Self {
            nations,
            ties,
            lines,
            pieces: Vec::new(),
            piece_grid: grid(),
            nation_grid: grid(),
            tip_grid: grid(),
            extent,
            unit,
            frame,
        };
        field.fill();
        field
    }

    /// A field without lines, for labels that don't choose.
    pub(in crate::scene) fn empty() -> Self {
        Self::new(&[], &[], &[], 1.0, None)
    }

    fn fill(&mut self) {
        for (index, nation) in (0..).zip(self.nations).filter(|(_, nation)| nation.is_drawn()) {
            self.nation_grid.insert(index, &nation.bounds());
        }
        for (index, tie) in (0..).zip(self.ties) {
            let ring = tie.ring.map(|radius| {
                Rect::centered(tie.middle, 2.0 * radius, 2.0 * radius).expanded(2.0 * self.unit)
            });
            let tip = tie.arrow.map(|arrow| Rect::new(arrow.tip, arrow.tip));
            for bounds in ring.iter().chain(&tip) {
                self.tip_grid.insert(index, bounds);
            }
        }
        for (line, points) in (0..).zip(&self.lines) {
            for ends in points.windows(2) {
                let steps = (ends[0].distance(ends[1]) / self.piece_grid.cell()).ceil().max(1.0);
                for step in 0..steps as u16 {
                    let at = |step: u16| ends[0].lerp(ends[1], f32::from(step) / steps);
                    let ends = [at(step), at(step + 1)];
                    let bounds = Rect::NOTHING.including(ends[0]).including(ends[1]);
                    self.piece_grid.insert(self.pieces.len() as u32, &bounds.expanded(2.0));
                    self.pieces.push(Piece { ends, line });
                }
            }
        }
    }

    /// The points of a tie's line.
    pub(super) fn line(&self, tie: usize) -> &[Point] {
        self.lines.get(tie).map_or(&[], Vec::as_slice)
    }

    /// A grid over the same part of the plane.
    pub(super) fn grid(&self) -> Grid {
        Grid::new(&self.extent, CELL * self.unit)
    }

    /// Whether a text may stand there: on no nation's mark and wholly within the frame.
    /// The nation that it names may hold it, where that is a box for it.
    pub(super) fn allows(
        &self,
        block: &Block,
        own_nation: Option<usize>,
        looks: &mut Looks,
    ) -> bool {
        let bounds = block.bounds();
        if self.frame.is_some_and(|frame| !frame.holds(&bounds)) {
            return false;
        }
        self.nation_grid.near(&bounds, &mut looks.near);
        let is_in_the_way = |index: usize| {
            let nation = &self.nations[index];
            let holds_it = own_nation == Some(index) && nation.text_size.is_some();
            !holds_it && block.overlaps_rect(&nation.bounds().expanded(AIR * self.unit))
        };
        !looks.near.iter().any(|index| is_in_the_way(*index as usize))
    }

    /// What it costs that a text stands near discs and on rings and lines; `own_nation` and `own_tie`
    /// are those that it names.
    pub(super) fn cost(
        &self,
        block: &Block,
        own_nation: Option<usize>,
        own_tie: Option<usize>,
        looks: &mut Looks,
    ) -> f32 {
        let bounds = block.bounds();
        self.cost_of_discs(block, &bounds, own_nation, looks)
            + self.cost_of_lines(block, &bounds, own_tie, looks)
            + self.cost_of_tips(block, &bounds, looks)
    }

    fn cost_of_discs(
        &self,
        block: &Block,
        bounds: &Rect,
        own: Option<usize>,
        looks: &mut Looks,
    ) -> f32 {
        let air = 2.0 * self.unit;
        self.nation_grid.near(&bounds.expanded(air), &mut looks.near);
        let mut cost = 0.0;
        for index in looks.near.iter().map(|index| *index as usize) {
            let nation = &self.nations[index];
            if Some(index) != own && block.distance_to(nation.center) < nation.radius + air {
                cost += 200.0;
            }
        }
        cost
    }

    fn cost_of_lines(
        &self,
        block: &Block,
        bounds: &Rect,
        own: Option<usize>,
        looks: &mut Looks,
    ) -> f32 {
        self.piece_grid.near(bounds, &mut looks.near);
        looks.lengths.clear();
        for index in &looks.near {
            let piece = &self.pieces[*index as usize];
            let is_own = own.is_some_and(|own| piece.line as usize == own);
            let margin = if is_own { 0.0 } else { 1.5 * self.unit };
            let length = block.length_within(&piece.ends, margin) / self.unit;
            if length > 0.0 {
                // Pieces of a line follow one another.
                match looks.lengths.last_mut() {
                    Some((line, sum)) if *line == piece.line => *sum += length,
                    _ => looks.lengths.push((piece.line, length)),
                }
            }
        }
        let each = |(line, length): &(u32, f32)| {
            let line = *line as usize;
            let (once, each) = if line >= self.ties.len() {
                (6.0, 0.25)
            } else if Some(line) == own {
                (5.0, 0.1)
            } else {
                (26.0, 0.7)
            };
            once + each * length
        };
        looks.lengths.iter().map(each).sum()
    }

    fn cost_of_tips(&self, block: &Block, bounds: &Rect, looks: &mut Looks) -> f32 {
        self.tip_grid.near(bounds, &mut looks.near);
        let mut cost = 0.0;
        for tie in looks.near.iter().map(|index| &self.ties[*index as usize]) {
            if let Some(radius) = tie.ring
                && block.distance_to(tie.middle) < radius + 2.0 * self.unit
            {
                cost += 60.0;
            }
            if let Some(arrow) = tie.arrow
                && block.distance_to(arrow.tip) <= 0.0
            {
                cost += 40.0;
            }
        }
        cost
    }
}
