//! The map as a sketch: nations as dots in their colours, ties as faint hairlines, hulls as grounds.

use std::collections::HashMap;

use egui::{Color32, Mesh};

use crate::model::{Color, Point};
use crate::scene::{Emblem, NationMark, Scene};
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::drawing::marks::{dimmed, translucent};
use crate::ui::canvas::drawing::mesh_builder::MeshBuilder;
use crate::ui::canvas::viewport::Viewport;
use crate::ui::theme::color32;

/// Of a map with more ties a part is drawn, spread evenly over their order.
const MOST_TIES: usize = 3_000;
/// The strength of a tie where there are few, and where there are many.
const TIE_OPACITY: [f32; 2] = [0.55, 0.15];
/// With more ties than this there are many.
const MANY_TIES: usize = 300;
/// The smallest and largest radius of a dot, in logical pixels.
const DOT: [f32; 2] = [1.5, 3.5];
/// And the smallest where there are so many nations that dots would cover each other.
const SMALLEST_DOT: f32 = 0.75;
const MANY_NATIONS: usize = 2_000;

/// The sketch of a picture for a view.
pub fn mesh(drawn: &DrawnScene, view: Viewport) -> Mesh {
    let scene = &drawn.scene;
    let mut batch = MeshBuilder::new(&drawn.atlas, view.canvas, view.pixels_per_point);
    let to_screen = |point: Point| view.camera.screen_from_world(view.canvas, point);
    for hull in &scene.hulls {
        let corners: Vec<_> = hull.outline.iter().map(|point| to_screen(*point)).collect();
        batch.polygon(&corners, translucent(hull.look.color, hull.look.opacity));
    }
    let opacity = TIE_OPACITY[usize::from(scene.ties.len() > MANY_TIES)];
    let hairline = 1.0 / view.pixels_per_point;
    for mark in scene.ties.iter().step_by(scene.ties.len().div_ceil(MOST_TIES).max(1)) {
        let color = dimmed(color32(mark.color), scene.dims_tie(mark.id)).gamma_multiply(opacity);
        batch.stroke(&[to_screen(mark.curve.from), to_screen(mark.curve.to)], hairline, color);
    }
    let smallest = if scene.nations.len() > MANY_NATIONS { SMALLEST_DOT } else { DOT[0] };
    // To find a colour that is seen takes long, and few colours serve many nations.
    let mut seen_as: HashMap<Color, Color32> = HashMap::new();
    for mark in scene.nations.iter().filter(|mark| mark.is_drawn()) {
        let radius = (mark.radius * view.camera.zoom).clamp(smallest, DOT[1]);
        let own = color_of(mark, scene);
        let color = *seen_as.entry(own).or_insert_with(|| color32(scene.palette.line(own)));
        let color = dimmed(color, scene.dims_nation(mark.id));
        batch.disc(to_screen(mark.center), radius, color);
    }
    batch.finish()
}

/// The colour that stands for a nation, its band's or its own, or ink where it has a
/// flag.
fn color_of(mark: &NationMark, scene: &Scene) -> Color {
    let own = match &mark.emblem {
        Emblem::Monogram { fill, .. } | Emblem::Plain(fill) => *fill,
        Emblem::Flag(_) => scene.palette.second_ink,
    };
    mark.band.unwrap_or(own)
}
