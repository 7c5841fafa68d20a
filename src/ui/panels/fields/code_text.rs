//! The code of a nation as text: ISO codes as they are, others by the name of the nation that has them.

use crate::names::{self, KnownNation, Recognition};
use crate::ui::panels::form::TextFormat;

/// The longest code of ISO 3166, in letters. Longer ones, of organisations and of former states that never
/// had any, are made for the file and mean nothing to a reader.
const LONGEST_ISO: usize = 4;

/// The code of a nation, typed or found by one of its names or another code.
pub const CODE: TextFormat<Option<String>> = TextFormat {
    hint: "JPN, or a nation’s name",
    write: |code| code.as_deref().map_or_else(String::new, in_words),
    read: |text| match text.trim() {
        "" => Ok(None),
        text => read(text).map(Some),
    },
};

/// What a code is called where it is read and typed; [`CODE`] reads it back.
pub fn in_words(code: &str) -> String {
    match names::by_code(code) {
        Some(known)
            if code.len() > LONGEST_ISO && read(known.name).as_deref() == Ok(known.code) =>
        {
            known.name.to_owned()
        }
        _ => code.to_owned(),
    }
}

/// The code that a text means, or what to do where it means none or several.
fn read(text: &str) -> Result<String, String> {
    if let Some(known) = names::by_code(text) {
        return Ok(known.code.to_owned());
    }
    match names::recognise(text, None) {
        Recognition::Known(found) => Ok(found.nation.code.to_owned()),
        Recognition::Ambiguous(found) => {
            let choice = listed(found.iter().map(|found| found.nation));
            Err(format!("“{text}” may be {choice}. Type its code."))
        }
        Recognition::Unknown => {
            let near = listed(names::suggest(text, 3).into_iter());
            Err(if near.is_empty() {
                format!("“{text}” is no code or name that is known. Type one such as JPN or Japan.")
            } else {
                format!("“{text}” is no code or name that is known. Perhaps {near}?")
            })
        }
    }
}

/// Codes and names, with “or” before the last.
fn listed<'a>(nations: impl Iterator<Item = &'a KnownNation>) -> String {
    let words: Vec<String> =
        nations.map(|nation| format!("{} {}", nation.code, nation.name)).collect();
    match words.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} or {last}", before.join(", ")),
        _ => words.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_says_a_nation_is_its_code() {
        for (text, code) in [
            ("jpn", "JPN"),
            ("JP", "JPN"),
            ("Japan", "JPN"),
            ("日本", "JPN"),
            ("SUN", "SUHH"),
            ("USSR", "SUHH"),
            ("COW 300", "COW 300"),
            ("Austria-Hungary", "COW 300"),
            ("EU", "EU"),
            ("NATO", "ORG NATO"),
            ("ORG NATO", "ORG NATO"),
        ] {
            assert_eq!(read(text), Ok(code.to_owned()), "{text}");
        }
    }

    #[test]
    fn every_code_is_read_back_from_what_it_is_called() {
        for known in names::all() {
            let words = in_words(known.code);
            assert_eq!(read(&words).as_deref(), Ok(known.code), "{words}");
        }
        let bare: Vec<&str> = names::all()
            .iter()
            .map(|known| known.code)
            .filter(|code| code.contains(' ') && in_words(code) == *code)
            .collect();
        assert_eq!(bare, Vec::<&str>::new(), "their names mean others as well");
        assert_eq!((in_words("JPN").as_str(), in_words("XQ 7").as_str()), ("JPN", "XQ 7"));
    }

    #[test]
    fn what_says_none_or_several_is_told_with_what_to_do() {
        assert_eq!(
            read("Korea"),
            Err("“Korea” may be KOR South Korea or PRK North Korea. Type its code.".to_owned())
        );
        let unknown = read("QQQ").expect_err("no code");
        assert!(unknown.contains("“QQQ”") && !unknown.contains("three letters"), "{unknown}");
        assert!(read("Germny").expect_err("a slip").contains("DEU Germany"));
    }
}
