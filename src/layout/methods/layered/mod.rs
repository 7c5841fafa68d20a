//! Layers in which directed ties lead downwards.
//!
//! Source: the framework of Sugiyama, Tagawa and Toda 1981: cycles are removed (`cycle_removal`), nodes
//! get layers (`layer_assignment`), layers an order (`crossing_reduction`), and nodes their positions
//! (`coordinates`). Guarantees that every directed tie leads to a lower layer, except for a set of ties,
//! small though not the smallest, whose reversal removes all cycles. Undirected ties don't constrain the
//! layers of nodes that have directed ones; a node without any lies one layer below its neighbours.
//! Connected components are packed side by side. Ties are drawn straight: a long tie has room reserved
//! on the layers it passes, but may still touch a box there.

mod coordinates;
mod crossing_reduction;
mod cycle_removal;
mod layer_assignment;

use crate::layout::components::{Component, connected_components};
use crate::layout::geometry::{Rect, Xy, add, bounds, grown, moved, size, sub};
use crate::layout::links::links;
use crate::layout::packing::pack;
use crate::layout::problem::Problem;
use crate::layout::progress::{Interruption, Progress};

/// The margin around a component, in world units.
const COMPONENT_MARGIN: f32 = 24.0;

/// Lays out each component by itself, then packs them.
pub(super) fn positions(
    problem: &Problem,
    directed: &[bool],
    progress: &mut Progress,
) -> Result<Vec<Xy>, Interruption> {
    let components = connected_components(problem);
    let mut drawn = Vec::new();
    for component in &components {
        drawn.push(single_component(problem, component, directed, progress)?);
    }
    Ok(packed(problem, &components, &drawn))
}

fn single_component(
    problem: &Problem,
    component: &Component,
    directed: &[bool],
    progress: &mut Progress,
) -> Result<Vec<Xy>, Interruption> {
    let own = problem.subproblem(&component.nodes, &component.ties);
    let links = links(&own)?;
    let is_directed = |tie: u32| directed.get(component.ties[tie as usize] as usize) == Some(&true);
    let edges: Vec<[u32; 2]> = links
        .iter()
        .filter(|link| is_directed(link.tie))
        .map(|link| [link.from, link.to])
        .collect();
    let count = own.node_count();
    let pairs: Vec<[u32; 2]> = links.iter().map(|link| [link.from, link.to]).collect();
    let most = coordinates::most_on_a_layer(&own.boxes);
    let edges = cycle_removal::remove_cycles(count, &edges);
    let layer_of = layer_assignment::assign_layers(count, &edges, &pairs, most);
    let graph = crossing_reduction::reduce_crossings(&layer_of, &pairs, progress)?;
    Ok(coordinates::assign_coordinates(&own.boxes, &graph))
}

fn packed(problem: &Problem, components: &[Component], drawn: &[Vec<Xy>]) -> Vec<Xy> {
    let all_bounds: Vec<Rect> = components
        .iter()
        .zip(drawn)
        .map(|(component, at)| {
            let boxes = component.nodes.iter().zip(at);
            let bounds = bounds(boxes.map(|(&node, &at)| moved(problem.boxes[node as usize], at)));
            grown(bounds.unwrap_or_default(), COMPONENT_MARGIN)
        })
        .collect();
    let sizes: Vec<Xy> = all_bounds.iter().map(|&bounds| size(bounds)).collect();
    let mut positions = vec![[0.0; 2]; problem.node_count()];
    for (((component, at), bounds), corner) in
        components.iter().zip(drawn).zip(&all_bounds).zip(pack(&sizes))
    {
        for (&node, &at) in component.nodes.iter().zip(at) {
            positions[node as usize] = add(sub(at, [bounds[0], bounds[1]]), corner);
        }
    }
    positions
}
