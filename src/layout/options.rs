//! How a layout is made: the choices besides the problem itself.

use super::method::{APART, Method, Preset};

/// What a layout starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Start {
    /// From nothing: positions of nodes that aren't pinned are ignored.
    #[default]
    Fresh,
    /// From the existing positions, so that the map stays recognisable: it is neither rotated nor
    /// packed anew. Nodes without a position are placed first as by
    /// [`place_new_nodes`](super::place_new_nodes).
    Warm,
}

/// How a layout is made.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Any number. The same seed gives the same drawing; another may give another.
    pub seed: u64,
    /// What to start from.
    pub start: Start,
    /// Whether to remove overlaps between boxes and, in maps of up to 300 nodes and 1,200 ties, to move
    /// nodes off ties that aren't theirs.
    pub readability: bool,
    /// How the nodes are laid out.
    pub method: Method,
    /// What the force-directed layout aims at.
    pub preset: Preset,
    /// How far hostile ties are pushed apart, 0 (signs don't count) to 1 (signs before distances).
    pub apart: f32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            seed: 1,
            start: Start::Fresh,
            readability: true,
            method: Method::default(),
            preset: Preset::default(),
            apart: APART,
        }
    }
}

impl Options {
    /// Whether drawings are chosen and improved for reading, not only for the preset's aim.
    pub(super) fn optimizes_legibility(&self) -> bool {
        self.readability && self.preset == Preset::Balanced
    }

    /// [`apart`](Self::apart) within its range.
    pub(super) fn clamped_apart(&self) -> f32 {
        if self.apart.is_finite() { self.apart.clamp(0.0, 1.0) } else { APART }
    }
}
