//! Brings a drawing to its pins.

use super::orientation;
use crate::layout::coordinates::Coordinates;
use crate::layout::geometry::Xy;
use crate::layout::problem::Problem;

/// Lays the drawing over the pins as well as a motion can, and puts pinned nodes exactly there.
pub(super) fn fit_to_pins(problem: &Problem, coordinates: &mut Coordinates<2>) {
    if !problem.has_pins() {
        return;
    }
    let mut positions = coordinates.to_world();
    orientation::fit(&mut positions, &problem.pins().collect::<Vec<_>>());
    restore_pins(problem, &mut positions);
    *coordinates = Coordinates::from_world(&positions);
}

/// Puts pinned nodes where they are pinned, to the bit.
pub(super) fn restore_pins(problem: &Problem, positions: &mut [Xy]) {
    for (position, pin) in positions.iter_mut().zip(problem.pins()) {
        *position = pin.unwrap_or(*position);
    }
}
