//! Reads delimited text as a table.

use super::comments::{self, Comment};
use super::dialect::Delimiter;
use super::long_rows;
use super::markdown;
use super::rows::{RowEnd, Rows};
use super::sniff;
use crate::formats::format::InputFile;
use crate::formats::limits::{MAX_CELLS, MAX_COLUMNS, check_size};
use crate::formats::problems::{OpenError, Remarks, Spot};
use crate::formats::progress::Progress;
use crate::formats::tables::Table;
use crate::formats::text_encoding::decode_text;

/// After so many rows it is said how far reading has come.
const ROWS_UNTIL_PROGRESS: u32 = 4096;

/// Reads delimited text as one table.
///
/// # Errors
/// When the file isn't text, or is too large.
pub fn read(file: &InputFile<'_>, progress: Progress<'_>) -> Result<Vec<Table>, OpenError> {
    read_parted_by(file, None, progress)
}

/// Reads delimited text as one table, by a delimiter that was chosen if one was.
///
/// # Errors
/// As [`read`].
pub fn read_parted_by(
    file: &InputFile<'_>,
    chosen: Option<Delimiter>,
    progress: Progress<'_>,
) -> Result<Vec<Table>, OpenError> {
    check_size(file.bytes.len() as u64)?;
    let decoded = decode_text(file.bytes, None)?;
    let (text, said) = delimiter_said(&decoded.text);
    let delimiter = chosen.or(said).unwrap_or_else(|| sniff::sniff(text).delimiter);
    let mut table = read_rows(text, delimiter, progress)?;
    if delimiter == Delimiter::Byte(b',') {
        table = long_rows::mended(table);
    }
    let mut remarks = Remarks::default();
    decoded.report(&mut remarks);
    remarks.extend(std::mem::take(&mut table.remarks));
    table.remarks = remarks;
    Ok(vec![table])
}

/// What a first line `sep=;` says, which Excel writes and leaves out of its rows.
fn delimiter_said(text: &str) -> (&str, Option<Delimiter>) {
    let said = text.split(['\n', '\r']).next().unwrap_or_default();
    let sign = said.trim_matches('"').strip_prefix("sep=").map(str::as_bytes);
    match sign {
        Some([byte]) => {
            let rest = text.get(said.len()..).unwrap_or_default();
            let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r']));
            (rest.unwrap_or_default(), Some(Delimiter::Byte(*byte)))
        }
        _ => (text, None),
    }
}

fn read_rows(text: &str, delimiter: Delimiter, progress: Progress<'_>) -> Result<Table, OpenError> {
    let mut table = Table::default();
    let mut rows = Rows::new(text, delimiter);
    let is_markdown = markdown::is_markdown(text, delimiter);
    let mut number = 0;
    loop {
        number += 1;
        if number % ROWS_UNTIL_PROGRESS == 0 {
            progress.at(rows.offset(), text.len())?;
        }
        let rest = text.get(rows.offset()..).unwrap_or_default();
        if let Some((comment, follows)) = comments::at_start(rest, delimiter) {
            rows.skip_to(text.len() - follows.len());
            read_comment(&mut table, comment, delimiter, number);
            continue;
        }
        let Some(end) = read_row(&mut table, &mut rows, number, is_markdown) else { break };
        if end.has_open_quote {
            table.remarks.warn(
                Spot::at(number, 0),
                "",
                "has a quote that isn't closed in its cell",
                "The quote was read as a part of its cell.",
                "Close the quote, or leave it out.",
            );
        }
        check_cells(&table)?;
    }
    Ok(table)
}

/// Reads the next row, if there is one, and as many of its cells as are read of a row.
fn read_row(
    table: &mut Table,
    rows: &mut Rows<'_>,
    number: u32,
    is_markdown: bool,
) -> Option<RowEnd> {
    let mut columns = 0;
    let end = rows.next_row(|part| match part {
        Some(part) if columns < MAX_COLUMNS => table.push_text(part),
        None if columns < MAX_COLUMNS => {
            columns += 1;
            let spot = Spot::at(number, columns as u32);
            table.keep_cell_bounded(spot);
            if is_markdown {
                leave_markup_out(table, spot);
            }
            table.end_cell();
        }
        Some(_) => {}
        None => columns += 1,
    })?;
    table.end_row(number);
    if columns > MAX_COLUMNS {
        let topic = "has more cells than are read of a row";
        let remedy = "Turn the table, so that it has rows for columns.";
        let outcome = "The cells beyond were left out.";
        table.remarks.lose(Spot::at(number, 0), "", topic, outcome, remedy);
    }
    Some(end)
}

