//! The marks of junctions: where their lines meet.

use std::collections::BTreeSet;

use super::POINT;
use super::choice::Costs;
use super::found::Junction;
use super::meeting_points::Surroundings;
use super::parts::{length_alone, parts};
use crate::model::Map;
use crate::scene::blocs::{LineObstacles, area_of_marks, mark_for_many};
use crate::scene::look_rules::TieRules;
use crate::scene::{Curve, HullMark, Label, NationMark, Options, Palette, TieGroupMark};

/// The most nations of a side that its description names.
const MOST_NAMED: usize = 6;

/// The mark of a junction on a map whose hulls, nations and texts have their places.
pub(in crate::scene) fn junction_mark(
    map: &Map,
    junction: &Junction,
    (hulls, nations, labels): (&[HullMark], &[NationMark], &[Label]),
    options: &Options,
) -> Option<TieGroupMark> {
    let marks = |side: &[usize]| -> Option<Vec<&NationMark>> {
        side.iter().map(|nation| nations.get(*nation)).collect()
    };
    let (few, many) = (marks(&junction.few)?, marks(&junction.many)?);
    let (unit, text_unit) = (options.unit, options.text_unit);
    let area = area_of_marks(hulls, nations, labels);
    let (mut curves, mut trunks) = (Vec::new(), Vec::new());
    for part in parts(&few, &many, unit) {
        let is_other = |mark: &NationMark| part.iter().all(|own| own.id != mark.id);
        let obstacles = LineObstacles::within(area, nations, labels, &is_other, (unit, text_unit));
        let around = Surroundings { obstacles, area, unit, text_unit };
        add_lines((&part, &many), &around, (&mut curves, &mut trunks));
    }
    let rules = TieRules::of(map, &Palette::of(options.theme));
    let ends = [named(&few), named(&many)];
    let ends = [ends[0].as_str(), ends[1].as_str()];
    let mark = mark_for_many(map, (&junction.ties, junction.rank), ends, &rules, options)?;
    Some(TieGroupMark { curves, trunks, ..mark })
}

/// The names of nations, as many as can be taken in.
fn named(side: &[&NationMark]) -> String {
    let names: Vec<&str> = side.iter().take(MOST_NAMED).map(|mark| mark.name.as_str()).collect();
    match side.len() - names.len() {
        0 => names.join(", "),
        more => format!("{} and {more} more", names.join(", ")),
    }
}

/// Adds the lines of the many to points before a part of the few at which they meet, and from there on; and apart from
/// these the lines between the points at which they meet and part. One that can come to no point has its lines one by one.
fn add_lines(
    (part, many): (&[&NationMark], &[&NationMark]),
    around: &Surroundings<'_>,
    (curves, trunks): (&mut Vec<Curve>, &mut Vec<Curve>),
) {
    let points = if part.len() > 1 { around.meeting_points(part) } else { Vec::new() };
    let to_each = |point| many.iter().map(|nation| around.line_to(point, nation)).collect();
    let ways: Vec<Vec<Option<(f32, Curve)>>> = points.iter().map(to_each).collect();
    let cost = |way: &Option<(f32, Curve)>| way.map(|(cost, _)| cost);
    let costs = Costs {
        points: points.iter().map(|point| point.cost + POINT * around.unit).collect(),
        lines: ways.iter().map(|ways| ways.iter().map(cost).collect()).collect(),
        alone: many.iter().map(|nation| length_alone(nation, part, around.unit)).collect(),
    };
    let point_of = costs.choice().point_of;
    for point in point_of.iter().flatten().collect::<BTreeSet<_>>() {
        trunks.push(points[*point].trunk);
        curves.extend(&points[*point].prongs);
    }
    for (index, (nation, point)) in many.iter().zip(&point_of).enumerate() {
        match point.and_then(|point| ways[point][index]) {
            Some((_, line)) => curves.push(line),
            None => curves.extend(part.iter().map(|other| around.line_between(nation, other))),
        }
    }
}
