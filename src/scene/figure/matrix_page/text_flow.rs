//! Texts that run down one column and go on in the next.

use crate::model::{Color, Point, Rect};
use crate::scene::figure::page_text::{PageRole, PageText, TextRun};
use crate::scene::{Label, Weight, text};

/// The type size, at unit 1.
const SIZE: f32 = 11.0;
/// The distance of lines.
const LINE: f32 = 14.0;
/// The space between two texts.
const BETWEEN: f32 = 3.0;
/// The space before a number in a table.
const BETWEEN_COLUMNS: f32 = 14.0;

/// Words in one weight.
pub(super) type Words = (String, Weight);

/// A line of a column.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct FlowLine {
    /// Words with the x where they begin, seen from the left of the column.
    runs: Vec<(f32, Words)>,
}

impl FlowLine {
    /// A line in one weight.
    pub(super) fn of(text: String, weight: Weight) -> Self {
        Self { runs: vec![(0.0, (text, weight))] }
    }
}

/// Columns of the same width, filled from the first on.
#[derive(Clone, Debug)]
pub(super) struct TextFlow {
    columns: Vec<Rect>,
    /// The column that is being filled, and the y below all that stands in it.
    at: usize,
    y: f32,
    unit: f32,
    color: Color,
}

impl TextFlow {
    /// The least height of a column, in lines.
    pub(super) const LEAST_LINES: usize = 5;

    pub(super) fn new(columns: Vec<Rect>, unit: f32, color: Color) -> Self {
        let y = columns.first().map_or(0.0, |column| column.min.y);
        Self { columns, at: 0, y, unit, color }
    }

    /// The least height of a column.
    pub(super) fn least_height(unit: f32) -> f32 {
        Self::LEAST_LINES as f32 * LINE * unit
    }

    /// Below what has been placed in the current column.
    pub(super) const fn bottom(&self) -> f32 {
        self.y
    }

    /// Goes on in another colour.
    pub(super) const fn set_color(&mut self, color: Color) {
        self.color = color;
    }

    /// Keeps the last lines free.
    pub(super) fn keep_lines(&mut self, lines: usize) {
        if let Some(last) = self.columns.last_mut() {
            last.max.y -= lines as f32 * LINE * self.unit;
        }
    }

    /// Gives back lines that were kept free.
    pub(super) fn release_lines(&mut self, lines: usize) {
        if let Some(last) = self.columns.last_mut() {
            last.max.y += lines as f32 * LINE * self.unit;
        }
    }

    /// Leaves a line free, unless a column begins here.
    pub(super) fn leave_line(&mut self) {
        if self.columns.get(self.at).is_some_and(|column| self.y > column.min.y) {
            self.y += LINE * self.unit;
        }
    }

    /// How many lines still have room.
    pub(super) fn room(&self) -> usize {
        let next = self.columns.iter().skip(self.at + 1);
        self.room_here() + next.map(|column| self.lines_in(column.min.y, column)).sum::<usize>()
    }

    fn room_here(&self) -> usize {
        self.columns.get(self.at).map_or(0, |column| self.lines_in(self.y, column))
    }

    /// Whether the current column has room for a text and for some lines of the next.
    fn has_room_here(&self, lines: usize, below: usize) -> bool {
        let between = if below > 0 { BETWEEN * self.unit } else { 0.0 };
        let Some(column) = self.columns.get(self.at) else { return false };
        self.lines_in(self.y + between, column) >= lines + below
    }

    fn lines_in(&self, y: f32, column: &Rect) -> usize {
        // A hair more, for what rounding takes.
        ((column.max.y - y) / (LINE * self.unit) + 0.001).max(0.0) as usize
    }

    /// Words in lines as wide as a column, each as full as it can be; they are broken at none of their spaces.
    pub(super) fn lines(&self, words: &[Words]) -> Vec<FlowLine> {
        let size = SIZE * self.unit;
        let limit = self.width();
        let mut lines: Vec<FlowLine> = Vec::new();
        let mut x = f32::INFINITY;
        for (words, weight) in words {
            let words = text::ellipsis(words, size, *weight, limit);
            let space = text::width(" ", size, *weight);
            let width = text::width(&words, size, *weight);
            match lines.last_mut() {
                Some(line) if x + space + width <= limit => {
                    match line.runs.last_mut() {
                        Some((_, (last, last_weight))) if *last_weight == *weight => {
                            *last = format!("{last} {words}");
                        }
                        _ => line.runs.push((x + space, (words, *weight))),
                    }
                    x += space + width;
                }
                _ => {
                    lines.push(FlowLine::of(words, *weight));
                    x = width;
                }
            }
        }
        lines
    }

    /// The rows of a table of names, cut where they are too long, each with two numbers, and the line above these that
    /// says what they are.
    pub(super) fn table(&self, head: &str, rows: &[[String; 3]]) -> (FlowLine, Vec<FlowLine>) {
        let width = |text: &str| text::width(text, SIZE * self.unit, Weight::Regular);
        let widest = |column: usize| rows.iter().map(|row| width(&row[column])).fold(0.0, f32::max);
        let gap = BETWEEN_COLUMNS * self.unit;
        let numbers = [1, 2].map(|column| widest(column) + gap);
        let beside = numbers[0] + numbers[1];
        let end = (widest(0) + beside).max(width(head)).min(self.width());
        let right_aligned =
            |text: &String, end: f32| (end - width(text), (text.clone(), Weight::Regular));
        let row = |[name, first, second]: &[String; 3]| {
            // A hair more, for what rounding takes.
            let limit = (end - beside) * 1.001;
            let name = text::ellipsis(name, SIZE * self.unit, Weight::Regular, limit);
            let first = right_aligned(first, end - numbers[1]);
            FlowLine {
                runs: vec![(0.0, (name, Weight::Regular)), first, right_aligned(second, end)],
            }
        };
        let head = FlowLine { runs: vec![right_aligned(&head.to_owned(), end)] };
        (head, rows.iter().map(row).collect())
    }

