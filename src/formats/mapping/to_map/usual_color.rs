//! The colour that a program gives to every node: it says nothing of a nation, and would hide its flag.

use super::super::choices::Choices;
use crate::formats::network::{Network, Node};
use crate::formats::problems::Remarks;
use crate::model::Color;

/// What yEd, Gephi and Cytoscape give to nodes that nobody has coloured.
const BY_PROGRAMS: [Color; 5] = [
    Color::new(0xFF, 0xCC, 0x00),
    Color::new(0x99, 0x99, 0x99),
    Color::new(0xC0, 0xC0, 0xC0),
    Color::new(0x89, 0xD0, 0xF5),
    Color::new(0x89, 0xD0, 0xF6),
];

/// The only colour of the nodes of a network that Entente didn't write, where that tells none of them apart:
/// all have it, or it is one that programs give to each. Any other is said to be left out.
pub fn usual_color(network: &Network, choices: &Choices, remarks: &mut Remarks) -> Option<Color> {
    if choices.is_own {
        return None;
    }
    let nodes = || network.nodes.iter().filter(|node| !node.is_group && !node.is_inferred);
    let colored = |node: &&Node| node.color.is_some();
    let first = nodes().find(colored)?;
    let color = first.color?;
    if nodes().filter(colored).any(|node| node.color != Some(color)) {
        return None;
    }
    if BY_PROGRAMS.contains(&color) {
        return Some(color);
    }
    let have_all = nodes().all(|node| colored(&node)) && nodes().nth(1).is_some();
    have_all.then(|| {
        remarks.warn(
            first.spot,
            &color.to_string(),
            "gives every node the same colour",
            "The nations keep the look that they have without it.",
            "",
        );
        color
    })
}
