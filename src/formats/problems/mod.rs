//! What reading a file finds: problems of a file that could be read, and why one couldn't.
//!
//! Every format reports through this room, so that all messages name a place, say what was found and
//! what was expected, and what to do. It knows no format.

mod collector;
mod open_error;
mod place;
mod problem;
mod shorten;
mod suggestion;

pub use collector::Problems;
pub use open_error::OpenError;
pub use place::Place;
pub use problem::{Problem, Severity};
pub use shorten::shorten;
pub use suggestion::nearest_name;
