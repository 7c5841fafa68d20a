//! What stands around the map: heading, sources, the app's name.

use super::PageText;
use crate::model::{Color, Point, Rect};
use crate::scene::palette::Palette;
use crate::scene::text::{self, Weight};
use crate::scene::{HeadingLines, Line};

/// What stands around the map.
pub(super) struct Furniture {
    page: Rect,
    unit: f32,
    palette: Palette,
    pub(super) texts: Vec<PageText>,
}

impl Furniture {
    const SOURCE_SIZE: f32 = 10.5;
    const SOURCE_ROW: f32 = 14.0;
    const SOURCE_ROWS: usize = 6;

    pub(super) const fn new(page: Rect, unit: f32, palette: Palette) -> Self {
        Self { page, unit, palette, texts: Vec::new() }
    }

    fn push(&mut self, text: &str, x: f32, y: f32, size: f32, weight: Weight, color: Color) {
        let baseline = Point::new(x, y);
        let (text, size) = (text.to_owned(), size * self.unit);
        self.texts.push(PageText { text, baseline, ends_there: false, size, weight, color });
    }

    /// Puts the heading at the top and returns where the map may begin.
    pub(super) fn heading(&mut self, heading: &HeadingLines) -> f32 {
        let (ink, second) = (self.palette.ink, self.palette.second_ink);
        let lines = [
            (heading.title.as_str(), 24.0, Weight::SemiBold, ink),
            (heading.subtitle.as_str(), 14.0, Weight::Regular, second),
            (heading.as_of.as_str(), 12.0, Weight::Regular, second),
        ];
        let mut y = self.page.min.y;
        for (text, size, weight, color) in lines {
            if text.is_empty() {
                continue;
            }
            let limit = self.page.width();
            for line in text::wrap(text, size * self.unit, weight, limit) {
                y += size * 1.1 * self.unit;
                self.push(&line, self.page.min.x, y - size * 0.2 * self.unit, size, weight, color);
            }
            y += 6.0 * self.unit;
        }
        y + 4.0 * self.unit
    }

    /// Puts the sources and the app's name at the foot and returns the hairline above them.
    pub(super) fn foot(&mut self, sources: &[String]) -> Line {
        let rows = self.source_rows(sources);
        let height = rows.len().max(1) as f32 * Self::SOURCE_ROW * self.unit;
        let top = self.page.max.y - height - 4.0 * self.unit;
        let (left, right) = (self.page.min.x, self.page.max.x);
        let color = self.palette.second_ink;
        for (index, row) in rows.into_iter().enumerate() {
            let y = top + (index as f32 * Self::SOURCE_ROW + 15.0) * self.unit;
            for (text, x, weight) in row {
                self.push(&text, left + x, y, Self::SOURCE_SIZE, weight, color);
            }
        }
        self.texts.push(PageText {
            text: "Entente".to_owned(),
            baseline: Point::new(right, top + 15.0 * self.unit),
            ends_there: true,
            size: Self::SOURCE_SIZE * self.unit,
            weight: Weight::Regular,
            color,
        });
        Line { from: Point::new(left, top), to: Point::new(right, top) }
    }

    /// The sources in running rows of words: each a text, how far it is from the left, and its weight.
    fn source_rows(&self, sources: &[String]) -> Vec<Vec<(String, f32, Weight)>> {
        let size = Self::SOURCE_SIZE * self.unit;
        let limit =
            self.page.width() - text::width("Entente", size, Weight::Regular) - 24.0 * self.unit;
        let space = size * 0.26;
        let mut rows: Vec<Vec<(String, f32, Weight)>> = Vec::new();
        let mut x = f32::INFINITY;
        let numbered = (1..).zip(sources).flat_map(|(number, source)| {
            let stop = if source.ends_with(['.', '!', '?', '…']) { "" } else { "." };
            let words = format!("{source}{stop}");
            let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
            let number = std::iter::once((number.to_string(), Weight::SemiBold));
            number.chain(words.into_iter().map(|word| (word, Weight::Regular)))
        });
        let title = (!sources.is_empty()).then(|| ("Sources".to_owned(), Weight::SemiBold));
        for (word, weight) in title.into_iter().chain(numbered) {
            let word = text::ellipsis(&word, size, weight, limit);
            let width = text::width(&word, size, weight);
            let gap = if weight == Weight::SemiBold { 3.0 * space } else { space };
            if x + gap + width > limit {
                if rows.len() == Self::SOURCE_ROWS {
                    if let Some((last, _, _)) = rows.last_mut().and_then(|row| row.last_mut()) {
                        last.push_str(" …");
                    }
                    break;
                }
                rows.push(vec![(word, 0.0, weight)]);
                x = width;
            } else if let Some(row) = rows.last_mut() {
                match row.last_mut() {
                    Some((run, _, last)) if *last == weight => {
                        run.push(' ');
                        run.push_str(&word);
                        x += space + width;
                    }
                    _ => {
                        row.push((word, x + gap, weight));
                        x += gap + width;
                    }
                }
            }
        }
        rows
    }
}
