//! Texts along ties: turned with the line and read from left to right, above it where that is free.

use std::borrow::Cow;
use std::f32::consts::{FRAC_PI_2, PI};
use std::fmt::Write;

use super::obstacles::Looks;
use super::{Block, Candidate, Candidates, Field, Places, Settled, settle};
use crate::model::{Map, Point, Rect, SourceId, Tie, TieId};
use crate::scene::{Curve, Label, LabelOwner, Options, Palette, TieMark, Weight, text};

/// The height of the type.
const SIZE: f32 = 11.0;
/// The height of source numbers that stand alone.
const NUMBER_SIZE: f32 = 9.0;
/// The widest text, in units.
const LIMIT: f32 = 230.0;
/// A text that is longer than its tie by more than this factor would not be seen to belong to it.
const MOST_OVERHANG: f32 = 1.5;
/// Where on the line a text may stand: parameters, the likeliest first.
const SPOTS: [f32; 9] = [0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78];
/// The sides of the line, and what each costs: above, below, on it.
const SIDES: [(Side, f32); 3] = [(Side::Above, 0.0), (Side::Below, 1.5), (Side::On, 9.0)];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Above,
    Below,
    On,
}

pub(super) fn place(
    map: &Map,
    ties: &[TieMark],
    names: &[Label],
    field: &Field<'_>,
    options: &Options,
    places: &Places,
) -> Settled {
    let marks = map.ties().iter().zip(ties).enumerate();
    let labels = marks.filter_map(|(index, ((id, tie), mark))| {
        Some((index, mark, label(map, id, tie, mark, options)?))
    });
    if !matches!(places, Places::Choose) {
        let at = |(_, mark, label): (usize, &TieMark, Label)| {
            let mut label = Label { place: places.given(label.owner)?, ..label };
            follow(&mut label, mark);
            Some(label)
        };
        return Settled { labels: labels.filter_map(at).collect(), left_out: 0 };
    }
    let mut looks = Looks::default();
    let candidates = |(index, mark, label): (usize, &TieMark, Label)| {
        let length = mark.curve.length();
        let bare = label.size < SIZE * options.text_unit;
        let fits = bare || label.extent.x <= MOST_OVERHANG * length;
        let line = match field.line(index) {
            [] => Cow::Owned(mark.curve.flatten(0.5 * options.unit)),
            line => Cow::Borrowed(line),
        };
        let candidate = |place: u16| {
            let block = block(mark, &line, &label, place);
            let own = if bare {
                number_cost(place)
            } else {
                own_cost(place, length, &block, &label, &mark.curve)
            };
            let mut found =
                Candidate::new((place, block), own, (None, Some(index)), field, &mut looks);
            found.is_allowed &= fits;
            found
        };
        let places = (0..COUNT).map(candidate).collect();
        Candidates { places, importance: importance(mark, bare), label }
    };
    let fixed: Vec<Block> = names.iter().map(Block::of).collect();
    settle(labels.map(candidates).collect(), &fixed, field)
}

/// Sets a text where its place is along its tie.
pub(super) fn follow(label: &mut Label, mark: &TieMark) {
    let block = block(mark, &mark.curve.flatten(0.5), label, label.place);
    label.center = block.center;
    label.angle_radians = block.angle_radians;
    label.bounds = block.bounds();
}

/// Which text stays where not all can: words before bare numbers, strong ties before weak ones.
fn importance(mark: &TieMark, is_bare: bool) -> f32 {
    mark.width * mark.strength - if is_bare { 1e3 } else { 0.0 }
}

/// How many places there are: each spot with each side, turned and upright.
const COUNT: u16 = (2 * SPOTS.len() * SIDES.len()) as u16;

/// The spot and side of a place, and whether the text is turned with the line there.
fn parts(place: u16) -> (f32, Side, f32, bool) {
    let place = usize::from(place.min(COUNT - 1));
    let turned = place < SPOTS.len() * SIDES.len();
    let place = place % (SPOTS.len() * SIDES.len());
    let (side, cost) = SIDES[place % SIDES.len()];
    (SPOTS[place / SIDES.len()], side, cost, turned)
}

/// What a place costs before anything else is in the way.
fn own_cost(place: u16, length: f32, block: &Block, label: &Label, curve: &Curve) -> f32 {
    let (spot, _, side_cost, turned) = parts(place);
    let mut cost = side_cost + 22.0 * (spot - 0.5).abs();
    if turned {
        // What hangs over the ends of the line.
        let room = 2.0 * spot.min(1.0 - spot) * length;
        cost += 0.8 * (label.extent.x - room).max(0.0);
    } else {
        cost += 14.0;
    }
    // What stands far from its line isn't seen to belong to it.
    let nearest = block.distance_to(curve.point(spot));
    cost + 2.0 * (nearest - label.size * 0.5).max(0.0)
}

