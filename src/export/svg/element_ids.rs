//! Ids of elements, made from the keys of records.

use std::collections::BTreeSet;

/// Ids for the elements of one page. Each is a valid XML name without a colon, and no two are the same.
#[derive(Default)]
pub(super) struct ElementIds(BTreeSet<String>);

impl ElementIds {
    /// An id of `prefix` and the key. Letters and digits of any script stay; everything else becomes a
    /// hyphen. An id that is taken gets a number.
    pub(super) fn make(&mut self, prefix: &str, key: &str) -> String {
        let kept = |c: char| if is_name_letter(c) { c } else { '-' };
        let id: String =
            prefix.chars().chain(key.chars().take(MAX_KEY_LETTERS).map(kept)).collect();
        let numbered = std::iter::once(id.clone()).chain((2..).map(|n: u32| format!("{id}.{n}")));
        let free = numbered.into_iter().find(|id| self.0.insert(id.clone()));
        free.unwrap_or(id)
    }
}

/// The most letters of a key that an id holds.
const MAX_KEY_LETTERS: usize = 80;

/// Whether XML 1.0 (fifth edition, production 4a) allows a letter inside a name. Letters beyond the basic
/// plane and combining marks are taken as not allowed.
fn is_name_letter(c: char) -> bool {
    let in_range = matches!(c, '\u{C0}'..='\u{2FF}' | '\u{370}'..='\u{1FFF}' | '\u{3001}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}');
    c.is_ascii_alphanumeric() || c == '-' || c == '_' || (in_range && c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_names_and_none_is_given_twice() {
        let mut ids = ElementIds::default();
        for (key, id) in [
            ("JPN", "nation-JPN"),
            ("New Zealand", "nation-New-Zealand"),
            ("New\"Zealand", "nation-New-Zealand.2"),
            ("日本", "nation-日本"),
            ("", "nation-"),
            ("😀:×", "nation----"),
            ("New.Zealand", "nation-New-Zealand.3"),
        ] {
            assert_eq!(ids.make("nation-", key), id);
        }
        assert!(ids.make("tie-", &"x".repeat(10_000)).len() < 100);
    }
}
