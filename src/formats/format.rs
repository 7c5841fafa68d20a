//! What every file format provides: a name, a way to recognise its files, a reader and a writer.

use std::fmt;

use super::mapping::Holds;
use super::network::Network;
use super::opened::{Content, Opened};
use super::problems::OpenError;
use super::progress::Progress;
use super::tables::Table;
use super::written::Written;
use crate::model::Map;

/// A file format.
pub struct Format {
    /// What it is called.
    pub name: &'static str,
    /// How the names of its files end, in lower case and without the dot; the usual one first.
    pub extensions: &'static [&'static str],
    /// Those of its endings under which files are read and none is written, for another program would find
    /// in them what the ending doesn't say.
    pub only_read: &'static [&'static str],
    /// Its media types (RFC 6838) as desktops know them; the usual one first. Empty where it has none.
    pub media_types: &'static [&'static str],
    /// Says how likely a file is to be in this format, by its name and its first bytes.
    pub recognise: fn(&InputFile<'_>) -> Certainty,
    /// Reads a file.
    pub reader: Reader,
    /// Writes a map; `None` where the format is only read.
    pub writer: Option<Writer>,
}

/// A file that was loaded but not read yet.
#[derive(Clone, Copy, Debug)]
pub struct InputFile<'a> {
    /// Its name without its folder; empty if it isn't known.
    pub name: &'a str,
    /// Its bytes, of which the first few have to be enough to recognise it.
    pub bytes: &'a [u8],
}

/// How likely a file is to be in a format, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It isn't.
    No,
    /// Its name or its first bytes allow it, as they allow others.
    Possible,
    /// Its first bytes look like it.
    Likely,
    /// Its first bytes say so.
    Certain,
}

/// Reads the bytes of a file; what it holds depends on the format.
///
/// A reader checks every limit before it allocates memory for what exceeds it, and never panics. It
/// fails only when nothing of the file can be read.
#[derive(Clone, Copy)]
pub enum Reader {
    /// Reads a map.
    Map(fn(&[u8]) -> Result<Opened, OpenError>),
    /// Reads a network.
    Network(fn(&InputFile<'_>, Progress<'_>) -> Result<Network, OpenError>),
    /// Reads a network, or tables where a file holds these instead.
    NetworkOrTables(fn(&InputFile<'_>, Progress<'_>) -> Result<Content, OpenError>),
    /// Reads tables, of which a plan then makes a network.
    Tables(fn(&InputFile<'_>, Progress<'_>) -> Result<Vec<Table>, OpenError>),
}

/// Writes a map.
#[derive(Clone, Copy)]
pub enum Writer {
    /// Writes the map itself, and says what of it can't be kept.
    Map(fn(&Map) -> Written),
    /// Writes the network of a map, which has what the format holds.
    Network(Holds, fn(&Network) -> Vec<u8>),
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for Format {
    /// No two formats share a name.
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Format {
    /// Whether the name of a file ends as those of this format do.
    pub fn has_name(&self, file: &InputFile<'_>) -> bool {
        let name = file.name.to_lowercase();
        let stem_of = |extension: &&str| name.strip_suffix(extension)?.strip_suffix('.');
        self.extensions.iter().any(|extension| stem_of(extension).is_some())
    }

    /// The endings under which its files are written, the usual one first; none where it is only read.
    pub fn written_extensions(&self) -> impl Iterator<Item = &'static str> {
        let endings = self.extensions.iter().filter(|_| self.writer.is_some()).copied();
        endings.filter(|ending| !self.only_read.contains(ending))
    }
}

impl Reader {
    /// Reads a file, whatever it holds.
    ///
    /// # Errors
    /// When nothing of the file can be read.
    pub fn read(self, file: &InputFile<'_>, progress: Progress<'_>) -> Result<Content, OpenError> {
        match self {
            Self::Map(read) => read(file.bytes).map(Box::new).map(Content::Map),
            Self::Network(read) => read(file, progress).map(Box::new).map(Content::Network),
            Self::NetworkOrTables(read) => read(file, progress),
            Self::Tables(read) => read(file, progress).map(Content::of_tables),
        }
    }
}

impl Writer {
    /// Writes a map.
    pub fn write(self, map: &Map) -> Written {
        match self {
            Self::Map(write) => write(map),
            Self::Network(holds, write) => {
                let (network, losses) = super::mapping::from_map(map, holds);
                Written { bytes: write(&network), losses }
            }
        }
    }
}