/// The same for source numbers, which stand upright in a gap of the line, like figures in a margin.
fn number_cost(place: u16) -> f32 {
    let (spot, side, _, turned) = parts(place);
    let out_of_line = if side == Side::On { 0.0 } else { 12.0 };
    22.0 * (spot - 0.5).abs() + out_of_line + if turned { 60.0 } else { 0.0 }
}

/// Where a text stands at a place: as near to the line as the line's bend lets it.
fn block(mark: &TieMark, line: &[Point], label: &Label, place: u16) -> Block {
    let curve = &mark.curve;
    let (spot, side, _, turned) = parts(place);
    let anchor = curve.point(spot);
    let direction = curve.tangent(spot);
    let angle = if turned { reading_angle(direction) } else { 0.0 };
    let (sin, cos) = angle.sin_cos();
    let (along, down) = (Point::new(cos, sin), Point::new(-sin, cos));
    let half = label.extent.x / 2.0 + 2.0;
    let (mut highest, mut lowest) = (0.0f32, 0.0f32);
    for pair in line.windows(2) {
        for step in 0..4u8 {
            let away = pair[0].lerp(pair[1], f32::from(step) / 3.0) - anchor;
            if away.dot(along).abs() <= half {
                highest = highest.min(away.dot(down));
                lowest = lowest.max(away.dot(down));
            }
        }
    }
    let clear = label.size * 0.68 + mark.pattern.reach(mark.width);
    // A line that leaves the text's side steeply would push it far away: beside it is near enough.
    let reach = label.size * 1.12 + half * 0.6;
    let shift = match side {
        Side::Above => highest.max(-reach) - clear,
        Side::Below => lowest.min(reach) + clear,
        Side::On => f32::midpoint(highest, lowest),
    };
    Block::new(anchor + down * shift, label.extent, angle)
}

/// The direction's angle, turned by half a turn where it would be read from right to left.
fn reading_angle(direction: Point) -> f32 {
    let angle = direction.y.atan2(direction.x);
    if angle > FRAC_PI_2 {
        angle - PI
    } else if angle < -FRAC_PI_2 {
        angle + PI
    } else {
        angle
    }
}

/// The label of a tie; `None` where there is nothing to write.
fn label(map: &Map, id: TieId, tie: &Tie, mark: &TieMark, options: &Options) -> Option<Label> {
    let palette = Palette::of(options.theme);
    let written = text::clean(&tie.label);
    let numbers = if options.numbers { numbers(map, tie) } else { Vec::new() };
    let size = if written.is_empty() { NUMBER_SIZE } else { SIZE } * options.text_unit;
    let written = text::ellipsis(&written, size, Weight::Regular, LIMIT * options.text_unit);
    let line = with_numbers(written, &numbers);
    if line.is_empty() {
        return None;
    }
    // The words have the colour of the line: its kind's, or that of the look's rule.
    let ruled = map.look().tie_color.as_ref().map(|_| mark.color);
    let color = ruled.or_else(|| map.kinds().get(tie.kind).map(|kind| kind.color));
    Some(Label {
        owner: LabelOwner::Tie(id),
        extent: Point::new(text::width(&line, size, Weight::Regular), size * Label::LINE_BOX),
        lines: vec![line],
        center: Point::default(),
        size,
        weight: Weight::Regular,
        angle_radians: 0.0,
        color: color.map_or(palette.ink, |color| palette.text(color)),
        halo: palette.canvas,
        bounds: Rect::NOTHING,
        place: 0,
    })
}

/// The numbers of a tie's sources, each once, in order.
fn numbers(map: &Map, tie: &Tie) -> Vec<usize> {
    let number = |source: SourceId| map.sources().index_of(source).map(|index| index + 1);
    let sources = tie.evidence.iter().filter_map(|evidence| evidence.source);
    let mut numbers: Vec<usize> = sources.filter_map(number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// The text with its sources' numbers: raised behind a text, plain where they stand alone.
fn with_numbers(mut line: String, numbers: &[usize]) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let alone = line.is_empty();
    for (index, number) in numbers.iter().enumerate() {
        if alone {
            // Writing to a String can't fail.
            let _ = write!(line, "{}{number}", if index == 0 { "" } else { ", " });
        } else {
            line.push(if index == 0 { '\u{A0}' } else { ' ' });
            let digits = number.to_string();
            line.extend(
                digits.bytes().filter_map(|b| RAISED.get(usize::from(b.wrapping_sub(b'0')))),
            );
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_upside_down() {
        for step in 0..64u8 {
            let angle = f32::from(step) / 64.0 * 2.0 * PI;
            let read = reading_angle(Point::new(angle.cos(), angle.sin()));
            assert!(read.abs() <= FRAC_PI_2 + 1e-5);
        }
    }

    #[test]
    fn numbers_follow_the_text_or_stand_alone() {
        assert_eq!(with_numbers("aid".to_owned(), &[1, 12]), "aid\u{A0}¹ ¹²");
        assert_eq!(with_numbers(String::new(), &[1, 12]), "1, 12");
        assert_eq!(with_numbers(String::new(), &[]), "");
    }
}
