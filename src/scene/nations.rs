//! Nations: how large they are, what stands in them, and the room that they and their names take.

use unicode_segmentation::UnicodeSegmentation as _;

use super::palette::{ink_on, mix};
use super::text::{self, Weight};
use super::{Emblem, Flag, NationMark, Options, Palette, Positions, Shape};
use crate::model::{End, Map, Nation, NationType, Point, Rect};

/// The height of a nation's name.
pub(super) const NAME_SIZE: f32 = 13.0;
/// The widest line of a name.
const NAME_LIMIT: f32 = 132.0;
/// What keeps a name apart from the next in its line, as a part of its size: a narrow space.
const NAME_AIR: f32 = 0.3;
/// From the rim to the box of the name.
const NAME_GAP: f32 = 1.8;

/// The radius of each nation in the order of the map: 18, and up to 22 for those with many more ties
/// than the others.
pub fn radii(map: &Map) -> Vec<f32> {
    let mut ties = vec![0u32; map.nations().len()];
    for (_, tie) in map.ties().iter() {
        // A tie of a nation to itself is one tie.
        let to = match tie.to {
            End::Nation(nation) if !tie.is_loop() => Some(nation),
            _ => None,
        };
        for end in [Some(tie.from), to].into_iter().flatten() {
            if let Some(count) = map.nations().index_of(end).and_then(|i| ties.get_mut(i)) {
                *count += 1;
            }
        }
    }
    let mean = ties.iter().sum::<u32>() as f32 / ties.len().max(1) as f32;
    let radius = |count: u32| match count as f32 / mean.max(1.5) {
        share if share >= 2.5 => 22.0,
        share if share >= 1.5 => 20.0,
        _ => 18.0,
    };
    ties.into_iter().map(radius).collect()
}

/// The rectangle of each nation's disc and name, relative to its centre, in the order of the map, as
/// `[left, top, right, bottom]`: the room that a layout leaves it. The same on every machine, since
/// letters that the embedded font lacks are estimated.
pub fn label_boxes(map: &Map) -> Vec<[f32; 4]> {
    let corners = |room: Rect| [room.min.x, room.min.y, room.max.x, room.max.y];
    let extent = |name: &str| {
        let name = text::clean(name);
        let lines = text::nominal_wrap(&name, NAME_SIZE, Weight::SemiBold, NAME_LIMIT);
        let widths =
            lines.iter().map(|line| text::nominal_width(line, NAME_SIZE, Weight::SemiBold));
        let height = lines.len() as f32 * NAME_SIZE * super::Label::LINE_HEIGHT;
        if name.is_empty() {
            Point::default()
        } else {
            Point::new(widths.fold(0.0, f32::max), height)
        }
    };
    rooms_by(map, 1.0, &extent).into_iter().map(corners).collect()
}

/// The same rectangles for discs and names of other sizes.
pub(super) fn rooms(map: &Map, unit: f32, text_unit: f32) -> Vec<Rect> {
    rooms_by(map, unit, &|name| name_extent(&name_lines(name), NAME_SIZE * text_unit))
}

fn rooms_by(map: &Map, unit: f32, extent: &dyn Fn(&str) -> Point) -> Vec<Rect> {
    let nations = map.nations().iter().zip(radii(map));
    let room = |((_, nation), radius): ((_, &Nation), f32)| {
        let radius = radius * unit;
        let extent = extent(&nation.name);
        let below = Rect::centered(below_disc(radius, extent), extent.x, extent.y);
        Rect::centered(Point::default(), 2.0 * radius, 2.0 * radius).union(&below)
    };
    nations.map(room).collect()
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

/// The width and height of a name, with a little air at its sides.
pub(super) fn name_extent(lines: &[String], size: f32) -> Point {
    let widths = lines.iter().map(|line| text::width(line, size, Weight::SemiBold));
    let between = lines.len().saturating_sub(1) as f32 * super::Label::LINE_HEIGHT;
    let height = if lines.is_empty() { 0.0 } else { between + super::Label::LINE_BOX };
    let air = if lines.is_empty() { 0.0 } else { NAME_AIR };
    Point::new(widths.fold(0.0, f32::max) + air * size, height * size)
}

/// The centre of a name that stands below its disc, relative to the disc's.
pub(super) fn below_disc(radius: f32, name_extent: Point) -> Point {
    Point::new(0.0, radius + NAME_GAP * radius / 18.0 + name_extent.y / 2.0)
}

/// The marks of all nations.
pub(super) fn marks(map: &Map, positions: &Positions, options: &Options) -> Vec<NationMark> {
    let palette = Palette::of(options.theme);
    let nations = map.nations().iter().zip(radii(map)).enumerate();
    let marks = nations.map(|(index, ((id, nation), radius))| {
        let radius = radius * options.unit;
        NationMark {
            id,
            center: positions.get(index),
            radius,
            shape: match nation.nation_type {
                NationType::State => Shape::Disc,
                NationType::Organisation => Shape::RoundedSquare,
                NationType::Group => Shape::Hexagon,
            },
            emblem: emblem(nation, radius, &palette),
            pinned: nation.pinned,
            name: text::clean(&nation.name),
        }
    });
    marks.collect()
}

fn emblem(nation: &Nation, radius: f32, palette: &Palette) -> Emblem {
    let flag = nation.code.as_deref().and_then(Flag::of);
    if let (Some(flag), None) = (flag, nation.color) {
        return Emblem::Flag(flag);
    }
    let plain = mix(palette.canvas, palette.ink, 0.1);
    let fill = nation.color.unwrap_or(plain);
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
