//! The cameras that show all of a map or of the selection, where nothing on the canvas covers it.

use std::collections::BTreeSet;

use egui::{Rect, pos2};

use super::close_fit::CloseFit;
use super::map_bounds::{bounds_at_rest, bounds_of_all, bounds_of_marks, intersection};
use super::overlays::Overlays;
use crate::edit::Target;
use crate::model::{Map, Rect as WorldRect};
use crate::scene::{LabelOwner, NationMark};
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::drawing::heading_and_legend::{HeadingAndLegend, TOOLS};
use crate::ui::canvas::viewport::camera::Camera;

/// The margin around a fitted map, in logical pixels.
const MARGIN: f32 = 24.0;
/// The zoom below which a map is dense.
const DENSE: f32 = 0.6;
/// The largest zoom to which a small map is fitted.
const LARGEST_MAP: f32 = 1.5;
/// The largest zoom to which a selection is fitted.
const LARGEST_SELECTION: f32 = 2.0;
/// How much of the map is in view around a fitted selection: as a part of its longer side, and at least,
/// in world units.
const AROUND: f32 = 0.25;
const LEAST_AROUND: f32 = 90.0;

/// The canvas to fit a map into, with what may cover it.
#[derive(Clone, Copy)]
pub struct Fit<'a> {
    /// The canvas.
    pub canvas: Rect,
    /// What floats over it.
    pub overlays: Overlays,
    /// What is drawn.
    pub drawn: Option<&'a DrawnScene>,
}

