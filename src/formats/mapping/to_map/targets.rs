//! Ties that end at ties.

use std::collections::HashMap;

use super::draft::Draft;
use crate::formats::network::Network;
use crate::formats::problems::{Remarks, Spot};
use crate::model::{End, TieId};

/// What is known of the target of a tie.
#[derive(Clone, Copy, PartialEq)]
enum Ground {
    Unknown,
    /// It was met on the way that is followed now.
    OnTheWay,
    /// Its targets lead to nations.
    Firm,
    /// They lead in a circle, or to nothing.
    None,
}

/// Lets ties end at the ties whose keys are their targets. One whose targets lead to nothing, or back to
/// itself, is left out.
pub fn set(drafts: &mut Vec<Draft>, targets: &[String], network: &Network, remarks: &mut Remarks) {
    if targets.is_empty() {
        return;
    }
    let by_key: HashMap<&str, usize> =
        drafts.iter().enumerate().map(|(index, draft)| (draft.tie.key.as_str(), index)).collect();
    let target = |draft: &Draft| {
        let key = draft.onto.and_then(|onto| targets.get(onto as usize));
        key.map(|key| by_key.get(key.as_str()).copied())
    };
    let ends: Vec<Option<Option<usize>>> = drafts.iter().map(target).collect();
    let grounds = grounds(&ends);
    let mut number = 0;
    let numbers: Vec<u32> = grounds
        .iter()
        .map(|ground| {
            number += u32::from(*ground == Ground::Firm);
            number
        })
        .collect();
    for (draft, end) in drafts.iter_mut().zip(&ends) {
        if let Some(Some(end)) = end {
            draft.tie.to = End::Tie(TieId(numbers[*end]));
        }
    }
    for (draft, _) in drafts.iter().zip(&grounds).filter(|(_, ground)| **ground != Ground::Firm) {
        let spot = network.edges.get(draft.edge as usize).map_or(Spot::default(), |edge| edge.spot);
        remarks.lose(
            spot,
            &draft.tie.key,
            "ends at a tie that isn't in the file, or at itself",
            "It was left out.",
            "Let it end at a nation, or at another tie.",
        );
    }
    let mut kept = grounds.iter();
    drafts.retain(|_| kept.next() == Some(&Ground::Firm));
}

/// Whether the targets of each tie lead to nations in the end.
fn grounds(ends: &[Option<Option<usize>>]) -> Vec<Ground> {
    let mut grounds = vec![Ground::Unknown; ends.len()];
    for start in 0..ends.len() {
        let mut path = Vec::new();
        let mut at = start;
        let found = loop {
            match (grounds[at], ends[at]) {
                (Ground::Unknown, end) => {
                    grounds[at] = Ground::OnTheWay;
                    path.push(at);
                    match end {
                        None => break Ground::Firm,
                        Some(None) => break Ground::None,
                        Some(Some(next)) => at = next,
                    }
                }
                // It leads back to itself.
                (Ground::OnTheWay, _) => break Ground::None,
                (known, _) => break known,
            }
        };
        path.into_iter().for_each(|index| grounds[index] = found);
    }
    grounds
}
