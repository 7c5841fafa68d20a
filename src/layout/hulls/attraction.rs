//! What draws the nodes of a hull together in layouts that know no hulls.

use std::borrow::Cow;

use crate::layout::options::Hull;
use crate::layout::problem::Problem;

/// How strongly those that share a hull attract one another; a usual tie has 1.
const WEIGHT: f32 = 1.5;

/// The same problem with ties between the nodes that share a hull: a ring through all of them with chords, so that any
/// two are a few steps apart with no more than three ties for each node.
///
/// Nodes of a hull that another stands for need none, since their ties lead to it.
pub fn with_attraction<'a>(problem: &'a Problem, hulls: &[Hull]) -> Cow<'a, Problem> {
    let nodes = problem.node_count() as u32;
    let mut attracted = Cow::Borrowed(problem);
    for hull in hulls.iter().filter(|hull| hull.center.is_none()) {
        let members: Vec<u32> = hull.members.iter().copied().filter(|node| *node < nodes).collect();
        let count = members.len();
        let mut steps = vec![1, 2, (count as f32).sqrt() as usize + 1];
        steps.retain(|step| 2 * step < count + 1);
        steps.dedup();
        for (step, place) in steps.iter().flat_map(|step| (0..count).map(move |at| (step, at))) {
            let problem = attracted.to_mut();
            problem.ends.push([members[place], members[(place + step) % count]]);
            problem.weights.push(WEIGHT);
            problem.signs.push(1);
            problem.labels.push(0.0);
        }
    }
    attracted
}
