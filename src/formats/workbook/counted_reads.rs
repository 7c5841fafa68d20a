//! The bytes of a workbook, whose parts are read a few times each and no more often.
//!
//! A workbook says by itself which part each of its sheets is. Where thousands of sheets are one large part, a
//! small file would be unpacked thousands of times; so it is counted how often each place of the file is read.

use std::io::{self, Cursor, Read, Seek, SeekFrom};

/// So many bytes are counted together.
const PAGE: usize = 4096;
/// A reader looks at a part for its cells, for what is merged, and for what is hidden.
const MOST_TIMES: usize = 16;

/// Bytes that can't be read over and over.
pub struct CountedReads<'b> {
    bytes: Cursor<&'b [u8]>,
    /// How many bytes of each page have been read.
    read: Vec<u32>,
}

impl<'b> CountedReads<'b> {
    /// For the bytes of a file.
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { bytes: Cursor::new(bytes), read: vec![0; bytes.len().div_ceil(PAGE)] }
    }
}

impl Read for CountedReads<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let page = self.bytes.position() as usize / PAGE;
        let Some(read) = self.read.get_mut(page) else { return Ok(0) };
        if *read as usize > MOST_TIMES * PAGE {
            return Err(io::Error::other("its sheets lie over one another"));
        }
        // Up to the end of the page, so that each byte counts where it is.
        let left = PAGE - self.bytes.position() as usize % PAGE;
        let most = buffer.len().min(left);
        let count = self.bytes.read(buffer.get_mut(..most).unwrap_or_default())?;
        // A read costs something, however little it brings.
        *read = read.saturating_add(count.max(1) as u32);
        Ok(count)
    }
}

impl Seek for CountedReads<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_byte_is_read_a_few_times_and_then_no_more() {
        let bytes: Vec<u8> = (0..10_000).map(|n| n as u8).collect();
        let mut reads = CountedReads::new(&bytes);
        for _ in 0..MOST_TIMES {
            let mut found = Vec::new();
            reads.seek(SeekFrom::Start(0)).unwrap();
            reads.read_to_end(&mut found).unwrap();
            assert_eq!(found, bytes);
        }
        let error = (0..2).find_map(|_| {
            reads.seek(SeekFrom::Start(0)).unwrap();
            reads.read_to_end(&mut Vec::new()).err()
        });
        assert!(error.unwrap().to_string().contains("lie over one another"));
    }

    proptest! {
        #[test]
        fn what_is_read_is_bounded_in_whatever_order(
            len in 0_usize..20_000,
            places in proptest::collection::vec((0_u64..25_000, 1_usize..9_000), 1..600),
        ) {
            let bytes = vec![7; len];
            let mut reads = CountedReads::new(&bytes);
            let mut total = 0;
            for (at, count) in places {
                reads.seek(SeekFrom::Start(at)).unwrap();
                total += reads.read(&mut vec![0; count]).unwrap_or_default();
            }
            prop_assert!(total <= (MOST_TIMES + 1) * (len + PAGE));
        }
    }
}
