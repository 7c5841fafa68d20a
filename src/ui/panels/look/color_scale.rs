//! The colours of a rule: one for each value, or two that numbers run between.

use egui::{Color32, Ui};

use super::dragged;
use crate::model::{Categories, Color, Look, Map, Range, Scale};
use crate::ui::intent::Intent;
use crate::ui::panels::form;
use crate::ui::theme::color32;

/// The most values that are listed.
const MOST_VALUES: usize = 16;

/// Whose colours follow something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui::panels) enum Followed {
    Nations,
    Ties,
}

impl Followed {
    const fn what(self) -> &'static str {
        match self {
            Self::Nations => "colour of nations",
            Self::Ties => "colour of ties",
        }
    }

    fn scale(self, look: &Look) -> Option<&Scale<Color>> {
        match self {
            Self::Nations => look.nation_color.as_ref().map(|rule| &rule.scale),
            Self::Ties => look.tie_color.as_ref().map(|rule| &rule.scale),
        }
    }

    fn scale_mut(self, look: &mut Look) -> Option<&mut Scale<Color>> {
        match self {
            Self::Nations => look.nation_color.as_mut().map(|rule| &mut rule.scale),
            Self::Ties => look.tie_color.as_mut().map(|rule| &mut rule.scale),
        }
    }
}

/// The colours of a rule, where there is one; `key` are those of its values, where it has some.
pub(in crate::ui::panels) fn colors(
    ui: &mut Ui,
    map: &Map,
    whose: Followed,
    key: &[(String, Color)],
    out: &mut Vec<Intent>,
) {
    match whose.scale(map.look()) {
        None => {}
        Some(Scale::Categories(_)) => values(ui, map, whose, key, out),
        Some(Scale::Range(range)) => ends(ui, map, whose, range, out),
    }
}

fn values(ui: &mut Ui, map: &Map, whose: Followed, key: &[(String, Color)], out: &mut Vec<Intent>) {
    let more = key.len().saturating_sub(MOST_VALUES);
    for (value, color) in key.iter().take(MOST_VALUES) {
        if let Some(picked) = swatch(ui, whose, value, *color) {
            dragged(out, map, whose.what(), |look| {
                if let Some(Scale::Categories(named)) = whose.scale_mut(look) {
                    set(named, value, picked);
                }
            });
        }
    }
    if more > 0 {
        form::advice(ui, &format!("And {more} more values."));
    }
}

fn set(named: &mut Categories<Color>, value: &str, color: Color) {
    match named.0.iter_mut().find(|(own, _)| own == value) {
        Some((_, old)) => *old = color,
        None => named.0.push((value.to_owned(), color)),
    }
}

fn ends(ui: &mut Ui, map: &Map, whose: Followed, range: &Range<Color>, out: &mut Vec<Intent>) {
    for (name, color, is_low) in [("lowest", range.low, true), ("highest", range.high, false)] {
        if let Some(picked) = swatch(ui, whose, name, color) {
            dragged(out, map, whose.what(), |look| {
                if let Some(Scale::Range(range)) = whose.scale_mut(look) {
                    *(if is_low { &mut range.low } else { &mut range.high }) = picked;
                }
            });
        }
    }
}

/// A row with a value and its colour; the colour when another was picked.
fn swatch(ui: &mut Ui, whose: Followed, value: &str, color: Color) -> Option<Color> {
    let mut picked: Color32 = color32(color);
    let row = ui.push_id((whose.what(), value), |ui| {
        form::row(ui, value, |ui| ui.color_edit_button_srgba(&mut picked))
    });
    row.inner.changed().then(|| Color::new(picked.r(), picked.g(), picked.b()))
}
