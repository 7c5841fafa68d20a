//! From the parts of a hull to its outlines.

use super::blob::Blob;
use super::closing::{close, open};
use super::contour::loops;
use super::field::Field;
use super::necks::way_around;
use super::parts::{HullParts, NamePart};
use super::polygon::{area_contains, is_within, rounded, signed_area, simplified};
use super::spanning_tree::Islands;
use crate::model::{Point, Rect};
use crate::scene::lines::segment::segment_distance;

/// Gaps between members that a disc of this radius can't enter are filled, at unit 1.
const CLOSING: f32 = 64.0;
/// The same between members that stay by themselves: enough for each and its name to be one.
const LOOSE_CLOSING: f32 = 20.0;
/// The radius of the sharpest corner that bends outwards, at unit 1.
const OPENING: f32 = 8.0;
/// How much wider than the margin around members half a neck is, at unit 1.
const NECK: f32 = 3.0;
/// The distance kept from the marks of nations that don't belong to a hull, at unit 1.
const STRANGER_GAP: f32 = 7.0;
/// The same for their names.
const STRANGER_NAME_GAP: f32 = 3.0;
/// What a member keeps around its mark where a stranger is near, at unit 1.
const LEAST_MARGIN: f32 = 6.0;
/// How softly what members keep joins the rest, at unit 1.
const BLEND: f32 = 8.0;
/// Holes smaller than this in which nobody stands are filled, in square units at unit 1: as large as the name of
/// another hull with what is free around it.
const LEAST_HOLE: f32 = 80_000.0;
/// How far an outline may be off from the lines in the grid, as a fraction of a cell. Less than half the
/// least distance between two of these, so that none cross.
const TOLERANCE: f32 = 0.03;

/// Whether members whose marks are that far apart share an island where a neck can join them: their hull is filled
/// between them.
pub(in crate::scene) fn are_filled_between(gap: f32, unit: f32) -> bool {
    gap < 2.0 * CLOSING * unit
}

/// The closed outlines of a hull: clockwise around its islands, anticlockwise around holes, none of which
/// cross. Every member's mark lies within, and no stranger's centre unless it lies on a member's mark.
///
/// The marks of members and their names, each with a margin, and necks along the minimum spanning tree
/// are closed with a disc, so that a dense group becomes one area and two members apart a dumb-bell. Bays are
/// carved around strangers, thin strips between these taken away by an opening, and what each member needs
/// is put back. The idea of necks and bays is that of Bubble Sets (Collins, Penn and Carpendale 2009), that
/// of filling dense groups KelpFusion's (Meulemans et al. 2013); exact distances take the place of the
/// former's energies, which may lose members.
pub(in crate::scene) fn outlines(parts: &HullParts) -> Vec<Vec<Point>> {
    let islands = match parts.is_loose {
        true => Islands::of_one(parts.members.len()),
        false => Islands::of(&parts.members, parts.unit),
    };
    let groups = separate_groups(parts, &islands);
    groups.iter().flat_map(|group| group_outlines(parts, group)).collect()
}

/// Members, names and necks that are drawn in one field.
struct FieldGroup {
    members: Vec<usize>,
    /// The lines between members, and from members to the names of the hull.
    necks: Vec<[Point; 2]>,
    names: Vec<NamePart>,
    bounds: Rect,
}

/// The islands, those together whose rectangles overlap: so no outline of one meets that of another.
fn separate_groups(parts: &HullParts, islands: &Islands) -> Vec<FieldGroup> {
    let empty = || FieldGroup {
        members: Vec::new(),
        necks: Vec::new(),
        names: Vec::new(),
        bounds: Rect::NOTHING,
    };
    let mut groups: Vec<FieldGroup> = (0..islands.count).map(|_| empty()).collect();
    for (member, (blob, island)) in parts.members.iter().zip(&islands.of_member).enumerate() {
        groups[*island].members.push(member);
        groups[*island].include(blob.bounds().expanded(parts.margin));
    }
    let center = |member: usize| parts.members[member].center();
    for (from, to) in islands.pairs() {
        groups[islands.of_member[from]].necks.push([center(from), center(to)]);
    }
    for inner in &parts.inner {
        let members: Vec<Blob> = inner.iter().map(|member| parts.members[*member]).collect();
        for (from, to) in Islands::of(&members, parts.unit).pairs() {
            let necks = &mut groups[islands.of_member[inner[from]]].necks;
            necks.push([center(inner[from]), center(inner[to])]);
        }
    }
    for name in &parts.names {
        let Some(island) = islands.of_member.get(name.member) else { continue };
        let group = &mut groups[*island];
        group.include(name.area.expanded(parts.name_margin));
        group.names.push(*name);
        if name.is_own {
            group.necks.push([center(name.member), name.area.center()]);
        }
    }
    merged(groups, 2.0 * parts.cell * parts.unit)
}

