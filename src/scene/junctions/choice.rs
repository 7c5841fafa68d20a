//! The choice of points at which lines meet.

use std::collections::BTreeSet;

/// What the lines of some nations to some points cost.
pub(super) struct Costs {
    /// What each point costs itself.
    pub(super) points: Vec<f32>,
    /// What the line of each nation to a point costs, by point; `None` where there can be none.
    pub(super) lines: Vec<Vec<Option<f32>>>,
    /// What each nation costs whose lines don't meet others.
    pub(super) alone: Vec<f32>,
}

/// The point of each nation, and what all costs.
pub(super) struct Choice {
    pub(super) point_of: Vec<Option<usize>>,
    pub(super) cost: f32,
}

impl Costs {
    /// Adds the point that saves most, as long as one saves any.
    pub(super) fn choice(&self) -> Choice {
        let mut best: Vec<(f32, Option<usize>)> =
            self.alone.iter().map(|cost| (*cost, None)).collect();
        loop {
            let savings = (0..self.points.len()).map(|point| (self.saving(point, &best), point));
            let most = savings.max_by(|(a, _), (b, _)| a.total_cmp(b));
            let Some((_, point)) = most.filter(|(saving, _)| *saving > 0.0) else { break };
            for (now, line) in best.iter_mut().zip(&self.lines[point]) {
                if let Some(cost) = line.filter(|cost| *cost < now.0) {
                    *now = (cost, Some(point));
                }
            }
        }
        let point_of: Vec<Option<usize>> = best.iter().map(|(_, point)| *point).collect();
        let used: BTreeSet<usize> = point_of.iter().flatten().copied().collect();
        let of_points = used.into_iter().map(|point| self.points[point]).sum::<f32>();
        Choice { point_of, cost: of_points + best.iter().map(|(cost, _)| cost).sum::<f32>() }
    }

    fn saving(&self, point: usize, now: &[(f32, Option<usize>)]) -> f32 {
        let of_each = now.iter().zip(&self.lines[point]);
        let less = of_each.map(|((now, _), line)| line.map_or(0.0, |cost| (now - cost).max(0.0)));
        less.sum::<f32>() - self.points[point]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_added_where_it_saves_more_than_it_costs() {
        let lines = vec![
            vec![Some(1.0), Some(1.0), Some(9.0), None],
            vec![None, Some(8.0), Some(1.0), None],
            vec![Some(9.0), Some(9.0), Some(9.0), None],
        ];
        let costs = |points| Costs { points, lines: lines.clone(), alone: vec![10.0; 4] };
        let both = costs(vec![5.0, 5.0, 5.0]).choice();
        assert_eq!(both.point_of, [Some(0), Some(0), Some(1), None]);
        assert_eq!(both.cost, 1.0 + 1.0 + 1.0 + 10.0 + 5.0 + 5.0);
        let one = costs(vec![5.0, 9.0, 5.0]).choice();
        assert_eq!(one.point_of, [Some(0), Some(0), Some(0), None]);
        let none = costs(vec![30.0; 3]).choice();
        assert_eq!((none.point_of, none.cost), (vec![None; 4], 40.0));
    }
}
