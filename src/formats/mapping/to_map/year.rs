//! The year of which an edge speaks.

use super::super::choices::Choices;
use super::super::date_read::DateRead;
use super::super::dates::read_date;
use super::super::roles::EdgeRole;
use crate::formats::network::Edge;
use crate::model::Attribute;

/// The year in which an edge was observed, else in which it began, else that of the whole network.
pub fn year_of(edge: &Edge, choices: &Choices) -> Option<i32> {
    let of = |role: EdgeRole| {
        let has_role = |column: usize| choices.edge_roles.get(column) == Some(&role);
        let found = edge.attributes.iter().find(|(column, _)| has_role(column.index()));
        found.and_then(|(_, value)| year_in(value, choices))
    };
    of(EdgeRole::Year).or_else(|| of(EdgeRole::Since)).or(choices.year)
}

/// The year that a value says.
pub fn year_in(value: &Attribute, choices: &Choices) -> Option<i32> {
    match read_date(value, choices.date_style()) {
        DateRead::Date(date)
        | DateRead::Serial(date)
        | DateRead::Short(date)
        | DateRead::YearOnly(date)
        | DateRead::Span(date, _)
        | DateRead::From(date)
        | DateRead::UpTo(date) => Some(i32::from(date.year())),
        DateRead::None | DateRead::Open | DateRead::Unreadable => None,
    }
}
