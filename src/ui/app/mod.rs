//! The app: puts the parts of the window together and carries out what they ask for.

pub mod clipboard;
pub mod edit_steps;
pub mod files;
pub mod layout_quality;
pub mod layout_run;
pub mod visibility;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use egui::{Context, Frame, Margin, Panel, Ui, ViewportCommand};

use super::actions::Action;
use super::actions::availability::enabled;
use super::actions::layout_names;
use super::actions::shortcuts;
use super::canvas::Canvas;
use super::chrome;
use super::chrome::toasts::Toasts;
use super::dialogs;
use super::intent::Intent;
use super::panels;
use super::settings::{Settings, ThemeChoice};
use super::state::{Dialog, LayoutState, State, Tab, Then, Tool};
use super::system::{self, SystemDialogs};
use super::theme;
use super::theme::script_fonts::Typefaces;
use crate::analysis::selection;
use crate::edit;
use crate::model::{NationId, Point};
use crate::tasks::{
    FigureRequest, FileWorker, LayoutEvent, LayoutKind, LayoutRequest, LayoutWorker, QualityWorker,
    SceneWorker, Wake,
};
use clipboard::Clipboard;
use layout_run::Run;

/// The seed of every layout: the same map gives the same picture.
pub(in crate::ui) const SEED: u64 = 1;

/// The window.
pub struct App {
    pub(in crate::ui) state: State,
    pub(in crate::ui) canvas: Canvas,
    pub(in crate::ui) toasts: Toasts,
    pub(in crate::ui) clipboard: Clipboard,
    pub(in crate::ui) file_worker: FileWorker,
    pub(in crate::ui) layout_worker: LayoutWorker,
    pub(in crate::ui) quality_worker: QualityWorker,
    /// The number of the last measured, and the revision it is of.
    pub(in crate::ui) quality_request: Option<(u64, u64)>,
    pub(in crate::ui) system: SystemDialogs,
    pub(in crate::ui) dialog_memory: dialogs::Memory,
    panel_memory: panels::Memory,
    /// What goes on once the map has been saved.
    pub(in crate::ui) after_save: Option<Then>,
    /// Set while the layout at hand is that of a map just opened: its result is no step.
    pub(in crate::ui) is_opening: bool,
    /// The layout that is being made, or was last.
    run: Run,
    /// Set once leaving has been agreed to.
    pub(in crate::ui) may_close: bool,
    /// Whether a preview of a figure is being drawn.
    pub(in crate::ui) preview_asked: bool,
    /// The figure and the revision that the preview shows.
    pub(in crate::ui) preview_of: Option<(FigureRequest, u64)>,
    title: String,
    typefaces: Typefaces,
    /// Messages from threads that end with them.
    warnings: (Sender<String>, Receiver<String>),
}

/// What the window opens with.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// A file to open; without one the first sample is shown.
    pub path: Option<PathBuf>,
    /// What a person has chosen to keep from one start to the next.
    pub settings: Settings,
}

impl App {
    /// A window that shows a file or the first sample.
    ///
    /// # Errors
    /// When the system gives no threads.
    pub fn new(ctx: &Context, start: Start) -> std::io::Result<Self> {
        theme::install(ctx);
        let waker = ctx.clone();
        let wake: Wake = Arc::new(move || waker.request_repaint());
        let dialog_memory = dialogs::Memory::new(start.settings.figure.request());
        let mut app = Self {
            state: files::first_sample(start.settings),
            canvas: Canvas::new(SceneWorker::start(Arc::clone(&wake))?),
            toasts: Toasts::default(),
            clipboard: Clipboard::default(),
            file_worker: FileWorker::start(Arc::clone(&wake))?,
            layout_worker: LayoutWorker::start(Arc::clone(&wake))?,
            quality_worker: QualityWorker::start(wake)?,
            quality_request: None,
            system: SystemDialogs::default(),
            dialog_memory,
            panel_memory: panels::Memory::default(),
            after_save: None,
            is_opening: false,
            run: Run::default(),
            may_close: false,
            preview_asked: false,
            preview_of: None,
            title: String::new(),
            typefaces: Typefaces::default(),
            warnings: channel(),
        };
        app.apply_theme(ctx);
        app.shown_anew();
        if let Some(path) = start.path {
            app.read(path);
        }
        Ok(app)
    }

    /// The document and how it is looked at.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// Whether the picture of a large map is still being made.
    pub fn is_drawing(&self) -> bool {
        self.canvas.is_behind()
    }

