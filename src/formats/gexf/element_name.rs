//! Names of attributes as names of elements, as SQL/XML (ISO 9075-14:2003) spells them: `_x0020_` is a blank.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Elements that mean something to GEXF wherever they stand.
const MEANT: [&str; 15] = [
    "attribute",
    "attributes",
    "attvalue",
    "color",
    "default",
    "edge",
    "graph",
    "meta",
    "node",
    "parent",
    "position",
    "shape",
    "size",
    "spell",
    "thickness",
];

/// The name of the element for an attribute of any name.
pub fn element_name(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let is_meant = MEANT.contains(&name);
    for (at, c) in name.char_indices() {
        let is_plain = match c {
            'a'..='z' => at > 0 || !is_meant,
            '_' => at > 0 && !name[at..].starts_with("_x"),
            '0'..='9' | '-' | '.' => at > 0,
            _ => false,
        };
        if is_plain {
            out.push(c);
        } else {
            let _infallible = write!(out, "_x{:04x}_", u32::from(c));
        }
    }
    if out.is_empty() { "_".to_owned() } else { out }
}

/// The name that an element's name in small letters spells.
pub fn spelled_name(mut element: &str) -> Cow<'_, str> {
    if !element.contains("_x") {
        return Cow::Borrowed(element);
    }
    let mut out = String::with_capacity(element.len());
    while let Some((before, after)) = element.split_once("_x") {
        out.push_str(before);
        let spelled = after.split_once('_').filter(|(digits, _)| (4..=6).contains(&digits.len()));
        let found = spelled.and_then(|(digits, rest)| {
            let number = u32::from_str_radix(digits, 16).ok()?;
            Some((char::from_u32(number)?, rest))
        });
        match found {
            Some((c, rest)) => {
                out.push(c);
                element = rest;
            }
            None => {
                out.push_str("_x");
                element = after;
            }
        }
    }
    out.push_str(element);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_comes_back() {
        for name in [
            "title",
            "entente kinds",
            "As of",
            "a_x0020_b",
            "_x",
            "1st",
            "node",
            "edge",
            "été",
            "a_b-c.d",
        ] {
            let element = element_name(name);
            assert!(!element.contains(' '), "{element}");
            assert_eq!(spelled_name(&element), name);
        }
        assert_ne!(element_name("node"), "node");
        assert_eq!(element_name("entente kinds"), "entente_x0020_kinds");
        assert_eq!(spelled_name("a_xray_b"), "a_xray_b");
    }
}
