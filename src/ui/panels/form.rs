//! The rows of a form: a caption at the left and a field that fills the rest. Each returns what a
//! person has made of it, if anything.

use std::collections::HashMap;

use egui::{
    Align, ComboBox, Id, Layout, Response, RichText, Sense, TextEdit, Ui, Vec2, WidgetText, vec2,
};

use crate::model::PartialDate;
use crate::ui::intent::Intent;
use crate::ui::theme::widgets::second_ink;
use crate::ui::theme::{ROW, semibold_id, size, value_style};

/// The width of the captions.
const CAPTION: f32 = 84.0;

/// Texts that are being typed and mean nothing yet, such as half a date.
#[derive(Debug, Default)]
pub(super) struct Drafts(HashMap<Id, Draft>);

#[derive(Debug)]
struct Draft {
    text: String,
    /// What the map said when this was typed; a draft of another value is dropped.
    of: String,
}

/// A row with a caption and any field.
pub(super) fn row(ui: &mut Ui, caption: &str, field: impl FnOnce(&mut Ui) -> Response) -> Response {
    ui.horizontal(|ui| {
        let text = RichText::new(caption).color(second_ink(ui));
        let label = ui.allocate_ui_with_layout(
            vec2(CAPTION, ROW),
            Layout::left_to_right(Align::Center),
            |ui| {
                ui.set_min_size(vec2(CAPTION, ROW));
                ui.add(egui::Label::new(text).truncate())
            },
        );
        field(ui).labelled_by(label.inner.id)
    })
    .inner
}

/// A row with one line of text; returns the text when it was changed.
pub(super) fn text(
    ui: &mut Ui,
    out: &mut Vec<Intent>,
    caption: &str,
    value: &str,
    hint: &str,
) -> Option<String> {
    let mut text = value.to_owned();
    let response = row(ui, caption, |ui| line(ui, &mut text, hint));
    end_field(&response, out);
    response.changed().then_some(text)
}

/// A field of one line that fills the row.
pub(super) fn line(ui: &mut Ui, text: &mut String, hint: &str) -> Response {
    let width = ui.available_width();
    let field = TextEdit::singleline(text)
        .font(value_style())
        .hint_text(hint)
        .vertical_align(Align::Center)
        .min_size(vec2(0.0, ROW))
        .desired_width(width);
    ui.add(field)
}

/// A field of several lines below its caption; returns the text when it was changed.
pub(super) fn paragraph(
    ui: &mut Ui,
    out: &mut Vec<Intent>,
    caption: &str,
    value: &str,
    hint: &str,
) -> Option<String> {
    let label = ui.label(RichText::new(caption).color(second_ink(ui)));
    let mut text = value.to_owned();
    let field = TextEdit::multiline(&mut text)
        .font(value_style())
        .hint_text(hint)
        .desired_rows(2)
        .desired_width(f32::INFINITY);
    let response = ui.add(field).labelled_by(label.id);
    end_field(&response, out);
    response.changed().then_some(text)
}

/// A row that reads a text as something; returns what it means when that has changed. What can't be
/// read stays in the field, with a word on what is expected.
pub(super) fn parsed<T: PartialEq>(
    ui: &mut Ui,
    out: &mut Vec<Intent>,
    drafts: &mut Drafts,
    caption: &str,
    value: &str,
    hint: &str,
    read: impl Fn(&str) -> Result<T, String>,
) -> Option<T> {
    let id = ui.id().with(caption);
    let kept = drafts.0.get(&id).filter(|draft| draft.of == value);
    let mut typed = kept.map_or_else(|| value.to_owned(), |draft| draft.text.clone());
    let response = row(ui, caption, |ui| line(ui, &mut typed, hint));
    let meaning = read(&typed);
    if response.changed() {
        drafts.0.insert(id, Draft { text: typed, of: value.to_owned() });
    }
    match meaning {
        Err(expected) => {
            let color = ui.visuals().warn_fg_color;
            ui.label(RichText::new(expected).size(size::CAPTION).color(color));
            None
        }
        Ok(meaning) => {
            if response.lost_focus() {
                drafts.0.remove(&id);
            }
            end_field(&response, out);
            response.changed().then_some(meaning)
        }
    }
}

