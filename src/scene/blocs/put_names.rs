//! The names of blocs, put where other labels have left room.

use super::name_places::{Clearance, NamePlaces};
use crate::model::{Point, Rect};
use crate::scene::{
    FreeView, HullMark, HullName, Label, LabelOwner, NationMark, Options, Palette, TieMark, Weight,
    text,
};

/// A type size at text unit 1, how clear of all else a name in it is, and what that costs against a better place, as a
/// distance at unit 1.
type Size = (f32, Clearance, f32);

/// The sizes that are tried. They are larger than that of nations, which are parts of a bloc.
const SIZES: [Size; 5] = [
    (19.0, Clearance::USUAL, 0.0),
    (17.0, Clearance::USUAL, 28.0),
    (15.0, Clearance::USUAL, 56.0),
    (16.0, Clearance::LITTLE, 72.0),
    (14.0, Clearance::LITTLE, 100.0),
];
/// The same where a remark in smaller type has room beneath the name and one in usual type hasn't.
const SMALL_SIZES: [Size; 2] = [(14.0, Clearance::LITTLE, 0.0), (12.0, Clearance::LITTLE, 28.0)];
/// The type sizes of a name, and that of the remark below it, in turn: as large as the names of nations, smaller, and at last
/// without one.
const WAYS: [(&[Size], Option<f32>); 4] =
    [(&SIZES, Some(12.0)), (&SMALL_SIZES, Some(10.0)), (&SIZES, None), (&SMALL_SIZES, None)];
/// The most lines of a name, and how wide each may be at text unit 1.
const SHAPES: [text::Block; 3] = [
    text::Block { width: 400.0, lines: 1 },
    text::Block { width: 240.0, lines: 2 },
    text::Block { width: 170.0, lines: 3 },
];

/// The distance of names side by side, at text unit 1: closer ones read as one.
const APART: f32 = 16.0;

/// The names of blocs as they are put on a map.
#[derive(Default)]
pub(in crate::scene) struct BlocNames {
    /// In the order of the hulls.
    pub(in crate::scene) labels: Vec<Label>,
    /// Where they stand if nothing covers them.
    pub(in crate::scene) usual: Vec<Rect>,
}

/// Puts the names of blocs, the largest first, where no mark and no label stands. `lines` are the ties that they keep
/// off if they can. One that finds no room is left out; for more to find room, names stand closer to one another.
/// Those that would be cut or covered on the canvas go elsewhere in view.
pub(in crate::scene) fn put_bloc_names(
    hulls: &mut [HullMark],
    nations: &[NationMark],
    (labels, lines): (&[Label], &[&TieMark]),
    options: &Options,
) -> BlocNames {
    let mut blocs: Vec<usize> = (0..hulls.len()).filter(|index| hulls[*index].is_bloc).collect();
    if blocs.is_empty() {
        return BlocNames::default();
    }
    blocs.sort_by_key(|index| std::cmp::Reverse(hulls[*index].members.len()));
    let places = |apart: f32| {
        let apart = apart * options.text_unit;
        NamePlaces::of(nations, (labels, lines), apart, options)
    };
    let put = |apart: f32| put_at(places(apart), (&blocs, hulls), nations, options);
    let mut names = put(APART);
    if names.missed > 0 {
        let closer = put(0.0);
        names = if closer.missed < names.missed { closer } else { names };
    }
    let usual = names.of_hulls.iter().flat_map(|(_, named)| named).map(|name| name.area).collect();
    if let Some(view) = options.view {
        let in_view = |apart: f32| places(apart).in_view(&view);
        names = put_in_view(names, &view, &in_view, (hulls, nations, options));
    }
    for (index, named) in names.of_hulls {
        hulls[index].names = named;
    }
    names.labels.sort_by_key(|label| label.owner);
    BlocNames { labels: names.labels, usual }
}

/// Puts those names elsewhere in view that are cut by its edge or covered; the others stay.
fn put_in_view<'a>(
    mut names: PutNames,
    view: &FreeView,
    places: &dyn Fn(f32) -> NamePlaces<'a>,
    (hulls, nations, options): (&[HullMark], &[NationMark], &Options),
) -> PutNames {
    let is_whole = |named: &[HullName]| named.iter().all(|name| view.leaves_whole(&name.area));
    let (kept, moved): (Vec<_>, Vec<_>) =
        names.of_hulls.into_iter().partition(|(_, named)| is_whole(named));
    let blocs: Vec<usize> = moved.iter().map(|(index, _)| *index).collect();
    names.labels.retain(|label| !is_of(label, &blocs));
    let put = |apart: f32| {
        let mut places = places(apart);
        names.labels.iter().for_each(|label| places.take_name(label.bounds));
        put_at(places, (&blocs, hulls), nations, options)
    };
    let (far, near) = (put(APART), put(0.0));
    let new = if near.missed < far.missed { near } else { far };
    names.of_hulls = kept.into_iter().chain(new.of_hulls).collect();
    names.labels.extend(new.labels);
    names
}

/// Whether a label is the name of one of some hulls.
fn is_of(label: &Label, hulls: &[usize]) -> bool {
    matches!(label.owner, LabelOwner::Hull(index) if hulls.contains(&usize::from(index)))
}

