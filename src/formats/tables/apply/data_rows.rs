//! The rows of data that a plan reads, and what is said of those that it doesn't.

use super::title_kind;
use crate::formats::problems::Remarks;
use crate::formats::tables::guess::{
    Asides, SUM, flow_column, has_kinds, is_sum, is_sum_word, said_of_targets, says_kind,
};
use crate::formats::tables::plan::{SheetPlan, TableContent};
use crate::formats::tables::values;
use crate::formats::tables::view::View;

/// The rows of data that a plan reads, one after the other. Of each other row that says something it is
/// remarked that it was left out.
pub struct DataRows<'a> {
    view: &'a View<'a>,
    plan: &'a SheetPlan,
    asides: Asides<'a>,
    /// The columns of both ends, where a row without one of them may be one of sums.
    ends: Vec<usize>,
    /// The columns in which an empty cell says the same as the last filled one, and the row of that.
    filled: Vec<(usize, Option<usize>)>,
    row: usize,
    next: usize,
    /// Whether titles say the kinds of the ties below them, and the kind that the last one said.
    reads_titles: bool,
    kind: Option<&'a str>,
}

impl<'a> DataRows<'a> {
    /// The rows that a plan reads. Those above and below them are remarked on.
    pub fn new(view: &'a View<'a>, plan: &'a SheetPlan, remarks: &mut Remarks) -> Self {
        Self::below_title(view, plan, None, remarks)
    }

    /// The same below a row whose text was read as well.
    pub fn below_title(
        view: &'a View<'a>,
        plan: &'a SheetPlan,
        title: Option<usize>,
        remarks: &mut Remarks,
    ) -> Self {
        let end = plan.rows.end.min(view.row_count());
        plan.groups.iter().for_each(|row| remark_on_groups(view, plan, *row, remarks));
        let names = |row: &usize| [plan.header, plan.groups, title].contains(&Some(*row));
        for row in (0..plan.rows.start.min(end)).filter(|row| !names(row)) {
            leave_out(view, row, "stands above the rows of data", remarks);
        }
        for row in end.max(plan.rows.start)..view.row_count() {
            let is_sum = is_sum(view, row);
            let topic = if is_sum { SUM } else { "stands below the rows of data" };
            leave_out(view, row, topic, remarks);
        }
        let fills = plan.columns.iter().enumerate().filter(|(_, column)| column.fills_down);
        let has_ends =
            matches!(plan.content, TableContent::Edges | TableContent::Affiliation { .. });
        let columns = plan.columns.iter().enumerate();
        let ends = columns.filter(|(_, column)| has_ends && column.role.is_end());
        Self {
            view,
            plan,
            asides: Asides::new(view, plan),
            ends: ends.map(|(index, _)| index).collect(),
            filled: fills.map(|(index, _)| (index, None)).collect(),
            row: 0,
            next: plan.rows.start,
            reads_titles: false,
            kind: None,
        }
    }

    /// The rows of ties, whose kinds titles above and among them may say where nothing else does.
    pub fn of_ties(view: &'a View<'a>, plan: &'a SheetPlan, remarks: &mut Remarks) -> Self {
        let reads_titles = !has_kinds(plan)
            && flow_column(plan).is_none()
            && said_of_targets(plan).iter().all(|said| said.kind.is_none());
        let title = title_kind::find(view, plan).filter(|_| reads_titles);
        let rows = Self::below_title(view, plan, title.map(|(row, _)| row), remarks);
        Self { reads_titles, kind: title.map(|(_, kind)| kind), ..rows }
    }

