//! Writing to who may stop reading.

use std::io::{self, ErrorKind, Write};

/// Writes until the other side is closed, as `head` does when it has seen enough. What would be written after
/// that goes nowhere, for nobody has asked for it; every other failure stays one.
pub(super) struct UntilClosed<'w> {
    inner: &'w mut dyn Write,
    is_closed: bool,
}

impl<'w> UntilClosed<'w> {
    /// Writes to another writer.
    pub(super) fn new(inner: &'w mut dyn Write) -> Self {
        Self { inner, is_closed: false }
    }

    fn unless_closed<T>(&mut self, result: io::Result<T>, otherwise: T) -> io::Result<T> {
        match result {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.is_closed = true;
                Ok(otherwise)
            }
            result => result,
        }
    }
}

impl Write for UntilClosed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_closed {
            return Ok(bytes.len());
        }
        let result = self.inner.write(bytes);
        self.unless_closed(result, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.is_closed {
            return Ok(());
        }
        let result = self.inner.flush();
        self.unless_closed(result, ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes so many writes, and then fails in one way.
    struct Failing(usize, ErrorKind);

    impl Write for Failing {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self.0.checked_sub(1).ok_or(self.1)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(self.1.into())
        }
    }

    #[test]
    fn who_stops_reading_ends_it_quietly_and_a_full_disk_does_not() {
        for (kind, is_quiet) in [(ErrorKind::BrokenPipe, true), (ErrorKind::StorageFull, false)] {
            let mut failing = Failing(1, kind);
            let mut writer = UntilClosed::new(&mut failing);
            assert!(writer.write_all(b"first").is_ok());
            assert_eq!(writer.write_all(b"second").is_ok(), is_quiet);
            assert_eq!(writer.flush().is_ok(), is_quiet);
        }
    }
}
