//! The legend's rows for the rules of a look: a title, and below it a row for each category or for some
//! numbers of a range.

use super::symbol::{LegendRow, LegendSymbol, line_row};
use super::wording;
use crate::model::{Color, Dash, Map, NationProperty, NationSize, NationStyle, TieProperty};
use crate::scene::look_rules::{self, Resolved, ScaleKey, TieLook, TieRules, follows_kind};
use crate::scene::palette::mix;
use crate::scene::ties::LineStyle;
use crate::scene::{Options, Palette, nations};

/// The maximum number of categories in a legend, as nobody would read more.
const MAX_VALUES: usize = 14;

pub(super) fn tie_rule_rows(map: &Map, rules: &TieRules, options: &Options) -> Vec<LegendRow> {
    let look = map.look();
    let ink = Palette::of(options.theme).second_ink;
    let mut rows = tie_color_rows(map, rules, options);
    let row = |text, color, width, dash| sample(text, (color, width, dash), options);
    if let (Some(rule), Some(resolved)) = (&look.tie_width, &rules.widths)
        && !follows_kind(&rule.by)
    {
        let row = |text, width| row(text, ink, width, Dash::Solid);
        rows.extend(tie_section(map, &rule.by, resolved, row));
    }
    if let (Some(rule), Some(resolved)) = (&look.tie_dash, &rules.dashes)
        && !follows_kind(&rule.by)
    {
        let row = |text, dash| row(text, ink, 1.5, dash);
        rows.extend(tie_section(map, &rule.by, resolved, row));
    }
    rows
}

/// The rows for a rule that gives ties their colours by something other than their kind.
pub(in crate::scene) fn tie_color_rows(
    map: &Map,
    rules: &TieRules,
    options: &Options,
) -> Vec<LegendRow> {
    match (&map.look().tie_color, &rules.colors) {
        (Some(rule), Some(resolved)) if !follows_kind(&rule.by) => {
            let row = |text, color| sample(text, (color, 2.5, Dash::Solid), options);
            tie_section(map, &rule.by, resolved, row)
        }
        _ => Vec::new(),
    }
}

fn sample(text: String, (color, width, dash): (Color, f32, Dash), options: &Options) -> LegendRow {
    let look = TieLook { color, width, dash, dash_is_status: false };
    let LineStyle { color, width, pattern } = LineStyle::of(&look, None, None, options);
    line_row(text, color, width, pattern)
}

fn tie_section<V: Copy>(
    map: &Map,
    by: &TieProperty,
    resolved: &Resolved<V>,
    row: impl Fn(String, V) -> LegendRow,
) -> Vec<LegendRow> {
    let value = |value: &str| wording::tie_value(map, by, value);
    titled(wording::tie_title(by), key_rows(resolved, value, row))
}

pub(in crate::scene) fn nation_color_rows(map: &Map, palette: &Palette) -> Vec<LegendRow> {
    let Some(rule) = &map.look().nation_color else { return Vec::new() };
    let Some(resolved) = look_rules::nation_colors(map, palette) else { return Vec::new() };
    let style = map.look().nations;
    let row = |text, color| {
        let (fill, band) = match style {
            NationStyle::Flag => (mix(palette.canvas, palette.ink, 0.1), Some(color)),
            NationStyle::Disc | NationStyle::Label => (color, None),
        };
        let (shape, radius) = nations::legend_symbol(style, 7.0);
        let symbol = LegendSymbol::Mark { shape, radius, is_to_scale: false, fill, band };
        LegendRow { text, symbol }
    };
    nation_section(&rule.by, &resolved, row)
}

pub(super) fn nation_size_rows(map: &Map, palette: &Palette) -> Vec<LegendRow> {
    let NationSize::By(rule) = &map.look().nation_size else { return Vec::new() };
    let Some(resolved) = look_rules::radii(map) else { return Vec::new() };
    let row = |text, radius| {
        let (shape, radius) = nations::legend_symbol(map.look().nations, radius);
        let fill = mix(palette.canvas, palette.ink, 0.1);
        let symbol = LegendSymbol::Mark { shape, radius, is_to_scale: true, fill, band: None };
        LegendRow { text, symbol }
    };
    nation_section(&rule.by, &resolved, row)
}

fn nation_section<V: Copy>(
    by: &NationProperty,
    resolved: &Resolved<V>,
    row: impl Fn(String, V) -> LegendRow,
) -> Vec<LegendRow> {
    let value = |value: &str| wording::nation_value(by, value);
    titled(wording::nation_title(by), key_rows(resolved, value, row))
}

/// The rows of a key, each made by `row` from its text and look.
fn key_rows<V: Copy>(
    resolved: &Resolved<V>,
    value: impl Fn(&str) -> String,
    row: impl Fn(String, V) -> LegendRow,
) -> Vec<LegendRow> {
    match &resolved.key {
        ScaleKey::Categories(entries, others) => {
            let shown = entries.iter().take(MAX_VALUES);
            let mut rows: Vec<LegendRow> =
                shown.map(|(text, look)| row(value(text), *look)).collect();
            rows.extend(others.map(|look| row("other".to_owned(), look)));
            rows
        }
        ScaleKey::Range(steps) => {
            steps.iter().map(|(number, look)| row(wording::number(*number), *look)).collect()
        }
    }
}

/// Rows below a title; nothing if there are no rows.
fn titled(title: String, rows: Vec<LegendRow>) -> Vec<LegendRow> {
    let title =
        (!rows.is_empty()).then_some(LegendRow { text: title, symbol: LegendSymbol::Title });
    title.into_iter().chain(rows).collect()
}
