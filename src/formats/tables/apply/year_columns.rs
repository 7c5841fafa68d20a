//! Columns for years, in which rows mark when their ties were: `1950`, `1960`, with a kind, a cross or a 1 in
//! each cell.

use super::membership_dates::MembershipDates;
use super::views::without;
use crate::formats::problems::{Remarks, Spot};
use crate::formats::tables::guess::{has_kinds, nations_beside_ends, year_of_header};
use crate::formats::tables::plan::{ColumnUse, SheetPlan};
use crate::formats::tables::values;
use crate::formats::tables::view::View;

/// A longer text is no kind of tie, in characters.
const LONGEST_KIND: usize = 40;

/// The columns for years of a table, for each kind that headers say in the order of the years.
pub struct YearColumns(Vec<YearColumn>);

/// A column for a year.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct YearColumn {
    /// The kind that its header says beside the year.
    kind: Option<String>,
    year: u16,
    index: usize,
}

/// What a row says of some years, one after the other.
pub struct Run<'c> {
    /// The kind, where cells say one.
    pub kind: Option<&'c str>,
    /// The first of the years.
    pub since: u16,
    /// The last of them; `None` where it is that of the last column, for it may go on.
    pub until: Option<u16>,
}

/// What a cell says of a year.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark<'c> {
    None,
    Yes,
    Kind(&'c str),
}

impl YearColumns {
    /// The columns for years whose cells are marks. Numbers that are more than that say something else, and so
    /// do nations, and texts beside a column for kinds; where other columns say when ties were, none is looked
    /// for.
    pub fn find(view: &View<'_>, plan: &SheetPlan) -> Option<Self> {
        let dates = MembershipDates::find(plan);
        let of = |index: usize| {
            let (year, kind) = year_of_header(&plan.columns.get(index)?.name)?;
            Some(YearColumn { kind: kind.map(str::to_owned), year, index })
        };
        let mut years: Vec<YearColumn> =
            plan.columns_with(ColumnUse::Attribute).filter_map(of).collect();
        years.sort_unstable();
        let is_said_twice =
            |pair: &[YearColumn]| (&pair[0].kind, pair[0].year) == (&pair[1].kind, pair[1].year);
        let are_several = years.len() > 1 && !years.windows(2).any(is_said_twice);
        if !are_several || !dates.entry.is_empty() || !dates.exit.is_empty() {
            return None;
        }
        let ends = plan.columns.iter().filter(|column| column.role.is_end());
        let has_kinds = has_kinds(&without(plan, years.iter().map(|year| year.index)));
        let cells = plan
            .rows
            .clone()
            .flat_map(|row| years.iter().map(move |year| (year, mark(view.cell(row, year.index)))));
        let mut are_marks = cells.map(|(year, mark)| match mark {
            Some(Mark::Kind(_)) => !has_kinds && year.kind.is_none(),
            known => known.is_some(),
        });
        let are_marks = are_marks.all(|is_mark| is_mark)
            && !ends.into_iter().any(|end| year_of_header(&end.name).is_some())
            && !nations_beside_ends(view, plan)
                .iter()
                .any(|column| years.iter().any(|year| year.index == *column));
        are_marks.then_some(Self(years))
    }

    /// The columns.
    pub fn columns(&self) -> impl Iterator<Item = usize> {
        self.0.iter().map(|year| year.index)
    }

    /// What a row says, by the texts of its cells.
    pub fn runs<'c>(&'c self, cell: impl Fn(usize) -> &'c str) -> Vec<Run<'c>> {
        let mut runs: Vec<Run<'c>> = Vec::new();
        for years in self.0.chunk_by(|one, next| one.kind == next.kind) {
            let mut last = Mark::None;
            for (place, YearColumn { kind, year, index }) in years.iter().enumerate() {
                let mark = mark(cell(*index)).unwrap_or(Mark::None);
                let is_last_column = place + 1 == years.len();
                let until = Some(*year).filter(|_| !is_last_column);
                let kind = match mark {
                    Mark::Kind(kind) => Some(kind),
                    _ => kind.as_deref(),
                };
                match runs.last_mut().filter(|_| mark == last) {
                    _ if mark == Mark::None => {}
                    Some(run) => run.until = until,
                    None => runs.push(Run { kind, since: *year, until }),
                }
                last = mark;
            }
        }
        runs
    }

    /// Says how the columns are read.
    pub fn remark(&self, view: &View<'_>, plan: &SheetPlan, remarks: &mut Remarks) {
        let Some(column) = self.columns().min() else { return };
        let spot = view.spot(plan.header.unwrap_or(plan.rows.start), column);
        let name = plan.columns.get(column).map_or("", |column| column.name.as_str());
        let topic = "begins columns for years";
        let outcome = "A tie is from the first to the last year in which it is marked; one that is marked in \
                       the last column goes on.";
        remarks.warn(spot, name, topic, outcome, "");
    }
}

/// Says of a row that marks no year that it makes no tie.
pub fn remark_on_no_year(spot: Spot, remarks: &mut Remarks) {
    let outcome = "No tie was made; the nations that it names are on the map.";
    remarks.warn(spot, "", "begins a row that marks no year", outcome, "");
}

/// What a cell says; `None` where it is no mark.
fn mark(cell: &str) -> Option<Mark<'_>> {
    if cell.is_empty() || values::is_missing(cell) || values::says_no(cell) {
        return Some(Mark::None);
    }
    if values::says_yes(cell) {
        return Some(Mark::Yes);
    }
    match values::number(cell, '.').or_else(|| values::number(cell, ',')) {
        Some(0.0) => Some(Mark::None),
        Some(1.0) => Some(Mark::Yes),
        Some(_) => None,
        None => (cell.chars().count() <= LONGEST_KIND).then_some(Mark::Kind(cell)),
    }
}
