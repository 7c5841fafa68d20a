//! From nations to their marks.

use super::emblem::{emblem, has_letters};
use super::monograms::monograms;
use super::name::Metrics;
use super::size::{label_boxes, label_size, sizes};
use crate::model::{Map, NationStyle, NationType};
use crate::scene::{NationMark, Options, Palette, Positions, Shape, TextOffset, look_rules, text};

/// The marks of all nations, in the order of the map.
pub(in crate::scene) fn nation_marks(
    map: &Map,
    positions: &Positions,
    options: &Options,
) -> Vec<NationMark> {
    let palette = Palette::of(options.theme);
    let colors = look_rules::nation_colors(map, &palette);
    let style = map.look().nations;
    let sizes = sizes(map);
    let letters = monograms(map, |index, nation| {
        has_letters(nation, style) && sizes.get(index).is_some_and(|size| *size > 0.0)
    });
    let sized = sizes.into_iter().zip(label_boxes(map, options.text_unit, Metrics::Drawn));
    let nations = map.nations().iter().zip(sized).zip(letters).enumerate();
    let marks = nations.map(|(index, (((id, nation), (size, half_box)), letters))| {
        let color = colors.as_ref().and_then(|rule| rule.look(index));
        let radius = half_box.map_or(size * options.unit, |half| half.y);
        let shape = match (nation.nation_type, half_box) {
            _ if size <= 0.0 => Shape::Hull,
            (_, Some(half)) => Shape::Label { aspect: half.x / half.y },
            (NationType::State, None) => Shape::Disc,
            (NationType::Organisation, None) => Shape::RoundedSquare,
            (NationType::Group, None) => Shape::Hexagon,
        };
        NationMark {
            id,
            center: positions.get(index),
            radius,
            shape,
            emblem: emblem(nation, (style, letters), color, radius, &palette),
            band: color.filter(|_| style == NationStyle::Flag),
            text_size: half_box.map(|_| label_size(size) * options.text_unit),
            name_offset: nation
                .name_offset
                .map(|offset| TextOffset::of(offset, options.unit, options.text_unit)),
            pinned: nation.pinned,
            name: text::clean(&nation.name),
        }
    });
    marks.collect()
}
