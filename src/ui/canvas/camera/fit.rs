//! The cameras that show all of a map or of the selection, where nothing on the canvas covers it.

use std::collections::BTreeSet;

use egui::{Rect, pos2};

use super::map_bounds::{bounds_at_rest, bounds_of_marks, intersection};
use crate::edit::Target;
use crate::model::{Map, Rect as WorldRect};
use crate::scene::NationMark;
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::drawing::heading_and_legend::{HeadingAndLegend, TOOLS};
use crate::ui::canvas::viewport::camera::Camera;

/// The margin around a fitted map, in logical pixels.
const MARGIN: f32 = 24.0;
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
    /// The area of notes at the upper edge.
    pub notes: Option<Rect>,
    /// What is drawn.
    pub drawn: Option<&'a DrawnScene>,
}

impl Fit<'_> {
    /// The camera that shows all of the map.
    pub fn whole_map(&self) -> Camera {
        let Some(drawn) = self.drawn else { return Camera::default() };
        self.world(bounds_of_marks(drawn.scene(), &|_| true), LARGEST_MAP)
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
        let world = intersection(&around, &bounds_of_marks(drawn.scene(), &|_| true));
        self.world(world, LARGEST_SELECTION)
    }

    /// The part of the canvas that stays free when the whole map is fitted.
    pub fn free_area(&self) -> Rect {
        let world = self.drawn.map_or(WorldRect::NOTHING, |drawn| drawn.scene().bounds);
        self.free_area_for(world, LARGEST_MAP)
    }

    /// The camera that shows a part of the world where nothing covers it, at a zoom of at most `largest`.
    fn world(&self, world: WorldRect, largest: f32) -> Camera {
        Camera::fitting(self.canvas, self.free_area_for(world, largest), world, largest)
    }

    /// The part of the canvas in which a part of the world is shown largest while heading, legend and tools
    /// cover no nation: all of it below the heading if the legend's corner stays free, else beside or
    /// above the legend.
    fn free_area_for(&self, world: WorldRect, largest: f32) -> Rect {
        let Some(drawn) = self.drawn else { return self.canvas };
        let scene = drawn.scene();
        let HeadingAndLegend { heading, legend, .. } =
            HeadingAndLegend::place(scene, self.canvas, 1.0);
        let mut whole = self.canvas.shrink(MARGIN);
        let notes = self.notes.map_or(whole.min.y, |notes| notes.max.y);
        whole.min.y = heading.max.y.max(notes).max(whole.min.y) + 8.0;
        whole.min.x += TOOLS - MARGIN;
        let is_free = |camera: &Camera| {
            let covered = camera.world_rect_from_screen(self.canvas, legend.expand(8.0));
            let labels = scene.labels.iter().map(|label| label.bounds);
            let nations = scene.nations.iter().map(NationMark::bounds);
            !labels.chain(nations).any(|rect| rect.intersects(&covered))
        };
        let fitted = |part: Rect| Camera::fitting(self.canvas, part, world, largest);
        if !legend.is_positive() || is_free(&fitted(whole)) {
            return whole;
        }
        let beside = Rect::from_min_max(pos2(legend.max.x + MARGIN, whole.min.y), whole.max);
        let above = Rect::from_min_max(whole.min, pos2(whole.max.x, legend.min.y - 8.0));
        if fitted(beside).zoom >= fitted(above).zoom { beside } else { above }
    }
}
