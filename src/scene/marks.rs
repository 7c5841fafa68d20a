//! The marks of a scene: plain data, ready to be drawn.

use std::sync::Arc;

use super::legend::LegendRow;
use super::line_pattern::push_dashes;
use super::palette::Palette;
use super::text::Weight;
use super::{Curve, Flag, Pattern};
use crate::model::{Color, Dimmed, NationId, Point, Rect, TieId};

/// Everything that is drawn of a map, in the order in which it is drawn: hulls, memberships, ties,
/// nations, labels.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The colours of everything that is neither a nation's nor a kind's own.
    pub palette: Palette,
    /// The hulls behind all else.
    pub hulls: Vec<HullMark>,
    /// The grounds, on the hulls, of nations that lie in a hull without belonging to it.
    pub grounds: Vec<Ground>,
    /// The nations, in the order of the map.
    pub nations: Vec<NationMark>,
    /// The ties, in the order of the map.
    pub ties: Vec<TieMark>,
    /// The lines from members to their organisations.
    pub memberships: Vec<MembershipMark>,
    /// The names of nations, then what is written along ties, then the names of hulls.
    pub labels: Vec<Label>,
    /// The labels for which there was no room.
    pub left_out: LeftOut,
    /// Which of them are drawn faintly.
    pub dimmed: Arc<Dimmed>,
    /// What the lines mean: only what is on the map.
    pub legend: Vec<LegendRow>,
    /// Title, subtitle and date.
    pub heading: HeadingLines,
    /// The sources in the order of the map; the first is number 1.
    pub sources: Vec<String>,
    /// The size of 1 unit of a nation's mark, by which a legend shows sizes as they are.
    pub mark_unit: f32,
    /// The smallest rectangle that holds every mark; [`Rect::NOTHING`] for an empty map.
    pub bounds: Rect,
}

/// How many labels have found no room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Names of nations.
    pub names: usize,
    /// Texts along ties.
    pub tie_labels: usize,
}

/// The lines above a map; an empty one isn't drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeadingLines {
    /// The title.
    pub title: String,
    /// The line below the title.
    pub subtitle: String,
    /// The day that the map describes, in words: `As of 19 June 2024`.
    pub as_of: String,
}

/// A nation.
#[derive(Clone, Debug, PartialEq)]
pub struct NationMark {
    /// Whose mark it is.
    pub id: NationId,
    /// Its centre.
    pub center: Point,
    /// The radius of its disc, or of the circle around its other shape; half the height of a label
    /// box; 0 where it is drawn as a hull.
    pub radius: f32,
    /// What its type looks like.
    pub shape: Shape,
    /// What stands in it.
    pub emblem: Emblem,
    /// The colour of the band within its rim, where a rule gives it one.
    pub band: Option<Color>,
    /// The height of the type of the name in it, where it is a label box.
    pub text_size: Option<f32>,
    /// Whether a pin is drawn at its upper right.
    pub pinned: bool,
    /// Its name, whole, as a person or a screen reader would say it.
    pub name: String,
}

/// The outline of a nation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// A state.
    Disc,
    /// An organisation.
    RoundedSquare,
    /// Any other group.
    Hexagon,
    /// A box with rounded corners around the name.
    Label {
        /// The width as a multiple of the height.
        aspect: f32,
    },
    /// None: it is an organisation that is drawn as a hull around its members.
    Hull,
}

impl NationMark {
    /// The opacity of the rim, drawn 1 unit wide in the palette's ink on the outline.
    pub const RIM_OPACITY: f32 = 0.35;

    /// The width of the band, as a part of the radius.
    pub const BAND: f32 = 0.2;

    /// The corners of its outline, clockwise; a disc has 64 of them, a nation drawn as a hull none.
    pub fn outline(&self) -> Vec<Point> {
        self.shape.outline(self.center, self.radius)
    }

    /// The middle of its band: corners, clockwise, and the width of the line along them.
    pub fn band_line(&self) -> (Vec<Point>, f32) {
        let width = self.radius * Self::BAND;
        (self.shape.outline(self.center, self.radius - width / 2.0), width)
    }

    /// Whether it has a mark of its own.
    pub fn is_drawn(&self) -> bool {
        self.shape != Shape::Hull
    }

    /// Half the width and half the height of the rectangle around its mark.
    pub fn half_extent(&self) -> Point {
        match self.shape {
            Shape::Label { aspect } => Point::new(self.radius * aspect, self.radius),
            _ => Point::new(self.radius, self.radius),
        }
    }

    /// The rectangle around its mark.
    pub fn bounds(&self) -> Rect {
        let half = self.half_extent();
        Rect::centered(self.center, 2.0 * half.x, 2.0 * half.y)
    }

    /// Whether a point lies on its mark.
    pub fn contains(&self, point: Point) -> bool {
        match self.shape {
            Shape::Hull => false,
            Shape::Label { .. } => self.bounds().contains(point),
            _ => self.center.distance(point) <= self.radius,
        }
    }

