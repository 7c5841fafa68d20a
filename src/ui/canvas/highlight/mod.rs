//! What is highlighted on the map: the mark under the pointer with its card, and the selection.
//!
//! Reads the drawn scene. Never changes the camera or the map, and doesn't know what the pointer is doing:
//! it is told which mark is hovered, focused or selected.

pub mod card;
pub mod card_content;
pub mod card_placement;
pub mod hovered;
pub mod selection_rings;
