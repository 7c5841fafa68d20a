//! Grids of a questionnaire, as form programs write them: the question is repeated above each column, with the
//! nation that it asks of in brackets: `How are relations with: [Russia]`.

use super::table::Table;
use crate::formats::problems::Spot;
use crate::names::{Recognition, recognise};

impl Table {
    /// The table as a matrix of who answers and whom it is about, where its columns are those of one question
    /// behind a column that says who answers. What stands before that column is left out, with a remark.
    pub fn with_questions_as_nations(self) -> Self {
        let Some(first) = self.first_question() else { return self };
        let answering = first - 1;
        let mut grid = self.area(0..0, answering..self.column_count());
        grid.remarks = self.remarks.clone();
        for column in 0..answering {
            let spot = Spot::at(self.row_number(0), self.columns_before + column as u32 + 1);
            let topic = "is a column before the answers to a question on each nation";
            grid.remarks.warn(spot, self.cell(0, column).trim(), topic, "It was left out.", "");
        }
        for row in 0..self.row_count() {
            for (column, cell) in self.row(row).enumerate().skip(answering) {
                let asked = question(cell).filter(|_| row == 0 && column >= first);
                grid.push_cell(asked.map_or(cell, |(_, nation)| nation));
            }
            grid.end_row(self.row_number(row));
        }
        grid
    }

    /// The first column of a question that is asked of several nations, up to the last column.
    fn first_question(&self) -> Option<usize> {
        if self.row_count() < 2 {
            return None;
        }
        let asked: Vec<_> = self.row(0).map(question).collect();
        let first = asked.iter().position(Option::is_some).filter(|first| *first > 0)?;
        let questions = asked.get(first..)?;
        let is_nation = |text: &str| recognise(text, None) != Recognition::Unknown;
        let (text, _) = questions.first().copied().flatten()?;
        let is_one = |asked: &Option<(&str, &str)>| {
            asked.is_some_and(|(same, nation)| same == text && is_nation(nation))
        };
        (questions.len() > 1 && questions.iter().all(is_one)).then_some(first)
    }
}

/// The question in a cell, and what it asks of in brackets behind it.
fn question(cell: &str) -> Option<(&str, &str)> {
    let (question, asked) = cell.trim().strip_suffix(']')?.rsplit_once('[')?;
    (!question.trim().is_empty()).then_some((question.trim(), asked.trim()))
}
