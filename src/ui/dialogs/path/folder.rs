//! What lies in a folder, read on a thread of its own: a folder on a slow disk must not hold up the
//! window.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};

use egui::Context;

/// How many entries are read; who looks for more types the name.
const MOST: usize = 2000;

/// A folder and what lies in it.
#[derive(Debug, Default)]
pub(super) struct Folder {
    path: PathBuf,
    entries: Vec<Entry>,
    coming: Option<Receiver<Vec<Entry>>>,
}

/// A file or a folder in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    /// Whether it is a file; folders come first.
    pub(super) is_file: bool,
    /// Its name.
    pub(super) name: String,
}

impl Folder {
    /// The entries of a folder, as far as they have been read: folders first, each sort by name.
    pub(super) fn entries(&mut self, path: &Path, ctx: &Context) -> &[Entry] {
        if self.path != path {
            self.path = path.to_owned();
            self.entries.clear();
            self.coming = Some(read(path.to_owned(), ctx.clone()));
        }
        if let Some(entries) = self.coming.as_ref().and_then(|coming| coming.try_recv().ok()) {
            self.entries = entries;
            self.coming = None;
        }
        &self.entries
    }
}

fn read(path: PathBuf, ctx: Context) -> Receiver<Vec<Entry>> {
    let (sender, coming) = channel();
    let read = move || {
        // The dialog may show another folder by now; then nobody waits for this one.
        let _ = sender.send(list(&path));
        ctx.request_repaint();
    };
    // Without a thread there is no list, and the path can still be typed.
    let _ = std::thread::Builder::new().name("list folder".to_owned()).spawn(read);
    coming
}

/// What lies in a folder, without what is hidden; nothing where it can't be read.
fn list(path: &Path) -> Vec<Entry> {
    let found = std::fs::read_dir(path).into_iter().flatten().filter_map(Result::ok);
    let entries = found.filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        let is_file = !entry.path().is_dir();
        (!name.starts_with('.')).then_some(Entry { is_file, name })
    });
    let mut entries: Vec<Entry> = entries.take(MOST).collect();
    entries.sort();
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_come_first_and_hidden_files_not_at_all() {
        let folder = tempfile::tempdir().expect("a folder");
        for file in ["b.json", "a.json", ".hidden"] {
            std::fs::write(folder.path().join(file), "").expect("a file");
        }
        std::fs::create_dir(folder.path().join("maps")).expect("a folder");
        let names: Vec<String> = list(folder.path()).into_iter().map(|entry| entry.name).collect();
        assert_eq!(names, ["maps", "a.json", "b.json"]);
        assert!(list(&folder.path().join("none")).is_empty());
    }
}
