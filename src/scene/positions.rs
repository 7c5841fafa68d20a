//! The positions at which nations are drawn: those of the map, or those of a drag or a running layout.

use std::collections::BTreeMap;

use super::Scene;
use crate::model::{Map, NationId, NoteId, Point, Rect, TextNote};

/// The centre of each nation and of each text note, in the order of the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Positions {
    nations: Vec<Point>,
    notes: Vec<Point>,
}

impl Positions {
    /// The distance between nations that have no position yet, in world units.
    const SPACING: f32 = 110.0;

    /// The positions of a map. Nations without one are put in rows below the others.
    pub fn of(map: &Map) -> Self {
        let nations = map.nations();
        let unplaced = nations.iter().filter(|(_, nation)| nation.position.is_none()).count();
        let columns = (unplaced as f32).sqrt().ceil().max(1.0) as usize;
        let extent = map.extent();
        let extent = if extent.is_nothing() {
            Rect::new(Point::default(), Point::default())
        } else {
            extent.expanded(Self::SPACING)
        };
        let first = Point::new(
            extent.center().x - Self::SPACING * (columns - 1) as f32 / 2.0,
            extent.max.y,
        );
        let mut placed = 0;
        let position = |own: Option<Point>| {
            own.filter(|point| point.is_usable()).unwrap_or_else(|| {
                let cell = Point::new((placed % columns) as f32, (placed / columns) as f32);
                placed += 1;
                first + cell * Self::SPACING
            })
        };
        Self {
            nations: nations.iter().map(|(_, nation)| nation.position).map(position).collect(),
            notes: map.text_notes().iter().map(|(_, note)| note.position).collect(),
        }
    }

    /// Positions of nations in the order of the map, whose text notes are where they are; a point that isn't
    /// usable counts as the origin.
    pub fn from_points(points: impl IntoIterator<Item = Point>) -> Self {
        Self { nations: points.into_iter().map(usable).collect(), notes: Vec::new() }
    }

    /// The same with the text notes elsewhere, in the order of the map.
    #[must_use]
    pub fn with_notes(self, points: impl IntoIterator<Item = Point>) -> Self {
        Self { notes: points.into_iter().map(usable).collect(), ..self }
    }

    /// The positions at which a scene of the map has its nations and its text notes.
    pub fn in_scene(map: &Map, scene: &Scene) -> Self {
        let labels = scene.labels.iter();
        let notes: BTreeMap<NoteId, Point> =
            labels.filter_map(|label| Some((label.owner.note()?, label.center))).collect();
        let note =
            |(id, note): (NoteId, &TextNote)| notes.get(&id).copied().unwrap_or(note.position);
        Self::from_points(scene.nations.iter().map(|mark| mark.center))
            .with_notes(map.text_notes().iter().map(note))
    }

    /// All positions, each moved to another.
    #[must_use]
    pub fn map(&self, to: impl Fn(Point) -> Point) -> Self {
        let moved = |points: &[Point]| points.iter().map(|point| usable(to(*point))).collect();
        Self { nations: moved(&self.nations), notes: moved(&self.notes) }
    }

    /// Other positions for the nations, and for the text notes after them.
    #[must_use]
    pub fn moved_to(&self, points: &[Point]) -> Self {
        let (nations, notes) = points.split_at(self.nations.len().min(points.len()));
        let usable = |points: &[Point]| points.iter().copied().map(usable).collect();
        Self { nations: usable(nations), notes: usable(notes) }
    }

    /// The positions of the nations, then those of the text notes.
    pub fn all_points(&self) -> Vec<Point> {
        self.nations.iter().chain(&self.notes).copied().collect()
    }

    /// Moves one nation. Does nothing if the map doesn't have it or the point isn't usable.
    pub fn set(&mut self, map: &Map, nation: NationId, position: Point) {
        let index = map.nations().index_of(nation);
        let current = index.and_then(|index| self.nations.get_mut(index));
        if let Some(current) = current.filter(|_| position.is_usable()) {
            *current = position;
        }
    }

    /// The position of the nation at an index in the map; the origin beyond the last.
    pub fn get(&self, index: usize) -> Point {
        self.nations.get(index).copied().unwrap_or_default()
    }

    /// The position of the text note at an index in the map; `None` where the map's own holds.
    pub fn note(&self, index: usize) -> Option<Point> {
        self.notes.get(index).copied()
    }

    /// The nations that lie elsewhere in a scene of the same map: their indices and new positions. Those
    /// that are drawn as hulls stand where their members are, and are passed over.
    pub fn moves_in(&self, scene: &Scene) -> Vec<(usize, Point)> {
        let pairs = self.nations.iter().zip(&scene.nations).enumerate();
        let moved = pairs.filter(|(_, (to, mark))| mark.is_drawn() && **to != mark.center);
        moved.map(|(index, (to, _))| (index, *to)).collect()
    }

    /// The positions of all nations, in the order of the map.
    pub fn points(&self) -> &[Point] {
        &self.nations
    }
}

/// A point, or the origin for one that isn't usable.
fn usable(point: Point) -> Point {
    if point.is_usable() { point } else { Point::default() }
}
