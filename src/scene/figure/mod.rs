//! The page of an export: heading at the top left, the map fitted to what is left, legend at the
//! bottom left, numbered sources at the foot.

mod fit;
mod marginalia;
mod natural_size;
mod page;

use std::collections::BTreeMap;

pub use page::{Orientation, Page, Sheet, UNITS_PER_INCH, UNITS_PER_MM, length};

use super::build::Options;
use super::legend::{LegendBlock, LegendRow, to_scale};
use super::palette::{Palette, Theme};
use super::text::Weight;
use super::{Emblem, HeadingLines, Line, Scene};
use crate::model::{Color, Map, NationId, Point, Rect, TieId};
use marginalia::Furniture;

/// How a page is made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FigureOptions {
    /// The page; its sides are [`FigureOptions::MIN_SIDE`] to [`FigureOptions::MAX_SIDE`].
    pub page: Page,
    /// What stays free at each side, in units; without one, 5 % of the shorter side. At most a quarter
    /// of that side.
    pub margin: Option<f32>,
    /// In what colours.
    pub theme: Theme,
    /// Whether the ground is filled; else what is below the picture shows through.
    pub ground: bool,
    /// Whether title, subtitle and date stand at the top.
    pub title: bool,
    /// Whether a legend says what lines mean.
    pub legend: bool,
    /// Whether the sources are listed at the foot.
    pub sources: bool,
    /// Whether the name of the app stands at the foot.
    pub generator: bool,
    /// Whether the numbers of a tie's sources stand beside it.
    pub numbers: bool,
}

impl FigureOptions {
    /// The least width and height; smaller ones count as this.
    pub const MIN_SIDE: f32 = 200.0;
    /// The largest width and height; larger ones count as this.
    pub const MAX_SIDE: f32 = 20_000.0;
    /// What stays free at each side, as a part of the page's shorter side.
    pub const MARGIN: f32 = 0.05;
    /// The most that stays free at each side, as a part of the page's shorter side.
    pub const MOST_MARGIN: f32 = 0.25;
}

impl Default for FigureOptions {
    fn default() -> Self {
        Self {
            page: Page::default(),
            margin: None,
            theme: Theme::Light,
            ground: true,
            title: true,
            legend: true,
            sources: true,
            generator: true,
            numbers: false,
        }
    }
}

/// A page, ready to be written. All lengths are in the page's units, from its upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The width of the page.
    pub width: f32,
    /// The height of the page.
    pub height: f32,
    /// Whether the ground is filled.
    pub has_ground: bool,
    /// The map, placed on the page.
    pub scene: Scene,
    /// The legend, placed on the page.
    pub legend: LegendBlock,
    /// Heading, sources and the name of the app.
    pub texts: Vec<PageText>,
    /// The hairline above what stands at the foot.
    pub rule: Option<Line>,
    /// The nations' keys in the file.
    pub nation_keys: BTreeMap<NationId, String>,
    /// The ties' keys in the file.
    pub tie_keys: BTreeMap<TieId, String>,
}

impl Figure {
    /// What a page without a title is called.
    pub const UNTITLED: &str = "Map";

    /// Every text that is drawn on the page.
    pub fn all_texts(&self) -> impl Iterator<Item = &str> {
        let labels = self.scene.labels.iter().flat_map(|label| &label.lines);
        let samples = self.legend.samples.iter().map(|sample| &sample.text);
        let texts = self.texts.iter().flat_map(|row| row.runs.iter().map(|run| &run.text));
        let monograms = self.scene.nations.iter().filter_map(|mark| match &mark.emblem {
            Emblem::Monogram { text, .. } => Some(text),
            _ => None,
        });
        labels.chain(samples).chain(texts).chain(monograms).map(String::as_str)
    }

    /// What the page shows, in a sentence, for those who can't see it.
    pub fn description(&self) -> String {
        let count = |count: usize, one: &str, many: &str| match count {
            1 => format!("1 {one}"),
            count => format!("{count} {many}"),
        };
        format!(
            "A map of {} and {}.",
            count(self.scene.nations.len(), "nation", "nations"),
            count(self.scene.ties.len(), "tie", "ties")
        )
    }
}

/// A line of text on the page that belongs to no mark, or a text of some lines.
#[derive(Clone, Debug, PartialEq)]
pub struct PageText {
    /// What it is.
    pub role: PageRole,
    /// Its pieces in the order in which they are read.
    pub runs: Vec<PageRun>,
    /// Whether baselines are given by their right ends.
    pub ends_there: bool,
    /// The height of the type.
    pub size: f32,
    /// The colour.
    pub color: Color,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct PageRun {
    /// The text.
    pub text: String,
    /// The left end of its baseline, or the right end.
    pub baseline: Point,
    /// The weight of the type.
    pub weight: Weight,
}

/// What a text of a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageRole {
    /// The title.
    Title,
    /// The line below the title.
    Subtitle,
    /// The day that the map describes.
    AsOf,
    /// A row of the sources.
    Sources,
    /// The name of the app.
    Generator,
}

