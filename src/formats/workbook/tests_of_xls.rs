//! Workbooks of Excel 97 to 2003, built record by record: small ones that would take much memory.

use proptest::prelude::*;

use crate::formats::format::InputFile;
use crate::formats::problems::OpenError;
use crate::formats::progress::Progress;
use crate::formats::tables::Table;

const SECTOR: usize = 512;
const LAST: u32 = 0xFFFF_FFFE;

fn read(bytes: &[u8]) -> Result<Vec<Table>, OpenError> {
    super::read::read(&InputFile { name: "book.xls", bytes }, Progress::untold())
}

fn record(sort: u16, data: &[u8]) -> Vec<u8> {
    [&sort.to_le_bytes(), &(data.len() as u16).to_le_bytes(), data].concat()
}

fn begin(sort: u16) -> Vec<u8> {
    let data: Vec<u8> =
        [0x0600, sort, 0, 0, 0, 0, 0, 0].into_iter().flat_map(u16::to_le_bytes).collect();
    record(0x0809, &data)
}

/// A compound file whose only stream is a workbook.
fn compound(book: &[u8]) -> Vec<u8> {
    let sectors = book.len().max(4096).div_ceil(SECTOR);
    let lists = (sectors + 140).div_ceil(SECTOR / 4 - 1);
    let mut bytes = vec![0_u8; SECTOR * (1 + lists + 1 + sectors)];
    let mut put = |at: usize, part: &[u8]| bytes[at..at + part.len()].copy_from_slice(part);
    put(0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    for (at, number) in [(24, 0x3E_u16), (26, 3), (28, 0xFFFE), (30, 9), (32, 6)] {
        put(at, &number.to_le_bytes());
    }
    for (at, number) in [(44, lists as u32), (48, lists as u32), (56, 4096), (60, LAST), (68, LAST)]
    {
        put(at, &number.to_le_bytes());
    }
    (0..109).for_each(|place| put(76 + 4 * place, &u32::MAX.to_le_bytes()));
    let mut next = vec![0xFFFF_FFFD_u32; lists];
    next.push(LAST);
    next.extend((1..sectors).map(|sector| (lists + 1 + sector) as u32));
    next.push(LAST);
    next.resize(lists * SECTOR / 4, u32::MAX);
    for (place, number) in next.iter().enumerate() {
        put(SECTOR + 4 * place, &number.to_le_bytes());
    }
    (0..lists).for_each(|list| put(76 + 4 * list, &(list as u32).to_le_bytes()));
    let directory = SECTOR * (1 + lists);
    let entries = [("Root Entry", 5, LAST, 0), ("Workbook", 2, lists as u32 + 1, sectors * SECTOR)];
    for (entry, (name, sort, first, len)) in entries.into_iter().enumerate() {
        let at = directory + 128 * entry;
        let units: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        put(at, &units);
        put(at + 64, &(units.len() as u16).to_le_bytes());
        put(at + 66, &[sort, 1]);
        put(at + 116, &first.to_le_bytes());
        put(at + 120, &(len as u32).to_le_bytes());
    }
    put(directory + SECTOR, book);
    bytes
}

/// A workbook of sheets that begin at the first one's place plus these, with one text that its cells share.
fn workbook(text: &str, cells: u32, sheets: &[u32]) -> Vec<u8> {
    let mut shared = vec![1, 0, 0, 0, 1, 0, 0, 0];
    shared.extend((text.len() as u16).to_le_bytes());
    shared.push(0);
    shared.extend(text.as_bytes());
    let mut parts = shared.chunks(8_000);
    let mut table = record(0x00FC, parts.next().unwrap_or_default());
    for part in parts {
        table.extend(record(0x003C, &[&[0], part].concat()));
    }
    let names: Vec<Vec<u8>> =
        (0..sheets.len()).map(|sheet| format!("S{sheet}").into_bytes()).collect();
    let length: usize = names.iter().map(|name| 4 + 8 + name.len()).sum();
    let first = begin(5).len() + length + table.len() + 4;
    let mut book = begin(5);
    for (name, offset) in names.iter().zip(sheets) {
        let mut data = (first as u32 + offset).to_le_bytes().to_vec();
        data.extend([0, 0, name.len() as u8, 0]);
        data.extend(name);
        book.extend(record(0x0085, &data));
    }
    book.extend(table);
    book.extend(record(0x000A, &[]));
    book.extend(begin(0x10));
    for cell in 0..cells {
        let mut data = (cell as u16).to_le_bytes().to_vec();
        data.extend([0; 8]);
        book.extend(record(0x00FD, &data));
    }
    book.extend(record(0x000A, &[]));
    book
}

#[test]
fn a_text_that_many_cells_share_is_bounded_before_it_is_copied() {
    let tables = read(&compound(&workbook("Japan", 3, &[0]))).unwrap();
    assert_eq!((tables[0].row_count(), tables[0].cell(2, 0)), (3, "Japan"));
    let long = "x".repeat(32_000);
    let tables = read(&compound(&workbook(&long, 3, &[0]))).unwrap();
    assert_eq!(tables[0].cell(2, 0), long);
    let bytes = compound(&workbook(&long, 100_000, &[0]));
    assert!(bytes.len() < 2 << 20);
    let error = super::xls_size::check(&bytes).unwrap_err();
    assert!(error.message.contains("MiB of text"), "{error}");
    assert_eq!(read(&bytes).unwrap_err(), error);
}

#[test]
fn sheets_that_are_the_same_records_are_refused() {
    let bytes = compound(&workbook("Japan", 1_000, &[0; 200]));
    let error = read(&bytes).unwrap_err();
    assert!(error.message.contains("lie over one another"), "{error}");
}

#[test]
fn hidden_rows_and_columns_are_read_and_named() {
    let mut book = workbook("Japan", 3, &[0]);
    // Before the last record, which ends the sheet.
    book.truncate(book.len() - 4);
    let row = |number: u16, flags: u16| {
        let data = [number, 0, 1, 255, 0, 0, flags, 15].map(u16::to_le_bytes).concat();
        record(0x0208, &data)
    };
    let columns = [0_u16, 0, 2_048, 15, 1].map(u16::to_le_bytes).concat();
    book.extend([row(0, 0x100), row(1, 0x120), record(0x007D, &columns)].concat());
    book.extend(record(0x000A, &[]));
    let tables = read(&compound(&book)).unwrap();
    assert_eq!(tables[0].row_count(), 3);
    let groups = tables[0].remarks.groups();
    let said: Vec<(&str, u32, u32)> = groups
        .flat_map(|group| {
            let spots = group.examples.iter().map(|found| found.spot);
            spots.map(|spot| (group.topic.as_str(), spot.line, spot.column))
        })
        .collect();
    assert_eq!(said, [("begins a hidden column", 1, 1), ("begins a hidden row", 2, 1)]);
}

proptest! {
    #[test]
    fn what_cells_take_is_never_more_than_is_read(
        length in 1_usize..40,
        cells in 1_u32..400,
        at in any::<u16>(),
        byte in any::<u8>(),
    ) {
        let book = workbook(&"x".repeat(length), cells, &[0]);
        let sizes = super::xls_records::sizes(&book);
        prop_assert_eq!(sizes.text, length as u64 * u64::from(cells));
        prop_assert_eq!(sizes.area, u64::from(cells));
        // And a book with a fault is read or refused.
        let mut bytes = compound(&book);
        let at = usize::from(at) % bytes.len();
        bytes[at] = byte;
        let _either = read(&bytes);
    }
}
