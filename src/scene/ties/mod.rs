//! The marks of ties and memberships: how status and look show in their lines, and where these begin
//! and end. Bends are not chosen here, see [`routing`](super::routing).

mod depth;
mod gaps;
mod line_style;
mod memberships;
mod moved_ties;
mod names_crossed;
mod names_passed;
pub(super) mod status;
mod tie_ends;
mod tie_layers;
mod tie_marks;
mod tie_ranks;
mod tie_weights;
mod weighing;
mod widths_that_fit;

pub(super) use depth::depth;
pub(super) use line_style::LineStyle;
pub(super) use memberships::{membership_line, membership_marks};
pub(super) use moved_ties::{end_at_hull_names, move_ties};
pub(super) use names_passed::pass_names;
pub(super) use tie_ends::TieEnds;
pub(super) use tie_layers::tie_layers;
pub(super) use tie_marks::{emphasis, tie_marks, tie_name};
pub(super) use tie_ranks::{TieRank, ends, tie_ranks};
pub(super) use tie_weights::TieWeights;
pub(super) use widths_that_fit::strong_cover;
