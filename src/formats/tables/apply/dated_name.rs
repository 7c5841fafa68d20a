//! Dates in brackets behind a name in a cell: `Turkey (1952)`, `Albania (until 1968)`.

use crate::formats::plain_lines::{When, when_in};
use crate::names::{Recognition, recognise};

/// The name, and when its tie or membership was, by what stands in brackets behind it. What is the name of a
/// nation of those years stays whole: `Korea (until 1910)`.
pub fn read(text: &str) -> (&str, Option<When>) {
    let dated = || {
        let (name, inside) = in_brackets(text)?;
        let when = when_in(inside)?;
        let is_name_as_whole = !name.contains(char::is_alphabetic) || is_another(text, name);
        (!is_name_as_whole).then_some((name, Some(when)))
    };
    dated().unwrap_or((text, None))
}

/// A text before brackets at its end, and what these hold.
fn in_brackets(text: &str) -> Option<(&str, &str)> {
    let (open, before) = match text.chars().next_back()? {
        ')' => ('(', text.strip_suffix(')')?),
        ']' => ('[', text.strip_suffix(']')?),
        _ => return None,
    };
    let (name, inside) = before.rsplit_once(open)?;
    Some((name.trim_end(), inside.trim()))
}

/// Whether a text with years is another nation than without them.
fn is_another(text: &str, name: &str) -> bool {
    let found = |text: &str| match recognise(text, None) {
        Recognition::Known(found) => Some(found.nation.code),
        Recognition::Ambiguous(_) | Recognition::Unknown => None,
    };
    found(text).is_some_and(|whole| Some(whole) != found(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_behind_a_name_are_when_its_tie_was() {
        let show = |text: &str| {
            let (name, when) = read(text);
            let date = |date: Option<crate::model::PartialDate>| {
                date.map_or("?".to_owned(), |date| date.to_string())
            };
            let dates = when.map(|when| format!("{} to {}", date(when.since), date(when.until)));
            format!("{name}: {}", dates.unwrap_or_default())
        };
        for (text, expected) in [
            ("Turkey (1952)", "Turkey: 1952 to ?"),
            ("Albania (until 1968)", "Albania: ? to 1968"),
            ("USA [1951]", "USA: 1951 to ?"),
            ("Atlantis (since May 1955)", "Atlantis: 1955-05 to ?"),
            ("France (1949–1966)", "France: 1949 to 1966"),
            ("France (1949, observer)", "France (1949, observer): "),
            ("Korea (South)", "Korea (South): "),
            ("(1952)", "(1952): "),
            ("1914 (1952)", "1914 (1952): "),
            ("Peru", "Peru: "),
            (")", "): "),
        ] {
            assert_eq!(show(text), expected, "{text}");
        }
    }
}
