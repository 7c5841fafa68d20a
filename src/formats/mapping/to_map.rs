//! Makes a map of a network, by explicit choices.

use super::choices::Choices;
use super::imported::Imported;
use crate::formats::limits::{MAX_NATIONS, MAX_TIES};
use crate::formats::network::Network;
use crate::formats::problems::OpenError;
use crate::model::{
    Direction, End, Filter, Heading, Kind, KindId, Look, Map, Nation, NationId, Tie,
};

/// The map that a network is by these choices.
///
/// # Errors
/// When it would have more nations or ties than a map can have.
pub fn to_map(network: &Network, choices: &Choices) -> Result<Imported, OpenError> {
    if network.nodes.len() > MAX_NATIONS || network.edges.len() > MAX_TIES {
        let message = format!(
            "it holds {} nodes and {} edges where a map holds at most {MAX_NATIONS} and {MAX_TIES}",
            network.nodes.len(),
            network.edges.len()
        );
        return Err(OpenError::of_whole_file(message, "Leave a part of them out."));
    }
    let kind = Kind { name: choices.usual_kind.clone(), ..Kind::standard()[0].clone() };
    let nations = network.nodes.iter().map(|node| Nation {
        key: node.id.clone(),
        name: node.label.clone().unwrap_or_else(|| node.id.clone()),
        ..Nation::default()
    });
    let ties = network.edges.iter().enumerate().map(|(index, edge)| {
        let direction = match edge.directed {
            Some(true) => Direction::Directed,
            _ => Direction::Mutual,
        };
        let to = End::Nation(NationId(edge.to + 1));
        Tie::new((index + 1).to_string(), NationId(edge.from + 1), to, KindId(1), direction)
    });
    let map = Map::from_parts(
        Heading::default(),
        Look::default(),
        Filter::default(),
        vec![kind],
        Vec::new(),
        nations.collect(),
        ties.collect(),
    );
    Ok(Imported { map, remarks: network.remarks.clone(), questions: Vec::new() })
}
