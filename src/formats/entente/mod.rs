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

use super::format::{Certainty, Format, InputFile, Reader, Writer};
use super::text_encoding::without_byte_order_mark;
use super::written::Written;
use crate::model::Map;

/// The format of maps.
pub static ENTENTE: Format = Format {
    name: "Entente map",
    extensions: &[EXTENSION],
    media_types: &[],
    recognise,
    reader: Reader::Map(read),
    writer: Some(Writer::Map(|map: &Map| Written {
        bytes: write(map).into_bytes(),
        losses: Vec::new(),
    })),
};

fn recognise(file: &InputFile<'_>) -> Certainty {
    /// The field `format` is expected within this many bytes.
    const HEAD: usize = 1024;
    let text = without_byte_order_mark(file.bytes).trim_ascii_start();
    let head = text.get(..HEAD).unwrap_or(text);
    let is_record = head.starts_with(b"{");
    let says_so = || head.windows(FORMAT_ID.len()).any(|part| part == FORMAT_ID.as_bytes());
    match (is_record, ENTENTE.has_name(file)) {
        (true, _) if says_so() => Certainty::Certain,
        (true, true) => Certainty::Likely,
        (true, false) | (false, true) => Certainty::Possible,
        (false, false) => Certainty::No,
    }
}
