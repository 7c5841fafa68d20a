//! A table that is written.

/// A table with a row of headers. Cells that are empty aren't kept, so that a map with many attributes, few of
/// which each nation has, takes little memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    pub name: &'static str,
    pub header: Vec<String>,
    /// The cells that aren't empty, each with the index of its column, in ascending order.
    pub rows: Vec<Vec<(usize, Cell)>>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    Number(f64),
}

impl Sheet {
    pub fn new(name: &'static str, header: &[&str]) -> Self {
        let header = header.iter().map(|name| (*name).to_owned()).collect();
        Self { name, header, rows: Vec::new() }
    }

    /// Adds a row of texts, of which the empty ones are left out.
    pub fn push(&mut self, texts: impl IntoIterator<Item = String>) {
        let texts = texts.into_iter().enumerate().filter(|(_, text)| !text.is_empty());
        self.rows.push(texts.map(|(at, text)| (at, Cell::Text(text))).collect());
    }

    /// Adds a row.
    pub fn push_cells(&mut self, cells: impl IntoIterator<Item = Cell>) {
        let is_empty = |cell: &Cell| matches!(cell, Cell::Text(text) if text.is_empty());
        let cells = cells.into_iter().enumerate().filter(|(_, cell)| !is_empty(cell));
        self.rows.push(cells.collect());
    }

    /// Adds a cell behind those of the last row.
    pub fn push_to_last(&mut self, column: usize, cell: Cell) {
        if let Some(row) = self.rows.last_mut() {
            row.push((column, cell));
        }
    }
}

impl Cell {
    pub fn of_f32(number: f32) -> Self {
        // By its shortest digits, so that 0.1 isn't 0.10000000149.
        Self::Number(number.to_string().parse().unwrap_or_default())
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
