//! The words of the file for what is one of a few: small letters, with hyphens.

use std::borrow::Cow;

use crate::model::{
    Bearer, Confidence, Dash, Direction, DrawnAs, NationStyle, NationType, Others, Sign, Status,
};

/// One of a few that each have a word.
pub trait EnumWord: Copy + 'static {
    /// All of them.
    const VALUES: &'static [Self];
    /// What is expected where one stands.
    const EXPECTED: &'static str;

    /// The words for it on a screen.
    fn display_name(self) -> &'static str;

    /// The word for it in a file.
    fn to_word(self) -> Cow<'static, str> {
        let display_name = self.display_name();
        if display_name.contains(' ') {
            display_name.replace(' ', "-").into()
        } else {
            display_name.into()
        }
    }

    /// The one of that word; capitals and spaces are understood.
    fn from_word(text: &str) -> Option<Self> {
        let word = text.trim().to_lowercase().replace([' ', '_'], "-");
        Self::VALUES.iter().copied().find(|one| one.to_word() == word)
    }
}

/// The word for ties without a status.
pub const NO_STATUS: &str = "none";

macro_rules! words {
    ($($sort:literal: $name:ty),* $(,)?) => {
        $(impl EnumWord for $name {
            const VALUES: &'static [Self] = &Self::ALL;
            const EXPECTED: &'static str = $sort;

            fn display_name(self) -> &'static str {
                self.name()
            }
        })*
    };
}

words! {
    "a confidence": Confidence,
    "a dash pattern": Dash,
    "a direction": Direction,
    "a style of nation": NationStyle,
    "a type of nation": NationType,
    "a way to draw an organisation": DrawnAs,
    "a sign": Sign,
    "a status": Status,
    "“hidden” or “dimmed”": Others,
    "“nation” or “tie”": Bearer,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_understood_as_it_is_written_and_spoken() {
        assert_eq!(Status::InForce.to_word(), "in-force");
        for text in ["in-force", "In force", " IN_FORCE"] {
            assert_eq!(Status::from_word(text), Some(Status::InForce), "{text}");
        }
        assert_eq!(Status::from_word("forced"), None);
    }
}
