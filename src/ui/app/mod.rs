//! The app: puts the parts of the window together and carries out what they ask for.
//!
//! It alone writes the state. Each file here carries out one sort of request. What has state of its
//! own, such as the layout that runs, the clipboard or the preview of a figure, is a struct that the
//! app owns.

mod clipboard;
mod closing;
mod data_export;
mod documents;
mod edit_steps;
mod events;
mod figures;
mod file_paths;
mod imports;
mod input;
mod intents;
mod journal;
mod layout_run;
mod on_disk;
mod pacts;
mod pasted_map;
mod perform;
mod pictures;
mod preferences;
mod quality_requests;
mod quick_lines;
mod selection;
mod step_views;
mod versions;
mod visibility;
mod window_size;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use egui::{Context, Frame, Margin, Panel, Ui, ViewportCommand};

use super::canvas::{Camera, Canvas};
use super::chrome;
use super::chrome::toasts::Toasts;
use super::dialogs;
use super::intent::Intent;
use super::panels;
use super::quick_entry::QuickEntry;
use super::settings::Settings;
use super::state::{CloseReason, State};
use super::system::{CompositionKeys, EndSignal, SystemDialogs};
use super::theme;
use super::theme::script_fonts::ScriptFonts;
use crate::edit::Target;
use crate::formats::FileVersion;
use crate::recovery::{Left, VersionsFolder};
use crate::scene::figure::View;
use crate::tasks::{
    CondenseWorker, FileWatcher, FileWorker, ImportWorker, JournalWorker, LayoutWorker,
    QualityWorker, Wake,
};
use clipboard::Clipboard;
use data_export::LossRequests;
use figures::FigurePreview;
use imports::{Added, ReadPurpose};
use layout_run::LayoutRun;
use pacts::PactRequests;
use quality_requests::QualityRequests;
use step_views::StepViews;

/// The app in its window.
pub struct App {
    state: State,
    canvas: Canvas,
    toasts: Toasts,
    clipboard: Clipboard,
    file_worker: FileWorker,
    layout_run: LayoutRun,
    quality_requests: QualityRequests,
    pact_requests: PactRequests,
    figure_preview: FigurePreview,
    loss_requests: LossRequests,
    import_worker: ImportWorker,
    /// Keeps what is done safe, where there is a folder for it, until the window closes.
    journal: Option<JournalWorker>,
    /// What is wanted of what is being read.
    read_purpose: ReadPurpose,
    /// What is being added to the map.
    added: Added,
    system_dialogs: SystemDialogs,
    dialog_memory: dialogs::Memory,
    panel_memory: panels::Memory,
    quick_entry: QuickEntry,
    /// The view from before what is written in quick entry was brought into it.
    view_before_lines: Option<Camera>,
    step_views: StepViews,
    has_fitted_to_screen: bool,
    /// Watches the file of the map, where the system can.
    file_watcher: Option<FileWatcher>,
    /// When the file is looked at because it was touched.
    look_due_s: Option<f64>,
    /// What the file held when it was last said that another program has changed it since.
    told_of: Option<FileVersion>,
    /// Whether the file of the map was moved or deleted, as far as is known.
    is_file_gone: bool,
    /// The file that was compared with the map, and the map's revision, while it is asked what becomes of them.
    compared: Option<(PathBuf, u64)>,
    /// The offer of unsaved work that a person has closed or taken.
    answered_left: Vec<Left>,
    /// What the file that is being added held, where it is that of the map.
    version_to_add: Option<FileVersion>,
    /// Why the document is closed once it has been saved.
    close_after_save: Option<CloseReason>,
    /// Whether the window may close although work is unsaved.
    may_close: bool,
    /// Whether the window has opened with what it starts with.
    has_started: bool,
    /// The window's title as it was set last.
    title: String,
    script_fonts: ScriptFonts,
    /// The system's wish that the program end, where it is listened for.
    end_signal: EndSignal,
    /// Warnings from short-lived threads.
    warnings: (Sender<String>, Receiver<String>),
}

/// What the window opens with.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// A file to open; without one the first sample is shown.
    pub path: Option<PathBuf>,
    /// What is kept from one start to the next.
    pub settings: Settings,
    /// The folder in which what is done is kept until it is saved; without one it isn't.
    pub recovery: Option<PathBuf>,
    /// The folder in which a copy of each save is kept; without one none is.
    pub versions: Option<PathBuf>,
}

