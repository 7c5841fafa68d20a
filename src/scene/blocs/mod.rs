//! Blocs on a map of many ties: nations with more ties among themselves than chance gives them, each with a soft ground
//! and its name.
//!
//! Nobody says who is in a bloc: it is found in the ties, as layouts find it (`communities`). So blocs are shown where
//! ties are too many to be followed one by one and the nations of each lie together, and wherever the look asks for
//! it. What is drawn is a hull of its own sort. All labels are placed before the names of blocs, which take the room
//! that is left: no other label is left out for them.
//!
//! Where most of a bloc's nations are all tied to one another, its ground has the colour of their ties and stands for
//! them (`cliques`); those that lack some stand apart on it. A nation that is tied to all of them, or a whole bloc, has
//! one line to the ground (`power_edges`).

mod alike_members;
mod cliques;
mod fork;
mod found;
mod halos;
mod inner_ties;
mod joiners;
mod line_for_many;
mod line_obstacles;
mod marks;
mod name_places;
mod names;
mod plain_ties;
mod power_edge_marks;
mod power_edge_ways;
mod power_edges;
mod put_names;
mod shown;
mod tributaries;

pub(super) use cliques::{Clique, Cliques};
pub(super) use fork::fork_of;
pub(super) use found::{MapBlocs, bloc_of};
pub(super) use halos::tint_halos;
pub(super) use inner_ties::BlocTies;
pub(super) use joiners::{joiners, largest_two};
pub(super) use line_for_many::{AsOne, area_of_marks, mark_for_many, style_for_many};
pub(super) use line_obstacles::{GAP, LineObstacles};
pub(super) use marks::{apart_look, bloc_marks, clique_look, plain_look};
pub(super) use names::{bloc_names, called_blocs};
pub(super) use plain_ties::PlainTies;
pub(super) use power_edge_marks::power_edge_marks;
pub(super) use power_edges::{PowerEdge, PowerEnd};
pub(super) use put_names::{BlocNames, put_bloc_names};
pub(super) use shown::{Bloc, described_blocs, remarks, shown_blocs, would_be_shown};
pub(super) use tributaries::{can_join, tributaries};
