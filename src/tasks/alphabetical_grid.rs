//! A layout in the alphabetical order of names.

use crate::layout::{self, Flow, Frame, LayoutError, Options, Problem};
use crate::model::Map;

/// Lays out nations in the alphabetical order of their names, whatever their order in the map. Ties
/// don't affect such a layout and are left out.
pub(super) fn solve_alphabetical(
    map: &Map,
    problem: &Problem,
    options: &Options,
    observer: &mut dyn FnMut(Frame<'_>) -> Flow,
) -> Result<Vec<[f32; 2]>, LayoutError> {
    let names: Vec<String> =
        map.nations().iter().map(|(_, nation)| nation.name.to_lowercase()).collect();
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by(|&a, &b| names[a].cmp(&names[b]));
    let sorted = Problem {
        radii: order.iter().map(|&node| problem.radii[node]).collect(),
        boxes: order.iter().map(|&node| problem.boxes[node]).collect(),
        positions: order.iter().map(|&node| problem.positions[node]).collect(),
        pinned: order.iter().map(|&node| problem.pinned[node]).collect(),
        ..Problem::default()
    };
    let unsorted = |sorted: &[[f32; 2]]| {
        let mut positions = vec![[0.0; 2]; sorted.len()];
        for (&node, &at) in order.iter().zip(sorted) {
            positions[node] = at;
        }
        positions
    };
    let solution = layout::solve(&sorted, options, &mut |frame| {
        observer(Frame { positions: &unsorted(frame.positions), progress: frame.progress })
    })?;
    Ok(unsorted(&solution.positions))
}
