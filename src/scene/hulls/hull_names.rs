//! The names of hulls, placed among their members where the space is free.

use super::HULL_NAME_SIZE;
use super::hull_moves::center_organisations;
use super::hull_outlines::blob;
use super::name_places::{Island, NamePlaces};
use super::taken_space::TakenSpace;
use crate::model::{End, Map, Point, Rect};
use crate::scene::hull_area::{Blob, Islands, are_filled_between, has_neck};
use crate::scene::labels::{MAX_LINES, PlacedLabels};
use crate::scene::{
    HullMark, HullName, Label, LabelOwner, NationMark, Options, Palette, Weight,
    nations as nation_marks, usual_name,
};

/// The type size of a name that is repeated, against that on the largest island.
const REPEATED: f32 = 0.8;
/// An island this near to a name of its hull needs no other, at unit 1.
const NEAR: f32 = 150.0;

/// Places the names of hulls, in their order: on the largest island, where ties to the organisation end,
/// and again, smaller, on every other that lies far from these. A nation that is drawn as a hull gets its centre moved to its name. Names
/// without a free place are left out.
pub(in crate::scene) fn place_hull_names(
    map: &Map,
    hulls: &mut [HullMark],
    nations: &mut [NationMark],
    notes: &[Label],
    options: &Options,
) -> PlacedLabels {
    let mut placed = PlacedLabels { labels: Vec::new(), left_out: 0, keyed: Vec::new() };
    if hulls.iter().all(|hull| hull.is_bloc) {
        return placed;
    }
    let lines = straight_lines(map, nations);
    let hulls_of = hulls_of(hulls, nations.len());
    let mut taken = TakenSpace::of(nations, notes, options);
    let places = NamePlaces { nations, lines: &lines, hulls_of: &hulls_of, unit: options.unit };
    let usual_names: Vec<Rect> = nations.iter().map(|nation| usual_box(nation, options)).collect();
    let first: Vec<Option<Label>> =
        (0..).zip(hulls.iter()).map(|(i, h)| label(i, h, options, 1.0)).collect();
    let mut islands: Vec<Vec<Island>> = Vec::new();
    // The main names of all come first: they need most space, and ties end there.
    for (hull, label) in hulls.iter_mut().zip(&first) {
        let mut own = Vec::new();
        if let Some(label) = label {
            own = islands_of(hull, nations, &usual_names, options.unit);
            let at_home = |island| {
                places.at_home(hull.home?, island, label.extent, |area| taken.is_nearly_free(area))
            };
            let named = by_hand(hull, label, nations)
                .or_else(|| at_home(own.first()?))
                .or_else(|| places.best(own.first()?, label.extent, |area| taken.is_free(area)))
                .or_else(|| own.iter().find_map(at_home));
            placed.left_out += usize::from(named.is_none());
            hull.names = named.into_iter().collect();
            hull.names.iter().for_each(|name| taken.add(name.area));
            own.drain(..own.len().min(1));
        }
        islands.push(own);
    }
    for ((index, hull), islands) in (0..).zip(hulls.iter_mut()).zip(islands) {
        let repeated = label(index, hull, options, REPEATED);
        let Some(repeated) = repeated.filter(|_| !hull.names.is_empty()) else { continue };
        for island in &islands {
            let is_wanted = !is_named_nearby(island, hull, (nations, options.unit));
            let best = || places.best(island, repeated.extent, |area| taken.is_free(area));
            let name = is_wanted.then(best).flatten();
            name.iter().for_each(|name| taken.add(name.area));
            hull.names.extend(name);
        }
        let labels = hull.names.iter().enumerate().filter_map(|(place, name)| {
            let label = if place == 0 { first[usize::from(index)].as_ref()? } else { &repeated };
            Some(Label { center: name.area.center(), bounds: name.area, ..label.clone() })
        });
        placed.labels.extend(labels);
    }
    center_organisations(hulls, nations);
    placed
}

/// Whether a name of the hull stands so near to an island that the eye sees both.
fn is_named_nearby(
    island: &Island,
    hull: &HullMark,
    (nations, unit): (&[NationMark], f32),
) -> bool {
    let is_near = |member: &usize| {
        let at = nations[*member].center;
        hull.names.iter().any(|name| Blob::area(name.area).distance(at) < NEAR * unit)
    };
    island.members.iter().any(is_near)
}

/// The islands of a hull, the largest first: members that necks around strangers and their usual names can hold
/// together.
fn islands_of(
    hull: &HullMark,
    nations: &[NationMark],
    usual_names: &[Rect],
    unit: f32,
) -> Vec<Island> {
    let marks: Vec<Blob> =
        hull.members.iter().filter_map(|member| nations.get(*member)).map(blob).collect();
    let strangers: Vec<Blob> = nations
        .iter()
        .zip(usual_names)
        .enumerate()
        .filter(|(index, (nation, _))| {
            nation.is_drawn() && hull.members.binary_search(index).is_err()
        })
        .flat_map(|(_, (nation, name))| [blob(nation), Blob::area(*name)])
        .collect();
    let is_open = |a: usize, b: usize| {
        let ends = [a, b].map(|member| marks[member].center());
        has_neck(ends, &strangers, hull.margin, unit)
    };
    let are_joined =
        |a: usize, b: usize| are_filled_between(marks[a].gap_to(&marks[b]), unit) && is_open(a, b);
    let islands = Islands::of(&marks, unit).parted(is_open, are_joined);
    let mut parts: Vec<Island> = (0..islands.count).map(|_| Island::default()).collect();
    for (member, island) in hull.members.iter().zip(&islands.of_member) {
        parts[*island].members.push(*member);
    }
    for (from, to) in islands.pairs() {
        parts[islands.of_member[from]].necks.push([hull.members[from], hull.members[to]]);
    }
    parts.sort_by_key(|island| std::cmp::Reverse(island.members.len()));
    parts
}

/// The box of a nation's name at its usual place.
fn usual_box(nation: &NationMark, options: &Options) -> Rect {
    usual_name(nation, options).map_or(nation.bounds(), |label| label.bounds)
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

/// The name of the hull at an index, not placed yet, in type of some share of its usual size. Blocs have theirs
/// from elsewhere.
fn label(index: u16, hull: &HullMark, options: &Options, share: f32) -> Option<Label> {
    if hull.is_bloc {
        return None;
    }
    let palette = Palette::of(options.theme);
    let size = HULL_NAME_SIZE * share * options.text_unit;
    let lines = nation_marks::name_lines(&hull.name);
    let owner = match hull.organisation {
        Some(id) => LabelOwner::Nation(id),
        None => LabelOwner::Hull(index),
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
