//! The colours of a rule: one for each value, or two for the ends of a range of numbers.

use egui::Ui;

use crate::model::{Categories, Color, Look, Range, Scale};
use crate::ui::intent::Intent;
use crate::ui::panels::form::{MapLook, RecordEditor, advice, color_button, row};

/// The most values that are listed.
const MAX_VALUES: usize = 16;

/// The rules of a look that give colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColorRule {
    Nations,
    Ties,
}

impl ColorRule {
    const fn name(self) -> &'static str {
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

/// Shows the colours of a rule, if there is one; `colors` are those of its values, if it has any.
pub fn show(
    ui: &mut Ui,
    editor: &RecordEditor<'_, MapLook>,
    rule: ColorRule,
    colors: &[(String, Color)],
    out: &mut Vec<Intent>,
) {
    match rule.scale(editor.record) {
        None => {}
        Some(Scale::Categories(_)) => values(ui, editor, rule, colors, out),
        Some(Scale::Range(range)) => ends(ui, editor, rule, range, out),
    }
}

fn values(
    ui: &mut Ui,
    editor: &RecordEditor<'_, MapLook>,
    rule: ColorRule,
    colors: &[(String, Color)],
    out: &mut Vec<Intent>,
) {
    let more = colors.len().saturating_sub(MAX_VALUES);
    for (value, color) in colors.iter().take(MAX_VALUES) {
        if let Some(picked) = color_row(ui, rule, value, *color) {
            out.push(editor.type_in(rule.name(), rule.name(), |look| {
                if let Some(Scale::Categories(categories)) = rule.scale_mut(look) {
                    set_category(categories, value, picked);
                }
            }));
        }
    }
    if more > 0 {
        advice(ui, &format!("And {more} more values."));
    }
}

fn set_category(categories: &mut Categories<Color>, value: &str, color: Color) {
    match categories.0.iter_mut().find(|(own, _)| own == value) {
        Some((_, old)) => *old = color,
        None => categories.0.push((value.to_owned(), color)),
    }
}

fn ends(
    ui: &mut Ui,
    editor: &RecordEditor<'_, MapLook>,
    rule: ColorRule,
    range: &Range<Color>,
    out: &mut Vec<Intent>,
) {
    for (name, color, is_low) in [("lowest", range.low, true), ("highest", range.high, false)] {
        if let Some(picked) = color_row(ui, rule, name, color) {
            out.push(editor.type_in(rule.name(), rule.name(), |look| {
                if let Some(Scale::Range(range)) = rule.scale_mut(look) {
                    *(if is_low { &mut range.low } else { &mut range.high }) = picked;
                }
            }));
        }
    }
}

/// A row with a value and its colour; returns the colour that was picked instead.
fn color_row(ui: &mut Ui, rule: ColorRule, value: &str, color: Color) -> Option<Color> {
    let mut picked = None;
    ui.push_id((rule.name(), value), |ui| {
        row(ui, value, |ui| {
            let (response, color) = color_button(ui, color);
            picked = color;
            response
        })
    });
    picked
}
