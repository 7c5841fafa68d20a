//! The shapes of what a cell shows: the same on screen and on a page.

use super::cell_part::{CellPart, Half, Standing};
use super::sign::{CellSign, Polygon, polygon};
use super::slots::{MOST_SLOTS, OVERFULL, slot_rect};
use super::{Matrix, MatrixCell};
use crate::model::{Color, Point, Rect};

/// A filled polygon in a cell whose sides run from 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct CellShape {
    /// Its corners; it is convex.
    pub corners: arrayvec::ArrayVec<Point, 24>,
    /// Its colour.
    pub fill: Color,
}

/// How much of its slot a part fills where it is in force, so that neighbours stay apart.
const FULL_SIZE: f32 = 0.88;
/// The same where it isn't signed yet, and where it lies beside a large one and would be a speck.
const SMALL_SIZE: f32 = 0.52;
const SMALL_SIZE_BESIDE: f32 = 0.68;
/// Half the gap between the halves of a cell.
const HALF_GAP: f32 = 0.05;
/// The width of the stroke across what has ended.
const STRIKE: f32 = 0.16;

impl CellPart {
    /// What it is drawn as in a cell; nothing where the cell has no slot for it.
    pub fn shapes(&self, cell: &MatrixCell) -> Vec<CellShape> {
        let mirrored = cell.is_below_diagonal();
        self.shapes_in(slot_rect(self.slot, cell.slots, mirrored), self.has_room(cell))
    }

    /// Whether a cell has a slot for it.
    fn has_room(&self, cell: &MatrixCell) -> bool {
        cell.slots < OVERFULL || self.slot + 1 < MOST_SLOTS
    }

    /// Its shapes in a whole cell, for a legend.
    pub(super) fn sample(&self) -> Vec<CellShape> {
        self.sample_in(0, 1)
    }

    /// Its shapes in one of some slots, for a legend.
    pub(super) fn sample_in(&self, slot: u8, slots: u8) -> Vec<CellShape> {
        self.shapes_in(slot_rect(slot, slots, false), true)
    }

    fn shapes_in(&self, slot: Rect, has_room: bool) -> Vec<CellShape> {
        if !has_room {
            return Vec::new();
        }
        let size = match self.standing {
            Standing::Coming if slot.width() < 0.5 => SMALL_SIZE_BESIDE,
            Standing::Coming => SMALL_SIZE,
            Standing::InForce | Standing::Over => FULL_SIZE,
        };
        let side = slot.width() * size;
        let area = Rect::centered(slot.center(), side, side);
        let place = |corner: Point| area.min + corner * side;
        let shape = |polygon: Polygon, fill| {
            let corners: Polygon = polygon.into_iter().map(place).collect();
            CellShape { corners, fill }
        };
        let own = self.sign.polygons().into_iter();
        let own = own.map(|polygon| self.half.cut(polygon)).filter(|polygon| polygon.len() > 2);
        let mut shapes: Vec<CellShape> = own.map(|polygon| shape(polygon, self.fill)).collect();
        if self.standing == Standing::Over {
            shapes.push(shape(strike(), self.color));
        }
        shapes
    }
}

impl Matrix {
    /// All that a cell shows, from the lowest shape to the topmost.
    pub fn shapes(&self, cell: &MatrixCell) -> Vec<CellShape> {
        let parts = self.parts(cell);
        let mut shapes: Vec<CellShape> = parts.iter().flat_map(|part| part.shapes(cell)).collect();
        shapes.extend(self.around(cell));
        shapes
    }

    /// What a cell shows besides its parts: a frame where other ties end at one of its ties, and a sign where it
    /// has more than it can show.
    pub fn around(&self, cell: &MatrixCell) -> Vec<CellShape> {
        let mut shapes = self.more(cell);
        if cell.is_target {
            shapes.extend(frame(self.palette.ink));
        }
        shapes
    }

    /// The sign of a cell that has more ties than it can show.
    pub fn more(&self, cell: &MatrixCell) -> Vec<CellShape> {
        let last = MOST_SLOTS - 1;
        let ink = self.palette.ink;
        let more =
            self.parts(cell).first().filter(|_| cell.slots == OVERFULL).map(|part| CellPart {
                sign: CellSign::Plus,
                half: Half::Whole,
                standing: Standing::InForce,
                fill: ink,
                ..*part
            });
        let slot = slot_rect(last, MOST_SLOTS, cell.is_below_diagonal());
        more.map(|part| part.shapes_in(slot, true)).unwrap_or_default()
    }
}

impl Half {
    /// The part of a convex polygon on its side of the diagonal from the upper left (Sutherland and Hodgman
    /// 1974).
    fn cut(self, polygon: Polygon) -> Polygon {
        let inside = |corner: Point| match self {
            Self::Whole => 1.0,
            Self::Row => corner.y - corner.x - HALF_GAP,
            Self::Column => corner.x - corner.y - HALF_GAP,
        };
        if self == Self::Whole {
            return polygon;
        }
        let mut kept = Polygon::new();
        let next = polygon.iter().cycle().skip(1);
        for (from, to) in polygon.iter().zip(next) {
            let (a, b) = (inside(*from), inside(*to));
            if a >= 0.0 {
                kept.push(*from);
            }
            if (a >= 0.0) != (b >= 0.0) {
                kept.push(from.lerp(*to, a / (a - b)));
            }
        }
        kept
    }
}

/// The stroke from the lower left to the upper right across what has ended.
fn strike() -> Polygon {
    let (near, far) = (STRIKE, 1.0 - STRIKE);
    polygon(&[[far, 0.0], [1.0, 0.0], [1.0, near], [near, 1.0], [0.0, 1.0], [0.0, far]])
}

/// The frame around a cell at whose tie others end.
pub fn frame(ink: Color) -> [CellShape; 4] {
    let (out, thick) = (0.1, 0.14);
    let bars = [
        [-out, -out, 1.0 + out, thick - out],
        [-out, 1.0 + out - thick, 1.0 + out, 1.0 + out],
        [-out, thick - out, thick - out, 1.0 + out - thick],
        [1.0 + out - thick, thick - out, 1.0 + out, 1.0 + out - thick],
    ];
    bars.map(|[left, top, right, bottom]| CellShape {
        corners: polygon(&[[left, top], [right, top], [right, bottom], [left, bottom]]),
        fill: ink,
    })
}
