//! Nations that are dropped on an organisation: they join it.

use egui::Pos2;

use super::hit_test::InputContext;
use super::selection_drag::{SelectionDrag, move_edit};
use crate::edit::{Command, Joining, add_members};
use crate::model::{NationId, NationType, Point};
use crate::ui::intent::Intent;
use crate::ui::state::name_of_joining;

/// An organisation on which nations would be dropped now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DropTarget {
    /// The organisation.
    pub organisation: NationId,
    /// Whether it is a hull, in which those that join it have a place of their own.
    is_hull: bool,
}

/// The organisation under the pointer, if one of the nations that are dragged can join it there: one whose
/// mark the pointer is on, or whose hull it has entered since the drag began.
pub fn drop_target(
    context: &InputContext<'_>,
    pointer: Pos2,
    drag: &SelectionDrag,
) -> Option<DropTarget> {
    let (map, scene) = (context.state.shown_map(), context.drawn?.scene());
    let point = context.viewport.world_from_screen(pointer);
    let mut marks = map.nations().iter().zip(&scene.nations).filter(|((id, nation), mark)| {
        let half = mark.half_extent();
        let way = mark.center - point;
        nation.nation_type != NationType::State
            && mark.id == *id
            && mark.is_drawn()
            && way.x.abs() <= half.x
            && way.y.abs() <= half.y
    });
    let on_mark = marks.next_back();
    let on_mark = on_mark.map(|((id, _), _)| DropTarget { organisation: id, is_hull: false });
    let in_hull = || {
        let entered = drag.entered(point).next();
        entered.map(|organisation| DropTarget { organisation, is_hull: true })
    };
    let can_join = |target: &DropTarget| !joining(context, target.organisation, drag).is_empty();
    on_mark.or_else(in_hull).filter(can_join)
}

/// The step in which the nations that are dragged join the organisation they are dropped on. In a hull they
/// stay where they are dropped; from a mark they return to where they were.
pub fn join_edit(
    context: &InputContext<'_>,
    target: DropTarget,
    drag: &SelectionDrag,
) -> Option<Intent> {
    let map = context.state.map();
    let joining = joining(context, target.organisation, drag);
    let name = name_of_joining(map, &joining, target.organisation);
    let join = add_members(map, target.organisation, &joining, None, Point::default);
    let moved = if target.is_hull { move_edit(context.state, drag) } else { None };
    let command = match moved {
        // Positions last: joining replaces whole nations.
        Some(Intent::Edit { command, .. }) => Command::Batch(vec![join, command]),
        _ => join,
    };
    Some(Intent::Edit { name, command })
}

/// Those of the dragged nations that aren't in the organisation.
fn joining(
    context: &InputContext<'_>,
    organisation: NationId,
    drag: &SelectionDrag,
) -> Vec<Joining> {
    let map = context.state.map();
    let can_join = |id: &NationId| {
        *id != organisation
            && !map.nations().get(*id).is_some_and(|n| map.is_member(n, organisation))
    };
    if drag.held().any(|id| id == organisation) {
        return Vec::new();
    }
    drag.held().filter(can_join).map(Joining::There).collect()
}
