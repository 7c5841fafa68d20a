//! Lines that join before a ground: those of one kind to the same ground can share a fork, as tributaries share a mouth.
//! Each of them still leads to all on it, and of many forks along one edge it can't be seen which line ends in which.
//! Confluent drawing (Dickerson, Eppstein, Goodrich, Meng, "Confluent drawings", 2005), for stars alone.

use super::power_edge_ways::{Side, Way, Ways};
use crate::scene::Curve;

/// The least cosine between the way to a fork and the direction in which it points.
const SLOPE: f32 = 0.5;
/// How far before the fork a line turns into its direction, as parts of the way there.
const TURNS: [f32; 2] = [0.35, 0.6];

/// The ways of a nation's line to the forks of others. Lines of those that stand apart on the ground are too short to
/// join, and those between grounds end where these face each other.
pub(super) fn joining_ways(ways: &Ways<'_>) -> Vec<Way> {
    let Side::Nation(nation) = ways.from else { return Vec::new() };
    if ways.own_patch().is_some() {
        return Vec::new();
    }
    let mut joining = Vec::new();
    for fork in ways.forks {
        let (to, along) = (fork[0].from, fork[0].tangent(0.0));
        let way = to - nation.center;
        if way.normalized().dot(along) < SLOPE {
            continue;
        }
        for turn in TURNS {
            let line = Curve {
                from: nation.center,
                control_from: nation.center.lerp(to, 1.0 / 3.0),
                control_to: to - along * (turn * way.length()),
                to,
            };
            joining.push(Way { line: ways.trimmed(line), forks: vec![*fork], joins: true });
        }
    }
    joining.retain(|way| ways.is_within_map(way));
    joining
}
