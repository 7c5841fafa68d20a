//! Workbooks whose parts hold whatever bytes, in an archive without a fault.
//!
//! The input is one part after another, each after a byte that says which ([`PARTS`]), up to the next [`MARK`].
#![no_main]

use std::io::{Cursor, Write as _};

use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const PARTS: [&str; 15] = [
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml",
    "xl/workbook.bin",
    "xl/sharedStrings.bin",
    "xl/styles.bin",
    "xl/worksheets/sheet1.bin",
    "mimetype",
    "content.xml",
    "xl/_rels/workbook.bin.rels",
];
/// What stands between two parts.
const MARK: &[u8] = b"<%>";

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut rest = bytes;
    while let Some((which, after)) = rest.split_first() {
        let end = after.windows(MARK.len()).position(|window| window == MARK);
        let (part, next) =
            end.map_or((after, &[][..]), |at| (&after[..at], &after[at + MARK.len()..]));
        rest = next;
        let name = PARTS[usize::from(*which) % PARTS.len()];
        // One that is there already isn't written twice.
        if writer.start_file(name, options).is_ok() {
            writer.write_all(part).expect("written");
        }
    }
    writer.finish().expect("an archive").into_inner()
}

fuzz_target!(|bytes: &[u8]| {
    entente_fuzz::let_calamine_panic();
    entente_fuzz::read("xlsx", &packed(bytes));
});
