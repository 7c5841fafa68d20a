//! Gives boxes room within an area: where they wish to be as nearly as they can, none over another.
//!
//! A rule of our own in two steps. The wishes are spread over the area, each axis by itself between
//! where they are and equal steps in the same order, so that what was left, right, above and below
//! mostly stays so; the less spread, the better. Then overlapping pairs push one another apart as in
//! `separate`, held within the area; the few that are stuck go to the free spot nearest to them.
//! Guarantees that no two of the boxes it returns have less than the margin between them and that
//! all lie in the area; it may find no such places where there are some.

use super::free_space::{MARGIN, Taken};
use super::geometry::{DIRECTIONS, Rect, Xy, add, moved, scaled};
use super::overlap_removal::{overlapping, push_apart};

/// How far wishes are spread, one after the other.
const SPREADS: [f32; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];
const ROUNDS: usize = 1000;
/// The largest part of the boxes that may be stuck, and how far they may go as a part of the area's
/// longer side.
const MOST_STUCK: f32 = 0.12;
const FARTHEST_MOVE: f32 = 0.12;
/// From one ring of spots to the next.
const RING: f32 = 12.0;
/// More boxes than this on a page could not be read.
const MOST: usize = 4_000;

/// Boxes and where they wish to be.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaProblem {
    /// Each box relative to its node's position, as `[left, top, right, bottom]`.
    pub boxes: Vec<[f32; 4]>,
    /// Where each node wishes to be.
    pub wishes: Vec<[f32; 2]>,
    /// The area that no box leaves, as `[left, top, right, bottom]`.
    pub area: [f32; 4],
    /// The least air between two boxes, more than 0.
    pub margin: f32,
}

/// Positions at which no box overlaps another or leaves the area; `None` where none are found, where
/// the lists have different lengths or numbers that make no sense, and above 4,000 boxes.
pub fn make_room(problem: &AreaProblem) -> Option<Vec<[f32; 2]>> {
    let AreaProblem { boxes, wishes, area, .. } = problem;
    let fits = |b: &Rect| b[2] - b[0] <= area[2] - area[0] && b[3] - b[1] <= area[3] - area[1];
    let is_finite = wishes.iter().flatten().chain(boxes.iter().flatten()).all(|c| c.is_finite());
    if boxes.len() != wishes.len() || boxes.len() > MOST || !is_finite || !boxes.iter().all(fits) {
        return None;
    }
    // Boxes are pushed apart by the world's margin: the page is magnified until that is its own.
    let zoom = MARGIN / problem.margin;
    if !(zoom.is_finite() && zoom > 0.0) {
        return None;
    }
    let magnified = problem.magnified(zoom);
    let ranks = [ranks(wishes, 0), ranks(wishes, 1)];
    let at = SPREADS.into_iter().find_map(|share| {
        let mut at = spread(&magnified, &ranks, share);
        (relax(&magnified, &mut at) || relocate(&magnified, &mut at)).then_some(at)
    })?;
    Some(at.into_iter().map(|at| scaled(at, 1.0 / zoom)).collect())
}

impl AreaProblem {
    fn magnified(&self, zoom: f32) -> Self {
        Self {
            boxes: self.boxes.iter().map(|shape| shape.map(|side| side * zoom)).collect(),
            wishes: self.wishes.iter().map(|wish| scaled(*wish, zoom)).collect(),
            area: self.area.map(|side| side * zoom),
            margin: MARGIN,
        }
    }
}

/// The place of each in the order along an axis, 0 to 1.
fn ranks(wishes: &[Xy], axis: usize) -> Vec<f32> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    let key = |i: usize| (wishes[i][axis], wishes[i][1 - axis]);
    order.sort_by(|&a, &b| {
        let ((a0, a1), (b0, b1)) = (key(a), key(b));
        a0.total_cmp(&b0).then(a1.total_cmp(&b1))
    });
    let mut ranks = vec![0.5; wishes.len()];
    if wishes.len() > 1 {
        let last = (wishes.len() - 1) as f32;
        for (rank, node) in order.into_iter().enumerate() {
            ranks[node] = rank as f32 / last;
        }
    }
    ranks
}

fn spread(problem: &AreaProblem, ranks: &[Vec<f32>; 2], share: f32) -> Vec<Xy> {
    let area = problem.area;
    let place = |node: usize, axis: usize| {
        let (low, high) = (area[axis], area[axis + 2]);
        let even = low + ranks[axis][node] * (high - low);
        problem.wishes[node][axis] * (1.0 - share) + even * share
    };
    (0..problem.wishes.len()).map(|node| [place(node, 0), place(node, 1)]).collect()
}

