//! The names of blocs, put where other labels have left room.

use super::name_places::{Clearance, NamePlaces};
use crate::model::{Point, Rect};
use crate::scene::{
    HullMark, HullName, Label, LabelOwner, NationMark, Options, Palette, TieMark, Weight, text,
};

/// The type sizes that are tried in turn, at text unit 1, each with how clear of all else a name is: larger than that
/// of nations, which are parts of a bloc.
const SIZES: [(f32, Clearance); 5] = [
    (19.0, Clearance::USUAL),
    (17.0, Clearance::USUAL),
    (15.0, Clearance::USUAL),
    (16.0, Clearance::LITTLE),
    (14.0, Clearance::LITTLE),
];
/// The most lines of a name, and how wide each may be at text unit 1.
const SHAPES: [text::Block; 3] = [
    text::Block { width: 400.0, lines: 1 },
    text::Block { width: 240.0, lines: 2 },
    text::Block { width: 170.0, lines: 3 },
];

/// Puts the names of blocs, the largest first, where no mark and no label stands, and returns them in the order of the
/// hulls. `lines` are the ties that they keep off if they can. One that finds no room is left out.
pub(in crate::scene) fn put_bloc_names(
    hulls: &mut [HullMark],
    nations: &[NationMark],
    (labels, lines): (&[Label], &[&TieMark]),
    options: &Options,
) -> Vec<Label> {
    let mut blocs: Vec<usize> = (0..hulls.len()).filter(|index| hulls[*index].is_bloc).collect();
    if blocs.is_empty() {
        return Vec::new();
    }
    blocs.sort_by_key(|index| std::cmp::Reverse(hulls[*index].members.len()));
    let mut places = NamePlaces::of(nations, (labels, lines), options);
    let mut put: Vec<Label> = Vec::new();
    for index in blocs {
        let hull = &mut hulls[index];
        hull.names.clear();
        let Some((name, label)) = put_name(index, hull, nations, &places, options) else {
            continue;
        };
        places.take(label.bounds);
        hull.names.push(name);
        put.push(label);
    }
    put.sort_by_key(|label| label.owner);
    put
}

/// The name of a bloc in the largest type for which there is room.
fn put_name(
    index: usize,
    hull: &HullMark,
    nations: &[NationMark],
    places: &NamePlaces<'_>,
    options: &Options,
) -> Option<(HullName, Label)> {
    let (center, label) = SIZES.into_iter().find_map(|(size, clearance)| {
        let labels = labels(index, hull, size * options.text_unit, options);
        let extents: Vec<Point> = labels.iter().map(|label| label.extent).collect();
        let (shape, area) = places.best(&hull.members, &extents, clearance)?;
        let label = labels.into_iter().nth(shape)?;
        Some((area.center(), Label { center: area.center(), bounds: area, ..label }))
    })?;
    let distance = |member: &usize| nations[*member].center.distance(center);
    let nearest = hull.members.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
    let offset = center - nations[*nearest].center;
    Some((HullName { anchor: *nearest, offset, area: label.bounds }, label))
}

/// The name with the number of nations in each shape, not yet placed; in those that shorten it only where all do.
fn labels(index: usize, hull: &HullMark, size: f32, options: &Options) -> Vec<Label> {
    let palette = Palette::of(options.theme);
    let Ok(index) = u16::try_from(index) else { return Vec::new() };
    let words = format!("{} · {}", hull.name, hull.members.len());
    let shaped = |block: text::Block| {
        let block = text::Block { width: block.width * options.text_unit, ..block };
        text::wrap(&words, size, Weight::Regular, &[block])
    };
    let mut shapes: Vec<Vec<String>> = SHAPES.into_iter().map(shaped).collect();
    shapes.dedup();
    let is_whole = |lines: &Vec<String>| !lines.last().is_some_and(|last| last.ends_with('…'));
    let has_whole = shapes.iter().any(is_whole);
    shapes.retain(|lines| !lines.is_empty() && (is_whole(lines) || !has_whole));
    let label = |lines: Vec<String>| {
        let widths = lines.iter().map(|line| text::width(line, size, Weight::Regular));
        let height = lines.len().saturating_sub(1) as f32 * Label::LINE_HEIGHT + Label::LINE_BOX;
        Label {
            owner: LabelOwner::Hull(index),
            extent: Point::new(widths.fold(0.0, f32::max), height * size),
            lines,
            center: Point::default(),
            size,
            weight: Weight::Regular,
            angle_radians: 0.0,
            color: palette.second_ink,
            halo: palette.canvas,
            bounds: Rect::NOTHING,
            candidate: 0,
        }
    };
    shapes.into_iter().map(label).collect()
}
