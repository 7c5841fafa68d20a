//! Watches the file of the open map: says when another program may have changed it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::Wake;

/// Watches the folder of a file: most programs save by putting another file in its place, which a watch of the file
/// itself would miss.
pub struct FileWatcher {
    watcher: RecommendedWatcher,
    watched: Option<PathBuf>,
    touched: Arc<Touched>,
}

/// What the thread that watches knows.
#[derive(Default)]
struct Touched {
    name: Mutex<Option<OsString>>,
    is_touched: AtomicBool,
}

impl FileWatcher {
    /// A watcher of nothing yet. `wake` is called when there is something to take.
    ///
    /// # Errors
    /// A message of the system's, where it can't watch files; a file is then still looked at before it is saved.
    pub fn start(wake: Wake) -> Result<Self, String> {
        let touched = Arc::new(Touched::default());
        let told = Arc::clone(&touched);
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            if event.is_ok_and(|event| told.is_of_file(&event)) {
                told.is_touched.store(true, Ordering::Relaxed);
                wake();
            }
        });
        let watcher = watcher.map_err(|error| error.to_string())?;
        Ok(Self { watcher, watched: None, touched })
    }

    /// Watches this file and no other.
    pub fn watch(&mut self, path: Option<&Path>) {
        if self.watched.as_deref() == path {
            return;
        }
        if let Some(before) = self.watched.take().as_deref().and_then(folder_of) {
            // A folder that is gone is watched no more anyway.
            let _ = self.watcher.unwatch(&before);
        }
        let name = path.and_then(Path::file_name).map(ToOwned::to_owned);
        *self.touched.name.lock().unwrap_or_else(PoisonError::into_inner) = name;
        self.touched.is_touched.store(false, Ordering::Relaxed);
        if let Some(folder) = path.and_then(folder_of) {
            // Where a disk can't be watched, the file is looked at before it is saved.
            let _ = self.watcher.watch(&folder, RecursiveMode::NonRecursive);
        }
        self.watched = path.map(ToOwned::to_owned);
    }

    /// Whether the file may have been changed since this was asked last.
    pub fn take(&self) -> bool {
        self.touched.is_touched.swap(false, Ordering::Relaxed)
    }
}

impl Touched {
    fn is_of_file(&self, event: &Event) -> bool {
        let name = self.name.lock().unwrap_or_else(PoisonError::into_inner);
        let is_it = |path: &PathBuf| path.file_name() == name.as_deref();
        !event.kind.is_access() && name.is_some() && event.paths.iter().any(is_it)
    }
}

fn folder_of(path: &Path) -> Option<PathBuf> {
    std::path::absolute(path).ok()?.parent().map(Path::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::time::{Duration, Instant};

    fn is_touched(watcher: &FileWatcher, within: Duration) -> bool {
        let begun = Instant::now();
        while begun.elapsed() < within {
            if watcher.take() {
                return true;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        false
    }

    #[test]
    fn a_file_that_is_written_or_replaced_is_noticed_and_its_neighbour_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.entente.json");
        fs::write(&path, "one").unwrap();
        let mut watcher = FileWatcher::start(Arc::new(|| {})).expect("a watcher");
        watcher.watch(Some(&path));
        fs::write(folder.path().join("b"), "other").unwrap();
        let _ = fs::read(&path).unwrap();
        assert!(!is_touched(&watcher, Duration::from_millis(200)));
        fs::write(&path, "two").unwrap();
        assert!(is_touched(&watcher, Duration::from_secs(20)));
        std::thread::sleep(Duration::from_millis(100));
        watcher.take();
        fs::write(folder.path().join("new"), "three").unwrap();
        fs::rename(folder.path().join("new"), &path).unwrap();
        assert!(is_touched(&watcher, Duration::from_secs(20)));
        watcher.watch(None);
        fs::write(&path, "four").unwrap();
        assert!(!is_touched(&watcher, Duration::from_millis(200)));
    }
}
