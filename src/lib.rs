//! Entente draws maps of relations between nations: who is allied with whom, who has a pact with
//! whom, who is concerned about whom, since when, and how we know.
//!
//! A [map](model::Map) holds nations, the ties between them, the kinds of tie, and the sources. A tie
//! leads from a nation to a nation or to another tie. This library reads, edits, lays out and draws
//! maps; the window and the command line are thin layers above it.
//!
//! # A map in five calls
//!
//! ```
//! use entente::layout::Flow;
//! use entente::tasks::{FigureRequest, LayoutRequest};
//! use entente::{edit, formats, tasks};
//!
//! let file = br#"{
//!     "format": "entente-map", "version": "1.0", "title": "Two friends",
//!     "nations": [{"id": "JPN", "name": "Japan"}, {"id": "NZL", "name": "New Zealand"}],
//!     "ties": [{"from": "JPN", "to": "NZL", "kind": "pact"}]
//! }"#;
//! let opened = formats::read(file)?;
//! assert!(opened.problems.is_empty());
//! let mut map = opened.map;
//!
//! let positions = tasks::lay_out(&map, &LayoutRequest::Missing, 1, &mut |_frame| Flow::Continue)?;
//! let command = edit::move_nations(&map, positions, None);
//! let inverse = edit::apply(&mut map, command)?;
//!
//! let svg = tasks::render(&map, &FigureRequest::default())?;
//! assert!(String::from_utf8(svg)?.contains("New Zealand"));
//!
//! edit::apply(&mut map, inverse)?; // the nations have no positions again
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Where to start
//!
//! | to | call | example |
//! |---|---|---|
//! | read a file | [`formats::open`], [`formats::read`] | `examples/report_map.rs` |
//! | change a map, with undo | [`edit::apply`], [`edit::History`] | `examples/render_map.rs` |
//! | lay out a map | [`tasks::lay_out`] | `examples/render_map.rs` |
//! | draw a map as SVG, PNG or PDF | [`tasks::render`] | `examples/render_map.rs` |
//! | save a map | [`formats::save`] | |
//! | lay out a plain graph | [`layout::solve`] | `examples/layout_graph.rs` |
//!
//! `cargo run --no-default-features --example render_map` runs one of them without building the window.
//!
//! # The floors
//!
//! Each module is a floor. It may use the floors below it, never one above or beside it.
//!
//! ```text
//!          main.rs
//!        ┌────┴────┐
//!       cli        ui          headless commands; the window (feature `gui`)
//!        └────┬────┘
//!           tasks              layouts of maps, figures, worker threads
//!   ┌─────────┼────────┬────────┐
//!   │         │    recovery    │
//! export  analysis  formats  layout
//!   │         │        │
//! scene       │      edit
//!   └─────────┼────────┘
//!           model              the map as plain data
//!             │
//!           names              which nation a text means
//! ```
//!
//! [`layout`] stands on nothing: it takes arrays of numbers and knows no nations. What each floor must
//! not know is written in `ARCHITECTURE.md`, and a test reads the code to check it.

pub mod analysis;
pub mod cli;
mod communities;
pub mod edit;
pub mod export;
pub mod formats;
pub mod layout;
pub mod model;
pub mod names;
pub mod recovery;
pub mod scene;
pub mod tasks;
#[cfg(feature = "gui")]
pub mod ui;
