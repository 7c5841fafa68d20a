//! From a map to its scene: nations, then the ties between them, then the labels that fit.

use std::sync::Arc;

use super::labels::{self, Field, Places, Settled};
use super::legend::rows::{self, shown_as, strength};
use super::look_rules::{TieLook, TieRules};
use super::routing::{self, Before, Route};
use super::{
    Arrow, Curve, HeadingLines, HullMark, Label, LabelOwner, LeftOut, Line, Mark, MembershipMark,
    NationMark, Palette, Pattern, Positions, Scene, Theme, TieMark, hulls, nation_marks, text,
};
use crate::model::{Direction, Map, Point, Rect, Status, Tie, TieId};

/// How a map is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// On what ground.
    pub theme: Theme,
    /// Whether the numbers of a tie's sources stand beside it.
    pub numbers: bool,
    /// The size of discs, lines and gaps: 1 on the canvas at any zoom, other values to fit a page.
    pub unit: f32,
    /// The size of names and of what is written along ties.
    pub text_unit: f32,
    /// The width of lines.
    pub line_unit: f32,
    /// The part of a page that no label leaves; none on the canvas.
    pub frame: Option<Rect>,
    /// Whether each tie says in words what it is, for a figure that is read aloud; 200,000 of them take
    /// their time.
    pub words: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            theme: Theme::Light,
            numbers: false,
            unit: 1.0,
            text_unit: 1.0,
            line_unit: 1.0,
            frame: None,
            words: true,
        }
    }
}

/// Draws a map with all care: every tie takes the bend and every label the place that disturbs least.
///
/// Beyond a thousand ties, ties between the same nations are spread and the rest run straight. No
/// label overlaps another or a nation's mark: what finds no room is left out and counted.
pub fn build(map: &Map, positions: &Positions, options: &Options) -> Scene {
    draw(map, positions, options, Before::Nothing)
}

/// Draws a map with all care once more, after an edit: as [`build`], but a tie keeps the bend that it
/// has in `previous` unless another is clearly better, so that an edit here moves nothing there.
pub fn rebuild(map: &Map, positions: &Positions, options: &Options, previous: &Scene) -> Scene {
    draw(map, positions, options, Before::Preferred(previous))
}

/// Sets the labels of a scene anew, in type of another size; all else stays as it is. For a canvas
/// whose zoom has changed.
pub fn relabel(map: &Map, options: &Options, scene: &mut Scene) {
    // Hulls hold names: they are drawn anew around the smaller or larger ones.
    scene.hulls = hulls::marks(map, &mut scene.nations, options);
    let marks = Marks { nations: &scene.nations, hulls: &scene.hulls };
    let ties = std::mem::take(&mut scene.ties);
    let drawn = labelled(map, marks, ties, &scene.memberships, options, &Places::Choose);
    let Scene { hulls, nations, .. } = scene;
    let drawn = with_hulls(map, hulls, nations, drawn, options, &Places::Choose);
    Drawn { ties: scene.ties, labels: scene.labels, left_out: scene.left_out } = drawn;
    scene.bounds = bounds(scene);
}

pub(super) fn draw(
    map: &Map,
    positions: &Positions,
    options: &Options,
    before: Before<'_>,
) -> Scene {
    let palette = Palette::of(options.theme);
    let mut nations = nation_marks::marks(map, positions, options);
    let mut hulls = hulls::marks(map, &mut nations, options);
    let memberships = membership_marks(map, &nations, options);
    let marks = Marks { nations: &nations, hulls: &hulls };
    let drawn = match before {
        Before::Kept(previous) => followed(map, marks, options, previous),
        _ if map.ties().len() > routing::CAREFUL_TIES => {
            let ties = routed(map, marks, &[], options, before);
            labelled(map, marks, ties, &memberships, options, &Places::Choose)
        }
        _ => careful(map, marks, &memberships, options, before),
    };
    let places = match before {
        Before::Kept(previous) => Places::of(previous),
        _ => Places::Choose,
    };
    let drawn = with_hulls(map, &mut hulls, &nations, drawn, options, &places);
    let Drawn { ties, labels, left_out } = drawn;
    let mut scene = Scene {
        palette,
        legend: rows::rows(map, &palette),
        heading: heading(map),
        sources: sources(map),
        mark_unit: nation_marks::mark_unit(map, options),
        bounds: Rect::NOTHING,
        grounds: hulls::grounds(&hulls, &nations, options),
        hulls,
        nations,
        ties,
        memberships,
        labels,
        left_out,
        dimmed: Arc::clone(map.dimmed()),
    };
    scene.bounds = bounds(&scene);
    scene
}

