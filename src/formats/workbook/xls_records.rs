//! What the cells of an `.xls` file take in memory, by its records ([MS-XLS] 2.3.2).
//!
//! calamine keeps each sheet as a full rectangle, and gives each cell a text of its own, also where thousands of
//! them share one in the table of texts ([MS-XLS] 2.4.265). And it reads the same records again for each sheet
//! that is said to begin at them.

use super::hidden::Hidden;
use super::xls_bytes::{u16_at, u32_at};

const END: u16 = 0x000A;
const CONTINUE: u16 = 0x003C;
const SHEET: u16 = 0x0085;
const SHARED_TEXTS: u16 = 0x00FC;
const BEGIN: u16 = 0x0809;
const CELL_OF_SHARED_TEXT: u16 = 0x00FD;

/// What all sheets take.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// The cells of their rectangles.
    pub area: u64,
    /// The bytes of the texts of their cells, as often as they are used.
    pub text: u64,
    /// Whether sheets lie over one another.
    pub do_overlap: bool,
}

/// What the sheets of a stream take.
pub fn sizes(stream: &[u8]) -> Sizes {
    let (mut sheets, mut texts) = (Vec::new(), Vec::new());
    let mut records = Records { stream, at: 0 };
    while let Some(record) = records.next() {
        match record.sort {
            END => break,
            SHEET => sheets.extend(u32_at(record.data, 0)),
            SHARED_TEXTS => texts = lengths_of_texts(&records.with_continued(record.data)),
            _ => {}
        }
    }
    let mut sizes = Sizes::default();
    let mut walked = 0;
    for begin in sheets {
        let end = add_sheet(stream, begin as usize, &texts, &mut sizes);
        // Sheets beside one another are no longer than the stream.
        walked += end.saturating_sub(begin as usize);
        if walked > stream.len() {
            sizes.do_overlap = true;
            break;
        }
    }
    sizes
}

/// Adds what a sheet takes; returns where it ends.
fn add_sheet(stream: &[u8], begin: usize, texts: &[u32], sizes: &mut Sizes) -> usize {
    let mut records = Records { stream, at: begin };
    let mut bounds: Option<[u64; 4]> = None;
    let mut depth = 0_usize;
    while let Some(Record { sort, data }) = records.next() {
        match sort {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            // A chart inside the sheet ends.
            END => depth -= 1,
            // FORMULA, RK, MULRK, NUMBER, LABEL, LABELSST, BOOLERR, RSTRING
            0x0006 | 0x027E | 0x00BD | 0x0203 | 0x0204 | CELL_OF_SHARED_TEXT | 0x0205 | 0x00D6 => {
                let row = u16_at(data, 0).map(u64::from).unwrap_or_default();
                let column = u16_at(data, 2).map(u64::from).unwrap_or_default();
                // A record of several cells ends with its last column.
                let last = match sort {
                    0x00BD => u16_at(data, data.len().saturating_sub(2)).map_or(column, u64::from),
                    _ => column,
                };
                let [top, left, bottom, right] = bounds.unwrap_or([row, column, row, column]);
                let right = right.max(column).max(last);
                bounds = Some([top.min(row), left.min(column), bottom.max(row), right]);
            }
            _ => {}
        }
        if sort == CELL_OF_SHARED_TEXT {
            let length = u32_at(data, 6).and_then(|index| texts.get(index as usize));
            sizes.text += length.copied().map(u64::from).unwrap_or_default();
        }
    }
    let area =
        bounds.map_or(0, |[top, left, bottom, right]| (bottom - top + 1) * (right - left + 1));
    sizes.area = sizes.area.saturating_add(area);
    records.at
}

/// What is hidden in each sheet of a stream, in the order of the sheets: rows by [MS-XLS] 2.4.221, columns by
/// [MS-XLS] 2.4.53.
pub fn hidden(stream: &[u8]) -> Vec<Hidden> {
    let mut begins = Vec::new();
    let mut records = Records { stream, at: 0 };
    while let Some(record) = records.next().filter(|record| record.sort != END) {
        if record.sort == SHEET {
            begins.push(u32_at(record.data, 0).unwrap_or(u32::MAX));
        }
    }
    begins.into_iter().map(|begin| hidden_in_sheet(stream, begin as usize)).collect()
}

fn hidden_in_sheet(stream: &[u8], begin: usize) -> Hidden {
    const ROW: u16 = 0x0208;
    const COLUMNS: u16 = 0x007D;
    let mut hidden = Hidden::default();
    let mut records = Records { stream, at: begin };
    let mut depth = 0_usize;
    while let Some(Record { sort, data }) = records.next() {
        let number = |at: usize| u16_at(data, at).map(u32::from);
        let has_flag = |at: usize, flag: u32| number(at).is_some_and(|flags| flags & flag != 0);
        match sort {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            ROW if has_flag(12, 0x20) => hidden.rows.extend(number(0).map(|row| (row, row))),
            COLUMNS if has_flag(8, 1) => hidden.columns.extend(number(0).zip(number(2))),
            _ => {}
        }
    }
    hidden
}

