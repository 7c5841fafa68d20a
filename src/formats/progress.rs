//! How far reading has come, and whether it is to go on.

use super::problems::OpenError;

/// Told how far the reading of one file has come. Readers call [`Progress::at`] every few thousand
/// records, so that a large file can be given up.
#[derive(Clone, Copy)]
pub struct Progress<'a> {
    tell: &'a dyn Fn(f32) -> bool,
}

impl<'a> Progress<'a> {
    /// Calls `tell` with the share that is done, 0 to 1; it returns whether to go on.
    pub const fn new(tell: &'a dyn Fn(f32) -> bool) -> Self {
        Self { tell }
    }

    /// For a file that nobody waits to give up.
    pub const fn untold() -> Progress<'static> {
        Progress { tell: &|_| true }
    }

    /// So much of the whole is done.
    ///
    /// # Errors
    /// When the reading is to be given up.
    pub fn at(self, done: usize, whole: usize) -> Result<(), OpenError> {
        if (self.tell)((done as f32 / whole.max(1) as f32).min(1.0)) {
            return Ok(());
        }
        Err(OpenError::of_whole_file("reading it was given up", "Open it again to read it."))
    }
}
