//! TODO

pub mod card;
pub mod card_content;
pub mod hovered;
pub mod selection_rings;
