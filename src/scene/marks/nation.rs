//! The mark of a nation.

use std::borrow::Cow;

use super::Shape;
use crate::model::{Color, NationId, Picture, Point, Rect};
use crate::scene::palette::contrast;
use crate::scene::{Flag, TextOffset};

/// The mark of a nation.
#[derive(Clone, Debug, PartialEq)]
pub struct NationMark {
    /// The nation.
    pub id: NationId,
    /// Its centre.
    pub center: Point,
    /// The radius of its disc, or of the circle around its other shape; half the height of a label
    /// box; 0 where it is drawn as a hull.
    pub radius: f32,
    /// Its outline, which shows its type.
    pub shape: Shape,
    /// What is drawn in it.
    pub emblem: Emblem,
    /// The colour of the band within its rim, if a rule gives it one.
    pub band: Option<Color>,
    /// The type size of the name in it, if it is a label box.
    pub text_size: Option<f32>,
    /// From its centre to its name, where that was put by hand.
    pub name_offset: Option<TextOffset>,
    /// Whether a pin is drawn at its upper right.
    pub pinned: bool,
    /// Its full name, as a screen reader would say it.
    pub name: String,
}

/// What is drawn within the outline of a nation.
#[derive(Clone, Debug, PartialEq)]
pub enum Emblem {
    /// A flag, clipped to the outline.
    Flag(&'static Flag),
    /// A picture of the nation's own, clipped to the outline.
    Picture(Picture),
    /// A plain colour.
    Plain(Color),
    /// Up to four letters on a plain colour.
    Monogram {
        /// The letters.
        text: String,
        /// The type size.
        size: f32,
        /// The colour behind the letters.
        fill: Color,
        /// The colour of the letters, with a contrast of at least 4.5:1 to `fill`.
        ink: Color,
    },
}

impl NationMark {
    /// The opacity of the rim: a line along the outline, 1 unit wide, in the palette's ink.
    pub const RIM_OPACITY: f32 = 0.35;
    /// That of a mark whose rim alone is seen: with it, the contrast to the canvas and to any ground on it is at least 3.
    const BLANK_RIM_OPACITY: f32 = 0.8;

    /// Whether it would hardly be seen but for its rim: it has neither flag nor letters, and nearly the colour of the
    /// canvas. `has_letters` says whether its letters are drawn, if it has some.
    pub fn is_blank(&self, canvas: Color, has_letters: bool) -> bool {
        /// The least contrast to the canvas of an area that is seen by itself.
        const LEAST_CONTRAST: f32 = 2.0;
        let fill = match &self.emblem {
            Emblem::Flag(_) | Emblem::Picture(_) => return false,
            Emblem::Monogram { .. } if has_letters => return false,
            Emblem::Monogram { fill, .. } | Emblem::Plain(fill) => *fill,
        };
        let is_named_within = matches!(self.shape, Shape::Label { .. });
        !is_named_within && self.band.is_none() && contrast(fill, canvas) < LEAST_CONTRAST
    }

    /// The opacity of its rim, stronger if it is blank.
    pub const fn rim_opacity(is_blank: bool) -> f32 {
        if is_blank { Self::BLANK_RIM_OPACITY } else { Self::RIM_OPACITY }
    }

    /// The width of the band as a fraction of the radius.
    pub const BAND: f32 = 0.2;

    /// The points of its outline, clockwise: 64 for a disc, none for a nation drawn as a hull.
    pub fn outline(&self) -> Vec<Point> {
        self.shape.outline(self.center, self.radius)
    }

    /// The centre line of its band, clockwise, and the width of the band.
    pub fn band_line(&self) -> (Vec<Point>, f32) {
        let width = self.radius * Self::BAND;
        (self.shape.outline(self.center, self.radius - width / 2.0), width)
    }

    /// Whether it is drawn by itself, not as a hull.
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

    /// The distance from its centre to its rim in a direction, which is only computed if it isn't round.
    pub fn reach(&self, direction: impl FnOnce() -> Point) -> f32 {
        if !matches!(self.shape, Shape::Label { .. }) {
            return self.radius;
        }
        to_rim_of_box(self.half_extent(), direction())
    }
}

/// The distance from the centre of a box to its rim in a direction; half its diagonal without one.
pub(in crate::scene) fn to_rim_of_box(half: Point, direction: Point) -> f32 {
    let direction = direction.normalized();
    let across = if direction.x == 0.0 { f32::INFINITY } else { half.x / direction.x.abs() };
    let along = if direction.y == 0.0 { f32::INFINITY } else { half.y / direction.y.abs() };
    across.min(along).min(half.length())
}

impl Emblem {
    /// What tells its flag or picture from every other; `None` if it is drawn from colours and
    /// letters alone. Fit for an id.
    pub fn picture_key(&self) -> Option<Cow<'static, str>> {
        match self {
            Self::Flag(flag) => Some(Cow::Borrowed(flag.code())),
            Self::Picture(picture) => {
                Some(Cow::Owned(format!("own-{:016x}", picture.fingerprint())))
            }
            Self::Plain(_) | Self::Monogram { .. } => None,
        }
    }

    /// The SVG elements of its flag or picture, which fill a square of [`Flag::SIZE`].
    pub fn picture_elements(&self) -> Option<Cow<'static, str>> {
        let size = Flag::SIZE;
        match self {
            Self::Flag(flag) => Some(Cow::Borrowed(flag.elements())),
            Self::Picture(picture) => Some(Cow::Owned(format!(
                r##"<path fill="#FFF" d="M0 0h{size}v{size}H0z"/><image width="{size}" height="{size}" preserveAspectRatio="xMidYMid slice" xlink:href="{}"/>"##,
                picture.to_data_uri()
            ))),
            Self::Plain(_) | Self::Monogram { .. } => None,
        }
    }
}
