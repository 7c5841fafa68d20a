//! Earlier saved versions of the map: when each was saved and what had changed, a look at one, and going back to it.

use egui::{
    Align, Button, Context, Image, Label, Layout, Rect, RichText, ScrollArea, TextureHandle, Ui,
    Vec2,
};
use jiff::{Timestamp, tz::TimeZone};

use super::dialog_frame::{buttons, dialog, scroll_height};
use super::first_focus::FirstFocus;
use super::picture_texture::picture_texture;
use crate::model::Map;
use crate::recovery::Version;
use crate::tasks::VersionRead;
use crate::ui::intent::{Intent, VersionAnswer};
use crate::ui::state::counts_in_words;
use crate::ui::theme::widgets::{button, name_button, primary_button, second_ink};
use crate::ui::theme::{color32, palette, semibold_id, size};

const WIDTH: f32 = 860.0;
const LIST_WIDTH: f32 = 380.0;
/// The height of title, introduction and buttons.
const OTHER: f32 = 140.0;
/// The height of a row.
const ROW_HEIGHT: f32 = 44.0;

/// The map of a version and a picture of it, or why it can't be read.
type MapShown = Result<(Map, Option<TextureHandle>), String>;

/// The versions that are listed, and the one that is looked at.
#[derive(Default)]
pub struct VersionsForm {
    /// `None` until they are known.
    versions: Option<Vec<Version>>,
    chosen: Option<usize>,
    read: Option<(Version, MapShown)>,
}

impl VersionsForm {
    /// Takes the versions of the map; the newest is looked at first. Returns it.
    pub fn set_versions(&mut self, versions: Vec<Version>) -> Option<Version> {
        self.chosen = (!versions.is_empty()).then_some(0);
        let first = versions.first().cloned();
        self.versions = Some(versions);
        first
    }

    /// Takes what was read of a version.
    pub fn set_read(&mut self, version: Version, read: Result<VersionRead, String>, ctx: &Context) {
        let read = read.map(|VersionRead { map, picture }| {
            let texture = picture.map(|drawn| picture_texture(ctx, "version", &drawn.pixels));
            (map, texture)
        });
        self.read = Some((version, read));
    }

    /// The version that is looked at, with its map once it is read.
    pub fn chosen(&self) -> Option<(&Version, &Map)> {
        let version = self.versions.as_ref()?.get(self.chosen?)?;
        match &self.read {
            Some((read, Ok((map, _)))) if read == version => Some((version, map)),
            _ => None,
        }
    }
}

/// When a version was saved, as the clock of the person shows it.
pub fn when(version: &Version) -> String {
    Timestamp::try_from(version.saved_at).map_or_else(
        |_| "at an unknown time".to_owned(),
        |time| time.to_zoned(TimeZone::system()).strftime("%-d %B %Y, %H:%M:%S").to_string(),
    )
}

/// Shows the dialog.
pub fn show(ctx: &Context, form: &mut VersionsForm, focus: &mut FirstFocus, out: &mut Vec<Intent>) {
    let dismissed = dialog(ctx, "Versions of this map", WIDTH, |ui| {
        let text = "Each save is kept on this machine. Restore shows a version in place of the map, as a step that \
                    can be undone; the file changes when you save.";
        ui.add(Label::new(RichText::new(text).color(second_ink(ui))).wrap().selectable(false));
        ui.add_space(8.0);
        let height = scroll_height(ui, OTHER).min(420.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            ui.vertical(|ui| {
                ui.set_width(LIST_WIDTH.min(ui.available_width() * 0.5));
                ui.set_height(height);
                list(ui, form, height, out);
            });
            ui.vertical(|ui| {
                ui.set_width(ui.available_width());
                ui.set_height(height);
                look(ui, form);
            });
        });
        let is_read = form.chosen().is_some();
        buttons(ui, |ui| {
            ui.add_enabled_ui(is_read, |ui| {
                if primary_button(ui, "Restore").clicked() {
                    out.push(Intent::Version(VersionAnswer::Restore));
                }
                if button(ui, "Open as new map").clicked() {
                    out.push(Intent::Version(VersionAnswer::OpenAsNew));
                }
            });
            let close = button(ui, "Close");
            focus.give(&close);
            if close.clicked() {
                out.push(Intent::CloseDialog);
            }
        });
    });
    if dismissed {
        out.push(Intent::CloseDialog);
    }
}

fn list(ui: &mut Ui, form: &mut VersionsForm, height: f32, out: &mut Vec<Intent>) {
    let Some(versions) = &form.versions else { return };
    if versions.is_empty() {
        let text = "No version is kept yet. Save the map, and each save from then on is here.";
        ui.add(Label::new(text).wrap());
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let area = ScrollArea::vertical().max_height(height).auto_shrink([false, true]);
    area.show_rows(ui, ROW_HEIGHT, versions.len(), |ui, rows| {
        for index in rows {
            let version = &versions[index];
            let is_chosen = form.chosen == Some(index);
            if row(ui, version, index == 0, is_chosen).clicked() && !is_chosen {
                form.chosen = Some(index);
                out.push(Intent::Version(VersionAnswer::Look(version.clone())));
            }
        }
    });
}

fn row(ui: &mut Ui, version: &Version, is_newest: bool, is_chosen: bool) -> egui::Response {
    let size = Vec2::new(ui.available_width(), ROW_HEIGHT);
    let button = Button::selectable(is_chosen, "").min_size(size);
    let response = ui.add_sized(size, button);
    let (when, changes) = (when(version), words(version, is_newest));
    let inner = response.rect.shrink2(Vec2::new(8.0, 4.0));
    let mut child =
        ui.new_child(egui::UiBuilder::new().max_rect(inner).layout(Layout::top_down(Align::LEFT)));
    child.spacing_mut().item_spacing.y = 0.0;
    let first = RichText::new(&when).font(semibold_id(size::TEXT));
    child.add(Label::new(first).truncate().selectable(false));
    let second =
        RichText::new(&changes).size(size::CAPTION).color(color32(palette(ui.ctx()).second_ink));
    child.add(Label::new(second).truncate().selectable(false));
    let response = response.on_hover_text(&changes);
    name_button(response, &format!("{when}: {changes}"), Some(is_chosen))
}

/// What had changed when a version was saved.
fn words(version: &Version, is_newest: bool) -> String {
    let what = if version.changes.is_empty() { "as it was before" } else { &version.changes };
    if is_newest { format!("saved last: {what}") } else { what.to_owned() }
}

/// The version that is looked at.
fn look(ui: &mut Ui, form: &VersionsForm) {
    let is_chosen = |version: &Version| {
        form.versions.as_ref().zip(form.chosen).and_then(|(all, index)| all.get(index))
            == Some(version)
    };
    match &form.read {
        Some((version, Ok((map, texture)))) if is_chosen(version) => {
            let (nations, ties) = (map.nations().len(), map.ties().len());
            ui.label(counts_in_words(nations, ties, map.text_notes().len()));
            ui.add_space(4.0);
            let Some(texture) = texture else {
                ui.label("A map of this size isn't drawn here.");
                return;
            };
            let room = ui.available_size();
            let image = texture.size_vec2();
            let scale = (room.x / image.x).min(room.y / image.y);
            let area = Rect::from_min_size(ui.cursor().min, image * scale);
            Image::new(texture).paint_at(ui, area);
        }
        Some((version, Err(why))) if is_chosen(version) => {
            ui.add(Label::new(why).wrap());
        }
        _ if form.chosen.is_some() => {
            ui.label(RichText::new("Reading…").color(second_ink(ui)));
        }
        _ => {}
    }
}
