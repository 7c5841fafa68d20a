//! Cells that say no more than that they are as the one above.

use super::rare_words::RareWords;
use super::table::Table;
use super::view::trimmed;
use crate::formats::problems::Spot;

/// What people write below a cell that would be repeated, in lower case.
static WORDS: RareWords<31> = RareWords::new([
    "ditto",
    "dito",
    "dto",
    "dto.",
    "do.",
    "idem",
    "id.",
    "\u{ed}dem",
    "same",
    "same as above",
    "as above",
    "see above",
    "s.a.",
    "ebd.",
    "ebenda",
    "ebenso",
    "desgl.",
    "desgleichen",
    "s.o.",
    "s. o.",
    "siehe oben",
    "wie oben",
    "dasselbe",
    "ibid",
    "ibid.",
    "ibidem",
    "ib.",
    "come sopra",
    "c.s.",
    "lo mismo",
    "\u{442}\u{43e} \u{436}\u{435}",
]);

/// Whether a cell says that it is as the one above.
fn is_repeat(cell: &str) -> bool {
    /// No signs for it take more bytes.
    const LONGEST: usize = 14;
    // Half of the cells of a table are numbers, whose blanks needn't be looked for.
    if cell.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    let cell = trimmed(cell);
    let Some(first) = cell.chars().next().filter(|_| cell.len() <= LONGEST) else { return false };
    if first.is_alphabetic() {
        return WORDS.has(cell);
    }
    let is_mark = |c: char| {
        matches!(c, '"' | '\u{201c}'..='\u{201f}' | '\u{2033}' | '\u{3003}' | '\u{bb}' | '\u{ab}')
    };
    let is_line = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\'' | ',' | ' ' | '.');
    let is_pair = cell == "\'\'" || cell == ",,";
    is_pair || cell.contains(is_mark) && cell.chars().all(|c| is_mark(c) || is_line(c))
}

impl Table {
    /// The table with the texts that such cells stand for, each of which is remarked on.
    pub fn with_repeats_filled(self) -> Self {
        let is_any = |row: usize| self.row(row).any(is_repeat);
        if !(1..self.row_count()).any(is_any) {
            return self;
        }
        let mut filled = self.area(0..0, 0..self.column_count());
        filled.remarks = self.remarks.clone();
        let mut last: Vec<&str> = vec![""; self.column_count()];
        for row in 0..self.row_count() {
            for (column, (cell, above)) in self.row(row).zip(&mut last).enumerate() {
                let text = cell.trim();
                let repeats = !above.is_empty() && is_repeat(text);
                if repeats {
                    let spot =
                        Spot::at(self.row_number(row), self.columns_before + column as u32 + 1);
                    let topic = "says that it is as the cell above";
                    filled.remarks.warn(spot, text, topic, "It was read as that one.", "");
                } else if !text.is_empty() {
                    *above = cell;
                }
                filled.push_cell(if repeats { above } else { cell });
            }
            filled.end_row(self.row_number(row));
        }
        filled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_repeat_the_one_above_are_read_as_it() {
        for mark in [
            "ditto",
            "Idem",
            "\"",
            "-\"-",
            "\"-\"-",
            "same",
            "id.",
            "ebd.",
            "dito",
            "''",
            "\u{3003}",
            "Same as above",
        ] {
            let mut table = Table::new("");
            table.push_row(["from", "to", "kind"]);
            table.push_row(["Japan", "Peru", "pact"]);
            table.push_row([mark, "Chad", mark]);
            table.push_row([mark, "Mali", "war"]);
            let table = table.with_repeats_filled();
            assert_eq!(table.row(2).collect::<Vec<_>>(), ["Japan", "Chad", "pact"], "{mark}");
            assert_eq!(table.row(3).collect::<Vec<_>>(), ["Japan", "Mali", "war"], "{mark}");
            let group = table.remarks.groups().next().unwrap();
            assert_eq!((group.count, group.examples[0].spot), (3, Spot::at(3, 1)));
        }
    }

    #[test]
    fn other_short_texts_repeat_nothing() {
        for text in ["-", "--", "ID", "DO", "\"x\"", "n.a.", "...", "Samoa", "\u{2013}", "'", ","] {
            assert!(!is_repeat(text), "{text}");
        }
    }
}
