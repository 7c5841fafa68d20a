//! Tells whether the toolkit has moved the glyphs in its font atlas, so that text must be set again.

use std::sync::Arc;

use egui::{Color32, Context, FontFamily, FontId, Galley};

use crate::ui::theme::size;

/// A state of the font atlas. Two that are equal have all glyphs at the same places.
#[derive(Clone)]
pub struct FontAtlasStamp {
    size: [usize; 2],
    /// A line that the toolkit caches for as long as its glyphs stay where they are.
    line: Arc<Galley>,
}

impl FontAtlasStamp {
    /// The current state.
    pub fn now(ctx: &Context) -> Self {
        let font = FontId::new(size::TEXT, FontFamily::Proportional);
        let line = ctx.fonts_mut(|fonts| {
            fonts.layout_no_wrap("Entente".to_owned(), font, Color32::PLACEHOLDER)
        });
        Self { size: ctx.fonts(|fonts| fonts.font_image_size()), line }
    }
}

impl PartialEq for FontAtlasStamp {
    fn eq(&self, other: &Self) -> bool {
        self.size == other.size && Arc::ptr_eq(&self.line, &other.line)
    }
}
