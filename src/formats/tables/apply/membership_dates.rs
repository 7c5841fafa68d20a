//! When members were in their organisation, which bounds the ties between them.

use crate::formats::tables::header_key;
use crate::formats::tables::plan::{ColumnUse, SheetPlan};
use crate::formats::tables::view::View;

/// Columns that say in year, month and day when a member came: of ATOP 5.1 (2022), and of the Formal
/// Alliances 4.1 of the Correlates of War (2013).
const ENTRIES: [[&str; 3]; 2] =
    [["yrent", "moent", "dayent"], ["memstyear", "memstmonth", "memstday"]];
/// … and when it left.
const EXITS: [[&str; 3]; 2] =
    [["yrexit", "moexit", "dayexit"], ["memendyear", "memendmonth", "memendday"]];
/// Columns that say in one date when a member came.
const ENTRY: [&str; 20] = [
    "since",
    "joined",
    "from",
    "entry",
    "entrydate",
    "entryyear",
    "yearjoined",
    "datejoined",
    "accession",
    "accessiondate",
    "start",
    "startyear",
    "startdate",
    "begin",
    "seit",
    "beitritt",
    "von",
    "adhesion",
    "depuis",
    "desde",
];
/// … and when it left.
const EXIT: [&str; 18] = [
    "until",
    "left",
    "to",
    "exit",
    "exitdate",
    "exityear",
    "yearleft",
    "dateleft",
    "withdrawal",
    "withdrew",
    "end",
    "endyear",
    "enddate",
    "bis",
    "austritt",
    "retrait",
    "jusqua",
    "hasta",
];

/// A year, with a month and a day that are 0 where they aren't known.
type Day = [u32; 3];

/// The columns that say when a member came and when it left.
#[derive(Clone, Debug, Default)]
pub struct MembershipDates {
    /// The columns of the day when it came: one, or those of year, month and day.
    pub entry: Vec<usize>,
    /// The columns of the day when it left.
    pub exit: Vec<usize>,
}

/// When one member was in.
pub type Stay = [Option<Day>; 2];

impl MembershipDates {
    /// The columns of a plan that say so by their names.
    pub fn find(plan: &SheetPlan) -> Self {
        let columns: Vec<(usize, String)> = plan
            .columns_with(ColumnUse::Attribute)
            .filter_map(|index| Some((index, header_key(&plan.columns.get(index)?.name))))
            .collect();
        let named = |word: &str| columns.iter().find(|(_, key)| key == word).map(|(at, _)| *at);
        let whole = |[year, month, day]: [&str; 3]| {
            let year = named(year)?;
            Some([Some(year), named(month), named(day)].into_iter().flatten().collect())
        };
        let find = |parts: [[&str; 3]; 2], single: &[&str]| -> Vec<usize> {
            let in_one = || single.iter().find_map(|word| named(word)).into_iter().collect();
            parts.into_iter().find_map(whole).unwrap_or_else(in_one)
        };
        Self { entry: find(ENTRIES, &ENTRY), exit: find(EXITS, &EXIT) }
    }

    /// When the member of a row was in, as far as it is said.
    pub fn stay(&self, view: &View<'_>, row: usize) -> Stay {
        [&self.entry, &self.exit].map(|columns| day_of(view, row, columns))
    }
}

/// Which of two members decides when their tie began, and which when it ended, as 0 and 1: who came later,
/// and who left first. `None` where one had left before the other came.
pub fn deciding([one, other]: [&Stay; 2]) -> Option<[usize; 2]> {
    let entry = usize::from(other[0] > one[0]);
    let exit = match (one[1], other[1]) {
        (Some(one), Some(other)) => usize::from(other < one),
        (None, Some(_)) => 1,
        _ => 0,
    };
    let (began, ended) = (one[0].max(other[0]), [one[1], other[1]].into_iter().flatten().min());
    let is_over = began.zip(ended).is_some_and(|(began, ended)| ended[0] < began[0]);
    (!is_over).then_some([entry, exit])
}

fn day_of(view: &View<'_>, row: usize, columns: &[usize]) -> Option<Day> {
    let numbers: Vec<u32> = match columns {
        [column] => parts(view.cell(row, *column)),
        columns => columns.iter().map(|at| view.cell(row, *at).parse().unwrap_or(0)).collect(),
    };
    let is_year = |number: &&u32| (1_000..=2_999).contains(*number);
    let part = |at: usize| numbers.get(at).copied().filter(|part| *part <= 31).unwrap_or(0);
    match numbers.first().filter(is_year) {
        Some(year) => Some([*year, part(1), part(2)]),
        // Day and month before the year may stand in any order.
        None => numbers.iter().find(is_year).map(|year| [*year, 0, 0]),
    }
}

/// The numbers in a text: of `1949-04-04` three.
fn parts(cell: &str) -> Vec<u32> {
    let digits = cell.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    digits.take(6).filter_map(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_begins_with_the_later_member_and_ends_with_the_first_to_leave() {
        let stay = |since: u32, until: u32| -> Stay {
            [since, until].map(|year| Some([year, 0, 0]).filter(|_| year > 0))
        };
        assert_eq!(deciding([&stay(1949, 0), &stay(1952, 0)]), Some([1, 0]));
        assert_eq!(deciding([&stay(1949, 1966), &stay(1949, 0)]), Some([0, 0]));
        assert_eq!(deciding([&stay(1955, 1991), &stay(1955, 1968)]), Some([0, 1]));
        assert_eq!(deciding([&stay(0, 0), &stay(1955, 1968)]), Some([1, 1]));
        assert_eq!(deciding([&stay(1949, 1950), &stay(1952, 0)]), None);
    }
}
