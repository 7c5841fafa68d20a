//! What draws the nations of a hull together in a layout.

use crate::layout::Problem;
use crate::model::Map;
use crate::scene;

/// How strongly those that share a hull attract one another; a usual tie has 1.
const WEIGHT: f32 = 1.5;

/// Adds ties between the nations that share a hull by a property: a ring through all of them with chords, so
/// that any two are a few steps apart with no more than three ties for each nation.
///
/// Members of an organisation need none, since their memberships lead to it.
pub(super) fn attract_in_hulls(map: &Map, problem: &mut Problem) {
    for members in scene::property_groups(map) {
        let count = members.len();
        let mut steps = vec![1, 2, (count as f32).sqrt() as usize + 1];
        steps.retain(|step| 2 * step < count + 1);
        steps.dedup();
        for step in steps {
            for (place, from) in members.iter().enumerate() {
                let to = members[(place + step) % count];
                problem.ends.push([*from as u32, to as u32]);
                problem.weights.push(WEIGHT);
                problem.signs.push(1);
                problem.labels.push(0.0);
            }
        }
    }
}
