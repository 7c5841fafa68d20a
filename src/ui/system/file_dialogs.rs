//! The system's file dialogs: opened without blocking the window, one at a time.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

use rfd::AsyncFileDialog;

use super::dialog_backend::{Backend, find};
use super::file_names::{PICTURE_EXTENSIONS, with_extension};
use crate::formats::{EXTENSION, FORMATS};
use crate::tasks::FigureFormat;
use crate::ui::state::PathPurpose;

/// Nobody sees a dialog and cancels it in less than this. An answer that fast means that there was no
/// dialog: a portal without a file chooser, or zenity without a display.
const FASTEST_PERSON: Duration = Duration::from_millis(120);

/// The dialog that is open, if any.
#[derive(Debug, Default)]
pub struct SystemDialogs {
    waiting: Option<Waiting>,
}

#[derive(Debug)]
struct Waiting {
    purpose: PathPurpose,
    outcome: Receiver<DialogOutcome>,
}

/// The answer of a dialog.
#[derive(Clone, Debug, PartialEq)]
pub struct DialogAnswer {
    /// What the path was wanted for.
    pub purpose: PathPurpose,
    /// What was chosen.
    pub outcome: DialogOutcome,
}

/// What was chosen in a dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DialogOutcome {
    /// This file, to open or to write.
    Chosen(PathBuf),
    /// This file, which exists. The dialog couldn't ask whether to replace it, since the extension was
    /// added afterwards.
    Exists(PathBuf),
    /// None.
    Cancelled,
    /// This system showed no dialog: ask for the path in the window.
    NoDialog,
}

impl SystemDialogs {
    /// Asks for a file in a dialog over the window. `name` is suggested when saving or exporting, in
    /// `folder` where one is known. While a dialog is open, nothing happens.
    pub fn ask(
        &mut self,
        purpose: PathPurpose,
        name: &str,
        folder: Option<&Path>,
        window: Option<&eframe::Frame>,
        ctx: &egui::Context,
    ) {
        if self.is_open() {
            return;
        }
        let (sender, outcome) = channel();
        let send = {
            let ctx = ctx.clone();
            move |outcome| {
                // The window may be gone by now; then nobody waits for the answer.
                let _ = sender.send(outcome);
                ctx.request_repaint();
            }
        };
        match find() {
            None => send(DialogOutcome::NoDialog),
            Some(backend) => {
                let dialog = dialog(&purpose, name, folder, backend);
                let dialog = match window {
                    Some(window) => dialog.set_parent(window),
                    None => dialog,
                };
                wait_for(dialog, purpose.clone(), send);
            }
        }
        self.waiting = Some(Waiting { purpose, outcome });
    }

    /// Whether a dialog is open or its answer has not been taken yet.
    pub const fn is_open(&self) -> bool {
        self.waiting.is_some()
    }

    /// The answer, once there is one. Call it in each frame; an answer requests one.
    pub fn poll(&mut self) -> Option<DialogAnswer> {
        let outcome = match self.waiting.as_ref()?.outcome.try_recv() {
            Ok(outcome) => outcome,
            Err(TryRecvError::Empty) => return None,
            // Its thread has ended without an answer.
            Err(TryRecvError::Disconnected) => DialogOutcome::NoDialog,
        };
        let purpose = self.waiting.take()?.purpose;
        Some(DialogAnswer { purpose, outcome })
    }
}

fn dialog(
    purpose: &PathPurpose,
    name: &str,
    folder: Option<&Path>,
    backend: Backend,
) -> AsyncFileDialog {
    let folder = folder.filter(|folder| folder.is_dir());
    let mut dialog = AsyncFileDialog::new().set_title(match purpose {
        PathPurpose::Open => "Open map",
        PathPurpose::Picture(_) => "Choose picture",
        PathPurpose::Save => "Save map",
        PathPurpose::Export(_) => "Export figure",
        PathPurpose::Add => "Add from file",
        PathPurpose::Join => "Add a table",
        PathPurpose::Report => "Save report",
        PathPurpose::ExportData(_) => "Export data",
    });
    for (name, extensions) in filters(purpose) {
        dialog = dialog.add_filter(name, &extensions);
    }
    if let Some(folder) = folder {
        dialog = dialog.set_directory(folder);
    }
    match suggestion(purpose, name, folder, backend) {
        Some(suggestion) => dialog.set_file_name(suggestion),
        None => dialog,
    }
}

/// What to pass as the file's name. Zenity takes no folder beside it, but before the name; to open a
/// file, it takes the folder alone, with a separator at its end.
fn suggestion(
    purpose: &PathPurpose,
    name: &str,
    folder: Option<&Path>,
    backend: Backend,
) -> Option<String> {
    let name = if purpose.is_reading() { "" } else { name };
    let whole = match (backend, folder) {
        (Backend::Zenity, Some(folder)) => folder.join(name).to_string_lossy().into_owned(),
        _ => name.to_owned(),
    };
    (!whole.is_empty()).then_some(whole)
}

