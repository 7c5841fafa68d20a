//! The names of hulls, placed among their members where the space is free.

use super::hull_moves::center_organisations;
use super::hull_outlines::blob;
use super::name_places::NamePlaces;
use super::taken_space::TakenSpace;
use crate::model::{End, Map, Point, Rect};
use crate::scene::hull_area::Islands;
use crate::scene::labels::{MAX_LINES, PlacedLabels};
use crate::scene::{
    HullMark, HullName, Label, LabelOwner, NationMark, Options, Palette, Weight,
    nations as nation_marks,
};

/// The type size, at text unit 1: larger than that of nations, which are parts of it.
const SIZE: f32 = 14.5;
/// The least number of members on an island, beside the first, at which the name is repeated.
const LEAST_REPEATED: usize = 3;

/// Places the names of hulls, in their order: on the largest island, where ties to the organisation end,
/// and again on others. A nation that is drawn as a hull gets its centre moved to its name. Names without a
/// free place are left out.
pub(in crate::scene) fn place_hull_names(
    map: &Map,
    hulls: &mut [HullMark],
    nations: &mut [NationMark],
    notes: &[Label],
    options: &Options,
) -> PlacedLabels {
    let mut placed = PlacedLabels { labels: Vec::new(), left_out: 0, keyed: Vec::new() };
    if hulls.is_empty() {
        return placed;
    }
    let lines = straight_lines(map, nations);
    let hulls_of = hulls_of(hulls, nations.len());
    let mut taken = TakenSpace::of(nations, notes, options);
    let places = NamePlaces { nations, lines: &lines, hulls_of: &hulls_of, unit: options.unit };
    for (index, hull) in hulls.iter_mut().enumerate() {
        let Some(label) = label(index, hull, options) else { continue };
        hull.names = match by_hand(hull, &label, nations) {
            Some(name) => vec![name],
            None => searched(hull, &label, &places, &mut taken),
        };
        placed.left_out += usize::from(hull.names.is_empty());
        placed.labels.extend(hull.names.iter().map(|name| Label {
            center: name.area.center(),
            bounds: name.area,
            ..label.clone()
        }));
    }
    center_organisations(hulls, nations);
    placed
}

/// The best places on the islands of a hull, the largest island first.
fn searched(
    hull: &HullMark,
    label: &Label,
    places: &NamePlaces<'_>,
    taken: &mut TakenSpace,
) -> Vec<HullName> {
    let members: Vec<_> =
        hull.members.iter().filter_map(|member| places.nations.get(*member)).map(blob).collect();
    let islands = Islands::of(&members, places.unit);
    let size = |island: &usize| islands.of_member.iter().filter(|of| *of == island).count();
    let mut by_size: Vec<usize> = (0..islands.count).collect();
    by_size.sort_by_key(|island| std::cmp::Reverse(size(island)));
    let mut names = Vec::new();
    for island in by_size {
        if !names.is_empty() && size(&island) < LEAST_REPEATED {
            break;
        }
        let is_free = |area: &Rect| taken.is_free(area);
        let name = places.best(&hull.members, (&islands, island), label.extent, is_free);
        if let Some(name) = name {
            taken.add(name.area);
            names.push(name);
        }
    }
    names
}

/// The name of an organisation where it was put by hand, as seen from the middle of its members.
fn by_hand(hull: &HullMark, label: &Label, nations: &[NationMark]) -> Option<HullName> {
    let nation = nations.iter().find(|mark| Some(mark.id) == hull.organisation)?;
    let center = hull.middle + nation.name_offset?.beside_mark(Point::default(), label.extent);
    let distance = |member: &&usize| {
        nations.get(**member).map_or(f32::INFINITY, |nation| nation.center.distance(center))
    };
    let nearest = hull.members.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
    Some(HullName {
        anchor: *nearest,
        offset: center - nations.get(*nearest)?.center,
        area: Rect::centered(center, label.extent.x, label.extent.y),
    })
}

fn label(index: usize, hull: &HullMark, options: &Options) -> Option<Label> {
    let palette = Palette::of(options.theme);
    let size = SIZE * options.text_unit;
    let lines = nation_marks::name_lines(&hull.name);
    let owner = match hull.organisation {
        Some(id) => LabelOwner::Nation(id),
        None => LabelOwner::Hull(u16::try_from(index).ok()?),
    };
    (!lines.is_empty()).then(|| Label {
        owner,
        extent: nation_marks::name_extent(&lines, size),
        lines,
        center: Point::default(),
        size,
        weight: Weight::SemiBold,
        angle_radians: 0.0,
        color: palette.text(hull.look.color),
        halo: palette.canvas,
        bounds: Rect::NOTHING,
        candidate: 0,
    })
}

/// The straight lines between the ends of ties, as far as there are not too many.
fn straight_lines(map: &Map, nations: &[NationMark]) -> Vec<[Point; 2]> {
    if map.ties().len() > MAX_LINES {
        return Vec::new();
    }
    let center = |id| {
        let index = map.nations().index_of(id)?;
        nations.get(index).filter(|nation| nation.is_drawn()).map(|nation| nation.center)
    };
    let line = |tie: &crate::model::Tie| match tie.to {
        End::Nation(to) => Some([center(tie.from)?, center(to)?]),
        End::Tie(_) => None,
    };
    map.ties().iter().filter_map(|(_, tie)| line(tie)).collect()
}

/// In how many hulls each nation is.
fn hulls_of(hulls: &[HullMark], nations: usize) -> Vec<u32> {
    let mut counts = vec![0; nations];
    for member in hulls.iter().flat_map(|hull| &hull.members) {
        if let Some(count) = counts.get_mut(*member) {
            *count += 1;
        }
    }
    counts
}
