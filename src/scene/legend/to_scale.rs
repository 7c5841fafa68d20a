//! Legends whose symbols are as large as the marks on the map.

use super::symbol::{LegendLine, LegendRow, LegendSymbol};

/// The maximum radius of a symbol in a legend, at unit 1.
const MAX_RADIUS: f32 = 64.0;

/// How much larger lines are than in a legend at 100 %.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineScale {
    /// Their widths.
    pub width: f32,
    /// Their dashes, arrows and strikes.
    pub details: f32,
}

impl LineScale {
    /// The same for all of a line.
    pub const fn whole(scale: f32) -> Self {
        Self { width: scale, details: scale }
    }
}

/// Scales the symbols whose size has a meaning, and lines, for a map whose nations are drawn `marks` times
/// as large as the legend and whose lines as large as `lines` says. Symbols that would be too large for a legend
/// are left out.
pub fn to_scale(
    rows: &[LegendRow],
    marks: f32,
    lines: impl Fn(&LegendLine) -> LineScale,
) -> Vec<LegendRow> {
    let scaled = |row: &LegendRow| {
        let mut row = row.clone();
        match &mut row.symbol {
            LegendSymbol::Mark { radius, is_to_scale: true, .. } => {
                *radius *= marks;
                if *radius > MAX_RADIUS {
                    return None;
                }
            }
            LegendSymbol::Line(line)
            | LegendSymbol::Net(line)
            | LegendSymbol::Junction(line)
            | LegendSymbol::Fork { line, .. } => {
                let LineScale { width, details } = lines(line);
                line.pattern.dashes.iter_mut().for_each(|dash| *dash *= details);
                (line.width, line.unit) = (line.width * width, line.unit * details);
            }
            _ => {}
        }
        Some(row)
    };
    let mut rows: Vec<LegendRow> = rows.iter().filter_map(scaled).collect();
    let is_title =
        |row: Option<&LegendRow>| row.is_none_or(|row| row.symbol == LegendSymbol::Title);
    // A title without rows is left out too.
    let is_empty_title: Vec<bool> = (0..rows.len())
        .map(|index| is_title(rows.get(index)) && is_title(rows.get(index + 1)))
        .collect();
    let mut is_empty_title = is_empty_title.into_iter();
    rows.retain(|_| !is_empty_title.next().unwrap_or(false));
    rows
}
