//! Who needs a slot: nodes, and the names of hulls.

use super::seating::Pull;
use crate::layout::geometry::{Rect, Xy};
use crate::layout::links::Link;
use crate::layout::options::{Hull, Options};
use crate::layout::problem::Problem;
use crate::layout::type_size::boxes_in_view;

/// Nodes, without those that stand for a hull, and then the names of all hulls.
pub(super) struct Guests {
    /// What each occupies around its centre.
    pub(super) boxes: Vec<Rect>,
    /// The hulls that each is in, in ascending order.
    pub(super) hulls_of: Vec<Vec<usize>>,
    /// The ties of each to others.
    pub(super) pulls: Vec<Vec<Pull>>,
    /// The number of each node among the guests.
    guest_of: Vec<usize>,
}

impl Guests {
    pub(super) fn of(problem: &Problem, options: &Options, links: &[Link]) -> Self {
        let hulls: Vec<&Hull> =
            options.hulls.iter().filter(|hull| !hull.members.is_empty()).collect();
        let count = problem.node_count();
        let mut center_of = vec![None; count];
        for (index, hull) in hulls.iter().enumerate() {
            if let Some(center) = hull.center.and_then(|node| center_of.get_mut(node as usize)) {
                *center = Some(index);
            }
        }
        let drawn: Vec<usize> = (0..count).filter(|&node| center_of[node].is_none()).collect();
        let mut guest_of = vec![0; count];
        for (guest, &node) in drawn.iter().enumerate() {
            guest_of[node] = guest;
        }
        for (node, center) in center_of.iter().enumerate() {
            if let Some(hull) = center {
                guest_of[node] = drawn.len() + hull;
            }
        }
        let (node_boxes, magnified) = boxes_in_view(problem, options.view.usable().size);
        let of_hull = |[width, height]: Xy| {
            let [x, y] = [width * magnified / 2.0, height * magnified / 2.0];
            [-x, -y, x, y]
        };
        let names = hulls.iter().map(|hull| of_hull(hull.name));
        let boxes = drawn.iter().map(|&node| node_boxes[node]).chain(names).collect();
        let mut guests =
            Self { boxes, hulls_of: hulls_of(&hulls, &drawn), pulls: Vec::new(), guest_of };
        guests.pulls = guests.pulls(problem, links, options.clamped_apart());
        guests
    }

    /// The ties of each; those of a hull to its own members say nothing more. A hostile one pulls the less the farther
    /// `apart` (0 to 1) rivals are to be.
    fn pulls(&self, problem: &Problem, links: &[Link], apart: f32) -> Vec<Vec<Pull>> {
        let mut pulls: Vec<Vec<Pull>> = vec![Vec::new(); self.boxes.len()];
        let drawn = self.boxes.len() - self.hull_count();
        let is_membership = |a: usize, b: usize| {
            b.checked_sub(drawn).is_some_and(|hull| self.hulls_of[a].contains(&hull))
        };
        for link in links {
            let [a, b] = [link.from, link.to].map(|node| self.guest_of[node as usize]);
            if a == b || is_membership(a, b) || is_membership(b, a) {
                continue;
            }
            let tie = link.tie as usize;
            let share = if problem.signs[tie] < 0 { 1.0 - apart } else { 1.0 };
            let weight = share * problem.weights[tie].min(16.0);
            pulls[a].push(Pull { other: b, weight });
            pulls[b].push(Pull { other: a, weight });
        }
        pulls
    }

    fn hull_count(&self) -> usize {
        self.hulls_of.iter().flatten().max().map_or(0, |last| last + 1)
    }

    /// The position of each node, given those of the guests.
    pub(super) fn positions(&self, at: &[Xy]) -> Vec<Xy> {
        self.guest_of.iter().map(|&guest| at[guest]).collect()
    }

    /// The box of each node; for one that stands for a hull that of the name.
    pub(super) fn node_boxes(&self) -> Vec<Rect> {
        self.guest_of.iter().map(|&guest| self.boxes[guest]).collect()
    }
}

/// The hulls that each drawn node is in, and that the name of each hull is in: its own, and those that hold all of its
/// members too.
fn hulls_of(hulls: &[&Hull], drawn: &[usize]) -> Vec<Vec<usize>> {
    let holds = |hull: &&Hull, node: u32| hull.members.binary_search(&node).is_ok();
    let of_node = |&node: &usize| {
        (0..hulls.len()).filter(|&hull| holds(&hulls[hull], node as u32)).collect::<Vec<usize>>()
    };
    let of_name = |(own, hull): (usize, &&Hull)| {
        let holds_all = |other: &usize| {
            let is_larger = hulls[*other].members.len() > hull.members.len();
            let mut members = hull.members.iter();
            *other == own || is_larger && members.all(|&node| holds(&hulls[*other], node))
        };
        (0..hulls.len()).filter(holds_all).collect()
    };
    drawn.iter().map(of_node).chain(hulls.iter().enumerate().map(of_name)).collect()
}
