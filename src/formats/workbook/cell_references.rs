//! Whether the cells of a workbook stand where a sheet has cells.
//!
//! calamine computes with the letters and digits of `r="B7"` and `ref="A1:B7"` as they stand: large ones
//! overflow there, and an area whose end stands before its beginning too. So they are looked at first, in the
//! pieces in which a part is unpacked.

use crate::formats::problems::OpenError;

/// The last row of a sheet.
const LAST_ROW: u64 = 1_048_576;
/// The last column of a sheet, XFD.
const LAST_COLUMN: u64 = 16_384;
/// A longer tag isn't one of those that say where a cell is.
const MAX_TAG: usize = 64 * 1024;
/// The elements that calamine reads references of.
const ELEMENTS: [&[u8]; 6] = [b"c", b"row", b"dimension", b"mergeCell", b"f", b"table"];

/// The tags of a part, which comes in pieces.
#[derive(Debug, Default)]
pub struct CellReferences {
    /// A tag whose end hasn't come yet.
    begun: Vec<u8>,
}

impl CellReferences {
    /// Looks at the next piece of the part.
    ///
    /// # Errors
    /// When a cell stands where a sheet has none.
    pub fn check(&mut self, piece: &[u8]) -> Result<(), OpenError> {
        let mut rest = piece;
        if !self.begun.is_empty() {
            let end = memchr::memchr(b'>', rest);
            let part = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
            self.begun.extend_from_slice(part);
            let Some(end) = end else {
                if self.begun.len() > MAX_TAG {
                    self.begun.clear();
                }
                return Ok(());
            };
            check_tag(&std::mem::take(&mut self.begun))?;
            rest = rest.get(end..).unwrap_or_default();
        }
        while let Some(begin) = memchr::memchr(b'<', rest) {
            rest = rest.get(begin..).unwrap_or_default();
            let Some(end) = memchr::memchr(b'>', rest) else {
                self.begun.extend_from_slice(rest);
                return Ok(());
            };
            check_tag(rest.get(..end).unwrap_or_default())?;
            rest = rest.get(end..).unwrap_or_default();
        }
        Ok(())
    }
}

/// Looks at a tag from its `<` to what stands before its `>`.
fn check_tag(tag: &[u8]) -> Result<(), OpenError> {
    let mut words = tag.get(1..).unwrap_or_default().split(u8::is_ascii_whitespace);
    let name = words.next().unwrap_or_default();
    let name = name.rsplit(|byte| *byte == b':').next().unwrap_or_default();
    if !ELEMENTS.contains(&name) {
        return Ok(());
    }
    // Neither a reference nor what stands before it has spaces where a program wrote it.
    for word in words {
        let Some(equals) = memchr::memchr(b'=', word) else { continue };
        let (attribute, value) = word.split_at(equals);
        let value = value.get(1..).unwrap_or_default();
        let Some(quote) = value.first().filter(|byte| matches!(byte, b'"' | b'\'')) else {
            continue;
        };
        let value = value.get(1..).unwrap_or_default();
        let value = value.split(|byte| byte == quote).next().unwrap_or_default();
        if matches!(attribute, b"r" | b"ref") && !is_on_sheet(value) {
            return Err(off_sheet(value));
        }
    }
    Ok(())
}

/// Whether a reference to a cell, a row or an area lies on a sheet. What isn't one is a matter for the reader.
fn is_on_sheet(reference: &[u8]) -> bool {
    let mut corners = reference.split(|byte| *byte == b':').map(corner);
    match (corners.next(), corners.next()) {
        (Some(Some(first)), None) => is_inside(first),
        (Some(Some(first)), Some(Some(last))) => {
            is_inside(first) && is_inside(last) && first.0 <= last.0 && first.1 <= last.1
        }
        _ => true,
    }
}

fn is_inside((row, column): (u64, u64)) -> bool {
    row <= LAST_ROW && column <= LAST_COLUMN
}

/// The row and the column that a reference names, from 1, and 0 where it names none; `None` for other text.
fn corner(text: &[u8]) -> Option<(u64, u64)> {
    let letters = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (letters, digits) = text.split_at(letters);
    let value = |byte: &u8| u64::from(byte.to_ascii_uppercase() - b'A') + 1;
    let sum = |base: u64, sum: u64, digit: u64| sum.saturating_mul(base).saturating_add(digit);
    let column = letters.iter().fold(0, |column, byte| sum(26, column, value(byte)));
    let digit = |byte: &u8| byte.is_ascii_digit().then(|| u64::from(byte - b'0'));
    let row = digits.iter().try_fold(0, |row, byte| Some(sum(10, row, digit(byte)?)))?;
    Some((row, column))
}

fn off_sheet(reference: &[u8]) -> OpenError {
    let reference: String = String::from_utf8_lossy(reference).chars().take(40).collect();
    let message =
        format!("it names “{reference}”, where the cells of a sheet go from A1 to XFD1048576");
    OpenError::of_whole_file(message, "Open it in the program that made it, and save it again.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_in_pieces(text: &str, len: usize) -> bool {
        let mut references = CellReferences::default();
        text.as_bytes().chunks(len).all(|piece| references.check(piece).is_ok())
    }

    #[test]
    fn cells_beyond_a_sheet_are_found_however_the_part_is_cut() {
        for (tag, is_right) in [
            ("<c r=\"A1\" t=\"s\">", true),
            ("<c r=\"xfd1048576\"/>", true),
            ("<c r=\"XFE1\"/>", false),
            ("<x:c s=\"1\" r='A1048577'/>", false),
            ("<c r=\"ZZZZZZZZZZZZZZZZZZZZZZZ99999999999999999999999\">", false),
            ("<c r=\"\"><v>r=\"A99999999\"</v>", true),
            ("<c r=\"Ä99999999\">", true),
            ("<row\nr=\"1048576\">", true),
            ("<row r=\"99999999999\">", false),
            ("<dimension ref=\"A1:XFD1048576\"/>", true),
            ("<dimension ref=\"B2:A3\"/>", false),
            ("<mergeCell ref=\"A1:ZZZZ1\"/>", false),
            ("<other r=\"A99999999999\"/>", true),
        ] {
            for len in [1, 2, 7, 1000] {
                let text = format!("<sheetData>{tag}</sheetData>");
                assert_eq!(check_in_pieces(&text, len), is_right, "{tag} in pieces of {len}");
            }
        }
    }
}