fn merged(mut groups: Vec<FieldGroup>, apart: f32) -> Vec<FieldGroup> {
    let mut index = 0;
    while index < groups.len() {
        let bounds = groups[index].bounds.expanded(apart);
        match (index + 1..groups.len()).find(|other| groups[*other].bounds.intersects(&bounds)) {
            Some(other) => {
                let FieldGroup { members, necks, names, bounds } = groups.remove(other);
                groups[index].include(bounds);
                groups[index].members.extend(members);
                groups[index].necks.extend(necks);
                groups[index].names.extend(names);
                // It has grown, and may meet one that it was compared with before.
                index = 0;
            }
            None => index += 1,
        }
    }
    groups
}

impl FieldGroup {
    fn include(&mut self, area: Rect) {
        self.bounds = self.bounds.union(&area);
    }
}

fn group_outlines(parts: &HullParts, group: &FieldGroup) -> Vec<Vec<Point>> {
    let unit = parts.unit;
    let mut field = covered(parts, group);
    close(&mut field, if parts.is_loose { LOOSE_CLOSING } else { CLOSING } * unit);
    let strangers = distance_to(&parts.strangers, unit, &field);
    let mut all_strange = distance_to(&parts.stranger_names, unit, &field);
    let nearer = (STRANGER_GAP - STRANGER_NAME_GAP) * unit;
    all_strange.combine(&strangers, |name, mark| mark.min(name + nearer));
    let gap = STRANGER_GAP * unit;
    field.combine(&all_strange, |value, stranger| value.max(gap - stranger));
    open(&mut field, OPENING * unit);
    // A name gives way to strangers and their names, a mark to marks alone.
    put_back(names(parts, group), &all_strange, unit, &mut field);
    put_back(marks(parts, group), &strangers, unit, &mut field);
    let tolerance = TOLERANCE * field.cell();
    let all = loops(&field, 0.0);
    let kept = kept_loops(parts, group, all);
    let simple = kept.iter().map(|outline| simplified(outline, tolerance));
    simple.map(|outline| rounded(outline, parts.rounds)).collect()
}

/// The distances to marks, names and necks with their margins, as far as they are near.
fn covered(parts: &HullParts, group: &FieldGroup) -> Field {
    let unit = parts.unit;
    // A closing adds nothing outside of the rectangle, but needs the room to grow.
    let room = CLOSING * unit + 3.0 * parts.cell * unit;
    let mut field = Field::new(&group.bounds.expanded(room), parts.cell * unit, room);
    let near = 2.0 * field.cell();
    for (blob, margin) in kept_parts(parts, group) {
        field.lower(&blob.bounds().expanded(margin + near), |p| blob.distance(p) - margin);
    }
    let half = parts.margin + NECK * unit;
    for way in group.necks.iter().filter_map(|neck| neck_way(parts, *neck, half)) {
        for pair in way.windows(2) {
            let around = Rect::NOTHING.including(pair[0]).including(pair[1]);
            field.lower(&around.expanded(half + near), |point| {
                segment_distance(point, pair[0], pair[1]) - half
            });
        }
    }
    field
}

/// The way of a neck around strangers.
fn neck_way(parts: &HullParts, ends: [Point; 2], half: f32) -> Option<Vec<Point>> {
    let obstacles = parts.strangers.iter().chain(&parts.stranger_names);
    way_around(ends, obstacles, half + STRANGER_GAP * parts.unit)
}

