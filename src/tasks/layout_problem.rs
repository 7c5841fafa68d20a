//! A map as a problem for the layout.

use std::collections::HashMap;

use crate::layout::Problem;
use crate::model::{End, Map, NationId, TieId};
use crate::scene;

/// How strongly a membership attracts; a usual tie has 1.
const MEMBERSHIP_WEIGHT: f32 = 0.5;

/// The same where the organisation is drawn as a hull, which nothing else holds together.
const HULL_WEIGHT: f32 = 1.0;

/// The size of the type along ties.
const TIE_LABEL_SIZE: f32 = 11.0;

/// The flat arrays of a map: nations in the order of the file, then ties, then memberships.
///
/// A tie of a nation to itself doesn't affect a layout and is left out. A tie that ends at one counts as
/// ending at its nation.
pub fn layout_problem(map: &Map) -> Problem {
    let nodes: HashMap<NationId, u32> = map.nations().ids().zip(0..).collect();
    let proper_ties = || map.ties().iter().filter(|(_, tie)| !tie.is_loop());
    let ties: HashMap<TieId, u32> =
        proper_ties().map(|(id, _)| id).zip(nodes.len() as u32..).collect();
    let mut problem =
        Problem { radii: scene::radii(map), boxes: scene::footprints(map), ..Problem::default() };
    for (_, nation) in map.nations().iter() {
        problem.positions.push(nation.position.map(|p| [p.x, p.y]));
        problem.pinned.push(nation.pinned);
    }
    for (_, tie) in proper_ties() {
        let target = match tie.to {
            End::Nation(id) => nodes.get(&id),
            End::Tie(id) => match map.ties().get(id).filter(|target| target.is_loop()) {
                Some(target) => nodes.get(&target.from),
                None => ties.get(&id),
            },
        };
        // The ends of a tie always exist. If one didn't, this would be a tie from a node to itself,
        // which the layout ignores.
        let from = nodes.get(&tie.from).copied().unwrap_or(0);
        problem.ends.push([from, target.copied().unwrap_or(from)]);
        problem.weights.push(tie.weight);
        problem.signs.push(map.kinds().get(tie.kind).map_or(0, |kind| kind.sign.number()));
        problem.labels.push(scene::text::nominal_width(
            &scene::text::clean(&tie.label),
            TIE_LABEL_SIZE,
            scene::Weight::Regular,
        ));
    }
    for (id, nation) in map.nations().iter() {
        for membership in &nation.memberships {
            if let (Some(from), Some(to)) = (nodes.get(&id), nodes.get(&membership.organisation)) {
                problem.ends.push([*from, *to]);
                let is_hull = problem.radii.get(*to as usize).is_some_and(|radius| *radius <= 0.0);
                problem.weights.push(if is_hull { HULL_WEIGHT } else { MEMBERSHIP_WEIGHT });
                problem.signs.push(1);
                problem.labels.push(0.0);
            }
        }
    }
    problem
}