    /// Shows the window's content and does what was asked for. `frame` is the window, to which the
    /// system's dialogs belong; there is none in a test.
    pub fn show(&mut self, ui: &mut Ui, frame: Option<&eframe::Frame>) {
        let ctx = ui.ctx().clone();
        let mut out = Vec::new();
        self.canvas.use_plate(frame.and_then(|frame| frame.gl()).map(Arc::as_ref));
        self.take_events(&ctx, &mut out);
        let revision = self.state.history.revision();
        self.typefaces.follow(&ctx, self.state.map(), revision, &mut self.toasts);
        self.state.update_visible_part();
        self.ask_for_preview();
        self.count_for_filter();
        self.request_quality();
        dialogs::show(ui, &self.state, files::samples(), &mut self.dialog_memory, &mut out);
        self.take_input(&ctx, &mut out);
        self.show_parts(ui, &mut out);
        self.toasts.show(&ctx, &mut out);
        for intent in out {
            self.carry_out(intent, &ctx, frame);
        }
        self.state.update_visible_part();
        self.show_title(&ctx);
        self.canvas.check_letters(&ctx);
    }

    fn show_parts(&mut self, ui: &mut Ui, out: &mut Vec<Intent>) {
        let palette = theme::palette(ui.ctx());
        chrome::menu_bar::show(ui, &self.state, files::samples(), out);
        chrome::status_bar::show(ui, &self.state, self.canvas.left_out(), out);
        if self.state.settings.panel_open {
            let padding = theme::PADDING as i8;
            let side = Frame::new().fill(theme::color32(palette.panel)).inner_margin(Margin {
                left: padding,
                right: padding,
                top: 8,
                bottom: 0,
            });
            Panel::right("side").exact_size(theme::PANEL_WIDTH).resizable(false).frame(side).show(
                ui,
                |ui| {
                    panels::show(ui, &self.state, &mut self.panel_memory, out);
                },
            );
        }
        let none = Frame::new().fill(theme::color32(palette.canvas));
        egui::CentralPanel::default().frame(none).show(ui, |ui| {
            self.canvas.show(ui, &self.state, out);
        });
        if let Some(canvas) = self.canvas.rect() {
            chrome::tool_strip::show(ui, canvas, &self.state, out);
            let free = self.canvas.heading().unwrap_or(canvas);
            let notes = chrome::hidden_notes::show(ui, canvas, free, &self.state, out);
            self.canvas.leave_free(notes);
            let zoom = self.canvas.zoom();
            let control = chrome::zoom_control::show(ui, canvas, zoom, &self.state, out);
            self.canvas.show_overview(ui, control, &self.state);
        }
    }

    /// Shortcuts, dropped files and the wish to close the window.
    fn take_input(&mut self, ctx: &Context, out: &mut Vec<Intent>) {
        let dropped = ctx.input_mut(|input| std::mem::take(&mut input.raw.dropped_files));
        if let Some(path) = dropped.first().map(|file| file.path().to_owned()) {
            out.push(Intent::OpenPath(path));
        }
        if ctx.input(|input| input.viewport().close_requested())
            && !self.may_close
            && self.state.history.is_unsaved()
        {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.state.dialog = Some(Dialog::Unsaved(Then::Quit));
        }
        self.take_clipboard(ctx, out);
        // An open menu takes its own keys.
        if self.state.dialog.is_none() && !egui::Popup::is_any_open(ctx) {
            self.canvas.take_space(ctx);
            out.extend(shortcuts::pressed(ctx).map(Intent::Act));
        }
    }

    /// What the worker threads and the system's dialogs have to say.
    fn take_events(&mut self, ctx: &Context, out: &mut Vec<Intent>) {
        match self.layout_worker.take() {
            None => {}
            Some(LayoutEvent::Frame { positions, progress }) => {
                self.state.layout = LayoutState::Running { progress };
                if self.is_led() {
                    self.canvas.lead(positions, self.run.is_whole);
                }
            }
            Some(LayoutEvent::Done { revision, positions }) => self.laid_out(revision, positions),
            Some(LayoutEvent::Failed(reason)) => {
                self.state.layout = LayoutState::Settled;
                self.canvas.release();
                self.toasts.warn(format!("Can't lay the map out: {reason}"));
            }
        }
        self.take_quality();
        while let Ok(message) = self.warnings.1.try_recv() {
            self.toasts.warn(message);
        }
        while let Some(event) = self.file_worker.take() {
            self.take_file_event(event, ctx);
        }
        if let Some(answer) = self.system.poll() {
            self.take_answer(answer, out);
        }
    }

