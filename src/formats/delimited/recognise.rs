//! Recognises delimited text.

use super::dialect::Delimiter;
use super::{DELIMITED, NATIONS_CSV, TAB_SEPARATED, sniff};
use crate::formats::format::{Certainty, Format, InputFile};
use crate::formats::text_encoding::decode_text;

/// So many bytes are looked at.
const BYTES: usize = 16 * 1024;
/// Text that isn't called so is taken for a table where its rows fit this well.
const FIT: f64 = 0.8;

/// A table of nations shows in the name of the file.
pub fn recognise_nations(file: &InputFile<'_>) -> Certainty {
    by_name(&NATIONS_CSV, file)
}

/// Tab-separated text shows in the name of the file.
pub fn recognise_tab_separated(file: &InputFile<'_>) -> Certainty {
    by_name(&TAB_SEPARATED, file)
}

fn by_name(format: &Format, file: &InputFile<'_>) -> Certainty {
    if format.has_name(file) && is_text(file.bytes) { Certainty::Likely } else { Certainty::No }
}

/// Delimited text shows in the name of the file, or in rows that have equally many cells.
pub fn recognise(file: &InputFile<'_>) -> Certainty {
    if DELIMITED.has_name(file) {
        return by_name(&DELIMITED, file);
    }
    let whole = file.bytes.len() <= BYTES;
    let head = file.bytes.get(..BYTES).unwrap_or(file.bytes);
    let Ok(decoded) = decode_text(head, None) else { return Certainty::No };
    let text = decoded.text.trim_start();
    if text.starts_with(['{', '[', '<']) {
        return Certainty::No;
    }
    if text.starts_with("sep=") {
        return Certainty::Possible;
    }
    let lines = if whole { text } else { text.rsplit_once('\n').map_or(text, |(lines, _)| lines) };
    if is_prose(lines) {
        return Certainty::No;
    }
    let sniffed = sniff::sniff(lines);
    let (fit, rows) = match sniffed.delimiter {
        // Words of a sentence have spaces between them too.
        Delimiter::Spaces => (FIT * 0.7, 3),
        // Commas stand in sentences, though not so often as many in each.
        Delimiter::Byte(b',') => (FIT, 2),
        Delimiter::Byte(_) => (FIT * 0.8, 1),
    };
    match sniffed.fit >= fit && sniffed.rows >= rows {
        true => Certainty::Possible,
        false => Certainty::No,
    }
}

/// Whether most lines read like sentences or points of a list, in which spaces and commas stand between no
/// cells.
fn is_prose(text: &str) -> bool {
    const LINES: usize = 200;
    const WORDS: [&str; 24] = [
        "is", "are", "was", "were", "has", "have", "had", "been", "will", "the", "with", "this",
        "that", "we", "they", "ist", "sind", "war", "mit", "est", "sont", "avec", "es", "son",
    ];
    let (mut sentences, mut all) = (0, 0);
    let says_something = |line: &&str| !line.is_empty() && !line.starts_with('#');
    for line in text.lines().map(str::trim).filter(says_something).take(LINES) {
        let says = line.split(' ').skip(1).filter(|word| WORDS.contains(word)).count();
        let is_cells =
            line.contains(['\t', '|', '"']) || line.contains(';') && !joins_sentences(line);
        sentences += usize::from((says > 0 || is_point(line)) && !is_cells);
        all += 1;
    }
    sentences * 2 > all
}

/// Whether the semicolons of a line stand between sentences: with a blank behind each, and a full stop at the end.
fn joins_sentences(line: &str) -> bool {
    line.ends_with(['.', '!', '?']) && line.matches(';').count() == line.matches("; ").count()
}

/// Whether a line is a point of a list: `* France – UK: entente, 1904`.
fn is_point(line: &str) -> bool {
    let words = ["* ", "- ", "+ ", "• ", "– "].iter().find_map(|sign| line.strip_prefix(sign));
    words
        .is_some_and(|words| words.starts_with(|c: char| c.is_alphabetic() || c == '*' || c == '['))
}

/// Whether the first bytes may be text.
fn is_text(bytes: &[u8]) -> bool {
    decode_text(bytes.get(..BYTES).unwrap_or(bytes), None).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{Certainty, recognise as recognise_any};

    #[test]
    fn tables_show_in_their_name_or_their_rows() {
        let of = |name, text: &str| recognise(&InputFile { name, bytes: text.as_bytes() });
        assert_eq!(of("a.csv", "anything"), Certainty::Likely);
        assert_eq!(of("a.CSV", "a\0\0bcd"), Certainty::No);
        let commented = "# Countries\n# from to weight\na b 3\nc d 2\nb c 5\n";
        for table in
            ["Japan\tPeru", "a,b\nc,d", "sep=;\na;b", "a b\nc d\ne f", commented, "is;are\nthe;has"]
        {
            assert_eq!(of("", table), Certainty::Possible, "{table:?}");
        }
        let points = "# Notes\n\nDear all,\n\n* Japan – Peru: pact, 1904\n* **Chad – Mali**: war, 1939\n\
                      * Togo – Cuba: pact\n\nBest, Ann\n";
        for other in [
            points,
            "- Japan, Peru\n- Chad, Mali",
            "",
            "Japan",
            "Dear Ann, how are you?\nI am fine.",
            "France is allied with Russia; Iran is at war with Iraq.\nPolen ist mit Litauen verb\u{fc}ndet; Chad has a pact.",
            "{\"a\": 1}",
            "<a/>",
        ] {
            assert_eq!(of("", other), Certainty::No, "{other:?}");
        }
    }

    #[test]
    fn a_list_that_another_format_names_or_shows_is_left_to_it() {
        let name_of = |name, text: &str| {
            let file = InputFile { name, bytes: text.as_bytes() };
            recognise_any(&file).map(|format| format.name)
        };
        assert_eq!(name_of("a.ncol", "0 21\n1 17\n2 5\n"), Some("NCOL"));
        assert_eq!(name_of("a.txt", "# 0\n1\n2 3\n# 1\n2\n"), Some("LGL"));
        assert_eq!(name_of("a.txt", "a b\nc d\ne f\n"), Some(DELIMITED.name));
    }
}
