//! What networks of every sort become as maps.

mod dates;
mod kinds;
mod nations;
mod round_trip;
mod states;
mod ties;

use super::{Choices, Imported, guess, to_map};
use crate::formats::network::{Edge, Network, NetworkBuilder};
use crate::formats::problems::Spot;
use crate::model::{Attribute, Map, TieId};

/// A network of rows as an edge list has them: two ends, then the columns by name.
fn rows(columns: &[&str], rows: &[&[&str]]) -> Network {
    let mut builder = NetworkBuilder::inferring();
    for (line, row) in (2..).zip(rows) {
        let spot = Spot::at(line, 1);
        let ends = [row[0], row[1]].map(|id| builder.named(id, spot).expect("room for a node"));
        let mut edge = Edge::new(ends[0], ends[1], spot);
        for (name, value) in columns.iter().zip(row.iter().skip(2)) {
            let column = builder.edge_columns().add(name);
            edge.attributes.push((column, value_of(value)));
        }
        builder.add_edge(edge).expect("room for an edge");
    }
    builder.finish()
}

fn value_of(text: &str) -> Attribute {
    text.parse().map_or_else(|_| Attribute::Text(text.into()), Attribute::Number)
}

fn imported(network: &Network) -> Imported {
    imported_by(network, &guess(network))
}

fn imported_by(network: &Network, choices: &Choices) -> Imported {
    let imported = to_map(network, choices).expect("a map");
    assert_eq!(imported.map.violations(), [], "a map breaks no rule");
    imported
}

fn names(map: &Map) -> Vec<&str> {
    map.nations().iter().map(|(_, nation)| nation.name.as_str()).collect()
}

fn codes(map: &Map) -> Vec<&str> {
    map.nations().iter().map(|(_, nation)| nation.code.as_deref().unwrap_or("")).collect()
}

/// The ties with kinds and dates: `France – Russia: Allied 1894 to 1917`.
fn ties(map: &Map) -> Vec<String> {
    let tie = |id: TieId| {
        let tie = map.ties().get(id)?;
        let kind = map.kinds().get(tie.kind)?;
        let dates =
            [tie.since, tie.until].map(|date| date.map_or_else(String::new, |d| d.to_string()));
        Some(format!("{}: {} {} to {}", map.tie_name(id), kind.name, dates[0], dates[1]))
    };
    map.ties().ids().filter_map(tie).collect()
}

fn topics(imported: &Imported) -> Vec<(&str, usize)> {
    imported.remarks.groups().map(|group| (group.topic.as_str(), group.count)).collect()
}
