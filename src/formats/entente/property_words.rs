//! The words for the properties that a rule of the look can follow.

use crate::model::{Grouping, NationProperty, TieProperty};

/// One of a few properties, or any attribute.
pub trait PropertyWord: Clone + 'static {
    /// What is expected where one stands.
    const EXPECTED: &'static str;
    /// Those that aren't attributes.
    const WORDS: &'static [&'static str];

    /// The one of that word.
    fn from_word(word: &str) -> Option<Self>;
    /// An attribute.
    fn from_attribute(name: String) -> Self;
    /// The word for it, or the name of the attribute.
    fn property_name(&self) -> PropertyName<'_>;
}

/// How a property is said.
pub enum PropertyName<'a> {
    /// By a word.
    Word(&'a str),
    /// By the name of an attribute.
    Attribute(&'a str),
}

macro_rules! property {
    ($sort:literal: $name:ident { $($word:ident = $text:literal),* }) => {
        impl PropertyWord for $name {
            const EXPECTED: &'static str = $sort;
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

property!("a property of nations": NationProperty {
    Type = "type", Region = "region", Subregion = "subregion", Tag = "tag", Degree = "degree"
});
property!("a property of ties": TieProperty {
    Kind = "kind", Status = "status", Sign = "sign", Weight = "weight", Since = "since"
});
property!("a way to group nations": Grouping {
    Region = "region", Subregion = "subregion", Tag = "tag"
});
