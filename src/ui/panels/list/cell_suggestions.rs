//! What completes the text of a cell: nations, ties, kinds and other words, and what other cells say.

use std::cell::RefCell;

use crate::edit::Target;
use crate::model::{Kind, Map, Nation, NationType};
use crate::names::{self, Sort, fold};
use crate::ui::completion::{MAX_ROWS, Suggestion, Suggestions, map_nations, nation_names};
use crate::ui::panels::fields::{Column, NationField, TieField};

/// The suggestions for the last text, until that, the cell or the map is another.
#[derive(Debug, Default)]
pub struct LastSuggestions(RefCell<Option<(Asked, Suggestions)>>);

/// What suggestions were made for.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The revision of the map.
    pub revision: u64,
    pub column: Column,
    pub text: String,
    /// What the cell said before it was edited.
    pub now: String,
}

impl LastSuggestions {
    /// The suggestions; `make` makes them where they were made for something else.
    pub fn of(&self, asked: Asked, make: impl FnOnce(&Asked) -> Suggestions) -> Suggestions {
        let mut last = self.0.borrow_mut();
        match &*last {
            Some((of, made)) if *of == asked => made.clone(),
            _ => {
                let made = make(&asked);
                *last = Some((asked, made.clone()));
                made
            }
        }
    }
}

/// The suggestions for the text of a cell, which said `now` before it was edited. The key of each is what
/// is written for it.
pub fn suggestions(map: &Map, column: &Column, text: &str, now: &str) -> Suggestions {
    let part = &text[part_start(column, text)..];
    match column {
        Column::Nation(NationField::Name | NationField::Code) => nation_names::suggestions(part),
        Column::Nation(NationField::MemberOf) => organisations(map, part),
        Column::Tie(TieField::From) => map_nations::suggestions(map, part),
        Column::Tie(TieField::To) => ends(map, part),
        Column::Nation(NationField::Tags) => {
            said_elsewhere(map.nations().iter().flat_map(|(_, n)| n.tags.iter().cloned()), part)
        }
        Column::Tie(TieField::Evidence) => {
            said_elsewhere(map.sources().iter().map(|(_, source)| source.title.clone()), part)
        }
        Column::Nation(NationField::Attribute(_)) => {
            let all = map.nations().ids().map(Target::Nation);
            said_elsewhere(all.map(|target| column.text(map, target)), part)
        }
        Column::Tie(TieField::Attribute(_) | TieField::Label) => {
            let all = map.ties().ids().map(Target::Tie);
            said_elsewhere(all.map(|target| column.text(map, target)), part)
        }
        _ => words(column.options(map), part, now),
    }
}

/// Where the part of a text begins that a suggestion replaces: cells with several values are completed
/// one by one.
pub fn part_start(column: &Column, text: &str) -> usize {
    let sign = match column {
        Column::Nation(NationField::MemberOf) | Column::Tie(TieField::Evidence) => ';',
        Column::Nation(NationField::Tags) => ',',
        _ => return 0,
    };
    let after = text.rfind(sign).map_or(0, |at| at + sign.len_utf8());
    after + (text[after..].len() - text[after..].trim_start().len())
}

/// Whether a cell has several values, so that one that is taken isn't yet all.
pub const fn has_several_values(column: &Column) -> bool {
    matches!(
        column,
        Column::Nation(NationField::MemberOf | NationField::Tags) | Column::Tie(TieField::Evidence)
    )
}

fn organisations(map: &Map, text: &str) -> Suggestions {
    let is_one = |nation: &Nation| nation.nation_type == NationType::Organisation;
    let mut found = map_nations::matching(map, text, is_one);
    let is_known_state = |row: &Suggestion| {
        names::by_code(&row.key).is_some_and(|known| known.sort != Sort::Organisation)
    };
    found.rows.retain(|row| row.detail == map_nations::ON_THE_MAP || !is_known_state(row));
    found
}

