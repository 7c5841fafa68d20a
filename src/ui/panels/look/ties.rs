//! What ties look like: colour, width and line.

use egui::Ui;

use super::color_scale::{self, ColorRule};
use super::properties::LookProperties;
use super::property_row::{first_color_scale, named, property_row};
use crate::model::{Categories, Importance, Look, Range, Rule, Scale, TieDrawing, WithinBlocs};
use crate::ui::intent::Intent;
use crate::ui::panels::form::{MapLook, RecordEditor, choice_row};

/// What ties follow unless another property is chosen.
const KIND: &str = "their kind";

/// How each choice of what becomes a line is called.
const DRAWN: [(TieDrawing, &str); 3] = [
    (TieDrawing::Each, "each by itself"),
    (TieDrawing::Bundled, "bundled along one another"),
    (TieDrawing::Grouped, "as one between groups"),
];
const WITHIN_BLOCS: [(WithinBlocs, &str); 4] = [
    (WithinBlocs::FaintIfCrowded, "simpler where crowded"),
    (WithinBlocs::AsOthers, "as the others"),
    (WithinBlocs::Faint, "faint"),
    (WithinBlocs::LeftOut, "left out"),
];
const IMPORTANCE: [(Importance, &str); 3] = [
    (Importance::All, "all ties"),
    (Importance::BetweenBlocs, "between blocs, rare, hostile"),
    (Importance::RareAndHostile, "rare and hostile"),
];

/// Shows the rows for ties.
pub fn show(
    ui: &mut Ui,
    editor: &RecordEditor<'_, MapLook>,
    properties: &LookProperties,
    out: &mut Vec<Intent>,
) {
    let look = editor.record;
    view(ui, editor, out);
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

/// Which ties are drawn one by one, and how strongly.
fn view(ui: &mut Ui, editor: &RecordEditor<'_, MapLook>, out: &mut Vec<Intent>) {
    let view = &editor.record.ties;
    if let Some(drawn) = choice_row(ui, "Drawn", &view.drawn, words(DRAWN)) {
        out.push(editor.edit("how ties are drawn", |look| look.ties.drawn = drawn));
    }
    if let Some(within) = choice_row(ui, "Within blocs", &view.within_blocs, words(WITHIN_BLOCS)) {
        out.push(editor.edit("ties within blocs", |look| look.ties.within_blocs = within));
    }
    if let Some(importance) = choice_row(ui, "Shown", &view.importance, words(IMPORTANCE)) {
        out.push(editor.edit("which ties are drawn", |look| look.ties.importance = importance));
    }
}

fn words<T, const N: usize>(options: [(T, &str); N]) -> impl Iterator<Item = (T, String)> {
    options.into_iter().map(|(value, words)| (value, words.to_owned()))
}
