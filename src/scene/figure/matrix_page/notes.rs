//! The list of ties that end at a tie and so have no cell.

use super::page_parts::Wanted;
use crate::model::{Map, NationId, Point, Rect, TieId};
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
/// Of how many pairs of blocs is said who joins them, and how many nations are named for each.
const MOST_PAIRS: usize = 6;
const MOST_JOINERS: usize = 3;

/// The texts of the list.
pub(super) struct Notes {
    pub(super) texts: Vec<PageText>,
    /// How many ties have no room in it.
    pub(super) unlisted: usize,
    /// The y below all of them.
    bottom: f32,
}

/// What every page of a matrix says below its legend.
const HOW_TO_READ: &str =
    "Each cell shows the ties between the nation of its row and that of its column.";
/// The same of half a table, whose columns are named at the diagonal.
const HOW_TO_READ_HALF: &str = "Each cell shows the ties of two nations: one is named at the left end of its row, the other at the \
     upper end of its column. All ties of a nation lie in its row and in its column.";

/// Says how a matrix is read, and lists the ties that end at a tie, as many as an area has room for. A last line
/// counts the others.
pub(super) fn notes(map: &Map, matrix: &Matrix, (area, unit): (Rect, f32), is_half: bool) -> Notes {
    let mut notes = Notes { texts: Vec::new(), unlisted: matrix.onto_ties.len(), bottom: 0.0 };
    let mut list = List { y: area.min.y, area, unit, color: matrix.palette.second_ink };
    if !matrix.is_empty() {
        let words = list.wrapped(if is_half { HOW_TO_READ_HALF } else { HOW_TO_READ });
        notes.texts.extend(list.add(words, Weight::Regular, 0.0));
        list.y += LINE * unit;
    }
    notes.texts.extend(list.add_joiners(map, matrix));
    if !matrix.onto_ties.is_empty() {
        list.color = matrix.palette.ink;
        list.add_ties(map, matrix, &mut notes);
    }
    notes.bottom = list.y;
    notes
}

/// The height of all that there is to say in a column.
pub(super) fn notes_height(wanted: &Wanted<'_>, width: f32, unit: f32, is_half: bool) -> f32 {
    let endless = Rect::new(Point::default(), Point::new(width, f32::MAX));
    notes(wanted.map, wanted.matrix, (endless, unit), is_half).bottom
}

/// A list that grows downwards.
struct List {
    y: f32,
    area: Rect,
    unit: f32,
    color: crate::model::Color,
}

impl List {
    /// Says who joins which blocs, as much of it as there is room for.
    fn add_joiners(&mut self, map: &Map, matrix: &Matrix) -> Vec<PageText> {
        let pairs = matrix.joined_blocs().iter().take(MOST_PAIRS);
        let mut texts = Vec::new();
        let color = std::mem::replace(&mut self.color, matrix.palette.ink);
        for joined in pairs {
            let names = joined.blocs.map(|bloc| matrix.blocs[bloc].name.as_str());
            let title = self
                .wrapped_in(&format!("Who joins {} and {}", names[0], names[1]), Weight::SemiBold);
            let nation = |(id, [a, b]): &(NationId, [usize; 2])| {
                let name = map.nations().get(*id).map_or("", |nation| &nation.name);
                format!("{} ({a} and {b} partners)", text::clean(name))
            };
            let mut nations: Vec<String> =
                joined.nations.iter().take(MOST_JOINERS).map(nation).collect();
            let others = joined.nations.len().saturating_sub(MOST_JOINERS);
            if others > 0 {
                nations.push(format!("{others} more"));
            }
            let words = self.wrapped(&nations.join(", "));
            // A title stays with what it is the title of.
            let kept = words.len() as f32 * LINE * self.unit;
            let Some(title) = self.add(title, Weight::SemiBold, kept) else { break };
            texts.push(title);
            self.color = color;
            texts.extend(self.add(words, Weight::Regular, 0.0));
            self.color = matrix.palette.ink;
        }
        self.color = color;
        if !texts.is_empty() {
            self.y += LINE * self.unit;
        }
        texts
    }

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
        self.wrapped_in(words, Weight::Regular)
    }

    fn wrapped_in(&self, words: &str, weight: Weight) -> Vec<String> {
        let block = text::Block { width: self.area.width(), lines: MOST_LINES };
        text::wrap(words, SIZE * self.unit, weight, &[block])
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
