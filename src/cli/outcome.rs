//! How a command ends.

/// How a command ended, as the exit code of the process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It was done.
    Done = 0,
    /// Under `--strict`: it was done, with something to be looked at.
    Warnings = 1,
    /// It could not be done; a message says why.
    Failed = 2,
}

/// A message that tells a person why a command failed.
#[derive(Debug)]
pub(crate) struct Failure(pub(super) String);

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}
