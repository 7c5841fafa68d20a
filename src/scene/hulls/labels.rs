//! The names of hulls, outside at their edges where nothing else stands.

use crate::model::{Point, Rect};
use crate::scene::curve::segment_meets;
use crate::scene::labels::{MOST_LINES, Places, Settled};
use crate::scene::text::Weight;
use crate::scene::{
    HullMark, Label, LabelOwner, NationMark, Options, Palette, TieMark, nation_marks,
};

/// The height of the type.
const SIZE: f32 = 12.5;
/// From the edge to the box of the name.
const GAP: f32 = 4.0;
/// From the edge to the box where nothing nearer is free.
const FAR_GAP: f32 = 18.0;
/// Around how many directions a name may stand, near the edge or farther from it.
const DIRECTIONS: u16 = 24;

/// The names of hulls, in their order, around what stands already. One that finds no room is left out.
pub(crate) fn place(
    hulls: &[HullMark],
    nations: &[NationMark],
    ties: &[TieMark],
    standing: &[Label],
    options: &Options,
    places: &Places,
) -> Settled {
    let looks_at_lines = !matches!(places, Places::Keep(_)) && ties.len() <= MOST_LINES;
    let ties = if looks_at_lines { ties } else { &[] };
    let lines: Vec<Vec<Point>> = ties.iter().map(|tie| tie.curve.flatten(1.0)).collect();
    let mut placed: Vec<Label> = Vec::new();
    let mut left_out = 0;
    for (index, hull) in hulls.iter().enumerate() {
        let Some(label) = label(index, hull, options) else { continue };
        let cost = |place: u16| {
            let (bounds, turn) = candidate(hull, &label, place, options.unit);
            let boxes = standing.iter().chain(&placed).map(|label| label.bounds);
            let taken =
                nations.iter().filter(|n| n.is_drawn()).map(NationMark::bounds).chain(boxes);
            let outside = options.frame.is_some_and(|frame| !frame.holds(&bounds));
            let crowd =
                taken.filter(|taken| taken.intersects(&bounds)).count() + usize::from(outside);
            let within = |line: &&Vec<Point>| crosses(line, &bounds);
            let crossed = lines.iter().filter(within).count();
            let edges = hulls.iter().filter(|other| crosses(&other.outline, &bounds)).count();
            (crowd == 0).then_some(8.0 * crossed as f32 + 3.0 * edges as f32 + turn)
        };
        let place = match places {
            Places::Keep(_) => places.given(label.owner),
            Places::Choose | Places::First => {
                let free = (0..2 * DIRECTIONS).filter_map(|place| Some((place, cost(place)?)));
                free.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(place, _)| place)
            }
        };
        let Some(place) = place else {
            left_out += 1;
            continue;
        };
        let (bounds, _) = candidate(hull, &label, place, options.unit);
        placed.push(Label { center: bounds.center(), bounds, place, ..label });
    }
    Settled { labels: placed, left_out }
}

fn label(index: usize, hull: &HullMark, options: &Options) -> Option<Label> {
    let palette = Palette::of(options.theme);
    let size = SIZE * options.text_unit;
    let lines = nation_marks::name_lines(&hull.name);
    let owner = match hull.organisation {
        Some(id) => LabelOwner::Nation(id),
        None => LabelOwner::Hull(u16::try_from(index).ok()?),
    };
    (!lines.is_empty()).then(|| Label {
        owner,
        extent: nation_marks::name_extent(&lines, size),
        lines,
        center: Point::default(),
        size,
        weight: Weight::SemiBold,
        angle_radians: 0.0,
        color: palette.text(hull.look.color),
        halo: palette.canvas,
        bounds: Rect::NOTHING,
        place: 0,
    })
}

/// The box of a name in a direction, and what turning away from the top costs. Directions go out from
/// the top to both sides in turn.
fn candidate(hull: &HullMark, label: &Label, place: u16, unit: f32) -> (Rect, f32) {
    let is_far = place >= DIRECTIONS;
    let place = place % DIRECTIONS;
    let steps = f32::from(place.div_ceil(2)) * if place.is_multiple_of(2) { 1.0 } else { -1.0 };
    let turn = steps / f32::from(DIRECTIONS) * std::f32::consts::TAU;
    let direction = Point::new(turn.sin(), -turn.cos());
    let farthest =
        hull.outline.iter().copied().max_by(|a, b| a.dot(direction).total_cmp(&b.dot(direction)));
    let gap = if is_far { FAR_GAP } else { GAP } * unit;
    let away = Point::new(
        direction.x * (label.extent.x / 2.0 + gap),
        direction.y * (label.extent.y / 2.0 + gap),
    );
    let center = farthest.unwrap_or_default() + away;
    (
        Rect::centered(center, label.extent.x, label.extent.y),
        4.0 * steps.abs() / f32::from(DIRECTIONS) + if is_far { 6.0 } else { 0.0 },
    )
}

/// Whether a line meets a rectangle.
fn crosses(line: &[Point], area: &Rect) -> bool {
    line.windows(2).any(|pair| {
        let ends = Rect::NOTHING.including(pair[0]).including(pair[1]);
        ends.expanded(0.5).intersects(area) && segment_meets(pair[0], pair[1], area)
    })
}
