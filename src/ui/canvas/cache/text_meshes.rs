//! The meshes of the map's text: names, labels along ties, letters in marks. Set again only when the
//! scene, the viewport or the toolkit's font atlas has changed.

use egui::{Context, Painter};

use super::drawn_scene::DrawnScene;
use super::meshes::{CachedMeshes, area_to_draw, most_stretch_of_text};
use crate::scene::{LabelOwner, TieAtName};
use crate::ui::canvas::drawing::font_atlas::FontAtlasStamp;
use crate::ui::canvas::drawing::text_mesh::TextMeshBuilder;
use crate::ui::canvas::drawing::text_textures::TextTextures;
use crate::ui::canvas::viewport::{CameraMotion, Viewport};

/// The cached meshes of the text.
#[derive(Default)]
pub struct TextMeshes {
    cached: Option<CachedMeshes<TextKey>>,
}

/// What the text was set for.
#[derive(Clone, PartialEq)]
pub struct TextKey {
    /// The version of the scene.
    pub scene_version: u64,
    /// The owner of the label that is being edited.
    pub hidden: Option<LabelOwner>,
    /// The state of the toolkit's font atlas.
    pub font_atlas: FontAtlasStamp,
}

impl TextMeshes {
    /// Whether no text has been set yet.
    pub const fn is_empty(&self) -> bool {
        self.cached.is_none()
    }

    /// Sets the text again where something has changed, or where textures were still missing.
    pub fn update(
        &mut self,
        (ctx, textures): (&Context, &mut TextTextures),
        drawn: &DrawnScene,
        key: &TextKey,
        viewport: Viewport,
        motion: CameraMotion,
    ) {
        let stretch = most_stretch_of_text(drawn, motion);
        let can_be_shown =
            |cached: &CachedMeshes<TextKey>| cached.can_be_shown(key, drawn, &viewport, stretch);
        if !textures.is_incomplete() && self.cached.as_ref().is_some_and(can_be_shown) {
            return;
        }
        textures.begin();
        let area = area_to_draw(&viewport, motion);
        let scene = drawn.scene();
        let mut builder = TextMeshBuilder::new(ctx, viewport, area, drawn.han(), textures);
        builder.monograms(&scene.nations, scene);
        // While all of a large map moves, names would cover one another and nobody could read them.
        if drawn.is_settled() || drawn.few_moved().is_some() || !drawn.is_large() {
            let labels = scene.labels.iter().filter(|label| Some(label.owner) != key.hidden);
            let is_shown = |part: &&TieAtName| Some(part.name) != key.hidden;
            let parts = scene.ties_at_names.iter().filter(is_shown);
            builder.labels(labels, parts, scene);
        }
        let world = viewport.world_in(area);
        self.cached = Some(CachedMeshes::new(key.clone(), viewport, world, builder.finish()));
    }

    /// Paints the text as a viewport shows it.
    pub fn paint(&mut self, painter: &Painter, viewport: &Viewport) {
        if let Some(cached) = &mut self.cached {
            cached.paint(painter, viewport);
        }
    }

    /// Whether the toolkit has moved its glyphs since the text was set.
    pub fn is_outdated(&self, ctx: &Context) -> bool {
        let is_other = |key: &TextKey| key.font_atlas != FontAtlasStamp::now(ctx);
        self.cached.as_ref().is_some_and(|cached| is_other(cached.key()))
    }
}
