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
/// Displayed, it reads: *Names of nations aren't kept (12).* or *Ties that end at ties are written as ties
/// to a node that stands for the tie (4).*
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What is lost: a plural with a capital letter, such as “Names of nations”.
    pub what: &'static str,
    /// How many of them the map has; never 0.
    pub count: usize,
    /// How it is expressed otherwise, behind “are”, such as “written as ties to a node that stands for the
    /// tie”; `None` where it is left out.
    pub instead: Option<&'static str>,
}

impl Loss {
    /// So many of them are left out; `None` where there are none.
    pub fn left_out(what: &'static str, count: usize) -> Option<Self> {
        (count > 0).then_some(Self { what, count, instead: None })
    }

    /// So many of them are expressed otherwise; `None` where there are none.
    pub fn expressed(what: &'static str, count: usize, instead: &'static str) -> Option<Self> {
        (count > 0).then_some(Self { what, count, instead: Some(instead) })
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.instead {
            Some(instead) => write!(f, "{} are {instead} ({}).", self.what, self.count),
            None => write!(f, "{} aren't kept ({}).", self.what, self.count),
        }
    }
}
