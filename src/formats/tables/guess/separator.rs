//! What stands between several ends in one cell.

use std::collections::HashSet;

use super::lookup::Lookup;
use crate::formats::tables::ends_in_cell;
use crate::formats::tables::plan::Separator;
use crate::formats::tables::values;

/// What may stand between ends, the surest first.
const SEPARATORS: [char; 8] = [';', '\n', '|', '/', '+', '&', '、', ','];
/// Of these it is enough that they are there: nothing else than a list is written with them.
const SURE: [char; 3] = [';', '\n', '|'];
/// So many cells with a separator are looked at.
const LOOKED_AT: usize = 20;
/// So many parts of each are.
const PARTS: usize = 50;

/// A longer text is no list by which a column is guessed, in bytes.
const LONGEST: usize = 300;
/// So many cells are read as lists to see whether one character parts them all.
const READ: usize = 300;

/// What stands between ends in the cells of a column of texts, by some of its cells: one character where it
/// parts all of them as a person would, and else whatever does.
pub fn guess(cells: &[&str], lookup: &mut Lookup) -> Option<Separator> {
    let sign = sign(cells, lookup).map(Separator::Sign);
    let may_be_lists = cells.iter().filter(|cell| {
        cell.len() <= LONGEST && cell.contains(|c: char| !c.is_alphanumeric() && c != '.')
    });
    let is_better = may_be_lists.take(READ).any(|cell| {
        let mut is_nation = |text: &str| lookup.nation(text).is_some();
        let read = ends_in_cell::parts(cell, Some(Separator::AsRead), &mut is_nation);
        let are_nations = read.iter().filter(|part| is_nation(part)).count();
        read.len() > 1
            && are_nations * 10 >= read.len() * 7
            && read != ends_in_cell::parts(cell, sign, &mut is_nation)
    });
    if is_better { Some(Separator::AsRead) } else { sign }
}

/// The character between ends, by some of the cells. One that stands in names of nations (`Korea, Rep.`) is none
/// there.
fn sign(cells: &[&str], lookup: &mut Lookup) -> Option<char> {
    let whole: HashSet<&str> = cells.iter().copied().collect();
    SEPARATORS.into_iter().find(|separator| {
        let several: Vec<&str> = cells
            .iter()
            .filter(|cell| cell.contains(*separator))
            .take(LOOKED_AT)
            .copied()
            .filter(|cell| lookup.nation(cell).is_none())
            .collect();
        let parts: Vec<&str> = several
            .iter()
            .flat_map(|cell| cell.split(*separator).take(PARTS))
            .map(str::trim)
            .filter(|part| !values::names_none(part, true))
            .collect();
        if parts.len() <= several.len() {
            return false;
        }
        let nations = parts.iter().filter(|part| lookup.nation(part).is_some()).count();
        let are_nations = nations * 10 >= parts.len() * 7;
        let are_known =
            || parts.iter().filter(|part| whole.contains(*part)).count() * 2 >= parts.len();
        are_nations || SURE.contains(separator) && are_known()
    })
}
