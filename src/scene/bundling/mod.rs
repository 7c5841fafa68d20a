//! Leads ties along other ties of their kind, so that many become few thick strands.
//!
//! Source: edge-path bundling (Wallinger, Archambault, Auber, Nöllenburg, Peltonen 2021, “Edge-Path Bundling: A
//! Less Ambiguous Edge Bundling Approach”). The longest tie first, each is led along the shortest path of
//! other ties between its ends, unless that makes too great a detour. A tie that another is led along stays
//! where it is. So whoever follows a strand from one nation to the next goes along ties that exist: there
//! are no false ways, unlike where lines are only pulled together.
//!
//! Unlike there, a path may only consist of ties of the same kind, and is looked for among the nations from which
//! it can still be short enough (an ellipse around both ends), which is faster and finds more.

mod strand;
mod tie_graph;

use std::collections::BTreeMap;

use super::NationMark;
use super::routing::Route;
use super::ties::TieWeights;
use crate::model::{KindId, Map, Point};
use tie_graph::{Edge, TieGraph};

/// How much longer a path may be than the straight line. The curve along it is shorter than the path: up to
/// about 1.3 times the line.
const MOST_DETOUR: f32 = 1.6;

/// How many steps the search for paths may take in all: about half a second. On a map with so many ties that it
/// would take more, the shortest stay straight.
const MOST_STEPS: usize = 40_000_000;

/// Leads ties along others of their kind. Those bent by hand, those at which others end, and several of one
/// kind between the same nations stay as they are.
pub(super) fn bundle(
    map: &Map,
    nations: &[NationMark],
    weights: &TieWeights,
    routes: &mut [Route],
) {
    let mut steps = MOST_STEPS;
    let centers: Vec<Point> = nations.iter().map(|mark| mark.center).collect();
    for edges in edges_by_kind(map, nations, weights, routes).into_values() {
        let graph = TieGraph::new(&centers, edges);
        for (tie, path) in graph.bundled(MOST_DETOUR, &mut steps) {
            let points: Vec<Point> = path.iter().map(|nation| centers[*nation]).collect();
            if let Some(route) = routes.get_mut(tie) {
                (route.curve, route.bend, route.sway) = (strand::along(&points), 0.0, 0.0);
            }
        }
    }
}

/// The ties between two nations that are drawn, by kind.
fn edges_by_kind(
    map: &Map,
    nations: &[NationMark],
    weights: &TieWeights,
    routes: &[Route],
) -> BTreeMap<KindId, Vec<Edge>> {
    let targets = super::routing::targets(map, |tie| weights.is_drawn(tie));
    let mut edges: BTreeMap<KindId, Vec<Edge>> = BTreeMap::new();
    for (index, ((_, tie), route)) in map.ties().iter().zip(routes).enumerate() {
        let Some(to) = route.to_nation.filter(|_| !route.is_loop() && weights.is_drawn(index))
        else {
            continue;
        };
        let [Some(from_mark), Some(to_mark)] = [route.from_nation, to].map(|end| nations.get(end))
        else {
            continue;
        };
        if from_mark.is_drawn() && to_mark.is_drawn() {
            let may_be_led = tie.bend.is_none() && !targets.get(index).copied().unwrap_or(false);
            let ends = [route.from_nation, to];
            edges.entry(tie.kind).or_default().push(Edge { tie: index, ends, may_be_led });
        }
    }
    edges
}
