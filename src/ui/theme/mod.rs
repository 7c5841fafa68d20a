//! The theme of the window: one family of type, a grid of 4 px, and the colours of the scene's
//! palettes, light and dark.

mod fonts;
pub(super) mod line_preview;
pub mod script_fonts;
mod style;
pub mod widgets;

use egui::{Color32, Context, FontFamily, FontId, TextStyle, Theme};

use crate::scene::{self, Palette};

/// The padding of panels, in logical pixels.
pub const PADDING: f32 = 12.0;
/// The height of a row and of a control.
pub const ROW: f32 = 28.0;
/// The width of the side panel.
pub const PANEL_WIDTH: f32 = 320.0;
/// The height of the bar at the top.
pub const TOP_BAR: f32 = 36.0;
/// The height of the bar at the bottom.
pub const STATUS_BAR: f32 = 24.0;

/// Sizes of type in logical pixels.
pub mod size {
    /// Captions and the status bar.
    pub const CAPTION: f32 = 11.0;
    /// Text.
    pub const TEXT: f32 = 13.0;
    /// Values in fields.
    pub const VALUE: f32 = 14.0;
    /// Titles of sections.
    pub const SECTION: f32 = 16.0;
}

/// The text style of values in fields.
pub fn value_style() -> TextStyle {
    TextStyle::Name("value".into())
}

/// The semibold weight.
pub fn semibold() -> FontFamily {
    FontFamily::Name("semibold".into())
}

/// Semibold type of a size.
pub fn semibold_id(size: f32) -> FontId {
    FontId::new(size, semibold())
}

/// A colour of the scene as the toolkit has it.
pub const fn color32(color: crate::model::Color) -> Color32 {
    Color32::from_rgb(color.r, color.g, color.b)
}

/// The scene's theme that goes with the window's.
pub const fn scene_theme(theme: Theme) -> scene::Theme {
    match theme {
        Theme::Light => scene::Theme::Light,
        Theme::Dark => scene::Theme::Dark,
    }
}

/// The palette that the window uses now.
pub fn palette(ctx: &Context) -> Palette {
    Palette::of(scene_theme(ctx.theme()))
}

/// Installs fonts and both themes; called once before the first frame.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts::fonts(&[]));
    // Where the system doesn't say what it prefers, the map looks as it will be printed.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme, style::style(theme));
    }
}

/// Installs the theme in the first pass of a test's window, in which nothing can be shown yet, and
/// returns whether it was installed before.
#[cfg(test)]
pub fn is_installed(ctx: &Context) -> bool {
    let is_first_pass = ctx.cumulative_pass_nr() == 0;
    if is_first_pass {
        install(ctx);
    }
    !is_first_pass
}
