//! The legend's rows for ties whose texts have no room beside them.

use super::symbol::{LegendLine, LegendRow, LegendSymbol};
use crate::model::Map;
use crate::scene::labels::KeyedTie;
use crate::scene::{Options, PlacedLegend, TieMark, Weight, text};

/// The maximum width of a row's text at unit 1.
const MAX_WIDTH: f32 = 260.0;

/// A row for each tie that a key stands beside: the key, and the text.
pub(in crate::scene) fn key_rows(
    map: &Map,
    ties: &[TieMark],
    keyed: &[KeyedTie],
    options: &Options,
) -> Vec<LegendRow> {
    let row = |KeyedTie { tie, key }: &KeyedTie| {
        let (mark, id) = (ties.get(*tie)?, map.ties().id_at(*tie)?);
        let words = format!("{key}  {}", text::clean(&map.ties().get(id)?.label));
        let mut pattern = mark.pattern.clone();
        pattern.dashes.iter_mut().for_each(|dash| *dash /= options.unit);
        let line = LegendLine {
            color: mark.color,
            width: mark.width / options.unit,
            pattern,
            arrow: mark.directed,
            struck: mark.has_ended,
            unit: 1.0,
            emphasis: mark.emphasis,
        };
        Some(LegendRow {
            text: text::ellipsis(&words, PlacedLegend::SIZE, Weight::Regular, MAX_WIDTH),
            symbol: LegendSymbol::Line(line),
        })
    };
    keyed.iter().filter_map(row).collect()
}
