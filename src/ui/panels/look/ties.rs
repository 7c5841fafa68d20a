//! What ties look like: colour, width and line.

use egui::Ui;

use super::color_scale::{self, ColorRule};
use super::properties::LookProperties;
use super::property_row::{first_color_scale, named, property_row};
use crate::model::{Categories, Look, Range, Rule, Scale};
use crate::ui::intent::Intent;
use crate::ui::panels::form::{MapLook, RecordEditor};

/// What ties follow unless another property is chosen.
const KIND: &str = "their kind";

/// Shows the rows for ties.
pub fn show(
    ui: &mut Ui,
    editor: &RecordEditor<'_, MapLook>,
    properties: &LookProperties,
    out: &mut Vec<Intent>,
) {
    let look = editor.record;
    let by = look.tie_color.as_ref().map(|rule| rule.by.clone());
    if let Some(by) = property_row(ui, "Colour", &by, KIND, named(&properties.ties)) {
        let scale = |by: &_| first_color_scale(&properties.ties, by);
        let rule = by.map(|by| Rule::new(by.clone(), scale(&by)));
        out.push(editor.edit("colour of ties", |look| look.tie_color = rule));
    }
    color_scale::show(ui, editor, ColorRule::Ties, &properties.tie_colors, out);
    let by = look.tie_width.as_ref().map(|rule| rule.by.clone());
    let numbers = named(properties.ties.iter().filter(|property| property.is_numeric));
    if let Some(by) = property_row(ui, "Width", &by, KIND, numbers) {
        let [low, high] = Look::WIDTHS;
        let rule = by.map(|by| Rule::new(by, Scale::Range(Range::of_data(low, high))));
        out.push(editor.edit("width of ties", |look| look.tie_width = rule));
    }
    let by = look.tie_dash.as_ref().map(|rule| rule.by.clone());
    let words = named(properties.ties.iter().filter(|property| !property.is_numeric));
    if let Some(by) = property_row(ui, "Line", &by, KIND, words) {
        let rule = by.map(|by| Rule::new(by, Categories::default()));
        out.push(editor.edit("lines of ties", |look| look.tie_dash = rule));
    }
}
