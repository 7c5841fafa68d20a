//! Columns that speak of the ties to one of several columns of partners: `Ally`, `Since`, `Enemy`, `Since`, or
//! `Ally since`.

use std::collections::HashMap;

use indexmap::IndexMap;

use super::ends::Ends;
use super::said_in_row::SaidInRow;
use crate::formats::mapping::says_something_of_ties;
use crate::formats::network::{ColumnId, Edge};
use crate::formats::tables::header_key;
use crate::formats::tables::plan::{ColumnUse, SheetPlan};

/// Of attributes that belong to the ties to one column of targets, which column that is, in the order of these,
/// and the attribute that they are there.
#[derive(Default)]
pub struct TargetAttributes(HashMap<ColumnId, (usize, ColumnId)>);

impl TargetAttributes {
    /// Those of a plan with several columns of targets: whose name begins with that of one of them, or which
    /// stand once behind each.
    pub fn find(ends: &mut Ends, plan: &SheetPlan, said: &SaidInRow<'_>) -> Self {
        let name = |index: usize| plan.columns.get(index).map_or("", |column| &column.name);
        let targets: Vec<(usize, String)> =
            plan.columns_with(ColumnUse::Target).map(|at| (at, header_key(name(at)))).collect();
        let mut own = HashMap::new();
        if targets.len() < 2 {
            return Self(own);
        }
        let mut alike: IndexMap<String, Vec<(ColumnId, usize)>> = IndexMap::new();
        for index in plan.columns_with(ColumnUse::Attribute) {
            let Some(id) = said.id_of(index) else { continue };
            let key = header_key(name(index));
            let named = targets.iter().enumerate().find_map(|(place, (_, target))| {
                let rest = key.strip_prefix(target.as_str()).filter(|rest| !rest.is_empty())?;
                says_something_of_ties(rest).then(|| (place, rest.to_owned()))
            });
            if let Some((place, rest)) = named {
                own.insert(id, (place, ends.builder.edge_columns().add(&rest)));
                continue;
            }
            let behind = targets.iter().rposition(|(target, _)| *target < index);
            if let Some(place) = behind {
                let stem = key.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
                alike.entry(stem).or_default().push((id, place));
            }
        }
        for columns in alike.into_values().filter(|columns| columns.len() > 1) {
            let is_one_behind_each =
                columns.windows(2).all(|pair| matches!(pair, [(_, one), (_, next)] if one < next));
            let Some((first, _)) = columns.first().copied().filter(|_| is_one_behind_each) else {
                continue;
            };
            own.extend(columns.into_iter().map(|(id, place)| (id, (place, first))));
        }
        Self(own)
    }

    /// Leaves to an edge to a target in one of the columns what is said of it.
    pub fn keep_own(&self, edge: &mut Edge, target: usize) {
        if self.0.is_empty() {
            return;
        }
        edge.attributes
            .retain(|(column, _)| self.0.get(column).is_none_or(|(owner, _)| *owner == target));
        for (column, _) in &mut edge.attributes {
            if let Some((_, known_as)) = self.0.get(column) {
                *column = *known_as;
            }
        }
    }
}
