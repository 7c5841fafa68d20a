//! Where names and the texts along ties stand.

use super::nations::{NAME_SIZE, below_disc, name_extent, name_lines};
use super::{Label, LabelOwner, NationMark, Options, Palette, Scene, TieMark, Weight};
use crate::model::{Map, Rect};

/// The labels of all nations, then those of ties.
pub(super) fn place(
    map: &Map,
    nations: &[NationMark],
    _ties: &[TieMark],
    options: &Options,
    _previous: Option<&Scene>,
) -> Vec<Label> {
    let palette = Palette::of(options.theme);
    let size = NAME_SIZE * options.text_unit;
    let label = |((id, nation), mark): ((_, &crate::model::Nation), &NationMark)| {
        let lines = name_lines(&nation.name);
        let extent = name_extent(&lines, size);
        let center = mark.center + below_disc(mark.radius, extent);
        Label {
            owner: LabelOwner::Nation(id),
            lines,
            center,
            size,
            weight: Weight::SemiBold,
            angle_radians: 0.0,
            color: palette.ink,
            halo: palette.canvas,
            extent,
            bounds: Rect::centered(center, extent.x, extent.y),
            place: 0,
        }
    };
    map.nations().iter().zip(nations).map(label).collect()
}
