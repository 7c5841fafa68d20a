//! Fits boxes into an area without overlaps, each as near to its desired position as possible.
//!
//! A rule of our own in two steps. The desired positions are spread over the area, each axis by itself
//! between where they are and equal steps in the same order, so that what was left, right, above and
//! below mostly stays so; the less spread, the better. Then overlapping pairs push one another apart as
//! in `overlap_removal`, held within the area; the few that are stuck go to the nearest free position.
//! Guarantees that no two of the boxes have less than the margin between them and that all lie in the
//! area. It may find no such positions where there are some.

use super::free_space::{FreeSpace, MARGIN};
use super::geometry::{DIRECTIONS, Rect, Xy, add, grown, moved, overlap, scaled};
use super::overlap_removal::{ROUNDING_SLACK, overlapping_pairs, push_apart};

/// The shares of spreading that are tried, one after the other.
const SPREADS: [f32; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];
const ROUNDS: usize = 1000;
/// The largest share of the boxes that may be stuck.
const MOST_STUCK: f32 = 0.12;
/// How far a stuck box may go, as a share of the area's longer side.
const FARTHEST_MOVE: f32 = 0.12;
/// The distance between two rings of positions that are tried.
const RING_STEP: f32 = 12.0;
/// More boxes than this could not be read on a page.
const MOST_BOXES: usize = 4_000;

/// Boxes and where they should be in an area.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaProblem {
    /// Each box relative to its node's position, as `[left, top, right, bottom]`.
    pub boxes: Vec<[f32; 4]>,
    /// Where each node should lie.
    pub desired: Vec<[f32; 2]>,
    /// The area that all boxes must lie in, as `[left, top, right, bottom]`.
    pub area: [f32; 4],
    /// A part of it that must stay free, in the same way.
    pub taken: Option<[f32; 4]>,
    /// The least gap between two boxes, above 0.
    pub margin: f32,
}

/// Positions at which no box overlaps another or leaves the area; `None` where none are found, where
/// the lists have different lengths or numbers make no sense, and above 4,000 boxes.
pub fn fit_into_area(problem: &AreaProblem) -> Option<Vec<[f32; 2]>> {
    let AreaProblem { boxes, desired, area, .. } = problem;
    let fits = |b: &Rect| b[2] - b[0] <= area[2] - area[0] && b[3] - b[1] <= area[3] - area[1];
    let numbers = desired.iter().flatten().chain(boxes.iter().flatten());
    let is_finite = numbers.chain(problem.taken.iter().flatten()).all(|c| c.is_finite());
    if boxes.len() != desired.len()
        || boxes.len() > MOST_BOXES
        || !is_finite
        || !boxes.iter().all(fits)
    {
        return None;
    }
    // Boxes are pushed apart by the margin of a map: the area is magnified until that is its own.
    let zoom = MARGIN / problem.margin;
    if !(zoom.is_finite() && zoom > 0.0) {
        return None;
    }
    let magnified = problem.magnified(zoom);
    let ranks = [ranks(desired, 0), ranks(desired, 1)];
    let at = SPREADS.into_iter().find_map(|share| {
        let mut at = spread_over_area(&magnified, &ranks, share);
        (push_all_apart(&magnified, &mut at) || relocate_stuck(&magnified, &mut at)).then_some(at)
    })?;
    Some(at.into_iter().map(|at| scaled(at, 1.0 / zoom)).collect())
}

impl AreaProblem {
    /// Whether a box lies on the part that is taken, or nearer to it than the margin.
    fn is_on_taken(&self, shape: Rect, at: Xy) -> bool {
        self.taken.is_some_and(|taken| overlap(grown(moved(shape, at), MARGIN), taken))
    }

    fn is_any_on_taken(&self, at: &[Xy]) -> bool {
        self.boxes.iter().zip(at).any(|(&shape, &at)| self.is_on_taken(shape, at))
    }