    fn laid_out(&mut self, revision: u64, positions: Vec<(NationId, Point)>) {
        self.state.layout = LayoutState::Settled;
        if self.is_led() {
            self.canvas.release();
        }
        let map = self.state.map();
        // The map was edited meanwhile: what was computed is for another one.
        let is_stale = revision != self.state.history.revision();
        let command = edit::move_nations(map, positions, None);
        if std::mem::take(&mut self.is_opening) {
            if !is_stale {
                files::complete(&mut self.state, command);
                self.canvas.reset();
            }
        } else if !is_stale {
            let name = std::mem::take(&mut self.run.name);
            self.edit(&name, command);
            if self.run.is_whole {
                self.canvas.fit_soon();
            }
        }
    }

    /// Whether the map is shown as the layout at hand has it so far: that of a map just opened isn't
    /// worth it, and only forces have anything to show before they are done.
    fn is_led(&self) -> bool {
        !self.is_opening && self.run.kind == LayoutKind::Force
    }

    pub(in crate::ui) fn lay_out(&mut self, request: LayoutRequest) {
        self.run = Run::of(&request);
        self.state.layout = LayoutState::Running { progress: 0.0 };
        let revision = self.state.history.revision();
        self.layout_worker.lay_out(self.state.map().clone(), revision, request, SEED);
    }

    fn stop_layout(&mut self) {
        self.layout_worker.stop();
        self.is_opening = false;
        self.state.layout = LayoutState::Settled;
        self.canvas.release();
    }

    /// Carries out one intent.
    fn carry_out(&mut self, intent: Intent, ctx: &Context, frame: Option<&eframe::Frame>) {
        match intent {
            Intent::Act(action) => self.act(action, ctx, frame),
            Intent::Edit { name, command } => self.edit(&name, command),
            Intent::Type { name, field, command } => {
                let result = self.state.history.perform_in_field(name, field, command);
                self.edited(result);
            }
            Intent::EndField => self.state.history.end_field(),
            Intent::Select(selection) => self.select(selection),
            Intent::ToggleSelected(target) => {
                if !self.state.selection.remove(&target) {
                    self.state.selection.insert(target);
                }
            }
            Intent::Reveal(target) => {
                self.select([target].into());
                self.canvas.center_on(&self.state, target, now(ctx));
            }
            Intent::ShowTab(tab) => self.state.tab = tab,
            Intent::AddNationAt(at) => self.add_nation(at),
            Intent::AddTie { from, to } => self.add_tie(from, to),
            Intent::Paste { text, at } => self.paste(&text, at),
            Intent::PasteAt(at) => self.ask_for_paste(at, ctx),
            Intent::RenameInPlace(target) => {
                self.select([target].into());
                self.canvas.rename(&self.state, target);
            }
            Intent::UseKind(kind) => self.state.new_tie_kind = kind,
            Intent::UseLayout(settings) => self.state.layout_settings = settings,
            Intent::ClearRecent => {
                self.state.settings.recent.clear();
                self.state.settings.store();
            }
            Intent::OpenDialog(dialog) => self.state.dialog = Some(dialog),
            Intent::CloseDialog => self.state.dialog = None,
            Intent::ShowInFolder(path) => {
                let (warnings, ctx) = (self.warnings.0.clone(), ctx.clone());
                system::show_in_folder(&path, move |message| {
                    // The window may be gone by now; then nobody reads it.
                    let _ = warnings.send(message);
                    ctx.request_repaint();
                });
            }
            file => self.carry_out_file(file, ctx, frame),
        }
    }