/// Whether a hull with that margin around its members can have a neck between two points, where these strangers are.
pub(in crate::scene) fn has_neck(
    ends: [Point; 2],
    strangers: &[Blob],
    margin: f32,
    unit: f32,
) -> bool {
    way_around(ends, strangers.iter(), margin + (NECK + STRANGER_GAP) * unit).is_some()
}

/// The marks and names of members, each with its margin.
fn kept_parts<'a>(
    parts: &'a HullParts,
    group: &'a FieldGroup,
) -> impl Iterator<Item = (Blob, f32)> + 'a {
    marks(parts, group).chain(names(parts, group))
}

fn marks<'a>(
    parts: &'a HullParts,
    group: &'a FieldGroup,
) -> impl Iterator<Item = (Blob, f32)> + 'a {
    group.members.iter().map(|member| (parts.members[*member], parts.margin))
}

fn names<'a>(
    parts: &'a HullParts,
    group: &'a FieldGroup,
) -> impl Iterator<Item = (Blob, f32)> + 'a {
    group.names.iter().map(|name| (Blob::rounded(&name.area), parts.name_margin))
}

/// The distances to marks, as far as they are near.
fn distance_to<'a>(blobs: impl IntoIterator<Item = &'a Blob>, unit: f32, field: &Field) -> Field {
    let reach = (STRANGER_GAP + LEAST_MARGIN) * unit + 2.0 * field.cell();
    let mut distances = field.filled(reach);
    for blob in blobs {
        distances.lower(&blob.bounds().expanded(reach), |point| blob.distance(point));
    }
    distances
}

/// Puts back what carving has taken from marks or names: half of the way to an obstacle that is near.
fn put_back(
    kept: impl Iterator<Item = (Blob, f32)>,
    obstacles: &Field,
    unit: f32,
    field: &mut Field,
) {
    let (least, blend) = (LEAST_MARGIN * unit, BLEND * unit);
    let reach = least + blend + 2.0 * field.cell();
    let mut owned = field.filled(reach);
    for (blob, margin) in kept {
        let margin = margin.min(least);
        owned.lower(&blob.bounds().expanded(reach + margin), |point| blob.distance(point) - margin);
    }
    // Where both are alike near, as where a member lies on a stranger, the member has it.
    let bias = 0.5 * unit;
    owned.combine(obstacles, |own, other| own.max((own + least - other) / 2.0 - bias));
    field.combine(&owned, |a, b| soft_minimum(a, b, blend));
}

/// The minimum of two distances, rounded where both are alike; less than it by up to a quarter of `blend`.
///
/// Source: I. Quilez, “Smooth minimum”, 2013.
fn soft_minimum(a: f32, b: f32, blend: f32) -> f32 {
    let near = (blend - (a - b).abs()).max(0.0) / blend;
    a.min(b) - near * near * blend / 4.0
}

/// The outlines around members, without crumbs, and the holes in which somebody stands or that are large.
fn kept_loops(parts: &HullParts, group: &FieldGroup, all: Vec<Vec<Point>>) -> Vec<Vec<Point>> {
    let (islands, holes): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|outline| signed_area(outline) > 0.0);
    let members = group.members.iter().map(|member| parts.members[*member].center());
    let own_names = group.names.iter().filter(|name| name.is_own);
    let held: Vec<Point> = members.chain(own_names.map(|name| name.area.center())).collect();
    let strangers: Vec<Point> = parts.strangers.iter().map(Blob::center).collect();
    let mut kept: Vec<Vec<Point>> =
        islands.into_iter().filter(|outline| holds_any(outline, &held)).collect();
    let is_hole = |hole: &Vec<Point>| {
        let within = hole.first().is_some_and(|point| area_contains(&kept, *point));
        let is_large = signed_area(hole).abs() > LEAST_HOLE * parts.unit * parts.unit;
        within && (is_large || holds_any(hole, &strangers))
    };
    let holes: Vec<Vec<Point>> = holes.into_iter().filter(is_hole).collect();
    kept.extend(holes);
    kept
}

/// Whether any of some points lies within an outline.
fn holds_any(outline: &[Point], points: &[Point]) -> bool {
    let bounds = outline.iter().fold(Rect::NOTHING, |all, point| all.including(*point));
    let mut near = points.iter().filter(|point| bounds.contains(**point));
    near.any(|point| is_within(outline, *point))
}
