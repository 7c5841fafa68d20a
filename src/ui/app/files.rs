//! Documents: new, open, save, export, and the question before unsaved work is dropped.

use std::path::PathBuf;

use egui::{Context, ViewportCommand};

use super::App;
use crate::edit::{Command, History};
use crate::export::Pixels;
use crate::formats::{self, Opened, samples};
use crate::model::Map;
use crate::tasks::{FigureRequest, FileEvent, FileJob};
use crate::ui::actions::Action;
use crate::ui::dialogs;
use crate::ui::intent::{Intent, UnsavedAnswer};
use crate::ui::settings::Settings;
use crate::ui::settings::figure::FigureSettings;
use crate::ui::state::sample::Sample;
use crate::ui::state::{Dialog, PathPurpose, State, Then};
use crate::ui::system::{Answer, Outcome, intent_for, suggested_name};

/// The samples as the menus list them.
pub(in crate::ui) fn samples() -> &'static [Sample] {
    const fn listed(index: usize) -> Sample {
        let sample = samples::SAMPLES[index];
        Sample { name: sample.name, title: sample.title }
    }
    const LISTED: [Sample; samples::SAMPLES.len()] = [listed(0), listed(1), listed(2)];
    &LISTED
}

/// The document of the first start.
pub(in crate::ui) fn first_sample(settings: Settings) -> State {
    let map = sample_map(samples::SAMPLES[0].name).unwrap_or_else(Map::empty);
    State::new(History::of_saved(map), None, settings)
}

/// The map of a sample; a test reads them all.
fn sample_map(name: &str) -> Option<Map> {
    let sample = samples::sample(name)?;
    formats::read(sample.json.as_bytes()).ok().map(|opened| opened.map)
}

/// Gives a document just opened the positions it lacked, as part of opening it and not as a step.
pub(in crate::ui) fn complete(state: &mut State, command: Command) {
    let is_unsaved = state.history.is_unsaved();
    let mut map = state.map().clone();
    if crate::edit::apply(&mut map, command).is_ok() {
        state.history = if is_unsaved { History::of_unsaved(map) } else { History::of_saved(map) };
        state.visible.expire();
    }
}

/// A picture as the toolkit takes it.
fn image_of(pixels: &Pixels) -> egui::ColorImage {
    let size = [pixels.width as usize, pixels.height as usize];
    egui::ColorImage::from_rgba_premultiplied(size, &pixels.rgba)
}

impl App {
    /// File actions of the menu.
    pub(in crate::ui) fn act_on_file(
        &mut self,
        action: Action,
        ctx: &Context,
        frame: Option<&eframe::Frame>,
    ) {
        match action {
            Action::New => self.leave_for(Then::New, ctx, frame),
            Action::Open => self.leave_for(Then::Open, ctx, frame),
            Action::Quit => self.leave_for(Then::Quit, ctx, frame),
            Action::Save => self.save(ctx, frame),
            Action::SaveAs => self.ask(PathPurpose::Save, ctx, frame),
            Action::Export => self.state.dialog = Some(Dialog::Export),
            Action::CopyPicture => self.copy_picture(self.dialog_memory.export_request),
            _ => {}
        }
    }

    /// Intents about files.
    pub(in crate::ui) fn carry_out_file(
        &mut self,
        intent: Intent,
        ctx: &Context,
        frame: Option<&eframe::Frame>,
    ) {
        match intent {
            Intent::OpenPath(path) => self.leave_for(Then::OpenPath(path), ctx, frame),
            Intent::OpenSample(name) => self.leave_for(Then::OpenSample(name), ctx, frame),
            Intent::SaveTo(path) => {
                self.state.dialog = None;
                self.save_to(path);
            }
            Intent::CopyPicture(request) => {
                self.state.dialog = None;
                self.keep(|settings| settings.figure = FigureSettings::of(&request));
                self.copy_picture(request);
            }
            Intent::Export(request) => {
                self.state.dialog = None;
                self.keep(|settings| settings.figure = FigureSettings::of(&request));
                self.ask(PathPurpose::Export(request), ctx, frame);
            }
            Intent::ExportTo(path, request) => {
                self.state.dialog = None;
                self.export_to(path, request);
            }
            Intent::Unsaved(answer) => self.answer_unsaved(answer, ctx, frame),
            _ => {}
        }
    }

    /// Goes on to another document or out of the app, unless unsaved work would be lost.
    fn leave_for(&mut self, then: Then, ctx: &Context, frame: Option<&eframe::Frame>) {
        if self.state.history.is_unsaved() {
            self.state.dialog = Some(Dialog::Unsaved(then));
        } else {
            self.go_on(then, ctx, frame);
        }
    }

