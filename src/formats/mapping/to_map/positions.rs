//! Where nations lie: the positions of a file, brought to a spread that can be read.

use super::super::choices::Choices;
use super::super::header_words::is_latitude;
use super::super::own_columns;
use super::super::roles::NodeRole;
use super::super::value_words::number;
use crate::formats::network::{Network, Node};
use crate::formats::problems::{Remarks, Spot};
use crate::model::Point;

/// The median distance to the nearest neighbour, in world units, that positions are scaled to …
const SPREAD: f64 = 120.0;
/// … unless theirs is readable already.
const READABLE: std::ops::RangeInclusive<f64> = 60.0..=300.0;
/// How many nodes are looked at to measure that distance.
const SAMPLE: usize = 300;

/// The position of each node, as far as the file says it; the others are laid out around them.
pub fn positions(
    network: &Network,
    choices: &Choices,
    remarks: &mut Remarks,
) -> Vec<Option<Point>> {
    let raw: Vec<Option<[f64; 2]>> =
        network.nodes.iter().map(|n| position(network, n, choices)).collect();
    if choices.is_own {
        let usable = |raw: &Option<[f64; 2]>| raw.map(point).filter(|point| point.is_usable());
        return raw.iter().map(usable).collect();
    }
    let placed: Vec<[f64; 2]> = raw.iter().flatten().copied().collect();
    let Some([scale, x, y]) = spread(&placed) else {
        if placed.len() > 1 {
            let topic = "puts all nodes at the same place";
            remarks.warn(Spot::default(), "", topic, "The nations are laid out anew.", "");
        }
        return vec![None; raw.len()];
    };
    remark_on_missing(network, &raw, remarks);
    let scaled = |raw: [f64; 2]| point([(raw[0] - x) * scale, (raw[1] - y) * scale]);
    raw.into_iter().map(|raw| raw.map(|raw| scaled(raw).within_limit())).collect()
}

fn point([x, y]: [f64; 2]) -> Point {
    Point::new(x as f32, y as f32)
}

/// The factor and the origin that bring places to a spread that can be read; `None` where there is no place,
/// or one for all.
fn spread(placed: &[[f64; 2]]) -> Option<[f64; 3]> {
    let is_far = |place: &[f64; 2]| !point(*place).is_usable();
    let are_usable = !placed.iter().any(is_far);
    if let [only] = placed {
        let [x, y] = if are_usable { [0.0, 0.0] } else { *only };
        return Some([1.0, x, y]);
    }
    let median = median_distance(placed);
    if median <= 0.0 || !median.is_finite() {
        return None;
    }
    let [x, y] = center(placed);
    match READABLE.contains(&median) && are_usable {
        true => Some([1.0, 0.0, 0.0]),
        false => Some([SPREAD / median, x, y]),
    }
}

/// Says that some nodes have positions and others, which a file could give one, have none.
fn remark_on_missing(network: &Network, raw: &[Option<[f64; 2]>], remarks: &mut Remarks) {
    let stands_for = own_columns::stands_for(&network.node_columns);
    let is_tie =
        |node: &Node| node.attributes.iter().any(|(column, _)| Some(*column) == stands_for);
    let lacks_one = |(node, raw): &(&Node, &Option<[f64; 2]>)| {
        raw.is_none() && !node.is_group && !node.is_inferred && !is_tie(node)
    };
    for (node, _) in network.nodes.iter().zip(raw).filter(lacks_one) {
        let text = node.label.as_deref().unwrap_or(&node.id);
        remarks.warn(
            node.spot,
            text,
            "has no position where other nodes have one",
            "It is laid out among those that have one.",
            "",
        );
    }
}

/// The position that the format has for a node, else the one in its columns.
fn position(network: &Network, node: &Node, choices: &Choices) -> Option<[f64; 2]> {
    let finite = |position: &[f64; 2]| position.iter().all(|coordinate| coordinate.is_finite());
    if let Some(position) = node.position {
        return Some(position).filter(finite);
    }
    let coordinate = |role: NodeRole| {
        let (column, value) = node
            .attributes
            .iter()
            .find(|(column, _)| choices.node_roles.get(column.index()) == Some(&role))?;
        let number = number(value)?;
        // On a map of the world north is above.
        Some(if is_latitude(network.node_columns.name(*column)) { -number } else { number })
    };
    Some([coordinate(NodeRole::X)?, coordinate(NodeRole::Y)?]).filter(finite)
}

fn center(placed: &[[f64; 2]]) -> [f64; 2] {
    let mean = |axis: usize| placed.iter().map(|p| p[axis] / placed.len() as f64).sum();
    [mean(0), mean(1)]
}

/// The median of the distances of nodes to their nearest neighbours, of up to [`SAMPLE`] nodes; 0 where
/// there is but one.
fn median_distance(placed: &[[f64; 2]]) -> f64 {
    let nearest = |index: usize| {
        let [x, y] = placed[index];
        let others = placed.iter().enumerate().filter(|(other, _)| *other != index);
        let distances = others.map(|(_, other)| (other[0] - x).hypot(other[1] - y));
        distances.filter(|distance| *distance > 0.0).fold(f64::INFINITY, f64::min)
    };
    let step = placed.len().div_ceil(SAMPLE).max(1);
    let mut distances: Vec<f64> = (0..placed.len()).step_by(step).map(nearest).collect();
    distances.retain(|distance| distance.is_finite());
    distances.sort_by(f64::total_cmp);
    distances.get(distances.len() / 2).copied().unwrap_or(0.0)
}
