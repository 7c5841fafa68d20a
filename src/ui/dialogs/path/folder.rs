//! What a folder holds, listed on a thread of its own: a folder on a slow disk must not hold up the
//! window.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};

use egui::Context;

/// No more entries than this are read; the name of another can be typed.
const MAX_ENTRIES: usize = 2000;

/// A folder and what it holds.
#[derive(Debug, Default)]
pub struct Folder {
    path: PathBuf,
    entries: Vec<Entry>,
    listing: Option<Receiver<Vec<Entry>>>,
}

/// A file or a folder in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Whether it is a file; folders come first.
    pub is_file: bool,
    /// Its name.
    pub name: String,
}

impl Folder {
    /// The entries of a folder: folders first, then files, each by name; empty until they have been read.
    pub fn entries(&mut self, path: &Path, ctx: &Context) -> &[Entry] {
        if self.path != path {
            self.path = path.to_owned();
            self.entries.clear();
            self.listing = Some(start_listing(path.to_owned(), ctx.clone()));
        }
        if let Some(entries) = self.listing.as_ref().and_then(|listing| listing.try_recv().ok()) {
            self.entries = entries;
            self.listing = None;
        }
        &self.entries
    }
}

fn start_listing(path: PathBuf, ctx: Context) -> Receiver<Vec<Entry>> {
    let (sender, listing) = channel();
    let send = move || {
        // If the dialog shows another folder by now, nobody waits for this one.
        let _ = sender.send(list(&path));
        ctx.request_repaint();
    };
    // Without a thread there is no list, and the path can still be typed.
    let _ = std::thread::Builder::new().name("list folder".to_owned()).spawn(send);
    listing
}

/// What a folder holds, without hidden files; nothing if it can't be read.
fn list(path: &Path) -> Vec<Entry> {
    let found = std::fs::read_dir(path).into_iter().flatten().filter_map(Result::ok);
    let entries = found.filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        let is_file = !entry.path().is_dir();
        (!name.starts_with('.')).then_some(Entry { is_file, name })
    });
    let mut entries: Vec<Entry> = entries.take(MAX_ENTRIES).collect();
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
