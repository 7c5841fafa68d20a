//! The entities by which GML writes characters beyond ASCII, and those that mean something to it.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The names of the characters 160 to 255 in ISO 8859-1.
const LATIN_1: [&str; 96] = [
    "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf",
    "laquo", "not", "shy", "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro",
    "para", "middot", "cedil", "sup1", "ordm", "raquo", "frac14", "frac12", "frac34", "iquest",
    "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig", "Ccedil", "Egrave", "Eacute",
    "Ecirc", "Euml", "Igrave", "Iacute", "Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute",
    "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute",
    "THORN", "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil",
    "egrave", "eacute", "ecirc", "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde",
    "ograve", "oacute", "ocirc", "otilde", "ouml", "divide", "oslash", "ugrave", "uacute", "ucirc",
    "uuml", "yacute", "thorn", "yuml",
];

/// The longest entity, without `&` and `;`.
const LONGEST: usize = 10;

/// A text with its entities as characters. An unknown one stays as it is written.
pub fn decode(raw: &str) -> Cow<'_, str> {
    if !raw.contains('&') {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    let mut parts = raw.split('&');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let end = part.bytes().take(LONGEST + 1).position(|byte| byte == b';');
        let found = end.and_then(|end| Some((character(part.get(..end)?)?, part.get(end + 1..)?)));
        match found {
            Some((character, rest)) => {
                text.push(character);
                text.push_str(rest);
            }
            None => {
                text.push('&');
                text.push_str(part);
            }
        }
    }
    Cow::Owned(text)
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "quot" => '"',
        "amp" => '&',
        "apos" => '\'',
        "lt" => '<',
        "gt" => '>',
        _ => {
            let index = LATIN_1.iter().position(|known| *known == name)?;
            char::from_u32(160 + index as u32)?
        }
    })
}

/// A text in quotation marks, in ASCII alone, as networkx wants it.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("&quot;"),
            '&' => quoted.push_str("&amp;"),
            ' '..='~' => quoted.push(character),
            _ => {
                let _infallible = write!(quoted, "&#{};", u32::from(character));
            }
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_characters_and_others_stay() {
        for (raw, text) in [
            ("Tom &amp; J&eacute;r&#244;me &lt;&#x1F600;&gt;", "Tom & Jérôme <😀>"),
            (
                "&foo; & b; &; &#x110000; &#-1; &yuml;&nbsp;",
                "&foo; & b; &; &#x110000; &#-1; ÿ\u{A0}",
            ),
            ("&&amp;amp;", "&&amp;"),
        ] {
            assert_eq!(decode(raw), text);
        }
        let text = "a\"&é\n\u{0}😀'";
        let written = quoted(text);
        assert!(written.is_ascii(), "{written}");
        assert_eq!(decode(written.trim_matches('"')), text);
    }
}