fn filters(purpose: &PathPurpose) -> Vec<(&'static str, Vec<&'static str>)> {
    match purpose {
        PathPurpose::Open | PathPurpose::Add | PathPurpose::Join => readable(),
        PathPurpose::Save => vec![("Entente map", vec![EXTENSION, "json"])],
        PathPurpose::Report => vec![("Text", vec!["txt"])],
        PathPurpose::ExportData(format) => {
            vec![(format.name, format.written_extensions().collect())]
        }
        PathPurpose::Picture(_) => vec![("PNG, JPEG or SVG", PICTURE_EXTENSIONS.to_vec())],
        PathPurpose::Export(request) => {
            // The chosen format first, since the first filter is the one that applies.
            let mut formats = FigureFormat::ALL;
            formats.sort_by_key(|format| *format != request.format);
            formats.map(|format| (format.name(), vec![format.extension()])).to_vec()
        }
    }
}

/// All that can be opened, then each format.
fn readable() -> Vec<(&'static str, Vec<&'static str>)> {
    let all = FORMATS.iter().flat_map(|format| format.extensions.iter().copied());
    let all = ("All that can be opened", all.chain(["json"]).collect());
    let each = FORMATS.iter().map(|format| (format.name, format.extensions.to_vec()));
    std::iter::once(all).chain(each).collect()
}

/// Waits for a dialog on a thread of its own. The future is made here, on the window's thread, as
/// macOS requires.
fn wait_for(
    dialog: AsyncFileDialog,
    purpose: PathPurpose,
    send: impl FnOnce(DialogOutcome) + Send + 'static,
) {
    let future: std::pin::Pin<Box<dyn Future<Output = _> + Send>> = match &purpose {
        reading if reading.is_reading() => Box::pin(dialog.pick_file()),
        _ => Box::pin(dialog.save_file()),
    };
    let wait = move || {
        let asked = Instant::now();
        let file = pollster::block_on(future).map(|file| file.path().to_owned());
        send(outcome(file, &purpose, asked.elapsed()));
    };
    // Without a thread the sender is dropped, and `poll` says that there is no dialog.
    let _ = std::thread::Builder::new().name("file dialog".to_owned()).spawn(wait);
}

fn outcome(file: Option<PathBuf>, purpose: &PathPurpose, waited: Duration) -> DialogOutcome {
    match file.filter(|path| !path.as_os_str().is_empty()) {
        Some(path) => {
            let whole = with_extension(&path, purpose);
            // The dialog asked about the name as it was typed, not about the completed one.
            if whole != path && whole.exists() {
                DialogOutcome::Exists(whole)
            } else {
                DialogOutcome::Chosen(whole)
            }
        }
        None if waited < FASTEST_PERSON => DialogOutcome::NoDialog,
        None => DialogOutcome::Cancelled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tasks::FigureRequest;

    const SLOW: Duration = Duration::from_secs(3);

    #[test]
    fn an_answer_faster_than_a_person_means_no_dialog() {
        assert_eq!(outcome(None, &PathPurpose::Open, Duration::ZERO), DialogOutcome::NoDialog);
        assert_eq!(outcome(None, &PathPurpose::Open, SLOW), DialogOutcome::Cancelled);
    }

    #[test]
    fn a_name_completed_afterwards_is_not_replaced_unasked() {
        let folder = tempfile::tempdir().expect("a folder");
        let typed = folder.path().join("map");
        let whole = folder.path().join("map.entente.json");
        let of_typed = || outcome(Some(typed.clone()), &PathPurpose::Save, SLOW);
        assert_eq!(of_typed(), DialogOutcome::Chosen(whole.clone()));
        std::fs::write(&whole, "").expect("a file");
        assert_eq!(of_typed(), DialogOutcome::Exists(whole.clone()));
        let replaced = outcome(Some(whole.clone()), &PathPurpose::Save, SLOW);
        assert_eq!(replaced, DialogOutcome::Chosen(whole));
    }

    #[test]
    fn zenity_gets_the_folder_before_the_name() {
        let folder = Some(Path::new("/maps"));
        let suggest =
            |purpose: &PathPurpose, backend| suggestion(purpose, "a.entente.json", folder, backend);
        use Backend::{Native, Zenity};
        let save = PathPurpose::Save;
        assert_eq!(suggest(&save, Zenity).as_deref(), Some("/maps/a.entente.json"));
        assert_eq!(suggest(&save, Native).as_deref(), Some("a.entente.json"));
        assert_eq!(suggest(&PathPurpose::Open, Zenity).as_deref(), Some("/maps/"));
        assert_eq!(suggest(&PathPurpose::Open, Native), None);
    }

    #[test]
    fn each_format_can_be_chosen_to_be_opened_after_all_of_them() {
        let filters = filters(&PathPurpose::Open);
        assert_eq!(filters.len(), FORMATS.len() + 1);
        assert!(filters[0].1.len() > FORMATS.len() && filters[0].1.contains(&EXTENSION));
        for (filter, format) in filters[1..].iter().zip(FORMATS) {
            assert_eq!(*filter, (format.name, format.extensions.to_vec()));
        }
    }

    #[test]
    fn the_chosen_format_is_the_first_filter() {
        let request = FigureRequest { format: FigureFormat::Pdf, ..FigureRequest::default() };
        let names: Vec<_> =
            filters(&PathPurpose::Export(request)).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["PDF", "SVG", "PNG"]);
    }
}
