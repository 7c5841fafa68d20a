//! The format of maps: JSON, as `docs/file-format.md` describes it. It keeps all of a map.
//!
//! This room knows the model and what all formats have in common; it knows no other format.

mod enum_words;
mod property_words;
mod read;
mod schema;
mod version;
mod write;

pub use read::read;
pub use schema::schema;
pub use version::{EXTENSION, FORMAT_ID, VERSION};
pub use write::write;

use memchr::memmem;

use super::format::{Certainty, Format, InputFile, Reader, Writer};
use super::text_encoding::without_byte_order_mark;
use super::written::Written;
use crate::model::Map;

/// The format of maps.
pub static ENTENTE: Format = Format {
    name: "Entente map",
    extensions: &[EXTENSION],
    only_read: &[],
    media_types: &["application/x-entente-map+json"],
    recognise,
    reader: Reader::Map(read),
    writer: Some(Writer::Map(|map: &Map| Written {
        bytes: write(map).into_bytes(),
        losses: Vec::new(),
    })),
};

fn recognise(file: &InputFile<'_>) -> Certainty {
    /// What says that a file is a map is expected within this many bytes.
    const HEAD: usize = 1024;
    let text = without_byte_order_mark(file.bytes).trim_ascii_start();
    let head = text.get(..HEAD).unwrap_or(text);
    // A map that was saved as UTF-16 is to be told from other programs' files, if only to be refused.
    let is_utf_16 = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    let narrow: Vec<u8> = match is_utf_16 {
        true => head.iter().skip(2).copied().filter(|byte| *byte != 0).collect(),
        false => head.to_vec(),
    };
    let is_record = narrow.starts_with(b"{");
    let has = |word: &str| memmem::find(&narrow, word.as_bytes()).is_some();
    // A map by hand may lack its format. Lists alone may be another program's.
    let says_so = has(FORMAT_ID) || (has("\"nations\"") && has("\"version\""));
    // A program that sorts the fields by name puts the format behind the lists.
    let says_so_later = || memmem::find(text, FORMAT_ID.as_bytes()).is_some();
    match (is_record, ENTENTE.has_name(file)) {
        (true, _) if says_so || says_so_later() => Certainty::Certain,
        (true, true) => Certainty::Likely,
        (false, true) if narrow.starts_with(b"[") => Certainty::Likely,
        (true, false) | (false, true) => Certainty::Possible,
        (false, false) => Certainty::No,
    }
}
