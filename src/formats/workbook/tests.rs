//! Workbooks made here: as people keep them, and as someone does who means harm.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::WORKBOOK;
use crate::formats::format::{Certainty, InputFile};
use crate::formats::problems::{OpenError, Spot};
use crate::formats::progress::Progress;
use crate::formats::tables::Table;

fn read(bytes: &[u8]) -> Result<Vec<Table>, OpenError> {
    let file = InputFile { name: "book", bytes };
    assert_eq!((WORKBOOK.recognise)(&file), Certainty::Certain);
    super::read::read(&file, Progress::untold())
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A spreadsheet of OpenDocument with these rows.
pub fn open_document(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content><office:body><office:spreadsheet>\
         <table:table table:name=\"Ties &amp; more\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    archive(&[("mimetype", kind), ("content.xml", content.as_bytes())])
}

/// A workbook with one sheet whose data are these, in XML.
pub fn sheet(data: &str) -> Vec<u8> {
    with_strings(data, "<sst/>")
}

/// Such a workbook, and the texts that its cells share.
fn with_strings(data: &str, strings: &str) -> Vec<u8> {
    with_parts(data, strings, "<sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/>")
}

/// Such a workbook with these sheets.
pub fn with_parts(data: &str, strings: &str, sheets: &str) -> Vec<u8> {
    let book = format!(
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
        xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{sheets}</sheets></workbook>"
    );
    let relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
        <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
        Target=\"worksheets/sheet1.xml\"/></Relationships>";
    let strings = strings.replacen(
        "<sst",
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"",
        1,
    );
    let data = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <sheetData>{data}</sheetData></worksheet>"
    );
    let root = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
        <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
        Target=\"xl/workbook.xml\"/></Relationships>";
    archive(&[
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", data.as_bytes()),
    ])
}

fn rows(table: &Table) -> Vec<Vec<&str>> {
    (0..table.row_count()).map(|row| table.row(row).collect()).collect()
}

#[test]
fn cells_are_read_as_a_person_sees_them() {
    let mut book = Workbook::new();
    let ties = book.add_worksheet().set_name("Ties").unwrap();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    ties.write(0, 0, "Alliances of 1914").unwrap();
    for (column, text) in ["source", "target", "since", "weight", "signed"].iter().enumerate() {
        ties.write(2, column as u16, *text).unwrap();
    }
    ties.merge_range(3, 0, 4, 0, "Japan", &Format::new()).unwrap();
    ties.write(3, 1, "Peru").unwrap();
    ties.write(4, 1, "Chad").unwrap();
    let since = ExcelDateTime::from_ymd(2024, 6, 19).unwrap();
    ties.write_with_format(3, 2, &since, &day).unwrap();
    ties.write(4, 2, 1914).unwrap();
    ties.write(3, 3, 0.1 + 0.2).unwrap();
    ties.write(4, 3, Formula::new("=1+1").set_result("2")).unwrap();
    ties.write(3, 4, true).unwrap();
    let hidden = book.add_worksheet().set_name("Hidden").unwrap();
    hidden.write(0, 0, "x").unwrap();
    hidden.set_hidden(true);
    book.add_worksheet().set_name("Empty").unwrap();
    let tables = read(&book.save_to_buffer().unwrap()).unwrap();
    let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    assert_eq!(names, ["Ties", "Hidden"]);
    assert_eq!(
        rows(&tables[0]),
        [
            vec!["Alliances of 1914"],
            vec![],
            vec!["source", "target", "since", "weight", "signed"],
            vec!["Japan", "Peru", "2024-06-19", "0.3", "TRUE"],
            vec!["Japan", "Chad", "1914", "2"],
        ]
    );
    assert_eq!(tables[0].row_number(4), 5);
}

