//! A layout from the existing positions: each component is improved where it lies.

use super::component::ComponentLayout;
use super::fresh::COMPONENTS_SHARE;
use crate::layout::components::{Component, connected_components};
use crate::layout::error::LayoutError;
use crate::layout::geometry::Xy;
use crate::layout::new_nodes::place_new_nodes;
use crate::layout::options::Options;
use crate::layout::overlap_removal::remove_overlaps;
use crate::layout::problem::Problem;
use crate::layout::progress::{Flow, Frame, Interruption, Progress, Solution};

/// Lays out a checked problem with usable positions; nodes without one are placed first.
pub(super) fn solve(
    problem: &Problem,
    options: &Options,
    observer: &mut dyn FnMut(Frame<'_>) -> Flow,
) -> Result<Solution, LayoutError> {
    let components = connected_components(problem);
    let mut progress = Progress::new(place_new_nodes(problem, options.seed)?, observer);
    progress.set_pins(problem.pins().collect());
    let run = run(problem, options, &components, &mut progress);
    progress.into_solution(run)
}

fn run(
    problem: &Problem,
    options: &Options,
    components: &[Component],
    progress: &mut Progress,
) -> Result<(), Interruption> {
    let all = problem.node_count().max(1);
    let mut done = 0;
    for component in components {
        done += component.nodes.len();
        let target = COMPONENTS_SHARE * done as f32 / all as f32;
        progress.focus_on(component.nodes.clone(), [0.0; 2], target);
        if component.nodes.len() == 1 {
            continue;
        }
        let own = problem.subproblem(&component.nodes, &component.ties);
        let mut positions: Vec<Xy> =
            component.nodes.iter().map(|&node| progress.positions[node as usize]).collect();
        ComponentLayout::new(&own, options)?.warm(&mut positions, progress)?;
        for (&node, position) in component.nodes.iter().zip(positions) {
            progress.positions[node as usize] = position;
        }
    }
    let mut positions = progress.positions.clone();
    progress.focus_on((0..positions.len() as u32).collect(), [0.0; 2], 1.0);
    if options.readability {
        // Components were improved without regard to one another.
        remove_overlaps(&problem.boxes, &problem.pinned, &mut positions, progress)?;
    }
    progress.advance(1.0);
    Ok(progress.show(&positions)?)
}
