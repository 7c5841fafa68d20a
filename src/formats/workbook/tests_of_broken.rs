//! Damaged workbooks, and those that would cost far more than their size.

use std::io::{Cursor, Read, Write};

use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::tests::{open_document, sheet, with_parts};
use crate::formats::format::InputFile;
use crate::formats::limits::{MAX_CELL_TEXT, MAX_CELLS};
use crate::formats::problems::OpenError;
use crate::formats::progress::Progress;
use crate::formats::tables::Table;

fn read(bytes: &[u8]) -> Result<Vec<Table>, OpenError> {
    super::read::read(&InputFile { name: "", bytes }, Progress::untold())
}

/// What a person who means harm, or a fault of a disk, puts into a part.
const FRAGMENTS: [&str; 12] = [
    " r=\"XFD1048576\"",
    " r=\"A99999999999\"",
    " t=\"s\"",
    "<v>4294967295</v>",
    "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>",
    "<mergeCell ref=\"B2:A1\"/>",
    " table:number-columns-repeated=\"4294967295\"",
    " table:number-rows-repeated=\"4294967295\"",
    " table:number-rows-spanned=\"4294967295\"",
    "</table:table><table:table>",
    "<text:p>&#0;&amp;&unknown;</text:p>",
    "<!-- ",
];

type Change = (u16, u8, u8, u8);

/// Bytes with some changed, cut off, taken out, said twice, or with a fragment between them.
fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for (at, what, byte, length) in changes {
        let at = usize::from(*at) % bytes.len().max(1);
        let end = (at + usize::from(*length)).min(bytes.len());
        match what % 5 {
            0 if at < bytes.len() => bytes[at] = *byte,
            1 if length % 8 == 0 => bytes.truncate(at),
            2 => drop(bytes.drain(at..end)),
            3 => {
                let copy = bytes[at..end].to_vec();
                drop(bytes.splice(at..at, copy));
            }
            _ => {
                let fragment = FRAGMENTS[usize::from(*byte) % FRAGMENTS.len()];
                drop(bytes.splice(at..at, fragment.bytes()));
            }
        }
    }
    bytes
}

/// A workbook whose parts are changed, in an archive without a fault.
fn with_changed_part(book: &[u8], part: usize, changes: &[Change]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(book)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let part = part % archive.len();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let name = file.name().unwrap().into_owned();
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        let bytes = if index == part { changed(bytes, changes) } else { bytes };
        writer.write_all(&bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn books() -> [Vec<u8>; 2] {
    let row = |n: u32| {
        format!(
            "<row r=\"{n}\"><c r=\"A{n}\" t=\"inlineStr\"><is><t>Japan</t></is></c>\
             <c r=\"B{n}\"><v>1914.5</v></c><c r=\"C{n}\" t=\"e\"><v>#N/A</v></c></row>"
        )
    };
    let rows: String = (1..5).map(row).collect();
    let row = "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/>\
        <table:table-cell table:number-columns-repeated=\"2\"><text:p>Mali</text:p></table:table-cell></table:table-row>";
    [sheet(&rows), open_document(&row.repeat(4))]
}

/// Whether what was read keeps to its limits.
fn is_bounded(read: &Result<Vec<Table>, OpenError>) -> bool {
    let tables = read.as_deref().unwrap_or_default();
    tables.iter().map(Table::cell_count).sum::<usize>() <= MAX_CELLS
        && tables.iter().map(Table::text_len).sum::<usize>() <= MAX_CELL_TEXT
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn workbooks_with_changed_bytes_are_read_or_refused(
        changes in proptest::collection::vec(any::<Change>(), 1..6),
    ) {
        for book in books() {
            prop_assert!(is_bounded(&read(&changed(book, &changes))));
        }
    }

    #[test]
    fn workbooks_with_changed_parts_are_read_or_refused(
        part in any::<u8>(),
        changes in proptest::collection::vec(any::<Change>(), 1..6),
    ) {
        for book in books() {
            let bytes = with_changed_part(&book, part.into(), &changes);
            prop_assert!(is_bounded(&read(&bytes)));
        }
    }
}

/// A workbook with so many sheets that are all the same part.
fn of_one_part(sheets: usize, cells: usize) -> Vec<u8> {
    let row = |n: usize| format!("<row r=\"{n}\"><c r=\"A{n}\"><v>7</v></c></row>");
    let rows: String = (1..=cells).map(row).collect();
    let sheet = |n: usize| format!("<sheet name=\"S{n}\" sheetId=\"{n}\" r:id=\"rId1\"/>");
    let sheets: String = (1..=sheets).map(sheet).collect();
    with_parts(&rows, "<sst/>", &sheets)
}

#[test]
fn a_part_that_is_thousands_of_sheets_is_not_read_thousands_of_times() {
    let cells = 2_000;
    let whole = read(&of_one_part(1, cells)).unwrap();
    assert_eq!(whole[0].cell_count(), cells);
    let found = read(&of_one_part(2_000, cells));
    let total: usize = found.as_deref().unwrap_or_default().iter().map(Table::cell_count).sum();
    assert!(total <= 40 * cells, "{total}");
}

#[test]
fn a_workbook_has_so_many_sheets_and_no_more() {
    let error = read(&of_one_part(20_000, 1)).unwrap_err();
    assert!(error.message.contains("sheets"), "{error}");
    let row = "<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>";
    let many = format!("{row}</table:table><table:table>").repeat(20_000);
    let error = read(&open_document(&many)).unwrap_err();
    assert!(error.message.contains("sheets"), "{error}");
}

#[test]
fn the_cells_of_all_sheets_are_bounded_together() {
    // In a wide row most cells are empty, and take memory in the table all the same.
    let wide = "<table:table-row table:number-rows-repeated=\"80\"><table:table-cell \
        table:number-columns-repeated=\"60000\"/><table:table-cell><text:p>x</text:p></table:table-cell>\
        </table:table-row>";
    let one = read(&open_document(wide)).unwrap();
    assert!(one[0].cell_count() > MAX_CELLS / 2);
    let two = format!("{wide}</table:table><table:table>{wide}");
    let error = read(&open_document(&two)).unwrap_err();
    assert!(error.message.contains("cells"), "{error}");
}