/// What the app needs of the toolkit to carry something out.
#[derive(Clone, Copy)]
struct WindowContext<'a> {
    ctx: &'a Context,
    /// The window to which the system's dialogs belong; there is none in a test.
    frame: Option<&'a eframe::Frame>,
}

impl WindowContext<'_> {
    /// The toolkit's time, in seconds.
    fn now_s(self) -> f64 {
        self.ctx.input(|input| input.time)
    }
}

impl App {
    /// A window that shows a file or the first sample.
    ///
    /// # Errors
    /// When the system gives no threads.
    pub fn new(ctx: &Context, start: Start) -> std::io::Result<Self> {
        theme::install(ctx);
        ctx.add_plugin(CompositionKeys::default());
        let waker = ctx.clone();
        let wake: Wake = Arc::new(move || waker.request_repaint());
        let dialog_memory = dialogs::Memory::new(start.settings.figure.request());
        let mut app = Self {
            state: documents::first_sample(start.settings),
            canvas: Canvas::new(&wake)?,
            toasts: Toasts::default(),
            clipboard: Clipboard::default(),
            file_worker: FileWorker::start(
                Arc::clone(&wake),
                start.versions.map(VersionsFolder::new),
            )?,
            layout_run: LayoutRun::new(LayoutWorker::start(Arc::clone(&wake))?),
            quality_requests: QualityRequests::new(QualityWorker::start(Arc::clone(&wake))?),
            pact_requests: PactRequests::new(CondenseWorker::start(Arc::clone(&wake))?),
            figure_preview: FigurePreview::default(),
            loss_requests: LossRequests::default(),
            import_worker: ImportWorker::start(Arc::clone(&wake))?,
            journal: journal::start(start.recovery, wake)?,
            read_purpose: ReadPurpose::default(),
            added: Added::default(),
            system_dialogs: SystemDialogs::default(),
            dialog_memory,
            panel_memory: panels::Memory::default(),
            quick_entry: QuickEntry::default(),
            view_before_lines: None,
            step_views: StepViews::default(),
            has_fitted_to_screen: false,
            file_watcher: None,
            look_due_s: None,
            told_of: None,
            is_file_gone: false,
            compared: None,
            answered_left: Vec::new(),
            version_to_add: None,
            close_after_save: None,
            may_close: false,
            has_started: false,
            title: String::new(),
            script_fonts: ScriptFonts::default(),
            end_signal: EndSignal::default(),
            warnings: channel(),
        };
        app.apply_theme(ctx);
        app.show_to_journal();
        app.look_for_left();
        app.document_replaced();
        app.has_started = true;
        let last = app.take_last_open();
        if let Some(path) = start.path.or(last) {
            // A journal may be read from another folder than it was begun in.
            app.read(vec![std::path::absolute(&path).unwrap_or(path)]);
        }
        Ok(app)
    }

    /// Listens for the system's wish that the program end, and reports faults in a folder.
    pub fn attach_to_system(&mut self, ctx: &Context, reports: Option<PathBuf>) {
        super::system::report_faults(reports, ctx, self.warnings.0.clone());
        let waker = ctx.clone();
        self.file_watcher = FileWatcher::start(Arc::new(move || waker.request_repaint())).ok();
        // Where it can't be listened for, the system ends the program as it does any other.
        self.end_signal = EndSignal::listen(ctx).unwrap_or_default();
    }

    /// The document and how the window shows it.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// How large the map or its matrix is shown, 1 being 100 %.
    pub fn zoom(&self) -> f32 {
        self.canvas.zoom()
    }

    /// Whether the picture of a large map is still being made.
    pub fn is_drawing(&self) -> bool {
        self.canvas.is_drawing()
    }

