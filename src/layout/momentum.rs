//! Momentum: part of the last round's moves is repeated before the next.
//!
//! Source: the heavy ball of Polyak 1964 ("Some methods of speeding up the convergence of iteration
//! methods"), a round over all nodes counting as the step.

use super::coordinates::Coordinates;

pub(super) struct Momentum<const D: usize> {
    before: Coordinates<D>,
    last: Coordinates<D>,
}

impl<const D: usize> Momentum<D> {
    pub(super) fn new(at: &Coordinates<D>) -> Self {
        Self { before: at.clone(), last: Coordinates::origin(at.len()) }
    }

    /// Before a round: moves all nodes except pinned ones by this share of their last move.
    pub(super) fn apply(&mut self, at: &mut Coordinates<D>, share: f32, pinned: &[bool]) {
        for ((axis, before), last) in at.0.iter_mut().zip(&mut self.before.0).zip(&self.last.0) {
            before.copy_from_slice(axis);
            if share > 0.0 {
                for ((c, last), &pinned) in axis.iter_mut().zip(last).zip(pinned) {
                    *c += if pinned { 0.0 } else { share * last };
                }
            }
        }
    }

    /// After a round: remembers its moves.
    pub(super) fn record(&mut self, at: &Coordinates<D>) {
        for ((axis, before), last) in at.0.iter().zip(&self.before.0).zip(&mut self.last.0) {
            for ((last, c), before) in last.iter_mut().zip(axis).zip(before) {
                *last = c - before;
            }
        }
    }
}

impl Momentum<2> {
    /// After a round that began with this share of the last one: remembers its moves, except for nodes
    /// whose new force points against their last move. They lose their momentum.
    ///
    /// Source: O'Donoghue, Candès 2015 ("Adaptive restart for accelerated gradient schemes"), here for
    /// each node by itself.
    pub(super) fn record_or_restart(&mut self, at: &Coordinates<2>, share: f32) {
        for node in 0..at.len() {
            let ([x, y], [old_x, old_y], [last_x, last_y]) =
                (at.get(node), self.before.get(node), self.last.get(node));
            let step = [x - old_x, y - old_y];
            let by_force = [step[0] - share * last_x, step[1] - share * last_y];
            let goes_on = by_force[0] * last_x + by_force[1] * last_y >= 0.0;
            self.last.set(node, if goes_on { step } else { [0.0; 2] });
        }
    }
}