/// Pushes boxes apart within the area; whether none overlaps any more.
fn relax(problem: &AreaProblem, at: &mut [Xy]) -> bool {
    let unpinned = vec![false; at.len()];
    hold_within(problem, at);
    for _ in 0..ROUNDS {
        let pairs = overlapping(&problem.boxes, at);
        if pairs.is_empty() {
            return true;
        }
        for (a, b) in pairs {
            push_apart(&problem.boxes, &unpinned, at, [a as usize, b as usize]);
        }
        hold_within(problem, at);
    }
    false
}

/// Takes the boxes out that are stuck and puts each at the free spot nearest to it; whether all found
/// one that isn't far away.
fn relocate(problem: &AreaProblem, at: &mut [Xy]) -> bool {
    let mut is_out = vec![false; at.len()];
    for (a, b) in overlapping(&problem.boxes, at) {
        if !is_out[a as usize] && !is_out[b as usize] {
            is_out[b as usize] = true;
        }
    }
    let stuck: Vec<usize> = (0..at.len()).filter(|node| is_out[*node]).collect();
    if stuck.len() as f32 > MOST_STUCK * at.len() as f32 {
        return false;
    }
    let mut taken = Taken::new(&problem.boxes);
    for node in (0..at.len()).filter(|node| !is_out[*node]) {
        taken.take(node as u32, problem.boxes[node], at[node]);
    }
    stuck.into_iter().all(|node| {
        let Some(spot) = nearest(problem, &taken, problem.boxes[node], at[node]) else {
            return false;
        };
        at[node] = spot;
        taken.take(node as u32, problem.boxes[node], spot);
        true
    })
}

/// The free spot in the area nearest to a wish, on rings around it.
fn nearest(problem: &AreaProblem, taken: &Taken, shape: Rect, wish: Xy) -> Option<Xy> {
    let area = problem.area;
    let within = |b: Rect| b[0] >= area[0] && b[1] >= area[1] && b[2] <= area[2] && b[3] <= area[3];
    let farthest = FARTHEST_MOVE * (area[2] - area[0]).max(area[3] - area[1]);
    let rings = (0..).map(|ring| ring as f32 * RING).take_while(|radius| *radius <= farthest);
    let spots = rings.flat_map(|radius| DIRECTIONS.map(|way| add(wish, scaled(way, radius))));
    spots.into_iter().find(|at| within(moved(shape, *at)) && taken.is_free(shape, *at))
}

fn hold_within(problem: &AreaProblem, at: &mut [Xy]) {
    for (place, shape) in at.iter_mut().zip(&problem.boxes) {
        let held = moved(*shape, *place);
        for axis in 0..2 {
            let under = (problem.area[axis] - held[axis]).max(0.0);
            let over = (held[axis + 2] - problem.area[axis + 2]).max(0.0);
            place[axis] += under - over;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::geometry::overlap;
    use super::*;

    fn problem(wishes: Vec<Xy>) -> AreaProblem {
        AreaProblem {
            boxes: vec![[-40.0, -10.0, 40.0, 20.0]; wishes.len()],
            wishes,
            area: [0.0, 0.0, 1000.0, 700.0],
            margin: 2.0,
        }
    }

    #[test]
    fn what_has_room_stays() {
        let wishes = vec![[100.0, 100.0], [300.0, 100.0], [300.0, 400.0]];
        // Halves and their multiples are exact at any power of two.
        assert_eq!(make_room(&problem(wishes.clone())), Some(wishes));
    }

    #[test]
    fn a_hundred_in_one_heap_come_apart_within_the_area() {
        let wishes = (0..100u8).map(|i| [500.0 + f32::from(i % 10), 350.0 + f32::from(i / 10)]);
        let problem = problem(wishes.collect());
        let at = make_room(&problem).expect("a third of the area is enough room");
        let boxes: Vec<Rect> = at.iter().map(|at| moved(problem.boxes[0], *at)).collect();
        for (index, own) in boxes.iter().enumerate() {
            assert!(own[0] >= -0.01 && own[1] >= -0.01 && own[2] <= 1000.01 && own[3] <= 700.01);
            assert!(boxes[..index].iter().all(|other| !overlap(*own, *other)));
        }
        assert_eq!(make_room(&problem), Some(at));
    }

    #[test]
    fn more_than_fits_is_none_and_nonsense_too() {
        assert_eq!(make_room(&problem(vec![[500.0, 350.0]; 400])), None);
        assert_eq!(make_room(&problem(vec![[f32::NAN, 0.0]])), None);
        let uneven = AreaProblem { boxes: Vec::new(), ..problem(vec![[1.0, 1.0]]) };
        assert_eq!(make_room(&uneven), None);
    }
}
