//! What completes the text of a cell: nations, ties, kinds and other words, and what other cells say.

use crate::edit::Target;
use crate::model::{Kind, Map, Nation, NationType};
use crate::names::{self, Sort, fold};
use crate::ui::completion::{Suggestion, Suggestions, map_nations, nation_names};
use crate::ui::panels::fields::{Column, NationField, TieField};

/// The most suggestions.
const MOST_ROWS: usize = 8;

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
    found.rows.truncate(MOST_ROWS / 2);
    found.rows.extend(ties.filter(is_meant).take(MOST_ROWS / 2).map(row));
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
        if rows.len() == MOST_ROWS {
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
