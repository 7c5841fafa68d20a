//! The places at which the name of a hull may stand: in necks between members, and beside each member.

use crate::model::{Point, Rect};
use crate::scene::hull_area::Blob;
use crate::scene::lines::segment::length_in_rect;
use crate::scene::{HullName, NationMark};

/// The distance from a member's mark to a name beside it, at unit 1.
const BESIDE: f32 = 7.0;
/// The distance of rings of further places around a member, at unit 1.
const RING: f32 = 34.0;
/// The distance from a member's mark up to which a name is beside it, at unit 1.
const HOME: f32 = 60.0;
/// How far a crossing tie counts, at unit 1.
const CROSSED: f32 = 90.0;
/// How far standing among members of one more hull counts, at unit 1.
const SHARED: f32 = 60.0;
/// The number of free places of which the lines across them are counted.
const MOST_COMPARED: usize = 24;

/// What the places of a hull's name depend on.
pub(super) struct NamePlaces<'a> {
    pub(super) nations: &'a [NationMark],
    /// Straight lines between the ends of ties.
    pub(super) lines: &'a [[Point; 2]],
    /// In how many hulls each nation is.
    pub(super) hulls_of: &'a [u32],
    pub(super) unit: f32,
}

/// Members of a hull that lie together.
#[derive(Default)]
pub(super) struct Island {
    /// Their indices among the scene's nations, ascending.
    pub(super) members: Vec<usize>,
    /// Pairs of them that are held together.
    pub(super) necks: Vec<[usize; 2]>,
}

/// A place with its cost.
struct Place {
    anchor: usize,
    center: Point,
    cost: f32,
}

impl NamePlaces<'_> {
    /// The place for which a layout has left room, if it is free and beside a member on this island.
    pub(super) fn at_home(
        &self,
        home: Point,
        island: &Island,
        extent: Point,
        is_free: impl Fn(&Rect) -> bool,
    ) -> Option<HullName> {
        let area = Rect::centered(home, extent.x, extent.y);
        let nations =
            island.members.iter().filter_map(|index| Some((*index, self.nations.get(*index)?)));
        let distance =
            |nation: &NationMark| Blob::area(area).distance(nation.center) - nation.radius;
        let (anchor, nation) = nations.min_by(|a, b| distance(a.1).total_cmp(&distance(b.1)))?;
        // Between both there may be the name of the member.
        let is_beside = distance(nation) < HOME * self.unit + 3.0 * extent.y;
        (is_beside && is_free(&area)).then(|| HullName {
            anchor,
            offset: home - nation.center,
            area,
        })
    }

    /// The best free place on an island for a name of that width and height.
    pub(super) fn best(
        &self,
        island: &Island,
        extent: Point,
        is_free: impl Fn(&Rect) -> bool,
    ) -> Option<HullName> {
        let near = self.places(island, extent);
        let area = |place: &Place| Rect::centered(place.center, extent.x, extent.y);
        let best_of = |mut places: Vec<Place>| {
            places.sort_by(|a, b| a.cost.total_cmp(&b.cost));
            let free = places.into_iter().filter(|place| is_free(&area(place)));
            let compared = free.take(MOST_COMPARED).map(|place| {
                let crossed = self
                    .lines
                    .iter()
                    .filter(|[from, to]| length_in_rect(*from, *to, &area(&place)) > 0.0);
                let cost = place.cost + CROSSED * self.unit * (crossed.count() as f32).min(8.0);
                Place { cost, ..place }
            });
            compared.min_by(|a, b| a.cost.total_cmp(&b.cost))
        };
        let place = best_of(near).or_else(|| best_of(self.rings(&island.members, extent)))?;
        let anchor = self.nations.get(place.anchor)?.center;
        Some(HullName { anchor: place.anchor, offset: place.center - anchor, area: area(&place) })
    }

    /// Between members that are held together, and around each.
    fn places(&self, Island { members, necks }: &Island, extent: Point) -> Vec<Place> {
        let middle = self.middle(members);
        let mut places = Vec::new();
        for &[a, b] in necks {
            let (Some(from), Some(to)) = (self.nations.get(a), self.nations.get(b)) else {
                continue;
            };
            let center = from.center.lerp(to.center, 0.5);
            let shared = (self.shared(a) + self.shared(b)) / 2.0;
            places.push(self.place(a, center, middle, shared));
        }
        for member in members {
            let Some(nation) = self.nations.get(*member) else { continue };
            let (half, gap) = (nation.half_extent(), BESIDE * self.unit);
            let away = Point::new(half.x + extent.x / 2.0 + gap, half.y + extent.y / 2.0 + gap);
            let below = away.y + extent.y + gap;
            let offsets = [
                (0.0, -1.0, away.y),
                (0.0, 1.0, below),
                (1.0, 0.0, away.y),
                (-1.0, 0.0, away.y),
                (0.7, -1.0, away.y),
                (-0.7, -1.0, away.y),
                (0.7, 1.0, below),
                (-0.7, 1.0, below),
            ];
            for (x, y, height) in offsets {
                let center = nation.center + Point::new(x * away.x, y * height);
                places.push(self.place(*member, center, middle, self.shared(*member)));
            }
        }
        places
    }

    /// On rings around each member, for a hull in which no nearer place is free.
    fn rings(&self, members: &[usize], extent: Point) -> Vec<Place> {
        const DIRECTIONS: u8 = 12;
        const RINGS: u8 = 3;
        let middle = self.middle(members);
        let mut places = Vec::new();
        for member in members {
            let Some(nation) = self.nations.get(*member) else { continue };
            for (ring, direction) in
                (1..=RINGS).flat_map(|ring| (0..DIRECTIONS).map(move |d| (ring, d)))
            {
                let angle = f32::from(direction) / f32::from(DIRECTIONS) * std::f32::consts::TAU;
                let far = nation.radius + f32::from(ring) * RING * self.unit;
                let away = Point::new(angle.cos() * (far + extent.x / 2.0), angle.sin() * far);
                let place = self.place(*member, nation.center + away, middle, self.shared(*member));
                places.push(Place { cost: place.cost + far, ..place });
            }
        }
        places
    }

    fn place(&self, anchor: usize, center: Point, middle: Point, shared: f32) -> Place {
        Place { anchor, center, cost: center.distance(middle) + shared }
    }

    /// What a place among members of other hulls costs.
    fn shared(&self, member: usize) -> f32 {
        let others = self.hulls_of.get(member).copied().unwrap_or_default().saturating_sub(1);
        others as f32 * SHARED * self.unit
    }

    /// The mean of the centres of members.
    fn middle(&self, members: &[usize]) -> Point {
        let centers = members.iter().filter_map(|member| self.nations.get(*member));
        let sum = centers.fold(Point::default(), |sum, nation| sum + nation.center);
        sum * (1.0 / members.len().max(1) as f32)
    }
}
