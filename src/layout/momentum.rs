//! Part of what the last round did is done again before the next.
//!
//! Source: the heavy ball of Polyak 1964 ("Some methods of speeding up the convergence of iteration
//! methods"), a round over all nodes counting as the step.

use super::coordinates::Places;

pub(super) struct Momentum<const D: usize> {
    before: Places<D>,
    last: Places<D>,
}

impl<const D: usize> Momentum<D> {
    pub(super) fn new(at: &Places<D>) -> Self {
        Self { before: at.clone(), last: Places::origin(at.len()) }
    }

    /// Before a round: moves all nodes but the pinned by this share of what the last one did.
    pub(super) fn carry(&mut self, at: &mut Places<D>, share: f32, pinned: &[bool]) {
        for ((axis, before), last) in at.0.iter_mut().zip(&mut self.before.0).zip(&self.last.0) {
            before.copy_from_slice(axis);
            if share > 0.0 {
                for ((c, last), &pinned) in axis.iter_mut().zip(last).zip(pinned) {
                    *c += if pinned { 0.0 } else { share * last };
                }
            }
        }
    }

    /// After a round.
    pub(super) fn learn(&mut self, at: &Places<D>) {
        for ((axis, before), last) in at.0.iter().zip(&self.before.0).zip(&mut self.last.0) {
            for ((last, c), before) in last.iter_mut().zip(axis).zip(before) {
                *last = c - before;
            }
        }
    }
}

impl Momentum<2> {
    /// After a round that began with this share of the last one: a node whose new force points back
    /// along its way starts anew.
    ///
    /// Source: O'Donoghue, Candès 2015 ("Adaptive restart for accelerated gradient schemes"), here for
    /// each node by itself.
    pub(super) fn learn_or_restart(&mut self, at: &Places<2>, share: f32) {
        for node in 0..at.len() {
            let ([x, y], [old_x, old_y], [last_x, last_y]) =
                (at.of(node), self.before.of(node), self.last.of(node));
            let way = [x - old_x, y - old_y];
            let by_force = [way[0] - share * last_x, way[1] - share * last_y];
            let goes_on = by_force[0] * last_x + by_force[1] * last_y >= 0.0;
            self.last.put(node, if goes_on { way } else { [0.0; 2] });
        }
    }
}
