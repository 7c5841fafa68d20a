//! How much a file may imply: a few lines of DOT can stand for any number of edges and attributes.

use super::lexer::refusal;
use crate::formats::limits::{MAX_EDGES_READ, MAX_VALUES};
use crate::formats::problems::{OpenError, Spot};

/// The most bytes that attributes may take, however often the file repeats them: 256 MiB.
const MAX_TEXT_BYTES: usize = 256 << 20;
/// The most nodes that are looked at as ends of edges, counted each time.
const MAX_ENDS: usize = 50_000_000;

/// What the file may still imply. It is asked before memory is taken.
pub struct Budget {
    edges: usize,
    values: usize,
    bytes: usize,
    ends: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { edges: MAX_EDGES_READ, values: MAX_VALUES, bytes: MAX_TEXT_BYTES, ends: MAX_ENDS }
    }
}

impl Budget {
    /// Takes so many edges.
    ///
    /// # Errors
    /// When there are more than are read.
    pub fn take_edges(&mut self, count: usize, spot: Spot) -> Result<(), OpenError> {
        let message = || format!("implies more than the {MAX_EDGES_READ} edges that are read");
        take(&mut self.edges, count, spot, message)
    }

    /// Takes the attributes of so many nodes or edges, each with so many of them and so many bytes.
    ///
    /// # Errors
    /// When there are more than are read.
    pub fn take_attributes(
        &mut self,
        times: usize,
        [count, bytes]: [usize; 2],
        spot: Spot,
    ) -> Result<(), OpenError> {
        let message = || format!("implies more than the {MAX_VALUES} attributes that are read");
        take(&mut self.values, times.saturating_mul(count), spot, message)?;
        let message = || format!("implies more than {} MiB of attributes", MAX_TEXT_BYTES >> 20);
        take(&mut self.bytes, times.saturating_mul(bytes), spot, message)
    }

    /// Takes so many nodes as ends of edges.
    ///
    /// # Errors
    /// When there are more than are looked at.
    pub fn take_ends(&mut self, count: usize, spot: Spot) -> Result<(), OpenError> {
        take(&mut self.ends, count, spot, || "joins too many nodes by subgraphs".to_owned())
    }
}

fn take(
    left: &mut usize,
    count: usize,
    spot: Spot,
    message: impl Fn() -> String,
) -> Result<(), OpenError> {
    match left.checked_sub(count) {
        Some(rest) => *left = rest,
        None => return Err(refusal(spot, message(), "Leave a part of them out.")),
    }
    Ok(())
}