/// Lets hulls hold the names of what is in them, and adds their own.
fn with_hulls(
    map: &Map,
    hulls: &mut [HullMark],
    nations: &[NationMark],
    mut drawn: Drawn,
    options: &Options,
    places: &Places,
) -> Drawn {
    if !hulls.is_empty() {
        hulls::hold_names(hulls, map, &drawn.labels, options.unit);
        let names =
            hulls::labels::place(hulls, nations, &drawn.ties, &drawn.labels, options, places);
        drawn.labels.extend(names.labels);
        drawn.left_out.names += names.left_out;
    }
    drawn
}

/// What is drawn of ties and labels.
struct Drawn {
    ties: Vec<TieMark>,
    labels: Vec<Label>,
    left_out: LeftOut,
}

impl Drawn {
    fn of(ties: Vec<TieMark>, names: Settled, along: Settled) -> Self {
        let left_out = LeftOut { names: names.left_out, tie_labels: along.left_out };
        let labels = names.labels.into_iter().chain(along.labels).collect();
        Self { ties, labels, left_out }
    }
}

/// Ties and labels as they were, moved with what they belong to.
fn followed(map: &Map, marks: Marks<'_>, options: &Options, previous: &Scene) -> Drawn {
    let ties = routed(map, marks, &[], options, Before::Kept(previous));
    let drawn = labelled(map, marks, ties, &[], options, &Places::of(previous));
    Drawn { left_out: previous.left_out, ..drawn }
}

fn routed(
    map: &Map,
    marks: Marks<'_>,
    names: &[Rect],
    options: &Options,
    before: Before<'_>,
) -> Vec<TieMark> {
    let routes = routing::routes(map, marks.nations, names, options, before);
    tie_marks(map, marks, &routes, options)
}

/// Ties where they are, with labels around them.
fn labelled(
    map: &Map,
    marks: Marks<'_>,
    ties: Vec<TieMark>,
    memberships: &[MembershipMark],
    options: &Options,
    places: &Places,
) -> Drawn {
    let is_needed = marks.nations.len() <= labels::MOST_CAREFUL || has_words_along(map, options);
    let field = match places {
        Places::Choose if is_needed => field(marks.nations, &ties, memberships, options),
        _ => Field::empty(),
    };
    let names = labels::names(map, marks.nations, &field, options, places);
    let along = labels::along_ties(map, &ties, &names.labels, &field, options, places);
    Drawn::of(ties, names, along)
}

fn has_words_along(map: &Map, options: &Options) -> bool {
    options.numbers || map.ties().iter().any(|(_, tie)| !tie.label.is_empty())
}

fn field<'a>(
    nations: &'a [NationMark],
    ties: &'a [TieMark],
    memberships: &[MembershipMark],
    options: &Options,
) -> Field<'a> {
    let lines = ties.len() + memberships.len() <= labels::MOST_LINES
        && nations.len() <= labels::MOST_CAREFUL;
    let (ties, memberships) = if lines { (ties, memberships) } else { (&[][..], &[][..]) };
    Field::new(nations, ties, memberships, options.unit, options.frame)
}

/// Ties and labels, each in view of the other: ties avoid the names below their nations, names avoid
/// these ties, and ties once more avoid the names where they stand now.
fn careful(
    map: &Map,
    marks: Marks<'_>,
    memberships: &[MembershipMark],
    options: &Options,
    before: Before<'_>,
) -> Drawn {
    const ROUNDS: usize = 2;
    let places = &Places::Choose;
    let mut avoided =
        labels::names(map, marks.nations, &Field::empty(), options, &Places::First).labels;
    let mut round = 1;
    loop {
        let ties = routed(map, marks, &name_boxes(map, &avoided), options, before);
        let field = field(marks.nations, &ties, memberships, options);
        let names = labels::names(map, marks.nations, &field, options, places);
        if round == ROUNDS || names.labels == avoided {
            let along = labels::along_ties(map, &ties, &names.labels, &field, options, places);
            return Drawn::of(ties, names, along);
        }
        avoided = names.labels;
        round += 1;
    }
}

/// The box of each nation's name in the order of the map, an empty one where it has none.
fn name_boxes(map: &Map, names: &[Label]) -> Vec<Rect> {
    let mut names = names.iter().peekable();
    let name_box = |id| {
        let own = names.next_if(|label| label.owner == LabelOwner::Nation(id));
        own.map_or(Rect::NOTHING, |label| label.bounds)
    };
    map.nations().ids().map(name_box).collect()
}

/// Space between a nation's rim and the end of a tie.
const RIM_GAP: f32 = 2.5;
/// The radius of the ring at the middle of a tie onto which others end.
const RING: f32 = 4.0;

/// What ties end at.
#[derive(Clone, Copy)]
pub(super) struct Marks<'a> {
    pub(super) nations: &'a [NationMark],
    pub(super) hulls: &'a [HullMark],
}

