//! The words of the file for what is one of a few: small letters, with hyphens.

use std::borrow::Cow;

use crate::model::{
    AttributeOwner, Confidence, Dash, Direction, DrawnAs, NationStyle, NationType, Others, Sign,
    Status,
};

/// One of a few that each have a word.
pub(super) trait Word: Copy + 'static {
    /// All of them.
    const EVERY: &'static [Self];
    /// What is expected where one stands.
    const SORT: &'static str;

    /// The words for it on a screen.
    fn spoken(self) -> &'static str;

    /// The word for it in a file.
    fn word(self) -> Cow<'static, str> {
        let spoken = self.spoken();
        if spoken.contains(' ') { spoken.replace(' ', "-").into() } else { spoken.into() }
    }

    /// The one of that word; capitals and spaces are understood.
    fn from_word(text: &str) -> Option<Self> {
        let word = text.trim().to_lowercase().replace([' ', '_'], "-");
        Self::EVERY.iter().copied().find(|one| one.word() == word)
    }
}

macro_rules! words {
    ($($sort:literal: $name:ty),* $(,)?) => {
        $(impl Word for $name {
            const EVERY: &'static [Self] = &Self::ALL;
            const SORT: &'static str = $sort;

            fn spoken(self) -> &'static str {
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
    "“nation” or “tie”": AttributeOwner,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_understood_as_it_is_written_and_spoken() {
        assert_eq!(Status::InForce.word(), "in-force");
        for text in ["in-force", "In force", " IN_FORCE"] {
            assert_eq!(Status::from_word(text), Some(Status::InForce), "{text}");
        }
        assert_eq!(Status::from_word("forced"), None);
    }
}
