//! A row in which a person chooses what a part of the look follows.

use egui::Ui;

use super::properties::Property;
use crate::model::{Categories, Color, Look, Range, Scale};
use crate::ui::panels::form::choice_row;

/// A choice of what a part of the look follows; the first option is nothing.
pub fn property_row<P: PartialEq + Clone>(
    ui: &mut Ui,
    caption: &str,
    now: &Option<P>,
    nothing: &str,
    properties: impl Iterator<Item = (P, String)>,
) -> Option<Option<P>> {
    let none = std::iter::once((None, nothing.to_owned()));
    choice_row(ui, caption, now, none.chain(properties.map(|(p, name)| (Some(p), name))))
}

/// Properties with their names.
pub fn named<'a, P: Clone + 'a>(
    properties: impl IntoIterator<Item = &'a Property<P>>,
) -> impl Iterator<Item = (P, String)> {
    properties.into_iter().map(|property| (property.value.clone(), property.name.clone()))
}

/// The scale that colours begin with when they follow one of the properties.
pub fn first_color_scale<P: PartialEq>(properties: &[Property<P>], by: &P) -> Scale<Color> {
    let [low, high] = Look::COLORS;
    if properties.iter().any(|property| property.value == *by && property.is_numeric) {
        Scale::Range(Range::of_data(low, high))
    } else {
        Scale::Categories(Categories::default())
    }
}
