//! Soft hulls behind nations that belong together: the members of an organisation, or a group that the
//! look forms by a property.
//!
//! Their names are placed first, since ties to an organisation end there and other labels give way. Their
//! outlines follow last, around all that belongs to them; how they run is a matter of
//! [`hull_area`](super::hull_area).

mod groups;
mod hull_marks;
mod hull_moves;
mod hull_names;
mod hull_outlines;
mod hull_style;
mod name_places;
mod organisations;
mod taken_space;

pub use groups::property_groups;
pub(super) use hull_marks::hull_marks;
pub(super) use hull_moves::move_hulls;
pub(super) use hull_names::place_hull_names;
pub(super) use hull_outlines::outline_hulls;
pub(super) use hull_style::hull_look;
pub(super) use organisations::drawn_as_hulls;
