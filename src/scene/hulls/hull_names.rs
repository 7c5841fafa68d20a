//! The names of hulls, placed outside along their edges where the space is free.

use crate::model::{Point, Rect};
use crate::scene::labels::{MAX_LINES, PlacedLabels, Placement};
use crate::scene::lines::segment::segment_meets;
use crate::scene::{
    HullMark, Label, LabelOwner, NationMark, Options, Palette, TieMark, Weight,
    nations as nation_marks,
};

/// The type size, at text unit 1.
const SIZE: f32 = 12.5;
/// The distance from the edge to the box of the name, at unit 1.
const GAP: f32 = 4.0;
/// The same where no nearer position is free.
const FAR_GAP: f32 = 18.0;
/// The number of directions in which a name may lie, each near the edge or farther away.
const DIRECTIONS: u16 = 24;

/// Places the names of hulls, in their order, around the labels placed so far. Names without a free
/// position are left out.
pub(in crate::scene) fn place_hull_names(
    hulls: &[HullMark],
    nations: &[NationMark],
    ties: &[TieMark],
    others: &[Label],
    options: &Options,
    placement: &Placement<'_>,
) -> PlacedLabels {
    let avoids_lines = !matches!(placement, Placement::Keep(_)) && ties.len() <= MAX_LINES;
    let ties = if avoids_lines { ties } else { &[] };
    let lines: Vec<Vec<Point>> = ties.iter().map(|tie| tie.curve.flatten(1.0)).collect();
    let mut placed: Vec<Label> = Vec::new();
    let mut left_out = 0;
    for (index, hull) in hulls.iter().enumerate() {
        let Some(label) = label(index, hull, options) else { continue };
        if let Some(label) = by_hand(hull, &label, nations) {
            placed.push(label);
            continue;
        }
        let cost = |index: u16| {
            let (bounds, turn) = candidate(hull, &label, index, options.unit);
            let boxes = others.iter().chain(&placed).map(|label| label.bounds);
            let taken =
                nations.iter().filter(|n| n.is_drawn()).map(NationMark::bounds).chain(boxes);
            let outside = options.frame.is_some_and(|frame| !frame.holds(&bounds));
            let is_free = !outside && !taken.into_iter().any(|taken| taken.intersects(&bounds));
            let within = |line: &&Vec<Point>| crosses(line, &bounds);
            let crossed = lines.iter().filter(within).count();
            let edges = hulls.iter().filter(|other| crosses(&other.outline, &bounds)).count();
            is_free.then_some(8.0 * crossed as f32 + 3.0 * edges as f32 + turn)
        };
        let index = match placement {
            Placement::Keep(_) => placement.kept(label.owner).map(|label| label.candidate),
            Placement::Search => {
                let free = (0..2 * DIRECTIONS).filter_map(|index| Some((index, cost(index)?)));
                free.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(index, _)| index)
            }
        };
        let Some(index) = index else {
            left_out += 1;
            continue;
        };
        let (bounds, _) = candidate(hull, &label, index, options.unit);
        placed.push(Label { center: bounds.center(), bounds, candidate: index, ..label });
    }
    PlacedLabels { labels: placed, left_out, keyed: Vec::new() }
}

/// The name of an organisation where it was put by hand, as seen from the middle of its hull.
fn by_hand(hull: &HullMark, label: &Label, nations: &[NationMark]) -> Option<Label> {
    let nation = nations.iter().find(|mark| Some(mark.id) == hull.organisation)?;
    let offset = nation.name_offset?.beside_mark(Point::default(), label.extent);
    let center = nation.center + offset;
    let bounds = Rect::centered(center, label.extent.x, label.extent.y);
    Some(Label { center, bounds, ..label.clone() })
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
        candidate: 0,
    })
}

/// The box of a name at a candidate position, and the cost of its distance from the top. Directions
/// alternate between both sides, starting at the top.
fn candidate(hull: &HullMark, label: &Label, index: u16, unit: f32) -> (Rect, f32) {
    let is_far = index >= DIRECTIONS;
    let index = index % DIRECTIONS;
    let steps = f32::from(index.div_ceil(2)) * if index.is_multiple_of(2) { 1.0 } else { -1.0 };
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

/// Whether a polyline meets a rectangle.
fn crosses(line: &[Point], area: &Rect) -> bool {
    line.windows(2).any(|pair| {
        let ends = Rect::NOTHING.including(pair[0]).including(pair[1]);
        ends.expanded(0.5).intersects(area) && segment_meets(pair[0], pair[1], area)
    })
}
