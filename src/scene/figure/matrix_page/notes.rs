//! The list of ties that end at a tie and so have no cell.

use crate::model::{Map, Point, Rect, TieId};
use crate::scene::figure::page_text::{PageRole, PageText, TextRun};
use crate::scene::ties::tie_name;
use crate::scene::{Label, Matrix, Weight, text};

/// The type size, at unit 1.
const SIZE: f32 = 11.0;
/// The distance of lines.
const LINE: f32 = 14.0;
/// The space between two entries.
const BETWEEN: f32 = 3.0;
/// The most lines of an entry.
const MOST_LINES: usize = 4;

/// The texts of the list.
pub(super) struct Notes {
    pub(super) texts: Vec<PageText>,
    /// How many ties have no room in it.
    pub(super) unlisted: usize,
}

/// What every page of a matrix says below its legend.
const HOW_TO_READ: &str =
    "Each cell shows the ties between the nation of its row and that of its column.";

/// Says how a matrix is read, and lists the ties that end at a tie, as many as an area has room for. A last line
/// counts the others.
pub(super) fn notes(map: &Map, matrix: &Matrix, area: Rect, unit: f32) -> Notes {
    let mut notes = Notes { texts: Vec::new(), unlisted: matrix.onto_ties.len() };
    let mut list = List { y: area.min.y, area, unit, color: matrix.palette.second_ink };
    if !matrix.is_empty() {
        let words = list.wrapped(HOW_TO_READ);
        notes.texts.extend(list.add(words, Weight::Regular, 0.0));
        list.y += LINE * unit;
    }
    if !matrix.onto_ties.is_empty() {
        list.color = matrix.palette.ink;
        list.add_ties(map, matrix, &mut notes);
    }
    notes
}

/// A list that grows downwards.
struct List {
    y: f32,
    area: Rect,
    unit: f32,
    color: crate::model::Color,
}

impl List {
    fn add_ties(&mut self, map: &Map, matrix: &Matrix, notes: &mut Notes) {
        let title = vec![format!("Ties that end at a tie ({})", matrix.onto_ties.len())];
        let Some(title) = self.add(title, Weight::SemiBold, 0.0) else { return };
        notes.texts.push(title);
        self.color = matrix.palette.second_ink;
        for id in &matrix.onto_ties {
            // Room for the line that counts the others is kept until the last.
            let kept = if notes.unlisted > 1 { LINE * self.unit } else { 0.0 };
            let lines = self.entry(map, *id);
            let Some(text) = self.add(lines, Weight::Regular, kept) else { break };
            notes.texts.push(text);
            notes.unlisted -= 1;
        }
        if notes.unlisted > 0 {
            let line = vec![format!("and {} more", notes.unlisted)];
            notes.texts.extend(self.add(line, Weight::Regular, 0.0));
        }
    }

    fn entry(&self, map: &Map, id: TieId) -> Vec<String> {
        let Some(tie) = map.ties().get(id) else { return Vec::new() };
        self.wrapped(&text::clean(&tie_name(map, id, tie)))
    }

    fn wrapped(&self, words: &str) -> Vec<String> {
        let block = text::Block { width: self.area.width(), lines: MOST_LINES };
        text::wrap(words, SIZE * self.unit, Weight::Regular, &[block])
    }

    /// Adds lines, unless they leave less than `kept` below them.
    fn add(&mut self, lines: Vec<String>, weight: Weight, kept: f32) -> Option<PageText> {
        let (size, line) = (SIZE * self.unit, LINE * self.unit);
        let height = lines.len() as f32 * line;
        if self.y + height + kept > self.area.max.y {
            return None;
        }
        let run = |(index, text): (usize, String)| {
            let middle = self.y + (index as f32 + 0.5) * line;
            let baseline = Point::new(self.area.min.x, middle + size * Label::BASELINE);
            TextRun { text, baseline, weight }
        };
        let runs = lines.into_iter().enumerate().map(run).collect();
        self.y += height + BETWEEN * self.unit;
        Some(PageText { role: PageRole::Note, runs, right_aligned: false, size, color: self.color })
    }
}
