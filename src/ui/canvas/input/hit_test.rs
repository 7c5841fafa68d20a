//! What lies under the pointer.

use egui::{Context, Order, Pos2, Rect};

use crate::edit::Target;
use crate::model::{NationId, NoteId, Point};
use crate::scene::HeadingLine;
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::cache::scene_cache::SceneCache;
use crate::ui::canvas::cache::shown_positions::ShownPositions;
use crate::ui::canvas::drawing::heading_and_legend::HeadingAndLegend;
use crate::ui::canvas::viewport::Viewport;
use crate::ui::state::State;

/// How far off a line still counts as on it, in logical pixels.
const TOLERANCE: f32 = 6.0;

/// What the pointer and the keyboard act on in a frame.
#[derive(Clone, Copy)]
pub struct InputContext<'a> {
    /// The document.
    pub state: &'a State,
    /// What is drawn.
    pub drawn: Option<&'a DrawnScene>,
    /// Where nations are shown.
    pub positions: &'a ShownPositions,
    /// The part of the map that is seen.
    pub viewport: Viewport,
}

impl<'a> InputContext<'a> {
    /// The scene as seen in a viewport.
    pub const fn new(state: &'a State, scene: &'a SceneCache, viewport: Viewport) -> Self {
        Self { state, drawn: scene.drawn(), positions: scene.positions(), viewport }
    }

    /// The nation, note or tie at a point of the screen, if it still is in the map: of what lies above one
    /// another the first of these.
    pub fn target_at(&self, pointer: Pos2) -> Option<Target> {
        self.note_at(pointer).map(Target::Note).or_else(|| self.end_at(pointer, None))
    }

    /// The nation or tie at a point of the screen, if it still is in the map: what a tie can end at.
    /// `without` is passed over.
    pub fn end_at(&self, pointer: Pos2, without: Option<NationId>) -> Option<Target> {
        let drawn = self.drawn?;
        let point = self.viewport.world_from_screen(pointer);
        let tolerance = TOLERANCE / self.viewport.zoom();
        let mark = drawn.index().at(drawn.scene(), drawn.lookup(), point, tolerance, without)?;
        drawn.target_of(mark).filter(|target| self.state.shows(*target))
    }

    /// The text note at a point of the screen, where no nation lies.
    fn note_at(&self, pointer: Pos2) -> Option<NoteId> {
        let drawn = self.drawn?;
        let point = self.viewport.world_from_screen(pointer);
        let note = drawn.index().label_at(drawn.scene(), point)?.owner.note();
        note.filter(|id| self.state.shows(Target::Note(*id)))
    }

    /// The line of the heading at a point of the screen. Where there is no heading, the place of the title
    /// is found, unless a nation or a tie lies there.
    pub fn heading_line_at(&self, pointer: Pos2) -> Option<HeadingLine> {
        let scene = self.drawn?.scene();
        let Viewport { canvas, .. } = self.viewport;
        let placed = HeadingAndLegend::place(scene, canvas, self.viewport.zoom());
        let is_title_place = |place: Rect| place.contains(pointer);
        placed.line_at(scene, pointer).or_else(|| {
            let is_free = placed.empty_title(scene).is_some_and(is_title_place);
            (is_free && self.target_at(pointer).is_none()).then_some(HeadingLine::Title)
        })
    }
}

/// The point of the world under the pointer; `None` where the pointer is off the canvas, or on something
/// that lies over it.
pub fn point_under_pointer(ctx: &Context, viewport: &Viewport) -> Option<Point> {
    let pointer = ctx.pointer_latest_pos().filter(|pointer| viewport.canvas.contains(*pointer))?;
    let layer = ctx.layer_id_at(pointer);
    let is_free = layer.is_none_or(|layer| layer.order == Order::Background);
    is_free.then(|| viewport.world_from_screen(pointer))
}
