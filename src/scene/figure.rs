//! The page of an export: heading at the top left, the map fitted to what is left, legend at the
//! bottom left, numbered sources at the foot.

use super::build::{Options, build};
use super::legend::LegendBlock;
use super::palette::{Palette, Theme};
use super::text::{self, Weight};
use super::{Line, Positions, Scene, nations};
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

/// Lays out a map as a page.
pub fn figure(map: &Map, options: &FigureOptions) -> Figure {
    let side = |length: f32| {
        let length = if length.is_nan() { FigureOptions::MIN_SIDE } else { length };
        length.clamp(FigureOptions::MIN_SIDE, FigureOptions::MAX_SIDE)
    };
    let (width, height) = (side(options.width), side(options.height));
    // A page larger than the usual one is the same page magnified, so that type stays in proportion.
    let unit = (width / 1200.0).min(height / 820.0).max(1.0);
    let margin = 0.05 * width.min(height);
    let page = Rect::new(Point::default(), Point::new(width, height)).expanded(-margin);

    let scene_options =
        Options { theme: options.theme, numbers: options.numbers, unit, text_unit: unit };
    let bare = build(&Map::default(), &Positions::default(), &scene_options);
    let mut furniture = Furniture { page, unit, palette: bare.palette, texts: Vec::new() };
    let heading = super::build::heading(map);
    let top = furniture.heading(&heading);
    let rule = furniture.foot(&super::build::sources(map));

    let free =
        Rect::new(Point::new(page.min.x, top), Point::new(page.max.x, rule.from.y - 12.0 * unit));
    let rows = super::build::legend_rows(map, &furniture.palette);
    let legend_size = LegendBlock::place(&rows, Point::default(), unit).extent;
    let corner = Point::new(free.min.x, free.max.y - legend_size.y);
    let legend = LegendBlock::place(&rows, corner, unit);
    let scene = fit::place(map, free, legend_size, &scene_options);
    Figure { width, height, scene, legend, texts: furniture.texts, rule }
}

/// What stands around the map.
struct Furniture {
    page: Rect,
    unit: f32,
    palette: Palette,
    texts: Vec<PageText>,
}

impl Furniture {
    const SOURCE_SIZE: f32 = 10.5;
    const SOURCE_ROW: f32 = 14.0;
    const SOURCE_ROWS: usize = 6;

    fn push(&mut self, text: &str, x: f32, y: f32, size: f32, weight: Weight, color: Color) {
        let baseline = Point::new(x, y);
        let (text, size) = (text.to_owned(), size * self.unit);
        self.texts.push(PageText { text, baseline, ends_there: false, size, weight, color });
    }