/// Makes the cell that is being written what is read in it, and says which addresses stood there.
fn leave_markup_out(table: &mut Table, spot: Spot) {
    let Some(plain) = markdown::plain(table.open_cell()) else { return };
    table.rewrite_cell(&plain.text);
    for address in &plain.addresses {
        let topic = "has a link";
        table.remarks.warn(spot, address, topic, "Its words were read, its address left out.", "");
    }
}

/// A comment that names the columns becomes a row; of any other it is said that it was left out.
fn read_comment(table: &mut Table, comment: Comment<'_>, delimiter: Delimiter, number: u32) {
    match comment {
        Comment::Header(line) => {
            read_row(table, &mut Rows::new(line, delimiter), number, false);
        }
        Comment::Text => {
            table.remarks.warn(Spot::at(number, 0), "", "is a comment", "It was left out.", "");
        }
        Comment::Rule => {}
    }
}

fn check_cells(table: &Table) -> Result<(), OpenError> {
    if table.cell_count() <= MAX_CELLS {
        return Ok(());
    }
    let message = format!("it has more than the {MAX_CELLS} cells that are read");
    Err(OpenError::of_whole_file(message, "Leave a part of its rows or columns out."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_drawn_between_rows_are_no_rows() {
        for text in [
            "| from | to |\n|------|:--:|\n| Chad | Mali |\n",
            "+------+----+\n| from | to |\n+======+====+\n| Chad | Mali |\n+------+----+",
        ] {
            let file = InputFile { name: "a.csv", bytes: text.as_bytes() };
            let tables = read(&file, Progress::untold()).unwrap();
            let rows: Vec<Vec<&str>> = (0..tables[0].row_count())
                .map(|row| tables[0].row(row).map(str::trim).filter(|c| !c.is_empty()).collect())
                .collect();
            assert_eq!(rows, [["from", "to"], ["Chad", "Mali"]], "{text}");
            assert!(tables[0].remarks.is_empty());
        }
    }

    #[test]
    fn markup_in_a_table_of_markdown_is_left_out() {
        let rule = "| Who | Whom |\n|---|---|\n| **Chad** | [Mali](https://example.org) |\n";
        let file = InputFile { name: "a.md", bytes: rule.as_bytes() };
        let tables = read(&file, Progress::untold()).unwrap();
        assert_eq!((tables[0].cell(1, 1).trim(), tables[0].cell(1, 2).trim()), ("Chad", "Mali"));
        let groups: Vec<_> = tables[0].remarks.groups().collect();
        assert_eq!((groups.len(), groups[0].examples[0].spot), (1, Spot::at(3, 3)));
        let other = "Who|Whom\n**Chad**|Mali\n";
        let file = InputFile { name: "a.csv", bytes: other.as_bytes() };
        assert_eq!(read(&file, Progress::untold()).unwrap()[0].cell(1, 0), "**Chad**");
    }

    use crate::formats::limits::MAX_TEXT;

    #[test]
    fn a_cell_of_any_length_is_cut_and_named() {
        let text = format!("source,target\nJapan,{}\nChad,Mali\n", "é".repeat(MAX_TEXT + 7));
        let file = InputFile { name: "a.csv", bytes: text.as_bytes() };
        let tables = read(&file, Progress::untold()).unwrap();
        assert_eq!(tables[0].cell(1, 1).chars().count(), MAX_TEXT);
        assert_eq!(tables[0].row(2).collect::<Vec<_>>(), ["Chad", "Mali"]);
        let group = tables[0].remarks.groups().next().unwrap();
        assert_eq!((group.count, group.examples[0].spot), (1, Spot::at(2, 2)));
    }
}
