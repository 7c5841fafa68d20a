//! Which colour and which line each hull has, so that those that meet are told apart.
//!
//! Source of the rule: greedy colouring of a graph in a fixed order (Welsh and Powell 1967). Hulls that have one nation
//! in common, or nations side by side, are neighbours. A hull takes the colour that it would have by its number unless a
//! hull before it has that; so another hull changes no colour unless it has to. Beyond the colours that can be told
//! apart, hulls of one colour differ in their lines.

use super::groups::Group;
use crate::model::{Color, Point};
use crate::scene::{NationMark, Palette, category_colors};

/// The distance between the centres of two nations up to which their hulls may meet, at unit 1.
const REACH: f32 = 150.0;
/// The same up to which one may be taken for an island of the other.
const SIGHT: f32 = 500.0;

/// How a hull is told apart from others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct HullColor {
    pub(super) color: Color,
    /// How many hulls before it have the same colour.
    pub(super) repeated: usize,
    /// The number of its colour; hulls with a colour of their own have that of their place.
    pub(super) number: usize,
}

/// The colours of hulls; those that a group has by itself stay.
pub(super) fn hull_colors(
    groups: &[Group],
    nations: &[NationMark],
    palette: &Palette,
    unit: f32,
) -> Vec<HullColor> {
    let choices = category_colors::colors(palette.theme).map(|color| palette.line(color));
    let mut chosen: Vec<HullColor> = Vec::with_capacity(groups.len());
    for (place, group) in groups.iter().enumerate() {
        let of_earlier = |color: Color| {
            chosen.iter().zip(groups).filter(move |(earlier, _)| earlier.color == color)
        };
        let cost = |number: &usize| {
            let users = || of_earlier(choices[*number]);
            let near = [REACH, SIGHT].map(|reach| {
                users().filter(|(_, other)| do_meet(group, other, nations, reach * unit)).count()
            });
            let after = (number + choices.len() - group.number % choices.len()) % choices.len();
            (near, users().count(), after)
        };
        let number = match group.color {
            Some(_) => place,
            None => (0..choices.len()).min_by_key(cost).unwrap_or(place),
        };
        let color = group.color.unwrap_or(choices[number % choices.len()]);
        let repeated = of_earlier(color).count();
        chosen.push(HullColor { color, repeated, number });
    }
    chosen
}

/// Whether two hulls have a nation in common, or nations side by side.
fn do_meet(a: &Group, b: &Group, nations: &[NationMark], reach: f32) -> bool {
    let places = |group: &Group| -> Vec<Point> {
        let marks = group.members.iter().filter_map(|member| nations.get(*member));
        marks.map(|mark| mark.center).collect()
    };
    let has_common = a.members.iter().any(|member| b.members.binary_search(member).is_ok());
    let others = places(b);
    let is_near = |place: &Point| others.iter().any(|other| other.distance(*place) < reach);
    has_common || places(a).iter().any(is_near)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Theme;

    /// Hulls of which each has a member in common with the one before.
    fn chain(numbers: &[usize]) -> Vec<Group> {
        let group = |number: &usize| Group {
            organisation: None,
            index: None,
            name: format!("Pact {number}"),
            members: vec![*number, number + 1],
            within: Vec::new(),
            nesting: 0,
            color: None,
            number: *number,
        };
        numbers.iter().map(group).collect()
    }

    #[test]
    fn hulls_that_meet_differ_in_colour_and_all_in_colour_or_line() {
        for theme in Theme::ALL {
            let groups = chain(&(0..24).collect::<Vec<usize>>());
            let colors = hull_colors(&groups, &[], &Palette::of(theme), 1.0);
            assert!(colors.windows(2).all(|pair| pair[0].color != pair[1].color));
            for (index, own) in colors.iter().enumerate() {
                let alike =
                    |other: &HullColor| (other.color, other.repeated) == (own.color, own.repeated);
                assert!(!colors[..index].iter().any(alike));
            }
        }
    }

    #[test]
    fn another_hull_changes_no_colour_unless_it_has_to() {
        let palette = Palette::of(Theme::Light);
        let colors = |numbers: &[usize]| {
            let colors = hull_colors(&chain(numbers), &[], &palette, 1.0);
            numbers.iter().copied().zip(colors).collect::<Vec<_>>()
        };
        let before = colors(&[0, 2, 3, 5]);
        let after = colors(&[0, 1, 2, 3, 5]);
        assert!(before.iter().all(|hull| after.contains(hull)));
    }
}
