//! Soft hulls behind nations that belong together: the members of an organisation, or a group that the
//! look forms by a property.
//!
//! Their names are placed first, since ties to an organisation end there and other labels give way. Their
//! outlines follow last, around all that belongs to them; how they run is a matter of
//! [`hull_area`](super::hull_area).

mod groups;
mod hull_colors;
mod hull_marks;
mod hull_moves;
mod hull_names;
mod hull_outlines;
mod hull_style;
mod name_places;
mod organisations;
mod taken_space;

pub use groups::{HullGroup, hull_groups};
pub(super) use hull_marks::{hull_marks, middle_of};
pub(super) use hull_moves::move_hulls;
pub(super) use hull_names::place_hull_names;
pub(super) use hull_outlines::{Detail, outline_hulls};
pub(super) use hull_style::legend_look;
pub(super) use organisations::drawn_as_hulls;

/// The type size of a hull's name, at text unit 1: larger than that of nations, which are parts of it.
const HULL_NAME_SIZE: f32 = 14.5;

/// The maximum number of hulls: nobody could tell more apart.
const MAX_HULLS: usize = 200;
