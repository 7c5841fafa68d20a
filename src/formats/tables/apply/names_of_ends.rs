//! Columns that name the nodes whose ids stand at the ends of edges: `from_id`, `from_name`.

use std::collections::HashMap;

use super::earlier_names::EarlierNames;
use super::ends::Ends;
use crate::formats::tables::guess::{has_codes_of_nations, name_beside, names_nations};
use crate::formats::tables::header_key;
use crate::formats::tables::plan::{ColumnUse, SheetPlan};
use crate::formats::tables::view::View;
use crate::formats::vocabulary::header_words::{Words, dates};

/// What columns are called that say of which year a row is.
const YEARS: Words = Words(&[dates::YEARS, dates::BEGINNINGS, dates::BEGAN, dates::DATES]);

/// The names beside the ids of both ends, and what they have said so far.
pub struct NamesOfEnds {
    /// The columns of the names of sources and of targets.
    columns: [usize; 2],
    /// The column of years.
    year: Option<usize>,
    /// The name of each node in the latest year so far.
    latest: HashMap<u32, (i32, String)>,
    earlier: EarlierNames,
}

impl NamesOfEnds {
    /// Those of a plan for edges with one column for each end, whose texts are no nations that are known.
    pub fn find(ends: &mut Ends, view: &View<'_>, plan: &SheetPlan) -> Option<Self> {
        let only = |role| {
            let mut columns = plan.columns_with(role);
            columns.next().filter(|_| columns.next().is_none())
        };
        let ids = [only(ColumnUse::Source)?, only(ColumnUse::Target)?];
        let columns = [name_beside(plan, ids[0])?, name_beside(plan, ids[1])?];
        let are_nations = |id| has_codes_of_nations(plan, id) || names_nations(view, plan, id);
        if columns[0] == columns[1] || ids.into_iter().any(are_nations) {
            return None;
        }
        let key = |index: usize| plan.columns.get(index).map(|column| header_key(&column.name));
        let is_year = |column: &usize| key(*column).is_some_and(|key| YEARS.contains(&key));
        let year = plan.columns_with(ColumnUse::Attribute).find(is_year);
        let header = plan.header.unwrap_or(plan.rows.start);
        for column in columns {
            ends.builder.network().remarks.warn(
                view.spot(header, column),
                plan.columns.get(column).map_or("", |column| column.name.as_str()),
                "names the ends of ties whose ids stand in another column",
                "The nations are called by these names.",
                "",
            );
        }
        Some(Self { columns, year, latest: HashMap::new(), earlier: EarlierNames::default() })
    }

    /// The columns of the names.
    pub fn columns(&self) -> impl Iterator<Item = usize> {
        self.columns.into_iter()
    }

    /// Takes the names in a row of these ends, where it has one source and one target.
    pub fn read(&mut self, view: &View<'_>, row: usize, nodes: [u32; 2]) {
        let year = self.year.and_then(|column| view.cell(row, column).get(..4)?.parse().ok());
        let year = year.unwrap_or(i32::MIN);
        for (node, column) in nodes.into_iter().zip(self.columns) {
            let name = view.cell(row, column);
            match self.latest.get_mut(&node) {
                _ if name.is_empty() => {}
                None => drop(self.latest.insert(node, (year, name.to_owned()))),
                Some((_, known)) if known == name => {}
                Some((last, known)) if *last < year => {
                    self.earlier.add(node, &std::mem::replace(known, name.to_owned()));
                    *last = year;
                }
                Some(_) => drop(self.earlier.add(node, name)),
            }
        }
    }

    /// Calls the nodes by their names of the latest year, but those that a table of nations has declared.
    pub fn set(self, ends: &mut Ends) {
        let mut latest: Vec<_> = self.latest.into_iter().collect();
        latest.sort_unstable();
        for (node, (_, name)) in latest {
            let Some(node) = ends.builder.node(node) else { continue };
            if node.label.is_none() && node.attributes.is_empty() && node.id != name {
                node.label = Some(name);
            }
        }
        self.earlier.set(ends);
    }
}
