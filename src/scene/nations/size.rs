//! How large nations are drawn.

use super::name::{Metrics, NAME_SIZE};
use crate::model::{Map, Nation, NationSize, NationStyle, Point};
use crate::scene::{Options, Shape, hulls, look_rules};

/// The radius of a nation whose size carries no meaning.
const USUAL_RADIUS: f32 = 18.0;

/// The same for a plain disc without flag or letters.
const PLAIN_RADIUS: f32 = 10.0;

/// The space between the text of a label box and its rim, horizontally and vertically, as fractions of
/// the type size.
const BOX_PADDING: Point = Point { x: 0.55, y: 0.28 };

/// The radius of each nation at unit 1, in the order of the map. It is given by a rule of the look, or
/// the same for all, or 18 and up to 22 for nations with many more ties than the others. Plain discs
/// are smaller; for a label box it is half the height, for a nation that is drawn as a hull 0.
pub fn radii(map: &Map) -> Vec<f32> {
    sizes(map)
        .into_iter()
        .zip(label_boxes(map, 1.0, Metrics::Nominal))
        .map(|(size, half_box)| half_box.map_or(size, |half| half.y))
        .collect()
}

/// The radius of each nation's disc; for a label box, the radius that determines its size.
pub(super) fn sizes(map: &Map) -> Vec<f32> {
    let usual = if map.look().nations == NationStyle::Disc { PLAIN_RADIUS } else { USUAL_RADIUS };
    let by_rule = look_rules::radii(map);
    let factors = match map.look().nation_size {
        NationSize::Degree => by_degree(map),
        NationSize::Fixed | NationSize::By(_) => vec![1.0; map.nations().len()],
    };
    let as_hull = hulls::drawn_as_hulls(map);
    let radius = |(index, factor): (usize, f32)| {
        let ruled = by_rule.as_ref().and_then(|rule| rule.look(index));
        if as_hull.get(index).copied().unwrap_or(false) {
            0.0
        } else {
            ruled.unwrap_or(usual * factor)
        }
    };
    factors.into_iter().enumerate().map(radius).collect()
}

/// How much larger each nation is drawn for its number of ties.
fn by_degree(map: &Map) -> Vec<f32> {
    let degrees = map.degrees();
    let mean = degrees.iter().sum::<u32>() as f32 / degrees.len().max(1) as f32;
    let factor = |count: u32| match count as f32 / mean.max(1.5) {
        share if share >= 2.5 => 22.0 / 18.0,
        share if share >= 1.5 => 20.0 / 18.0,
        _ => 1.0,
    };
    degrees.into_iter().map(factor).collect()
}

/// Half the width and height of each nation's label box; `None` for nations without one.
pub(super) fn label_boxes(map: &Map, text_unit: f32, metrics: Metrics) -> Vec<Option<Point>> {
    if map.look().nations != NationStyle::Label {
        return vec![None; map.nations().len()];
    }
    let half_box = |((_, nation), radius): ((_, &Nation), f32)| {
        let size = label_size(radius) * text_unit;
        let extent = metrics.extent(&nation.name, size);
        let padding = BOX_PADDING * size;
        (radius > 0.0).then(|| {
            Point::new(
                (extent.x / 2.0 + padding.x).max(size),
                (extent.y / 2.0 + padding.y).max(size * 0.7),
            )
        })
    };
    map.nations().iter().zip(sizes(map)).map(half_box).collect()
}

/// The type size in a label box: larger for a larger nation, within readable limits.
pub(super) fn label_size(radius: f32) -> f32 {
    NAME_SIZE * (radius / USUAL_RADIUS).clamp(0.8, 2.2)
}

/// The size of 1 unit of a mark; a label box is scaled with its text.
pub(in crate::scene) fn mark_unit(map: &Map, options: &Options) -> f32 {
    match map.look().nations {
        NationStyle::Flag | NationStyle::Disc => options.unit,
        NationStyle::Label => options.text_unit,
    }
}

/// The outline and radius with which a legend shows a nation of that radius.
pub(in crate::scene) fn legend_symbol(style: NationStyle, radius: f32) -> (Shape, f32) {
    match style {
        NationStyle::Flag | NationStyle::Disc => (Shape::Disc, radius),
        NationStyle::Label => (Shape::Label { aspect: 2.0 }, label_size(radius) * 0.55),
    }
}
