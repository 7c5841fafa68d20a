//! The rows for the page: which format or size, which way it lies, and its margin.

use egui::{ComboBox, DragValue, RichText, Ui, WidgetInfo, WidgetType};

use super::figure_size::ASSUMED_SIZE;
use super::form_rows::{NUMBER, length, name_number, option_row, side_by_side};
use crate::scene::figure::{FigureOptions, Orientation, Page, PageFormat, UNITS_PER_MM};
use crate::ui::theme::ROW;
use crate::ui::theme::widgets::{caption, second_ink};

const ORIENTATIONS: [(Orientation, &str); 2] =
    [(Orientation::Landscape, "Landscape"), (Orientation::Portrait, "Portrait")];

/// The choice among fitting the map, the sheets, and a size of one's own.
pub fn page(ui: &mut Ui, options: &mut FigureOptions, page_size: Option<(f32, f32)>) {
    let page = options.page;
    let text = match page {
        Page::Fit => "Fit to map".to_owned(),
        Page::Format(format, _) => name_and_size(format),
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
                options.page = offered;
            }
        };
        offer(ui, "Fit to map", Page::Fit, page == Page::Fit);
        for format in PageFormat::ALL {
            let is_chosen = matches!(page, Page::Format(chosen, _) if chosen == format);
            offer(ui, &name_and_size(format), Page::Format(format, orientation), is_chosen);
        }
        let (width, height) = page_size.unwrap_or(ASSUMED_SIZE);
        let own = Page::Size(width.round(), height.round());
        offer(ui, "Own size", own, matches!(page, Page::Size(..)));
    });
    response.response.widget_info(|| {
        let mut info = WidgetInfo::labeled(WidgetType::ComboBox, true, "Page");
        info.current_text_value = Some(text.clone());
        info
    });
}

/// Which way a format lies, or how large a page of one's own is, and what that is on paper.
pub fn page_details(ui: &mut Ui, options: &mut FigureOptions, page_size: Option<(f32, f32)>) {
    let paper = page_size.map(|(width, height)| {
        let mm = |units: f32| (units / UNITS_PER_MM).round();
        format!("{} × {} mm", mm(width), mm(height))
    });
    option_row(ui, "", |ui| match &mut options.page {
        Page::Fit | Page::Format(PageFormat::Square, _) => {
            ui.label(caption(ui, paper.unwrap_or_default()));
        }
        Page::Format(_, orientation) => side_by_side(ui, &ORIENTATIONS, orientation),
        Page::Size(width, height) => {
            length(ui, "Width", width);
            ui.label(RichText::new("×").color(second_ink(ui)));
            length(ui, "Height", height);
            ui.label(RichText::new("px").color(second_ink(ui)));
        }
    });
}

/// Whether the map takes the shape of its page, and what that does to it. A page that fits the map has no
/// other shape.
pub fn shape(ui: &mut Ui, options: &mut FigureOptions, stretch: Option<f32>) {
    if options.page == Page::Fit {
        return;
    }
    option_row(ui, "Shape", |ui| {
        side_by_side(ui, &[(true, "Fill the page"), (false, "As it lies")], &mut options.stretch);
    });
    if options.stretch {
        option_row(ui, "", |ui| {
            ui.label(caption(ui, stretched(stretch)));
        });
    }
}

/// What filling a page does to the distances between nations.
fn stretched(stretch: Option<f32>) -> String {
    let most = FigureOptions::MAX_STRETCH;
    match stretch.map(|stretch| (stretch * 100.0).round() / 100.0) {
        Some(stretch) if stretch > 1.0 => {
            format!("Distances stretched by {stretch}, of at most {most}")
        }
        Some(_) => "Without stretching distances".to_owned(),
        None => format!("Stretches distances by at most {most}"),
    }
}

/// The usual margin, or one of one's own.
pub fn margin(ui: &mut Ui, options: &mut FigureOptions, page_size: Option<(f32, f32)>) {
    let margin = &mut options.margin;
    let (width, height) = page_size.unwrap_or(ASSUMED_SIZE);
    let usual = FigureOptions::MARGIN * width.min(height);
    let mut is_own = margin.is_some();
    side_by_side(ui, &[(false, "Usual"), (true, "Own")], &mut is_own);
    if !is_own {
        *margin = None;
        return;
    }
    let mut mm = (margin.unwrap_or(usual) / UNITS_PER_MM * 10.0).round() / 10.0;
    let most = FigureOptions::MAX_MARGIN * width.min(height) / UNITS_PER_MM;
    let field = DragValue::new(&mut mm).range(0.0..=most).speed(0.2).max_decimals(1).suffix(" mm");
    let response = ui.add_sized([NUMBER, ROW], field);
    name_number(&response, "Margin", mm);
    if margin.is_none() || response.changed() {
        *margin = Some(mm * UNITS_PER_MM);
    }
}

fn name_and_size(format: PageFormat) -> String {
    format!("{}  {}", format.name(), format.dimensions())
}
