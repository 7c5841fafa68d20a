//! The fields of nations and ties as text: what each says, and how a text is read back into it.
//!
//! The list, its clipboard and the panel of several selected take their rules from here, so that a
//! text means the same wherever it is typed or pasted. This module must not know how a field is shown.

pub mod attribute_text;
mod code_text;
mod column;
mod evidence_text;
mod lookup;
mod membership_text;
mod nation_field;
mod numbers_text;
mod tags;
mod tie_field;
mod word_choice;
mod writer;

pub use code_text::CODE;
pub use column::{Column, columns};
pub use evidence_text::source_of_title;
pub use lookup::NotThere;
pub use nation_field::{NationField, rename};
pub use numbers_text::{read_numbers, write_numbers};
pub use tags::TAGS;
pub use tie_field::TieField;
pub use word_choice::quoted;
pub use writer::Writer;