impl<'a> Marks<'a> {
    /// Lets a tie run along a curve, from rim to rim.
    pub(super) fn run(self, mark: &mut TieMark, whole: &Curve, unit: f32) {
        let to_reach = match mark.to {
            Mark::Nation(place) => self.reach(place, &whole.reversed(), unit),
            Mark::Tie(_) => (RING + 1.5) * unit,
        };
        let trimmed = whole.trimmed(self.reach(mark.from, whole, unit), to_reach);
        (mark.curve, mark.arrow) =
            if mark.directed { Arrow::at_end(&trimmed, mark.width) } else { (trimmed, None) };
        mark.strike = mark.has_ended.then(|| Line::across(&mark.curve, unit));
        mark.middle = whole.point(0.5);
    }

    /// How far from the centre of a nation a tie ends that leaves it along a curve.
    fn reach(self, index: usize, curve: &Curve, unit: f32) -> f32 {
        let Some(nation) = self.nations.get(index) else { return 0.0 };
        if nation.is_drawn() {
            return nation.reach(|| curve.tangent(0.0)) + RIM_GAP * unit;
        }
        // A tie with an organisation that is a hull ends at the hull's edge.
        let leaves = self.hull_of(nation).and_then(|hull| hull.left_by(curve));
        leaves.map_or(0.0, |t| curve.point(t).distance(curve.from) + RIM_GAP * unit)
    }

    fn hull_of(self, nation: &NationMark) -> Option<&'a HullMark> {
        self.hulls.iter().find(|hull| hull.organisation == Some(nation.id))
    }

    /// The way of a tie between an organisation that is a hull and a nation within it: to the edge
    /// nearest to that nation. `None` for any other tie.
    fn to_edge(self, route: &Route) -> Option<Curve> {
        let (from, to) =
            (self.nations.get(route.from_nation)?, self.nations.get(route.to_nation?)?);
        let (nation, hull) = match (from.is_drawn(), to.is_drawn()) {
            (true, false) => (from, self.hull_of(to)?),
            (false, true) => (to, self.hull_of(from)?),
            _ => return None,
        };
        let edge = hull.contains(nation.center).then(|| hull.nearest_to(nation.center))?;
        let outwards = Curve::bent(nation.center, edge, route.bend);
        Some(if from.is_drawn() { outwards } else { outwards.reversed() })
    }
}

fn tie_marks(map: &Map, marks: Marks<'_>, routes: &[Route], options: &Options) -> Vec<TieMark> {
    let rules = TieRules::of(map, &Palette::of(options.theme));
    let targets = routing::targets(map);
    let ties = map.ties().iter().zip(routes).enumerate();
    let mark = |(index, ((id, tie), route)): (usize, ((TieId, &Tie), &Route))| {
        let is_target = targets.get(index).copied().unwrap_or(false);
        let look = rules.look(index, map.kinds().get(tie.kind));
        let curve = marks.to_edge(route).filter(|_| !is_target).unwrap_or(route.curve);
        let route = &Route { curve, ..*route };
        tie_mark(map, marks, id, tie, *route, is_target, look, options)
    };
    ties.map(mark).collect()
}

#[expect(clippy::too_many_arguments, reason = "all that a tie's look depends on")]
fn tie_mark(
    map: &Map,
    marks: Marks<'_>,
    id: TieId,
    tie: &Tie,
    route: Route,
    is_target: bool,
    look: TieLook,
    options: &Options,
) -> TieMark {
    let unit = options.unit;
    let palette = Palette::of(options.theme);
    let width = look.width * options.line_unit;
    let status = shown_as(tie.status);
    let dashed_for = status.filter(|_| !look.dash_is_status);
    let mut pattern = Pattern::of(look.dash, dashed_for, width / unit);
    pattern.dashes.iter_mut().for_each(|dash| *dash *= unit);
    let mut mark = TieMark {
        id,
        from: route.from_nation,
        to: route.to_tie.map_or(Mark::Nation(route.to_nation.unwrap_or(0)), Mark::Tie),
        directed: tie.direction == Direction::Directed,
        name: if options.words { tie_name(map, id, tie) } else { String::new() },
        bend: route.bend,
        color: palette.faded(look.color, strength(status)),
        width,
        pattern,
        strength: strength(status),
        arrow: None,
        has_ended: status == Some(Status::Ended),
        strike: None,
        middle: Point::default(),
        ring: is_target.then_some(RING * unit),
        curve: route.curve,
    };
    marks.run(&mut mark, &route.curve, unit);
    mark.pattern = mark.pattern.fitted(mark.curve.length());
    mark
}

