//! Why edits can't be kept safe, or what was kept can't be had.

use std::fmt;
use std::io;

use rusqlite::ErrorCode;

/// Why something about a journal failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JournalError {
    /// The disk is full.
    DiskFull,
    /// The folder can't be written to.
    NotWritable,
    /// Another window uses it.
    InUse,
    /// A newer version of this program wrote it.
    Newer,
    /// It is damaged, so that nothing of it can be had.
    Damaged,
    /// The system says so.
    System(String),
}

impl fmt::Display for JournalError {
    /// A clause without a full stop.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DiskFull => f.write_str("the disk is full"),
            Self::NotWritable => f.write_str("the folder for it can't be written to"),
            Self::InUse => f.write_str("another window has it open"),
            Self::Newer => f.write_str("a newer version of Entente wrote it"),
            Self::Damaged => f.write_str("it is damaged"),
            Self::System(message) => write!(f, "the system says “{message}”"),
        }
    }
}

impl std::error::Error for JournalError {}

impl From<rusqlite::Error> for JournalError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::NotWritable,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            Some(
                ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase | ErrorCode::TypeMismatch,
            ) => Self::Damaged,
            // The tables aren't those that were made.
            Some(ErrorCode::Unknown) => Self::Damaged,
            // Without a code it is a value of another type, or a row that isn't there: of what this program wrote, all
            // can be read.
            None => Self::Damaged,
            Some(_) => Self::System(error.to_string()),
        }
    }
}

impl From<io::Error> for JournalError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::NotWritable
            }
            _ => Self::System(error.to_string()),
        }
    }
}