/// What nations ask for that shall all have room on a page.
#[derive(Clone, Copy, Debug)]
pub struct PlacementRequest<'a> {
    /// Where each nation wishes to lie.
    pub wishes: &'a [Point],
    /// What each takes with its name, relative to where it lies.
    pub rooms: &'a [Rect],
    /// What none may leave.
    pub area: Rect,
}

/// Finds places for nations near where they wish to lie, at which none overlaps another; `None` where
/// there are no such places. It is given to [`figure`], since this floor lays nothing out.
pub type Room = fn(&PlacementRequest<'_>) -> Option<Vec<Point>>;

/// Lays out a map as a page. Where names could not be read or not all have room as the map lies,
/// nations give way as `room` says.
pub fn figure(map: &Map, options: &FigureOptions, room: Room) -> Figure {
    let text = Words::of(map, options);
    let (page, scene, legend, furniture) = match options.page.size() {
        Some((width, height)) => sheet(map, options, &text, (width, height), room),
        None => natural_size::page(map, options, &text).unwrap_or_else(|| {
            sheet(map, options, &text, (FigureOptions::MAX_SIDE, FigureOptions::MAX_SIDE), room)
        }),
    };
    Figure {
        width: page.x,
        height: page.y,
        has_ground: options.ground,
        scene,
        legend,
        texts: furniture.texts,
        rule: furniture.rule,
        nation_keys: map.nations().iter().map(|(id, nation)| (id, nation.key.clone())).collect(),
        tie_keys: map.ties().iter().map(|(id, tie)| (id, tie.key.clone())).collect(),
    }
}

/// A page's size, the map and the legend placed on it, and what stands around them.
type Placed = (Point, Scene, LegendBlock, Furniture);

/// What stands around the map, as far as it is wanted.
struct Words {
    palette: Palette,
    heading: HeadingLines,
    legend: Vec<LegendRow>,
    sources: Vec<String>,
    generator: bool,
}

impl Words {
    fn of(map: &Map, options: &FigureOptions) -> Self {
        let palette = Palette::of(options.theme);
        let heading = options.title.then(|| super::build::heading(map));
        let legend = options.legend.then(|| super::legend::rows::rows(map, &palette));
        let sources = options.sources.then(|| super::build::sources(map));
        Self {
            palette,
            heading: heading.unwrap_or_default(),
            legend: legend.unwrap_or_default(),
            sources: sources.unwrap_or_default(),
            generator: options.generator,
        }
    }
}

/// Fits the map to a page of that size.
fn sheet(map: &Map, options: &FigureOptions, text: &Words, size: (f32, f32), room: Room) -> Placed {
    let side = |length: f32| {
        let length = if length.is_nan() { FigureOptions::MIN_SIDE } else { length };
        length.clamp(FigureOptions::MIN_SIDE, FigureOptions::MAX_SIDE)
    };
    let (width, height) = (side(size.0), side(size.1));
    // A page larger than the usual one is the same page magnified, so that type stays in proportion.
    let unit = (width / 1200.0).min(height / 820.0).max(1.0);
    let shorter = width.min(height);
    let margin = options.margin.filter(|margin| margin.is_finite());
    let margin = margin.unwrap_or(FigureOptions::MARGIN * shorter);
    let margin = margin.clamp(0.0, FigureOptions::MOST_MARGIN * shorter);
    let page = Rect::new(Point::default(), Point::new(width, height)).expanded(-margin);

    let mut furniture = Furniture::new(page, unit, text.palette);
    let top = furniture.heading(&text.heading);
    let bottom = furniture.foot(&text.sources, text.generator);
    let free = Rect::new(Point::new(page.min.x, top), Point::new(page.max.x, bottom));
    let legend_size = LegendBlock::place(&text.legend, Point::default(), unit).extent;
    let (theme, numbers) = (options.theme, options.numbers);
    let sized = Options { unit, text_unit: unit, line_unit: unit, ..Options::default() };
    let scene_options = Options { theme, numbers, ..sized };
    let scene = fit::place(map, free, legend_size, &scene_options, room);
    // Marks are no larger than usual, so that the legend takes no more than the room left to it.
    let rows = to_scale(&text.legend, scene.mark_unit / unit);
    let taken = LegendBlock::place(&rows, Point::default(), unit).extent;
    let legend = LegendBlock::place(&rows, Point::new(free.min.x, free.max.y - taken.y), unit);
    (Point::new(width, height), scene, legend, furniture)
}
