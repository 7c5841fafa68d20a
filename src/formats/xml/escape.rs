//! Text as XML holds it.

use std::borrow::Cow;

/// Whether XML can hold a character at all (XML 1.0, production 2); most control characters it can't, not
/// even as a reference.
pub fn is_allowed(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => true,
        '\u{FFFE}' | '\u{FFFF}' => false,
        _ => character >= ' ',
    }
}

/// A text between tags, with `&`, `<`, `>` and carriage returns escaped. What XML can't hold becomes U+FFFD.
pub fn in_text(text: &str) -> Cow<'_, str> {
    escaped(text, |character| match character {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '\r' => Some("&#13;"),
        _ => None,
    })
}

/// A text in double quotes, in which quotes, line ends and tabs are escaped as well.
pub fn in_attribute(text: &str) -> Cow<'_, str> {
    escaped(text, |character| match character {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\t' => Some("&#9;"),
        '\n' => Some("&#10;"),
        '\r' => Some("&#13;"),
        _ => None,
    })
}

fn escaped(text: &str, escape: fn(char) -> Option<&'static str>) -> Cow<'_, str> {
    let is_plain = |character| is_allowed(character) && escape(character).is_none();
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    for character in text.chars() {
        match escape(character) {
            Some(reference) => out.push_str(reference),
            None if is_allowed(character) => out.push(character),
            None => out.push(char::REPLACEMENT_CHARACTER),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_escaped_or_replaced() {
        assert_eq!(in_text("a<b>&\"c\"\r\n"), "a&lt;b&gt;&amp;\"c\"&#13;\n");
        assert_eq!(in_attribute("\"\t\n\u{1}\u{FFFF}é"), "&quot;&#9;&#10;\u{FFFD}\u{FFFD}é");
        assert!(matches!(in_text("Côte d'Ivoire"), Cow::Borrowed(_)));
    }
}
