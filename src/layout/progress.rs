//! What the caller sees of a run, and how it stops one.

use super::coordinates::Places;
use super::geometry::{Xy, add, scaled};
use super::ideal_lengths::USUAL_LENGTH;

/// The state of a run, shown to the observer of [`solve`](super::solve).
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// Where every node lies so far, in world units.
    pub positions: &'a [[f32; 2]],
    /// How much of the work is done, `0.0 ..= 1.0`; it never falls.
    pub progress: f32,
}

/// The observer's answer to a [`Frame`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Go on.
    Continue,
    /// Stop now and hand back the positions so far.
    Cancel,
}

/// The caller asked to stop.
#[derive(Debug)]
pub(super) struct Stop;

/// Passes on what is seen of the part that is being worked on.
pub(super) struct Watch<'a> {
    observer: &'a mut dyn FnMut(Frame<'_>) -> Flow,
    /// All nodes as last seen.
    pub(super) positions: Vec<Xy>,
    progress: f32,
    /// Where pinned nodes are, whatever is shown of them.
    pins: Vec<Option<Xy>>,
    nodes: Vec<u32>,
    offset: Xy,
    magnification: f32,
    until: f32,
    is_blind: bool,
}

impl<'a> Watch<'a> {
    pub(super) fn new(positions: Vec<Xy>, observer: &'a mut dyn FnMut(Frame<'_>) -> Flow) -> Self {
        Self {
            observer,
            progress: 0.0,
            pins: vec![None; positions.len()],
            nodes: (0..positions.len() as u32).collect(),
            offset: [0.0; 2],
            magnification: 1.0,
            until: 1.0,
            is_blind: false,
            positions,
        }
    }

    /// From the next frame on these nodes are seen in these places, to the bit.
    pub(super) fn pin(&mut self, pins: Vec<Option<Xy>>) {
        self.pins = pins;
    }

    /// From now on positions are seen this much farther from the origin.
    pub(super) fn magnify(&mut self, by: f32) {
        self.magnification = by;
    }

    /// From now on positions are of these nodes alone, seen with this offset, and the work brings
    /// the progress up to `until`.
    pub(super) fn look_at(&mut self, nodes: Vec<u32>, offset: Xy, until: f32) {
        self.nodes = nodes;
        self.offset = offset;
        self.until = until.clamp(self.progress, 1.0);
    }

    /// From now on nothing new is shown, as what is worked on are other nodes; or it is again.
    pub(super) fn blind(&mut self, is_blind: bool) {
        self.is_blind = is_blind;
    }

    /// Shows positions of the part looked at.
    pub(super) fn show(&mut self, positions: &[Xy]) -> Result<(), Stop> {
        for (&node, &position) in self.nodes.iter().zip(positions) {
            let seen = add(scaled(position, self.magnification), self.offset);
            self.positions[node as usize] = self.pins[node as usize].unwrap_or(seen);
        }
        self.tick()
    }

    /// Shows the first two axes of these places of the part looked at.
    pub(super) fn show_places<const D: usize>(&mut self, places: &Places<D>) -> Result<(), Stop> {
        let nodes = if self.is_blind { &[][..] } else { &self.nodes };
        for (place, &node) in nodes.iter().enumerate() {
            let at = [places.0[0][place], places.0[1][place]];
            let seen = add(scaled(at, USUAL_LENGTH * self.magnification), self.offset);
            self.positions[node as usize] = self.pins[node as usize].unwrap_or(seen);
        }
        self.tick()
    }

    /// Sets how much of the part's work remains, then waits for nothing: the next frame tells.
    pub(super) fn advance(&mut self, share_of_rest: f32) {
        self.progress += (self.until - self.progress) * share_of_rest.clamp(0.0, 1.0);
    }

    /// Shows what was seen last, with no other purpose than to let the caller stop.
    pub(super) fn tick(&mut self) -> Result<(), Stop> {
        let frame = Frame { positions: &self.positions, progress: self.progress };
        match (self.observer)(frame) {
            Flow::Continue => Ok(()),
            Flow::Cancel => Err(Stop),
        }
    }
}
