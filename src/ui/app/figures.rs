//! Figures: exporting and copying them, and the preview in the export dialog.

use std::path::PathBuf;

use egui::Context;

use super::App;
use crate::export::Pixels;
use crate::tasks::{FigureRequest, FileJob, FileWorker, Preview};
use crate::ui::dialogs::{ExportPreview, image_of, picture_texture};
use crate::ui::intent::Intent;
use crate::ui::settings::figure::FigureSettings;
use crate::ui::state::{Dialog, State};

/// The preview in the export dialog: what was asked for and what is shown.
#[derive(Default)]
pub(super) struct FigurePreview {
    /// Whether one is being drawn.
    is_requested: bool,
    /// The figure that is shown, and the version of the visible part that it shows.
    shown: Option<(FigureRequest, u64)>,
}

impl FigurePreview {
    /// While the export dialog is open, asks for a picture of what it would export.
    pub(super) fn request(&mut self, state: &State, figure: FigureRequest, worker: &FileWorker) {
        let wanted = Some((figure, state.visible.version()));
        if state.dialog == Some(Dialog::Export) && !self.is_requested && self.shown != wanted {
            self.is_requested = true;
            let map = Box::new(state.shown_map().clone());
            worker.request(FileJob::Preview { map, request: figure });
        }
    }

    /// Takes a picture that was asked for; `None` where there is nothing to show.
    pub(super) fn take(
        &mut self,
        figure: FigureRequest,
        version: u64,
        preview: Option<Preview>,
        ctx: &Context,
    ) -> Option<ExportPreview> {
        self.is_requested = false;
        self.shown = Some((figure, version));
        preview.map(|preview| {
            let texture = picture_texture(ctx, "preview", &preview.pixels);
            let page = (preview.width, preview.height);
            ExportPreview { texture, page, stretch: preview.stretch, left_out: preview.left_out }
        })
    }
}

impl App {
    /// Closes the export dialog and keeps its choices for the next time.
    pub(super) fn choose_figure(&mut self, request: &FigureRequest) {
        self.state.dialog = None;
        self.change_settings(|settings| settings.figure = FigureSettings::of(request));
    }

    /// Has a picture drawn by the file worker; it is copied once it is there.
    pub(super) fn copy_picture(&self, request: FigureRequest) {
        let map = Box::new(self.state.shown_map().clone());
        self.file_worker.request(FileJob::Picture { map, request });
    }

    pub(super) fn copy_pixels(&mut self, pixels: &Pixels, ctx: &Context) {
        let (width, height) = (pixels.width, pixels.height);
        ctx.copy_image(image_of(pixels));
        self.toasts.info(format!("Copied a picture of {width} × {height} pixels"));
    }

    pub(super) fn export_to(&mut self, path: PathBuf, request: FigureRequest) {
        self.state.dialog = None;
        self.change_settings(|settings| settings.folder = path.parent().map(Into::into));
        let map = Box::new(self.state.shown_map().clone());
        self.file_worker.request(FileJob::Export { map, request, path });
    }

    pub(super) fn exported(&mut self, path: PathBuf) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let show = Intent::ShowInFolder(path);
        self.toasts.info_with_button(format!("Exported “{name}”"), "Show in folder", show);
    }
}
