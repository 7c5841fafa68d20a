//! How large a file and a map may be. Each limit is checked before memory is allocated for what
//! exceeds it.

use super::problems::OpenError;

/// The most bytes of a file: 64 MiB.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;
/// The most lists and records that may lie inside one another.
pub const MAX_DEPTH: usize = 64;
/// The most values (texts, numbers, lists, records and so on) in a file.
pub const MAX_VALUES: usize = 5_000_000;
/// The most nations of a map.
pub const MAX_NATIONS: usize = 50_000;
/// The most ties of a map.
pub const MAX_TIES: usize = 200_000;
/// The most kinds of tie of a map.
pub const MAX_KINDS: usize = 1_000;
/// The most sources of a map.
pub const MAX_SOURCES: usize = 50_000;
/// The most text notes of a map.
pub const MAX_TEXT_NOTES: usize = 10_000;
/// The most pictures of a map.
pub const MAX_PICTURES: usize = 1_000;
/// The most nodes that are read from a file of another program, before a part of them is chosen for a map.
pub const MAX_NODES_READ: usize = 1_000_000;
/// The most edges that are read from such a file.
pub const MAX_EDGES_READ: usize = 2_000_000;
/// The most cells that are read from the tables of a file.
pub const MAX_CELLS: usize = 8_000_000;
/// The most bytes of text in the cells of a workbook: 128 MiB. A few bytes of it can repeat a long text.
pub const MAX_CELL_TEXT: usize = 128 * 1024 * 1024;
/// The most columns of a table.
pub const MAX_COLUMNS: usize = 65_536;
/// The most characters of one text; a longer one is cut there.
pub const MAX_TEXT: usize = 100_000;
/// The most problems of a file that are listed; the rest is counted.
pub const MAX_PROBLEMS: usize = 1_000;

/// Says that a map would have more nations or ties than it can have; `None` where they fit.
pub fn too_many(nations: usize, ties: usize) -> Option<String> {
    (nations > MAX_NATIONS || ties > MAX_TIES).then(|| {
        format!(
            "the map would have {nations} nations and {ties} ties, where a map has up to {MAX_NATIONS} and \
             {MAX_TIES}"
        )
    })
}

/// Checks the size of a file.
///
/// # Errors
/// When it is larger than [`MAX_BYTES`].
pub fn check_size(bytes: u64) -> Result<(), OpenError> {
    if bytes <= MAX_BYTES {
        return Ok(());
    }
    Err(OpenError::of_whole_file(
        format!("it is larger than the {} MiB that a map file may have", MAX_BYTES >> 20),
        "Split the map into smaller ones.",
    ))
}
