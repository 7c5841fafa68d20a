//! The order in which hulls are drawn.

use std::cmp::Reverse;

use super::{HullMark, Scene};

impl Scene {
    /// The hulls in the order in which their areas are drawn: those with most members first, so that a smaller one lies
    /// on a larger one. At each place there is the tint of one hull alone; the edges of all lie above.
    pub fn hulls_by_size(&self) -> Vec<&HullMark> {
        let mut hulls: Vec<&HullMark> = self.hulls.iter().collect();
        hulls.sort_by_key(|hull| Reverse(hull.members.len()));
        hulls
    }
}
