//! Blocs on a map of many ties: nations with more ties among themselves than chance gives them, each with a soft ground
//! and its name.
//!
//! Nobody says who is in a bloc: it is found in the ties, as layouts find it (`communities`). So blocs are shown where
//! ties are too many to be followed one by one and the nations of each lie together, and wherever the look asks for
//! it. What is drawn is a hull of its own sort. All labels are placed before the names of blocs, which take the room
//! that is left: no other label is left out for them.

mod found;
mod inner_ties;
mod joiners;
mod marks;
mod name_places;
mod names;
mod put_names;
mod shown;

pub(super) use found::MapBlocs;
pub(super) use inner_ties::BlocTies;
pub(super) use joiners::{joiners, largest_two};
pub(super) use marks::{bloc_look, bloc_marks};
pub(super) use names::{bloc_names, called_blocs};
pub(super) use put_names::put_bloc_names;
pub(super) use shown::{Bloc, shown_blocs, would_be_shown};
