//! The shape of a drawing as a whole: room for its boxes, and landscape where its ties allow.

use crate::layout::free_space::MARGIN;
use crate::layout::geometry::{Xy, bounds, grown, moved, size};
use crate::layout::overlap_removal::overlapping_pairs;
use crate::layout::problem::Problem;
use crate::layout::progress::{Cancelled, Progress};

/// A drawing is at least this many times as wide as high, where its ties allow.
const LANDSCAPE: f32 = 1.45;
/// How much of that may come from stretching.
const MOST_STRETCH: f32 = 1.4;
const WIDENINGS: usize = 8;

/// Enlarges a drawing without pins until few boxes overlap, so that removing the overlaps keeps its
/// shape. With `stretches`, a drawing narrower than landscape is also stretched a little sideways, as names
/// are wide. `is_compact` limits how much it grows, at the price of more overlaps to be removed.
pub(super) fn widen(
    problem: &Problem,
    stretches: bool,
    is_compact: bool,
    positions: &mut [Xy],
    progress: &mut Progress,
) -> Result<(), Cancelled> {
    if problem.has_pins() {
        return Ok(());
    }
    let [width, height] = extent(problem, positions);
    let most = if stretches { MOST_STRETCH } else { 1.0 };
    let sideways = (LANDSCAPE * height / width).clamp(1.0, most);
    let boxes = problem.boxes.iter().map(|&b| size(grown(b, MARGIN / 2.0)));
    let needed: f32 = boxes.map(|[w, h]| w * h).sum::<f32>() / (width * sideways * height);
    let least = (0.7 * needed).sqrt().max(1.0);
    let original = positions.to_vec();
    let (most, growth) = if is_compact { (5, 0.125) } else { (50, 0.5) };
    for step in 0..=WIDENINGS {
        let by = least * (1.0 + step as f32 * growth);
        for (position, [x, y]) in positions.iter_mut().zip(&original) {
            *position = [x * by * sideways, y * by];
        }
        let overlaps = overlapping_pairs(&problem.boxes, positions).len();
        if overlaps <= positions.len() / most {
            break;
        }
        progress.check_cancelled()?;
    }
    Ok(())
}

/// 0 for a drawing between 4 to 3 and 2 to 1, rising fast for narrower ones and slowly for flatter ones.
pub(super) fn shape_cost(problem: &Problem, positions: &[Xy]) -> f64 {
    let [width, height] = extent(problem, positions).map(f64::from);
    let narrow = (f64::from(LANDSCAPE) * height / width - 1.0).clamp(0.0, 1.0);
    let flat = (width / height / 2.0 - 1.0).clamp(0.0, 1.0);
    6.0 * narrow + 0.2 * flat
}

/// Width and height of all boxes together.
fn extent(problem: &Problem, positions: &[Xy]) -> Xy {
    let boxes = problem.boxes.iter().zip(positions).map(|(&b, &at)| moved(b, at));
    bounds(boxes).map_or([1.0; 2], size).map(|c| c.max(1.0))
}
