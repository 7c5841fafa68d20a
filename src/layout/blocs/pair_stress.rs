//! Stress of a few hundred points with a term for any pair, lowered while each point is held in a place of its own.
//!
//! Source: localised majorisation (Gansner, Koren, North 2004), one point after the other, each then brought back
//! to where it may lie. `stress` has the faster solver for whole graphs, which knows no such places.

use crate::layout::geometry::{Xy, add, distance, scaled, sub};

/// A wish for the distance between two points.
#[derive(Clone, Copy, Debug)]
struct Wish {
    other: u32,
    distance: f32,
    weight: f32,
}

/// Wishes for the distances between points.
pub(super) struct PairStress {
    wishes: Vec<Vec<Wish>>,
}

impl PairStress {
    /// No wishes for this many points.
    pub(super) fn new(points: usize) -> Self {
        Self { wishes: vec![Vec::new(); points] }
    }

    /// Two points should be this far apart.
    pub(super) fn wish(&mut self, [a, b]: [usize; 2], distance: f32, weight: f32) {
        self.wishes[a].push(Wish { other: b as u32, distance, weight });
        self.wishes[b].push(Wish { other: a as u32, distance, weight });
    }

    /// Moves each point in turn to where its wishes come nearest to be granted, as far as `held` lets it, this
    /// many times over.
    pub(super) fn lower(&self, at: &mut [Xy], rounds: usize, held: impl Fn(usize, Xy) -> Xy) {
        for _ in 0..rounds {
            for (point, wishes) in self.wishes.iter().enumerate() {
                let (mut sum, mut weights) = ([0.0; 2], 0.0);
                for wish in wishes {
                    let other = at[wish.other as usize];
                    let away = sub(at[point], other);
                    let drawn = distance(at[point], other).max(1e-6);
                    let wanted = add(other, scaled(away, wish.distance / drawn));
                    sum = add(sum, scaled(wanted, wish.weight));
                    weights += wish.weight;
                }
                if weights > 0.0 {
                    at[point] = held(point, scaled(sum, 1.0 / weights));
                }
            }
        }
    }

    /// The weighted sum of the squared differences between drawn and wished distances.
    pub(super) fn value(&self, at: &[Xy]) -> f32 {
        let of_wish = |point: usize, wish: &Wish| {
            let off = distance(at[point], at[wish.other as usize]) - wish.distance;
            wish.weight * off * off
        };
        let of_point = |(point, wishes): (usize, &Vec<Wish>)| -> f32 {
            wishes.iter().map(|wish| of_wish(point, wish)).sum()
        };
        self.wishes.iter().enumerate().map(of_point).sum()
    }
}
