//! Where in a file something stands, in few bytes: a network has one for each node and edge.

use super::Place;

/// Where something stands. Lines, rows and columns are counted from 1; 0 where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// The line of a text, or the row of a table as the spreadsheet numbers it.
    pub line: u32,
    /// The column in characters, or the column of a table.
    pub column: u32,
    /// The index of the table in [`Origin::Tables`]; 0 in a text.
    pub table: u16,
}

impl Spot {
    /// A place in a text.
    pub const fn at(line: u32, column: u32) -> Self {
        Self { line, column, table: 0 }
    }
}

/// What spots lie in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// One text.
    #[default]
    Text,
    /// Tables with these names, the sheets of a workbook or the names of files; empty where there is one.
    Tables(Vec<String>),
}

impl Origin {
    /// A spot as a person finds it: line and column, or the cell and its sheet. `path` names the record, if
    /// there is a name for it.
    pub fn place(&self, spot: Spot, path: &str) -> Place {
        let path = match self {
            Self::Text => path.to_owned(),
            Self::Tables(names) => {
                let cell = cell_name(spot);
                match names.get(usize::from(spot.table)).filter(|name| !name.is_empty()) {
                    Some(name) if cell.is_empty() => format!("“{name}”"),
                    Some(name) => format!("{cell} of “{name}”"),
                    None => cell,
                }
            }
        };
        Place { line: spot.line, column: spot.column, path }
    }

    /// The same in words, by which a person finds it: `line 12, column 3`, `cell C4 of “Ties”`, `the file`.
    pub fn words(&self, spot: Spot) -> String {
        let Place { line, column, path } = self.place(spot, "");
        match (self, path.as_str()) {
            (Self::Text, _) if line > 0 && column > 0 => format!("line {line}, column {column}"),
            (Self::Text, _) if line > 0 => format!("line {line}"),
            (Self::Text, _) | (Self::Tables(_), "") => "the file".to_owned(),
            (Self::Tables(_), path) => path.to_owned(),
        }
    }
}

/// `cell C4`, or `row 4` where no column is meant; empty where there is no row.
fn cell_name(spot: Spot) -> String {
    match (spot.line, spot.column) {
        (0, _) => String::new(),
        (row, 0) => format!("row {row}"),
        (row, column) => format!("cell {}{row}", column_letters(column)),
    }
}

/// The letters of a column as spreadsheets count them: 1 is A, 27 is AA.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(b'A' + digit as u8);
        rest = (rest - 1 - digit) / 26;
    }
    letters.into_iter().rev().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_spreadsheets() {
        for (column, letters) in [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (16_384, "XFD")] {
            assert_eq!(column_letters(column), letters);
        }
    }

    #[test]
    fn a_spot_of_a_table_is_named_as_its_cell() {
        let tables = Origin::Tables(vec!["Ties".to_owned(), String::new()]);
        let path = |line, column, table| tables.place(Spot { line, column, table }, "").path;
        assert_eq!(path(4, 3, 0), "cell C4 of “Ties”");
        assert_eq!(path(4, 0, 1), "row 4");
        assert_eq!(path(0, 0, 0), "“Ties”");
        assert_eq!(tables.words(Spot { line: 4, column: 3, table: 0 }), "cell C4 of “Ties”");
        assert_eq!(tables.words(Spot { line: 0, column: 0, table: 1 }), "the file");
        let words = |line, column| Origin::Text.words(Spot::at(line, column));
        assert_eq!(
            [words(4, 3), words(4, 0), words(0, 0)],
            ["line 4, column 3", "line 4", "the file"]
        );
    }
}
