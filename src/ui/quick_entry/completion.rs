//! The list that completes a word: nations of the map and nations that are known, kinds and statuses.

use std::ops::Range;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{
    Align2, Area, Button, Context, Id, Key, Modifiers, Order, Rect, RichText, Ui, Vec2, WidgetInfo,
    WidgetType,
};

use crate::formats::line_words;
use crate::model::Map;
use crate::names::{Sort, complete};
use crate::ui::state::State;
use crate::ui::theme::ROW;
use crate::ui::theme::widgets::{floating_frame, second_ink};

/// The most rows.
const MOST_ROWS: usize = 8;
/// The width of the list, in logical pixels.
const WIDTH: f32 = 360.0;
/// What parts of a line are separated by.
const SEPARATORS: [char; 12] = [',', ';', '+', '&', ':', '(', ')', '–', '—', '>', '<', '\n'];
/// Words that a name doesn't go across.
const SEPARATING_WORDS: [&str; 7] = [" and ", " in ", " of ", " joined ", " left ", " - ", " to "];

/// The list, and the row that is chosen.
#[derive(Debug, Default)]
pub struct Completions {
    is_open: bool,
    chosen: Option<usize>,
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    text: String,
    detail: String,
}

/// A completion that was taken.
pub struct TakenCompletion {
    part: Range<usize>,
    text: String,
}

impl TakenCompletion {
    /// Puts it into the text, and the caret behind it.
    pub fn put(self, ctx: &Context, id: Id, text: &mut String) {
        if text.get(self.part.clone()).is_none() {
            return;
        }
        text.replace_range(self.part.clone(), &self.text);
        let before = &text[..self.part.start + self.text.len()];
        let mut state = TextEditState::load(ctx, id).unwrap_or_default();
        let caret = CCursor::new(before.chars().count());
        state.cursor.set_char_range(Some(CCursorRange::one(caret)));
        state.store(ctx, id);
    }
}

impl Completions {
    /// Opens the list, where there is something to complete.
    pub const fn begin(&mut self) {
        self.is_open = true;
        self.chosen = None;
    }

    /// Closes the list.
    pub const fn end(&mut self) {
        self.is_open = false;
        self.chosen = None;
    }

    /// Takes the keys of the list: up and down choose, Tab takes, Enter takes what was chosen, Escape
    /// closes it.
    pub fn keys(&mut self, ui: &Ui, id: Id, text: &str, state: &State) -> Option<TakenCompletion> {
        let (part, rows) = self.rows(ui.ctx(), id, text, state.map())?;
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            self.chosen = Some(self.chosen.map_or(0, |at| (at + 1).min(rows.len() - 1)));
        }
        if pressed(Key::ArrowUp) {
            self.chosen = self.chosen.and_then(|at| at.checked_sub(1));
        }
        if pressed(Key::Escape) {
            self.end();
            return None;
        }
        let row = if pressed(Key::Tab) {
            Some(self.chosen.unwrap_or(0))
        } else {
            self.chosen.filter(|_| pressed(Key::Enter))
        }?;
        self.take(part, rows.into_iter().nth(row)?)
    }

    fn take(&mut self, part: Range<usize>, row: Row) -> Option<TakenCompletion> {
        self.end();
        Some(TakenCompletion { part, text: row.text })
    }

    /// What can be completed, and with what; `None` if the list is closed or empty.
    fn rows(
        &self,
        ctx: &Context,
        id: Id,
        text: &str,
        map: &Map,
    ) -> Option<(Range<usize>, Vec<Row>)> {
        if !self.is_open {
            return None;
        }
        let caret = TextEditState::load(ctx, id)?.cursor.char_range()?.primary;
        let caret = text.char_indices().nth(caret.index.0).map_or(text.len(), |(at, _)| at);
        let part = part_before(text, caret)?;
        let rows = rows(map, text, &part);
        (!rows.is_empty()).then_some((part, rows))
    }

    /// Shows the list above the field; returns what is clicked.
    pub fn show(
        &mut self,
        ui: &Ui,
        id: Id,
        text: &str,
        field: Rect,
        state: &State,
    ) -> Option<TakenCompletion> {
        let (part, rows) = self.rows(ui.ctx(), id, text, state.map())?;
        let mut clicked = None;
        Area::new(id.with("completions"))
            .order(Order::Foreground)
            .pivot(Align2::LEFT_BOTTOM)
            .fixed_pos(field.left_top() - Vec2::new(0.0, 4.0))
            .show(ui.ctx(), |ui| {
                floating_frame(ui).show(ui, |ui| {
                    ui.set_width(WIDTH);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    for (index, row) in rows.iter().enumerate() {
                        if row.show(ui, self.chosen == Some(index)) {
                            clicked = Some(index);
                        }
                    }
                });
            });
        self.take(part, rows.into_iter().nth(clicked?)?)
    }
}

impl Row {
    fn show(&self, ui: &mut Ui, is_chosen: bool) -> bool {
        let detail = RichText::new(&self.detail).color(second_ink(ui));
        let button = Button::selectable(is_chosen, &self.text)
            .right_text(detail)
            .truncate()
            .min_size(Vec2::new(ui.available_width(), ROW));
        let response = ui.add(button);
        response.widget_info(|| {
            WidgetInfo::selected(WidgetType::SelectableLabel, true, is_chosen, &self.text)
        });
        response.clicked()
    }
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

fn rows(map: &Map, text: &str, part: &Range<usize>) -> Vec<Row> {
    let typed = text[part.clone()].to_lowercase();
    let begins = |name: &str| {
        let name = name.to_lowercase();
        name.starts_with(&typed) || name.split([' ', '-']).any(|word| word.starts_with(&typed))
    };
    let line = text[..part.start].rsplit('\n').next().unwrap_or_default();
    let mut rows: Vec<Row> = Vec::new();
    let mut add = |text: &str, detail: &str| {
        let is_new = rows.len() < MOST_ROWS && !rows.iter().any(|row: &Row| row.text == text);
        if is_new && text.to_lowercase() != typed {
            rows.push(Row { text: text.to_owned(), detail: detail.to_owned() });
        }
    };
    let says_of_ties =
        line.contains(':') || line.contains(['–', '—', '>', '<']) || line.contains(" - ");
    if line.contains(':') {
        let words = line_words(map).into_iter().map(|word| word.to_lowercase());
        words.filter(|word| word.starts_with(&typed)).for_each(|word| add(&word, ""));
    }
    if !line.contains(':') || !says_of_ties || !line.contains(['–', '—', '>', '<']) {
        let there = map.nations().iter().map(|(_, nation)| nation);
        for nation in there.filter(|nation| begins(&nation.name)).take(MOST_ROWS) {
            add(&nation.name, nation.code.as_deref().unwrap_or("on the map"));
        }
        for found in complete(&typed, MOST_ROWS) {
            let known = found.nation;
            let is_organisation = known.sort == Sort::Organisation;
            let kind = if is_organisation { "organisation" } else { known.code };
            add(known.name, &found.matched.map_or(kind.to_owned(), |m| format!("{m} · {kind}")));
        }
    }
    rows
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
            rows(&Map::empty(), text, &part).into_iter().map(|row| row.text).collect::<Vec<_>>()
        };
        assert!(offered("Japan – Pola").contains(&"Poland".to_owned()));
        assert_eq!(offered("Japan – Poland: con"), ["concern"]);
        assert!(offered("NATO: Polan").contains(&"Poland".to_owned()));
    }
}
