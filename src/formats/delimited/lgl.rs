//! LGL (Large Graph Layout, Adai and others 2004), as igraph writes it: a line `# node` and below it the
//! neighbours of the node, one a line, each with a weight or without.

use crate::formats::problems::OpenError;
use crate::formats::tables::Table;

/// Whether a text is LGL: lines of one or two words, some of which begin with `# ` and name one node.
pub fn is_one(text: &str) -> bool {
    let mut heads = 0;
    for line in text.lines().filter(|line| !line.trim().is_empty()).take(200) {
        let mut words = line.split_whitespace();
        let is_head = words.next() == Some("#");
        let count = words.count() + usize::from(!is_head);
        if is_head && count != 1 || count > 2 || (heads == 0 && !is_head) {
            return false;
        }
        heads += usize::from(is_head);
    }
    heads > 0
}

/// The table of its edges, each with its two ends and its weight.
///
/// # Errors
/// When reading is given up.
pub fn read(
    text: &str,
    mut at: impl FnMut(usize) -> Result<(), OpenError>,
) -> Result<Table, OpenError> {
    let mut table = Table::default();
    for cell in ["source", "target", "weight"] {
        table.push_cell(cell);
    }
    table.end_row(0);
    let mut node = "";
    for (number, line) in (1..).zip(text.lines()) {
        if number % 4096 == 0 {
            at(line.as_ptr() as usize - text.as_ptr() as usize)?;
        }
        let line = line.trim();
        if let Some(name) = line.strip_prefix('#') {
            node = name.trim();
            continue;
        }
        let mut words = line.split_whitespace();
        let Some(neighbour) = words.next() else { continue };
        for cell in [node, neighbour].into_iter().chain(words) {
            table.push_cell(cell);
        }
        table.end_row(number);
    }
    Ok(table)
}
