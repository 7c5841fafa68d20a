//! In which years edges end at nodes whose texts mean one nation or another by the year.

use std::collections::{BTreeSet, HashMap};

use super::super::choices::Choices;
use super::super::header_words::{edge_role, squashed};
use super::super::nation_texts::{NationReader, Reading};
use super::super::roles::EdgeRole;
use super::super::value_words::{MembershipSaid, is_blank, membership, text};
use super::year::year_of;
use crate::formats::network::{Edge, Network, Node};
use crate::formats::vocabulary::header_words::{Words, dates};
use crate::formats::year_of_names::year_of_name;
use crate::names::KnownNation;

/// In which years edges end at nodes whose texts mean several nations, or one of them by the year.
pub struct Ends {
    /// The years of each such node.
    pub years: HashMap<u32, BTreeSet<i32>>,
    /// How many edges of each say no year.
    pub undated: HashMap<u32, usize>,
}

impl Ends {
    /// The years of the edges of a network, where they may matter.
    pub fn of(network: &Network, choices: &Choices, readings: &[Reading]) -> Self {
        let mut ends = Self { years: HashMap::new(), undated: HashMap::new() };
        let beginnings = beginnings(network, choices);
        let may_depend = |node: u32| {
            let reading = readings.get(node as usize);
            match network.nodes.get(node as usize) {
                Some(node) if matches!(reading, Some(Reading::Nation(_))) => is_text_alone(node),
                _ => matches!(reading, Some(Reading::Open(_))),
            }
        };
        for edge in &network.edges {
            let nodes = [edge.from, edge.to];
            if !nodes.iter().any(|node| may_depend(*node)) {
                continue;
            }
            // Who joined long ago is a member still, and what was signed and hasn't ended is today's.
            let holds_still = (is_membership(edge, choices)
                || holds_still(edge, choices, &beginnings))
                && !nodes.iter().any(|node| is_no_more(readings.get(*node as usize), choices));
            for node in nodes.into_iter().filter(|node| may_depend(*node)) {
                let is_open = || matches!(readings.get(node as usize), Some(Reading::Open(_)));
                let year = year_of_name(year_of(edge, choices), None, holds_still, is_open);
                match year {
                    Some(year) => drop(ends.years.entry(node).or_default().insert(year)),
                    None => *ends.undated.entry(node).or_default() += 1,
                }
            }
        }
        ends
    }

    /// Whether a node means another nation in some year of its edges than at no time in particular.
    pub fn change(
        &self,
        index: u32,
        node: &Node,
        known: &KnownNation,
        reader: &NationReader<'_>,
    ) -> bool {
        let mut years = self.years.get(&index).into_iter().flatten();
        years.any(|year| match reader.read(node, Some(*year)) {
            Reading::Nation(then) => then.code != known.code,
            Reading::Open(_) => true,
            Reading::Unknown => false,
        })
    }
}

/// Whether a node is no more than a text at the ends of edges.
fn is_text_alone(node: &Node) -> bool {
    let is_id = |label: &String| *label == node.id;
    node.attributes.is_empty() && node.label.as_ref().is_none_or(is_id)
}

/// Whether a node is a state or an organisation that is no more: nothing with it holds still.
fn is_no_more(reading: Option<&Reading>, choices: &Choices) -> bool {
    matches!(reading, Some(Reading::Nation(known)) if known.is_no_more(choices.year))
}

/// Of each column whether it says when edges began. A year or a date alone says when something was.
fn beginnings(network: &Network, choices: &Choices) -> Vec<bool> {
    /// Names of columns with the time of what happened.
    const OCCASIONS: Words = Words(&[dates::DATES, dates::WHEN, &["day", "tag"]]);
    let columns = network.edge_columns.iter().zip(&choices.edge_roles);
    let is_beginning = |((_, name), role): ((_, &str), &EdgeRole)| {
        let is_year = || edge_role(name).is_some_and(|(role, _)| role == EdgeRole::Year);
        *role == EdgeRole::Since && !is_year() && !OCCASIONS.contains(&squashed(name))
    };
    columns.map(is_beginning).collect()
}

/// Whether an edge began at some time and isn't said to have ended.
fn holds_still(edge: &Edge, choices: &Choices, beginnings: &[bool]) -> bool {
    let mut begins = false;
    for (column, value) in &edge.attributes {
        match choices.edge_roles.get(column.index()) {
            Some(EdgeRole::Year) => return false,
            Some(EdgeRole::Until) if !is_blank(value) => return false,
            _ => begins |= beginnings.get(column.index()) == Some(&true),
        }
    }
    begins
}

fn is_membership(edge: &Edge, choices: &Choices) -> bool {
    edge.attributes.iter().any(|(column, value)| {
        choices.edge_roles.get(column.index()) == Some(&EdgeRole::Kind)
            && membership(&text(value)) == Some(MembershipSaid::Member)
    })
}
