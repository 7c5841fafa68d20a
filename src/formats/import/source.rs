//! What was read of files, before anything decides what it means.

use std::path::Path;
use std::sync::Arc;

use super::read_as::ReadAs;
use crate::formats::file_version::FileVersion;
use crate::formats::format::InputFile;
use crate::formats::load::load;
use crate::formats::network::Network;
use crate::formats::opened::{Content, Opened};
use crate::formats::problems::OpenError;
use crate::formats::progress::Progress;
use crate::formats::tables::Table;

/// What was read of one file, or of several that belong together.
#[derive(Clone, Debug)]
pub struct ImportSource {
    /// The files, in the order in which they were read; never empty.
    pub files: Vec<FileRead>,
    /// What they hold.
    pub content: ImportContent,
}

/// What files hold. As it isn't changed any more, all that is made of it shares it.
#[derive(Clone, Debug)]
pub enum ImportContent {
    /// A map.
    Map(Arc<Opened>),
    /// A network, of which choices make a map.
    Network(Arc<Network>),
    /// Tables, of which a plan makes a network.
    Tables(Arc<Vec<Table>>),
}

impl From<Content> for ImportContent {
    fn from(content: Content) -> Self {
        match content {
            Content::Map(opened) => Self::Map(Arc::new(*opened)),
            Content::Network(network) => Self::Network(Arc::new(*network)),
            Content::Tables(tables) => Self::Tables(Arc::new(tables)),
        }
    }
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRead {
    /// Its name without its folder; empty for a text that was pasted.
    pub name: String,
    /// The name of its format.
    pub format: &'static str,
    /// Its encoding, by its name in the Encoding Standard (WHATWG); `None` where it isn't text.
    pub encoding: Option<&'static str>,
    /// What it held when it was loaded from its disk.
    pub version: Option<FileVersion>,
}

impl ImportSource {
    /// Reads a file of any format.
    ///
    /// # Errors
    /// When nothing of it can be read, or the reading was given up.
    pub fn read(file: &InputFile<'_>, progress: Progress<'_>) -> Result<Self, OpenError> {
        Self::read_as(file, ReadAs::default(), progress)
    }

    /// Reads a file of any format as is said, and what isn't said as is found.
    ///
    /// # Errors
    /// As [`ImportSource::read`].
    pub fn read_as(
        file: &InputFile<'_>,
        read_as: ReadAs,
        progress: Progress<'_>,
    ) -> Result<Self, OpenError> {
        let (format, content, encoding) = read_as.read(file, progress)?;
        let read = FileRead { name: file.name.to_owned(), format, encoding, version: None };
        Ok(Self { files: vec![read], content: content.into() })
    }

    /// Loads a file, and reads it as [`ImportSource::read_as`] does.
    ///
    /// # Errors
    /// When the file can't be loaded from its disk, and as [`ImportSource::read`].
    pub fn open(path: &Path, read_as: ReadAs, progress: Progress<'_>) -> Result<Self, OpenError> {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        load(path)
            .and_then(|bytes| {
                let file = InputFile { name: &name, bytes: &bytes };
                let mut source = Self::read_as(&file, read_as, progress)?;
                let version = FileVersion::of(path, &bytes);
                source.files.iter_mut().for_each(|file| file.version = Some(version));
                Ok(source)
            })
            .map_err(|error| error.in_file(name))
    }

    /// Reads one more file that belongs to the first, such as the nations of its ties. Both hold tables.
    ///
    /// # Errors
    /// When nothing of the file can be read, the reading was given up, or one of the files isn't a table.
    pub fn read_beside(
        &mut self,
        file: &InputFile<'_>,
        progress: Progress<'_>,
    ) -> Result<(), OpenError> {
        let beside = Self::read(file, progress)?;
        self.add_beside(beside)
    }

    /// Adds what was read of another file that belongs to the first.
    ///
    /// # Errors
    /// When one of the files isn't a table.
    pub fn add_beside(&mut self, beside: Self) -> Result<(), OpenError> {
        let (ImportContent::Tables(tables), ImportContent::Tables(mut more)) =
            (&mut self.content, beside.content)
        else {
            let message = "it isn't a table, or the file that it belongs to isn't one";
            let remedy = "Join two tables, such as one of ties and one of nations.";
            return Err(OpenError::of_whole_file(message, remedy));
        };
        let tables = Arc::make_mut(tables);
        if let [first] = self.files.as_slice() {
            name_after(tables, first);
        }
        let more = Arc::make_mut(&mut more);
        beside.files.iter().for_each(|file| name_after(more, file));
        tables.append(more);
        self.files.extend(beside.files);
        Ok(())
    }
}

/// Names tables that have no name after their file, so that their places can be told apart.
fn name_after(tables: &mut [Table], file: &FileRead) {
    for table in tables.iter_mut().filter(|table| table.name.is_empty()) {
        table.name.clone_from(&file.name);
    }
}
