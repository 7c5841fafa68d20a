//! The words for the values of enumerations: lower case, with hyphens.

use std::borrow::Cow;

use crate::model::{
    AttributeOwner, BlocView, Confidence, Dash, Direction, DrawnAs, Importance, NationStyle,
    NationType, Others, Sign, Status, TieDrawing, WithinBlocs,
};

/// An enumeration each of whose values has a word in the file.
pub trait EnumWord: Copy + 'static {
    /// All values.
    const VALUES: &'static [Self];
    /// What is expected, for messages.
    const EXPECTED: &'static str;

    /// The name of a value on the screen.
    fn display_name(self) -> &'static str;

    /// The word for a value in a file.
    fn to_word(self) -> Cow<'static, str> {
        let name = self.display_name();
        if name.contains(' ') { name.replace(' ', "-").into() } else { name.into() }
    }

    /// The value for a word, in which case, spaces and underscores don't matter.
    fn from_word(text: &str) -> Option<Self> {
        let word = text.trim().to_lowercase().replace([' ', '_'], "-");
        Self::VALUES.iter().copied().find(|value| value.to_word() == word)
    }
}

/// The word for ties without a status.
pub const NO_STATUS: &str = "none";

macro_rules! enum_words {
    ($($expected:literal: $name:ty),* $(,)?) => {
        $(impl EnumWord for $name {
            const VALUES: &'static [Self] = &Self::ALL;
            const EXPECTED: &'static str = $expected;

            fn display_name(self) -> &'static str {
                self.name()
            }
        })*
    };
}

enum_words! {
    "a confidence": Confidence,
    "a dash pattern": Dash,
    "a direction": Direction,
    "a style of nation": NationStyle,
    "a type of nation": NationType,
    "a way to draw an organisation": DrawnAs,
    "a way to show blocs": BlocView,
    "a way to draw ties": TieDrawing,
    "a way to draw ties within blocs": WithinBlocs,
    "an importance of ties": Importance,
    "a sign": Sign,
    "a status": Status,
    "“hidden” or “dimmed”": Others,
    "“nation” or “tie”": AttributeOwner,
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