struct Record<'a> {
    sort: u16,
    data: &'a [u8],
}

/// The records of a stream, one after another.
struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    /// The next record, whole or as far as the stream goes.
    fn next(&mut self) -> Option<Record<'a>> {
        let sort = u16_at(self.stream, self.at)?;
        let begin = self.at.checked_add(4)?;
        let end = begin.checked_add(usize::from(u16_at(self.stream, self.at + 2)?))?;
        self.at = end;
        let data = self.stream.get(begin..end.min(self.stream.len()))?;
        Some(Record { sort, data })
    }

    /// The data of a record that was taken, and of those that continue it.
    fn with_continued(&mut self, data: &'a [u8]) -> Vec<&'a [u8]> {
        let mut parts = vec![data];
        while u16_at(self.stream, self.at) == Some(CONTINUE) {
            let Some(more) = self.next() else { break };
            parts.push(more.data);
        }
        parts
    }
}

/// The lengths in bytes of UTF-8 of the texts in the table of texts, as far as it can be followed.
fn lengths_of_texts(parts: &[&[u8]]) -> Vec<u32> {
    let mut texts = Texts { parts, part: 0, at: 8 };
    let mut lengths = Vec::new();
    while let Some(length) = texts.next_length() {
        lengths.push(length);
    }
    lengths
}

/// A place in the table of texts, which lies in several parts.
struct Texts<'a> {
    parts: &'a [&'a [u8]],
    part: usize,
    at: usize,
}

impl<'a> Texts<'a> {
    /// What is left of the part; of the next one where nothing is.
    fn rest(&mut self) -> Option<&'a [u8]> {
        loop {
            let rest = self.parts.get(self.part)?.get(self.at..).unwrap_or_default();
            if !rest.is_empty() {
                return Some(rest);
            }
            (self.part, self.at) = (self.part + 1, 0);
        }
    }

    /// Steps over the next text, and says its length.
    fn next_length(&mut self) -> Option<u32> {
        let rest = self.rest()?;
        let (mut left, flags) = (usize::from(u16_at(rest, 0)?), *rest.get(2)?);
        self.at += 3;
        let mut behind = 0;
        if flags & 8 != 0 {
            behind += 4 * usize::from(u16_at(rest, 3)?);
            self.at += 2;
        }
        if flags & 4 != 0 {
            behind += u32_at(rest, if flags & 8 == 0 { 3 } else { 5 })? as usize;
            self.at += 4;
        }
        let (mut is_wide, mut length) = (flags & 1 != 0, 0);
        while left > 0 {
            let begun = self.part;
            let mut rest = self.rest()?;
            if self.part != begun {
                // What goes on in the next part says anew how wide its characters are.
                is_wide = rest.first()? & 1 != 0;
                self.at += 1;
                rest = rest.get(1..)?;
            }
            let width = 1 + usize::from(is_wide);
            let count = left.min(rest.len() / width);
            if count == 0 && rest.len() >= width {
                return None;
            }
            let units = rest.get(..count * width)?.chunks_exact(width);
            length += units.map(bytes_in_utf_8).sum::<u32>();
            // Half a character at the end of a part isn't followed.
            self.at += if count == 0 { rest.len() } else { count * width };
            left -= count;
        }
        while behind > 0 {
            let step = self.rest()?.len().min(behind);
            self.at += step;
            behind -= step;
        }
        Some(length)
    }
}

/// The bytes of a character in UTF-8, at most.
fn bytes_in_utf_8(unit: &[u8]) -> u32 {
    match unit {
        [..0x80] | [..0x80, 0] => 1,
        [_] | [_, ..8] => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_measured_over_several_parts() {
        let head = [0_u8; 8];
        let first = [
            &head[..],
            &[3, 0, 0],
            b"abc",
            &[4, 0, 1],
            "é日".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>().as_slice(),
        ]
        .concat();
        // It goes on with narrow characters; then follows one with two runs of a font.
        let second =
            [&[0_u8][..], b"xy", &[1, 0, 8, 2, 0], b"z", &[0; 8], &[2, 0, 0], b"\xE9!"].concat();
        assert_eq!(lengths_of_texts(&[&first, &second]), [3, 2 + 3 + 2, 1, 3]);
        for cut in 0..first.len() {
            let _ = lengths_of_texts(&[&first[..cut], &second]);
        }
    }
}
