//! The part of a tie below the name of a nation at which it ends.

use super::LabelOwner;
use crate::model::Color;
use crate::scene::{Curve, Pattern};

/// The part of a tie that lies below the name of a nation at which it ends. It is drawn above the halo of the name
/// and below its letters, so that the tie is seen to reach its nation.
#[derive(Clone, Debug, PartialEq)]
pub struct TieAtName {
    /// The tie, by its index in the scene.
    pub tie: usize,
    /// The name.
    pub name: LabelOwner,
    /// The line.
    pub curve: Curve,
    /// The colour: that of the tie, so faint that the letters above it are easy to read.
    pub color: Color,
    /// The line's width.
    pub width: f32,
    /// The line's dash pattern, without what is drawn across it.
    pub pattern: Pattern,
}