    fn act(&mut self, action: Action, ctx: &Context, frame: Option<&eframe::Frame>) {
        if !enabled(action, &self.state) || self.canvas.perform(action, &self.state, now(ctx)) {
            return;
        }
        match action {
            Action::New
            | Action::Open
            | Action::Save
            | Action::SaveAs
            | Action::Export
            | Action::CopyPicture
            | Action::Quit => {
                self.act_on_file(action, ctx, frame);
            }
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Cut => self.cut(ctx),
            Action::Copy => {
                self.copy(ctx);
            }
            Action::Paste => self.ask_for_paste(self.canvas.center_in_world(), ctx),
            Action::Duplicate => self.duplicate(),
            Action::Delete => self.delete(),
            Action::SelectAll => self.select_all(),
            Action::Cancel => self.state.cancel(),
            Action::InvertSelection => self.select_by(selection::invert),
            Action::SelectNeighbours => self.select_neighbours(),
            Action::SelectTiesWithin => self.select_by(selection::add_ties_within),
            Action::SelectSameKind => self.select_by(selection::select_same_kind),
            Action::Find => self.state.dialog = Some(Dialog::Find),
            Action::Palette => self.state.dialog = Some(Dialog::Palette),
            Action::Shortcuts => self.state.dialog = Some(Dialog::Shortcuts),
            Action::About => self.state.dialog = Some(Dialog::About),
            Action::TogglePanel => self.keep(|settings| settings.panel_open = !settings.panel_open),
            Action::ToggleOverview => self.keep(|settings| settings.overview = !settings.overview),
            Action::ShowSelection => self.show_tab(Tab::Selection),
            Action::ShowMap => self.show_tab(Tab::Map),
            Action::ShowList => self.show_tab(Tab::List),
            Action::ShowLook => self.show_tab(Tab::Look),
            Action::ShowLayout => self.show_tab(Tab::Layout),
            Action::ShowFilter => self.show_tab(Tab::Filter),
            Action::ToggleFilter => self.toggle_filter(),
            Action::FocusSelection => self.focus_on_selection(),
            Action::WidenFocus => self.change_steps(|steps| steps.saturating_add(1)),
            Action::NarrowFocus => self.change_steps(|steps| steps.saturating_sub(1)),
            Action::HideSelection => self.hide_selection(),
            Action::ShowAll => self.show_all(),
            Action::ThemeSystem => self.use_theme(ThemeChoice::System, ctx),
            Action::ThemeLight => self.use_theme(ThemeChoice::Light, ctx),
            Action::ThemeDark => self.use_theme(ThemeChoice::Dark, ctx),
            Action::ToggleMotion => self.keep(|settings| settings.motion = !settings.motion),
            Action::ToolSelect => self.state.tool = Tool::Select,
            Action::ToolLasso => self.state.tool = Tool::Lasso,
            Action::ToolNation => self.state.tool = Tool::Nation,
            Action::ToolTie => self.state.tool = Tool::Tie,
            Action::ToolPan => self.state.tool = Tool::Pan,
            Action::AddNation => self.add_nation(self.canvas.center_in_world()),
            Action::TogglePin => self.toggle_pin(),
            Action::SnapToOthers => self.keep(|settings| settings.snap = !settings.snap),
            Action::LayOutSelection => {
                let nations = self.state.selected_nations().collect();
                self.lay_out(LayoutRequest::Selection(self.state.layout_settings, nations));
            }
            Action::UnpinAll => self.unpin_all(),
            Action::RunLayout => self.lay_out(LayoutRequest::All(self.state.layout_settings)),
            Action::LayOutByForces
            | Action::LayOutInCircle
            | Action::LayOutInRings
            | Action::LayOutInLayers
            | Action::LayOutInGrid
            | Action::LayOutInBlocs => self.lay_out_as(action),
            Action::StopLayout => self.stop_layout(),
            Action::AlignLeft
            | Action::AlignCenter
            | Action::AlignRight
            | Action::AlignTop
            | Action::AlignMiddle
            | Action::AlignBottom
            | Action::DistributeHorizontally
            | Action::DistributeVertically
            | Action::MirrorLeftRight
            | Action::MirrorTopBottom
            | Action::TurnLeft
            | Action::TurnRight
            | Action::Spread
            | Action::DrawTogether => self.arrange_by(action),
            Action::ZoomIn
            | Action::ZoomOut
            | Action::ZoomReset
            | Action::Fit
            | Action::FitSelection
            | Action::Rename
            | Action::DrawTie => {}
        }
    }

    /// Lays the map out in the way that an action names, from now on.
    fn lay_out_as(&mut self, action: Action) {
        let settings = &mut self.state.layout_settings;
        settings.kind = layout_names::kind_of(action).unwrap_or(settings.kind);
        self.lay_out(LayoutRequest::All(self.state.layout_settings));
    }

    fn show_tab(&mut self, tab: Tab) {
        self.state.tab = tab;
        self.keep(|settings| settings.panel_open = true);
    }

    fn use_theme(&mut self, choice: ThemeChoice, ctx: &Context) {
        self.keep(|settings| settings.theme = choice);
        self.apply_theme(ctx);
    }

    fn apply_theme(&self, ctx: &Context) {
        ctx.set_theme(match self.state.settings.theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        });
    }

    pub(in crate::ui) fn keep(&mut self, change: impl FnOnce(&mut Settings)) {
        change(&mut self.state.settings);
        self.state.settings.store();
    }

    /// A document has taken the place of another: shows all of it, and gives a place to nations that
    /// have none.
    pub(in crate::ui) fn shown_anew(&mut self) {
        self.layout_worker.stop();
        self.quality_request = None;
        self.state.layout = LayoutState::Settled;
        self.canvas.reset();
        let lacks_place =
            self.state.map().nations().iter().any(|(_, nation)| nation.position.is_none());
        self.is_opening = lacks_place;
        if lacks_place {
            self.lay_out(LayoutRequest::Missing);
        }
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
        self.canvas.leave();
    }
}

fn now(ctx: &Context) -> f64 {
    ctx.input(|input| input.time)
}
