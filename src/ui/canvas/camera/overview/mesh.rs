//! The mesh of the map in the overview: nations as dots in their colours, ties as faint hairlines, hulls
//! and text notes as areas.

use std::collections::HashMap;

use egui::{Color32, Mesh};

use crate::model::{Color, Point, Rect};
use crate::scene::{Emblem, NationMark, Scene};
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::drawing::colors::{dimmed, translucent};
use crate::ui::canvas::drawing::mesh_builder::MeshBuilder;
use crate::ui::canvas::viewport::Viewport;
use crate::ui::theme::color32;

/// Of more ties only some are drawn, spread evenly over their order.
const MOST_TIES: usize = 3_000;
/// The opacity of a tie where there are few, and where there are many.
const TIE_OPACITY: [f32; 2] = [0.55, 0.15];
/// With more ties than this there are many.
const MANY_TIES: usize = 300;
/// The opacity of the area of a text note.
const NOTE_OPACITY: f32 = 0.35;
/// The smallest and largest radius of a dot, in logical pixels.
const DOT: [f32; 2] = [1.5, 3.5];
/// The smallest radius where there are so many nations that dots would cover each other.
const SMALLEST_DOT: f32 = 0.75;
const MANY_NATIONS: usize = 2_000;

/// The mesh of a scene for a viewport.
pub fn map_mesh(drawn: &DrawnScene, viewport: Viewport) -> Mesh {
    let scene = drawn.scene();
    let mut mesh = MeshBuilder::new(drawn.atlas(), viewport.canvas, viewport.pixels_per_point);
    let to_screen = |point: Point| viewport.screen_from_world(point);
    for hull in scene.hulls_by_size() {
        let tint = color32(scene.palette.tint(hull.look.color, hull.look.opacity));
        for piece in &hull.pieces {
            mesh.quad(piece.map(to_screen), tint);
        }
    }
    let drawn = || scene.ties.iter().filter(|mark| mark.is_drawn);
    let count = drawn().count();
    let opacity = TIE_OPACITY[usize::from(count > MANY_TIES)];
    let hairline = 1.0 / viewport.pixels_per_point;
    for mark in drawn().step_by(count.div_ceil(MOST_TIES).max(1)) {
        let color = dimmed(color32(mark.color), scene.dims_tie(mark.id)).gamma_multiply(opacity);
        mesh.stroke(&[to_screen(mark.curve.from), to_screen(mark.curve.to)], hairline, color);
    }
    let smallest = if scene.nations.len() > MANY_NATIONS { SMALLEST_DOT } else { DOT[0] };
    // Finding a visible colour takes time, and many nations share few colours.
    let mut visible: HashMap<Color, Color32> = HashMap::new();
    for mark in scene.nations.iter().filter(|mark| mark.is_drawn()) {
        let radius = (mark.radius * viewport.zoom()).clamp(smallest, DOT[1]);
        let own = color_of(mark, scene);
        let color = *visible.entry(own).or_insert_with(|| color32(scene.palette.line(own)));
        let color = dimmed(color, scene.dims_nation(mark.id));
        mesh.disc(to_screen(mark.center), radius, color);
    }
    for label in scene.labels.iter().filter(|label| label.owner.note().is_some()) {
        let Rect { min, max } = label.bounds;
        let corners = [min, Point::new(max.x, min.y), max, Point::new(min.x, max.y)];
        mesh.polygon(&corners.map(to_screen), translucent(label.color, NOTE_OPACITY));
    }
    mesh.finish()
}

/// The colour that stands for a nation: its band's or its own, or ink where it has a flag.
fn color_of(mark: &NationMark, scene: &Scene) -> Color {
    let own = match &mark.emblem {
        Emblem::Monogram { fill, .. } | Emblem::Plain(fill) => *fill,
        Emblem::Flag(_) | Emblem::Picture(_) => scene.palette.second_ink,
    };
    mark.band.unwrap_or(own)
}
