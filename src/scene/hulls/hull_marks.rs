//! The marks of hulls around nations that belong together.

use std::sync::Arc;

use super::MAX_HULLS;
use super::groups::{Group, by_organisation, by_property};
use super::hull_colors::hull_colors;
use super::hull_style::hull_look;
use crate::model::{Map, Point, Rect};
use crate::scene::{HullMark, NationMark, Options, Palette};

/// The distance of the innermost hull from the marks of its members, at unit 1.
const MARGIN: f32 = 10.0;

/// How much farther off the next hull around the same member is, at unit 1, so that their edges don't
/// coincide.
const STEP: f32 = 6.5;

/// The most hulls around the same member that are set apart from one another.
const MOST_STEPS: u8 = 5;

/// How much larger the distances of a hull are for each hull that lies in it, at unit 1: with space for a
/// name between both.
const NESTING: f32 = 24.0;

/// The distance of hulls from names, at unit 1.
const NAME_MARGIN: f32 = 5.0;

/// The hulls of a map, those of groups by property first, without names and outlines.
pub(in crate::scene) fn hull_marks(
    map: &Map,
    nations: &[NationMark],
    options: &Options,
) -> Vec<HullMark> {
    let palette = Palette::of(options.theme);
    let mut groups = by_property(map, nations, &palette);
    groups.extend(by_organisation(map, groups.len(), nations, &palette));
    groups.retain(|group| !group.members.is_empty());
    groups.truncate(MAX_HULLS);
    let steps = steps(&groups, nations.len());
    let colors = hull_colors(&groups, nations, &palette, options.unit);
    let marks = groups.into_iter().zip(steps).zip(colors).map(|((group, step), color)| {
        let middle = middle_of(&group.members, nations);
        let nested = f32::from(group.nesting) * NESTING;
        let home = home_of(&group, map, nations);
        HullMark {
            organisation: group.organisation,
            is_bloc: false,
            apart: None,
            remark: String::new(),
            name: group.name,
            members: group.members,
            within: group.within,
            nesting: group.nesting,
            margin: (MARGIN + f32::from(step) * STEP + nested) * options.unit,
            name_margin: (NAME_MARGIN + f32::from(step) * STEP / 2.0 + nested) * options.unit,
            middle,
            home,
            names: Vec::new(),
            outline: Vec::new(),
            pieces: Vec::new(),
            look: hull_look(color, options.theme, options.unit),
            parts: Arc::default(),
        }
    });
    marks.collect()
}

/// Where an organisation lies that is drawn as a hull, if it has been placed.
fn home_of(group: &Group, map: &Map, nations: &[NationMark]) -> Option<Point> {
    let nation = map.nations().get(group.organisation?)?;
    nation.position.and(nations.get(group.index?)).map(|mark| mark.center)
}

/// For each hull how many lie within it at some member: the least number that none with a member of it has, those with
/// fewer members first, so that a hull which holds all of another runs around it.
fn steps(groups: &[Group], nations: usize) -> Vec<u8> {
    let mut taken = vec![0u8; nations];
    let mut steps = vec![0; groups.len()];
    let mut by_size: Vec<usize> = (0..groups.len()).collect();
    by_size.sort_by_key(|index| groups[*index].members.len());
    for index in by_size {
        let members = &groups[index].members;
        let of_members = members.iter().filter_map(|member| taken.get(*member));
        let all = of_members.fold(0, |all, steps| all | steps);
        steps[index] = (all.trailing_ones() as u8).min(MOST_STEPS);
        for member in members {
            if let Some(taken) = taken.get_mut(*member) {
                *taken |= 1 << steps[index];
            }
        }
    }
    steps
}

/// The middle of the marks of members.
pub(in crate::scene) fn middle_of(members: &[usize], nations: &[NationMark]) -> Point {
    let members = members.iter().filter_map(|member| nations.get(*member));
    members.map(NationMark::bounds).fold(Rect::NOTHING, |all, b| all.union(&b)).center()
}
