//! How a table is read, in words.

use super::edge_names::EdgeText;
use super::table::Table;

/// What a matrix is read by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// All of it, with names at the left and above, and with what stands where rows end.
    Whole(EdgeText),
    /// Half of it, with names at the diagonal.
    Half {
        /// What stands where columns end.
        foot: EdgeText,
        /// What stands where rows end.
        right: EdgeText,
        /// Whether codes stand where both begin.
        has_stairs: bool,
    },
}

const WHOLE: &str =
    "Each cell shows the ties between the nation of its row and that of its column.";
const HALF: &str = "Each cell shows the ties of two nations: one is named at the left end of its row, the other at the \
     upper end of its column. All ties of a nation lie in its row and in its column.";

/// The same where there is little room.
const WHOLE_IN_SHORT: &str = "A cell shows the ties of its row’s nation and its column’s.";
const HALF_IN_SHORT: &str = "The two nations of a cell are named at the left end of its row and at the upper end of \
     its column.";

impl Reading {
    /// Half a table with nothing more than names at the diagonal.
    pub(super) const HALF: Self =
        Self::Half { foot: EdgeText::Nothing, right: EdgeText::Nothing, has_stairs: false };

    /// What a table is read by.
    pub(super) fn of(table: &Table) -> Self {
        match table {
            Table::Whole(_, right) => Self::Whole(right.text),
            Table::Half(table) => Self::Half {
                foot: table.foot.text,
                right: table.right.text,
                has_stairs: table.stairs.text != EdgeText::Nothing,
            },
        }
    }

    /// How it is read.
    pub(super) fn words(self) -> String {
        let (words, edges) = match self {
            Self::Whole(right) => (WHOLE, edges(EdgeText::Nothing, right, false)),
            Self::Half { foot, right, has_stairs } => (HALF, edges(foot, right, has_stairs)),
        };
        match edges {
            Some(edges) => format!("{words} {edges}"),
            None => words.to_owned(),
        }
    }

    /// How it is read, in as few words as can be.
    pub(super) const fn in_short(self) -> &'static str {
        match self {
            Self::Whole(_) => WHOLE_IN_SHORT,
            Self::Half { .. } => HALF_IN_SHORT,
        }
    }
}

/// What stands where columns and rows begin and end, if anything does.
const fn edges(foot: EdgeText, right: EdgeText, has_stairs: bool) -> Option<&'static str> {
    use EdgeText::{Codes, Names, Nothing};
    Some(match (foot, right, has_stairs) {
        (Nothing, Nothing, false) => return None,
        (Nothing, Nothing, true) => "Both begin at the code of their nation.",
        (Nothing, _, false) => "A row ends at the code of its nation.",
        (Nothing, _, true) => "Both begin at the code of their nation, and a row ends at it too.",
        (Codes, Nothing, false) => "A column ends at the code of its nation.",
        (Codes, Nothing, true) => {
            "Both begin at the code of their nation, and a column ends at it too."
        }
        (Codes, _, false) => "Both end at the code of their nation.",
        (Codes, _, true) => "Both begin and end at the code of their nation.",
        (Names, Nothing, false) => "A column is named again at its foot.",
        (Names, Nothing, true) => {
            "Both begin at the code of their nation; a column is named again at its foot."
        }
        (Names, _, false) => {
            "A column is named again at its foot; a row ends at the code of its nation."
        }
        (Names, _, true) => {
            "Both begin at the code of their nation; a row ends at it too, and a column is named again at its foot."
        }
    })
}
