//! The marks of ties that are drawn as one, and the middles of the groups at which they end.

use std::collections::BTreeMap;

use super::grouped_ties::{GroupEnd, GroupedTies, TieGroups};
use crate::model::{Color, Map, Point, Rect};
use crate::scene::look_rules::TieRules;
use crate::scene::ties::LineStyle;
use crate::scene::ties::status::drawn_status;
use crate::scene::{
    Arrow, Curve, Emphasis, GroupHub, Label, Line, NationMark, Options, Palette, Pattern,
    TieGroupMark, category_colors,
};

/// The widths of lines for two ties and for the most on the map, at unit 1.
const WIDTHS: [f32; 2] = [1.4, 9.0];
/// A map with fewer ties in its largest mark doesn't use the whole width.
const MANY: f32 = 25.0;
/// The radius of the middle of a group, at unit 1.
const HUB: f32 = 7.0;
/// The space around the middle, and between a ring and the next, at unit 1.
const GAP: f32 = 3.0;
/// The distance of lines between the same groups, beside their widths, at unit 1.
const BESIDE: f32 = 6.0;

/// What is drawn of ties as one.
#[derive(Default)]
pub(in crate::scene) struct GroupMarks {
    pub(in crate::scene) hubs: Vec<GroupHub>,
    pub(in crate::scene) lines: Vec<TieGroupMark>,
}

/// The width of the line for a number of ties, at unit 1, where the widest is for `most`: its square grows with
/// the number, so that few are seen beside many.
pub(in crate::scene) fn width_of(ties: usize, most: usize) -> f32 {
    let share = ties as f32 / (most as f32).max(MANY);
    WIDTHS[0] + (WIDTHS[1] - WIDTHS[0]) * share.min(1.0).sqrt()
}

/// The marks of ties that are drawn as one. Middles of groups keep clear of nations and of texts.
pub(in crate::scene) fn group_marks(
    map: &Map,
    groups: &TieGroups,
    nations: &[NationMark],
    labels: &[Label],
    options: &Options,
) -> GroupMarks {
    let mut marks = GroupMarks::default();
    let Some(rings) = rings_by_group(groups) else { return marks };
    let palette = Palette::of(options.theme);
    let style = Style { map, groups, rules: TieRules::of(map, &palette), options };
    let (mut centers, mut radii) = (BTreeMap::new(), BTreeMap::new());
    for (group, within) in rings {
        let members = members(groups, nations, group);
        let rings = style.ring_widths(&within);
        let radius =
            HUB * options.unit + rings.iter().map(|(_, w)| w + GAP * options.unit).sum::<f32>();
        let center = free_place(&members, radius, nations, labels, options);
        let color = hub_color(groups, group, options);
        marks.hubs.push(hub(groups, group, (center, radius), &members, color, options));
        let mut reach = HUB * options.unit;
        for (ties, width) in rings {
            reach += GAP * options.unit + width / 2.0;
            marks.lines.push(style.mark(ties, ring(center, reach), width, None));
            reach += width / 2.0;
        }
        centers.insert(group, center);
        radii.insert(group, reach + GAP * options.unit);
    }
    let place = |end: GroupEnd| match end {
        GroupEnd::Group(group) => Some((*centers.get(&group)?, *radii.get(&group)?)),
        GroupEnd::Nation(nation) => {
            nations.get(nation).map(|mark| (mark.center, mark.radius + GAP * options.unit))
        }
    };
    marks.lines.extend(style.lines_between(place));
    marks
}

/// The ties within each group that has any marks, by group.
fn rings_by_group(groups: &TieGroups) -> Option<BTreeMap<usize, Vec<&GroupedTies>>> {
    let mut rings: BTreeMap<usize, Vec<&GroupedTies>> = BTreeMap::new();
    for ties in &groups.all {
        for end in ties.ends {
            if let GroupEnd::Group(group) = end {
                rings.entry(group).or_default();
            }
        }
        if let ([GroupEnd::Group(group), _], true) = (ties.ends, ties.ends[0] == ties.ends[1]) {
            rings.entry(group).or_default().push(ties);
        }
    }
    (!rings.is_empty()).then_some(rings)
}

fn members<'n>(groups: &TieGroups, nations: &'n [NationMark], group: usize) -> Vec<&'n NationMark> {
    let own = nations.iter().zip(&groups.nations.of).filter(|(_, of)| **of == Some(group));
    own.map(|(mark, _)| mark).filter(|mark| mark.is_drawn()).collect()
}

fn hub_color(groups: &TieGroups, group: usize, options: &Options) -> Color {
    let palette = Palette::of(options.theme);
    if !groups.are_found() {
        return palette.second_ink;
    }
    let colors = category_colors::colors(options.theme);
    palette.line(colors[group % colors.len()])
}

fn hub(
    groups: &TieGroups,
    group: usize,
    (center, radius): (Point, f32),
    members: &[&NationMark],
    color: Color,
    options: &Options,
) -> GroupHub {
    let spoke = |mark: &&NationMark| {
        Curve::line(center, mark.center).trimmed(radius, mark.radius + GAP * options.unit)
    };
    let spokes = if groups.are_found() { members.iter().map(spoke).collect() } else { Vec::new() };
    let name = groups.nations.names.get(group).cloned().unwrap_or_default();
    let width = (1.1 * options.unit).max(options.least_line);
    GroupHub { center, radius: HUB * options.unit, reach: radius, color, spokes, width, name }
}