    /// The shortest way for a box off the part that is taken which doesn't lead out of the area.
    fn way_off_taken(&self, shape: Rect, at: Xy) -> Option<Xy> {
        let taken = self.taken.filter(|_| self.is_on_taken(shape, at))?;
        let (own, taken) = (moved(shape, at), grown(taken, MARGIN + ROUNDING_SLACK));
        let ways = [
            [taken[2] - own[0], 0.0],
            [taken[0] - own[2], 0.0],
            [0.0, taken[3] - own[1]],
            [0.0, taken[1] - own[3]],
        ];
        let stays = |way: &Xy| holds(self.area, moved(own, *way));
        let length = |way: &Xy| way[0].abs() + way[1].abs();
        ways.into_iter().filter(stays).min_by(|a, b| length(a).total_cmp(&length(b)))
    }

    fn magnified(&self, zoom: f32) -> Self {
        Self {
            boxes: self.boxes.iter().map(|shape| shape.map(|side| side * zoom)).collect(),
            desired: self.desired.iter().map(|at| scaled(*at, zoom)).collect(),
            area: self.area.map(|side| side * zoom),
            taken: self.taken.map(|taken| taken.map(|side| side * zoom)),
            margin: MARGIN,
        }
    }
}

/// The rank of each box along an axis, 0 to 1.
fn ranks(desired: &[Xy], axis: usize) -> Vec<f32> {
    let mut order: Vec<usize> = (0..desired.len()).collect();
    let key = |i: usize| (desired[i][axis], desired[i][1 - axis]);
    order.sort_by(|&a, &b| {
        let ((a0, a1), (b0, b1)) = (key(a), key(b));
        a0.total_cmp(&b0).then(a1.total_cmp(&b1))
    });
    let mut ranks = vec![0.5; desired.len()];
    if desired.len() > 1 {
        let last = (desired.len() - 1) as f32;
        for (rank, node) in order.into_iter().enumerate() {
            ranks[node] = rank as f32 / last;
        }
    }
    ranks
}

fn spread_over_area(problem: &AreaProblem, ranks: &[Vec<f32>; 2], share: f32) -> Vec<Xy> {
    let area = problem.area;
    let coordinate = |node: usize, axis: usize| {
        let (low, high) = (area[axis], area[axis + 2]);
        let even = low + ranks[axis][node] * (high - low);
        problem.desired[node][axis] * (1.0 - share) + even * share
    };
    (0..problem.desired.len()).map(|node| [coordinate(node, 0), coordinate(node, 1)]).collect()
}

/// Pushes boxes apart within the area; returns whether none overlaps any more.
fn push_all_apart(problem: &AreaProblem, at: &mut [Xy]) -> bool {
    let unpinned = vec![false; at.len()];
    hold_within(problem, at);
    for _ in 0..ROUNDS {
        let pairs = overlapping_pairs(&problem.boxes, at);
        if pairs.is_empty() {
            return !problem.is_any_on_taken(at);
        }
        for (a, b) in pairs {
            push_apart(&problem.boxes, &unpinned, at, [a as usize, b as usize]);
        }
        hold_within(problem, at);
    }
    false
}

/// Takes the stuck boxes out and puts each at its nearest free position; returns whether all found one
/// that isn't far away.
fn relocate_stuck(problem: &AreaProblem, at: &mut [Xy]) -> bool {
    let mut is_out: Vec<bool> =
        (0..at.len()).map(|node| problem.is_on_taken(problem.boxes[node], at[node])).collect();
    for (a, b) in overlapping_pairs(&problem.boxes, at) {
        if !is_out[a as usize] && !is_out[b as usize] {
            is_out[b as usize] = true;
        }
    }
    let stuck: Vec<usize> = (0..at.len()).filter(|node| is_out[*node]).collect();
    if stuck.len() as f32 > MOST_STUCK * at.len() as f32 {
        return false;
    }
    let mut free_space = FreeSpace::new(&problem.boxes);
    if let Some(taken) = problem.taken {
        free_space.occupy(at.len() as u32, taken, [0.0; 2]);
    }
    for node in (0..at.len()).filter(|node| !is_out[*node]) {
        free_space.occupy(node as u32, problem.boxes[node], at[node]);
    }
    stuck.into_iter().all(|node| {
        let Some(free) = nearest(problem, &free_space, problem.boxes[node], at[node]) else {
            return false;
        };
        at[node] = free;
        free_space.occupy(node as u32, problem.boxes[node], free);
        true
    })
}

