//! The texts around the map: heading, sources, the app's name.

use super::left_out::Unlisted;
use super::page_text::{PageRole, PageText, TextRun};
use super::source_list::{ListedSource, Run, SourceRoom, source_rows};
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
    /// How many sources have no room.
    pub(super) unlisted_sources: usize,
    /// The hostile ties that are listed nowhere, where lines can't be followed.
    pub(super) unlisted_ties: Vec<Unlisted>,
    /// The most rows that sources may take.
    pub(super) most_source_rows: usize,
}

/// What stands at the foot of a page, as far as the options ask for it.
pub(super) struct Foot {
    /// When the ties of the map were held, if the heading doesn't say it.
    pub(super) period: String,
    pub(super) sources: Vec<ListedSource>,
    /// Whether the name of the app is shown.
    pub(super) generator: bool,
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
            unlisted_sources: 0,
            unlisted_ties: Vec::new(),
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

    /// Adds period, sources and the app's name at the bottom, with a hairline above them, and returns the y
    /// where the map has to end.
    pub(super) fn add_footer(&mut self, foot: &Foot) -> f32 {
        if foot.sources.is_empty() && foot.period.is_empty() && !foot.generator {
            return self.page.max.y;
        }
        let rows = self.source_rows(foot);
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
        if foot.generator {
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

    /// Period and sources in rows, with room for the app's name beside them.
    fn source_rows(&mut self, foot: &Foot) -> Vec<Vec<Run>> {
        let size = Self::SOURCE_SIZE * self.unit;
        let reserved = if foot.generator {
            text::width(GENERATOR, size, Weight::Regular) + 24.0 * self.unit
        } else {
            0.0
        };
        let (width, rows) = (self.page.width() - reserved, self.most_source_rows);
        let room = SourceRoom { size, width, rows };
        let set = source_rows(&foot.period, &foot.sources, room);
        self.unlisted_sources = set.unlisted;
        set.rows
    }
}
