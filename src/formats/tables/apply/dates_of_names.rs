//! Keeps when ties were, by the dates behind the names of their ends.

use super::ends::Ends;
use super::membership_dates::MembershipDates;
use crate::formats::network::Edge;
use crate::formats::plain_lines::When;
use crate::formats::problems::Spot;
use crate::formats::tables::plan::SheetPlan;
use crate::model::Attribute;

/// Whether columns of the table say when ties began and ended.
pub struct DatesOfNames {
    has_columns: [bool; 2],
}

impl DatesOfNames {
    /// By a plan.
    pub fn of(plan: &SheetPlan) -> Self {
        let MembershipDates { entry, exit } = MembershipDates::find(plan);
        Self { has_columns: [!entry.is_empty(), !exit.is_empty()] }
    }

    /// Says of an edge when it was; a column of the table for it goes before.
    pub fn set(&self, ends: &mut Ends, edge: &mut Edge, (when, spot): (When, Spot)) {
        let dates = [("since", when.since), ("until", when.until)];
        for ((name, date), has_column) in dates.into_iter().zip(self.has_columns) {
            let Some(date) = date else { continue };
            let column = ends.builder.edge_columns().add(name);
            if has_column || edge.attributes.iter().any(|(known, _)| *known == column) {
                ends.builder.network().remarks.lose(
                    spot,
                    &date.to_string(),
                    "is a date behind a name, where the row says another",
                    "That of the row was taken.",
                    "Give the nation a row of its own.",
                );
            } else {
                edge.attributes.push((column, Attribute::Text(date.to_string().into())));
            }
        }
    }
}
