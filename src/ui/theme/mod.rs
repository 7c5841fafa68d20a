//! The look of the window: one family of type, a grid of 4 px, and the colours of the scene's
//! palettes, light and dark.

pub(super) mod line_preview;
pub mod script_fonts;
pub mod widgets;

use std::sync::Arc;

use egui::style::{Selection, WidgetVisuals, Widgets};
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, FontTweak,
    Margin, Stroke, Style, TextStyle, Theme, Vec2, Visuals,
};

use crate::scene;
use crate::scene::{Palette, embedded_font};

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

/// A colour of the scene as one of the window.
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
    ctx.set_fonts(fonts(&[]));
    // Where the system doesn't say what it prefers, the map looks as it will be printed.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme, style(theme));
    }
}

/// Installs the theme in the first pass of a test's window, in which nothing can be shown yet, and
/// says whether it was installed before.
#[cfg(test)]
pub fn is_installed(ctx: &Context) -> bool {
    let is_first_pass = ctx.cumulative_pass_nr() == 0;
    if is_first_pass {
        install(ctx);
    }
    !is_first_pass
}

/// The fonts of the window: the embedded one, icons, and others for letters that it lacks.
pub fn fonts(others: &[(String, Arc<FontData>)]) -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let mut add = |name: &str, data: &'static [u8]| {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(data)));
    };
    add("regular", embedded_font::REGULAR);
    add("semibold", embedded_font::SEMIBOLD);
    add("emoji", epaint_default_fonts::NOTO_EMOJI_REGULAR);
    // The icons' font places them lower than the middle of the letters beside them.
    let tweak = FontTweak { y_offset_factor: -0.08, ..FontTweak::default() };
    let icons = egui_phosphor::Variant::Regular.font_data().tweak(tweak);
    fonts.font_data.insert("icons".to_owned(), Arc::new(icons));
    for (name, data) in others {
        fonts.font_data.insert(name.clone(), Arc::clone(data));
    }
    let family = |first: &str| {
        let own = [first, "icons"].into_iter();
        let others = others.iter().map(|(name, _)| name.as_str());
        own.chain(others).chain(["emoji"]).map(str::to_owned).collect::<Vec<_>>()
    };
    fonts.families.insert(FontFamily::Proportional, family("regular"));
    fonts.families.insert(FontFamily::Monospace, family("regular"));
    fonts.families.insert(semibold(), family("semibold"));
    fonts
}

fn style(theme: Theme) -> Style {
    let palette = Palette::of(scene_theme(theme));
    let mut style = Style { visuals: visuals(theme, &palette), ..Style::default() };
    let proportional = |size| FontId::new(size, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Small, proportional(size::CAPTION)),
        (TextStyle::Body, proportional(size::TEXT)),
        (TextStyle::Button, proportional(size::TEXT)),
        (TextStyle::Monospace, proportional(size::TEXT)),
        (TextStyle::Heading, semibold_id(size::SECTION)),
        (value_style(), proportional(size::VALUE)),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::new(8.0, 4.0);
    spacing.button_padding = Vec2::new(8.0, 4.0);
    spacing.interact_size = Vec2::new(ROW, ROW);
    spacing.menu_margin = Margin::same(4);
    spacing.window_margin = Margin::same(16);
    spacing.combo_height = 320.0;
    spacing.icon_width = 16.0;
    style.interaction.tooltip_delay = 0.4;
    style
}

fn visuals(theme: Theme, palette: &Palette) -> Visuals {
    let mut visuals = match theme {
        Theme::Light => Visuals::light(),
        Theme::Dark => Visuals::dark(),
    };
    let [canvas, panel, ink, second, hairline, accent] = [
        palette.canvas,
        palette.panel,
        palette.ink,
        palette.second_ink,
        palette.hairline,
        palette.accent,
    ]
    .map(color32);
    visuals.panel_fill = panel;
    visuals.window_fill = panel;
    visuals.extreme_bg_color = canvas;
    visuals.text_edit_bg_color = Some(canvas);
    visuals.faint_bg_color = canvas;
    visuals.hyperlink_color = accent;
    visuals.window_stroke = Stroke::new(1.0, hairline);
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CornerRadius::same(6);
    visuals.selection =
        Selection { bg_fill: accent.gamma_multiply(0.28), stroke: Stroke::new(1.0, accent) };
    visuals.weak_text_color = Some(second);
    // Dark enough, and light enough, to be read as text on a panel.
    visuals.warn_fg_color = match theme {
        Theme::Light => Color32::from_rgb(0xA8, 0x43, 0x1A),
        Theme::Dark => Color32::from_rgb(0xF0, 0xA0, 0x7A),
    };
    visuals.widgets = widgets(ink, second, hairline, panel, canvas, accent);
    visuals.striped = false;
    visuals
}

fn widgets(
    ink: Color32,
    second: Color32,
    hairline: Color32,
    panel: Color32,
    canvas: Color32,
    accent: Color32,
) -> Widgets {
    let widget = |fill: Color32, border: Color32, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, border),
        // Rounder, and a checkbox would look like a radio button.
        corner_radius: CornerRadius::same(4),
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: widget(panel, hairline, ink),
        inactive: widget(canvas, hairline, ink),
        hovered: widget(canvas, second, ink),
        active: widget(hairline, accent, ink),
        open: widget(canvas, accent, ink),
    }
}
