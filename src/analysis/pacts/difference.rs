//! Which ties two maps differ in once organisations are expanded: how it is known that condensing lost nothing.

use std::collections::BTreeMap;

use super::expand::{TooManyTies, meant_ties};
use crate::model::{Direction, End, Map, NationId, Tie};

/// The ties that one of two maps has, or means, and the other doesn't; without their keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TieDifference {
    /// Those of the first alone.
    pub lost: Vec<Tie>,
    /// Those of the second alone.
    pub gained: Vec<Tie>,
}

/// Compares the ties of two states of a map, those that organisations stand for included. Both states have to have the
/// same ids for the same nations and ties. Keys don't count, nor which end of a mutual tie is the first.
///
/// # Errors
/// [`TooManyTies`].
pub fn tie_difference(before: &Map, after: &Map) -> Result<TieDifference, TooManyTies> {
    let mut counts: BTreeMap<String, (i64, Tie)> = BTreeMap::new();
    for (map, by) in [(before, 1), (after, -1)] {
        let own = map.ties().iter().map(|(_, tie)| tie.clone());
        for tie in own.chain(meant_ties(map)?).map(without_key) {
            counts.entry(format!("{tie:?}")).or_insert((0, tie)).0 += by;
        }
    }
    let mut difference = TieDifference::default();
    for (count, tie) in counts.into_values() {
        let side = if count > 0 { &mut difference.lost } else { &mut difference.gained };
        side.extend((0..count.abs()).map(|_| tie.clone()));
    }
    Ok(difference)
}

fn without_key(tie: Tie) -> Tie {
    let tie = Tie { key: String::new(), ..tie };
    let ends = |from: NationId, to: NationId| (from.min(to), End::Nation(from.max(to)));
    match tie.to {
        // What is placed by hand depends on which end is the first.
        End::Nation(other) if tie.direction == Direction::Mutual && !tie.is_placed_by_hand() => {
            let (from, to) = ends(tie.from, other);
            Tie { from, to, ..tie }
        }
        _ => tie,
    }
}
