//! Columns for both ends, kind and dates beside one whose cells are paths of Cypher: `(France)-[:ALLIED_WITH]->(Russia)`.

use super::table::Table;
use crate::formats::cypher_path::{Relationship, path};

/// So many rows, and so many of their cells, are looked at for paths.
const LOOKED_AT: (usize, usize) = (40, 12);
/// What the columns are called.
const NAMES: [&str; 6] = ["source", "target", "kind", "directed", "since", "until"];

/// The relationship of a cell that is a path of two nodes.
fn relationship(cell: &str) -> Option<Relationship<'_>> {
    let [only] = <[Relationship<'_>; 1]>::try_from(path(cell)?).ok()?;
    Some(only)
}

impl Table {
    /// The table with what paths say in columns of their own, behind its others.
    pub fn with_paths_parted(self) -> Self {
        let Some(column) = self.column_of_paths() else {
            return self;
        };
        let mut parted = self.area(0..0, 0..self.column_count());
        parted.remarks = self.remarks.clone();
        for row in 0..self.row_count() {
            (0..self.column_count()).for_each(|column| parted.push_cell(self.cell(row, column)));
            match relationship(self.cell(row, column)) {
                Some(own) => {
                    let [from, to] = own.ends;
                    let is_directed = if own.is_directed { "true" } else { "false" };
                    let [since, until] = [own.since, own.until].map(Option::unwrap_or_default);
                    let cells = [from, to, own.kind.as_str(), is_directed, since, until];
                    cells.iter().for_each(|cell| parted.push_cell(cell));
                }
                None if row == 0 => NAMES.iter().for_each(|name| parted.push_cell(name)),
                None => {}
            }
            parted.end_row(self.row_number(row));
        }
        parted
    }

    /// The first column of which all cells but the first row's are such paths.
    fn column_of_paths(&self) -> Option<usize> {
        (0..self.column_count().min(LOOKED_AT.1)).find(|column| {
            let cells = (1..self.row_count()).map(|row| self.cell(row, *column));
            let mut filled =
                cells.filter(|cell| !cell.trim().is_empty()).take(LOOKED_AT.0).peekable();
            filled.peek().is_some() && filled.all(|cell| relationship(cell).is_some())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(cells: &[&[&str]]) -> Vec<String> {
        let mut table = Table::new("");
        cells.iter().for_each(|row| table.push_row(row.iter().copied()));
        let table = table.with_paths_parted();
        (0..table.row_count()).map(|row| table.row(row).collect::<Vec<_>>().join("|")).collect()
    }

    #[test]
    fn paths_are_columns_for_ends_kinds_and_dates() {
        assert_eq!(
            rows(&[
                &["path", "source"],
                &["(France)-[:ALLIED_WITH {since: 1894}]->(Russia)", "Smith"],
                &["(Chad)<-[:WAR]-(Mali)"],
                &["(Chad)-[:PACT]-(Mali)"],
            ]),
            [
                "path|source|source|target|kind|directed|since|until",
                "(France)-[:ALLIED_WITH {since: 1894}]->(Russia)|Smith|France|Russia|allied with|true|1894|",
                "(Chad)<-[:WAR]-(Mali)||Mali|Chad|war|true||",
                "(Chad)-[:PACT]-(Mali)||Chad|Mali|pact|false||",
            ]
        );
        let others: [&[&str]; 2] = [&["from", "to"], &["(Chad)", "Mali"]];
        assert_eq!(rows(&others), ["from|to", "(Chad)|Mali"]);
    }
}
