//! The colours of categories, for those who offer them to be changed.

use super::nation_rules::nation_colors;
use super::scale::{Resolved, ScaleKey};
use super::tie_rules::TieRules;
use crate::model::{Color, Map};
use crate::scene::{Palette, Theme};

/// The values by which nations are coloured, each with its colour on a light background; empty if they
/// aren't coloured by category.
pub fn nation_color_key(map: &Map) -> Vec<(String, Color)> {
    categories(nation_colors(map, &Palette::of(Theme::Light)))
}

/// The values by which ties are coloured, each with its colour on a light background; empty if they
/// aren't coloured by category.
pub fn tie_color_key(map: &Map) -> Vec<(String, Color)> {
    categories(TieRules::of(map, &Palette::of(Theme::Light)).colors)
}

fn categories(colors: Option<Resolved<Color>>) -> Vec<(String, Color)> {
    match colors.map(|colors| colors.key) {
        Some(ScaleKey::Categories(values, _)) => values,
        _ => Vec::new(),
    }
}
