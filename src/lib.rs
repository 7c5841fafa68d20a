//! Entente draws maps of relations between nations: who is allied with whom, who has a pact with
//! whom, who is concerned about whom, since when, and how we know.
//!
//! The floors of this library, and what each must not know, are described in `ARCHITECTURE.md`.

pub mod analysis;
pub mod cli;
pub mod edit;
pub mod export;
pub mod formats;
pub mod layout;
pub mod model;
pub mod scene;
pub mod tasks;
#[cfg(feature = "gui")]
pub mod ui;
