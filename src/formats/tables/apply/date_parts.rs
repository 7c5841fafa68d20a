//! Dates whose year, month and day stand in columns of their own: `Start year`, `Start month`, `Start day`.

use std::collections::{HashMap, HashSet};

use super::attributes::AttributeColumns;
use crate::formats::network::ColumnId;
use crate::formats::tables::header_key;
use crate::formats::tables::plan::{ColumnUse, SheetPlan};
use crate::formats::tables::view::View;
use crate::model::{Attribute, PartialDate};

/// Words for year, month and day in headers, as header keys.
const WORDS: [[&str; 3]; 15] = [
    ["year", "month", "day"],
    ["yr", "mo", "day"],
    ["yr", "mn", "dy"],
    ["year", "mon", "day"],
    ["jahr", "monat", "tag"],
    ["annee", "mois", "jour"],
    ["ano", "mes", "dia"],
    ["anno", "mese", "giorno"],
    ["jaar", "maand", "dag"],
    ["rok", "miesiac", "dzien"],
    ["yil", "ay", "gun"],
    ["год", "месяц", "день"],
    ["рік", "місяць", "день"],
    ["年", "月", "日"],
    ["سنة", "شهر", "يوم"],
];

/// The columns of the parts of one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Parts {
    year: ColumnId,
    month: ColumnId,
    day: Option<ColumnId>,
}

/// All such dates of a table.
#[derive(Clone, Debug, Default)]
pub struct DateParts(Vec<Parts>);

impl DateParts {
    /// Those of a plan for edges. Of columns that say nothing but `year`, `month` and `day` all three are needed,
    /// and each tie stands in one row: else they are when it was observed.
    pub fn find(view: &View<'_>, plan: &SheetPlan, attributes: &AttributeColumns<'_>) -> Self {
        let keys: Vec<(usize, String)> = plan
            .columns_with(ColumnUse::Attribute)
            .filter_map(|index| Some((index, header_key(&plan.columns.get(index)?.name))))
            .collect();
        let mut places: HashMap<&str, usize> = HashMap::with_capacity(keys.len());
        for (at, key) in &keys {
            places.entry(key).or_insert(*at);
        }
        let named = |name: &str| places.get(name).copied();
        let mut found = Vec::new();
        for (at, key) in &keys {
            let of = |[year, month, day]: [&str; 3]| {
                let (year, month, day) = (header_key(year), header_key(month), header_key(day));
                let (before, behind) = key.split_once(&year)?;
                let sibling = |word: &str| named(&format!("{before}{word}{behind}"));
                let (month, day) = (sibling(&month)?, sibling(&day));
                let is_bare = before.is_empty() && behind.is_empty();
                let is_date = !is_bare || day.is_some() && !repeats(view, plan);
                is_date.then_some((month, day))
            };
            let Some((month, day)) = WORDS.into_iter().find_map(of) else { continue };
            let ids = (attributes.id_of(*at), attributes.id_of(month));
            if let (Some(year), Some(month)) = ids {
                found.push(Parts { year, month, day: day.and_then(|day| attributes.id_of(day)) });
            }
        }
        Self(found)
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts the parts of each date of an edge together, in the column of its year. What makes no date stays as it
    /// stands.
    pub fn join(&self, attributes: &mut Vec<(ColumnId, Attribute)>) {
        for parts in &self.0 {
            let number = |column: ColumnId| {
                let (_, value) = attributes.iter().find(|(own, _)| *own == column)?;
                whole(value)
            };
            let (year, month) = (number(parts.year), number(parts.month));
            let day = parts.day.and_then(number);
            let (Some(year), Some(month)) = (year, month) else { continue };
            let date = PartialDate::new(year, Some(month), day).ok();
            let Some(date) = date.filter(|_| year >= 500) else { continue };
            let is_joined = |column: ColumnId| {
                column == parts.month || Some(column) == parts.day && day.is_some()
            };
            attributes.retain(|(column, _)| !is_joined(*column));
            if let Some((_, value)) = attributes.iter_mut().find(|(own, _)| *own == parts.year) {
                *value = Attribute::Text(date.to_string().into());
            }
        }
    }
}

/// The whole number above 0 that a value is.
fn whole(value: &Attribute) -> Option<u32> {
    let number = match value {
        Attribute::Number(number) => *number,
        Attribute::Text(text) => text.trim().parse().ok()?,
        Attribute::Flag(flag) => f64::from(u8::from(*flag)),
    };
    let is_whole = number.fract() == 0.0 && (1.0..=9_999.0).contains(&number);
    is_whole.then_some(number as u32)
}

/// Whether the same ends stand in several rows, as ties do that were observed again and again.
fn repeats(view: &View<'_>, plan: &SheetPlan) -> bool {
    let ends: Vec<usize> =
        (0..plan.columns.len()).filter(|index| plan.columns[*index].role.is_end()).collect();
    let mut seen = HashSet::new();
    for row in plan.rows.clone() {
        seen.insert(ends.iter().map(|end| view.cell(row, *end)).collect::<Vec<_>>());
    }
    plan.rows.len() as f64 > 1.2 * seen.len() as f64
}
