//! Tables with a row for each nation and year, in which what a nation was in is said beside what else it was: they are
//! tables of nations, although a column names an organisation.

use std::collections::HashSet;
use std::ops::Range;

use super::ends_by_words::EndColumns;
use crate::formats::mapping::says_something_of_ties;
use crate::formats::tables::view::View;
use crate::formats::vocabulary::header_words::{Words, dates, nodes, parties};

/// What columns are called that say of which year a row is, or from which year on a state was what the row says.
pub const YEARS: Words =
    Words(&[dates::YEARS, &["startyear", "styear", "strtyear", "styr", "begyear", "beginyear"]]);

/// What columns are called that name what a nation is in.
pub const ORGANISATIONS: Words = Words(&[
    parties::ORGANISATIONS,
    parties::TREATIES,
    nodes::MEMBERSHIPS,
    &["org", "igo", "bloc", "blocs", "block", "bundnis", "union"],
]);

/// So many rows are looked at.
const ROWS: usize = 2_000;

/// Whether rows with a member and its organisation are one for each nation and year, and say more of the nation: its
/// population, its capital.
pub fn is_one(view: &View<'_>, rows: &Range<usize>, keys: &[String], ends: &EndColumns) -> bool {
    let ([member], [organisation]) = (&ends.sources[..], &ends.targets[..]) else { return false };
    let is_named = keys.get(*organisation).is_some_and(|key| ORGANISATIONS.contains(key));
    let year = keys.iter().position(|key| dates::YEARS.contains(&key.as_str()));
    let Some(year) = year.filter(|_| is_named) else { return false };
    let is_other = |(column, key): (usize, &String)| {
        !key.is_empty() && ![*member, *organisation, year].contains(&column)
    };
    let others = || keys.iter().enumerate().filter(|other| is_other(*other));
    let (mut seen, mut members) = (HashSet::new(), HashSet::new());
    let mut said =
        rows.clone().take(ROWS).map(|row| [view.cell(row, *member), view.cell(row, year)]);
    others().next().is_some()
        && !others().any(|(_, key)| says_something_of_ties(key))
        && said.all(|[member, year]| {
            members.insert(member);
            year.is_empty() || seen.insert([member, year])
        })
        && members.len() < seen.len()
}
