//! Soft hulls behind nations that belong together: the members of an organisation, or of a group.

pub(super) mod labels;

use std::collections::BTreeMap;

use super::curve::segment_meets;
use super::line_pattern::Pattern;
use super::palette::{Theme, mix};
use super::{
    Curve, Ground, HullLook, HullMark, Label, LabelOwner, NationMark, Options, Palette, Shape,
    category_colors, look_rules, nation_marks,
};
use crate::model::{Color, DrawnAs, Map, Membership, NationId, Point, Rect};

/// How far a hull keeps from the discs of its members, at unit 1. Hulls take turns, so that two around
/// the same nations don't lie on one another.
const MARGINS: [f32; 3] = [11.0, 15.0, 19.0];
/// How far it keeps from their names.
const NAME_MARGIN: f32 = 5.0;
/// How far the ground of a nation that doesn't belong to a hull reaches beyond its mark.
const GROUND_MARGIN: f32 = 7.0;
/// No more hulls than this are drawn: nobody could tell more apart.
const MOST_HULLS: usize = 200;
/// The dashes of hulls in print, in turn.
const PRINT_DASHES: [&[f32]; 4] = [&[6.0, 3.0], &[2.0, 3.0], &[11.0, 3.0, 2.0, 3.0], &[14.0, 5.0]];

/// Which nations are drawn as hulls around their members, in the order of the map.
pub(crate) fn organisations(map: &Map) -> Vec<bool> {
    let mut as_hull = vec![false; map.nations().len()];
    let wants = |id: NationId| map.nations().get(id).is_some_and(|n| n.drawn_as == DrawnAs::Hull);
    if !map.nations().iter().any(|(_, nation)| nation.drawn_as == DrawnAs::Hull) {
        return as_hull;
    }
    for (_, nation) in map.nations().iter() {
        for membership in nation.memberships.iter().filter(|m| holds(map, m)) {
            let index = map.nations().index_of(membership.organisation);
            if let Some(slot) = index.and_then(|index| as_hull.get_mut(index)) {
                *slot |= wants(membership.organisation);
            }
        }
    }
    as_hull
}

/// Whether a membership hasn't ended on the day of the map.
fn holds(map: &Map, membership: &Membership) -> bool {
    membership.until.is_none_or(|until| map.heading().as_of.is_some_and(|day| until > day))
}

/// Nations with what they have in common.
struct Group {
    organisation: Option<NationId>,
    name: String,
    members: Vec<usize>,
    color: Color,
}

/// The hulls of a map, those of groups first. A nation that is drawn as a hull gets the middle of it
/// for its centre, since ties end there.
pub(crate) fn marks(map: &Map, nations: &mut [NationMark], options: &Options) -> Vec<HullMark> {
    let palette = Palette::of(options.theme);
    let mut groups = by_property(map, nations, &palette);
    groups.extend(by_organisation(map, groups.len(), nations, &palette));
    groups.retain(|group| !group.members.is_empty());
    groups.truncate(MOST_HULLS);
    if groups.is_empty() {
        return Vec::new();
    }
    let rooms = nation_marks::rooms(map, options.unit, options.text_unit);
    let mark = |(index, group): (usize, Group)| {
        let margin = MARGINS[index % MARGINS.len()] * options.unit;
        let corners = group.members.iter().filter_map(|i| Some((nations.get(*i)?, rooms.get(*i)?)));
        let outline = convex(corners.flat_map(|(n, room)| around(n, *room, margin, options.unit)));
        HullMark {
            organisation: group.organisation,
            name: group.name,
            members: group.members,
            outline,
            look: look(index, group.color, options.theme, options.unit),
        }
    };
    let hulls: Vec<HullMark> = groups.into_iter().enumerate().map(mark).collect();
    for hull in &hulls {
        let index = hull.organisation.and_then(|id| map.nations().index_of(id));
        if let Some(nation) = index.and_then(|index| nations.get_mut(index)) {
            nation.center = hull.bounds().center();
        }
    }
    hulls
}

impl HullMark {
    /// The rectangle around it.
    pub fn bounds(&self) -> Rect {
        self.outline.iter().fold(Rect::NOTHING, |rect, point| rect.including(*point))
    }

    /// The parameter at which a curve that starts within it leaves it; `None` where it never does.
    pub(crate) fn left_by(&self, curve: &Curve) -> Option<f32> {
        const STEPS: u8 = 32;
        let outside = |t: f32| !self.contains(curve.point(t));
        let mut steps = (0..=STEPS).map(|step| f32::from(step) / f32::from(STEPS));
        let mut high = steps.find(|t| outside(*t))?;
        let mut low = (high - 1.0 / f32::from(STEPS)).max(0.0);
        for _ in 0..12 {
            let middle = f32::midpoint(low, high);
            if outside(middle) { high = middle } else { low = middle }
        }
        Some(high)
    }

