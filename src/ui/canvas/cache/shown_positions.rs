//! Where the nations are shown: usually where the map has them, on their way there for a moment
//! after a change, and under the hand during a drag.

use crate::model::{Map, Nation, NationId, Point};

/// How long a change of place is shown as motion, in seconds.
const MOTION_S: f64 = 0.22;

/// Positions as they are shown.
#[derive(Debug, Default)]
pub struct ShownPositions {
    current: Places,
    /// Counts every change of `current`.
    version: u64,
    /// Which nations the last change has moved, where it isn't any.
    last_moved: Option<Vec<NationId>>,
    motion: Option<Motion>,
    /// Set while a drag or a layout shows positions that aren't the map's.
    is_led: bool,
    /// Set until the positions of the map have been taken over.
    is_behind: bool,
}

#[derive(Debug)]
struct Motion {
    from: Places,
    started_s: f64,
}

/// The place of each nation, by the number that is its id: they are counted up from 1.
#[derive(Debug, Default)]
struct Places(Vec<Option<Point>>);

impl Places {
    fn get(&self, nation: NationId) -> Option<Point> {
        self.0.get(nation.0 as usize).copied().flatten()
    }

    fn set(&mut self, nation: NationId, at: Point) {
        let index = nation.0 as usize;
        if index >= self.0.len() {
            self.0.resize(index + 1, None);
        }
        self.0[index] = Some(at);
    }
}

impl ShownPositions {
    /// The position of a nation, if it has one.
    pub fn get(&self, nation: NationId) -> Option<Point> {
        self.current.get(nation)
    }

    /// Which nations alone have moved since a version; `None` where it may be any.
    pub fn moved_since(&self, version: u64) -> Option<&[NationId]> {
        self.last_moved.as_deref().filter(|_| version + 1 == self.version)
    }

    /// Changes with every change of a position.
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// Whether something is on its way, or led by a drag or a layout.
    pub const fn is_moving(&self) -> bool {
        self.motion.is_some() || self.is_led
    }

    /// Whether a drag or a layout shows positions that aren't the map's.
    pub const fn is_led(&self) -> bool {
        self.is_led
    }

    /// Whether the next frame will differ by itself.
    pub const fn is_in_motion(&self) -> bool {
        self.motion.is_some()
    }

    /// Shows these positions instead of the map's, until [`ShownPositions::follow`].
    pub fn lead(&mut self, positions: impl IntoIterator<Item = (NationId, Point)>) {
        self.motion = None;
        self.is_led = true;
        let mut moved = Vec::new();
        for (nation, to) in positions {
            if self.get(nation) != Some(to) {
                self.current.set(nation, to);
                moved.push(nation);
            }
        }
        if !moved.is_empty() {
            self.last_moved = Some(moved);
            self.version += 1;
        }
    }

    /// Shows the positions of a map from now on, at once or by motion.
    pub fn follow(&mut self, map: &Map, now_s: f64, by_motion: bool) {
        self.is_led = false;
        let moves = |(id, nation): (NationId, &Nation)| {
            self.get(id).is_some_and(|at| nation.position != Some(at))
        };
        let by_motion = by_motion && map.nations().iter().any(moves);
        self.motion =
            by_motion.then(|| Motion { from: std::mem::take(&mut self.current), started_s: now_s });
        self.is_behind = true;
        self.advance(map, now_s);
    }

    /// Goes on with a motion; call once a frame.
    pub fn advance(&mut self, map: &Map, now_s: f64) {
        if self.is_led || (self.motion.is_none() && !self.is_behind) {
            return;
        }
        self.is_behind = false;
        let t = self.motion.as_ref().map_or(1.0, |m| ((now_s - m.started_s) / MOTION_S) as f32);
        let eased = ease_out(t.clamp(0.0, 1.0));
        let mut current = Places::default();
        for (id, nation) in map.nations().iter() {
            if let Some(to) = nation.position {
                let from = self.motion.as_ref().and_then(|motion| motion.from.get(id));
                current.set(id, from.unwrap_or(to).lerp(to, eased));
            }
        }
        self.current = current;
        self.last_moved = None;
        self.version += 1;
        if t >= 1.0 {
            self.motion = None;
        }
    }
}

/// Fast at first, then slower (a cubic).
fn ease_out(t: f32) -> f32 {
    let rest = 1.0 - t;
    1.0 - rest * rest * rest
}
