//! The name of a nation and its candidate positions: below the mark, above, beside, or at a corner.

use super::text_box::TextBox;
use crate::model::{Point, Rect};
use crate::scene::nations::{NAME_SIZE, below_disc, name_extent, name_lines};
use crate::scene::palette::ink_on;
use crate::scene::{Emblem, Label, LabelOwner, NationMark, Options, Palette, Weight};

/// The number of candidate positions.
pub(super) const CANDIDATES: u16 = COSTS.len() as u16;

/// The cost of each candidate position before anything is in the way: below, above, right, left, then
/// below and above, each shifted to the right and to the left.
pub(super) const COSTS: [f32; 8] = [0.0, 9.0, 12.0, 13.0, 15.0, 16.0, 19.0, 20.0];

/// The cost of each position from afar: those above, then below and above, each shifted by half as much, and beside the
/// mark, each lower and higher.
pub(super) const COSTS_FROM_AFAR: [f32; 16] =
    [0.0, 9.0, 12.0, 13.0, 15.0, 16.0, 19.0, 20.0, 8.0, 9.0, 14.0, 15.0, 16.0, 17.0, 18.0, 19.0];

/// How much lower or higher than the middle of its mark a name beside it may stand, in heights of the name.
const LOWER: f32 = 0.4;

/// The name of a nation where it was put, or else at its first position, whatever is in the way; `None`
/// if it has no name.
pub fn usual_name(mark: &NationMark, options: &Options) -> Option<Label> {
    let label = name_label(mark, options);
    let name_box = name_box(mark, label.extent, 0);
    let is_named = mark.is_drawn() && !label.lines.is_empty();
    is_named.then(|| Label { center: name_box.center, bounds: name_box.bounds(), ..label })
}

/// The name of a nation, not yet placed.
pub(super) fn name_label(mark: &NationMark, options: &Options) -> Label {
    let palette = Palette::of(options.theme);
    let size = mark.text_size.unwrap_or(NAME_SIZE * options.text_unit);
    let (color, halo) = match (&mark.emblem, mark.text_size) {
        (Emblem::Plain(fill), Some(_)) => (ink_on(*fill), *fill),
        _ => (palette.ink, palette.canvas),
    };
    let lines = name_lines(&mark.name);
    Label {
        owner: LabelOwner::Nation(mark.id),
        extent: name_extent(&lines, size),
        lines,
        center: Point::default(),
        size,
        weight: Weight::SemiBold,
        angle_radians: 0.0,
        color,
        halo,
        bounds: Rect::NOTHING,
        candidate: 0,
    }
}

/// The height of a line of names.
pub(super) fn line_height(options: &Options) -> f32 {
    NAME_SIZE * options.text_unit * Label::LINE_BOX
}

/// The box of a name at a candidate position, one of those from afar too, or where it was put by hand.
pub(super) fn name_box(mark: &NationMark, extent: Point, candidate: u16) -> TextBox {
    // A label box holds its name.
    if mark.text_size.is_some() {
        return TextBox::new(mark.center, extent, 0.0);
    }
    if let Some(offset) = mark.name_offset {
        let offset = offset.beside_mark(mark.half_extent(), extent);
        return TextBox::new(mark.center + offset, extent, 0.0);
    }
    let below = below_disc(mark.radius, extent).y;
    let beside = mark.radius * 1.2 + extent.x / 2.0;
    let shifted = extent.x / 2.0 - mark.radius * 0.4;
    let lower = extent.y * LOWER;
    let offset = match candidate {
        0 => Point::new(0.0, below),
        1 => Point::new(0.0, -below),
        2 => Point::new(beside, 0.0),
        3 => Point::new(-beside, 0.0),
        4 => Point::new(shifted, below),
        5 => Point::new(-shifted, below),
        6 => Point::new(shifted, -below),
        7 => Point::new(-shifted, -below),
        8 => Point::new(shifted / 2.0, below),
        9 => Point::new(-shifted / 2.0, below),
        10 => Point::new(shifted / 2.0, -below),
        11 => Point::new(-shifted / 2.0, -below),
        12 => Point::new(beside, lower),
        13 => Point::new(-beside, lower),
        14 => Point::new(beside, -lower),
        _ => Point::new(-beside, -lower),
    };
    TextBox::new(mark.center + offset, extent, 0.0)
}
