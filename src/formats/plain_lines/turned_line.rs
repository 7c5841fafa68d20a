//! A line that begins with a date, `In 1955, Poland joined …`, turned into one whose statements end with it.

use std::ops::Range;

use super::plan::Plan;
use super::statements::{date_at_start, date_places};
use super::when::may_open_date;

/// A line whose date stands at the end of each statement.
pub struct TurnedLine {
    pub text: String,
    /// Where the date stands in the line as it was written.
    date: Range<usize>,
    /// Where the rest of the line begins there.
    rest: usize,
    /// Where the date was put, in the rest.
    places: Vec<usize>,
    written: usize,
}

impl TurnedLine {
    /// The line turned; `None` if no date stands at its beginning.
    pub fn of(line: &str, plan: &mut Plan<'_>) -> Option<Self> {
        // Most lines begin with a name: no word of it and no digit begins a date.
        let start = line.trim_start_matches(|c: char| !c.is_alphanumeric());
        let word = start.split(|c: char| !c.is_alphanumeric()).next()?;
        if !may_open_date(word) {
            return None;
        }
        let (date, rest) = date_at_start(line)?;
        let said = line[rest..].trim_end();
        let places = date_places(said, plan);
        let mut text = said.to_owned();
        for place in places.iter().rev() {
            text.insert_str(*place, &format!(" {}", &line[date.clone()]));
        }
        Some(Self { text, date, rest, places, written: line.len() })
    }

    /// Where a part of the turned line stands in the line as it was written.
    pub fn place(&self, span: &Range<usize>) -> Range<usize> {
        let (start, end) = (self.written_at(span.start), self.written_at(span.end));
        if start <= end { start..end } else { 0..self.written }
    }

    fn written_at(&self, at: usize) -> usize {
        let inserted = 1 + self.date.len();
        let mut before = 0;
        for place in &self.places {
            let start = place + before;
            if at <= start {
                break;
            }
            if at <= start + inserted {
                return self.date.start + (at - start - 1);
            }
            before += inserted;
        }
        at - before + self.rest
    }
}
