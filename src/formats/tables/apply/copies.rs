//! How much one row may be written again for the several edges that it says.

use crate::formats::limits::{MAX_CELL_TEXT, MAX_CELLS};
use crate::formats::network::ColumnId;
use crate::formats::problems::OpenError;
use crate::model::Attribute;

/// What the attributes of edges take that have them from the same rows as other edges.
#[derive(Debug, Default)]
pub struct Copies {
    values: usize,
    text: usize,
}

impl Copies {
    /// Counts the attributes of a row that so many more edges will have too.
    ///
    /// # Errors
    /// When all copies take more than the cells of a file may.
    pub fn count(
        &mut self,
        attributes: &[(ColumnId, Attribute)],
        times: usize,
    ) -> Result<(), OpenError> {
        let text = attributes.iter().map(|(_, value)| match value {
            Attribute::Text(text) => text.len(),
            Attribute::Number(_) | Attribute::Flag(_) => 0,
        });
        let text: usize = text.sum();
        self.values = self.values.saturating_add(attributes.len().saturating_mul(times));
        self.text = self.text.saturating_add(text.saturating_mul(times));
        if self.values <= MAX_CELLS && self.text <= MAX_CELL_TEXT {
            return Ok(());
        }
        let message =
            "its rows name many ends each, and say more of all these ties than can be read";
        let remedy = "Leave out columns that aren't needed, or have them ignored.";
        Err(OpenError::of_whole_file(message, remedy))
    }
}
