//! Rings around marks. Those of the selection are one mesh, which is kept until something about it changes.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::epaint::CornerRadiusF32;
use egui::epaint::tessellator::path::rounded_rectangle;
use egui::{Color32, Mesh, Painter, Pos2, Rect, Vec2};

use crate::edit::Target;
use crate::model::Point;
use crate::scene::{Label, NationMark, TieMark};
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::drawing::line_sizes::LineSizes;
use crate::ui::canvas::drawing::mesh_builder::MeshBuilder;
use crate::ui::canvas::viewport::Viewport;

/// From a nation's rim to the middle of its ring, and the ring's width, in logical pixels.
const GAP: f32 = 4.0;
const WIDTH: f32 = 2.0;
/// From a text note to its ring, and how round the ring's corners are, in logical pixels.
const NOTE_GAP: f32 = 5.0;
const NOTE_CORNER: f32 = 6.0;
/// How much wider than a tie the band that marks it is.
const WIDER: f32 = 6.0;
/// Among more marks than this, ties are marked by a thin line each, fainter the more there are, so that
/// the selected ties show through.
const MOST_WIDE: usize = 400;
const FAINTEST: f32 = 0.07;
/// Among up to this many marks, a tie is marked as strongly as one alone.
const MOST_STRONG: usize = 40;

/// The rings around the selection.
#[derive(Default)]
pub struct SelectionRings {
    cached: Option<(RingKey, Arc<Mesh>)>,
}

/// What the rings were drawn for.
struct RingKey {
    selection: BTreeSet<Target>,
    edited: Option<Target>,
    scene_version: u64,
    viewport: Viewport,
    color: Color32,
}

impl SelectionRings {
    /// The rings around a selection, drawn again only where something has changed. A note that is edited has
    /// none: a field lies in its place.
    pub fn update(
        &mut self,
        (selection, edited): (&BTreeSet<Target>, Option<Target>),
        drawn: &DrawnScene,
        viewport: Viewport,
        color: Color32,
    ) -> Arc<Mesh> {
        let is_same = |(key, _): &&(RingKey, Arc<Mesh>)| {
            (key.scene_version, key.viewport, key.color) == (drawn.version(), viewport, color)
                && (&key.selection, key.edited) == (selection, edited)
        };
        if let Some((_, mesh)) = self.cached.as_ref().filter(is_same) {
            return Arc::clone(mesh);
        }
        let without: BTreeSet<Target>;
        let ringed = match edited.filter(|edited| selection.contains(edited)) {
            Some(edited) => {
                without = selection.iter().copied().filter(|target| *target != edited).collect();
                &without
            }
            None => selection,
        };
        let mesh = Arc::new(ring_mesh(ringed, drawn, viewport, color));
        let (selection, scene_version) = (selection.clone(), drawn.version());
        let key = RingKey { selection, edited, scene_version, viewport, color };
        self.cached = Some((key, Arc::clone(&mesh)));
        mesh
    }
}

/// Paints the ring of a single mark.
pub fn paint_ring(
    painter: &Painter,
    target: Target,
    drawn: &DrawnScene,
    viewport: Viewport,
    color: Color32,
) {
    painter.add(ring_mesh([&target], drawn, viewport, color));
}

fn ring_mesh<'a>(
    targets: impl IntoIterator<Item = &'a Target, IntoIter: ExactSizeIterator>,
    drawn: &DrawnScene,
    viewport: Viewport,
    color: Color32,
) -> Mesh {
    let targets = targets.into_iter();
    let mut builder = RingBuilder {
        mesh: MeshBuilder::new(drawn.atlas(), viewport.canvas, viewport.pixels_per_point),
        viewport,
        color,
        count: targets.len(),
        lines: LineSizes::of(drawn.scene(), viewport.zoom()),
    };
    builder.mesh.reserve(targets.len());
    let mut notes = BTreeSet::new();
    for target in targets {
        match *target {
            Target::Nation(id) => {
                if let Some(hull) =
                    drawn.scene().hulls.iter().find(|hull| hull.organisation == Some(id))
                {
                    hull.outline.iter().for_each(|line| builder.outline(line));
                } else if let Some(mark) = drawn.nation(id) {
                    builder.nation(mark);
                }
            }
            Target::Tie(id) => {
                if let Some(mark) = drawn.tie(id) {
                    builder.tie(mark);
                }
            }
            Target::Note(id) => drop(notes.insert(id)),
        }
    }
    // A note is found by going through the labels, so all are found at once.
    let is_meant = |label: &&Label| label.owner.note().is_some_and(|id| notes.contains(&id));
    let labels = drawn.scene().labels.iter().filter(|_| !notes.is_empty());
    labels.filter(is_meant).for_each(|label| builder.note(label));
    builder.mesh.finish()
}

/// A mesh of rings under construction.
struct RingBuilder {
    mesh: MeshBuilder,
    viewport: Viewport,
    color: Color32,
    /// The number of marks that get a ring.
    count: usize,
    lines: LineSizes,
}

impl RingBuilder {
    fn nation(&mut self, mark: &NationMark) {
        let (at, zoom) = (self.viewport.screen_from_world(mark.center), self.viewport.zoom());
        let radius = mark.radius * zoom + GAP;
        if mark.text_size.is_none() {
            if self.mesh.sees(Rect::from_center_size(at, Vec2::splat(2.0 * radius))) {
                self.mesh.ring(at, radius, WIDTH, self.color);
            }
            return;
        }
        let larger = NationMark { radius: mark.radius + GAP / zoom, ..mark.clone() };
        self.outline(&larger.outline());
    }

    /// A rectangle with round corners around a text note.
    fn note(&mut self, label: &Label) {
        let [min, max] =
            [label.bounds.min, label.bounds.max].map(|at| self.viewport.screen_from_world(at));
        let around = Rect::from_min_max(min, max).expand(NOTE_GAP);
        let mut corners = Vec::new();
        rounded_rectangle(&mut corners, around, CornerRadiusF32::same(NOTE_CORNER));
        self.mesh.outline(&corners, WIDTH, self.color);
    }

    fn outline(&mut self, corners: &[Point]) {
        let corners = self.all_to_screen(corners);
        self.mesh.outline(&corners, WIDTH, self.color);
    }

    fn tie(&mut self, mark: &TieMark) {
        let zoom = self.viewport.zoom();
        let share = MOST_STRONG as f32 / self.count as f32;
        let (width, opacity) = if self.count > MOST_WIDE {
            (1.0 / self.viewport.pixels_per_point, share.max(FAINTEST))
        } else {
            (self.lines.width(mark) + WIDER, 0.35 * share.min(1.0).sqrt())
        };
        let color = self.color.gamma_multiply(opacity);
        let points = mark.curve.points(0.25 / zoom);
        let points: Vec<Pos2> = points.map(|at| self.viewport.screen_from_world(at)).collect();
        self.mesh.stroke(&points, width, color);
    }

    fn all_to_screen(&self, points: &[Point]) -> Vec<Pos2> {
        points.iter().map(|point| self.viewport.screen_from_world(*point)).collect()
    }
}
