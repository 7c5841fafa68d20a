//! Rows that have more cells than the others: a name with a comma that stands in no quotation marks, or a mistake.

use std::collections::BTreeMap;

use crate::formats::problems::Spot;
use crate::formats::tables::Table;
use crate::names::{Recognition, recognise};

/// So many of four rows must have as many cells as is usual.
const USUAL_OF_FOUR: usize = 3;
/// The fewest rows that say what is usual.
const FEWEST_ROWS: usize = 4;

/// A table whose cells are one again where a comma within the name of a nation parted them: `Tanzania, United
/// Republic of`. Rows that are still longer than the others are remarked on.
pub fn mended(table: Table) -> Table {
    let Some(usual) = usual_len(&table) else { return table };
    let is_long = |row: usize| table.row(row).skip(usual).any(|cell| !cell.trim().is_empty());
    if !(0..table.row_count()).any(is_long) {
        return table;
    }
    let mut kept = Table::new(table.name.as_str());
    kept.remarks.extend(table.remarks.clone());
    for row in 0..table.row_count() {
        let cells: Vec<&str> = table.row(row).collect();
        let number = table.row_number(row);
        let joined = if is_long(row) { join_names(&cells, usual) } else { None };
        if let Some((cells, name)) = joined {
            cells.iter().for_each(|cell| kept.push_cell(cell));
            let topic =
                "is in several cells, since the commas of a name stand in no quotation marks";
            let outcome = "It was read as one name.";
            kept.remarks.warn(Spot::at(number, 0), &name, topic, outcome, "");
        } else {
            cells.iter().for_each(|cell| kept.push_cell(cell));
            if is_long(row) {
                let topic = format!("has more cells than the {usual} of most rows");
                let beyond = cells.get(usual).copied().unwrap_or_default();
                let outcome = "All were read, in the order in which they stand.";
                let remedy = "Put a text that has commas in quotation marks.";
                let spot = Spot::at(number, usual as u32 + 1);
                kept.remarks.warn(spot, beyond.trim(), &topic, outcome, remedy);
            }
        }
        kept.end_row(number);
    }
    kept
}

/// How many cells most rows have, where that is said by many and by the first, which may be the header.
fn usual_len(table: &Table) -> Option<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    (0..table.row_count()).for_each(|row| *counts.entry(table.row_len(row)).or_default() += 1);
    let (usual, count) = counts.into_iter().max_by_key(|(len, count)| (*count, *len))?;
    let is_usual =
        table.row_count() >= FEWEST_ROWS && 4 * count >= USUAL_OF_FOUR * table.row_count();
    (is_usual && usual > 1 && table.row_len(0) == usual).then_some(usual)
}

/// The cells of a row as many as is usual, with the name that was joined; `None` where no name can be.
fn join_names(cells: &[&str], usual: usize) -> Option<(Vec<String>, String)> {
    let surplus = cells.len().checked_sub(usual).filter(|surplus| *surplus > 0)?;
    let is_known = |text: &str| matches!(recognise(text, None), Recognition::Known(_));
    (0..cells.len() - surplus).find_map(|at| {
        let parts: Vec<&str> = cells[at..=at + surplus].iter().map(|cell| cell.trim()).collect();
        // Two nations behind one another are two.
        if parts[1..].iter().any(|part| part.is_empty() || is_known(part)) {
            return None;
        }
        let name = parts.join(", ");
        let joined = || {
            let before = cells[..at].iter().map(|cell| (*cell).to_owned());
            let behind = cells[at + surplus + 1..].iter().map(|cell| (*cell).to_owned());
            before.chain([name.clone()]).chain(behind).collect()
        };
        is_known(&name).then(|| (joined(), name.clone()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        let mut table = Table::default();
        text.lines().for_each(|line| table.push_row(line.split(',')));
        table
    }

    fn shown(table: &Table) -> Vec<String> {
        let row = |row| table.row(row).collect::<Vec<_>>().join("|");
        (0..table.row_count()).map(row).collect()
    }

    #[test]
    fn a_name_that_commas_parted_is_one_again() {
        let text = "from,to,type,since\nFrance,Russia,pact,1894\nTanzania, United Republic of,Kenya,union,1967\n\
                    Kenya,Korea, Rep.,pact,1970\nUK,France,entente,1904\nUK,USA,pact,1941\nUK,Iraq,pact,1930\n\
                    UK,Oman,pact,1951";
        let mended = mended(table(text));
        let rows = shown(&mended);
        assert_eq!(rows[2], "Tanzania, United Republic of|Kenya|union|1967");
        assert_eq!(rows[3], "Kenya|Korea, Rep.|pact|1970");
        assert_eq!(mended.remarks.groups().len(), 1);
    }

    #[test]
    fn a_longer_row_is_remarked_on_and_kept() {
        let text = "a,b\nFrance,Russia\nUK,France,USA\nUK,Oman\nUK,Iraq";
        let mended = mended(table(text));
        assert_eq!(shown(&mended)[2], "UK|France|USA");
        let topics: Vec<&str> = mended.remarks.groups().map(|group| &*group.topic).collect();
        assert_eq!(topics, ["has more cells than the 2 of most rows"]);
        for text in ["a,b\nc,d,e", "a,b,c\nd,e\nf,g\nh,i\nj,k", "a\nb\nc\nd\ne,f"] {
            assert_eq!(super::mended(table(text)), table(text), "{text}");
        }
    }
}
