//! The words for the properties that a rule of the look can follow.

use crate::model::{Grouping, NationProperty, TieProperty};

/// A property that has a word, or an attribute.
pub trait PropertyWord: Clone + 'static {
    /// What is expected, for messages.
    const EXPECTED: &'static str;
    /// The words of all properties that aren't attributes.
    const WORDS: &'static [&'static str];

    /// The property for a word.
    fn from_word(word: &str) -> Option<Self>;
    /// The attribute with a name.
    fn from_attribute(name: String) -> Self;
    /// What it is called in the file.
    fn property_name(&self) -> PropertyName<'_>;
}

/// What a property is called in the file.
pub enum PropertyName<'a> {
    /// The word for a property.
    Word(&'a str),
    /// The name of an attribute.
    Attribute(&'a str),
}

macro_rules! property_words {
    ($expected:literal: $name:ident { $($word:ident = $text:literal),* }) => {
        impl PropertyWord for $name {
            const EXPECTED: &'static str = $expected;
            const WORDS: &'static [&'static str] = &[$($text),*];

            fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($text => Some(Self::$word),)*
                    _ => None,
                }
            }

            fn from_attribute(name: String) -> Self {
                Self::Attribute(name)
            }

            fn property_name(&self) -> PropertyName<'_> {
                match self {
                    $(Self::$word => PropertyName::Word($text),)*
                    Self::Attribute(name) => PropertyName::Attribute(name),
                }
            }
        }
    };
}

property_words!("a property of nations": NationProperty {
    Type = "type", Region = "region", Subregion = "subregion", Tag = "tag", Degree = "degree"
});
property_words!("a property of ties": TieProperty {
    Kind = "kind", Status = "status", Sign = "sign", Weight = "weight", Since = "since"
});
property_words!("a way to group nations": Grouping {
    Region = "region", Subregion = "subregion", Tag = "tag"
});
