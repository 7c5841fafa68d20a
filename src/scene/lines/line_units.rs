//! How wide lines are beside one another.

/// The units of the widths of lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineUnits {
    /// Of ties of rare kinds, and of all where there is room.
    pub(in crate::scene) full: f32,
    /// Of ties that are neither rare nor within a bloc.
    pub(in crate::scene) usual: f32,
    /// Of ties within a bloc.
    pub(in crate::scene) within_blocs: f32,
}

impl LineUnits {
    /// The same unit for all lines.
    pub(in crate::scene) const fn alike(unit: f32) -> Self {
        Self { full: unit, usual: unit, within_blocs: unit }
    }

    /// Whether lines would cover the map if none were thinner than the others.
    pub(in crate::scene) fn are_thinned(&self) -> bool {
        self.within_blocs < self.full
    }
}
