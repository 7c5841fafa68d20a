//! Ties between groups of nations drawn as one: which they are, and their marks.
//!
//! Groups are those of the map's hulls, or blocs found in the ties. Ties between two groups lead from the middle of
//! one to that of the other, those within a group are a ring around its middle, and their number says how wide
//! the line is. A nation in no group is an end of its own. Nothing is left out: each tie is either drawn by
//! itself, or part of exactly one mark that says how many there are.

mod group_marks;
mod grouped_ties;
mod nation_groups;
mod number_labels;

pub(super) use group_marks::{GroupMarks, group_marks, width_of};
pub(super) use grouped_ties::TieGroups;
pub(super) use number_labels::number_labels;
