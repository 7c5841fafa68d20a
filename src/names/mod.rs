//! Which nation a text means: names in many languages, codes, former states, organisations.
//!
//! Importers, quick entry and every field that takes a nation's name ask here. This floor knows no
//! map. A text that may mean several nations is answered with all of them, never with a guess.

mod complete;
pub mod iso3166;
mod known_nation;
mod recognise;

pub use complete::{Completion, complete};
pub use known_nation::{KnownNation, Sort, by_code};
pub use recognise::{Clue, Match, Recognition, recognise};