    /// Shows the window's content and carries out what was asked for. `frame` is the window to which
    /// the system's dialogs belong; there is none in a test.
    pub fn show(&mut self, ui: &mut Ui, frame: Option<&eframe::Frame>) {
        let ctx = ui.ctx().clone();
        let mut out = Vec::new();
        if frame.is_some() {
            self.fit_to_screen(&ctx);
        }
        self.end_on_signal(&ctx);
        self.canvas.use_gl(frame.and_then(|frame| frame.gl()).map(Arc::as_ref));
        self.take_events(&ctx, &mut out);
        let revision = self.state.history.revision();
        let warnings = self.script_fonts.update(&ctx, self.state.map(), revision);
        warnings.into_iter().for_each(|warning| self.toasts.warn(warning));
        self.state.update_visible_part();
        self.update_quick_entry();
        let figure = self.dialog_memory.export_request;
        self.figure_preview.request(&self.state, figure, &self.file_worker);
        self.request_losses();
        self.request_pacts();
        self.show_reading(&ctx);
        self.request_import(&ctx);
        self.state.update_counts();
        self.quality_requests.request(&self.state);
        dialogs::show(ui, &self.state, documents::samples(), &mut self.dialog_memory, &mut out);
        self.take_input(&ctx, &mut out);
        self.show_parts(ui, &mut out);
        self.show_toasts(&ctx, &mut out);
        for intent in out {
            self.handle(intent, WindowContext { ctx: &ctx, frame });
        }
        self.keep_safe();
        self.follow_file(&ctx);
        self.compare_with_file();
        self.state.update_visible_part();
        self.show_title(&ctx);
        self.canvas.check_fonts(&ctx);
    }

    /// Shows messages where they cover least of the map, and nothing that is selected.
    fn show_toasts(&mut self, ctx: &Context, out: &mut Vec<Intent>) {
        let (canvas, selection) = (&self.canvas, &self.state.selection);
        let room = chrome::toasts::Room {
            area: canvas.rect().unwrap_or_else(|| ctx.content_rect()),
            covers: &|area| canvas.covered_by(area, selection),
        };
        self.toasts.show(ctx, &room, out);
    }

    fn show_parts(&mut self, ui: &mut Ui, out: &mut Vec<Intent>) {
        let palette = theme::palette(ui.ctx());
        chrome::menu_bar::show(ui, &self.state, documents::samples(), out);
        chrome::status_bar::show(ui, &self.state, self.canvas.left_out(), out);
        if self.state.settings.panel_open {
            let padding = theme::PADDING as i8;
            let margin = Margin { left: padding, right: padding, top: 8, bottom: 0 };
            let frame = Frame::new().fill(theme::color32(palette.panel)).inner_margin(margin);
            let width = self.panel_width(ui.ctx());
            let panel = Panel::right("side").exact_size(width).resizable(false);
            panel.frame(frame).show(ui, |ui| {
                panels::show(ui, &self.state, &mut self.panel_memory, out);
            });
        } else {
            self.panel_memory.hidden();
        }
        self.show_quick_entry(ui, out);
        let frame = Frame::new().fill(theme::color32(palette.canvas));
        egui::CentralPanel::default().frame(frame).show(ui, |ui| {
            self.canvas.show(ui, &self.state, out);
        });
        if let Some(canvas) = self.canvas.rect() {
            let shows_map = self.state.view == View::Map;
            if shows_map {
                chrome::tool_strip::show(ui, canvas, &self.state, out);
            }
            if self.state.map().nations().is_empty() && self.quick_entry.text().is_none() {
                chrome::first_steps::show(ui, canvas, out);
            }
            let heading = self.canvas.heading().unwrap_or(canvas);
            let notes = chrome::hidden_notes::show(ui, canvas, heading, &self.state, out);
            let zoom = self.canvas.zoom();
            let control = chrome::zoom_control::show(ui, canvas, zoom, &self.state, out);
            self.canvas.keep_clear_of(notes, control);
            self.canvas.show_overview(ui, control, &self.state);
        }
    }

    /// Shows quick entry, whose list lies where it covers least of the map, and of what the lines speak of.
    fn show_quick_entry(&mut self, ui: &mut Ui, out: &mut Vec<Intent>) {
        let nations = self.quick_entry.understood().spoken_of.iter();
        let spoken_of: BTreeSet<Target> = nations.map(|id| Target::Nation(*id)).collect();
        let canvas = &self.canvas;
        let covers = |area| canvas.covered_by(area, &spoken_of);
        self.quick_entry.show(ui, &self.state, &covers, out);
    }

    fn show_title(&mut self, ctx: &Context) {
        let mark = if self.state.history.is_unsaved() { "• " } else { "" };
        let title = format!("{mark}{} — Entente", self.state.document_name());
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.show(ui, Some(frame));
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.end_journal(false);
        self.canvas.release_gl();
    }
}
