//! What nations look like: style, size, colour and hulls.

use egui::Ui;

use super::color_scale::{self, ColorRule};
use super::properties::LookProperties;
use super::property_row::{first_color_scale, named, property_row};
use crate::model::{BlocView, Look, NationProperty, NationSize, NationStyle, Range, Rule, Scale};
use crate::ui::intent::Intent;
use crate::ui::panels::form::{MapLook, RecordEditor, choice_row};

/// How each choice of whether blocs are shown is called.
const BLOCS: [(BlocView, &str); 3] = [
    (BlocView::Auto, "named where ties are dense"),
    (BlocView::On, "always named"),
    (BlocView::Off, "not shown"),
];

/// Shows the rows for nations.
pub fn show(
    ui: &mut Ui,
    editor: &RecordEditor<'_, MapLook>,
    properties: &LookProperties,
    out: &mut Vec<Intent>,
) {
    let look = editor.record;
    let styles = [
        (NationStyle::Flag, "flags".to_owned()),
        (NationStyle::Disc, "plain discs".to_owned()),
        (NationStyle::Label, "names in boxes".to_owned()),
    ];
    if let Some(style) = choice_row(ui, "Drawn as", &look.nations, styles) {
        out.push(editor.edit("how nations are drawn", |look| look.nations = style));
    }
    size(ui, editor, properties, out);
    let by = look.nation_color.as_ref().map(|rule| rule.by.clone());
    if let Some(by) = property_row(ui, "Colour", &by, "their own", named(&properties.nations)) {
        let scale = |by: &_| first_color_scale(&properties.nations, by);
        let rule = by.map(|by| Rule::new(by.clone(), scale(&by)));
        out.push(editor.edit("colour of nations", |look| look.nation_color = rule));
    }
    color_scale::show(ui, editor, ColorRule::Nations, &properties.nation_colors, out);
    let groups = properties.groups.iter().cloned();
    if let Some(hulls) = property_row(ui, "Hulls", &look.hulls, "none", groups) {
        out.push(editor.edit("hulls", |look| look.hulls = hulls));
    }
    let blocs = BLOCS.map(|(view, words)| (view, words.to_owned()));
    if let Some(blocs) = choice_row(ui, "Blocs", &look.blocs, blocs) {
        out.push(editor.edit("blocs", |look| look.blocs = blocs));
    }
}

/// What the size of nations may follow.
#[derive(Clone, PartialEq)]
enum SizeBy {
    Degree,
    Fixed,
    Property(NationProperty),
}

fn size(
    ui: &mut Ui,
    editor: &RecordEditor<'_, MapLook>,
    properties: &LookProperties,
    out: &mut Vec<Intent>,
) {
    let now = match &editor.record.nation_size {
        NationSize::Degree => SizeBy::Degree,
        NationSize::Fixed => SizeBy::Fixed,
        NationSize::By(rule) => SizeBy::Property(rule.by.clone()),
    };
    let numbers = named(properties.nations.iter().filter(|property| property.is_numeric));
    let options = [
        (SizeBy::Degree, "a little by their ties".to_owned()),
        (SizeBy::Fixed, "all alike".to_owned()),
    ];
    let options = options.into_iter().chain(numbers.map(|(p, name)| (SizeBy::Property(p), name)));
    if let Some(size) = choice_row(ui, "Size", &now, options) {
        let size = match size {
            SizeBy::Degree => NationSize::Degree,
            SizeBy::Fixed => NationSize::Fixed,
            SizeBy::Property(by) => {
                let [low, high] = Look::RADII;
                let scale = Scale::Range(Range::of_data(low, high));
                NationSize::By(Box::new(Rule::new(by, scale)))
            }
        };
        out.push(editor.edit("size of nations", |look| look.nation_size = size));
    }
}
