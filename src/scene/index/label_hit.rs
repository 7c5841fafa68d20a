//! Which label lies at a point, and which notes in an area.

use super::mark_lookup::MarkLookup;
use crate::model::{NationId, NoteId, Point};
use crate::scene::{Label, LabelOwner, Mark, Scene};

/// The mark whose label is topmost at a point; `None` if that is the label of `without` or of a hull.
pub(super) fn mark_of_label(
    scene: &Scene,
    lookup: &MarkLookup,
    point: Point,
    without: Option<NationId>,
) -> Option<Mark> {
    let label = topmost_label(scene, point)?;
    match label.owner {
        LabelOwner::Nation(id) if Some(id) == without => None,
        LabelOwner::Nation(id) => lookup.nation(id).map(Mark::Nation),
        LabelOwner::Tie(id) => lookup.tie(id).map(Mark::Tie),
        LabelOwner::Note(_) | LabelOwner::Hull(_) | LabelOwner::TieGroup(_) => None,
    }
}

/// The text notes whose middles fit a condition.
pub(super) fn notes_in(scene: &Scene, is_in: impl Fn(Point) -> bool) -> Vec<NoteId> {
    let inside = scene.labels.iter().filter(|label| is_in(label.center));
    inside.filter_map(|label| label.owner.note()).collect()
}

/// The topmost label at a point.
pub(super) fn topmost_label(scene: &Scene, point: Point) -> Option<&Label> {
    scene.labels.iter().rev().find(|label| is_on(label, point))
}

/// Whether a point lies on a label.
fn is_on(label: &Label, point: Point) -> bool {
    if !label.bounds.contains(point) {
        return false;
    }
    let (sin, cos) = label.angle_radians.sin_cos();
    let offset = point - label.center;
    let along = offset.x * cos + offset.y * sin;
    let across = offset.y * cos - offset.x * sin;
    along.abs() <= label.extent.x / 2.0 && across.abs() <= label.extent.y / 2.0
}