/// The names of blocs at their places.
#[derive(Default)]
struct PutNames {
    /// Those of each hull, by its index.
    of_hulls: Vec<(usize, Vec<HullName>)>,
    labels: Vec<Label>,
    /// How many found no room in the first of the areas in which they may stand.
    missed: usize,
}

/// Puts the names of blocs, by the indices of their hulls, in that order.
fn put_at(
    mut places: NamePlaces<'_>,
    (blocs, hulls): (&[usize], &[HullMark]),
    nations: &[NationMark],
    options: &Options,
) -> PutNames {
    let mut all = PutNames::default();
    for index in blocs {
        let (named, labels): (Vec<HullName>, Vec<Label>) =
            put_name(*index, &hulls[*index], nations, &places, options).into_iter().unzip();
        labels.iter().for_each(|label| places.take_name(label.bounds));
        let in_view = places.frames()[0];
        let is_in_view = |label: &Label| in_view.is_none_or(|area| area.holds(&label.bounds));
        all.missed += usize::from(labels.is_empty() || !labels.iter().all(is_in_view));
        all.of_hulls.push((*index, named));
        all.labels.extend(labels);
    }
    all
}

/// The name of a bloc where a good place and large type are found together, and its remark below it if that has room
/// too; nothing if there is no room for the name.
fn put_name(
    index: usize,
    hull: &HullMark,
    nations: &[NationMark],
    places: &NamePlaces<'_>,
    options: &Options,
) -> Vec<(HullName, Label)> {
    let ways = WAYS.iter().filter(|(_, remark)| remark.is_none() || !hull.remark.is_empty());
    let frames = places.frames().iter();
    let mut tries = frames.flat_map(|frame| ways.clone().map(move |way| (*frame, *way)));
    let place = |(frame, (sizes, remark)): (Option<Rect>, (&[Size], Option<f32>))| {
        let mut best: Option<(f32, Vec<Label>)> = None;
        for (size, clearance, cost) in sizes.iter().copied() {
            let bound = best.as_ref().map_or(f32::INFINITY, |best| best.0) - cost;
            let shapes = shapes(index, hull, size * options.text_unit, remark, options);
            let extents: Vec<Point> = shapes.iter().map(Shape::extent).collect();
            let found = places.best((&hull.members, frame), &extents, clearance, bound);
            let labels = found.and_then(|(own, shape, area)| {
                Some((own + cost, shapes.into_iter().nth(shape)?.placed(area)))
            });
            best = labels.or(best);
        }
        best.map(|best| best.1)
    };
    let labels = tries.find_map(place).unwrap_or_default();
    let named = |label: Label| {
        let distance = |member: &usize| nations[*member].center.distance(label.center);
        let nearest = hull.members.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
        let offset = label.center - nations[*nearest].center;
        Some((HullName { anchor: *nearest, offset, area: label.bounds }, label))
    };
    labels.into_iter().filter_map(named).collect()
}

/// A name and the remark below it, not yet placed.
struct Shape {
    name: Label,
    remark: Option<Label>,
}

impl Shape {
    fn extent(&self) -> Point {
        let below = self.remark.as_ref().map_or(Point::default(), |remark| remark.extent);
        Point::new(self.name.extent.x.max(below.x), self.name.extent.y + below.y)
    }

    /// The labels in an area of its extent, the remark in the middle below the name.
    fn placed(self, area: Rect) -> Vec<Label> {
        let middle = area.center().x;
        let at = |label: Label, top: f32| {
            let center = Point::new(middle, top + label.extent.y / 2.0);
            Label {
                center,
                bounds: Rect::centered(center, label.extent.x, label.extent.y),
                ..label
            }
        };
        let below = area.min.y + self.name.extent.y;
        let name = at(self.name, area.min.y);
        std::iter::once(name).chain(self.remark.map(|remark| at(remark, below))).collect()
    }
}

/// The name in each shape; in those that shorten it only where all do.
fn shapes(
    index: usize,
    hull: &HullMark,
    size: f32,
    remark: Option<f32>,
    options: &Options,
) -> Vec<Shape> {
    let Ok(index) = u16::try_from(index) else { return Vec::new() };
    let words = format!("{} · {}", hull.name, hull.members.len());
    let shaped = |block: text::Block| {
        let block = text::Block { width: block.width * options.text_unit, ..block };
        text::wrap(&words, size, Weight::Regular, &[block])
    };
    let mut all: Vec<Vec<String>> = SHAPES.into_iter().map(shaped).collect();
    all.dedup();
    let is_whole = |lines: &Vec<String>| !lines.last().is_some_and(|last| last.ends_with('…'));
    let has_whole = all.iter().any(is_whole);
    all.retain(|lines| !lines.is_empty() && (is_whole(lines) || !has_whole));
    let remark = remark
        .map(|size| label(index, vec![hull.remark.clone()], size * options.text_unit, options));
    let shape = |lines| Shape { name: label(index, lines, size, options), remark: remark.clone() };
    all.into_iter().map(shape).collect()
}

/// A label that isn't placed yet.
fn label(index: u16, lines: Vec<String>, size: f32, options: &Options) -> Label {
    let palette = Palette::of(options.theme);
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
}
