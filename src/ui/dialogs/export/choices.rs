//! The choices of the export dialog, one row each.

use egui::{
    Align2, ComboBox, CornerRadius, DragValue, FontId, Response, RichText, Sense, Ui, Vec2,
};

use super::{is_too_large, pixel_size};
use crate::scene::Theme;
use crate::scene::figure::{
    FigureOptions, Orientation, Page, PageFormat, UNITS_PER_INCH, UNITS_PER_MM,
};
use crate::tasks::{FigureFormat, FigureRequest};
use crate::ui::theme::widgets::{caption, name_button, second_ink};
use crate::ui::theme::{ROW, size};

const THEMES: [(Theme, &str); 3] =
    [(Theme::Light, "Light"), (Theme::Dark, "Dark"), (Theme::Print, "Print")];
const ORIENTATIONS: [(Orientation, &str); 2] =
    [(Orientation::Landscape, "Landscape"), (Orientation::Portrait, "Portrait")];
/// The width of what stands before a setting.
const NAMES: f32 = 64.0;
/// The width of a field with a number.
const NUMBER: f32 = 72.0;

/// What is chosen, and how large the page is.
pub(super) struct Choices<'a> {
    pub(super) request: &'a mut FigureRequest,
    /// Width and height of the page in units, once it is known.
    pub(super) page_size: Option<(f32, f32)>,
}

impl Choices<'_> {
    pub(super) fn show(mut self, ui: &mut Ui) {
        setting(ui, "Format", |ui| {
            let names = FigureFormat::ALL.map(|format| (format, format.name()));
            choice(ui, &names, &mut self.request.format);
        });
        setting(ui, "Page", |ui| self.pages(ui));
        self.page_details(ui);
        setting(ui, "Margin", |ui| self.margin(ui));
        if self.request.format == FigureFormat::Png {
            setting(ui, "Scale", |ui| self.scale(ui));
        }
        setting(ui, "Theme", |ui| choice(ui, &THEMES, &mut self.request.options.theme));
        contents(ui, &mut self.request.options);
        if is_too_large(self.request, self.page_size) {
            let words = "More than 100 million pixels: choose a smaller scale or size.";
            ui.label(RichText::new(words).color(ui.visuals().warn_fg_color));
        }
        ui.label(caption(ui, about(self.request.format)));
    }

    fn pages(&mut self, ui: &mut Ui) {
        let page = self.request.options.page;
        let text = match page {
            Page::Fit => "Fit to map".to_owned(),
            Page::Format(format, _) => words(format),
            Page::Size(..) => "Own size".to_owned(),
        };
        let orientation = match page {
            Page::Format(_, orientation) => orientation,
            Page::Fit | Page::Size(..) => Orientation::default(),
        };
        let combo = ComboBox::from_id_salt("page").selected_text(&text).width(NUMBER * 2.0 + 68.0);
        let response = combo.height(320.0).show_ui(ui, |ui| {
            let mut offer = |ui: &mut Ui, name: &str, offered: Page, is_chosen: bool| {
                if ui.selectable_label(is_chosen, name).clicked() {
                    self.request.options.page = offered;
                }
            };
            offer(ui, "Fit to map", Page::Fit, page == Page::Fit);
            for format in PageFormat::ALL {
                let is_chosen = matches!(page, Page::Format(chosen, _) if chosen == format);
                offer(ui, &words(format), Page::Format(format, orientation), is_chosen);
            }
            let (width, height) = self.page_size.unwrap_or((1200.0, 820.0));
            let own = Page::Size(width.round(), height.round());
            offer(ui, "Own size", own, matches!(page, Page::Size(..)));
        });
        response.response.widget_info(|| {
            let mut info = egui::WidgetInfo::labeled(egui::WidgetType::ComboBox, true, "Page");
            info.current_text_value = Some(text.clone());
            info
        });
    }

    /// Which way a format lies, or how large a page of one's own is, and what that is on paper.
    fn page_details(&mut self, ui: &mut Ui) {
        let paper = self.page_size.map(|(width, height)| {
            let mm = |units: f32| (units / UNITS_PER_MM).round();
            format!("{} × {} mm", mm(width), mm(height))
        });
        setting(ui, "", |ui| match &mut self.request.options.page {
            Page::Fit => {
                ui.label(caption(ui, paper.unwrap_or_default()));
            }
            Page::Format(PageFormat::Square, _) => {
                ui.label(caption(ui, paper.unwrap_or_default()));
            }
            Page::Format(_, orientation) => choice(ui, &ORIENTATIONS, orientation),
            Page::Size(width, height) => {
                number(ui, "Width", width);
                ui.label(RichText::new("×").color(second_ink(ui)));
                number(ui, "Height", height);
                ui.label(RichText::new("px").color(second_ink(ui)));
            }
        });
    }

    fn margin(&mut self, ui: &mut Ui) {
        let margin = &mut self.request.options.margin;
        let (width, height) = self.page_size.unwrap_or((1200.0, 820.0));
        let usual = FigureOptions::MARGIN * width.min(height);
        let mut is_own = margin.is_some();
        choice(ui, &[(false, "Usual"), (true, "Own")], &mut is_own);
        if !is_own {
            *margin = None;
            return;
        }
        let mut mm = (margin.unwrap_or(usual) / UNITS_PER_MM * 10.0).round() / 10.0;
        let most = FigureOptions::MAX_MARGIN * width.min(height) / UNITS_PER_MM;
        let field =
            DragValue::new(&mut mm).range(0.0..=most).speed(0.2).max_decimals(1).suffix(" mm");
        let response = ui.add_sized([NUMBER, ROW], field);
        named(&response, "Margin", mm);
        if margin.is_none() || response.changed() {
            *margin = Some(mm * UNITS_PER_MM);
        }
    }

    fn scale(&mut self, ui: &mut Ui) {
        let value = DragValue::new(&mut self.request.scale)
            .range(FigureRequest::SCALE_RANGE)
            .speed(0.05)
            .max_decimals(2)
            .suffix(" ×");
        named(&ui.add_sized([NUMBER, ROW], value), "Scale", self.request.scale);
        let dpi = (self.request.scale * UNITS_PER_INCH).round();
        let words = self.page_size.map_or_else(
            || format!("{dpi} dpi"),
            |page| {
                let (width, height) = pixel_size(self.request, page);
                format!("{width} × {height} pixels, {dpi} dpi")
            },
        );
        ui.label(caption(ui, words));
    }
}

