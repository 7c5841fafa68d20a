//! Where nations lie: the positions of a file, brought to a spread that can be read.

use super::super::choices::Choices;
use super::super::header_words::is_latitude;
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

/// The position of each node; all are `None` where some that need one have none.
pub fn positions(
    network: &Network,
    choices: &Choices,
    remarks: &mut Remarks,
) -> Vec<Option<Point>> {
    let raw: Vec<Option<[f64; 2]>> =
        network.nodes.iter().map(|n| position(network, n, choices)).collect();
    let point = |[x, y]: [f64; 2]| Point::new(x as f32, y as f32);
    if choices.is_own {
        let usable = |raw: &Option<[f64; 2]>| raw.map(point).filter(|point| point.is_usable());
        return raw.iter().map(usable).collect();
    }
    let needs_one = |node: &Node| !node.is_group && !node.is_inferred;
    let missing =
        network.nodes.iter().zip(&raw).filter(|(node, raw)| needs_one(node) && raw.is_none());
    let missing = missing.count();
    let placed: Vec<[f64; 2]> = raw.iter().flatten().copied().collect();
    let none = || vec![None; raw.len()];
    if placed.is_empty() {
        return none();
    }
    if missing > 0 {
        let spot =
            network.nodes.iter().find(|node| needs_one(node)).map_or(Spot::default(), |n| n.spot);
        let text = format!("{missing} of {}", raw.len());
        remarks.lose(
            spot,
            &text,
            "gives positions to some nodes and not to others",
            "All nations are laid out anew.",
            "",
        );
        return none();
    }
    let median = median_distance(&placed);
    if median <= 0.0 || !median.is_finite() {
        return none();
    }
    let center = center(&placed);
    let is_far = |[x, y]: &[f64; 2]| !point([*x, *y]).is_usable();
    let (scale, origin) = match READABLE.contains(&median) && !placed.iter().any(is_far) {
        true => (1.0, [0.0, 0.0]),
        false => (SPREAD / median, center),
    };
    let scaled = |[x, y]: [f64; 2]| [(x - origin[0]) * scale, (y - origin[1]) * scale];
    raw.into_iter().map(|raw| raw.map(|raw| point(scaled(raw)).within_limit())).collect()
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
