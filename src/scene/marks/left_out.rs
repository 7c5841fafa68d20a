//! What of a map is not drawn, counted.

use crate::model::counted;

/// How many ties aren't drawn because the look of the map leaves them out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOutTies {
    /// Ties within blocs.
    pub within_blocs: usize,
    /// Other ties.
    pub others: usize,
}

impl LeftOutTies {
    /// In words: `1203 ties within blocs and 12 others are not drawn`; `None` where all are drawn.
    pub fn words(self) -> Option<String> {
        let Self { within_blocs, others } = self;
        let within = || counted(within_blocs, "tie within a bloc", "ties within blocs");
        let what = match (within_blocs, others) {
            (0, 0) => return None,
            (_, 0) => within(),
            (0, _) => counted(others, "tie", "ties"),
            _ => format!("{} and {}", within(), counted(others, "other", "others")),
        };
        let verb = if within_blocs + others == 1 { "is" } else { "are" };
        Some(format!("{what} {verb} not drawn"))
    }
}

/// How many labels have found no room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Names of nations.
    pub names: usize,
    /// Texts along ties.
    pub tie_labels: usize,
    /// Names of blocs.
    pub blocs: usize,
}
