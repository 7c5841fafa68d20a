//! The text along a tie: its label and the numbers of its sources.

use std::fmt::Write;

use crate::model::{Map, Point, Rect, SourceId, Tie, TieId};
use crate::scene::{Label, LabelOwner, Options, Palette, TieMark, Weight, text};

/// The type size of labels, at text unit 1.
pub(super) const SIZE: f32 = 11.0;
/// The type size of source numbers without a label.
const NUMBER_SIZE: f32 = 9.0;
/// The type size of keys.
const KEY_SIZE: f32 = 10.5;
/// The maximum width of a text, at text unit 1.
const MAX_WIDTH: f32 = 230.0;

/// The text along a tie, not yet placed; `None` if there is nothing to write.
pub(super) fn tie_label(
    map: &Map,
    id: TieId,
    tie: &Tie,
    mark: &TieMark,
    options: &Options,
) -> Option<Label> {
    let palette = Palette::of(options.theme);
    let label = text::clean(&tie.label);
    let numbers = if options.numbers { source_numbers(map, tie) } else { Vec::new() };
    let size = if label.is_empty() { NUMBER_SIZE } else { SIZE } * options.text_unit;
    let label = text::ellipsis(&label, size, Weight::Regular, MAX_WIDTH * options.text_unit);
    let line = with_numbers(label, &numbers);
    if line.is_empty() {
        return None;
    }
    // The text has the colour of the line: that of a rule of the look, or of the kind.
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
        candidate: 0,
    })
}

/// A key in place of the text along a tie.
pub(super) fn key_label(key: String, text: &Label, options: &Options) -> Label {
    let (size, weight) = (KEY_SIZE * options.text_unit, Weight::SemiBold);
    Label {
        extent: Point::new(text::width(&key, size, weight), size * Label::LINE_BOX),
        lines: vec![key],
        size,
        weight,
        ..text.clone()
    }
}

/// The numbers of a tie's sources, each once, ascending.
fn source_numbers(map: &Map, tie: &Tie) -> Vec<usize> {
    let number = |source: SourceId| map.sources().index_of(source).map(|index| index + 1);
    let sources = tie.evidence.iter().filter_map(|evidence| evidence.source);
    let mut numbers: Vec<usize> = sources.filter_map(number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// A text followed by raised source numbers, or plain numbers if there is no text.
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
    fn numbers_follow_the_text_or_stand_alone() {
        assert_eq!(with_numbers("aid".to_owned(), &[1, 12]), "aid\u{A0}¹ ¹²");
        assert_eq!(with_numbers(String::new(), &[1, 12]), "1, 12");
        assert_eq!(with_numbers(String::new(), &[]), "");
    }
}
