//! What completes the word at the caret: nations of the map and nations that are known, kinds and statuses.

use std::ops::Range;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Context, Id};

use crate::formats::line_words;
use crate::model::Map;
use crate::ui::completion::{Suggestion, Suggestions, map_nations};

/// The most rows: the list lies over the map, which shows what is written.
const MOST_ROWS: usize = 5;
/// What parts of a line are separated by.
const SEPARATORS: [char; 12] = [',', ';', '+', '&', ':', '(', ')', '–', '—', '>', '<', '\n'];
/// Words that a name doesn't go across.
const SEPARATING_WORDS: [&str; 7] = [" and ", " in ", " of ", " joined ", " left ", " - ", " to "];

/// The suggestions for the word at the caret.
pub fn suggestions(ctx: &Context, id: Id, text: &str, map: &Map) -> Suggestions {
    part_at_caret(ctx, id, text).map(|part| of_part(map, text, &part)).unwrap_or_default()
}

/// Puts a suggestion in place of the word at the caret, and the caret behind it.
pub fn put(ctx: &Context, id: Id, text: &mut String, taken: &str) {
    let Some(part) = part_at_caret(ctx, id, text) else { return };
    text.replace_range(part.clone(), taken);
    let before = &text[..part.start + taken.len()];
    let mut state = TextEditState::load(ctx, id).unwrap_or_default();
    let caret = CCursor::new(before.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::one(caret)));
    state.store(ctx, id);
}

fn part_at_caret(ctx: &Context, id: Id, text: &str) -> Option<Range<usize>> {
    let caret = TextEditState::load(ctx, id)?.cursor.char_range()?.primary;
    let caret = text.char_indices().nth(caret.index.0).map_or(text.len(), |(at, _)| at);
    part_before(text, caret)
}

/// The part of the text before the caret that may be completed.
fn part_before(text: &str, caret: usize) -> Option<Range<usize>> {
    let before = text.get(..caret)?;
    let after_sign = before
        .rfind(SEPARATORS)
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let after_word = SEPARATING_WORDS
        .iter()
        .filter_map(|word| before.rfind(word).map(|at| at + word.len()))
        .max()
        .unwrap_or(0);
    let start = after_sign.max(after_word);
    let blank = before[start..].len() - before[start..].trim_start().len();
    let part = start + blank..caret;
    let has_letter = before[part.clone()].chars().any(char::is_alphabetic);
    let is_quoted = before[part.clone()].contains(['"', '“']);
    (has_letter && !is_quoted).then_some(part)
}

/// Behind the colon of a tie stand its kind and status, elsewhere nations.
fn of_part(map: &Map, text: &str, part: &Range<usize>) -> Suggestions {
    let typed = text[part.clone()].to_lowercase();
    let line = text[..part.start].rsplit('\n').next().unwrap_or_default();
    // Behind a semicolon another tie may begin.
    let statement = line.rsplit(';').next().unwrap_or_default();
    let is_said_of_ties = statement.contains(':') && statement.contains(['–', '—', '>', '<', '-']);
    let words = line_words(map).into_iter().map(|word| word.to_lowercase());
    let fitting = words.filter(|word| line.contains(':') && word.starts_with(&typed));
    let word = |name: String| Suggestion { key: name.clone(), name, ..Suggestion::default() };
    let mut rows: Vec<Suggestion> = fitting.map(word).collect();
    if !is_said_of_ties {
        rows.extend(map_nations::suggestions(map, &typed).rows);
    }
    rows.retain(|row| row.name.to_lowercase() != typed);
    rows.truncate(MOST_ROWS);
    Suggestions { rows, leaves_enter: true, ..Suggestions::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_at_the_caret_is_a_name_or_a_word() {
        for (text, part) in [
            ("Pol", "Pol"),
            ("Japan – New Z", "New Z"),
            ("Poland, Hung", "Hung"),
            ("Poland in Wars", "Wars"),
            ("Japan – China: con", "con"),
            ("USA -> (Sov", "Sov"),
            ("Guinea-B", "Guinea-B"),
        ] {
            let found = part_before(text, text.len()).map(|part| &text[part]);
            assert_eq!(found, Some(part), "{text}");
        }
        for text in ["", "Japan – ", "Japan – China: 19", "Japan – China: \"se"] {
            assert_eq!(part_before(text, text.len()), None, "{text}");
        }
    }

    #[test]
    fn kinds_and_nations_are_offered_where_they_are_meant() {
        let offered = |text: &str| {
            let part = part_before(text, text.len()).expect("a part");
            let rows = of_part(&Map::empty(), text, &part).rows;
            rows.into_iter().map(|row| row.name).collect::<Vec<_>>()
        };
        assert!(offered("Japan – Pola").contains(&"Poland".to_owned()));
        assert_eq!(offered("Japan – Poland: con"), ["concern"]);
        assert!(offered("NATO: Polan").contains(&"Poland".to_owned()));
        assert!(offered("Japan – Mali: pact; Polan").contains(&"Poland".to_owned()));
        assert!(offered("Japan – Mali: pact; sig").contains(&"signed".to_owned()));
    }
}
