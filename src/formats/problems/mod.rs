//! What reading a file finds: problems of a file that could be read, and why one couldn't.
//!
//! Every format reports through this room, so that all messages name a place, say what was found and
//! what was expected, and what to do. It knows no format.

mod collector;
mod open_error;
mod place;
mod problem;
mod remarks;
mod shorten;
mod spot;
mod suggestion;

pub use collector::Problems;
pub use open_error::OpenError;
pub use place::{LineCounter, Place};
pub use problem::{Problem, Severity};
pub use remarks::{Found, Group, MAX_EXAMPLES, Remarks};
pub use shorten::shorten;
pub use spot::{Origin, Spot, column_letters};
pub use suggestion::nearest_name;
