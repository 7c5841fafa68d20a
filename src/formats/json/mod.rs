//! JSON text: parsed into a tree with places, and written for people.
//!
//! A parser of our own rather than `serde_json::Value`, because every message names line and column,
//! because a repeated name must not vanish in silence, and because one number that is too large must
//! not cost the whole file. This room knows no maps.

mod escapes;
pub mod number;
mod parser;
mod plain_bytes;
mod scanner;
mod skip;
mod spare;
mod text;
mod tree;

pub use escapes::{LONE_HALF, lone_halves};
pub use parser::{Opener, parse, parse_outline};
pub use scanner::JsonError;
pub use spare::SpareMembers;
pub use text::to_text;
pub use tree::{Member, Node, Tree, Value};
