//! Cells as text with tabs between them, as Excel and LibreOffice put them on the clipboard.

/// Reads rows of cells. A cell with a tab, a line break or a quote stands in quotes, within which a
/// quote is doubled; a quote that isn't closed is a character like any other.
pub fn read(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (cell, after) = quoted(rest).unwrap_or_else(|| plain(rest));
        row.push(cell);
        let ends_row = !after.starts_with('\t');
        rest = after
            .strip_prefix('\t')
            .or_else(|| after.strip_prefix("\r\n"))
            .or_else(|| after.strip_prefix(['\n', '\r']))
            .unwrap_or(after);
        if ends_row {
            rows.push(std::mem::take(&mut row));
        } else if rest.is_empty() {
            row.push(String::new());
        }
    }
    if !row.is_empty() {
        rows.push(row);
    }
    rows
}

/// The cell up to the next tab or line break, and what comes after.
fn plain(text: &str) -> (String, &str) {
    let (cell, after) = text.split_at(text.find(['\t', '\n', '\r']).unwrap_or(text.len()));
    (cell.to_owned(), after)
}

/// A cell in quotes, and what comes after; `None` where the text doesn't begin with one.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (part, after) = rest.split_once('"')?;
        cell.push_str(part);
        match after.strip_prefix('"') {
            Some(after) => {
                cell.push('"');
                rest = after;
            }
            None if after.is_empty() || after.starts_with(['\t', '\n', '\r']) => {
                return Some((cell.replace("\r\n", "\n"), after));
            }
            None => return None,
        }
    }
}

/// Writes rows of cells, each row with a line break after it where there are several.
pub fn write(rows: &[Vec<String>]) -> String {
    let lines: Vec<String> = rows
        .iter()
        .map(|row| row.iter().map(|cell| escaped(cell)).collect::<Vec<_>>().join("\t"))
        .collect();
    let mut text = lines.join("\n");
    if lines.len() > 1 {
        text.push('\n');
    }
    text
}

fn escaped(cell: &str) -> String {
    if cell.contains(['\t', '\n', '\r', '"']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_spreadsheet_copies_is_read() {
        let text = "Japan\tJPN\r\n\"two\r\nlines\"\t\"a \"\"b\"\"\"\r\n\t\r\n";
        let cells = [["Japan", "JPN"], ["two\nlines", "a \"b\""], ["", ""]];
        assert_eq!(read(text), cells);
        assert_eq!(read("one"), [["one"]]);
        assert_eq!(read("\t"), [["", ""]]);
        assert_eq!(read("\n\nx"), [[""], [""], ["x"]]);
        assert!(read("").is_empty());
    }

    #[test]
    fn quotes_that_are_not_closed_are_text() {
        assert_eq!(read("\"open\tx"), [["\"open", "x"]]);
        assert_eq!(read("\"a\"b\tx"), [["\"a\"b", "x"]]);
        assert_eq!(read("5\" gun"), [["5\" gun"]]);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            rows in prop::collection::vec(prop::collection::vec("[a\t\n\"é ]{0,6}", 2), 2..5)
        ) {
            prop_assert_eq!(read(&write(&rows)), rows);
        }

        #[test]
        fn any_text_is_read(text in "[a\t\r\n\" ]{0,40}") {
            read(&text);
        }
    }
}
