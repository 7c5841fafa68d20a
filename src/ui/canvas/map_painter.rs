//! Paints the map: its marks and text from the caches, what is highlighted above them, and the heading and
//! the legend. Decides in which order these lie above one another.

use std::collections::BTreeSet;

use egui::{Context, Pos2, Response, Sense, Ui};

use super::cache::drawn_scene::DrawnScene;
use super::cache::mark_meshes::MarkMeshes;
use super::cache::text_meshes::{TextKey, TextMeshes};
use super::drawing::font_atlas::FontAtlasStamp;
use super::drawing::heading_and_legend::HeadingAndLegend;
use super::drawing::screen_text::ScreenText;
use super::drawing::text_textures::TextTextures;
use super::highlight::hovered::{HighlightedMarks, HoverHighlight};
use super::highlight::selection_rings::SelectionRings;
use super::viewport::{CameraMotion, Viewport};
use crate::edit::Target;
use crate::scene::{LabelOwner, Mark};
use crate::ui::theme::{color32, palette};

/// The meshes of the map and of what is highlighted.
#[derive(Default)]
pub struct MapPainter {
    marks: MarkMeshes,
    text: TextMeshes,
    highlight: HoverHighlight,
    rings: SelectionRings,
    text_textures: TextTextures,
}

/// What is emphasised in a frame.
pub struct Emphasis<'a> {
    /// What is selected.
    pub selection: &'a BTreeSet<Target>,
    /// What is highlighted, if the map is settled.
    pub highlighted: Option<Target>,
    /// What a dialog speaks of, which stands out where nothing else does.
    pub spoken_of: &'a BTreeSet<Target>,
    /// The owner of a label that isn't shown, since it is being edited.
    pub hidden_label: Option<LabelOwner>,
}

impl MapPainter {
    /// Lets large maps be shown by way of a texture on the graphics card, or not.
    pub const fn set_gl(&mut self, has_gl: bool) {
        self.marks.set_gl(has_gl);
    }

    /// Frees what is on the graphics card.
    pub fn release(&self) {
        self.marks.release();
    }

    /// Paints the map; returns the response of the canvas.
    pub fn paint(
        &mut self,
        ui: &mut Ui,
        drawn: Option<&mut DrawnScene>,
        viewport: Viewport,
        motion: CameraMotion,
        emphasis: &Emphasis<'_>,
    ) -> Response {
        let canvas = viewport.canvas;
        // Until the scene of another theme is there, all that is drawn is in the colours of the one before.
        let colors = drawn.as_ref().map_or(palette(ui.ctx()), |drawn| drawn.scene().palette);
        ui.painter().rect_filled(canvas, 0.0, color32(colors.canvas));
        let Some(drawn) = drawn else {
            return ui.allocate_response(canvas.size(), Sense::click_and_drag());
        };
        let mesh_id = self.marks.mesh_id();
        let response = self.marks.paint(ui, drawn, viewport, motion);
        let drawn: &DrawnScene = drawn;
        let font_atlas = FontAtlasStamp::now(ui.ctx());
        if self.marks.mesh_id() != mesh_id && drawn.is_settled() && !self.text.is_empty() {
            // A large map was drawn in this frame: its text is set in the next one.
            ui.ctx().request_repaint();
        } else {
            let hidden = emphasis.hidden_label;
            let scene_version = drawn.version();
            let key = TextKey { scene_version, hidden, font_atlas: font_atlas.clone() };
            let textures = (ui.ctx(), &mut self.text_textures);
            self.text.update(textures, drawn, &key, viewport, motion);
        }
        let highlighted = emphasis.highlighted.filter(|_| drawn.is_settled());
        let marks = highlighted.and_then(|target| marks_with(target, emphasis.selection, drawn));
        let marks = marks.or_else(|| marks_spoken_of(emphasis.spoken_of, drawn));
        let textures = (ui.ctx(), &mut self.text_textures);
        self.highlight.update(textures, marks, drawn, viewport, &font_atlas);
        let accent = color32(colors.accent);
        let edited = emphasis.hidden_label.and_then(LabelOwner::note).map(Target::Note);
        let selection = (emphasis.selection, edited);
        let rings = self.rings.update(selection, drawn, viewport, accent);
        // Rings lie below names, whose halos then keep them readable.
        let painter = ui.painter_at(canvas);
        if self.highlight.is_shown() {
            self.text.paint(&painter, &viewport);
            self.highlight.paint_marks(&painter, canvas, drawn);
            painter.add(rings);
            self.highlight.paint_text(&painter);
        } else {
            painter.add(rings);
            self.text.paint(&painter, &viewport);
        }
        response
    }

    /// Paints the heading and the legend, which is moved to where its upper left corner is dragged.
    pub fn paint_heading_and_legend(
        &mut self,
        ui: &Ui,
        drawn: &DrawnScene,
        viewport: &Viewport,
        legend_corner: Option<Pos2>,
    ) {
        let painter = ui.painter_at(viewport.canvas);
        let textures = &mut self.text_textures;
        let mut text = ScreenText { painter: &painter, han: drawn.han(), textures };
        let scene = drawn.scene();
        let mut placed = HeadingAndLegend::place(scene, viewport.canvas, viewport.zoom());
        if let Some(corner) = legend_corner {
            placed.move_legend(viewport.canvas, corner);
        }
        placed.paint(&mut text, scene, drawn.atlas());
        if self.text_textures.is_incomplete() {
            ui.ctx().request_repaint();
        }
    }

    /// Whether the toolkit has moved its glyphs since the text was set, so that it must be set again
    /// although nothing about the map has changed.
    pub fn is_outdated(&self, ctx: &Context) -> bool {
        self.text.is_outdated(ctx)
    }
}

/// What stands out with what the pointer is on: where that is selected, all that is, since they are dragged
/// and changed together.
fn marks_with(
    target: Target,
    selection: &BTreeSet<Target>,
    drawn: &DrawnScene,
) -> Option<HighlightedMarks> {
    /// Among more selected marks than this, the rings are enough.
    const MOST: usize = 500;
    let mark = drawn.mark_of(target)?;
    let is_one_of_them = selection.contains(&target) && selection.len() <= MOST;
    let selected = || selection.iter().filter(|_| is_one_of_them);
    let others = selected().filter_map(|other| drawn.mark_of(*other)).collect();
    let notes = selected().filter_map(|other| other.note()).collect();
    Some(HighlightedMarks { mark: Some(mark), others, notes })
}

/// What stands out since a dialog speaks of it.
fn marks_spoken_of(targets: &BTreeSet<Target>, drawn: &DrawnScene) -> Option<HighlightedMarks> {
    let others: Vec<Mark> = targets.iter().filter_map(|target| drawn.mark_of(*target)).collect();
    let is_there = !others.is_empty() && drawn.is_settled();
    is_there.then(|| HighlightedMarks { mark: None, others, notes: BTreeSet::new() })
}
