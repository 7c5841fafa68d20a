//! How a table is read, in words.

use super::edge_names::EdgeText;
use super::table::Table;

/// What a matrix is read by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// All of it, with names at the left and above.
    Whole,
    /// Half of it, with names at the diagonal, and with what stands where columns and rows end.
    Half(EdgeText, EdgeText),
}

const WHOLE: &str =
    "Each cell shows the ties between the nation of its row and that of its column.";
const HALF: &str = "Each cell shows the ties of two nations: one is named at the left end of its row, the other at the \
     upper end of its column. All ties of a nation lie in its row and in its column.";

impl Reading {
    /// Half a table with nothing more than names at the diagonal.
    pub(super) const HALF: Self = Self::Half(EdgeText::Nothing, EdgeText::Nothing);

    /// What a table is read by.
    pub(super) const fn of(table: &Table) -> Self {
        match table {
            Table::Whole(_) => Self::Whole,
            Table::Half(table) => Self::Half(table.foot.text, table.right.text),
        }
    }

    /// How it is read.
    pub(super) fn words(self) -> String {
        let Self::Half(foot, right) = self else { return WHOLE.to_owned() };
        match edges(foot, right) {
            Some(edges) => format!("{HALF} {edges}"),
            None => HALF.to_owned(),
        }
    }
}

/// What stands where columns and rows end, if anything does.
const fn edges(foot: EdgeText, right: EdgeText) -> Option<&'static str> {
    use EdgeText::{Codes, Names, Nothing};
    match (foot, right) {
        (Nothing, Nothing) => None,
        (Nothing, _) => Some("A row ends at the code of its nation."),
        (Codes, Nothing) => Some("A column ends at the code of its nation."),
        (Codes, _) => Some("Both end at the code of their nation."),
        (Names, Nothing) => Some("A column is named again at its foot."),
        (Names, _) => {
            Some("A column is named again at its foot; a row ends at the code of its nation.")
        }
    }
}