/// A row for a date that may be unknown in part or as a whole.
pub(super) fn date(
    ui: &mut Ui,
    out: &mut Vec<Intent>,
    drafts: &mut Drafts,
    caption: &str,
    value: Option<PartialDate>,
) -> Option<Option<PartialDate>> {
    let text = value.map_or_else(String::new, |date| date.to_string());
    parsed(ui, out, drafts, caption, &text, "year, month or day", |text| match text.trim() {
        "" => Ok(None),
        text => text
            .parse()
            .map(Some)
            .map_err(|fault: crate::model::DateError| sentence(&fault.to_string())),
    })
}

/// A row with a choice among several; returns the one chosen when it is another.
pub(super) fn choice<T: PartialEq + Clone>(
    ui: &mut Ui,
    caption: &str,
    current: &T,
    options: impl IntoIterator<Item = (T, String)>,
) -> Option<T> {
    let options: Vec<(T, String)> = options.into_iter().collect();
    let shown = options.iter().find(|(value, _)| value == current);
    let shown = shown.map_or_else(|| "—".to_owned(), |(_, name)| name.clone());
    let mut chosen = None;
    row(ui, caption, |ui| {
        combo(ui, caption, shown, |ui| {
            for (value, name) in options {
                if ui.selectable_label(value == *current, name).clicked() && value != *current {
                    chosen = Some(value);
                }
            }
        })
    });
    chosen
}

/// A combo box that fills the row.
pub(super) fn combo(
    ui: &mut Ui,
    name: &str,
    shown: impl Into<WidgetText>,
    options: impl FnOnce(&mut Ui),
) -> Response {
    ComboBox::from_id_salt(name)
        .selected_text(shown)
        .truncate()
        .width(ui.available_width())
        .show_ui(ui, |ui| {
            ui.set_min_width(180.0);
            options(ui);
        })
        .response
}

/// The title of a section, with room above.
pub(super) fn section(ui: &mut Ui, title: &str) {
    ui.add_space(16.0);
    ui.label(RichText::new(title).font(semibold_id(size::SECTION)));
    ui.add_space(4.0);
}

/// Words in second ink that say what to do.
pub(super) fn advice(ui: &mut Ui, text: &str) {
    ui.add(egui::Label::new(RichText::new(text).color(second_ink(ui))).wrap());
}

/// A row that is clicked as a whole: something painted at the left, a text, and a word at the right.
pub(super) fn list_row(
    ui: &mut Ui,
    is_selected: bool,
    text: &str,
    aside: &str,
    paint: impl FnOnce(&Ui, egui::Rect),
) -> Response {
    const SAMPLE: f32 = 36.0;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let visuals = ui.style().interact_selectable(&response, is_selected);
    if is_selected || response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, visuals.corner_radius, visuals.weak_bg_fill);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect,
            visuals.corner_radius,
            visuals.bg_stroke,
            egui::StrokeKind::Inside,
        );
    }
    let sample = egui::Rect::from_min_size(rect.min + vec2(4.0, 0.0), Vec2::new(SAMPLE - 8.0, ROW));
    paint(ui, sample);
    let second = second_ink(ui);
    let font = egui::FontId::proportional(size::CAPTION);
    let aside = ui.painter().layout_no_wrap(aside.to_owned(), font, second);
    let at =
        egui::pos2(rect.right() - aside.size().x - 4.0, rect.center().y - aside.size().y / 2.0);
    let room = at.x - rect.left() - SAMPLE - 12.0;
    ui.painter().galley(at, aside, second);
    let ink = ui.visuals().text_color();
    let job = egui::text::LayoutJob::simple_singleline(
        text.to_owned(),
        egui::FontId::proportional(size::TEXT),
        ink,
    );
    let mut job = job;
    job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(20.0));
    let galley = ui.painter().layout_job(job);
    let at = egui::pos2(rect.left() + SAMPLE, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    let name = text.to_owned();
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::WidgetType::SelectableLabel, true, is_selected, &name)
    });
    response.on_hover_text(text)
}

/// What is typed after a field was left is a step of its own.
pub(super) fn end_field(response: &Response, out: &mut Vec<Intent>) {
    if response.lost_focus() {
        out.push(Intent::EndField);
    }
}

/// A clause as a sentence.
fn sentence(clause: &str) -> String {
    let mut letters = clause.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).chain(['.']).collect()
    })
}
