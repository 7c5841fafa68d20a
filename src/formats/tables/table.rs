//! A table as it stands in a file.

/// A table of texts. Its rows and columns are counted from 1, as spreadsheets do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Its name: that of a sheet or of a file; empty where it has none.
    pub name: String,
    /// Its rows, of any length.
    pub rows: Vec<Vec<String>>,
}
