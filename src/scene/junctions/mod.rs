//! Ties of each of some nations with each of some others, drawn as lines that meet: so five that are set against eighteen
//! have 23 lines instead of 90.
//!
//! Such ties are a complete bipartite graph, a biclique (`bicliques`). Their lines join in a junction and part behind it,
//! so that every smooth way through it is a tie, and every tie is one: confluent drawing (Dickerson, Eppstein, Goodrich,
//! Meng, “Confluent drawings: visualizing non-planar diagrams in a planar way”, 2005).

mod bicliques;
mod choice;
mod found;
mod marks;
mod meeting_points;
mod parts;

pub(super) use bicliques::{Biclique, bicliques};
pub(super) use found::Junction;
pub(super) use marks::junction_mark;

/// What a meeting point costs beside its lines, as a way at unit 1: a few points are seen at a glance.
const POINT: f32 = 120.0;
/// What each line costs beside its length where a nation has its lines one by one, at unit 1.
const ALONE: f32 = 60.0;
