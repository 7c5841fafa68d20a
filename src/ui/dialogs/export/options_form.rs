//! The options of the export dialog, one row each.

use egui::{Checkbox, CornerRadius, DragValue, RichText, Ui};

use super::figure_size::{is_too_large, pixel_size};
use super::form_rows::{NUMBER, name_number, option_row, side_by_side};
use super::page_rows;
use crate::scene::figure::{FigureOptions, UNITS_PER_INCH, View};
use crate::scene::{MatrixSort, Theme};
use crate::tasks::{FigureFormat, FigureRequest};
use crate::ui::theme::ROW;
use crate::ui::theme::widgets::{caption, second_ink};

const THEMES: [(Theme, &str); 3] =
    [(Theme::Light, "Light"), (Theme::Dark, "Dark"), (Theme::Print, "Print")];

/// What a matrix doesn't show.
const NUMBERS: &str = "Numbers at ties";

/// Shows the options; `page_size` is the width and height of the page in units and `stretch` how much the map
/// is stretched on it, once they are known.
pub fn show(
    ui: &mut Ui,
    request: &mut FigureRequest,
    page_size: Option<(f32, f32)>,
    stretch: Option<f32>,
) {
    option_row(ui, "View", |ui| {
        side_by_side(
            ui,
            &[(View::Map, "Map"), (View::Matrix, "Matrix")],
            &mut request.options.view,
        );
    });
    if request.options.view == View::Matrix {
        option_row(ui, "Order", |ui| {
            let orders = [(MatrixSort::Bloc, "By bloc"), (MatrixSort::Name, "By name")];
            side_by_side(ui, &orders, &mut request.options.order);
        });
    }
    option_row(ui, "Format", |ui| {
        let names = FigureFormat::ALL.map(|format| (format, format.name()));
        side_by_side(ui, &names, &mut request.format);
    });
    option_row(ui, "Page", |ui| page_rows::page(ui, &mut request.options, page_size));
    page_rows::page_details(ui, &mut request.options, page_size);
    if request.options.view == View::Map {
        page_rows::shape(ui, &mut request.options, stretch);
    }
    option_row(ui, "Margin", |ui| page_rows::margin(ui, &mut request.options, page_size));
    if request.format == FigureFormat::Png {
        option_row(ui, "Scale", |ui| scale(ui, request, page_size));
    }
    option_row(ui, "Theme", |ui| side_by_side(ui, &THEMES, &mut request.options.theme));
    contents(ui, &mut request.options);
    if is_too_large(request, page_size) {
        let words = "More than 100 million pixels: choose a smaller scale or size.";
        ui.label(RichText::new(words).color(ui.visuals().warn_fg_color));
    }
    ui.label(caption(ui, about(request.format)));
}

fn scale(ui: &mut Ui, request: &mut FigureRequest, page_size: Option<(f32, f32)>) {
    let value = DragValue::new(&mut request.scale)
        .range(FigureRequest::SCALE_RANGE)
        .speed(0.05)
        .max_decimals(2)
        .suffix(" ×");
    name_number(&ui.add_sized([NUMBER, ROW], value), "Scale", request.scale);
    let dpi = (request.scale * UNITS_PER_INCH).round();
    let words = page_size.map_or_else(
        || format!("{dpi} dpi"),
        |page| {
            let (width, height) = pixel_size(request, page);
            format!("{width} × {height} pixels, {dpi} dpi")
        },
    );
    ui.label(caption(ui, words));
}

/// What stands on the page, in two columns.
fn contents(ui: &mut Ui, options: &mut FigureOptions) {
    let is_map = options.view == View::Map;
    let mut transparent = !options.ground;
    let rows = [
        ("Shows", (&mut options.title, "Title"), (&mut options.legend, "Legend")),
        ("", (&mut options.sources, "Sources"), (&mut options.numbers, NUMBERS)),
        ("", (&mut options.generator, "“Entente”"), (&mut transparent, "See-through ground")),
    ];
    for (name, left, right) in rows {
        option_row(ui, name, |ui| {
            let border = second_ink(ui);
            let visuals = &mut ui.visuals_mut().widgets.inactive;
            (visuals.bg_stroke.color, visuals.corner_radius) = (border, CornerRadius::same(3));
            let start = ui.cursor().left();
            ui.checkbox(left.0, left.1);
            ui.add_space((start + 96.0 - ui.cursor().left()).max(0.0));
            let is_on_page = is_map || right.1 != NUMBERS;
            ui.add_enabled(is_on_page, Checkbox::new(right.0, right.1));
        });
    }
    options.ground = !transparent;
}

/// What a format is good for.
const fn about(format: FigureFormat) -> &'static str {
    match format {
        FigureFormat::Svg => {
            "Sharp at every size, with real text; for the web and for drawing programs."
        }
        FigureFormat::Png => "Pixels; for slides, messages and wherever else a picture goes.",
        FigureFormat::Pdf => "Sharp at every size, with real text; for print.",
    }
}
