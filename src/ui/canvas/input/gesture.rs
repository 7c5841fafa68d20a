//! What the hand is doing on the canvas, from press to release.

use egui::Pos2;

use super::lasso::Lasso;
use super::snapping::{Snap, SnapReach, SnapTargets};
use crate::layout::DragLayout;
use crate::model::{Map, NationId, Point};
use crate::tasks::layout_problem;

/// Maps with more nations than this don't give way live: only what is held moves.
const LARGEST_LIVE: usize = 2_000;

/// What a drag does.
pub enum Gesture {
    /// Moves nations.
    MoveNations(Box<NationDrag>),
    /// Spans a box of selection.
    SelectBox {
        /// Where it began on the screen.
        from: Pos2,
    },
    /// Draws a line around what shall be selected.
    Lasso(Lasso),
    /// Pans the map.
    Pan,
    /// Draws a tie.
    DrawTie {
        /// The nation that the tie starts at.
        from: NationId,
        /// Whether the hand has been well outside that nation: only then does a return to it mean a
        /// tie to itself.
        has_left: bool,
    },
}

/// Nations on the move: those held follow the hand, the others give way.
pub struct NationDrag {
    held: Vec<Held>,
    live: Option<DragLayout>,
    /// Where every nation is now, in the order of the map.
    positions: Vec<(NationId, Point)>,
    /// The places in that order of those to snap to.
    candidates: Vec<usize>,
    /// Where these are, as the snapping needs it.
    others: SnapTargets,
    snap: Snap,
}

struct Held {
    nation: NationId,
    /// Its place in the order of the map.
    index: usize,
    /// From the hand to its centre.
    grab: Point,
}

impl NationDrag {
    /// Takes nations in hand at a point of the world.
    pub fn begin(
        map: &Map,
        nations: &[NationId],
        hand: Point,
        shown: &dyn Fn(NationId) -> Option<Point>,
    ) -> Self {
        let positions: Vec<(NationId, Point)> =
            map.nations().ids().map(|id| (id, shown(id).unwrap_or_default())).collect();
        let take = |nation: &NationId| {
            let index = map.nations().index_of(*nation)?;
            let at = positions.get(index)?.1;
            Some(Held { nation: *nation, index, grab: at - hand })
        };
        let held: Vec<Held> = nations.iter().filter_map(take).collect();
        // A group keeps its shape; only around a single nation do the others give way.
        let gives_way = held.len() == 1 && map.nations().len() <= LARGEST_LIVE;
        let live = gives_way.then(|| {
            let mut problem = layout_problem(map);
            for (slot, (_, at)) in problem.positions.iter_mut().zip(&positions) {
                *slot = Some([at.x, at.y]);
            }
            DragLayout::new(&problem).ok()
        });
        Self {
            held,
            live: live.flatten(),
            positions,
            candidates: Vec::new(),
            others: SnapTargets::default(),
            snap: Snap::default(),
        }
    }

    /// Lets the nation in hand snap to others from now on, except those in hand.
    pub fn snap_to(&mut self, others: &dyn Fn(NationId, Point) -> bool) {
        let mut held: Vec<usize> = self.held.iter().map(|held| held.index).collect();
        held.sort_unstable();
        let fits = |(index, (id, at)): (usize, &(NationId, Point))| {
            (held.binary_search(&index).is_err() && others(*id, *at)).then_some(index)
        };
        self.candidates = self.positions.iter().enumerate().filter_map(fits).collect();
        self.others = self.others_now();
    }

    /// Finds out what the nation in hand is aligned with, the first of several; nothing without a reach.
    /// SnapTargets snap as they lie now, and those that it is aligned with don't give way: what shows as
    /// aligned stays so.
    pub fn align(&mut self, hand: Point, reach: Option<SnapReach>) {
        if self.live.is_some() {
            self.others = self.others_now();
        }
        let snap = self.held.first().zip(reach);
        let snap = snap.map(|(held, reach)| self.others.snap(hand + held.grab, reach));
        self.snap = snap.unwrap_or_default();
        if let Some(live) = &mut self.live {
            live.keep(self.snap.partners());
        }
    }

    /// What the nation in hand is aligned with.
    pub const fn snap(&self) -> &Snap {
        &self.snap
    }

    fn others_now(&self) -> SnapTargets {
        let at = |index: &usize| self.positions.get(*index).map(|(_, at)| (*index, *at));
        SnapTargets::new(self.candidates.iter().filter_map(at))
    }

    /// The nations in hand.
    pub fn held(&self) -> impl Iterator<Item = NationId> {
        self.held.iter().map(|held| held.nation)
    }

    /// Follows the hand for one frame; returns whether the others are still giving way.
    pub fn follow(&mut self, hand: Point) -> bool {
        let mut moving = false;
        for held in &self.held {
            let at = hand + held.grab + self.snap.shift;
            if let Some(live) = &mut self.live {
                live.hold(held.index, [at.x, at.y]);
            }
            if let Some(slot) = self.positions.get_mut(held.index) {
                slot.1 = at;
            }
        }
        if let Some(live) = &mut self.live {
            moving = live.step() > 0.05;
            for ((_, slot), [x, y]) in self.positions.iter_mut().zip(live.positions()) {
                *slot = Point::new(*x, *y);
            }
        }
        moving
    }

    /// Lets the others come to rest after the last movement of the hand.
    pub fn settle(&mut self, hand: Point) {
        const MOST_STEPS: usize = 120;
        for _ in 0..MOST_STEPS {
            if !self.follow(hand) {
                break;
            }
        }
    }

    /// Where the nations are now that may have moved.
    pub fn positions(&self) -> impl Iterator<Item = (NationId, Point)> {
        let all = self.live.iter().flat_map(|_| self.positions.iter());
        let held = self.held.iter().filter(|_| self.live.is_none());
        all.chain(held.filter_map(|held| self.positions.get(held.index))).copied()
    }
}
