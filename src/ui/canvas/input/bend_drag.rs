//! The handle at the middle of the selected tie, and bending the tie by it.

use egui::Pos2;

use super::hit_test::InputContext;
use crate::edit::Target;
use crate::model::by_hand::MAX_BEND;
use crate::model::{Point, Tie, TieId};
use crate::scene::{Curve, Mark, TieMark};
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::intent::Intent;
use crate::ui::state::{State, Tool};

/// The radius of the handle, in logical pixels.
pub const RADIUS: f32 = 5.0;
/// How far beside the handle still counts as on it.
const TOLERANCE: f32 = 3.0;
/// A tie that is drawn shorter has no handle, which would cover all of it.
const SHORTEST: f32 = 30.0;
/// How near the straight line a tie becomes straight.
const STRAIGHT: f32 = 4.0;

/// A tie that is being bent.
pub struct BendDrag {
    tie: TieId,
    /// From the pointer to the middle of the curve, in the world.
    grip: Point,
    pointer: Point,
}

/// The tie that has the handle: the only thing selected, where the tool lets it be bent.
fn owner(state: &State) -> Option<TieId> {
    match state.only_selected().filter(|_| !matches!(state.tool, Tool::Pan | Tool::Lasso)) {
        Some(Target::Tie(id)) => Some(id),
        _ => None,
    }
}

/// The tie that has the handle, and where the handle is.
pub fn handle(context: &InputContext<'_>) -> Option<(TieId, Pos2)> {
    let tie = owner(context.state)?;
    let mark = context.drawn?.tie(tie)?;
    let is_long = mark.curve.length() * context.viewport.zoom() >= SHORTEST;
    is_long.then(|| (tie, context.viewport.screen_from_world(mark.curve.point(0.5))))
}

/// The tie whose handle is at a point of the screen.
pub fn handle_at(context: &InputContext<'_>, pointer: Pos2) -> Option<TieId> {
    let (tie, at) = handle(context)?;
    (at.distance(pointer) <= RADIUS + TOLERANCE).then_some(tie)
}

impl BendDrag {
    /// Starts to bend a tie by its handle.
    pub fn begin(context: &InputContext<'_>, tie: TieId, pointer: Pos2) -> Option<Self> {
        let mark = context.drawn?.tie(tie)?;
        let pointer = context.viewport.world_from_screen(pointer);
        Some(Self { tie, grip: mark.middle - pointer, pointer })
    }

    /// Follows the pointer.
    pub const fn follow(&mut self, pointer: Point) {
        self.pointer = pointer;
    }

    /// The bend that it would have now, as in [`Tie::bend`].
    fn bend(&self, drawn: &DrawnScene, zoom: f32) -> Option<f32> {
        let mark = drawn.tie(self.tie)?;
        let middle = self.pointer + self.grip;
        let (from, to) = ends(mark, drawn)?;
        if is_loop(mark) {
            let away = middle - from;
            return Some(away.y.atan2(away.x) / std::f32::consts::PI);
        }
        let chord = to - from;
        let square = chord.dot(chord).max(f32::MIN_POSITIVE);
        let off = (middle - from.lerp(to, 0.5)).dot(chord.perpendicular()) / square;
        let is_straight = (off * square.sqrt() * zoom).abs() < STRAIGHT;
        Some(if is_straight { 0.0 } else { (2.0 * off).clamp(-MAX_BEND, MAX_BEND) })
    }

    /// The curve that the tie would have now.
    pub fn curve(&self, drawn: &DrawnScene, zoom: f32) -> Option<Curve> {
        let mark = drawn.tie(self.tie)?;
        let (from, to) = ends(mark, drawn)?;
        let bend = self.bend(drawn, zoom)?;
        if is_loop(mark) {
            let direction = bend * std::f32::consts::PI;
            return Some(Curve::teardrop(from, direction, mark.bend, mark.middle.distance(from)));
        }
        Some(Curve::bent(from, to, bend))
    }

    /// The change that bends the tie.
    pub fn edit(&self, state: &State, drawn: &DrawnScene, zoom: f32) -> Option<Intent> {
        let tie = state.map().ties().get(self.tie)?;
        let bend = Some(self.bend(drawn, zoom)?);
        let name = format!("Bend {}", state.map().tie_name(self.tie));
        Some(Intent::replace_tie(name, self.tie, Tie { bend, ..tie.clone() }))
    }
}

/// The points between which a tie's whole curve runs.
fn ends(mark: &TieMark, drawn: &DrawnScene) -> Option<(Point, Point)> {
    let scene = drawn.scene();
    let from = scene.nations.get(mark.from)?.center;
    let to = match mark.to {
        Mark::Nation(index) => scene.nations.get(index)?.center,
        Mark::Tie(index) => scene.ties.get(index)?.middle,
    };
    Some((from, to))
}

fn is_loop(mark: &TieMark) -> bool {
    mark.to == Mark::Nation(mark.from)
}
