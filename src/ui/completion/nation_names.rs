//! Suggestions of nations for a name that is typed.

use super::suggestion::MAX_ROWS;
use super::{Suggestion, SuggestionMark, Suggestions};
use crate::names::{self, KnownNation, Recognition};
use crate::scene::Flag;

/// The longest code that is shown beside a name, in letters; a longer one only says the name again.
const LONGEST_CODE: usize = 9;

/// The nations that a name may mean. Where it means several, such as *Congo*, these come first and none
/// is chosen by itself.
pub fn suggestions(text: &str) -> Suggestions {
    let text = text.trim();
    let mut rows: Vec<Suggestion> = Vec::new();
    let mut add = |row: Suggestion| {
        if !rows.iter().any(|other| other.key == row.key) {
            rows.push(row);
        }
    };
    let recognised = names::recognise(text, None);
    let is_open_choice = matches!(recognised, Recognition::Ambiguous(_));
    match recognised {
        Recognition::Ambiguous(matches) => {
            matches.iter().for_each(|found| add(row(found.nation, None)));
        }
        Recognition::Known(found) => add(row(found.nation, other_name(text, found.nation))),
        Recognition::Unknown => {}
    }
    for completion in names::complete(text, MAX_ROWS) {
        add(row(completion.nation, completion.matched));
    }
    rows.truncate(MAX_ROWS);
    Suggestions { rows, is_open_choice, ..Suggestions::default() }
}

/// The text, where it is another name of the nation than the one that is shown.
fn other_name(text: &str, nation: &KnownNation) -> Option<String> {
    let is_shown =
        [nation.name, nation.code].iter().any(|shown| shown.to_lowercase() == text.to_lowercase());
    (!is_shown).then(|| text.to_owned())
}

/// The first letters of the words of a name, up to three.
pub(super) fn initials(name: &str) -> String {
    let words = name.split([' ', '-']).filter_map(|word| word.chars().next());
    words.filter(|letter| letter.is_uppercase()).take(3).collect()
}

fn row(nation: &'static KnownNation, matched: Option<String>) -> Suggestion {
    let letters = || SuggestionMark::Letters(initials(nation.name));
    Suggestion {
        mark: Flag::of(nation.code).map_or_else(letters, SuggestionMark::Flag),
        name: nation.name.to_owned(),
        note: matched.unwrap_or_default(),
        detail: if nation.code.len() <= LONGEST_CODE { nation.code } else { "" }.to_owned(),
        key: nation.code.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<String> {
        suggestions(text).rows.into_iter().map(|row| row.key).collect()
    }

    #[test]
    fn the_likeliest_nation_comes_first_with_its_flag() {
        let found = suggestions("Pola");
        assert_eq!((found.rows[0].key.as_str(), found.first_chosen()), ("POL", Some(0)));
        assert!(matches!(found.rows[0].mark, SuggestionMark::Flag(_)));
        assert_eq!(codes("jp").first().map(String::as_str), Some("JPN"));
    }

    #[test]
    fn nothing_is_suggested_for_nothing_and_never_more_than_fits() {
        assert!(codes(" ").is_empty());
        assert!(codes("a").len() <= MAX_ROWS);
        assert!(codes("Atlantis of Plato").is_empty());
    }

    #[test]
    fn a_code_that_says_the_name_again_is_left_out() {
        let known = crate::names::complete("Holy Roman Empire", 1);
        let row = row(known.first().expect("known").nation, None);
        assert_eq!((row.name.as_str(), row.detail.as_str()), ("Holy Roman Empire", ""));
        assert_eq!(initials("Holy Roman Empire"), "HRE");
    }
}
