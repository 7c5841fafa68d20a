//! The order of a map's nations in its matrix.

use std::collections::HashMap;

use crate::layout::{self, MatrixProblem};
use crate::model::{End, Map, NationId};
use crate::scene::{MatrixOrder, MatrixSort, matrix_by_name};

/// The order of all nations of a map. Ties that end at a tie say nothing of it; a membership counts as a
/// friendly tie.
pub fn matrix_order(map: &Map, sort: MatrixSort) -> MatrixOrder {
    if sort == MatrixSort::Name {
        return matrix_by_name(map);
    }
    let nodes: HashMap<NationId, u32> = map.nations().ids().zip(0..).collect();
    let mut problem = MatrixProblem { nodes: nodes.len(), ..MatrixProblem::default() };
    let mut add = |from, to, sign| {
        if let (Some(from), Some(to)) = (nodes.get(&from), nodes.get(&to)) {
            problem.ends.push([*from, *to]);
            problem.signs.push(sign);
        }
    };
    for (_, tie) in map.ties().iter() {
        if let End::Nation(to) = tie.to {
            let sign = map.kinds().get(tie.kind).map_or(0, |kind| kind.sign.number());
            add(tie.from, to, sign);
        }
    }
    for (member, nation) in map.nations().iter() {
        nation.memberships.iter().for_each(|own| add(member, own.organisation, 1));
    }
    let layout::MatrixOrder { order, blocs } = layout::matrix_order(&problem);
    MatrixOrder { nations: order.into_iter().map(|node| node as usize).collect(), blocs }
}
