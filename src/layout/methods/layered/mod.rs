//! Layers in which directed ties lead downwards.
//!
//! Source: the framework of Sugiyama, Tagawa and Toda 1981: circles are opened (`acyclic`), nodes
//! get layers (`layering`), layers an order (`order`), and nodes their places (`place`). Guarantees
//! that every directed tie leads from a layer to a lower one, but for those of a set, small though
//! not the smallest, whose turning opens all circles. Undirected ties don't constrain the layers of
//! nodes that have directed ones; a node without any lies one layer below its neighbours. Parts
//! that hang together are packed side by side. Ties are drawn straight: a long tie has room kept on
//! the layers it passes, but may still touch a box there.

mod coordinates;
mod crossing_reduction;
mod cycle_removal;
mod layer_assignment;

use super::links::links;
use crate::layout::components::{Part, connected, packed, size_of};
use crate::layout::geometry::{Rect, Xy, add, bounds, grown, moved, sub};
use crate::layout::problem::{LayoutError, Problem};
use crate::layout::progress::{Stop, Watch};

/// The air around a part, in world units.
const PART_AIR: f32 = 24.0;

pub(super) fn positions(
    problem: &Problem,
    directed: &[bool],
    watch: &mut Watch,
) -> Result<Result<Vec<Xy>, Stop>, LayoutError> {
    let parts = connected(problem);
    let mut figures = Vec::new();
    for part in &parts {
        match figure(problem, part, directed, watch)? {
            Ok(positions) => figures.push(positions),
            Err(stop) => return Ok(Err(stop)),
        }
    }
    Ok(Ok(side_by_side(problem, &parts, &figures)))
}

/// One part by itself.
fn figure(
    problem: &Problem,
    part: &Part,
    directed: &[bool],
    watch: &mut Watch,
) -> Result<Result<Vec<Xy>, Stop>, LayoutError> {
    let own = problem.part(&part.nodes, &part.ties);
    let links = links(&own)?;
    let leads = |tie: u32| directed.get(part.ties[tie as usize] as usize) == Some(&true);
    let ways: Vec<[u32; 2]> =
        links.iter().filter(|link| leads(link.tie)).map(|link| [link.from, link.to]).collect();
    let count = own.node_count();
    let pairs: Vec<[u32; 2]> = links.iter().map(|link| [link.from, link.to]).collect();
    let most = coordinates::most_on_a_layer(&own.boxes);
    let layer_of =
        layer_assignment::layers(count, &cycle_removal::opened(count, &ways), &pairs, most);
    let layers = match crossing_reduction::ordered(&layer_of, &pairs, watch) {
        Ok(layers) => layers,
        Err(stop) => return Ok(Err(stop)),
    };
    Ok(Ok(coordinates::placed(&own.boxes, &layers)))
}

fn side_by_side(problem: &Problem, parts: &[Part], figures: &[Vec<Xy>]) -> Vec<Xy> {
    let rooms: Vec<Rect> = parts
        .iter()
        .zip(figures)
        .map(|(part, figure)| {
            let boxes = part.nodes.iter().zip(figure);
            let room = bounds(boxes.map(|(&node, &at)| moved(problem.boxes[node as usize], at)));
            grown(room.unwrap_or_default(), PART_AIR)
        })
        .collect();
    let sizes: Vec<Xy> = rooms.iter().map(|&room| size_of(room)).collect();
    let mut positions = vec![[0.0; 2]; problem.node_count()];
    for (((part, figure), room), corner) in
        parts.iter().zip(figures).zip(&rooms).zip(packed(&sizes))
    {
        for (&node, &at) in part.nodes.iter().zip(figure) {
            positions[node as usize] = add(sub(at, [room[0], room[1]]), corner);
        }
    }
    positions
}
