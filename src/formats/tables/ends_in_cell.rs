//! The ends in one cell.

use super::plan::Separator;
use crate::formats::name_lists;

/// The names in a cell, of which those that `is_name` knows stay whole.
pub fn parts<'c>(
    cell: &'c str,
    separator: Option<Separator>,
    is_name: &mut dyn FnMut(&str) -> bool,
) -> Vec<&'c str> {
    match separator {
        _ if cell.is_empty() => Vec::new(),
        Some(Separator::AsRead) => name_lists::parted(cell, is_name),
        Some(Separator::Sign(sign)) if cell.contains(sign) && !is_name(cell) => {
            cell.split(sign).map(str::trim).filter(|part| !part.is_empty()).collect()
        }
        _ => vec![cell],
    }
}