fn tie_name(map: &Map, id: TieId, tie: &Tie) -> String {
    let kind = map.kinds().get(tie.kind).map_or("", |kind| kind.name.as_str());
    let mut name = format!("{}, {}", map.tie_name(id), rows::lower_first(kind));
    if let Some(status) = tie.status {
        name.push_str(", ");
        name.push_str(status.name());
    }
    name
}

impl Arrow {
    /// An arrow whose tip is a curve's end, and the curve cut so that it ends within the arrow. A
    /// curve shorter than an arrow has none.
    pub(super) fn at_end(curve: &Curve, width: f32) -> (Curve, Option<Self>) {
        let length = 5.0 + 2.4 * width;
        let cut = curve.trimmed(0.0, length * 0.8);
        if cut.from.distance(cut.to) < 1.0 || curve.length() < length * 1.5 {
            return (*curve, None);
        }
        let back = (cut.to - curve.to).normalized();
        let side = back.perpendicular() * (length * 0.4);
        let base = curve.to + back * length;
        (cut, Some(Self { tip: curve.to, base: [base + side, base - side] }))
    }
}

impl Line {
    /// A short stroke across the middle of a curve.
    pub(super) fn across(curve: &Curve, unit: f32) -> Self {
        let along = curve.tangent(0.5);
        let arm = (along.perpendicular() + along * 0.6).normalized() * (6.0 * unit);
        let middle = curve.point(0.5);
        Self { from: middle - arm, to: middle + arm }
    }
}

fn membership_marks(map: &Map, nations: &[NationMark], options: &Options) -> Vec<MembershipMark> {
    let palette = Palette::of(options.theme);
    let mut marks = Vec::new();
    for ((member, nation), mark) in map.nations().iter().zip(nations) {
        for membership in &nation.memberships {
            let index = map.nations().index_of(membership.organisation);
            let Some(organisation) = index.and_then(|i| nations.get(i)) else { continue };
            if !mark.is_drawn() || !organisation.is_drawn() {
                continue;
            }
            let curve = membership_line(mark, organisation, options.unit);
            let mut pattern = Pattern::membership();
            pattern.dashes.iter_mut().for_each(|dash| *dash *= options.unit);
            let strength = if membership.until.is_some() { 0.45 } else { 1.0 };
            marks.push(MembershipMark {
                member,
                organisation: membership.organisation,
                color: palette.faded(palette.second_ink, strength),
                width: options.unit,
                pattern: pattern.fitted(curve.length()),
                curve,
            });
        }
    }
    marks
}

/// The line between the rims of a member and its organisation.
pub(super) fn membership_line(member: &NationMark, organisation: &NationMark, unit: f32) -> Curve {
    let whole = Curve::line(member.center, organisation.center);
    let gap = RIM_GAP * unit;
    whole.trimmed(
        member.reach(|| whole.tangent(0.0)) + gap,
        organisation.reach(|| whole.tangent(0.0)) + gap,
    )
}

pub(super) fn heading(map: &Map) -> HeadingLines {
    let heading = map.heading();
    let subtitle = text::clean(&heading.subtitle);
    // A subtitle that says the day itself needs no second line to say it.
    let day = heading.as_of.map(|date| date.in_words()).filter(|day| !subtitle.contains(day));
    HeadingLines {
        title: text::clean(&heading.title),
        subtitle,
        as_of: day.map_or_else(String::new, |day| format!("As of {day}")),
    }
}

pub(super) fn sources(map: &Map) -> Vec<String> {
    let line = |(_, source): (_, &crate::model::Source)| {
        let title = text::clean(&source.title);
        // A title that says the day itself needs no second one.
        let day = source.date.map(|date| date.in_words()).filter(|day| !title.contains(day));
        match day {
            Some(day) => format!("{}, {day}", title.trim_end_matches('.')),
            None => title,
        }
    };
    map.sources().iter().map(line).collect()
}

fn bounds(scene: &Scene) -> Rect {
    let square = |center: Point, radius: f32| Rect::centered(center, 2.0 * radius, 2.0 * radius);
    let nations = scene.nations.iter().map(NationMark::bounds);
    let hulls = scene.hulls.iter().map(HullMark::bounds);
    let ties = scene.ties.iter().map(|tie| {
        let ring = square(tie.middle, tie.ring.map_or(0.0, |radius| radius * 1.21));
        let arrow = tie.arrow.iter().flat_map(|arrow| [arrow.tip, arrow.base[0], arrow.base[1]]);
        let strike = tie.strike.iter().flat_map(|line| [line.from, line.to]);
        let line = tie.curve.bounds().expanded(tie.pattern.reach(tie.width));
        arrow.chain(strike).fold(line.union(&ring), |rect, point| rect.including(point))
    });
    let labels = scene.labels.iter().map(|label| label.bounds);
    hulls.chain(nations).chain(ties).chain(labels).fold(Rect::NOTHING, |all, rect| all.union(&rect))
}