    /// The point of its edge nearest to a point.
    pub(crate) fn nearest_to(&self, point: Point) -> Point {
        let ends = self.outline.iter().zip(self.outline.iter().cycle().skip(1));
        let nearest = |(a, b): (&Point, &Point)| {
            let along = *b - *a;
            let t = (point - *a).dot(along) / along.dot(along).max(f32::MIN_POSITIVE);
            a.lerp(*b, t.clamp(0.0, 1.0))
        };
        let nearer = |a: &Point, b: &Point| point.distance(*a).total_cmp(&point.distance(*b));
        ends.map(nearest).min_by(nearer).unwrap_or(point)
    }

    /// Whether it and a rectangle have anything in common.
    pub(crate) fn touches(&self, area: &Rect) -> bool {
        let corners = [Point::new(area.min.x, area.max.y), Point::new(area.max.x, area.min.y)];
        let ends = self.outline.iter().zip(self.outline.iter().cycle().skip(1));
        let meets = |(a, b): (&Point, &Point)| segment_meets(*a, *b, area);
        corners.into_iter().chain([area.min, area.max]).any(|corner| self.contains(corner))
            || ends.into_iter().any(meets)
    }

    /// Whether a point lies within it.
    pub fn contains(&self, point: Point) -> bool {
        let ends = self.outline.iter().zip(self.outline.iter().cycle().skip(1));
        ends.into_iter().all(|(a, b)| cross(*a, *b, point) >= 0.0)
    }
}

/// Lets hulls hold the names of their members where they stand.
pub(crate) fn hold_names(hulls: &mut [HullMark], map: &Map, labels: &[Label], unit: f32) {
    let mut names: BTreeMap<usize, Rect> = BTreeMap::new();
    for label in labels {
        if let LabelOwner::Nation(id) = label.owner
            && let Some(index) = map.nations().index_of(id)
        {
            names.insert(index, label.bounds);
        }
    }
    for hull in hulls {
        let held = hull.members.iter().filter_map(|index| names.get(index));
        let corners = held.flat_map(|name| softened(name.expanded(NAME_MARGIN * unit), unit));
        hull.outline = convex(hull.outline.iter().copied().chain(corners));
    }
}

/// The grounds of nations that lie in hulls they don't belong to.
pub(crate) fn grounds(
    hulls: &[HullMark],
    nations: &[NationMark],
    options: &Options,
) -> Vec<Ground> {
    let palette = Palette::of(options.theme);
    let mut grounds = Vec::new();
    for (index, nation) in nations.iter().enumerate().filter(|(_, nation)| nation.is_drawn()) {
        let belongs = |hull: &HullMark| hull.members.binary_search(&index).is_ok();
        if !hulls.iter().any(|hull| !belongs(hull) && hull.contains(nation.center)) {
            continue;
        }
        let tint = |ground, hull: &HullMark| mix(ground, hull.look.color, hull.look.opacity);
        grounds.push(Ground {
            outline: cut_out(nation, GROUND_MARGIN * options.unit),
            fill: hulls.iter().filter(|hull| belongs(hull)).fold(palette.canvas, tint),
            edge: palette.faded(palette.second_ink, 0.35),
            width: options.unit,
        });
    }
    grounds
}

fn cut_out(nation: &NationMark, margin: f32) -> Vec<Point> {
    let radius = nation.radius + margin;
    let shape = match nation.shape {
        Shape::Label { aspect } => {
            Shape::Label { aspect: (nation.radius * aspect + margin) / radius }
        }
        other => other,
    };
    shape.outline(nation.center, radius)
}

/// How a hull looks, by its place among the hulls.
pub(crate) fn look(index: usize, color: Color, theme: Theme, unit: f32) -> HullLook {
    let (opacity, edge_opacity) = match theme {
        Theme::Light => (0.10, 0.45),
        Theme::Dark => (0.14, 0.5),
        Theme::Print => (0.0, 1.0),
    };
    let mut pattern = Pattern::default();
    if theme == Theme::Print {
        let dashes = PRINT_DASHES[index % PRINT_DASHES.len()];
        pattern.dashes = dashes.iter().map(|dash| dash * unit).collect();
    }
    HullLook { color, opacity, edge_opacity, width: unit, pattern }
}

