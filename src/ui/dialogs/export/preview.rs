//! A preview of the figure.

use egui::{
    Align2, Color32, CornerRadius, FontId, Image, Rect, Sense, StrokeKind, TextureHandle, Ui, Vec2,
    WidgetInfo, WidgetType,
};

use super::figure_size::ASSUMED_SIZE;
use crate::scene::Palette;
use crate::scene::figure::FigureOptions;
use crate::ui::theme::{color32, size};

/// A picture of the figure that the export dialog asks for.
pub struct ExportPreview {
    /// The picture.
    pub texture: TextureHandle,
    /// The width and height of the page in units.
    pub page: (f32, f32),
    /// How much the map is stretched to fill the page, from 1.
    pub stretch: f32,
    /// A sentence on what the page has no room for, if anything.
    pub left_out: Option<String>,
}

/// Shows the figure as it will be, or an empty page of its shape until there is a picture of it.
pub fn show(
    ui: &mut Ui,
    available: Vec2,
    options: &FigureOptions,
    page_size: Option<(f32, f32)>,
    preview: Option<&ExportPreview>,
) {
    let (rect, response) = ui.allocate_exact_size(available, Sense::hover());
    let (width, height) = page_size.unwrap_or(ASSUMED_SIZE);
    let scale = (available.x / width).min(available.y / height);
    let page = Align2::CENTER_TOP.align_size_within_rect(Vec2::new(width, height) * scale, rect);
    if !options.ground {
        checkerboard(ui, page);
    }
    match preview {
        Some(preview) => Image::new(&preview.texture).paint_at(ui, page),
        None => {
            let palette = Palette::of(options.theme);
            let (fill, ink) = (color32(palette.canvas), color32(palette.second_ink));
            ui.painter().rect_filled(page, CornerRadius::ZERO, fill);
            let font = FontId::proportional(size::TEXT);
            let text = "Drawing the figure…";
            ui.painter().text(page.center(), Align2::CENTER_CENTER, text, font, ink);
        }
    }
    let stroke = ui.visuals().window_stroke;
    ui.painter().rect_stroke(page, CornerRadius::ZERO, stroke, StrokeKind::Outside);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, "Preview of the figure"));
}

/// The pattern that stands for transparency: what is below the figure shows there.
fn checkerboard(ui: &Ui, page: Rect) {
    const SIDE: f32 = 8.0;
    let painter = ui.painter().with_clip_rect(page);
    painter.rect_filled(page, CornerRadius::ZERO, Color32::from_gray(255));
    let dark = Color32::from_gray(222);
    let (columns, rows) =
        ((page.width() / SIDE).ceil() as u32, (page.height() / SIDE).ceil() as u32);
    for (column, row) in (0..columns).flat_map(|column| (0..rows).map(move |row| (column, row))) {
        if (column + row) % 2 == 1 {
            let corner = page.min + Vec2::new(column as f32, row as f32) * SIDE;
            let square = Rect::from_min_size(corner, Vec2::splat(SIDE));
            painter.rect_filled(square, CornerRadius::ZERO, dark);
        }
    }
}
