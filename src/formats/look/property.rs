//! What a rule follows, as a file says it: a word, or `{"attribute": "gdp"}`.

use serde_json::json;

use super::super::record::{Record, describe};
use super::super::report::Report;
use super::super::tree::{Value, shorten};
use crate::model::{Attributes, Grouping, NationProperty, TieProperty};

/// One of a few properties, or any attribute.
pub(super) trait Property: Clone + 'static {
    /// What is expected where one stands.
    const SORT: &'static str;
    /// Those that aren't attributes.
    const WORDS: &'static [&'static str];

    /// The one of that word.
    fn of_word(word: &str) -> Option<Self>;
    /// An attribute.
    fn of_attribute(name: String) -> Self;
    /// The word for it, or the name of the attribute.
    fn said(&self) -> Said<'_>;
}

/// How a property is said.
pub(super) enum Said<'a> {
    /// By a word.
    Word(&'a str),
    /// By the name of an attribute.
    Attribute(&'a str),
}

macro_rules! property {
    ($sort:literal: $name:ident { $($word:ident = $text:literal),* }) => {
        impl Property for $name {
            const SORT: &'static str = $sort;
            const WORDS: &'static [&'static str] = &[$($text),*];

            fn of_word(word: &str) -> Option<Self> {
                match word {
                    $($text => Some(Self::$word),)*
                    _ => None,
                }
            }

            fn of_attribute(name: String) -> Self {
                Self::Attribute(name)
            }

            fn said(&self) -> Said<'_> {
                match self {
                    $(Self::$word => Said::Word($text),)*
                    Self::Attribute(name) => Said::Attribute(name),
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

/// Takes a property.
pub(super) fn take<P: Property>(
    record: &mut Record<'_>,
    name: &'static str,
    report: &mut Report,
) -> Option<P> {
    let node = record.take(name)?;
    match &node.value {
        Value::Text(text) => {
            let property = P::of_word(&text.trim().to_lowercase());
            if property.is_none() {
                record.lose_word(node.at, name, text, P::SORT, P::WORDS, report);
            }
            property
        }
        Value::Object(_) => {
            let mut named = Record::open(node, record.path.inner(name), report)?;
            let attribute = named.text("attribute", report);
            if Attributes::is_name(&attribute) {
                return Some(P::of_attribute(attribute));
            }
            let message = format!("names no attribute, “{}”", shorten(&attribute));
            let remedy = "Write {\"attribute\": NAME} with the name of an attribute.";
            let path = named.path.whole();
            report.lose(named.at, path, message, "The field was left out.", remedy);
            None
        }
        other => {
            let message = format!("has {} where {} is expected", describe(other), P::SORT);
            let remedy = "Write a word, or {\"attribute\": NAME}.";
            let path = record.path.field(name);
            report.lose(node.at, path, message, "The field was left out.", remedy);
            None
        }
    }
}

/// A property as it is written.
pub(super) fn json<P: Property>(property: &P) -> serde_json::Value {
    match property.said() {
        Said::Word(word) => json!(word),
        Said::Attribute(name) => json!({ "attribute": name }),
    }
}
