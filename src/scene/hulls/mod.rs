//! Soft hulls behind nations that belong together: the members of an organisation, or a group that the
//! look forms by a property.

mod grounds;
mod groups;
mod hull_marks;
mod hull_names;
mod hull_style;
mod organisations;
mod outline;

pub(super) use grounds::grounds;
pub(super) use hull_marks::{extend_over_names, hull_marks};
pub(super) use hull_names::place_hull_names;
pub(super) use hull_style::hull_look;
pub(super) use organisations::drawn_as_hulls;
pub(super) use outline::rounded_rectangle;
