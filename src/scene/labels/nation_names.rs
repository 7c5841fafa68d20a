//! The names of nations: below the disc where that is free, else above, beside or at a corner.

use super::obstacles::Looks;
use super::{Block, Candidate, Candidates, Field, Places, Settled, greedy_names, settle};
use crate::model::{Map, Point, Rect};
use crate::scene::nation_marks::{NAME_SIZE, below_disc, name_extent, name_lines};
use crate::scene::palette::ink_on;
use crate::scene::{Emblem, Label, LabelOwner, NationMark, Options, Palette, Weight};

/// How many places there are.
pub(super) const PLACES: u16 = COSTS.len() as u16;

/// What each place costs before anything is in the way: below, above, right, left, and shifted along
/// the disc's lower and upper side to the right and left.
const COSTS: [f32; 8] = [0.0, 9.0, 12.0, 13.0, 15.0, 16.0, 19.0, 20.0];

pub(super) fn place(
    map: &Map,
    nations: &[NationMark],
    field: &Field<'_>,
    options: &Options,
    places: &Places,
) -> Settled {
    let labels = nations
        .iter()
        .enumerate()
        .filter(|(_, mark)| mark.is_drawn())
        .map(|(index, mark)| (index, mark, label(mark, options)));
    let named = labels.filter(|(_, _, label)| !label.lines.is_empty());
    if !matches!(places, Places::Choose) {
        let at = |(_, mark, label): (usize, &NationMark, Label)| {
            let place = places.given(label.owner)?;
            let block = block(mark, label.extent, place);
            Some(Label { center: block.center, bounds: block.bounds(), place, ..label })
        };
        return Settled { labels: named.filter_map(at).collect(), left_out: 0 };
    }
    if nations.len() > greedy_names::MANY {
        return greedy_names::place(map, nations, options);
    }
    let mut looks = Looks::default();
    let candidates = |(index, mark, label): (usize, &NationMark, Label)| {
        let candidate = |(place, cost): (u16, f32)| {
            let block = block(mark, label.extent, place);
            Candidate::new((place, block), cost, (Some(index), None), field, &mut looks)
        };
        let places = (0..).zip(COSTS).map(candidate).collect();
        Candidates { places, importance: mark.radius, label }
    };
    settle(named.map(candidates).collect(), &[], field)
}

/// The name at its first place; none where there is no name.
pub(super) fn below(mark: &NationMark, options: &Options) -> Option<Label> {
    let label = label(mark, options);
    let block = block(mark, label.extent, 0);
    let is_named = mark.is_drawn() && !label.lines.is_empty();
    is_named.then(|| Label { center: block.center, bounds: block.bounds(), ..label })
}

pub(super) fn label(mark: &NationMark, options: &Options) -> Label {
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
        place: 0,
    }
}

/// The height of a line of names.
pub(super) fn line_height(options: &Options) -> f32 {
    NAME_SIZE * options.text_unit * Label::LINE_BOX
}

/// What a name takes at a place.
pub(super) fn block(mark: &NationMark, extent: Point, place: u16) -> Block {
    // A label box holds its name.
    if mark.text_size.is_some() {
        return Block::new(mark.center, extent, 0.0);
    }
    let below = below_disc(mark.radius, extent).y;
    let beside = mark.radius * 1.2 + extent.x / 2.0;
    let shifted = extent.x / 2.0 - mark.radius * 0.4;
    let away = match place {
        0 => Point::new(0.0, below),
        1 => Point::new(0.0, -below),
        2 => Point::new(beside, 0.0),
        3 => Point::new(-beside, 0.0),
        4 => Point::new(shifted, below),
        5 => Point::new(-shifted, below),
        6 => Point::new(shifted, -below),
        _ => Point::new(-shifted, -below),
    };
    Block::new(mark.center + away, extent, 0.0)
}
