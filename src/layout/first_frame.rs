//! What is shown before the first step of a layout that starts from nothing.

use super::components::Component;
use super::geometry::{Xy, add, scaled, sub};
use super::packing::{COMPONENT_MARGIN, bounding_size, pack};
use super::problem::Problem;

/// Pinned nodes at their pins; all other nodes of a component in one point, about where the component
/// will come to lie.
pub(super) fn first_positions(problem: &Problem, components: &[Component]) -> Vec<Xy> {
    let expected_size = |component: &Component| {
        [180.0 * (component.nodes.len() as f32).sqrt() + COMPONENT_MARGIN; 2]
    };
    let sizes: Vec<Xy> = components.iter().map(expected_size).collect();
    let corners = pack(&sizes);
    // Centred on the origin, where the map will lie, so that the picture doesn't jump in the end.
    let total = bounding_size(&corners, &sizes);
    let mut positions = vec![[0.0; 2]; problem.node_count()];
    for ((component, corner), size) in components.iter().zip(corners).zip(&sizes) {
        let corner = sub(corner, scaled(total, 0.5));
        for &node in &component.nodes {
            let node = node as usize;
            positions[node] = problem.pin(node).unwrap_or(add(corner, scaled(*size, 0.5)));
        }
    }
    positions
}
