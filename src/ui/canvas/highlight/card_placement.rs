//! Where a card lies: never under the pointer and never off the canvas.

use egui::{Pos2, Rect, Vec2, pos2};

/// From the pointer to the card, in logical pixels.
pub const GAP: f32 = 16.0;
/// From the card to the canvas' edge, in logical pixels.
const EDGE: f32 = 8.0;

/// The upper left corner of a card beside a point: below and to the right of it, or at another corner or
/// side, wherever it covers the fewest of some points, and then the fewest nations, as `crowd` counts
/// them. `None` where the canvas is too small.
pub fn place(
    canvas: Rect,
    around: Pos2,
    size: Vec2,
    points: &[Pos2],
    crowd: &dyn Fn(Rect) -> usize,
) -> Option<Pos2> {
    let free = canvas.shrink(EDGE);
    let (right, left) = (around.x + GAP, around.x - GAP - size.x);
    let (below, above) = (around.y + GAP, around.y - GAP - size.y);
    let along = |at: f32, from: f32, to: f32| at.min(to).max(from);
    let beside = along(around.y - size.y / 2.0, free.min.y, free.max.y - size.y);
    let over = along(around.x - size.x / 2.0, free.min.x, free.max.x - size.x);
    let places = [
        pos2(right, below),
        pos2(left, below),
        pos2(right, above),
        pos2(left, above),
        pos2(right, beside),
        pos2(left, beside),
        pos2(over, below),
        pos2(over, above),
    ];
    let card = |at: &Pos2| Rect::from_min_size(*at, size);
    let covered = |at: &Pos2| {
        let wide = card(at).expand(GAP);
        (points.iter().filter(|point| wide.contains(**point)).count(), crowd(card(at)))
    };
    places.into_iter().filter(|at| free.contains_rect(card(at))).min_by_key(covered)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CANVAS: Rect = Rect { min: pos2(0.0, 36.0), max: pos2(960.0, 776.0) };

    #[test]
    fn a_card_keeps_off_the_pointer_and_on_the_canvas() {
        let size = Vec2::new(280.0, 220.0);
        for x in 0..=32u16 {
            for y in 0..=24u16 {
                let pointer = CANVAS.min
                    + CANVAS.size() * Vec2::new(f32::from(x) / 32.0, f32::from(y) / 24.0);
                let at = place(CANVAS, pointer, size, &[], &|_| 0).expect("there is room");
                let card = Rect::from_min_size(at, size);
                assert!(CANVAS.contains_rect(card), "{pointer:?}");
                assert!(!card.expand(GAP / 2.0).contains(pointer), "{pointer:?}");
            }
        }
        assert_eq!(place(CANVAS, CANVAS.center(), Vec2::new(700.0, 500.0), &[], &|_| 0), None);
        let pointer = CANVAS.center();
        let end = [pointer + Vec2::new(90.0, 90.0)];
        let at = place(CANVAS, pointer, size, &end, &|_| 0).expect("room");
        assert!(at.x < pointer.x, "the end of the tie is seen");
        let crowd = |card: Rect| usize::from(card.max.y > pointer.y);
        let at = place(CANVAS, pointer, size, &end, &crowd).expect("room");
        assert!(at.y + size.y < pointer.y, "and so are the nations below");
    }
}
