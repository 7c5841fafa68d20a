//! The toolkit's style: type sizes, spacing and colours of widgets.

use egui::style::{Selection, WidgetVisuals, Widgets};
use egui::{
    Color32, CornerRadius, FontFamily, FontId, Margin, Stroke, Style, TextStyle, Theme, Vec2,
    Visuals,
};

use super::{ROW, color32, scene_theme, semibold_id, size, value_style};
use crate::scene::Palette;

/// The style of a theme.
pub(super) fn style(theme: Theme) -> Style {
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
    // That there is more to scroll to shows before the pointer comes.
    spacing.scroll.dormant_handle_opacity = 0.4;
    spacing.scroll.floating_allocated_width = 6.0;
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
