//! The page of an export: heading at the top left, the map fitted to what is left, legend at the
//! bottom left, numbered sources at the foot.

mod fit;
mod furniture;

use self::furniture::Furniture;
use super::build::{Options, build};
use super::legend::LegendBlock;
use super::palette::Theme;
use super::text::Weight;
use super::{Line, Positions, Scene};
use crate::model::{Color, Map, Point, Rect};

/// How a page is made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FigureOptions {
    /// The page's width in pixels, [`FigureOptions::MIN_SIDE`] to [`FigureOptions::MAX_SIDE`].
    pub width: f32,
    /// The page's height in pixels, within the same limits.
    pub height: f32,
    /// On what ground.
    pub theme: Theme,
    /// Whether the numbers of a tie's sources stand beside it.
    pub numbers: bool,
}

impl FigureOptions {
    /// The least width and height; smaller ones count as this.
    pub const MIN_SIDE: f32 = 200.0;
    /// The largest width and height; larger ones count as this.
    pub const MAX_SIDE: f32 = 20_000.0;
}

impl Default for FigureOptions {
    fn default() -> Self {
        Self { width: 1200.0, height: 820.0, theme: Theme::Light, numbers: false }
    }
}

/// A page, ready to be written. All lengths are in the page's pixels, from its upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The width of the page.
    pub width: f32,
    /// The height of the page.
    pub height: f32,
    /// The map, placed on the page.
    pub scene: Scene,
    /// The legend, placed on the page.
    pub legend: LegendBlock,
    /// Heading, sources and the name of the app.
    pub texts: Vec<PageText>,
    /// The hairline above the sources.
    pub rule: Line,
}

impl Figure {
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

/// A line of text on the page that belongs to no mark.
#[derive(Clone, Debug, PartialEq)]
pub struct PageText {
    /// The text.
    pub text: String,
    /// The left end of its baseline, or the right end.
    pub baseline: Point,
    /// Whether `baseline` is the right end.
    pub ends_there: bool,
    /// The height of the type.
    pub size: f32,
    /// The weight of the type.
    pub weight: Weight,
    /// The colour.
    pub color: Color,
}

/// What nations ask for that shall all have room on a page.
#[derive(Clone, Copy, Debug)]
pub struct RoomWish<'a> {
    /// Where each nation wishes to lie.
    pub wishes: &'a [Point],
    /// What each takes with its name, relative to where it lies.
    pub rooms: &'a [Rect],
    /// What none may leave.
    pub area: Rect,
}

/// Finds places for nations near where they wish to lie, at which none overlaps another; `None` where
/// there are no such places. It is given to [`figure`], since this floor lays nothing out.
pub type Room = fn(&RoomWish<'_>) -> Option<Vec<Point>>;

/// Lays out a map as a page. Where names could not be read or not all have room as the map lies,
/// nations give way as `room` says.
pub fn figure(map: &Map, options: &FigureOptions, room: Room) -> Figure {
    let side = |length: f32| {
        let length = if length.is_nan() { FigureOptions::MIN_SIDE } else { length };
        length.clamp(FigureOptions::MIN_SIDE, FigureOptions::MAX_SIDE)
    };
    let (width, height) = (side(options.width), side(options.height));
    // A page larger than the usual one is the same page magnified, so that type stays in proportion.
    let unit = (width / 1200.0).min(height / 820.0).max(1.0);
    let margin = 0.05 * width.min(height);
    let page = Rect::new(Point::default(), Point::new(width, height)).expanded(-margin);

    let scene_options = Options {
        theme: options.theme,
        numbers: options.numbers,
        unit,
        text_unit: unit,
        line_unit: unit,
        frame: None,
    };
    let bare = build(&Map::default(), &Positions::default(), &scene_options);
    let mut furniture = Furniture::new(page, unit, bare.palette);
    let heading = super::build::heading(map);
    let top = furniture.heading(&heading);
    let rule = furniture.foot(&super::build::sources(map));

    let free =
        Rect::new(Point::new(page.min.x, top), Point::new(page.max.x, rule.from.y - 12.0 * unit));
    let rows = super::build::legend_rows(map, &bare.palette);
    let legend_size = LegendBlock::place(&rows, Point::default(), unit).extent;
    let corner = Point::new(free.min.x, free.max.y - legend_size.y);
    let legend = LegendBlock::place(&rows, corner, unit);
    let scene = fit::place(map, free, legend_size, &scene_options, room);
    Figure { width, height, scene, legend, texts: furniture.texts, rule }
}
