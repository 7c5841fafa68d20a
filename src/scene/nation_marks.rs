//! Nations: how large they are, what stands in them, and the room that they and their names take.

use unicode_segmentation::UnicodeSegmentation as _;

use super::palette::{ink_on, mix};
use super::text;
use super::text::Weight;
use super::{Emblem, Flag, NationMark, Options, Palette, Positions, Shape, hulls, look_rules};
use crate::model::{Color, Map, Nation, NationSize, NationStyle, NationType, Point, Rect};

/// The height of a nation's name.
pub(super) const NAME_SIZE: f32 = 13.0;
/// The widest line of a name.
const NAME_LIMIT: f32 = 132.0;
/// What keeps a name apart from the next in its line, as a part of its size: a narrow space.
const NAME_AIR: f32 = 0.3;
/// From the rim to the box of the name.
const NAME_GAP: f32 = 1.8;

/// The radius of a nation whose size says nothing.
const USUAL_RADIUS: f32 = 18.0;
/// The same for a plain disc, which holds neither flag nor letters.
const PLAIN_RADIUS: f32 = 10.0;
/// From the text of a label box to its rim, across and along, as a part of the type's size.
const BOX_PADDING: Point = Point { x: 0.55, y: 0.28 };

/// The radius of each nation in the order of the map: as a rule of the look gives it, or all alike,
/// or 18 and up to 22 for those with many more ties than the others. Plain discs are smaller; of a
/// label box it is half the height. A nation that is drawn as a hull has none.
pub fn radii(map: &Map) -> Vec<f32> {
    sizes(map)
        .into_iter()
        .zip(frames(map, 1.0, Ruler::Nominal))
        .map(|(size, frame)| frame.map_or(size, |f| f.y))
        .collect()
}

/// The radius of each nation's disc; of a label box, the radius that stands for its size.
fn sizes(map: &Map) -> Vec<f32> {
    let usual = if map.look().nations == NationStyle::Disc { PLAIN_RADIUS } else { USUAL_RADIUS };
    let ruled = look_rules::radii(map);
    let of_degree = match map.look().nation_size {
        NationSize::Degree => by_degree(map),
        NationSize::Fixed | NationSize::By(_) => vec![1.0; map.nations().len()],
    };
    let as_hull = hulls::organisations(map);
    let radius = |(index, factor): (usize, f32)| {
        let given = ruled.as_ref().and_then(|given| given.each.get(index).copied().flatten());
        if as_hull.get(index).copied().unwrap_or(false) {
            0.0
        } else {
            given.unwrap_or(usual * factor)
        }
    };
    of_degree.into_iter().enumerate().map(radius).collect()
}

/// How much larger each nation is for its number of ties.
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

/// Half the width and height of each nation's label box; `None` for those that have no such box.
fn frames(map: &Map, text_unit: f32, ruler: Ruler) -> Vec<Option<Point>> {
    if map.look().nations != NationStyle::Label {
        return vec![None; map.nations().len()];
    }
    let frame = |((_, nation), radius): ((_, &Nation), f32)| {
        let size = label_size(radius) * text_unit;
        let extent = ruler.extent(&nation.name, size);
        let padding = BOX_PADDING * size;
        (radius > 0.0).then(|| {
            Point::new(
                (extent.x / 2.0 + padding.x).max(size),
                (extent.y / 2.0 + padding.y).max(size * 0.7),
            )
        })
    };
    map.nations().iter().zip(sizes(map)).map(frame).collect()
}

/// The height of the type in a label box: larger for a larger nation, within what can be read.
fn label_size(radius: f32) -> f32 {
    NAME_SIZE * (radius / USUAL_RADIUS).clamp(0.8, 2.2)
}

/// The size of 1 unit of a mark: a label box is as large as its type.
pub(super) fn mark_unit(map: &Map, options: &Options) -> f32 {
    match map.look().nations {
        NationStyle::Flag | NationStyle::Disc => options.unit,
        NationStyle::Label => options.text_unit,
    }
}

/// The outline and radius by which a legend shows a nation of that size.
pub(super) fn sample(style: NationStyle, radius: f32) -> (Shape, f32) {
    match style {
        NationStyle::Flag | NationStyle::Disc => (Shape::Disc, radius),
        NationStyle::Label => (Shape::Label { aspect: 2.0 }, label_size(radius) * 0.55),
    }
}

/// The rectangle of each nation's mark and name, relative to its centre, in the order of the map, as
/// `[left, top, right, bottom]`: the room that a layout leaves it. The same on every machine, since
/// letters that the embedded font lacks are estimated.
pub fn label_boxes(map: &Map) -> Vec<[f32; 4]> {
    let corners = |room: Rect| [room.min.x, room.min.y, room.max.x, room.max.y];
    rooms_by(map, 1.0, 1.0, Ruler::Nominal).into_iter().map(corners).collect()
}

/// The same rectangles for marks and names of other sizes.
pub(super) fn rooms(map: &Map, unit: f32, text_unit: f32) -> Vec<Rect> {
    rooms_by(map, unit, text_unit, Ruler::Drawn)
}

fn rooms_by(map: &Map, unit: f32, text_unit: f32, ruler: Ruler) -> Vec<Rect> {
    let sized = sizes(map).into_iter().zip(frames(map, text_unit, ruler));
    let room = |((_, nation), (radius, frame)): ((_, &Nation), (f32, Option<Point>))| {
        let origin = Point::default();
        if let Some(half) = frame {
            return Rect::centered(origin, 2.0 * half.x, 2.0 * half.y);
        }
        let radius = radius * unit;
        let disc = Rect::centered(origin, 2.0 * radius, 2.0 * radius);
        if radius <= 0.0 {
            return disc;
        }
        let extent = ruler.extent(&nation.name, NAME_SIZE * text_unit);
        disc.union(&Rect::centered(below_disc(radius, extent), extent.x, extent.y))
    };
    map.nations().iter().zip(sized).map(room).collect()
}