    /// The width of each column.
    fn width(&self) -> f32 {
        self.columns.first().map_or(0.0, Rect::width)
    }

    /// Whether words have room on one line.
    pub(super) fn has_width_for(&self, words: &str) -> bool {
        text::width(words, SIZE * self.unit, Weight::Regular) <= self.width()
    }

    /// Words in lines of similar width.
    pub(super) fn wrapped(&self, words: &str, weight: Weight) -> Vec<FlowLine> {
        const MOST_LINES: usize = 9;
        let block = text::Block { width: self.width(), lines: MOST_LINES };
        let lines = text::wrap(words, SIZE * self.unit, weight, &[block]);
        lines.into_iter().map(|line| FlowLine::of(line, weight)).collect()
    }

    /// Places lines that stay in one column, with room for some more below them; `None` where no column has it.
    pub(super) fn place_together(
        &mut self,
        lines: Vec<FlowLine>,
        below: usize,
    ) -> Option<PageText> {
        let before = (self.at, self.y);
        while !self.has_room_here(lines.len(), below) {
            if !self.next_column() {
                (self.at, self.y) = before;
                return None;
            }
        }
        self.place(lines)
    }

    /// Places lines, which go on in the next column; `None` where not all have room.
    pub(super) fn place(&mut self, lines: Vec<FlowLine>) -> Option<PageText> {
        if lines.len() > self.room() {
            return None;
        }
        let mut runs = Vec::new();
        for line in lines {
            while self.room_here() == 0 && self.next_column() {}
            let left = self.columns.get(self.at)?.min.x;
            let middle = self.y + 0.5 * LINE * self.unit;
            let y = middle + SIZE * self.unit * Label::BASELINE;
            let run = |(x, (text, weight)): (f32, Words)| TextRun {
                text,
                baseline: Point::new(left + x, y),
                weight,
            };
            runs.extend(line.runs.into_iter().map(run));
            self.y += LINE * self.unit;
        }
        self.y += BETWEEN * self.unit;
        Some(PageText {
            role: PageRole::Note,
            runs,
            right_aligned: false,
            size: SIZE * self.unit,
            color: self.color,
        })
    }

    /// As [`TextFlow::place`], with nothing between it and what follows.
    pub(super) fn place_close(&mut self, lines: Vec<FlowLine>) -> Option<PageText> {
        let placed = self.place(lines)?;
        self.y -= BETWEEN * self.unit;
        Some(placed)
    }

    fn next_column(&mut self) -> bool {
        let Some(next) = self.columns.get(self.at + 1) else { return false };
        (self.at, self.y) = (self.at + 1, next.min.y);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flow(heights: &[f32]) -> TextFlow {
        let column = |(index, height): (usize, &f32)| {
            let corner = Point::new(index as f32 * 120.0, 0.0);
            Rect::new(corner, corner + Point::new(100.0, height * LINE))
        };
        TextFlow::new(heights.iter().enumerate().map(column).collect(), 1.0, Color::default())
    }

    fn words(count: usize) -> Vec<FlowLine> {
        vec![FlowLine::of("word".to_owned(), Weight::Regular); count]
    }

    #[test]
    fn lines_go_on_in_the_next_column_until_all_are_full() {
        let mut flow = flow(&[2.0, 1.0, 3.0]);
        assert_eq!(flow.room(), 6);
        let text = flow.place(words(4)).expect("room");
        let lefts: Vec<f32> = text.runs.iter().map(|run| run.baseline.x).collect();
        assert_eq!(lefts, [0.0, 0.0, 120.0, 240.0]);
        assert!(flow.place(words(3)).is_none());
        assert!(flow.place(words(1)).is_some());
    }

    #[test]
    fn a_title_goes_to_the_column_that_has_room_for_what_follows_it() {
        let mut flow = flow(&[2.0, 4.0]);
        let title = flow.place_together(words(1), 2).expect("room");
        assert_eq!(title.runs[0].baseline.x, 120.0);
        let mut full = flow.clone();
        assert!(full.place_together(words(1), 9).is_none());
        assert_eq!(full.bottom(), flow.bottom());
    }

    #[test]
    fn words_are_not_broken_and_those_of_a_weight_are_one_run() {
        let flow = flow(&[9.0]);
        let words = ["France (54 and 7),", "Egypt (7 and 52),", "Oman"];
        let words = words.map(|words| (words.to_owned(), Weight::Regular));
        let expected = words.clone().map(|(text, weight)| FlowLine::of(text, weight));
        assert_eq!(flow.lines(&words), expected);
        let mixed = [("Who", Weight::Regular), ("joins", Weight::Regular), ("A", Weight::SemiBold)];
        let lines = flow.lines(&mixed.map(|(text, weight)| (text.to_owned(), weight)));
        let [line] = &lines[..] else { panic!("{lines:?}") };
        let texts: Vec<&str> = line.runs.iter().map(|(_, (text, _))| text.as_str()).collect();
        assert_eq!(texts, ["Who joins", "A"]);
        assert!(line.runs[1].0 > text::width("Who joins", SIZE, Weight::Regular));
    }
}
