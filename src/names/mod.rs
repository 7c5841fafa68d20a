//! Which nation a text means: names in many languages, codes, former states, organisations.
//!
//! Importers, quick entry and every field that takes a nation's name ask here. This floor knows no
//! map. A text that may mean several nations is answered with all of them, never with a guess.
//! `docs/names.md` says what is recognised and by which principles.

mod complete;
#[cfg(test)]
mod examples;
mod fold;
mod formal_name;
#[cfg(test)]
mod former_examples;
mod guess;
mod index;
pub mod iso3166;
mod known_nation;
mod notes;
mod recognise;
mod scheme;
mod suggest;
mod table;

pub use complete::{Completion, complete};
pub use fold::{caseless, fold};
pub use guess::{Guess, Scheme, guess_scheme, read_as};
pub use known_nation::{KnownNation, Sort, Years};
pub use recognise::{Match, Recognition, recognise, recognise_loosely};
pub use scheme::Clue;
pub use suggest::suggest;
pub use table::{all, by_code};