#[test]
fn a_cell_merged_over_several_rows_is_read_in_each_and_named() {
    let mut book = Workbook::new();
    let ties = book.add_worksheet();
    for (column, text) in ["from", "to", "kind"].iter().enumerate() {
        ties.write(0, column as u16, *text).unwrap();
    }
    ties.merge_range(1, 0, 3, 0, "Japan", &Format::new()).unwrap();
    for (row, text) in (1..).zip(["Peru", "Chad", "Mali", "Cuba"]) {
        ties.write(row, 1, text).unwrap();
    }
    ties.write(4, 0, "Iran").unwrap();
    ties.merge_range(1, 2, 4, 2, "pact", &Format::new()).unwrap();
    let tables = read(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(rows(&tables[0])[3], ["Japan", "Mali", "pact"]);
    assert_eq!(rows(&tables[0])[4], ["Iran", "Cuba", "pact"]);
    let group = tables[0].remarks.groups().next().unwrap();
    assert_eq!((group.topic.as_str(), group.count), ("is merged over several rows", 2));
    let spots: Vec<Spot> = group.examples.iter().map(|found| found.spot).collect();
    assert_eq!(spots, [Spot::at(2, 1), Spot::at(2, 3)]);
}

#[test]
fn a_title_over_several_columns_stays_one_cell() {
    let mut book = Workbook::new();
    let ties = book.add_worksheet();
    ties.merge_range(0, 0, 0, 3, "Alliances", &Format::new()).unwrap();
    ties.write(1, 0, "from").unwrap();
    ties.write(1, 1, "to").unwrap();
    let tables = read(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(rows(&tables[0]), [vec!["Alliances"], vec!["from", "to"]]);
}

#[test]
fn an_error_of_a_formula_is_read_and_named() {
    let data = "<row r=\"1\"><c r=\"B1\" t=\"e\"><v>#N/A</v></c></row>";
    let tables = read(&sheet(data)).unwrap();
    assert_eq!(tables[0].cell(0, 1), "#N/A");
    let group = tables[0].remarks.groups().next().unwrap();
    assert_eq!(group.examples[0].spot, Spot::at(1, 2));
}

#[test]
fn a_cell_in_the_last_corner_costs_no_memory() {
    let data = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
        <row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>";
    let tables = read(&sheet(data)).unwrap();
    let table = &tables[0];
    assert_eq!((table.row_count(), table.column_count()), (3, 16_384));
    assert_eq!((table.row_number(2), table.cell(2, 16_383)), (1_048_576, "2"));
    assert!(table.cell_count() < 20_000);
}

#[test]
fn an_archive_that_unpacks_to_too_much_is_refused() {
    let zeros = vec![b' '; 300 << 20];
    let bytes = archive(&[("xl/workbook.xml", b"<workbook/>"), ("xl/styles.xml", &zeros)]);
    assert!(bytes.len() < 1 << 20);
    let error = read(&bytes).unwrap_err();
    assert!(error.message.contains("unpacks to more than"), "{error}");
}

#[test]
fn merged_cells_over_a_whole_sheet_are_bounded() {
    let row = |row: u32| {
        format!("<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c><c r=\"XFD{row}\"><v>2</v></c></row>")
    };
    let data: String = (1..=200).map(row).collect();
    let merged = "</sheetData><mergeCells>".to_owned()
        + &"<mergeCell ref=\"A1:XFD1048576\"/>".repeat(500)
        + "</mergeCells><sheetData>";
    let tables = read(&sheet(&(data + &merged))).unwrap();
    assert_eq!(tables[0].row_count(), 200);
}

#[test]
fn a_cell_that_no_sheet_has_is_refused() {
    for data in [
        "<row r=\"1\"><c r=\"ZZZZZZ99999999999\"><v>1</v></c></row>",
        "<row r=\"99999999999\"><c r=\"A1\"><v>1</v></c></row>",
        "</sheetData><mergeCells><mergeCell ref=\"B2:A1\"/></mergeCells><sheetData>",
    ] {
        let error = read(&sheet(data)).unwrap_err();
        assert!(error.message.contains("XFD1048576"), "{data}: {error}");
    }
}

#[test]
fn a_long_text_in_many_cells_is_cut_and_bounded() {
    let cell = |row: u32| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>");
    let book = |rows: u32| {
        let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(150_000));
        with_strings(&(1..=rows).map(cell).collect::<String>(), &strings)
    };
    let tables = read(&book(2)).unwrap();
    assert_eq!(tables[0].cell(1, 0).len(), crate::formats::limits::MAX_TEXT);
    assert_eq!(tables[0].remarks.groups().next().unwrap().count, 2);
    let error = read(&book(2000)).unwrap_err();
    assert!(error.message.contains("MiB of text"), "{error}");
    let repeated = format!(
        "<table:table-row table:number-rows-repeated=\"50000\"><table:table-cell><text:p>{}</text:p>\
         </table:table-cell></table:table-row>",
        "x".repeat(90_000)
    );
    let error = read(&open_document(&repeated)).unwrap_err();
    assert!(error.message.contains("MiB of text"), "{error}");
}

#[test]
fn a_text_in_many_merged_cells_is_bounded() {
    let text = "x".repeat(90_000);
    let data = format!(
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>{text}</v></c><c r=\"ZZ1\"><v>1</v></c></row>\
         <row r=\"9000\"><c r=\"A9000\"><v>1</v></c></row>\
         </sheetData><mergeCells><mergeCell ref=\"A1:A9000\"/></mergeCells><sheetData>"
    );
    let error = read(&sheet(&data)).unwrap_err();
    assert!(error.message.contains("MiB of text"), "{error}");
}

#[test]
fn a_cell_given_twice_keeps_its_first_text_and_is_named() {
    let data = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>3</v></c><c r=\"A1\"><v>2</v></c></row>";
    let tables = read(&sheet(data)).unwrap();
    assert_eq!(rows(&tables[0]), [["1", "3"]]);
    let group = tables[0].remarks.groups().next().unwrap();
    assert_eq!((group.count, group.examples[0].spot), (1, Spot::at(1, 1)));
    assert_eq!(group.examples[0].text, "2");
}

#[test]
fn an_open_document_is_read() {
    let tables = read(&open_document(
        "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>source</text:p></table:table-cell>\
         <table:table-cell><text:p>tar<text:span>get</text:span></text:p></table:table-cell>\
         <table:table-cell><text:p>since</text:p></table:table-cell></table:table-row>\
         <table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"9\"/></table:table-row>\
         <table:table-row><table:table-cell table:number-rows-spanned=\"2\"><text:p>Bosnia &amp; H.</text:p>\
         <office:annotation><text:p>a comment</text:p></office:annotation></table:table-cell>\
         <table:table-cell><text:p>Peru</text:p><text:p>Chad</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"date\" office:date-value=\"2024-06-19T00:00:00\"><text:p>19.06.24</text:p></table:table-cell></table:table-row>\
         <table:table-row><table:covered-table-cell/><table:table-cell office:value-type=\"float\" office:value=\"1914\"><text:p>1.914</text:p></table:table-cell></table:table-row>",
    ))
    .unwrap();
    assert_eq!(tables[0].name, "Ties & more");
    assert_eq!(
        rows(&tables[0]),
        [
            vec!["source", "target", "since"],
            vec![],
            vec!["Bosnia & H.", "Peru\nChad", "2024-06-19"],
            vec!["Bosnia & H.", "1914"],
        ]
    );
    assert_eq!(tables[0].row_number(3), 6);
}

#[test]
fn repeated_rows_and_cells_of_an_open_document_are_bounded() {
    let row = "<table:table-row table:number-rows-repeated=\"4000000000\">\
        <table:table-cell table:number-columns-repeated=\"4000000000\"><text:p>x</text:p></table:table-cell>\
        </table:table-row>";
    let error = read(&open_document(row)).unwrap_err();
    assert!(error.message.contains("more than"), "{error}");
    let blank = row.replace("<text:p>x</text:p>", "");
    assert!(read(&open_document(&blank)).is_err());
}

#[test]
fn what_lies_beyond_a_sheet_is_named_once_however_often_it_is_repeated() {
    let text = "<text:p>x</text:p>";
    let rows = format!(
        "<table:table-row><table:table-cell office:value-type=\"string\">{text}</table:table-cell>\
         </table:table-row>\
         <table:table-row table:number-rows-repeated=\"4000000000\">\
         <table:table-cell table:number-columns-repeated=\"70000\"/>\
         <table:table-cell office:value-type=\"string\">{text}</table:table-cell>\
         <table:table-cell office:value-type=\"float\" office:value=\"\"/></table:table-row>\
         <table:table-row><table:table-cell office:value-type=\"string\">{text}</table:table-cell>\
         </table:table-row>"
    );
    let tables = read(&open_document(&rows)).unwrap();
    assert_eq!(tables[0].cell_count(), 1);
    assert_eq!(tables[0].remarks.groups().map(|group| group.count).collect::<Vec<_>>(), [2]);
}

#[test]
fn broken_workbooks_are_refused() {
    let whole = sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    for cut in (4..whole.len()).step_by(7) {
        let file = InputFile { name: "", bytes: &whole[..cut] };
        let _ = super::read::read(&file, Progress::untold());
    }
    let mut compound = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    compound.resize(4096, 0xFF);
    assert!(read(&compound).is_err());
    compound.fill(0);
    compound[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    assert!(read(&compound).is_err());
}

/// A compound file of five sectors behind its header: the list of sectors, two of the directory, two of the
/// workbook; `next` says which follows which.
fn compound(next: [u32; 5], book_len: u32, book: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0xFF_u8; 512 * 6];
    let mut put = |at: usize, part: &[u8]| bytes[at..at + part.len()].copy_from_slice(part);
    put(0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    put(8, &[0; 68]);
    put(26, &3_u16.to_le_bytes());
    put(28, &0xFFFE_u16.to_le_bytes());
    put(30, &9_u16.to_le_bytes());
    put(32, &6_u16.to_le_bytes());
    put(44, &1_u32.to_le_bytes());
    put(48, &1_u32.to_le_bytes());
    put(56, &4096_u32.to_le_bytes());
    put(60, &u32::MAX.wrapping_sub(1).to_le_bytes());
    put(68, &u32::MAX.wrapping_sub(1).to_le_bytes());
    put(76, &0_u32.to_le_bytes());
    for (place, number) in next.iter().enumerate() {
        put(512 + place * 4, &number.to_le_bytes());
    }
    put(1024, &[0; 1024]);
    for (entry, (name, first, len)) in
        [("Root Entry", u32::MAX - 1, 0), ("Workbook", 3, book_len)].into_iter().enumerate()
    {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        put(1024 + entry * 128, &name);
        put(1024 + entry * 128 + 116, &first.to_le_bytes());
        put(1024 + entry * 128 + 120, &len.to_le_bytes());
    }
    put(2048, &[0; 1024]);
    put(2048, book);
    bytes
}

#[test]
fn sectors_that_lead_back_to_themselves_are_refused() {
    let end = u32::MAX - 1;
    for next in
        [[u32::MAX - 2, 2, 1, 4, end], [u32::MAX - 2, 1, end, 4, end], [u32::MAX - 2, 2, end, 4, 3]]
    {
        let error = read(&compound(next, 0xFFFF_FFF0, b"")).unwrap_err();
        assert!(error.message.contains("leads back to itself"), "{next:?}: {error}");
    }
    let error = read(&compound([u32::MAX - 2, 2, end, 4, end], 1024, b"")).unwrap_err();
    assert!(!error.message.contains("leads back to itself"), "{error}");
}

/// What is said of what is hidden, each with its sheet, row and column.
fn said_of_hidden(tables: &[Table]) -> Vec<(String, usize, u32, u32)> {
    let groups = tables.iter().enumerate().flat_map(|(index, table)| {
        let groups = table.remarks.groups().filter(|group| group.topic.contains("hidden"));
        groups.flat_map(move |group| {
            let topic = group.topic.clone();
            let at = move |spot: Spot| (topic.clone(), index, spot.line, spot.column);
            group.examples.iter().map(|found| at(found.spot)).collect::<Vec<_>>()
        })
    });
    groups.collect()
}

fn expected(all: &[(&str, usize, u32, u32)]) -> Vec<(String, usize, u32, u32)> {
    all.iter()
        .map(|(topic, index, row, column)| ((*topic).to_owned(), *index, *row, *column))
        .collect()
}

#[test]
fn what_is_hidden_in_a_workbook_is_read_and_named() {
    let mut book = Workbook::new();
    for name in ["Shown", "R&D"] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, cells) in [["from", "to", "note"], ["Japan", "Peru", "a"], ["Chad", "Mali", "b"]]
            .into_iter()
            .enumerate()
        {
            sheet.write_row(row as u32, 0, cells).unwrap();
        }
    }
    let hidden = book.worksheet_from_index(1).unwrap();
    hidden.set_row_hidden(2).unwrap().set_column_hidden(2).unwrap().set_hidden(true);
    let tables = read(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(tables[1].row(2).collect::<Vec<_>>(), ["Chad", "Mali", "b"]);
    let all = expected(&[
        ("is a hidden sheet", 1, 0, 0),
        ("begins a hidden column", 1, 1, 3),
        ("begins a hidden row", 1, 3, 1),
    ]);
    assert_eq!(said_of_hidden(&tables), all);
}

#[test]
fn what_is_hidden_in_an_open_document_is_read_and_named() {
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let row = |visibility: &str, texts: [&str; 3]| {
        let cells: String = texts.iter().map(|text| cell(text)).collect();
        format!("<table:table-row{visibility}>{cells}</table:table-row>")
    };
    let rows = [
        "<table:table-column table:number-columns-repeated=\"2\"/>\
         <table:table-column table:visibility=\"collapse\"/>"
            .to_owned(),
        row("", ["from", "to", "note"]),
        row(" table:visibility=\"filter\"", ["Japan", "Peru", "a"]),
        row("", ["Chad", "Mali", "b"]),
    ];
    let tables = read(&open_document(&rows.concat())).unwrap();
    assert_eq!(tables[0].row_count(), 3);
    let all = expected(&[("begins a hidden column", 0, 1, 3), ("begins a hidden row", 0, 2, 1)]);
    assert_eq!(said_of_hidden(&tables), all);
}