    /// How far its rim is from its centre in a direction, which only matters where it isn't round.
    pub fn reach(&self, direction: impl FnOnce() -> Point) -> f32 {
        if !matches!(self.shape, Shape::Label { .. }) {
            return self.radius;
        }
        let (half, direction) = (self.half_extent(), direction().normalized());
        let across = if direction.x == 0.0 { f32::INFINITY } else { half.x / direction.x.abs() };
        let along = if direction.y == 0.0 { f32::INFINITY } else { half.y / direction.y.abs() };
        across.min(along).min(half.length())
    }
}

impl Shape {
    /// Half the side of a rounded square whose corners still look as large as a disc of radius 1.
    pub(crate) const SQUARE_HALF: f32 = 0.9;
    /// The radius of that square's corners.
    pub(crate) const SQUARE_CORNER: f32 = 0.36;
    /// The radius of a label box's corners, as a part of half its height.
    const LABEL_CORNER: f32 = 0.42;

    /// The corners of this shape around a centre, clockwise from the right.
    pub fn outline(self, center: Point, radius: f32) -> Vec<Point> {
        self.outline_of(64, center, radius)
    }

    /// The same with so many corners where it is a disc.
    pub fn outline_of(self, corners: usize, center: Point, radius: f32) -> Vec<Point> {
        let at = |angle: f32, r: f32| Point::new(angle.cos(), angle.sin()) * r;
        match self {
            Self::Hull => Vec::new(),
            Self::Disc => ring(corners, |angle| center + at(angle, radius)),
            Self::Label { aspect } => {
                let corner_radius = radius * Self::LABEL_CORNER;
                let inner = Point::new(radius * aspect - corner_radius, radius - corner_radius);
                ring(32, |angle| {
                    let (sin, cos) = angle.sin_cos();
                    let corner = Point::new(inner.x.copysign(cos), inner.y.copysign(sin));
                    center + corner + at(angle, corner_radius)
                })
            }
            Self::Hexagon => (0..6)
                .map(|i| center + at(f32::to_radians(30.0 + 60.0 * i as f32), radius))
                .collect(),
            Self::RoundedSquare => {
                let inner = (Self::SQUARE_HALF - Self::SQUARE_CORNER) * radius;
                ring(64, |angle| {
                    let (sin, cos) = angle.sin_cos();
                    let corner = Point::new(inner.copysign(cos), inner.copysign(sin));
                    center + corner + at(angle, Self::SQUARE_CORNER * radius)
                })
            }
        }
    }
}

/// Points at equal angles, none of them on an axis so that a sign is never in doubt.
fn ring(count: usize, point: impl Fn(f32) -> Point) -> Vec<Point> {
    let step = std::f32::consts::TAU / count as f32;
    (0..count).map(|i| point((i as f32 + 0.5) * step)).collect()
}

/// What stands in a nation's outline.
#[derive(Clone, Debug, PartialEq)]
pub enum Emblem {
    /// A flag, clipped to the outline.
    Flag(&'static Flag),
    /// Nothing but a colour.
    Plain(Color),
    /// Up to four letters on a plain ground.
    Monogram {
        /// The letters.
        text: String,
        /// The height of the type.
        size: f32,
        /// The ground.
        fill: Color,
        /// The letters' colour, with a contrast of at least 4.5:1.
        ink: Color,
    },
}

/// A nation or a tie, by its place in the scene's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// A nation.
    Nation(usize),
    /// A tie.
    Tie(usize),
}

/// A tie.
#[derive(Clone, Debug, PartialEq)]
pub struct TieMark {
    /// Whose mark it is.
    pub id: TieId,
    /// The place of the nation at which it starts.
    pub from: usize,
    /// What it ends at.
    pub to: Mark,
    /// Whether it leads from its first end to its second.
    pub directed: bool,
    /// What to call it: `Japan – New Zealand, pact, negotiating`; empty where no words were asked for.
    pub name: String,
    /// The line as it is drawn: trimmed to the rims of its ends, and to its arrow's base.
    pub curve: Curve,
    /// How far the curve bends: twice its middle's distance from the straight line, as a part of that
    /// line's length; positive to the right of the way from first to second end. 0 for a loop.
    pub bend: f32,
    /// The line's colour; its strength is already in it.
    pub color: Color,
    /// The line's width.
    pub width: f32,
    /// The line's dashes, for kind and status.
    pub pattern: Pattern,
    /// 1 in force, 0.6 not yet in force, 0.35 ended.
    pub strength: f32,
    /// The arrow at the second end of a directed tie.
    pub arrow: Option<Arrow>,
    /// Whether it holds no more: then a stroke is drawn across it.
    pub has_ended: bool,
    /// The stroke across the middle of a tie that has ended.
    pub strike: Option<Line>,
    /// The middle of the whole curve from centre to centre. Ties onto this one end here.
    pub middle: Point,
    /// The radius of the small ring at the middle, when ties end there.
    pub ring: Option<f32>,
}

/// One unbroken stroke with round ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// Where it runs; at least two points.
    pub points: Vec<Point>,
    /// How wide it is.
    pub width: f32,
}

/// A straight line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// One end.
    pub from: Point,
    /// The other end.
    pub to: Point,
}

