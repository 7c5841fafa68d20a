//! How good the layout of a map is.

use super::layout_problem;
use crate::layout::{self, LayoutError, Quality};
use crate::model::Map;

/// Measures the layout of a map. A nation without a position counts as lying at the origin.
///
/// # Errors
/// As for [`layout::quality`].
pub fn layout_quality(map: &Map) -> Result<Quality, LayoutError> {
    let problem = layout_problem(map);
    let positions: Vec<[f32; 2]> =
        problem.positions.iter().map(|position| position.unwrap_or_default()).collect();
    layout::quality(&problem, &positions)
}