    /// The kind of the ties in the row by the title above it, if that says one.
    pub const fn kind(&self) -> Option<&'a str> {
        self.kind
    }

    /// Goes on to the next row that is read, and returns its index.
    pub fn next(&mut self, remarks: &mut Remarks) -> Option<usize> {
        let end = self.plan.rows.end.min(self.view.row_count());
        while self.next < end {
            self.row = self.next;
            self.next += 1;
            if self.view.is_blank(self.row) {
                continue;
            }
            match self.reason_to_leave_out() {
                Some(reason) if self.reads_titles && Asides::is_of_title(reason) => {
                    let title = self.view.row(self.row).find(|cell| !cell.is_empty());
                    self.kind = title.filter(|title| says_kind(title));
                    if self.kind.is_none() {
                        leave_out(self.view, self.row, reason, remarks);
                    }
                }
                Some(reason) => leave_out(self.view, self.row, reason, remarks),
                None => {
                    self.fill_down();
                    if self.passes_filter() {
                        return Some(self.row);
                    }
                    let topic = "isn't among the rows that are read";
                    leave_out(self.view, self.row, topic, remarks);
                }
            }
        }
        None
    }

    /// The text of a cell of the row, or of that above which it stands for.
    pub fn cell(&self, column: usize) -> &'a str {
        let cell = self.view.cell(self.row, column);
        if !cell.is_empty() || self.filled.is_empty() {
            return cell;
        }
        let filled = self.filled.iter().find(|(own, _)| *own == column);
        filled.and_then(|(_, row)| *row).map_or("", |row| self.view.cell(row, column))
    }

    /// Up to which column empty cells may say the same as those above; 0 where none does.
    pub fn reach(&self) -> usize {
        self.filled.last().map_or(0, |(column, _)| column + 1)
    }

    /// Remarks on the cells of the row that are empty and were read as those above.
    pub fn remark_on_filled(&self, remarks: &mut Remarks) {
        for (column, above) in &self.filled {
            let is_filled = self.view.cell(self.row, *column).is_empty();
            if let Some(above) = above.filter(|_| is_filled) {
                remarks.warn(
                    self.view.spot(self.row, *column),
                    self.view.cell(above, *column),
                    "is empty, as cells that were merged are",
                    "It was read as the last filled one above it.",
                    "",
                );
            }
        }
    }

    fn fill_down(&mut self) {
        for (column, last) in &mut self.filled {
            if !self.view.cell(self.row, *column).is_empty() {
                *last = Some(self.row);
            }
        }
    }

    fn passes_filter(&self) -> bool {
        self.plan.filter.as_ref().is_none_or(|filter| {
            let cell = self.cell(filter.column);
            filter.values.iter().any(|value| value.trim() == cell)
        })
    }

    fn reason_to_leave_out(&self) -> Option<&'static str> {
        let (view, row) = (self.view, self.row);
        if let Some(reason) = self.asides.reason(row) {
            return Some(reason);
        }
        let (mut lacks_an_end, mut names_a_sum) = (false, false);
        for end in self.ends.iter().map(|column| view.cell(row, *column)) {
            lacks_an_end |= end.is_empty();
            names_a_sum |= self.ends.len() > 1 && is_sum_word(end);
        }
        let is_of_sums = names_a_sum || lacks_an_end && is_sum(view, row);
        (is_of_sums && has_number(view, row) && (names_a_sum || has_numbers(view, row)))
            .then_some(SUM)
    }
}

/// Says which words for groups of columns are in the name of none.
fn remark_on_groups(view: &View<'_>, plan: &SheetPlan, row: usize, remarks: &mut Remarks) {
    let is_named = |text: &str| plan.columns.iter().any(|column| column.name.starts_with(text));
    for (column, text) in view.row(row).enumerate().filter(|(_, text)| !is_named(text)) {
        let topic = "stands over several columns";
        let outcome = "These are read by the names below it.";
        remarks.warn(view.spot(row, column), text, topic, outcome, "");
    }
}

fn is_number(cell: &str) -> bool {
    values::number(cell, '.').is_some() || values::number(cell, ',').is_some()
}

/// Whether a cell is a number.
fn has_number(view: &View<'_>, row: usize) -> bool {
    view.row(row).any(is_number)
}

/// Whether all cells behind the first filled one are numbers, and there are some.
fn has_numbers(view: &View<'_>, row: usize) -> bool {
    let mut cells = view.row(row).filter(|cell| !cell.is_empty()).skip(1).peekable();
    cells.peek().is_some() && cells.all(is_number)
}

fn leave_out(view: &View<'_>, row: usize, topic: &str, remarks: &mut Remarks) {
    let first = view.row(row).enumerate().find(|(_, cell)| !cell.is_empty());
    if let Some((column, text)) = first {
        remarks.warn(view.spot(row, column), text, topic, "It was left out.", "");
    }
}
