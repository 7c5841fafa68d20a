//! The text of an XML file, by its byte order mark, its declaration or its letters.

use crate::formats::limits::check_size;
use crate::formats::problems::OpenError;
use crate::formats::text_encoding::{Decoded, decode_text};

/// So many bytes hold the declaration at the start of a file.
const DECLARATION_BYTES: usize = 256;

/// The text of an XML file.
///
/// # Errors
/// When the file is too large, empty or no text.
pub fn decode_xml(bytes: &[u8]) -> Result<Decoded<'_>, OpenError> {
    check_size(bytes.len() as u64)?;
    decode_text(bytes, declared_encoding(bytes).as_deref())
}

/// The encoding in `<?xml version="1.0" encoding="ISO-8859-1"?>`.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..bytes.len().min(DECLARATION_BYTES))?;
    let head = String::from_utf8_lossy(head);
    let declaration = head.trim_start().strip_prefix("<?xml")?.split("?>").next()?;
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| ['"', '\''].contains(quote))?;
    value.split(quote).nth(1).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declared_encoding_counts() {
        let text = |bytes: &[u8]| decode_xml(bytes).unwrap().text.into_owned();
        assert!(text(b"<?xml version='1.0' encoding = 'iso-8859-1'?><a>\xE9</a>").contains("é"));
        assert!(
            text("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>é</a>".as_bytes()).contains("é")
        );
        assert!(text("<a encoding='latin1'>é</a>".as_bytes()).contains("é"));
    }
}
