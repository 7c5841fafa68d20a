//! The parts of a side whose lines meet at points of their own, where no point lies before all of it.

use super::choice::Costs;
use super::meeting_points::{AWAY, directions, parting_point};
use super::{ALONE, POINT};
use crate::scene::NationMark;
use crate::scene::blocs::can_join;

/// The part of a side that has meeting points of its own.
pub(super) type Part<'n> = Vec<&'n NationMark>;

/// The parts of the few to which the lines of the many are shortest: all of them, one and the others, or those on both
/// sides of a line. That lengths decide alone makes this quick.
pub(super) fn parts<'n>(few: &[&'n NationMark], many: &[&NationMark], unit: f32) -> Vec<Part<'n>> {
    let one_and_others = (0..few.len()).map(|index| {
        let mut others = few.to_vec();
        let one = others.remove(index);
        vec![vec![one], others]
    });
    let split = |along: fn(&NationMark) -> f32| {
        let mut sorted = few.to_vec();
        sorted.sort_by(|a, b| along(a).total_cmp(&along(b)));
        (2..few.len().saturating_sub(1))
            .map(move |at| vec![sorted[..at].to_vec(), sorted[at..].to_vec()])
    };
    let halves = split(|mark| mark.center.x).chain(split(|mark| mark.center.y));
    let all = std::iter::once(vec![few.to_vec()]).chain(one_and_others).chain(halves);
    let length = |parts: &Vec<Part<'_>>| {
        parts.iter().map(|part| rough_length(part, many, unit)).sum::<f32>()
    };
    let lengths = all.map(|parts| (length(&parts), parts));
    let shortest = lengths.min_by(|(a, _), (b, _)| a.total_cmp(b));
    shortest.map_or_else(Vec::new, |(_, parts)| parts)
}

/// About how long the lines of the many to a part are that meet before it.
fn rough_length(part: &[&NationMark], many: &[&NationMark], unit: f32) -> f32 {
    let alone: Vec<f32> = many.iter().map(|nation| length_alone(nation, part, unit)).collect();
    if part.len() == 1 {
        return alone.iter().sum();
    }
    let points =
        directions().map(|outward| (outward, parting_point(part, outward, AWAY[0] * unit)));
    let (mut costs, mut lines) = (Vec::new(), Vec::new());
    for (outward, at) in points {
        let prongs = part.iter().map(|mark| mark.center.distance(at));
        costs.push(prongs.sum::<f32>() + POINT * unit);
        let line = |nation: &&NationMark| {
            can_join(nation.center, at, outward * -1.0).then(|| nation.center.distance(at))
        };
        lines.push(many.iter().map(line).collect());
    }
    Costs { points: costs, lines, alone }.choice().cost
}

/// About how long the lines of a nation to others are one by one.
pub(super) fn length_alone(from: &NationMark, others: &[&NationMark], unit: f32) -> f32 {
    others.iter().map(|to| from.center.distance(to.center) + ALONE * unit).sum()
}
