//! The mark of a membership.

use crate::model::{Color, NationId};
use crate::scene::{Curve, Pattern};

/// The line that shows that a nation belongs to an organisation.
#[derive(Clone, Debug, PartialEq)]
pub struct MembershipMark {
    /// The member.
    pub member: NationId,
    /// The organisation.
    pub organisation: NationId,
    /// The straight line from rim to rim.
    pub curve: Curve,
    /// The line's colour.
    pub color: Color,
    /// The line's width.
    pub width: f32,
    /// The line's dash pattern.
    pub pattern: Pattern,
}
