//! Values as their declared types say.

use std::borrow::Cow;

use crate::model::Attribute;

/// What the values of an attribute are declared to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ValueType {
    /// Texts, and all that is no type of the model: lists, addresses, dates.
    #[default]
    Text,
    /// Numbers.
    Number,
    /// Yes or no.
    Flag,
}

/// The most digits of a number that is kept as one: more, as ids have them, may not be one exactly.
const MAX_DIGITS: usize = 15;

impl ValueType {
    /// The type of a name in GEXF, GraphML or GXL; anything unknown is a text.
    pub fn of_name(name: &str) -> Self {
        match name.trim().to_ascii_lowercase().as_str() {
            "int" | "integer" | "long" | "short" | "byte" | "float" | "double" | "bigdecimal"
            | "biginteger" => Self::Number,
            "boolean" | "bool" => Self::Flag,
            _ => Self::Text,
        }
    }

    /// The value that a text is; `None` where it isn't of the type. An empty number or flag is none.
    pub fn value(self, text: &str) -> Option<Attribute> {
        match self {
            Self::Text => Some(Attribute::Text(text.into())),
            Self::Number => number(text.trim()).map(Attribute::Number),
            Self::Flag => match text.trim() {
                "1" => Some(Attribute::Flag(true)),
                "0" => Some(Attribute::Flag(false)),
                word => word.to_ascii_lowercase().parse().ok().map(Attribute::Flag),
            },
        }
    }
}

/// A value as it is written.
pub fn text_of(value: &Attribute) -> Cow<'_, str> {
    match value {
        Attribute::Text(text) => Cow::Borrowed(text),
        Attribute::Number(number) => Cow::Owned(number.to_string()),
        Attribute::Flag(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
    }
}

/// A number that is finite.
pub fn finite(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|number: &f64| number.is_finite())
}

fn number(text: &str) -> Option<f64> {
    let is_whole = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-' || byte == b'+');
    if is_whole && text.len() > MAX_DIGITS {
        // Kept where it comes back as it is written.
        return finite(text).filter(|number| number.to_string() == text);
    }
    finite(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_as_their_types_say() {
        assert_eq!(ValueType::of_name("Integer").value(" 7 "), Some(Attribute::Number(7.0)));
        assert_eq!(ValueType::of_name("boolean").value("fAlSe"), Some(Attribute::Flag(false)));
        assert_eq!(
            ValueType::of_name("liststring").value("[a]"),
            Some(Attribute::Text("[a]".into()))
        );
        for (name, text) in
            [("int", "x"), ("float", "INF"), ("double", "NaN"), ("boolean", ""), ("double", "1,5")]
        {
            assert_eq!(ValueType::of_name(name).value(text), None, "{text}");
        }
    }

    #[test]
    fn a_long_id_is_no_number() {
        assert_eq!(number("9007199254740993"), None);
        assert_eq!(number("1000000000000000000"), Some(1e18));
    }
}
