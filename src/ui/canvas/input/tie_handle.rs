//! The handle beside the selected nation, from which a tie is drawn.

use egui::Pos2;

use super::hit_test::InputContext;
use crate::model::{NationId, Point, Rect as WorldRect};
use crate::scene::{LabelOwner, NationMark, Scene};
use crate::ui::state::{State, Tool};

/// The radius of the handle, in logical pixels.
pub const RADIUS: f32 = 6.0;
/// How far beside the handle still counts as on it.
const TOLERANCE: f32 = 3.0;

/// The nation that has the handle: the only one selected, where the tool lets ties be drawn.
pub fn owner(state: &State) -> Option<NationId> {
    let can_draw_ties = !matches!(state.tool, Tool::Pan | Tool::Lasso);
    state.only_selected().filter(|_| can_draw_ties).and_then(|target| target.nation())
}

/// Where the handle is.
pub fn position(context: &InputContext<'_>) -> Option<Pos2> {
    let nation = owner(context.state)?;
    let drawn = context.drawn?;
    let mark = drawn.nation(nation).filter(|mark| mark.is_drawn())?;
    let reach = mark.half_extent().x + (4.0 + RADIUS) / context.viewport.zoom();
    let at = mark.center + free_direction(drawn.scene(), mark, reach) * reach;
    Some(context.viewport.screen_from_world(at))
}

/// Whether a point of the screen is on a handle.
pub fn contains(handle: Pos2, pointer: Pos2) -> bool {
    handle.distance(pointer) <= RADIUS + TOLERANCE
}

/// The first direction, starting with the right, in which the handle covers no name.
fn free_direction(scene: &Scene, mark: &NationMark, reach: f32) -> Point {
    const DIAGONAL: f32 = std::f32::consts::FRAC_1_SQRT_2;
    let directions = [
        Point::new(1.0, 0.0),
        Point::new(DIAGONAL, DIAGONAL),
        Point::new(-1.0, 0.0),
        Point::new(-DIAGONAL, DIAGONAL),
        Point::new(-DIAGONAL, -DIAGONAL),
    ];
    let own = scene.labels.iter().find(|label| label.owner == LabelOwner::Nation(mark.id));
    let covers = |direction: &Point| {
        let handle =
            WorldRect::centered(mark.center + *direction * reach, 2.0 * RADIUS, 2.0 * RADIUS);
        own.is_some_and(|label| label.bounds.intersects(&handle))
    };
    directions.into_iter().find(|direction| !covers(direction)).unwrap_or(directions[0])
}
