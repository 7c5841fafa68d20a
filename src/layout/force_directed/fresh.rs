//! A layout from nothing: each component is drawn by itself, then all are packed together.

use super::component::ComponentLayout;
use crate::layout::components::{Component, connected_components};
use crate::layout::error::LayoutError;
use crate::layout::first_frame::first_positions;
use crate::layout::free_space::MARGIN;
use crate::layout::geometry::{Rect, Xy, add, bounds, center, grown, moved, scaled, size, sub};
use crate::layout::options::Options;
use crate::layout::overlap_removal::remove_overlaps;
use crate::layout::packing::{COMPONENT_MARGIN, arrange_in_rows, bounding_size, pack};
use crate::layout::problem::Problem;
use crate::layout::progress::{Flow, Frame, Interruption, Progress, Solution};

/// How much of the progress is the drawing of components; the rest is what follows it.
pub(super) const COMPONENTS_SHARE: f32 = 0.95;

/// Lays out a checked problem with usable positions, of which those of pinned nodes alone count.
pub(in crate::layout) fn solve(
    problem: &Problem,
    options: &Options,
    observer: &mut dyn FnMut(Frame<'_>) -> Flow,
) -> Result<Solution, LayoutError> {
    let components = connected_components(problem);
    let mut progress = Progress::new(first_positions(problem, &components), observer);
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
    let mut drawn = Vec::new();
    let mut single_nodes = Vec::new();
    let all = problem.node_count().max(1);
    let mut done = 0;
    for component in components {
        let is_pinned = component.nodes.iter().any(|&node| problem.pinned[node as usize]);
        done += component.nodes.len();
        if let ([node], false) = (&component.nodes[..], is_pinned) {
            single_nodes.push(*node);
            continue;
        }
        let offset =
            if is_pinned { [0.0; 2] } else { progress.positions[component.nodes[0] as usize] };
        let target = COMPONENTS_SHARE * done as f32 / all as f32;
        progress.focus_on(component.nodes.clone(), offset, target);
        let own = problem.subproblem(&component.nodes, &component.ties);
        let positions = ComponentLayout::new(&own, options)?.fresh(progress)?;
        drawn.push(DrawnComponent { nodes: &component.nodes, positions, is_pinned });
    }
    let mut positions = combined(problem, &drawn, &single_nodes);
    progress.focus_on((0..positions.len() as u32).collect(), [0.0; 2], 1.0);
    if !problem.has_pins() {
        center_on_origin(problem, &mut positions);
    }
    if options.readability {
        // Pinned components may lie on others.
        remove_overlaps(&problem.boxes, &problem.pinned, &mut positions, progress)?;
    }
    progress.advance(1.0);
    Ok(progress.show(&positions)?)
}

struct DrawnComponent<'a> {
    nodes: &'a [u32],
    positions: Vec<Xy>,
    is_pinned: bool,
}

impl DrawnComponent<'_> {
    fn bounds(&self, problem: &Problem) -> Option<Rect> {
        let boxes = self.nodes.iter().zip(&self.positions);
        bounds(boxes.map(|(&node, &at)| moved(problem.boxes[node as usize], at)))
    }
}

/// Leaves pinned components where they are; packs the free ones, nodes without ties in rows below
/// them, and all of that below or beside the pinned ones, whichever keeps the map closer to landscape.
fn combined(problem: &Problem, drawn: &[DrawnComponent], single_nodes: &[u32]) -> Vec<Xy> {
    let mut positions = vec![[0.0; 2]; problem.node_count()];
    let mut put = |nodes: &[u32], at: &[Xy], by: Xy| {
        for (&node, &at) in nodes.iter().zip(at) {
            positions[node as usize] = add(at, by);
        }
    };
    let pinned = || drawn.iter().filter(|component| component.is_pinned);
    for component in pinned() {
        put(component.nodes, &component.positions, [0.0; 2]);
    }
    let pinned_bounds = bounds(pinned().filter_map(|component| component.bounds(problem)));
    let with_margin = |component| -> Option<(&DrawnComponent, Rect)> {
        let component: &DrawnComponent = component;
        Some((component, grown(component.bounds(problem)?, COMPONENT_MARGIN / 2.0)))
    };
    let mut free: Vec<(&DrawnComponent, Rect)> =
        drawn.iter().filter(|component| !component.is_pinned).filter_map(with_margin).collect();
    let area = |r: Rect| size(r)[0] * size(r)[1];
    free.sort_by(|a, b| area(b.1).total_cmp(&area(a.1)));
    let sizes: Vec<Xy> = free.iter().map(|&(_, r)| size(r)).collect();
    let corners = pack(&sizes);
    let [block_width, block_height] = bounding_size(&corners, &sizes);
    let cell_of = |node: &u32| grown(problem.boxes[*node as usize], MARGIN);
    let cell = single_nodes
        .iter()
        .map(cell_of)
        .map(size)
        .fold([0.0_f32; 2], |cell, size| [cell[0].max(size[0]), cell[1].max(size[1])]);
    let row_width = (block_width > 0.0).then_some(block_width - COMPONENT_MARGIN);
    let (cell_corners, rows_size) = arrange_in_rows(single_nodes.len(), cell, row_width);

    let height = block_height + if single_nodes.is_empty() { 0.0 } else { rows_size[1] };
    let origin = free_block_corner(pinned_bounds, [block_width.max(rows_size[0]), height]);
    for ((component, r), corner) in free.iter().zip(corners) {
        put(component.nodes, &component.positions, add(origin, sub(corner, [r[0], r[1]])));
    }
    let indent = (block_width - rows_size[0]).max(0.0) / 2.0;
    for (node, cell_corner) in single_nodes.iter().zip(cell_corners) {
        let cell = cell_of(node);
        let corner = add(origin, [indent, block_height]);
        put(&[*node], &[add(cell_corner, corner)], [-cell[0], -cell[1]]);
    }
    positions
}

/// The upper left corner of all free components, below or beside the pinned ones.
fn free_block_corner(pinned: Option<Rect>, block: Xy) -> Xy {
    match pinned {
        None => scaled(block, -0.5),
        Some(pinned) => {
            let [width, height] = size(pinned);
            if width > 1.5 * height {
                [(pinned[0] + pinned[2] - block[0]) / 2.0, pinned[3] + COMPONENT_MARGIN / 2.0]
            } else {
                [pinned[2] + COMPONENT_MARGIN / 2.0, (pinned[1] + pinned[3] - block[1]) / 2.0]
            }
        }
    }
}

fn center_on_origin(problem: &Problem, positions: &mut [Xy]) {
    let boxes = problem.boxes.iter().zip(&*positions).map(|(&b, &at)| moved(b, at));
    if let Some(all) = bounds(boxes) {
        let middle = center(all);
        for position in positions {
            *position = sub(*position, middle);
        }
    }
}
