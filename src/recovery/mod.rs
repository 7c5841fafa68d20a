//! Work that isn't saved yet: each document that a window has changed has a journal in a folder of the person's, from
//! which it comes back after a crash, a kill or a power cut, with its undo history.
//!
//! A [`Journal`] has a base, the map with its steps as of some time, and the [operations](crate::edit::Operation)
//! since. Done again in order they lead to the same map and the same steps; each operation's inverse comes of doing it,
//! so that none is stored. Where operations take much more room than the base, a new base replaces both.
//!
//! Beside it lie earlier versions of maps that were saved ([`VersionsFolder`]).
//!
//! This floor knows what lies on the disk, and no thread, clock or screen: when something is written is for
//! [`crate::tasks`] to say.

mod about;
mod claim;
mod database;
mod encoding;
mod error;
mod folder;
mod journal;
mod private_folder;
mod recovered;
mod versions;

pub use about::About;
pub use error::JournalError;
pub use folder::{Left, RecoveryFolder};
pub use journal::{Compacted, Compaction, Journal};
pub use recovered::{Missing, Recovered};
pub use versions::{Version, VersionsFolder};
