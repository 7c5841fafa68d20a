//! The records of a map file as they are written, and the JSON Schema that is made from them.
//!
//! Fields stand in the order of the file; those with nothing to say are left out. The comments on the
//! fields are the descriptions in the schema, which is public: a change of a comment changes it.

mod by_hand;
mod filter;
mod json_schema;
mod kind;
mod look;
mod map;
mod nation;
mod source;
mod tie;
mod types;

pub use by_hand::{FileLabelPlace, FileTextNote};
pub use filter::FileFilter;
pub use json_schema::schema;
pub use kind::FileKind;
pub use look::FileLook;
pub use map::FileMap;
pub use nation::{FileMembership, FileNation};
pub use source::FileSource;
pub use tie::{FileEnd, FileEvidence, FileTie};