    /// Puts the heading at the top and returns where the map may begin.
    fn heading(&mut self, heading: &super::HeadingLines) -> f32 {
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
    fn foot(&mut self, sources: &[String]) -> Line {
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

/// Placing the map on the page.
mod fit {
    use super::{Map, Options, Point, Positions, Rect, Scene, build, nations};

    /// The largest magnification of the distances between nations, at unit 1.
    const MAX_SCALE: f32 = 1.6;
    /// Type isn't drawn smaller than this part of its usual size.
    const LEAST_TEXT: f32 = 0.72;

    /// Builds the scene as large as it fits, leaving the legend's corner at the bottom left free.
    pub(super) fn place(map: &Map, free: Rect, legend: Point, options: &Options) -> Scene {
        let whole = placed(map, free, options);
        let gap = 10.0 * options.unit;
        let corner = Rect::new(
            Point::new(free.min.x, free.max.y - legend.y),
            Point::new(free.min.x + legend.x, free.max.y),
        );
        if legend.x <= 0.0 || !touches(&whole.scene, &corner.expanded(gap)) {
            return whole.scene;
        }
        let right = Rect::new(Point::new(corner.max.x + gap * 1.6, free.min.y), free.max);
        let above = Rect::new(free.min, Point::new(free.max.x, corner.min.y - gap));
        let (right, above) = (placed(map, right, options), placed(map, above, options));
        if right.scale >= above.scale { right.scene } else { above.scene }
    }

    struct Placed {
        scene: Scene,
        scale: f32,
    }

    /// Builds the scene in an area, again with a smaller one as long as a curve or label leaves it.
    fn placed(map: &Map, area: Rect, options: &Options) -> Placed {
        let area = if area.width() > 20.0 && area.height() > 20.0 {
            area
        } else {
            Rect::centered(area.center(), area.width().max(20.0), area.height().max(20.0))
        };
        let mut inner = area;
        let mut tries = 0;
        loop {
            let (positions, sized, scale) = spread(map, inner, options);
            let scene = build(map, &positions, &sized);
            let out = Rect::new(
                Point::new(
                    (area.min.x - scene.bounds.min.x).max(0.0),
                    (area.min.y - scene.bounds.min.y).max(0.0),
                ),
                Point::new(
                    (scene.bounds.max.x - area.max.x).max(0.0),
                    (scene.bounds.max.y - area.max.y).max(0.0),
                ),
            );
            let leaves = out.min.x + out.min.y + out.max.x + out.max.y > 1.0;
            tries += 1;
            let next = Rect::new(inner.min + out.min, inner.max - out.max);
            if !leaves || tries == 4 || next.width() < 20.0 || next.height() < 20.0 {
                return Placed { scene, scale };
            }
            inner = next;
        }
    }

    /// Positions that fill an area, and the sizes at which no more names overlap than in the map.
    fn spread(map: &Map, area: Rect, options: &Options) -> (Positions, Options, f32) {
        let world = Positions::of(map);
        let bearable = overlaps(&world, 1.0, &nations::rooms(map, 1.0, 1.0));
        let mut shrink = 1.0;
        loop {
            let unit = options.unit * shrink;
            let text_unit = options.unit * f32::max(shrink, LEAST_TEXT);
            let rooms = nations::rooms(map, unit, text_unit);
            let scale = scale_that_fits(&world, &rooms, area, MAX_SCALE * options.unit);
            if shrink < 0.4 || overlaps(&world, scale, &rooms) <= bearable {
                let sized = Options { unit, text_unit, ..*options };
                return (centered(&world, scale, &rooms, area), sized, scale);
            }
            shrink *= 0.92;
        }
    }

    /// The rectangle of all rooms at a scale.
    fn extent(world: &Positions, scale: f32, rooms: &[Rect]) -> Rect {
        let rooms = world.points().iter().zip(rooms);
        rooms.fold(Rect::NOTHING, |all, (point, room)| all.union(&room.translated(*point * scale)))
    }

    fn scale_that_fits(world: &Positions, rooms: &[Rect], area: Rect, most: f32) -> f32 {
        let fits = |scale: f32| {
            let extent = extent(world, scale, rooms);
            extent.width() <= area.width() && extent.height() <= area.height()
        };
        let (mut low, mut high) = (0.0, most);
        if world.points().is_empty() || fits(high) {
            return high;
        }
        for _ in 0..30 {
            let middle = f32::midpoint(low, high);
            if fits(middle) { low = middle } else { high = middle }
        }
        low
    }

    fn centered(world: &Positions, scale: f32, rooms: &[Rect], area: Rect) -> Positions {
        let extent = extent(world, scale, rooms);
        let shift =
            if extent.is_nothing() { area.center() } else { area.center() - extent.center() };
        Positions::from_points(world.points().iter().map(|point| *point * scale + shift))
    }

    /// How many pairs of rooms overlap at a scale.
    fn overlaps(world: &Positions, scale: f32, rooms: &[Rect]) -> usize {
        let mut placed: Vec<Rect> =
            world.points().iter().zip(rooms).map(|(p, room)| room.translated(*p * scale)).collect();
        placed.sort_by(|a, b| a.min.x.total_cmp(&b.min.x));
        let after = |i: usize| {
            let room = placed[i];
            placed[i + 1..]
                .iter()
                .take_while(move |other| other.min.x < room.max.x)
                .filter(move |other| other.intersects(&room))
                .count()
        };
        (0..placed.len()).map(after).sum()
    }

    fn touches(scene: &Scene, corner: &Rect) -> bool {
        let disc = |center: Point, r: f32| Rect::centered(center, 2.0 * r, 2.0 * r);
        scene.nations.iter().any(|n| disc(n.center, n.radius).intersects(corner))
            || scene.labels.iter().any(|label| label.bounds.intersects(corner))
            || scene.ties.iter().any(|tie| {
                tie.curve.bounds().intersects(corner)
                    && tie.curve.flatten(2.0).windows(2).any(|pair| {
                        let steps =
                            (pair[0].distance(pair[1]) / 4.0).ceil().clamp(1.0, 500.0) as u16;
                        (0..=steps).any(|i| {
                            corner.contains(pair[0].lerp(pair[1], f32::from(i) / f32::from(steps)))
                        })
                    })
            })
    }
}