fn by_property(map: &Map, nations: &[NationMark], palette: &Palette) -> Vec<Group> {
    let Some(grouping) = &map.look().hulls else { return Vec::new() };
    let values = map.nation_values(&grouping.property());
    let colors = look_rules::group_colors(map, &grouping.property(), &values, palette);
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut groups: Vec<Group> = Vec::new();
    for (index, value) in values.iter().enumerate() {
        // Numbers are no groups.
        let Some(value) = value.as_ref().filter(|value| value.number.is_none()) else { continue };
        if !nations.get(index).is_some_and(NationMark::is_drawn) {
            continue;
        }
        let place = *places.entry(&value.text).or_insert(groups.len());
        if place == groups.len() {
            let color = colors.get(index).copied().flatten().unwrap_or(palette.second_ink);
            let name = super::text::clean(&value.text);
            groups.push(Group { organisation: None, name, members: Vec::new(), color });
        }
        groups[place].members.push(index);
    }
    groups
}

/// The organisations that are drawn as hulls; `before` is how many hulls there are already.
fn by_organisation(
    map: &Map,
    before: usize,
    nations: &[NationMark],
    palette: &Palette,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut places: BTreeMap<NationId, usize> = BTreeMap::new();
    let own = category_colors::colors(palette.theme);
    for ((id, nation), mark) in map.nations().iter().zip(nations) {
        if mark.shape != Shape::Hull {
            continue;
        }
        let own = own[(before + groups.len()) % own.len()];
        let color = palette.line(nation.color.unwrap_or(own));
        places.insert(id, groups.len());
        let name = super::text::clean(&nation.name);
        groups.push(Group { organisation: Some(id), name, members: Vec::new(), color });
    }
    for (index, (_, nation)) in map.nations().iter().enumerate() {
        if !nations.get(index).is_some_and(NationMark::is_drawn) {
            continue;
        }
        for membership in nation.memberships.iter().filter(|m| holds(map, m)) {
            let place = places.get(&membership.organisation);
            if let Some(group) = place.and_then(|place| groups.get_mut(*place)) {
                group.members.push(index);
            }
        }
    }
    groups
}

/// Points around a nation and the room of its name, far enough away.
fn around(nation: &NationMark, room: Rect, margin: f32, unit: f32) -> Vec<Point> {
    let room = room.translated(nation.center).expanded(NAME_MARGIN * unit);
    let mut points = match nation.shape {
        Shape::Label { .. } => {
            let half = nation.half_extent();
            let signs = [(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)];
            let corner = |(x, y)| nation.center + Point::new(half.x * x, half.y * y);
            signs.into_iter().flat_map(|sign| circle(corner(sign), margin)).collect()
        }
        _ => circle(nation.center, nation.radius + margin),
    };
    points.extend(softened(room, unit));
    points
}

/// The outline of a name's box, with corners as round as it is high.
fn softened(area: Rect, unit: f32) -> Vec<Point> {
    let inset = (12.0 * unit).min(area.height() / 2.0).min(area.width() / 2.0).max(0.0);
    let (min, max) = (area.min + Point::new(inset, inset), area.max - Point::new(inset, inset));
    let corners = [min, max, Point::new(min.x, max.y), Point::new(max.x, min.y)];
    corners.into_iter().flat_map(|corner| circle(corner, inset)).collect()
}

fn circle(center: Point, radius: f32) -> Vec<Point> {
    const CORNERS: u8 = 48;
    let corner = |i: u8| {
        let angle = f32::from(i) / f32::from(CORNERS) * std::f32::consts::TAU;
        center + Point::new(angle.cos(), angle.sin()) * radius
    };
    (0..CORNERS).map(corner).collect()
}

/// A rectangle with round corners.
pub(crate) fn rounded(area: Rect) -> Vec<Point> {
    convex(softened(area, area.height()).into_iter())
}

/// The convex hull of points, clockwise as seen with y pointing down.
///
/// Source: A. M. Andrew, “Another efficient algorithm for convex hulls in two dimensions”, 1979.
fn convex(points: impl Iterator<Item = Point>) -> Vec<Point> {
    let mut points: Vec<Point> = points.collect();
    points.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    points.dedup();
    let mut hull: Vec<Point> = Vec::new();
    let mut half = |points: &mut dyn Iterator<Item = Point>| {
        let start = hull.len();
        for point in points {
            while let [.., a, b] = hull[start..]
                && cross(a, b, point) <= 0.0
            {
                hull.pop();
            }
            hull.push(point);
        }
        // The last point is the first of the other half.
        hull.pop();
    };
    half(&mut points.iter().copied());
    half(&mut points.iter().rev().copied());
    hull
}

/// Positive where `c` lies to the right of the way from `a` to `b`, y pointing down.
fn cross(a: Point, b: Point, c: Point) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}
