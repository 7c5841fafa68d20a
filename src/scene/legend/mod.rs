//! The legend: a row for each symbol that occurs on the map, with the symbol drawn as on the map.

mod key_rows;
mod kind_rows;
mod place;
mod placed;
mod rows;
mod rule_rows;
mod symbol;
mod to_scale;
pub(super) mod wording;

pub(super) use key_rows::key_rows;
pub use place::{legend_place, legend_rect};
pub use placed::{PlacedLegend, PlacedLegendRow, PlacedSymbol};
pub use rows::legend_extent;
pub(super) use rows::legend_rows;
pub(super) use rule_rows::{nation_color_rows, tie_color_rows};
pub use symbol::{LegendLine, LegendRow, LegendSymbol};
pub use to_scale::{LineScale, to_scale};
