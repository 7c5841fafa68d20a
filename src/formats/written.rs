//! A map as the bytes of a file, and what of it the file doesn't keep.

use std::fmt;

/// The bytes of a file, and what of the map isn't in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// What the format has no place for; empty if the file reads back as the same map.
    pub losses: Vec<Loss>,
}

/// Something of a map that a format has no place for.
///
/// Displayed, it reads: *Names of nations aren't kept (12).*
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What is lost: a plural with a capital letter, such as “Names of nations”.
    pub what: &'static str,
    /// How many of them the map has; never 0.
    pub count: usize,
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} aren't kept ({}).", self.what, self.count)
    }
}