impl Fit<'_> {
    /// The camera that shows all of the map.
    pub fn whole_map(&self) -> Camera {
        let Some(drawn) = self.drawn else { return Camera::default() };
        self.world(bounds_of_all(drawn.scene()), LARGEST_MAP)
    }

    /// The camera that shows all of the map once its nations have come to rest.
    pub fn map_at_rest(&self, map: &Map) -> Camera {
        self.world(bounds_at_rest(map), LARGEST_MAP)
    }

    /// The camera that shows all nations and hulls, whatever their names take.
    pub fn nations(&self) -> Camera {
        let Some(drawn) = self.drawn else { return Camera::default() };
        self.world(drawn.extent(), LARGEST_MAP)
    }

    /// The camera that shows all that is selected, with some of the map around it.
    pub fn selection(&self, selection: &BTreeSet<Target>) -> Camera {
        let Some(drawn) = self.drawn else { return Camera::default() };
        let selected = bounds_of_marks(drawn.scene(), &|target| selection.contains(&target));
        if selected.is_nothing() {
            return self.whole_map();
        }
        let longer = selected.width().max(selected.height());
        let around = selected.expanded((longer * AROUND).max(LEAST_AROUND));
        let world = intersection(&around, &bounds_of_all(drawn.scene()));
        self.world(world, LARGEST_SELECTION)
    }

    /// Whether a label is cut by the edge of the canvas. The names of blocs find another place.
    pub fn cuts_label(&self, camera: &Camera) -> bool {
        let Some(drawn) = self.drawn else { return false };
        let seen = camera.world_rect_from_screen(self.canvas, self.canvas);
        let labels = drawn.scene().labels.iter();
        let mut labels = labels.filter(|label| !matches!(label.owner, LabelOwner::Hull(_)));
        labels.any(|label| !seen.holds(&label.bounds))
    }

    /// Whether names take so much more of a map than at 100 % that more of them have room at a larger zoom.
    pub fn is_dense(&self, camera: &Camera) -> bool {
        camera.zoom < DENSE
    }

    /// Whether a camera that was fitted to labels of another size shows a dense map visibly smaller or larger than
    /// another one that is fitted to them as they are now.
    pub fn is_worse(&self, camera: &Camera, now: &Camera) -> bool {
        /// By what share zooms differ visibly.
        const VISIBLY: f32 = 0.02;
        self.is_dense(now) && (now.zoom / camera.zoom - 1.0).abs() > VISIBLY
    }

    /// The part of the canvas that stays free when the whole map is fitted.
    pub fn free_area(&self) -> Rect {
        let world = self.drawn.map_or(WorldRect::NOTHING, |drawn| drawn.scene().bounds);
        self.free_area_for(world, LARGEST_MAP)
    }

    /// The camera that shows a part of the world where nothing covers it, at a zoom of at most `largest`.
    fn world(&self, world: WorldRect, largest: f32) -> Camera {
        let camera =
            Camera::fitting(self.canvas, self.free_area_for(world, largest), world, largest);
        // Where names need it, room counts for more than air around the map.
        let closer = self.drawn.filter(|_| self.is_dense(&camera));
        let closer = closer.and_then(|drawn| {
            let close = CloseFit::of(drawn.scene(), self.canvas, &self.overlays)?;
            close.camera(world, camera.zoom)
        });
        closer.unwrap_or(camera)
    }

    /// The part of the canvas in which a part of the world is shown largest while heading, legend, tools
    /// and what else floats there cover no nation: all of it below the heading if the corners stay free,
    /// else beside or above what is in them.
    fn free_area_for(&self, world: WorldRect, largest: f32) -> Rect {
        let Some(drawn) = self.drawn else { return self.canvas };
        let scene = drawn.scene();
        let HeadingAndLegend { heading, legend, .. } =
            HeadingAndLegend::place(scene, self.canvas, 1.0);
        let mut whole = self.canvas.shrink(MARGIN);
        let notes = self.overlays.notes.map_or(whole.min.y, |notes| notes.max.y);
        whole.min.y = heading.max.y.max(notes).max(whole.min.y) + 8.0;
        whole.min.x += TOOLS - MARGIN;
        let corners = [Some(legend), self.overlays.corner];
        let corners: Vec<Rect> = corners.into_iter().flatten().filter(Rect::is_positive).collect();
        let is_free = |part: Rect| {
            let camera = Camera::fitting(self.canvas, part, world, largest);
            let covered = |rect: &WorldRect| {
                corners.iter().any(|corner| {
                    let corner = camera.world_rect_from_screen(self.canvas, corner.expand(8.0));
                    rect.intersects(&corner)
                })
            };
            let labels = scene.labels.iter().map(|label| label.bounds);
            let nations = scene.nations.iter().map(NationMark::bounds);
            !labels.chain(nations).any(|rect| covered(&rect))
        };
        if is_free(whole) {
            return whole;
        }
        let zoom = |part: &Rect| Camera::fitting(self.canvas, *part, world, largest).zoom;
        let parts = parts_beside(whole, &corners);
        let free = parts.iter().copied().filter(|part| is_free(*part));
        let best = free.max_by(|a, b| zoom(a).total_cmp(&zoom(b)));
        best.or_else(|| parts.last().copied()).unwrap_or(whole)
    }
}

/// The parts of a canvas that lie beside, above or below what floats on it; the last is clear of all of it.
fn parts_beside(whole: Rect, corners: &[Rect]) -> Vec<Rect> {
    let mut lefts = vec![whole.min.x];
    let mut rights = vec![whole.max.x];
    let mut tops = vec![whole.min.y];
    let mut bottoms = vec![whole.max.y];
    for corner in corners {
        if corner.center().x < whole.center().x {
            lefts.push(corner.max.x + MARGIN);
        } else {
            rights.push(corner.min.x - 8.0);
        }
        if corner.center().y < whole.center().y {
            tops.push(corner.max.y + 8.0);
        } else {
            bottoms.push(corner.min.y - 8.0);
        }
    }
    tops.sort_by(f32::total_cmp);
    bottoms.sort_by(|a, b| b.total_cmp(a));
    let mut parts = Vec::new();
    for (top, bottom) in bottoms.iter().flat_map(|b| tops.iter().map(move |t| (t, b))) {
        for (left, right) in
            rights.iter().rev().flat_map(|r| lefts.iter().rev().map(move |l| (l, r)))
        {
            parts.push(Rect::from_min_max(pos2(*left, *top), pos2(*right, *bottom)));
        }
    }
    parts.retain(|part| part.width() > whole.width() / 3.0 && part.height() > whole.height() / 3.0);
    parts
}