/// The name as it is drawn: one line or two; none where there is no name.
pub(super) fn name_lines(name: &str) -> Vec<String> {
    let name = text::clean(name);
    if name.is_empty() {
        Vec::new()
    } else {
        text::wrap(&name, NAME_SIZE, Weight::SemiBold, NAME_LIMIT)
    }
}

/// By what names are measured.
#[derive(Clone, Copy)]
enum Ruler {
    /// By the fonts in which they are drawn.
    Drawn,
    /// In the same way on every machine, for layouts.
    Nominal,
}

impl Ruler {
    fn extent(self, name: &str, size: f32) -> Point {
        let lines = match self {
            Self::Drawn => return name_extent(&name_lines(name), size),
            Self::Nominal => {
                let name = text::clean(name);
                text::nominal_wrap(&name, NAME_SIZE, Weight::SemiBold, NAME_LIMIT)
            }
        };
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        extent_of(&lines, size, text::nominal_width, |_, size, _| super::Label::LINE_BOX * size)
    }
}

/// The width and height of a name, with a little air at its sides.
pub(super) fn name_extent(lines: &[String], size: f32) -> Point {
    extent_of(lines, size, text::width, text::height)
}

/// How a line of text is measured in type of a size and weight.
type Measure = fn(&str, f32, Weight) -> f32;

fn extent_of(lines: &[String], size: f32, width: Measure, height: Measure) -> Point {
    let widths = lines.iter().map(|line| width(line, size, Weight::SemiBold));
    let between = lines.len().saturating_sub(1) as f32 * super::Label::LINE_HEIGHT * size;
    let heights = lines.iter().map(|line| height(line, size, Weight::SemiBold));
    let height = heights.reduce(f32::max).map_or(0.0, |tallest| between + tallest);
    let air = if lines.is_empty() { 0.0 } else { NAME_AIR };
    Point::new(widths.fold(0.0, f32::max) + air * size, height)
}

/// The centre of a name that stands below its disc, relative to the disc's.
pub(super) fn below_disc(radius: f32, name_extent: Point) -> Point {
    Point::new(0.0, radius + NAME_GAP * radius / 18.0 + name_extent.y / 2.0)
}

/// The marks of all nations.
pub(super) fn marks(map: &Map, positions: &Positions, options: &Options) -> Vec<NationMark> {
    let palette = Palette::of(options.theme);
    let colors = look_rules::nation_colors(map, &palette);
    let style = map.look().nations;
    let sized = sizes(map).into_iter().zip(frames(map, options.text_unit, Ruler::Drawn));
    let nations = map.nations().iter().zip(sized).enumerate();
    let marks = nations.map(|(index, ((id, nation), (size, frame)))| {
        let color = colors.as_ref().and_then(|given| given.each.get(index).copied().flatten());
        let radius = frame.map_or(size * options.unit, |half| half.y);
        let shape = match (nation.nation_type, frame) {
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
            emblem: emblem(nation, style, color, radius, &palette),
            band: color.filter(|_| style == NationStyle::Flag),
            text_size: frame.map(|_| label_size(size) * options.text_unit),
            pinned: nation.pinned,
            name: text::clean(&nation.name),
        }
    });
    marks.collect()
}

/// What stands in a nation. With a flag or letters, the colour of a rule is a band around them.
fn emblem(
    nation: &Nation,
    style: NationStyle,
    ruled: Option<Color>,
    radius: f32,
    palette: &Palette,
) -> Emblem {
    let plain = |strength| mix(palette.canvas, palette.ink, strength);
    match style {
        NationStyle::Flag => {}
        NationStyle::Disc => return Emblem::Plain(ruled.or(nation.color).unwrap_or(plain(0.45))),
        NationStyle::Label => return Emblem::Plain(ruled.or(nation.color).unwrap_or(plain(0.06))),
    }
    let flag = nation.code.as_deref().and_then(Flag::of);
    if let (Some(flag), None) = (flag, nation.color) {
        return Emblem::Flag(flag);
    }
    let fill = nation.color.unwrap_or(plain(0.1));
    let text = monogram(nation);
    let widest = text::width(&text, 1.0, Weight::SemiBold).max(0.1);
    let size = (radius * 0.8).min(radius * 1.5 / widest);
    Emblem::Monogram { text, size, fill, ink: ink_on(fill) }
}

/// Up to four letters for a nation: a short name in capitals whole (NATO), the initials of several
/// words, else the first two letters.
fn monogram(nation: &Nation) -> String {
    let name = text::clean(&nation.name);
    if name.chars().count() <= 4 && name.chars().all(|c| c.is_uppercase() || c.is_numeric()) {
        return name;
    }
    let begins = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let words = name.split([' ', '-', '–']).filter(begins);
    let initials: String = words.filter_map(|word| word.chars().next()).take(3).collect();
    if initials.chars().count() > 1 { initials } else { name.graphemes(true).take(2).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn monograms_are_short_and_telling() {
        let of = |name: &str| monogram(&Nation { name: name.to_owned(), ..Nation::default() });
        assert_eq!(of("NATO"), "NATO");
        assert_eq!(of("Triple Entente"), "TE");
        assert_eq!(of("Association of Southeast Asian Nations"), "ASA");
        assert_eq!(of("Gaveve"), "Ga");
        assert_eq!(of(""), "");
    }
}
