//! What an attribute says, as text.

use crate::model::{Attribute, Attributes};

/// What a typed text means: a number, yes or no, else a text; nothing if it is empty.
pub fn parse(text: &str) -> Option<Attribute> {
    let text = text.trim();
    match text {
        "" => None,
        "true" => Some(Attribute::Flag(true)),
        "false" => Some(Attribute::Flag(false)),
        _ => match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Some(Attribute::Number(number)),
            _ => Some(Attribute::Text(text.into())),
        },
    }
}

/// What an attribute says, as it is typed.
pub fn text_of(attribute: &Attribute) -> String {
    match attribute {
        Attribute::Text(text) => text.to_string(),
        Attribute::Number(number) => number.to_string(),
        Attribute::Flag(flag) => flag.to_string(),
    }
}

/// What the attribute of a name says; empty where there is none.
pub(super) fn text_at(attributes: &Attributes, name: &str) -> String {
    attributes.get(name).map_or_else(String::new, text_of)
}

/// Sets the attribute of a name to what a text means, or removes it where the text is empty.
pub(super) fn write_at(attributes: &mut Attributes, name: &str, text: &str) -> Result<(), String> {
    match parse(text) {
        None => drop(attributes.remove(name)),
        Some(_) if attributes.get(name).is_none() && attributes.len() >= Attributes::MAX_COUNT => {
            return Err(format!("There are {} attributes already.", Attributes::MAX_COUNT));
        }
        Some(value) => attributes.set(name, value),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_what_it_means() {
        assert_eq!(parse("4.2"), Some(Attribute::Number(4.2)));
        assert_eq!(parse(" true "), Some(Attribute::Flag(true)));
        assert_eq!(parse("west"), Some(Attribute::Text("west".into())));
        assert_eq!(parse("inf"), Some(Attribute::Text("inf".into())));
        assert_eq!(parse(" "), None);
    }
}
