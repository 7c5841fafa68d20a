//! The rows of the export dialog: the name of an option and its controls.

use egui::{Align2, Button, DragValue, FontId, Response, RichText, Sense, Ui, Vec2, WidgetInfo};

use crate::tasks::FigureRequest;
use crate::ui::theme::widgets::{name_button, second_ink};
use crate::ui::theme::{ROW, size};

/// The width of a field for a number.
pub const NUMBER: f32 = 72.0;
/// The width of the names.
const NAMES: f32 = 64.0;

/// A row with the name of an option and its controls.
pub fn option_row(ui: &mut Ui, name: &str, controls: impl FnOnce(&mut Ui)) {
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
pub fn side_by_side<T: Copy + PartialEq>(ui: &mut Ui, choices: &[(T, &str)], chosen: &mut T) {
    for (value, name) in choices {
        let is_chosen = value == chosen;
        // In the text colour: the accent colour on its own tint is too faint for text.
        let text = RichText::new(*name).color(ui.visuals().text_color());
        let button = Button::new(text).selected(is_chosen).min_size(Vec2::new(56.0, ROW));
        if name_button(ui.add(button), name, Some(is_chosen)).clicked() {
            *chosen = *value;
        }
    }
}

/// A field for a width or height in units.
pub fn length(ui: &mut Ui, name: &str, value: &mut f32) {
    let drag = DragValue::new(value).range(FigureRequest::SIZE_RANGE).max_decimals(0);
    name_number(&ui.add_sized([NUMBER, ROW], drag), name, *value);
}

/// Gives a field for a number the name that assistive technology reads.
pub fn name_number(response: &Response, name: &str, value: f32) {
    response.widget_info(|| {
        let mut info = WidgetInfo::drag_value(true, f64::from(value));
        info.label = Some(name.to_owned());
        info
    });
}