/// Nations, and ties of whose names each word is typed.
fn ends(map: &Map, text: &str) -> Suggestions {
    let mut found = map_nations::suggestions(map, text);
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return found;
    }
    let ties = map.ties().iter().map(|(id, tie)| (map.tie_name(id), tie.kind));
    let is_meant = |(name, _): &(String, _)| {
        let name = fold(name);
        words.iter().all(|word| name.contains(word))
    };
    let row = |(name, kind): (String, _)| Suggestion {
        key: name.clone(),
        name,
        detail: map.kinds().get(kind).map_or_else(String::new, |kind: &Kind| kind.name.clone()),
        ..Suggestion::default()
    };
    found.rows.truncate(MAX_ROWS / 2);
    found.rows.extend(ties.filter(is_meant).take(MAX_ROWS / 2).map(row));
    found
}

/// The words that begin with a text, or all where it is as it was. A word that is the text comes first:
/// it is the one that is meant.
fn words(options: Vec<String>, text: &str, now: &str) -> Suggestions {
    let folded = fold(text.trim());
    let begins = |option: &String| text == now || fold(option).starts_with(&folded);
    let options = options.into_iter().filter(|option| !option.is_empty() && begins(option));
    let mut options: Vec<String> = options.collect();
    options.sort_by_cached_key(|option| (option != text.trim(), fold(option) != folded));
    Suggestions {
        rows: options.into_iter().map(word).collect(),
        is_open_choice: folded.is_empty(),
        ..Suggestions::default()
    }
}

/// What other cells say that begins with a text; none is taken by itself.
fn said_elsewhere(texts: impl Iterator<Item = String>, text: &str) -> Suggestions {
    let folded = fold(text.trim());
    let mut rows: Vec<Suggestion> = Vec::new();
    for said in texts {
        let begins = !folded.is_empty() && said != text.trim() && fold(&said).starts_with(&folded);
        if begins && !rows.iter().any(|row| row.key == said) {
            rows.push(word(said));
        }
        if rows.len() == MAX_ROWS {
            break;
        }
    }
    Suggestions { rows, is_open_choice: true, ..Suggestions::default() }
}

fn word(text: String) -> Suggestion {
    Suggestion { key: text.clone(), name: text, ..Suggestion::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggestions_are_made_once_for_each_text_and_map() {
        let last = LastSuggestions::default();
        let made = std::cell::Cell::new(0);
        let ask = |revision, text: &str, now: &str, field| {
            let (text, now) = (text.to_owned(), now.to_owned());
            let asked = Asked { revision, column: Column::Tie(field), text, now };
            let found = last.of(asked, |asked| {
                made.set(made.get() + 1);
                Suggestions { rows: vec![word(asked.text.clone())], ..Suggestions::default() }
            });
            assert_eq!(found.rows.len(), 1);
            made.get()
        };
        assert_eq!([ask(1, "a", "", TieField::To), ask(1, "a", "", TieField::To)], [1, 1]);
        assert_eq!(ask(1, "ab", "", TieField::To), 2, "another text");
        assert_eq!(ask(2, "ab", "", TieField::To), 3, "another map");
        assert_eq!(ask(2, "ab", "x", TieField::To), 4, "another cell");
        assert_eq!(ask(2, "ab", "x", TieField::Label), 5, "another column");
    }

    #[test]
    fn a_word_in_full_comes_before_longer_ones_and_the_rest_keeps_its_order() {
        let options = ["Pact of friendship", "War", "Pact of peace", "PACT", "Pact"];
        let words = |text: &str, now: &str| -> Vec<String> {
            let options = options.map(ToOwned::to_owned).to_vec();
            words(options, text, now).rows.into_iter().map(|row| row.key).collect()
        };
        let friends = "Pact of friendship";
        assert_eq!(words("pact", ""), ["PACT", "Pact", friends, "Pact of peace"]);
        assert_eq!(words("Pact", "War"), ["Pact", "PACT", friends, "Pact of peace"]);
        assert_eq!(words("War", "War"), ["War", friends, "Pact of peace", "PACT", "Pact"]);
        assert_eq!(words("", ""), options, "all, as the map has them");
    }
}
