//! What the caller sees of a run, and how it stops one.

use super::coordinates::Coordinates;
use super::error::LayoutError;
use super::geometry::{Xy, add, scaled};
use super::ideal_lengths::LENGTH_UNIT;

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
    /// Stop now and return the positions so far.
    Cancel,
}

/// Where every node lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// In world units, all finite. A fresh map without pins is centred on `[0, 0]`.
    pub positions: Vec<[f32; 2]>,
    /// False when the observer cancelled: then these are the positions last shown, in which boxes
    /// may overlap.
    pub finished: bool,
}

/// The observer asked to stop.
#[derive(Debug)]
pub(super) struct Cancelled;

/// Why a run ended before it was finished.
pub(super) enum Interruption {
    Cancelled,
    Invalid(LayoutError),
}

impl From<Cancelled> for Interruption {
    fn from(Cancelled: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl From<LayoutError> for Interruption {
    fn from(error: LayoutError) -> Self {
        Self::Invalid(error)
    }
}

/// Reports positions and progress to the observer while one component after the other is worked on.
pub(super) struct Progress<'a> {
    observer: &'a mut dyn FnMut(Frame<'_>) -> Flow,
    /// All nodes as last shown.
    pub(super) positions: Vec<Xy>,
    /// Share of the work that is done.
    done: f32,
    /// Where pinned nodes are shown, whatever the solver says.
    pins: Vec<Option<Xy>>,
    /// The nodes that are worked on.
    nodes: Vec<u32>,
    offset: Xy,
    magnification: f32,
    /// Share of all work that is done once these nodes are.
    target: f32,
    is_frozen: bool,
}

impl<'a> Progress<'a> {
    pub(super) fn new(positions: Vec<Xy>, observer: &'a mut dyn FnMut(Frame<'_>) -> Flow) -> Self {
        Self {
            observer,
            done: 0.0,
            pins: vec![None; positions.len()],
            nodes: (0..positions.len() as u32).collect(),
            offset: [0.0; 2],
            magnification: 1.0,
            target: 1.0,
            is_frozen: false,
            positions,
        }
    }

    /// From the next frame on, these nodes are shown at these positions, to the bit.
    pub(super) fn set_pins(&mut self, pins: Vec<Option<Xy>>) {
        self.pins = pins;
    }

    /// From now on, positions are shown this many times as far from the origin.
    pub(super) fn set_magnification(&mut self, magnification: f32) {
        self.magnification = magnification;
    }

    /// From now on, positions are those of these nodes alone, shown with this offset, and the work
    /// brings the progress up to `target`.
    pub(super) fn focus_on(&mut self, nodes: Vec<u32>, offset: Xy, target: f32) {
        self.nodes = nodes;
        self.offset = offset;
        self.target = target.clamp(self.done, 1.0);
    }

    /// Whether to leave the picture as it is, as the solver works on nodes of a coarser graph.
    pub(super) fn set_frozen(&mut self, is_frozen: bool) {
        self.is_frozen = is_frozen;
    }

    /// Shows positions, in world units, of the nodes in focus.
    pub(super) fn show(&mut self, positions: &[Xy]) -> Result<(), Cancelled> {
        for (&node, &position) in self.nodes.iter().zip(positions) {
            let shown = add(scaled(position, self.magnification), self.offset);
            self.positions[node as usize] = self.pins[node as usize].unwrap_or(shown);
        }
        self.check_cancelled()
    }

    /// Shows the first two axes of the nodes in focus.
    pub(super) fn show_coordinates<const D: usize>(
        &mut self,
        coordinates: &Coordinates<D>,
    ) -> Result<(), Cancelled> {
        let nodes = if self.is_frozen { &[][..] } else { &self.nodes };
        for (index, &node) in nodes.iter().enumerate() {
            let at = [coordinates.0[0][index], coordinates.0[1][index]];
            let shown = add(scaled(at, LENGTH_UNIT * self.magnification), self.offset);
            self.positions[node as usize] = self.pins[node as usize].unwrap_or(shown);
        }
        self.check_cancelled()
    }

    /// Counts this share of the remaining work on the nodes in focus as done. The next frame shows it.
    pub(super) fn advance(&mut self, share_of_rest: f32) {
        self.done += (self.target - self.done) * share_of_rest.clamp(0.0, 1.0);
    }

    /// Shows the last picture again, only so that the observer can stop the run.
    pub(super) fn check_cancelled(&mut self) -> Result<(), Cancelled> {
        let frame = Frame { positions: &self.positions, progress: self.done };
        match (self.observer)(frame) {
            Flow::Continue => Ok(()),
            Flow::Cancel => Err(Cancelled),
        }
    }

    /// The positions last shown, once the run is over.
    pub(super) fn into_solution(
        self,
        run: Result<(), Interruption>,
    ) -> Result<Solution, LayoutError> {
        let finished = match run {
            Ok(()) => true,
            Err(Interruption::Cancelled) => false,
            Err(Interruption::Invalid(error)) => return Err(error),
        };
        Ok(Solution { positions: self.positions, finished })
    }
}
