//! What lies under a point: nations above ties, later ones above earlier ones, as they are drawn.

use std::collections::BTreeSet;

use crate::edit::Target;
use crate::model::{NationId, Point, Rect};
use crate::scene::{LabelOwner, Scene};

/// The boxes of a scene's ties, so that most can be passed over at a glance.
#[derive(Debug, Default)]
pub struct HitBoxes {
    ties: Vec<Rect>,
}

impl HitBoxes {
    /// The boxes of a scene.
    pub fn of(scene: &Scene) -> Self {
        Self { ties: scene.ties.iter().map(|tie| tie.curve.bounds()).collect() }
    }

    /// The topmost nation or tie at a point; `slack` is how far off a line still counts, in world
    /// units. `without` is never found: what is being dragged.
    pub fn at(
        &self,
        scene: &Scene,
        point: Point,
        slack: f32,
        without: Option<NationId>,
    ) -> Option<Target> {
        self.nation_at(scene, point, without)
            .map(Target::Nation)
            .or_else(|| self.tie_at(scene, point, slack).map(Target::Tie))
            .or_else(|| label_at(scene, point).filter(|t| without.map(Target::Nation) != Some(*t)))
    }

    fn nation_at(
        &self,
        scene: &Scene,
        point: Point,
        without: Option<NationId>,
    ) -> Option<NationId> {
        let hit =
            |mark: &&crate::scene::NationMark| Some(mark.id) != without && mark.contains(point);
        scene.nations.iter().rev().find(hit).map(|mark| mark.id)
    }

    /// The nearest tie within the slack; of two equally near the upper one.
    fn tie_at(&self, scene: &Scene, point: Point, slack: f32) -> Option<crate::model::TieId> {
        let mut best = (slack, None);
        for (mark, bounds) in scene.ties.iter().zip(&self.ties) {
            let reach = slack + mark.width / 2.0;
            if !bounds.expanded(reach).contains(point) {
                continue;
            }
            let distance = mark.distance_to(point) - mark.width / 2.0;
            if distance <= best.0 {
                best = (distance, Some(mark.id));
            }
        }
        best.1
    }

    /// Every nation whose centre, and every tie whose middle, lies in a rectangle.
    pub fn within(&self, scene: &Scene, area: Rect) -> BTreeSet<Target> {
        let nations =
            scene.nations.iter().filter(|mark| mark.is_drawn() && area.contains(mark.center));
        let ties = scene.ties.iter().filter(|mark| area.contains(mark.middle));
        nations
            .map(|mark| Target::Nation(mark.id))
            .chain(ties.map(|mark| Target::Tie(mark.id)))
            .collect()
    }
}

/// A label counts as what it names.
fn label_at(scene: &Scene, point: Point) -> Option<Target> {
    let label = scene.labels.iter().rev().find(|label| {
        let (sin, cos) = label.angle_radians.sin_cos();
        let offset = point - label.center;
        let along = offset.x * cos + offset.y * sin;
        let across = offset.y * cos - offset.x * sin;
        along.abs() <= label.extent.x / 2.0 && across.abs() <= label.extent.y / 2.0
    })?;
    match label.owner {
        LabelOwner::Nation(id) => Some(Target::Nation(id)),
        LabelOwner::Tie(id) => Some(Target::Tie(id)),
        LabelOwner::Hull(_) => None,
    }
}
