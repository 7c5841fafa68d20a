//! What floats over the canvas besides heading, legend and tools.

use egui::Rect;

/// What floats over the canvas besides heading, legend and tools.
#[derive(Clone, Copy, Debug, Default)]
pub struct Overlays {
    /// Notes at the upper edge.
    pub notes: Option<Rect>,
    /// The control in the lower right corner.
    pub corner: Option<Rect>,
    /// The overview above that, which a fitted map hasn't.
    pub overview: Option<Rect>,
}

impl Overlays {
    /// The area of each.
    pub const fn rects(&self) -> [Option<Rect>; 3] {
        [self.notes, self.corner, self.overview]
    }

    /// Whether others take visibly more or less of the canvas; where they only move with its edges, they
    /// don't.
    pub fn differ(&self, others: &Self) -> bool {
        let differ = |a: Option<Rect>, b: Option<Rect>| match (a, b) {
            (Some(a), Some(b)) => (a.size() - b.size()).abs().max_elem() > 1.0,
            (a, b) => a.is_some() != b.is_some(),
        };
        differ(self.notes, others.notes) || differ(self.corner, others.corner)
    }
}