/// What stands on the page, in two columns.
fn contents(ui: &mut Ui, options: &mut FigureOptions) {
    let mut transparent = !options.ground;
    let rows = [
        ("Shows", (&mut options.title, "Title"), (&mut options.legend, "Legend")),
        ("", (&mut options.sources, "Sources"), (&mut options.numbers, "Numbers at ties")),
        ("", (&mut options.generator, "“Entente”"), (&mut transparent, "See-through ground")),
    ];
    for (name, left, right) in rows {
        setting(ui, name, |ui| {
            let border = second_ink(ui);
            let visuals = &mut ui.visuals_mut().widgets.inactive;
            (visuals.bg_stroke.color, visuals.corner_radius) = (border, CornerRadius::same(3));
            let start = ui.cursor().left();
            ui.checkbox(left.0, left.1);
            ui.add_space((start + 96.0 - ui.cursor().left()).max(0.0));
            ui.checkbox(right.0, right.1);
        });
    }
    options.ground = !transparent;
}

/// A row with the setting's name and its controls.
fn setting(ui: &mut Ui, name: &str, controls: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.set_min_height(ROW);
        let color = second_ink(ui);
        let (rect, _) = ui.allocate_exact_size(Vec2::new(NAMES, ROW), Sense::hover());
        let font = FontId::proportional(size::TEXT);
        ui.painter().text(rect.left_center(), Align2::LEFT_CENTER, name, font, color);
        controls(ui);
    });
}

/// A few choices side by side.
fn choice<T: Copy + PartialEq>(ui: &mut Ui, choices: &[(T, &str)], chosen: &mut T) {
    for (value, name) in choices {
        let is_chosen = value == chosen;
        // In ink: the accent colour on its own tint is too faint for text.
        let text = RichText::new(*name).color(ui.visuals().text_color());
        let button = egui::Button::new(text).selected(is_chosen).min_size(Vec2::new(56.0, ROW));
        if name_button(ui.add(button), name, Some(is_chosen)).clicked() {
            *chosen = *value;
        }
    }
}

/// A format's name and size.
fn words(format: PageFormat) -> String {
    format!("{}  {}", format.name(), format.dimensions())
}

fn number(ui: &mut Ui, name: &str, value: &mut f32) {
    let drag = DragValue::new(value).range(FigureRequest::SIZE_RANGE).max_decimals(0);
    named(&ui.add_sized([NUMBER, ROW], drag), name, *value);
}

fn named(response: &Response, name: &str, value: f32) {
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::drag_value(true, f64::from(value));
        info.label = Some(name.to_owned());
        info
    });
}

const fn about(format: FigureFormat) -> &'static str {
    match format {
        FigureFormat::Svg => {
            "Sharp at every size, with real text; for the web and for drawing programs."
        }
        FigureFormat::Png => "Pixels; for slides, messages and wherever else a picture goes.",
        FigureFormat::Pdf => "Sharp at every size, with real text; for print.",
    }
}
