//! How much memory the sheets of an `.xls` file take, before they are read.
//!
//! calamine keeps each sheet as a full rectangle from its first to its last cell. So the cell records are
//! walked through first, as [MS-XLS] 2.3.2 has them, within the stream that [MS-CFB] 2.6 leads to.

use crate::formats::problems::OpenError;

/// The most cells of all rectangles together; each takes 24 bytes there, and again for formulas.
const MAX_AREA: u64 = 6_000_000;
/// The end of a chain of sectors.
const LAST: u32 = 0xFFFF_FFFA;

/// Checks the rectangles of all sheets. What can't be followed here is left to the reader to refuse.
///
/// # Errors
/// When they are too large.
pub fn check(bytes: &[u8]) -> Result<(), OpenError> {
    let area = stream(bytes).map_or(0, |stream| area(&stream));
    if area <= MAX_AREA {
        return Ok(());
    }
    let message = format!(
        "its sheets span {area} cells, most of them empty, where at most {MAX_AREA} are read of \
         an .xls file"
    );
    let remedy = "Delete what stands far from the tables, or save it as .xlsx.";
    Err(OpenError::of_whole_file(message, remedy))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// The sum of the rectangles around the cells of each sheet.
fn area(stream: &[u8]) -> u64 {
    let mut sum = 0_u64;
    let mut bounds: Option<[u64; 4]> = None;
    let mut at = 0;
    let size = |bounds: Option<[u64; 4]>| {
        bounds.map_or(0, |[top, left, bottom, right]| (bottom - top + 1) * (right - left + 1))
    };
    while let (Some(record), Some(len)) = (u16_at(stream, at), u16_at(stream, at + 2)) {
        match record {
            // The beginning of a sheet.
            0x0809 => sum = sum.saturating_add(size(bounds.take())),
            // FORMULA, RK, MULRK, NUMBER, LABEL, LABELSST, BOOLERR, RSTRING
            0x0006 | 0x027E | 0x00BD | 0x0203 | 0x0204 | 0x00FD | 0x0205 | 0x00D6 => {
                let row = u16_at(stream, at + 4).map(u64::from).unwrap_or_default();
                let column = u16_at(stream, at + 6).map(u64::from).unwrap_or_default();
                // A record of several cells ends with its last column.
                let end = at + 4 + usize::from(len);
                let last = match record {
                    0x00BD => u16_at(stream, end.saturating_sub(2)).map_or(column, u64::from),
                    _ => column,
                };
                let [top, left, bottom, right] = bounds.unwrap_or([row, column, row, column]);
                let right = right.max(column).max(last);
                bounds = Some([top.min(row), left.min(column), bottom.max(row), right]);
            }
            _ => {}
        }
        at += 4 + usize::from(len);
    }
    sum.saturating_add(size(bounds))
}

/// The stream of the workbook.
fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let shift = u16_at(bytes, 30)?;
    let sector_len =
        1_usize.checked_shl(u32::from(shift)).filter(|len| (512..=4096).contains(len))?;
    let sector = |number: u32| {
        let begin = (number as usize).checked_add(1)?.checked_mul(sector_len)?;
        bytes.get(begin..bytes.len().min(begin.checked_add(sector_len)?))
    };
    let table = sector_table(bytes, sector_len, &sector)?;
    let chain = |first: u32| -> Vec<u8> {
        let (mut whole, mut next) = (Vec::new(), first);
        // A chain has no more sectors than the file has.
        for _ in 0..=table.len() {
            let Some(part) = sector(next).filter(|_| next < LAST) else { break };
            whole.extend_from_slice(part);
            next = table.get(next as usize).copied().unwrap_or(LAST);
        }
        whole
    };
    let directory = chain(u32_at(bytes, 48)?);
    let entry = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        directory.chunks_exact(128).find(|entry| entry.starts_with(&name))
    };
    let book = entry("Workbook").or_else(|| entry("Book"))?;
    // A small stream lies elsewhere, and is too small to hold much.
    let len = u32_at(book, 120)?;
    (len >= u32_at(bytes, 56)?).then(|| chain(u32_at(book, 116).unwrap_or(LAST)))
}

/// Which sector follows which.
fn sector_table<'b>(
    bytes: &[u8],
    sector_len: usize,
    sector: &impl Fn(u32) -> Option<&'b [u8]>,
) -> Option<Vec<u32>> {
    let numbers = |part: &[u8]| -> Vec<u32> {
        part.chunks_exact(4).filter_map(|number| u32_at(number, 0)).collect()
    };
    let mut places = numbers(bytes.get(76..512)?);
    // Further lists of places, each of which ends with where the next one is.
    let mut next = u32_at(bytes, 68)?;
    for _ in 0..bytes.len() / sector_len {
        let Some(part) = sector(next).filter(|_| next < LAST) else { break };
        let mut more = numbers(part);
        next = more.pop().unwrap_or(LAST);
        places.append(&mut more);
    }
    let parts = places.into_iter().filter(|place| *place < LAST).filter_map(sector);
    Some(parts.flat_map(numbers).collect())
}
