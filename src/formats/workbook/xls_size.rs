//! Whether the sheets of an `.xls` file fit in memory, before they are read.
//!
//! calamine follows chains of sectors without end where they lead back to themselves, so such files are
//! refused. The records of the stream that [MS-CFB] 2.6 leads to say what the cells would take.

use super::hidden::Hidden;
use super::sheet::too_much_text;
use super::unpacked_size::broken;
use super::xls_bytes::{u16_at, u32_at};
use super::xls_records::{hidden, sizes};
use crate::formats::limits::MAX_CELL_TEXT;
use crate::formats::problems::OpenError;

/// The most cells of all rectangles together; each takes 24 bytes there, and again for formulas.
const MAX_AREA: u64 = 6_000_000;
/// The end of a chain of sectors.
const LAST: u32 = 0xFFFF_FFFA;
/// A stream of fewer bytes lies in pieces, for calamine whatever the header says.
const SHORT_STREAM: u32 = 4096;
/// The bytes of a piece.
const PIECE: usize = 64;

/// Checks the chains of sectors, the rectangles of all sheets and the texts of their cells, and returns what is
/// hidden in each sheet. What can't be followed here is left to the reader to refuse.
///
/// # Errors
/// When they are too large, or have no end.
pub fn check(bytes: &[u8]) -> Result<Vec<Hidden>, OpenError> {
    let book = match Sectors::of(bytes) {
        Some(sectors) if sectors.have_no_end() => {
            return Err(broken(&"its list of sectors leads back to itself"));
        }
        Some(sectors) => sectors.book().unwrap_or_default(),
        None => Vec::new(),
    };
    let sizes = sizes(&book);
    if sizes.do_overlap {
        return Err(broken(&"its sheets lie over one another"));
    }
    if sizes.text > MAX_CELL_TEXT as u64 {
        return Err(too_much_text());
    }
    if sizes.area <= MAX_AREA {
        return Ok(hidden(&book));
    }
    let message = format!(
        "its sheets span {} cells, most of them empty, where at most {MAX_AREA} are read of \
         an .xls file",
        sizes.area
    );
    let remedy = "Delete what stands far from the tables, or save it as .xlsx.";
    Err(OpenError::of_whole_file(message, remedy))
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
