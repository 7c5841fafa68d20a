//! What a list of suggestions holds.

use crate::scene::Flag;

/// The most rows that a list shows.
pub const MAX_ROWS: usize = 8;

/// The suggestions for a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Suggestions {
    /// The likeliest first; of more than eight the rest isn't shown.
    pub rows: Vec<Suggestion>,
    /// Whether Enter means none of them until one is chosen, for example because the text may mean
    /// several and the program mustn't guess.
    pub is_open_choice: bool,
    /// Whether Enter and the arrows are the field's own until a row is chosen: none is chosen by itself, Tab
    /// takes the first, and down doesn't open the list.
    pub leaves_enter: bool,
}

impl Suggestions {
    /// The row that is chosen at first.
    pub(super) fn first_chosen(&self) -> Option<usize> {
        (!self.is_open_choice && !self.leaves_enter && !self.rows.is_empty()).then_some(0)
    }
}

/// One row of the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Suggestion {
    /// What stands before the name.
    pub mark: SuggestionMark,
    /// The name.
    pub name: String,
    /// In second ink beside the name, for example another name that goes with what is typed.
    pub note: String,
    /// In second ink at the right, for example a code.
    pub detail: String,
    /// Tells the caller which one it is, for example a code or a name in full.
    pub key: String,
}

/// What stands before a suggestion's name.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum SuggestionMark {
    /// Nothing.
    #[default]
    None,
    /// A flag in a disc.
    Flag(&'static Flag),
    /// Letters in a disc.
    Letters(String),
    /// A glyph of the icon font.
    Icon(&'static str),
}
