//! Places in a text: from byte offsets to lines and columns.

use std::fmt;

use memchr::{memchr_iter, memrchr};

/// Where in a file something stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place {
    /// The line, the first being 1.
    pub line: u32,
    /// The column in characters, the first being 1.
    pub column: u32,
    /// The record and field, such as `ties[3].to` (the first tie being `ties[0]`); empty for the file
    /// as a whole.
    pub path: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)?;
        if self.path.is_empty() { Ok(()) } else { write!(f, " ({})", self.path) }
    }
}

/// Counts the lines and columns of a text, passing over each part of it once.
pub struct LineCounter<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    column: u32,
}

impl<'a> LineCounter<'a> {
    /// At the start of a text.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, line: 1, column: 1 }
    }

    /// Goes on to a byte offset at or after the last one. Returns its line and its column in
    /// characters, each counted from 1.
    pub fn advance_to(&mut self, at: usize) -> (u32, u32) {
        let passed = self.text.get(self.at..at).unwrap_or_default().as_bytes();
        let last_line = match memrchr(b'\n', passed) {
            Some(end) => {
                self.line += memchr_iter(b'\n', passed).count() as u32;
                self.column = 1;
                passed.get(end + 1..).unwrap_or_default()
            }
            None => passed,
        };
        self.column += match last_line.is_ascii() {
            true => last_line.len(),
            // Each character has one byte that doesn't continue another one.
            false => last_line.iter().filter(|byte| **byte & 0xC0 != 0x80).count(),
        } as u32;
        self.at = self.at.max(at);
        (self.line, self.column)
    }

    /// Goes to any byte offset. One before the last one is found by counting from the start again, so that
    /// offsets are best asked for in order, or in a few runs that are.
    pub fn go_to(&mut self, at: usize) -> (u32, u32) {
        if at < self.at {
            *self = Self::new(self.text);
        }
        self.advance_to(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_characters() {
        let locate = |text: &str, at: usize| LineCounter::new(text).advance_to(at);
        let text = "{\n  \"é\": 1,\n  2";
        assert_eq!(locate(text, 0), (1, 1));
        assert_eq!(locate(text, text.find('1').unwrap_or(0)), (2, 8));
        assert_eq!(locate(text, text.len()), (3, 4));
    }

    #[test]
    fn offsets_may_be_asked_for_in_several_runs() {
        let mut lines = LineCounter::new("a\nbé\r\n\nc");
        let spots = [2, 5, 8, 0, 3].map(|at| lines.go_to(at));
        assert_eq!(spots, [(2, 1), (2, 3), (4, 1), (1, 1), (2, 2)]);
    }
}