/// The free position in the area nearest to a target, on rings around it.
fn nearest(problem: &AreaProblem, free_space: &FreeSpace, shape: Rect, target: Xy) -> Option<Xy> {
    let area = problem.area;
    let farthest = FARTHEST_MOVE * (area[2] - area[0]).max(area[3] - area[1]);
    let rings = (0..).map(|ring| ring as f32 * RING_STEP).take_while(|radius| *radius <= farthest);
    let candidates =
        rings.flat_map(|radius| DIRECTIONS.map(|direction| add(target, scaled(direction, radius))));
    candidates
        .into_iter()
        .find(|at| holds(area, moved(shape, *at)) && free_space.is_free(shape, *at))
}

fn holds(area: Rect, b: Rect) -> bool {
    b[0] >= area[0] && b[1] >= area[1] && b[2] <= area[2] && b[3] <= area[3]
}

/// Moves boxes into the area and off the part of it that is taken.
fn hold_within(problem: &AreaProblem, at: &mut [Xy]) {
    for (position, shape) in at.iter_mut().zip(&problem.boxes) {
        let held = moved(*shape, *position);
        for axis in 0..2 {
            let under = (problem.area[axis] - held[axis]).max(0.0);
            let over = (held[axis + 2] - problem.area[axis + 2]).max(0.0);
            position[axis] += under - over;
        }
        *position = add(*position, problem.way_off_taken(*shape, *position).unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(desired: Vec<Xy>) -> AreaProblem {
        AreaProblem {
            boxes: vec![[-40.0, -10.0, 40.0, 20.0]; desired.len()],
            desired,
            area: [0.0, 0.0, 1000.0, 700.0],
            taken: None,
            margin: 2.0,
        }
    }

    #[test]
    fn what_has_room_stays() {
        let desired = vec![[100.0, 100.0], [300.0, 100.0], [300.0, 400.0]];
        // Halves and their multiples are exact at any power of two.
        assert_eq!(fit_into_area(&problem(desired.clone())), Some(desired));
    }

    #[test]
    fn a_hundred_in_one_heap_come_apart_within_the_area() {
        let desired = (0..100u8).map(|i| [500.0 + f32::from(i % 10), 350.0 + f32::from(i / 10)]);
        let problem = problem(desired.collect());
        let at = fit_into_area(&problem).expect("a third of the area is enough room");
        let boxes: Vec<Rect> = at.iter().map(|at| moved(problem.boxes[0], *at)).collect();
        for (index, own) in boxes.iter().enumerate() {
            assert!(own[0] >= -0.01 && own[1] >= -0.01 && own[2] <= 1000.01 && own[3] <= 700.01);
            assert!(boxes[..index].iter().all(|other| !overlap(*own, *other)));
        }
        assert_eq!(fit_into_area(&problem), Some(at));
    }

    #[test]
    fn a_part_that_is_taken_stays_free() {
        let taken = [0.0, 500.0, 300.0, 700.0];
        let desired =
            (0..60u8).map(|i| [60.0 * f32::from(i % 10), 640.0 - 9.0 * f32::from(i / 10)]);
        let problem = AreaProblem { taken: Some(taken), ..problem(desired.collect()) };
        let at = fit_into_area(&problem).expect("there is room");
        for (&shape, &at) in problem.boxes.iter().zip(&at) {
            assert!(!overlap(moved(shape, at), taken), "{at:?}");
        }
    }

    #[test]
    fn more_than_fits_is_none_and_nonsense_too() {
        assert_eq!(fit_into_area(&problem(vec![[500.0, 350.0]; 400])), None);
        assert_eq!(fit_into_area(&problem(vec![[f32::NAN, 0.0]])), None);
        let uneven = AreaProblem { boxes: Vec::new(), ..problem(vec![[1.0, 1.0]]) };
        assert_eq!(fit_into_area(&uneven), None);
    }
}
