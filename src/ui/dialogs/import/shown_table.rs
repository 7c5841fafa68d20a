//! A table as it is shown: turned where its plan says so.

use std::sync::Arc;

use crate::formats::Table;

/// The table that was shown last, so that it is turned once.
#[derive(Debug, Default)]
pub(super) struct ShownTable(Option<(usize, bool, Arc<Table>)>);

impl ShownTable {
    /// A table by its index, turned or not.
    pub(super) fn get(&mut self, table: &Table, index: usize, is_transposed: bool) -> Arc<Table> {
        match &self.0 {
            Some((of, turned, shown)) if (*of, *turned) == (index, is_transposed) => {
                Arc::clone(shown)
            }
            _ => {
                let shown =
                    Arc::new(if is_transposed { table.transposed() } else { table.clone() });
                self.0 = Some((index, is_transposed, Arc::clone(&shown)));
                shown
            }
        }
    }
}
