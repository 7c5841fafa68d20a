//! Columns of dates beside those that are taken for when ties began and ended.

use super::super::choices::Choices;
use super::super::date_read::DateRead;
use super::super::dates::read_date;
use super::super::header_words::edge_role;
use super::super::roles::EdgeRole;
use super::super::value_words::is_blank;
use crate::formats::network::{ColumnId, Network};
use crate::formats::problems::{Remarks, Spot};

/// Remarks on each column of dates that is kept as an attribute, as another one says the same of the ties.
pub fn remark(network: &Network, choices: &Choices, remarks: &mut Remarks) {
    if choices.is_own {
        return;
    }
    for ((column, name), role) in network.edge_columns.iter().zip(&choices.edge_roles) {
        let says = edge_role(name).filter(|_| *role == EdgeRole::Attribute);
        let Some((says, when)) = says.and_then(|(says, _)| Some((says, word(says)?))) else {
            continue;
        };
        let mut columns = network.edge_columns.iter().zip(&choices.edge_roles);
        let other = columns.find(|(_, other)| **other == says);
        let Some(((_, taken), _)) = other else { continue };
        let Some(spot) = first_date(network, choices, column) else { continue };
        let topic = format!("has dates of when ties {when}, as “{taken}” has");
        let remedy = "Give the columns other roles, if this one is right.";
        remarks.warn(spot, name, &topic, "It was kept as an attribute.", remedy);
    }
}

const fn word(role: EdgeRole) -> Option<&'static str> {
    match role {
        EdgeRole::Since => Some("began"),
        EdgeRole::Until => Some("ended"),
        _ => None,
    }
}

/// Where the first date of a column stands.
fn first_date(network: &Network, choices: &Choices, column: ColumnId) -> Option<Spot> {
    network.edges.iter().find_map(|edge| {
        let values = edge.attributes.iter();
        let mut values = values.filter(|(own, value)| *own == column && !is_blank(value));
        let (_, value) = values.next()?;
        let is_date = matches!(
            read_date(value, choices.date_style()),
            DateRead::Date(_)
                | DateRead::Serial(_)
                | DateRead::Short(_)
                | DateRead::YearOnly(_)
                | DateRead::Span(..)
                | DateRead::From(_)
        );
        is_date.then(|| network.edge_cells.spot(edge.spot, column))
    })
}
