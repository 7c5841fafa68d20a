//! What each bend of a tie costs for what lies on its way, and the cheapest.

use super::blocked_bends::Bends;

/// What a bend costs for what it leads through: a sum of intervals.
#[derive(Default)]
pub(super) struct BendCosts {
    /// Where an interval begins or ends, and by how much it changes the cost there.
    steps: Vec<Step>,
}

/// What the bends of an interval cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cost {
    /// They are no way.
    Forbidden,
    /// They cost so much more.
    Paid(f32),
}

struct Step {
    bend: f32,
    /// How many things that must not be met are met from here on, compared with before.
    blocked: i32,
    cost: f32,
}

/// How much apart from an interval a bend must be to lie beside it.
const BESIDE: f32 = 1e-4;

impl BendCosts {
    /// Adds what all bends of an interval cost.
    pub(super) fn add(&mut self, [low, high]: Bends, cost: Cost) {
        let (blocked, cost) = match cost {
            Cost::Forbidden => (1, 0.0),
            Cost::Paid(cost) => (0, cost),
        };
        self.steps.push(Step { bend: low, blocked, cost });
        self.steps.push(Step { bend: high, blocked: -blocked, cost: -cost });
    }

    /// Has a bend tried on both of its sides, though nothing begins or ends there.
    pub(super) fn consider(&mut self, bend: f32) {
        self.steps.push(Step { bend, blocked: 0, cost: 0.0 });
    }

    /// The cheapest bend between two that isn't forbidden, with its cost. `own` is what a bend costs by
    /// itself, which grows with its distance from 0. `None` if all are forbidden.
    pub(super) fn cheapest(
        &mut self,
        [least, most]: Bends,
        own: impl Fn(f32) -> f32,
    ) -> Option<(f32, f32)> {
        /// By how much a bend must be cheaper to replace another, so that rounding decides nothing.
        const CHEAPER: f32 = 1e-2;
        self.steps.sort_by(|a, b| a.bend.total_cmp(&b.bend));
        let (mut blocked, mut cost) = (0, 0.0);
        let mut best: Option<(f32, f32)> = None;
        let mut low = f32::NEG_INFINITY;
        for index in 0..=self.steps.len() {
            let step = self.steps.get(index);
            let high = step.map_or(f32::INFINITY, |step| step.bend);
            let (from, to) = ((low + BESIDE).max(least), (high - BESIDE).min(most));
            if blocked == 0 && from <= to {
                let bend = 0.0f32.clamp(from, to);
                let cost = cost + own(bend);
                if best.is_none_or(|(_, least)| cost < least - CHEAPER) {
                    best = Some((bend, cost));
                }
            }
            if let Some(step) = step {
                (blocked, cost, low) = (blocked + step.blocked, cost + step.cost, step.bend);
            }
        }
        best
    }
}

/// Whether some intervals of bends are together all bends between two. Quicker than to find that none is the
/// cheapest.
pub(super) fn are_all(taken: impl Iterator<Item = Bends>, [least, most]: Bends) -> bool {
    let mut taken: Vec<Bends> = taken.collect();
    taken.sort_unstable_by(|a, b| a[0].total_cmp(&b[0]));
    let mut reached = least;
    for [low, high] in taken {
        if low > reached {
            break;
        }
        reached = reached.max(high);
    }
    reached >= most
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cheapest(costs: &mut BendCosts) -> Option<f32> {
        costs.cheapest([-0.7, 0.7], |bend: f32| 10.0 * bend.abs()).map(|(bend, _)| bend)
    }

    #[test]
    fn a_tie_is_straight_where_nothing_is_in_the_way() {
        let mut costs = BendCosts::default();
        assert_eq!(cheapest(&mut costs), Some(0.0));
        costs.add([0.1, 0.3], Cost::Forbidden);
        costs.add([-0.5, 0.05], Cost::Paid(0.2));
        assert_eq!(cheapest(&mut costs), Some(0.0), "a detour costs more than what is on the way");
    }

    #[test]
    fn it_passes_on_the_side_where_the_way_is_shorter() {
        let mut costs = BendCosts::default();
        costs.add([-0.2, 0.1], Cost::Forbidden);
        assert!((cheapest(&mut costs).expect("a way") - 0.1).abs() < 1e-3);
        costs.add([0.05, 0.35], Cost::Forbidden);
        assert!((cheapest(&mut costs).expect("a way") + 0.2).abs() < 1e-3);
        costs.add([-0.3, -0.1], Cost::Paid(30.0));
        assert!((cheapest(&mut costs).expect("a way") + 0.3).abs() < 1e-3);
    }

    #[test]
    fn there_is_no_way_where_all_are_forbidden() {
        let mut costs = BendCosts::default();
        costs.add([-2.0, 0.3], Cost::Forbidden);
        costs.add([0.25, 0.9], Cost::Forbidden);
        assert_eq!(cheapest(&mut costs), None);
        assert!(are_all([[0.25, 0.9], [-2.0, 0.3]].into_iter(), [-0.7, 0.7]));
    }

    #[test]
    fn intervals_with_a_gap_are_not_all_bends() {
        let all = |taken: &[Bends]| are_all(taken.iter().copied(), [-0.7, 0.7]);
        assert!(!all(&[]) && !all(&[[-1.0, 0.1], [0.2, 0.9]]));
        assert!(!all(&[[-0.6, 1.0]]) && !all(&[[-1.0, 0.6], [-0.5, 0.2]]));
        assert!(all(&[[0.2, 0.7], [-0.7, 0.0], [-0.1, 0.3]]));
    }
}