/// The place for the middle of a group: near the middle of its nations, off all marks and texts.
fn free_place(
    members: &[&NationMark],
    radius: f32,
    nations: &[NationMark],
    labels: &[Label],
    options: &Options,
) -> Point {
    const RINGS: u8 = 14;
    const AROUND: u8 = 16;
    let sum = members.iter().fold(Point::default(), |sum, mark| sum + mark.center);
    let middle = sum * (members.len().max(1) as f32).recip();
    let clear = radius + GAP * options.unit;
    // How far it reaches into what is there.
    let overlap = |at: Point| {
        let square = Rect::centered(at, 2.0 * clear, 2.0 * clear);
        let nations = nations.iter().filter(|mark| mark.is_drawn());
        let discs = nations.map(|mark| (mark.radius + clear - mark.center.distance(at)).max(0.0));
        let texts = labels.iter().filter(|label| label.bounds.intersects(&square)).count();
        let leaves = options.frame.is_some_and(|frame| !frame.holds(&square));
        discs.sum::<f32>() + clear * texts as f32 + if leaves { 100.0 * clear } else { 0.0 }
    };
    let ring = |step: u8| {
        (0..AROUND).map(move |turn| {
            let angle = f32::from(turn) * std::f32::consts::TAU / f32::from(AROUND);
            middle + Point::new(angle.cos(), angle.sin()) * (f32::from(step) * clear * 0.75)
        })
    };
    let places = std::iter::once(middle).chain((1..=RINGS).flat_map(ring));
    let mut best = (f32::INFINITY, middle);
    for place in places {
        let cost = overlap(place);
        if cost < best.0 {
            best = (cost, place);
        }
        if cost == 0.0 {
            break;
        }
    }
    best.1
}

/// A circle in four parts.
fn ring(center: Point, radius: f32) -> Vec<Curve> {
    // The length of the handles of a quarter circle, as a part of its radius.
    const HANDLE: f32 = 0.552_284_8;
    let quarter = |from: Point| {
        let to = from.perpendicular();
        Curve {
            from: center + from * radius,
            control_from: center + (from + to * HANDLE) * radius,
            control_to: center + (to + from * HANDLE) * radius,
            to: center + to * radius,
        }
    };
    let starts = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)];
    starts.map(|(x, y)| quarter(Point::new(x, y))).into()
}

/// How ties that are drawn as one look.
struct Style<'a> {
    map: &'a Map,
    groups: &'a TieGroups,
    rules: TieRules,
    options: &'a Options,
}

impl Style<'_> {
    fn width(&self, ties: &GroupedTies) -> f32 {
        width_of(ties.ties.len(), self.groups.most()) * self.options.unit
    }

    fn ring_widths<'t>(&self, within: &[&'t GroupedTies]) -> Vec<(&'t GroupedTies, f32)> {
        within.iter().map(|ties| (*ties, self.width(ties))).collect()
    }

    /// The lines between different ends, those between the same two side by side.
    fn lines_between(&self, place: impl Fn(GroupEnd) -> Option<(Point, f32)>) -> Vec<TieGroupMark> {
        let mut between: BTreeMap<[GroupEnd; 2], Vec<&GroupedTies>> = BTreeMap::new();
        for ties in self.groups.all.iter().filter(|ties| ties.ends[0] != ties.ends[1]) {
            let [a, b] = ties.ends;
            between.entry([a.min(b), a.max(b)]).or_default().push(ties);
        }
        let mut lines = Vec::new();
        for (ends, alike) in between {
            let gap = BESIDE * self.options.unit;
            let total: f32 = alike.iter().map(|ties| self.width(ties) + gap).sum();
            let mut beside = -total / 2.0;
            for ties in alike {
                let width = self.width(ties);
                let middle = beside + (width + gap) / 2.0;
                beside += width + gap;
                let [Some((from, from_reach)), Some((to, to_reach))] = ties.ends.map(&place) else {
                    continue;
                };
                // The middle of a curve is half as far out as its bend.
                let side = if ties.ends == ends { 1.0 } else { -1.0 };
                let bend = 2.0 * side * middle / from.distance(to).max(1.0);
                let whole = Curve::bent(from, to, bend).trimmed(from_reach, to_reach);
                let (curve, arrow) = if ties.is_directed {
                    Arrow::at_end(&whole, width, self.options.unit)
                } else {
                    (whole, None)
                };
                lines.push(self.mark(ties, vec![curve], width, arrow));
            }
        }
        // Narrow ones above wide ones.
        lines.sort_by(|a, b| b.width.total_cmp(&a.width));
        lines
    }

    fn mark(
        &self,
        ties: &GroupedTies,
        curves: Vec<Curve>,
        width: f32,
        arrow: Option<Arrow>,
    ) -> TieGroupMark {
        let kind = self.groups.first(self.map, ties).and_then(|tie| self.map.kinds().get(tie.kind));
        let look = self.rules.look(ties.ties.first().copied().unwrap_or(0), kind);
        let status = drawn_status(ties.status);
        let style = LineStyle::of(&look, status, None, self.options);
        let mut pattern = Pattern::of(look.dash, status.filter(|_| !look.dash_is_status), width);
        let length = curves.iter().map(Curve::length).sum();
        pattern = pattern.fitted(length);
        let has_ended = status == Some(crate::model::Status::Ended);
        let strike = curves.first().filter(|_| has_ended);
        TieGroupMark {
            strike: strike.map(|curve| Line::across(curve, self.options.unit)),
            ties: ties.ties.clone(),
            name: self.groups.words(self.map, ties),
            curves,
            forks: Vec::new(),
            trunks: Vec::new(),
            has_straight_dashes: true,
            emphasis: Emphasis::Usual,
            color: style.color,
            width,
            pattern,
            arrow,
        }
    }
}