    fn go_on(&mut self, then: Then, ctx: &Context, frame: Option<&eframe::Frame>) {
        self.state.dialog = None;
        match then {
            Then::New => self.replace(History::of_saved(Map::empty()), None),
            Then::Open => {
                self.ask(PathPurpose::Open, ctx, frame);
            }
            Then::OpenPath(path) => self.read(path),
            Then::OpenSample(name) => {
                if let Some(map) = sample_map(name) {
                    self.replace(History::of_saved(map), None);
                }
            }
            Then::Quit => {
                self.may_close = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    fn answer_unsaved(
        &mut self,
        answer: UnsavedAnswer,
        ctx: &Context,
        frame: Option<&eframe::Frame>,
    ) {
        let Some(Dialog::Unsaved(then)) = self.state.dialog.take() else { return };
        match answer {
            UnsavedAnswer::Cancel => {}
            UnsavedAnswer::Discard => self.go_on(then, ctx, frame),
            UnsavedAnswer::Save => {
                self.after_save = Some(then);
                self.save(ctx, frame);
            }
        }
    }

    /// Asks for a file in the system's dialog.
    fn ask(&mut self, purpose: PathPurpose, ctx: &Context, frame: Option<&eframe::Frame>) {
        let document = match &self.state.path {
            Some(path) => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            None => self.state.document_name(),
        };
        let name = suggested_name(&document, &purpose);
        self.system.ask(purpose, &name, self.state.settings.folder.as_deref(), frame, ctx);
    }

    fn save(&mut self, ctx: &Context, frame: Option<&eframe::Frame>) {
        match self.state.path.clone() {
            Some(path) => self.save_to(path),
            None => self.ask(PathPurpose::Save, ctx, frame),
        }
    }

    fn save_to(&mut self, path: PathBuf) {
        let revision = self.state.history.revision();
        let map = Box::new(self.state.map().clone());
        self.file_worker.request(FileJob::Save { map, revision, path });
    }

    /// While the export dialog is open, asks for a picture of what it would export.
    pub(in crate::ui) fn ask_for_preview(&mut self) {
        let request = self.dialog_memory.export_request;
        let wanted = Some((request, self.state.visible.version()));
        if self.state.dialog == Some(Dialog::Export)
            && !self.preview_asked
            && self.preview_of != wanted
        {
            self.preview_asked = true;
            let map = Box::new(self.state.shown_map().clone());
            self.file_worker.request(FileJob::Preview { map, request });
        }
    }

    /// Has a picture drawn off the window's thread; it is copied once it is there.
    fn copy_picture(&mut self, request: FigureRequest) {
        let map = Box::new(self.state.shown_map().clone());
        self.file_worker.request(FileJob::Picture { map, request });
    }

    fn export_to(&mut self, path: PathBuf, request: FigureRequest) {
        self.keep(|settings| settings.folder = path.parent().map(Into::into));
        let map = Box::new(self.state.shown_map().clone());
        self.file_worker.request(FileJob::Export { map, request, path });
    }

    pub(in crate::ui) fn read(&mut self, path: PathBuf) {
        self.file_worker.request(FileJob::Read(path));
    }

    /// Goes on with what a dialog of the system was asked for.
    pub(in crate::ui) fn take_answer(&mut self, answer: Answer, out: &mut Vec<Intent>) {
        let Answer { purpose, outcome } = answer;
        match outcome {
            Outcome::Chosen(path) => match purpose {
                // Whether unsaved work may go was asked before the dialog was.
                PathPurpose::Open => self.read(path),
                _ => out.push(intent_for(&purpose, path)),
            },
            Outcome::Exists(path) => {
                self.dialog_memory.ask_to_replace(path);
                self.state.dialog = Some(Dialog::Path(purpose));
            }
            Outcome::Cancelled => self.after_save = None,
            Outcome::NoDialog => self.state.dialog = Some(Dialog::Path(purpose)),
        }
    }

    pub(in crate::ui) fn take_file_event(&mut self, event: FileEvent, ctx: &Context) {
        match event {
            FileEvent::Read(path, Ok(opened)) => self.opened(path, *opened),
            FileEvent::Saved(path, revision, Ok(())) => self.saved(path, revision, ctx),
            FileEvent::Exported(path, Ok(())) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let show = Intent::ShowInFolder(path);
                self.toasts.say_with(format!("Exported “{name}”"), "Show in folder", show);
            }
            FileEvent::Picture(Ok(pixels)) => {
                let (width, height) = (pixels.width, pixels.height);
                ctx.copy_image(image_of(&pixels));
                self.toasts.say(format!("Copied a picture of {width} × {height} pixels"));
            }
            FileEvent::Preview(request, preview) => {
                self.preview_asked = false;
                self.preview_of = Some((request, self.state.visible.version()));
                self.dialog_memory.export_preview = preview.map(|preview| {
                    let image = image_of(&preview.pixels);
                    let texture = ctx.load_texture("preview", image, egui::TextureOptions::LINEAR);
                    let page = (preview.width, preview.height);
                    dialogs::ExportPreview { texture, page }
                });
            }
            FileEvent::Saved(_, _, Err(message)) => {
                self.after_save = None;
                self.toasts.warn(message);
            }
            FileEvent::Read(_, Err(message))
            | FileEvent::Exported(_, Err(message))
            | FileEvent::Picture(Err(message)) => {
                self.toasts.warn(message);
            }
        }
    }

    fn opened(&mut self, path: PathBuf, opened: Opened) {
        let problems: Vec<String> = opened.problems.iter().map(ToString::to_string).collect();
        self.keep(|settings| settings.remember(&path));
        self.replace(History::of_saved(opened.map), Some(path));
        self.tell_problems("Opened", problems);
    }

    /// Offers to show what could not be had of what was opened or pasted.
    pub(in crate::ui) fn tell_problems(&mut self, done: &str, problems: Vec<String>) {
        let count = problems.len();
        if count > 0 {
            self.state.problems = problems;
            let plural = if count == 1 { "problem" } else { "problems" };
            let text = format!("{done} with {count} {plural}; the rest was kept");
            self.toasts.say_with(text, "Show", Intent::OpenDialog(Dialog::Problems));
        }
    }

    fn replace(&mut self, history: History, path: Option<PathBuf>) {
        let settings = self.state.settings.clone();
        self.state = State::new(history, path, settings);
        self.shown_anew();
    }

    fn saved(&mut self, path: PathBuf, revision: u64, ctx: &Context) {
        self.state.history.mark_saved(revision);
        self.state.saved_at = Some(jiff::Zoned::now().strftime("%H:%M").to_string());
        self.keep(|settings| settings.remember(&path));
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.toasts.say(format!("Saved “{name}”"));
        self.state.path = Some(path);
        if let Some(then) = self.after_save.take() {
            self.go_on(then, ctx, None);
        }
    }
}
