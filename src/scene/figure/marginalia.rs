//! The texts around the map: heading, sources, the app's name.

use super::page_text::{PageRole, PageText, TextRun};
use crate::model::{Point, Rect};
use crate::scene::{HeadingLines, Line, Palette, Weight, text};

/// The texts around the map as they are placed on a page.
#[derive(Clone)]
pub(super) struct Marginalia {
    pub(super) page: Rect,
    pub(super) unit: f32,
    pub(super) palette: Palette,
    pub(super) texts: Vec<PageText>,
    /// The hairline above the footer.
    pub(super) rule: Option<Line>,
    /// Whether there was no room for all sources.
    pub(super) are_sources_cut: bool,
    /// The most rows that sources may take.
    pub(super) most_source_rows: usize,
}

/// The maximum number of lines of a title or subtitle.
const MAX_HEADING_LINES: usize = 4;

/// The app's name in the footer.
const GENERATOR: &str = "Entente";

impl Marginalia {
    const SOURCE_SIZE: f32 = 10.5;
    const SOURCE_ROW_HEIGHT: f32 = 14.0;
    const MAX_SOURCE_ROWS: usize = 6;
    /// The space below and above the hairline.
    const RULE_BELOW: f32 = 4.0;
    const RULE_ABOVE: f32 = 12.0;

    pub(super) const fn new(page: Rect, unit: f32, palette: Palette) -> Self {
        Self {
            page,
            unit,
            palette,
            texts: Vec::new(),
            rule: None,
            are_sources_cut: false,
            most_source_rows: Self::MAX_SOURCE_ROWS,
        }
    }

    /// Adds the heading at the top and returns the y where the map may begin.
    pub(super) fn add_heading(&mut self, heading: &HeadingLines) -> f32 {
        let (ink, second) = (self.palette.ink, self.palette.second_ink);
        let lines = [
            (PageRole::Title, heading.title.as_str(), 24.0, Weight::SemiBold, ink),
            (PageRole::Subtitle, heading.subtitle.as_str(), 14.0, Weight::Regular, second),
            (PageRole::AsOf, heading.as_of.as_str(), 12.0, Weight::Regular, second),
        ];
        let mut y = self.page.min.y;
        for (role, text, size, weight, color) in lines {
            if text.is_empty() {
                continue;
            }
            let size = size * self.unit;
            let mut runs = Vec::new();
            let block = text::Block { width: self.page.width(), lines: MAX_HEADING_LINES };
            for text in text::wrap(text, size, weight, &[block]) {
                y += size * 1.1;
                let baseline = Point::new(self.page.min.x, y - size * 0.2);
                runs.push(TextRun { text, baseline, weight });
            }
            self.texts.push(PageText { role, runs, right_aligned: false, size, color });
            y += 6.0 * self.unit;
        }
        if y > self.page.min.y { y + 4.0 * self.unit } else { y }
    }

    /// Adds the sources and the app's name at the bottom, with a hairline above them, and returns the y
    /// where the map has to end.
    pub(super) fn add_footer(&mut self, sources: &[String], generator: bool) -> f32 {
        if sources.is_empty() && !generator {
            return self.page.max.y;
        }
        let rows = self.source_rows(sources, generator);
        let top = self.page.max.y - self.footer_height(rows.len());
        let (left, right) = (self.page.min.x, self.page.max.x);
        let (size, color) = (Self::SOURCE_SIZE * self.unit, self.palette.second_ink);
        for (index, row) in rows.into_iter().enumerate() {
            let y = top + (index as f32 * Self::SOURCE_ROW_HEIGHT + 15.0) * self.unit;
            let run = |(text, x, weight)| {
                let baseline = Point::new(left + x, y);
                TextRun { text, baseline, weight }
            };
            let runs = row.into_iter().map(run).collect();
            let role = PageRole::Sources;
            self.texts.push(PageText { role, runs, right_aligned: false, size, color });
        }
        if generator {
            let run = TextRun {
                text: GENERATOR.to_owned(),
                baseline: Point::new(right, top + 15.0 * self.unit),
                weight: Weight::Regular,
            };
            let (role, runs) = (PageRole::Generator, vec![run]);
            self.texts.push(PageText { role, runs, right_aligned: true, size, color });
        }
        self.rule = Some(Line { from: Point::new(left, top), to: Point::new(right, top) });
        top - Self::RULE_ABOVE * self.unit
    }

    /// From the hairline to the bottom of the text.
    fn footer_height(&self, rows: usize) -> f32 {
        (rows.max(1) as f32 * Self::SOURCE_ROW_HEIGHT + Self::RULE_BELOW) * self.unit
    }

    /// The sources as wrapped rows of runs: the text of each, its x from the left, and its weight.
    fn source_rows(
        &mut self,
        sources: &[String],
        generator: bool,
    ) -> Vec<Vec<(String, f32, Weight)>> {
        let size = Self::SOURCE_SIZE * self.unit;
        let reserved = if generator {
            text::width(GENERATOR, size, Weight::Regular) + 24.0 * self.unit
        } else {
            0.0
        };
        let limit = self.page.width() - reserved;
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
                if rows.len() == self.most_source_rows {
                    if let Some((last, _, _)) = rows.last_mut().and_then(|row| row.last_mut()) {
                        last.push_str(" …");
                        self.are_sources_cut = true;
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
