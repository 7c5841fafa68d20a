//! How much memory the sheets of an `.xls` file take, before they are read.
//!
//! calamine follows chains of sectors without end where they lead back to themselves, so such files are
//! refused. And it keeps each sheet as a full rectangle from its first to its last cell. So the cell records are
//! walked through first, as [MS-XLS] 2.3.2 has them, within the stream that [MS-CFB] 2.6 leads to.

use super::unpacked_size::broken;
use crate::formats::problems::OpenError;

/// The most cells of all rectangles together; each takes 24 bytes there, and again for formulas.
const MAX_AREA: u64 = 6_000_000;
/// The end of a chain of sectors.
const LAST: u32 = 0xFFFF_FFFA;
/// A stream of fewer bytes lies in pieces, for calamine whatever the header says.
const SHORT_STREAM: u32 = 4096;
/// The bytes of a piece.
const PIECE: usize = 64;

/// Checks the chains of sectors and the rectangles of all sheets. What can't be followed here is left to the
/// reader to refuse.
///
/// # Errors
/// When they are too large, or have no end.
pub fn check(bytes: &[u8]) -> Result<(), OpenError> {
    let area = match Sectors::of(bytes) {
        Some(sectors) if sectors.have_no_end() => {
            return Err(broken(&"its list of sectors leads back to itself"));
        }
        Some(sectors) => sectors.book().map_or(0, |stream| area(&stream)),
        None => 0,
    };
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

/// The sectors of a compound file.
struct Sectors<'a> {
    bytes: &'a [u8],
    len: usize,
    /// Which sector follows which.
    next: Vec<u32>,
    /// Whether more sectors are said to list the sectors than the file has.
    are_repeated: bool,
}

impl<'a> Sectors<'a> {
    /// The sectors of a file; `None` where it isn't a compound file.
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let shift = u16_at(bytes, 30)?;
        let len = 1_usize.checked_shl(u32::from(shift)).filter(|len| (512..=4096).contains(len))?;
        let mut sectors = Self { bytes, len, next: Vec::new(), are_repeated: false };
        let mut places = numbers(bytes.get(76..512)?);
        // Further lists of places, each of which ends with where the next one is.
        let mut next = u32_at(bytes, 68)?;
        let most = bytes.len() / len;
        for _ in 0..most {
            let Some(part) = sectors.sector(next).filter(|_| next < LAST) else { break };
            places.extend(numbers(part));
            next = places.pop().unwrap_or(LAST);
        }
        places.retain(|place| *place < LAST);
        sectors.are_repeated = places.len() > most;
        let parts = places.iter().take(most).filter_map(|place| sectors.sector(*place));
        sectors.next = parts.flat_map(numbers).collect();
        Some(sectors)
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let begin = (number as usize).checked_add(1)?.checked_mul(self.len)?;
        self.bytes.get(begin..self.bytes.len().min(begin.checked_add(self.len)?))
    }

    fn after(&self, number: u32) -> u32 {
        self.next.get(number as usize).copied().unwrap_or(LAST)
    }

    /// What the sectors hold that begin with this one.
    fn chain(&self, first: u32) -> Vec<u8> {
        let (mut whole, mut number) = (Vec::new(), first);
        // A chain has no more sectors than the file has.
        for _ in 0..=self.next.len() {
            let Some(part) = self.sector(number).filter(|_| number < LAST) else { break };
            whole.extend_from_slice(part);
            number = self.after(number);
        }
        whole
    }

    /// Whether a chain that the file uses leads back to itself. Each sector is passed once.
    fn have_no_end(&self) -> bool {
        // The chain by which a sector was first reached, from 1.
        let mut reached_by = vec![0_u32; self.next.len()];
        let mut chains = 0;
        let mut leads_back = |first: u32| {
            chains += 1;
            let mut number = first;
            while let Some(by) = reached_by.get_mut(number as usize) {
                if *by != 0 {
                    return *by == chains;
                }
                *by = chains;
                number = self.after(number);
            }
            false
        };
        let directory = u32_at(self.bytes, 48).unwrap_or(LAST);
        if self.are_repeated || leads_back(directory) {
            return true;
        }
        let small = u32_at(self.bytes, 60).unwrap_or(LAST);
        let entries = self.chain(directory);
        let mut firsts = entries.chunks_exact(128).filter_map(|entry| u32_at(entry, 116));
        leads_back(small) || firsts.any(leads_back)
    }

    /// The stream of the workbook. A short one lies in pieces in the stream of the root entry.
    fn book(&self) -> Option<Vec<u8>> {
        let directory = self.chain(u32_at(self.bytes, 48)?);
        let entry = |name: &str| {
            let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
            let is_named = |entry: &&[u8]| {
                entry.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(&name))
            };
            directory.chunks_exact(128).find(is_named)
        };
        let book = entry("Workbook").or_else(|| entry("Book"))?;
        let first = u32_at(book, 116)?;
        if u32_at(book, 120)? >= SHORT_STREAM {
            return Some(self.chain(first));
        }
        let pieces = self.chain(u32_at(&directory, 116)?);
        let next = numbers(&self.chain(u32_at(self.bytes, 60)?));
        let (mut whole, mut number) = (Vec::new(), first as usize);
        while whole.len() < SHORT_STREAM as usize {
            let Some(piece) = pieces.chunks(PIECE).nth(number) else { break };
            whole.extend_from_slice(piece);
            let Some(follows) = next.get(number).filter(|follows| **follows < LAST) else { break };
            number = *follows as usize;
        }
        Some(whole)
    }
}

fn numbers(part: &[u8]) -> Vec<u32> {
    part.chunks_exact(4).filter_map(|number| u32_at(number, 0)).collect()
}
