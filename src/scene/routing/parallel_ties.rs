//! Ties between the same ends: side by side as smooth curves, at any size of map.

use std::collections::BTreeMap;

use super::Router;
use super::bend_choice::Surroundings;

/// How far ties between the same ends are apart at their middles, in units.
const PARALLEL: f32 = 36.0;
/// The bend of the outermost ties of a fan: however many there are, it is no wider.
const WIDEST: f32 = 1.3;

impl Router<'_> {
    /// Sets ties between the same ends apart: side by side, in the order of the map.
    pub(super) fn spread_parallels(&mut self, unit: f32) {
        let mut groups: BTreeMap<(usize, Option<usize>, Option<usize>), Vec<usize>> =
            BTreeMap::new();
        for (index, route) in self.routes.iter().enumerate().filter(|(_, r)| !r.is_loop()) {
            let key = match route.to_nation {
                Some(to) => (route.from_nation.min(to), Some(route.from_nation.max(to)), None),
                None => (route.from_nation, None, route.to_tie),
            };
            groups.entry(key).or_default().push(index);
        }
        for ((first, ..), members) in groups {
            let count = members.len();
            for (place, index) in members.iter().copied().enumerate() {
                let chord = (self.routes[index].curve.to - self.routes[index].curve.from).length();
                // The middle of a curve is half as far out as its control point.
                let widest = (2.0 * WIDEST / (count - 1).max(1) as f32).min(0.45);
                let step = (2.0 * PARALLEL * unit / chord.max(1.0)).max(0.04).min(widest);
                let side = place as f32 - (count - 1) as f32 / 2.0;
                let turned = if self.routes[index].from_nation == first { 1.0 } else { -1.0 };
                self.slots[index] = side * step * turned;
                self.alone[index] = count == 1;
                self.routes[index].bend = self.slots[index];
            }
            if count > 1 {
                self.groups.push(members);
            }
        }
    }

    /// Lets ties between the same ends swap places where that costs less: one onto which others end
    /// belongs on the side from which they come.
    pub(super) fn reorder_parallels(&mut self, around: &mut Surroundings<'_>) {
        for group in self.groups.clone() {
            let mut involved: Vec<usize> = group.clone();
            involved.extend(group.iter().flat_map(|index| around.ending_at(*index)));
            let pairs = (0..group.len()).flat_map(|i| (i + 1..group.len()).map(move |j| (i, j)));
            for (i, j) in pairs.take(10) {
                let before = self.total_cost(&involved, around);
                self.swap_slots(group[i], group[j], &involved, around);
                if self.total_cost(&involved, around) >= before - 1.0 {
                    self.swap_slots(group[i], group[j], &involved, around);
                }
            }
        }
    }

    fn swap_slots(
        &mut self,
        a: usize,
        b: usize,
        involved: &[usize],
        around: &mut Surroundings<'_>,
    ) {
        let alike = self.routes[a].from_nation == self.routes[b].from_nation;
        let turned = if alike { 1.0 } else { -1.0 };
        (self.slots[a], self.slots[b]) = (self.slots[b] * turned, self.slots[a] * turned);
        self.aim(a, self.slots[a]);
        self.aim(b, self.slots[b]);
        for index in involved {
            self.aim(*index, self.routes[*index].bend);
            around.moved(*index, &self.routes[*index].curve);
        }
    }

    fn total_cost(&self, involved: &[usize], around: &Surroundings<'_>) -> f32 {
        let cost = |index: &usize| {
            around.cost(&self.routes, *index, &self.routes[*index].curve, f32::INFINITY)
        };
        involved.iter().map(cost).sum()
    }
}
