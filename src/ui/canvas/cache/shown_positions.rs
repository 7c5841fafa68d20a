//! Where nations and text notes are shown: usually where the map has them; for a moment after a change, on their way
//! there; and during a drag or a layout, at the positions of its preview.

use std::marker::PhantomData;

use crate::model::{Map, Nation, NationId, NoteId, Point, TextNote};

/// How long the animation from old to new positions takes, in seconds.
const ANIMATION_S: f64 = 0.22;

/// The positions that are shown, which need not be those of the map.
#[derive(Debug, Default)]
pub struct ShownPositions {
    current: PositionsById<NationId>,
    notes: PositionsById<NoteId>,
    /// Counts the changes of `current`.
    version: u64,
    /// The nations that the last change moved; `None` where it may have been any.
    last_moved: Option<Vec<NationId>>,
    animation: Option<Animation>,
    /// Set while a drag or a layout shows positions other than the map's.
    is_preview: bool,
    /// Set until the map's positions have been copied.
    is_outdated: bool,
}

#[derive(Debug)]
struct Animation {
    from: PositionsById<NationId>,
    notes_from: PositionsById<NoteId>,
    started_s: f64,
}

/// The position of each record, indexed by its id: ids are counted up from 1.
#[derive(Debug)]
struct PositionsById<I>(Vec<Option<Point>>, PhantomData<I>);

impl<I> Default for PositionsById<I> {
    fn default() -> Self {
        Self(Vec::new(), PhantomData)
    }
}

impl<I: Copy + Into<u32>> PositionsById<I> {
    fn get(&self, id: I) -> Option<Point> {
        self.0.get(id.into() as usize).copied().flatten()
    }

    fn set(&mut self, id: I, at: Point) {
        let index = id.into() as usize;
        if index >= self.0.len() {
            self.0.resize(index + 1, None);
        }
        self.0[index] = Some(at);
    }

    /// Sets those that differ; returns their ids.
    fn update(&mut self, positions: impl IntoIterator<Item = (I, Point)>) -> Vec<I> {
        let mut moved = Vec::new();
        for (id, to) in positions {
            if self.get(id) != Some(to) {
                self.set(id, to);
                moved.push(id);
            }
        }
        moved
    }
}

impl ShownPositions {
    /// The position of a nation, if it has one.
    pub fn get(&self, nation: NationId) -> Option<Point> {
        self.current.get(nation)
    }

    /// The position of a text note.
    pub fn note(&self, note: NoteId) -> Option<Point> {
        self.notes.get(note)
    }

    /// The only nations that moved since a version; `None` where it may have been any.
    pub fn moved_since(&self, version: u64) -> Option<&[NationId]> {
        self.last_moved.as_deref().filter(|_| version + 1 == self.version)
    }

    /// A number that grows with every change of a position.
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// Whether the map's own positions are shown, and nothing is on its way there.
    pub const fn is_settled(&self) -> bool {
        self.animation.is_none() && !self.is_preview
    }

    /// Whether a drag or a layout shows positions other than the map's.
    pub const fn is_preview(&self) -> bool {
        self.is_preview
    }

    /// Whether nations are on their way, so that the next frame will differ.
    pub const fn is_animating(&self) -> bool {
        self.animation.is_some()
    }

    /// Shows these positions instead of the map's, until [`ShownPositions::follow`] is called.
    pub fn preview(
        &mut self,
        nations: impl IntoIterator<Item = (NationId, Point)>,
        notes: impl IntoIterator<Item = (NoteId, Point)>,
    ) {
        self.animation = None;
        self.is_preview = true;
        let moved = self.current.update(nations);
        let moved_notes = self.notes.update(notes);
        if !moved.is_empty() || !moved_notes.is_empty() {
            self.last_moved = Some(moved);
            self.version += 1;
        }
    }

    /// Shows the positions of a map from now on, at once or by an animation.
    pub fn follow(&mut self, map: &Map, now_s: f64, animate: bool) {
        self.is_preview = false;
        let moves = |(id, nation): (NationId, &Nation)| {
            self.get(id).is_some_and(|at| nation.position != Some(at))
        };
        let note_moves =
            |(id, note): (NoteId, &TextNote)| self.note(id).is_some_and(|at| note.position != at);
        let moves = || map.nations().iter().any(moves) || map.text_notes().iter().any(note_moves);
        self.animation = (animate && moves()).then(|| Animation {
            from: std::mem::take(&mut self.current),
            notes_from: std::mem::take(&mut self.notes),
            started_s: now_s,
        });
        self.is_outdated = true;
        self.advance(map, now_s);
    }

    /// Advances the animation; call once a frame.
    pub fn advance(&mut self, map: &Map, now_s: f64) {
        if self.is_preview || (self.animation.is_none() && !self.is_outdated) {
            return;
        }
        self.is_outdated = false;
        let t =
            self.animation.as_ref().map_or(1.0, |a| ((now_s - a.started_s) / ANIMATION_S) as f32);
        let eased = ease_out(t.clamp(0.0, 1.0));
        let mut current = PositionsById::default();
        for (id, nation) in map.nations().iter() {
            if let Some(to) = nation.position {
                let from = self.animation.as_ref().and_then(|animation| animation.from.get(id));
                current.set(id, from.unwrap_or(to).lerp(to, eased));
            }
        }
        let mut notes = PositionsById::default();
        for (id, note) in map.text_notes().iter() {
            let from = self.animation.as_ref().and_then(|animation| animation.notes_from.get(id));
            notes.set(id, from.unwrap_or(note.position).lerp(note.position, eased));
        }
        self.current = current;
        self.notes = notes;
        self.last_moved = None;
        self.version += 1;
        if t >= 1.0 {
            self.animation = None;
        }
    }
}

/// Fast at first, then slower (a cubic).
fn ease_out(t: f32) -> f32 {
    let rest = 1.0 - t;
    1.0 - rest * rest * rest
}
