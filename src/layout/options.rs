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

/// Where a drawing is seen as a whole: a window or a page. All lengths are in logical pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Its width and height, above 0; others count as those of [`View::USUAL`].
    pub size: [f32; 2],
    /// Width and height of what covers its lower left corner, such as a legend; 0 for nothing.
    pub corner: [f32; 2],
}

impl View {
    /// The map in a window of usual size.
    pub const USUAL: Self = Self { size: [960.0, 680.0], corner: [0.0; 2] };

    /// The same with usable numbers: sides that are at most 4 to 1, and a corner of at most 30 % of each.
    pub(super) fn usable(self) -> Self {
        let is_side = |side: f32| side.is_finite() && side > 0.0;
        if !self.size.iter().copied().all(is_side) {
            return Self { size: Self::USUAL.size, ..self }.usable();
        }
        let [width, height] = self.size;
        let size = [width.clamp(height / 4.0, height * 4.0), height];
        let share = |axis: usize| self.corner[axis].max(0.0).min(0.3 * size[axis]);
        Self { size, corner: [share(0), share(1)] }
    }
}

/// Nodes that are drawn within one outline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hull {
    /// The nodes in it, in ascending order. A node may be in several.
    pub members: Vec<u32>,
    /// The node that stands for it and is drawn as its name, if there is one; in no hull itself.
    pub center: Option<u32>,
    /// Width and height of its name, in world units.
    pub name: [f32; 2],
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
    /// Where the drawing is seen as a whole. Dense maps with blocs take its shape, and have room for names at the size
    /// that can be read there; the other drawings have a shape of their own.
    pub view: View,
    /// Nodes that are drawn within one outline each.
    pub hulls: Vec<Hull>,
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
            view: View::USUAL,
            hulls: Vec::new(),
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