impl Line {
    /// This line as the stroke across a tie that has ended, for the width of the tie's own line.
    pub fn strike(self, width: f32) -> Stroke {
        Stroke { points: vec![self.from, self.to], width: width.max(1.2) }
    }
}

/// A filled triangle in the colour of its tie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arrow {
    /// Where it points.
    pub tip: Point,
    /// The corners of its base.
    pub base: [Point; 2],
}

/// A soft hull around nations that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct HullMark {
    /// The organisation whose members they are; `None` for a group.
    pub organisation: Option<NationId>,
    /// What they have in common, or the name of the organisation.
    pub name: String,
    /// Who belongs to it: places among the scene's nations, ascending.
    pub members: Vec<usize>,
    /// The corners of the outline, clockwise and convex, close enough to look round.
    pub outline: Vec<Point>,
    /// How it looks.
    pub look: HullLook,
}

/// The ground of a nation that lies in a hull without belonging to it: it cuts the nation out of the
/// hull and shows those that it does belong to.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    /// The corners, clockwise and convex.
    pub outline: Vec<Point>,
    /// The colour of the area, opaque.
    pub fill: Color,
    /// The colour of the line around it, 1 unit wide.
    pub edge: Color,
    /// The width of the line.
    pub width: f32,
}

/// The look of a hull.
#[derive(Clone, Debug, PartialEq)]
pub struct HullLook {
    /// The colour of the area and of the line around it.
    pub color: Color,
    /// The opacity of the area, 0 in print.
    pub opacity: f32,
    /// The opacity of the line.
    pub edge_opacity: f32,
    /// The width of the line.
    pub width: f32,
    /// The line's dashes; in print each hull has dashes of its own.
    pub pattern: Pattern,
}

impl HullMark {
    /// The dashes of its edge, stroke by stroke.
    pub fn edge(&self) -> Vec<Stroke> {
        outline_strokes(&self.outline, &self.look)
    }
}

/// The dashes along a closed outline.
pub(super) fn outline_strokes(outline: &[Point], look: &HullLook) -> Vec<Stroke> {
    let closed: Vec<Point> = outline.iter().chain(outline.first()).copied().collect();
    let mut strokes = Vec::new();
    push_dashes(&mut strokes, &closed, &look.pattern, look.width);
    strokes
}

/// That a nation belongs to an organisation.
#[derive(Clone, Debug, PartialEq)]
pub struct MembershipMark {
    /// The member.
    pub member: NationId,
    /// The organisation.
    pub organisation: NationId,
    /// The line, straight, trimmed to the rims.
    pub curve: Curve,
    /// The line's colour.
    pub color: Color,
    /// The line's width.
    pub width: f32,
    /// The line's dashes.
    pub pattern: Pattern,
}

/// Whose label it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelOwner {
    /// The name of a nation.
    Nation(NationId),
    /// What is written along a tie.
    Tie(TieId),
    /// The name of a group, at the edge of its hull: its place among the scene's hulls.
    Hull(u16),
}

/// A text on the map: one or two lines, each centred.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Whose it is.
    pub owner: LabelOwner,
    /// Its lines, without control characters.
    pub lines: Vec<String>,
    /// The middle of the block, about which it is turned.
    pub center: Point,
    /// The height of the type.
    pub size: f32,
    /// The weight of the type.
    pub weight: Weight,
    /// The clockwise turn, more than a quarter turn either way never.
    pub angle_radians: f32,
    /// The colour, with a contrast of at least 4.5:1 to the halo.
    pub color: Color,
    /// The colour of the canvas, drawn [`Label::HALO`] wide around the letters.
    pub halo: Color,
    /// The size of the block before it is turned.
    pub extent: Point,
    /// The smallest upright rectangle that holds the turned block.
    pub bounds: Rect,
    /// Which of the label's possible places this is, so that [`super::incremental`] can keep it.
    pub place: u16,
}

impl Label {
    /// The width of the halo's stroke as a part of the type's size; half of it lies outside a letter.
    pub const HALO: f32 = 0.3;
    /// From one line to the next, as a part of the type's size.
    pub const LINE_HEIGHT: f32 = 1.2;
    /// The height of one line as a part of the type's size, the same above and below the middle of the
    /// capitals: Noto Sans' ascent of 1.069 and descent of 0.293 lie within.
    pub const LINE_BOX: f32 = 1.43;
    /// From the middle of a line down to the baseline, as a part of the type's size: half the height
    /// of Noto Sans' capitals.
    pub const BASELINE: f32 = 0.357;

    /// The middle of each line and its text, turned with the label.
    pub fn line_centers(&self) -> impl Iterator<Item = (Point, &str)> {
        let (sin, cos) = self.angle_radians.sin_cos();
        let step = self.size * Self::LINE_HEIGHT;
        let first = -(self.lines.len().saturating_sub(1) as f32) * step / 2.0;
        self.lines.iter().enumerate().map(move |(i, line)| {
            let down = first + i as f32 * step;
            (self.center + Point::new(-sin, cos) * down, line.as_str())
        })
    }
}
