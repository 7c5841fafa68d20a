//! The marks of power edges: a line from a nation that ends in a fork on the ground of a bloc.

use super::power_edges::PowerEdge;
use crate::model::{Kind, Map, Point, Rect, counted};
use crate::scene::hull_area::area_contains;
use crate::scene::legend::wording::kind_name;
use crate::scene::lines::segment::{length_in_rect, segment_distance};
use crate::scene::look_rules::TieRules;
use crate::scene::ties::{LineStyle, TieRank};
use crate::scene::{Curve, HullMark, Label, NationMark, Options, Palette, TieGroupMark};

/// The width of the line against that of one tie.
const WIDTH: f32 = 1.4;
/// How far the fork reaches back from the ground, how far into it, and to both sides, at text unit 1: it is a sign to
/// read, as large beside names at any zoom.
const FORK: [f32; 3] = [12.0, 2.0, 7.0];
/// The space between a nation's disc and the line, at unit 1.
const GAP: f32 = 2.0;
/// The distance of the points of an outline at which lines may end, at unit 1.
const STEP: f32 = 10.0;
/// The most of them that are tried, the nearest first.
const MOST_ENDS: usize = 80;
/// The bends that are tried, the best first.
const BENDS: [f32; 5] = [0.0, 0.1, -0.1, 0.22, -0.22];
/// What a line pays for each disc that hides it or that it seems to end at, for each text that cuts it, for an end beside
/// that of another line, and for one at nations that stand apart on the ground, as a way, at unit 1.
const DISC: f32 = 90.0;
const TEXT: f32 = 60.0;
const BESIDE: f32 = 90.0;
const AT_PATCH: f32 = 300.0;
/// The least distance of an end from that of another line, and from a disc, at text unit 1.
const CLEAR: f32 = 18.0;
/// The least slope, as a cosine, at which a line meets an outline.
const SLOPE: f32 = 0.35;

/// The marks of power edges on a map whose hulls, nations and texts have their places.
pub(in crate::scene) fn power_edge_marks(
    map: &Map,
    edges: &[PowerEdge],
    (hulls, nations, labels): (&[HullMark], &[NationMark], &[Label]),
    options: &Options,
) -> Vec<TieGroupMark> {
    let rules = TieRules::of(map, &Palette::of(options.theme));
    let blocs: Vec<&HullMark> = hulls.iter().filter(|hull| hull.is_bloc).collect();
    let mut ends: Vec<Point> = Vec::new();
    let mut mark = |edge: &PowerEdge| {
        let (ground, nation) = (*blocs.get(edge.bloc)?, nations.get(edge.nation)?);
        let (unit, text_unit) = (options.unit, options.text_unit);
        let ways = Ways { ground, nation, ends: &ends, unit, text_unit };
        let curve = ways.best(nations, labels);
        ends.push(curve.to);
        let (style, kind) = power_edge_style(map, edge, &rules, options)?;
        let count = counted(edge.ties.len(), "tie", "ties");
        let kind = kind_name(kind);
        Some(TieGroupMark {
            ties: edge.ties.clone(),
            name: format!("{count}, {kind}: {} – {}", nation.name, ground.name),
            curves: forked(&curve, text_unit),
            color: style.color,
            width: style.width * options.unit,
            pattern: style.pattern,
            arrow: None,
            strike: None,
        })
    };
    edges.iter().filter_map(&mut mark).collect()
}

/// How the line of a power edge is drawn, and the kind of its ties.
pub(in crate::scene) fn power_edge_style<'m>(
    map: &'m Map,
    edge: &PowerEdge,
    rules: &TieRules,
    options: &Options,
) -> Option<(LineStyle, &'m Kind)> {
    let first = *edge.ties.first()?;
    let kind = map.kinds().get(map.ties().get(map.ties().id_at(first)?)?.kind)?;
    let look = rules.look(first, Some(kind));
    let style = LineStyle::of(&look, None, Some(TieRank::Usual), options);
    Some((LineStyle { width: WIDTH * style.width, ..style }, kind))
}

/// A line with a fork at its second end.
pub(in crate::scene) fn forked(line: &Curve, text_unit: f32) -> Vec<Curve> {
    let [back, into, aside] = FORK.map(|length| length * text_unit);
    let along = line.tangent(1.0);
    let start = line.to - along * back.min(line.length() / 2.0);
    let prong = |side: f32| {
        let tip = line.to + along * into + along.perpendicular() * side;
        Curve::line(start, tip)
    };
    vec![*line, Curve::line(line.to, line.to + along * into), prong(aside), prong(-aside)]
}

/// The ways from a nation to the ground of a bloc.
struct Ways<'a> {
    ground: &'a HullMark,
    nation: &'a NationMark,
    /// Where other lines end.
    ends: &'a [Point],
    unit: f32,
    text_unit: f32,
}

/// What lies between a nation and a ground.
struct Obstacles<'a> {
    discs: Vec<&'a NationMark>,
    texts: Vec<&'a Label>,
}

impl Ways<'_> {
    /// The way that is short, hidden by few discs and cut by few texts.
    fn best(&self, nations: &[NationMark], labels: &[Label]) -> Curve {
        let from = self.nation.center;
        let trimmed = |curve: Curve| curve.trimmed(self.nation.radius + GAP * self.unit, 0.0);
        let ends = self.possible_ends();
        let obstacles = self.obstacles(&ends, nations, labels);
        let mut ways: Vec<(f32, Curve)> = Vec::new();
        for (end, inward) in ends {
            for bend in BENDS {
                let curve = trimmed(Curve::bent(from, end, bend));
                if curve.tangent(1.0).dot(inward) >= SLOPE {
                    ways.push((self.cost(&curve, &obstacles), curve));
                }
            }
        }
        ways.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        let comes_from_outside = |(_, curve): &&(f32, Curve)| {
            const BEFORE: [f32; 5] = [0.5, 0.65, 0.8, 0.9, 0.96];
            !BEFORE.iter().any(|t| self.ground.contains(curve.point(*t)))
        };
        let best = ways.iter().find(comes_from_outside).or(ways.first());
        best.map_or_else(|| trimmed(Curve::line(from, self.ground.middle)), |(_, curve)| *curve)
    }

    /// The marks and texts that ways to some ends may meet.
    fn obstacles<'m>(
        &self,
        ends: &[(Point, Point)],
        nations: &'m [NationMark],
        labels: &'m [Label],
    ) -> Obstacles<'m> {
        let area = ends.iter().fold(self.nation.bounds(), |area, (end, _)| area.including(*end));
        let area = area.expanded(0.25 * area.width().max(area.height()));
        let is_other = |mark: &&NationMark| mark.is_drawn() && mark.id != self.nation.id;
        let discs = nations.iter().filter(is_other);
        Obstacles {
            discs: discs.filter(|mark| area.intersects(&mark.bounds())).collect(),
            texts: labels.iter().filter(|label| area.intersects(&label.bounds)).collect(),
        }
    }

    /// The points of the outline that are nearest to the nation, each with the direction into the ground.
    fn possible_ends(&self) -> Vec<(Point, Point)> {
        let mut ends = Vec::new();
        for line in &self.ground.outline {
            let mut walked = 0.0;
            for (from, to) in line.iter().zip(line.iter().cycle().skip(1)) {
                walked += from.distance(*to);
                if walked >= STEP * self.unit {
                    walked = 0.0;
                    // Outlines run clockwise around what is within.
                    ends.push((*to, (*to - *from).normalized().perpendicular()));
                }
            }
        }
        let away = |end: &(Point, Point)| end.0.distance(self.nation.center);
        ends.sort_by(|a, b| away(a).total_cmp(&away(b)));
        ends.truncate(MOST_ENDS);
        ends
    }

    fn cost(&self, curve: &Curve, obstacles: &Obstacles<'_>) -> f32 {
        let points = curve.flatten(self.unit);
        let sides = || points.windows(2).map(|side| (side[0], side[1]));
        let clear = CLEAR * self.text_unit;
        let hides = |disc: &NationMark| {
            let reach = disc.radius + GAP * self.unit;
            sides().any(|(a, b)| segment_distance(disc.center, a, b) < reach)
        };
        let is_meant = |disc: &NationMark| disc.center.distance(curve.to) < disc.radius + clear;
        let fork = Rect::centered(curve.to, 2.0 * clear, 2.0 * clear);
        let cuts = |text: &Label| {
            sides().any(|(a, b)| length_in_rect(a, b, &text.bounds) > 0.0)
                || fork.intersects(&text.bounds)
        };
        let is_beside = |end: &&Point| end.distance(curve.to) < clear;
        let discs = obstacles.discs.iter().filter(|disc| hides(disc) || is_meant(disc));
        let texts = obstacles.texts.iter().filter(|text| cuts(text));
        let paid = DISC * discs.count() as f32
            + TEXT * texts.count() as f32
            + BESIDE * self.ends.iter().filter(is_beside).count() as f32
            + if self.ends_at_patch(curve) { AT_PATCH } else { 0.0 };
        curve.length() + paid * self.unit
    }

    /// Whether a line ends where the ground doesn't stand for ties.
    fn ends_at_patch(&self, curve: &Curve) -> bool {
        let tip = curve.to + curve.tangent(1.0) * (FORK[0] * self.text_unit);
        let apart = self.ground.apart.as_ref();
        apart.is_some_and(|apart| area_contains(&apart.outlines, tip))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Change, Command, apply};
    use crate::model::{Direction, End, KindId, Nation, NationId, Tie, TieId};
    use crate::scene::{LegendSymbol, Positions, Scene, build};

    /// The first nations of four blocs, and the end of the last.
    const STARTS: [u32; 5] = [1, 16, 24, 32, 47];
    /// How many nations the second has.
    const SECOND: usize = 8;

    /// Four blocs in which all are allied. The first nation is tied to all of the second bloc, the second nation to all
    /// but one of the third. A test may change the first nation's ties to the second bloc.
    fn scene(change: impl Fn(&mut Tie)) -> Scene {
        let mut map = Map::empty();
        let bloc_of = |id: u32| STARTS.partition_point(|start| *start <= id) as u32 - 1;
        for id in 1..STARTS[4] {
            let (bloc, row) = (bloc_of(id), (id - STARTS[bloc_of(id) as usize]) / 4);
            let (x, y) = (id % 4 * 90 + bloc % 2 * 700, row * 90 + bloc / 2 * 700);
            let position = Some(Point::new(x as f32, y as f32));
            let nation = Nation { key: id.to_string(), position, ..Nation::default() };
            let change = Change::Insert(usize::MAX, Box::new(nation));
            apply(&mut map, Command::Nation(NationId(id), change)).expect("a nation");
        }
        let within = (1..STARTS[4]).flat_map(|a| (a + 1..STARTS[4]).map(move |b| (a, b)));
        let within = within.filter(|(a, b)| bloc_of(*a) == bloc_of(*b));
        let across = (STARTS[1]..STARTS[3] - 1).map(|b| (bloc_of(b), b));
        for (id, (from, to)) in (1..).zip(within.chain(across)) {
            let key = id.to_string();
            let end = End::Nation(NationId(to));
            let mut tie = Tie::new(key, NationId(from), end, KindId(1), Direction::Mutual);
            if from == 1 && bloc_of(to) == 1 {
                change(&mut tie);
            }
            let change = Change::Insert(usize::MAX, Box::new(tie));
            apply(&mut map, Command::Tie(TieId(id), change)).expect("a tie");
        }
        build(&map, &Positions::of(&map), &Options::default())
    }

    /// How many lines there are of a nation's ties one by one.
    fn lines_of(scene: &Scene, nation: usize) -> usize {
        scene.ties.iter().filter(|tie| tie.from == nation && tie.is_drawn).count()
    }

    fn second_ground(scene: &Scene) -> &HullMark {
        let member = STARTS[1] as usize - 1;
        scene.hulls.iter().find(|hull| hull.members.contains(&member)).expect("the second bloc")
    }

    fn has_fork(scene: &Scene) -> bool {
        scene.legend.iter().any(|row| matches!(row.symbol, LegendSymbol::Fork { .. }))
    }

    #[test]
    fn ties_to_all_of_a_bloc_are_one_line_that_forks_on_its_ground() {
        let scene = scene(|_| ());
        let [mark] = &scene.tie_groups[..] else { panic!("{} lines", scene.tie_groups.len()) };
        assert!(mark.ties.iter().all(|tie| !scene.ties[*tie].is_drawn));
        assert_eq!((mark.ties.len(), lines_of(&scene, 0)), (SECOND, 0));
        assert_eq!(lines_of(&scene, 1), SECOND - 1, "one is missing to all of the third");
        let ground = second_ground(&scene);
        let [line, middle, ..] = &mark.curves[..] else { panic!("no fork") };
        let (nation, tip) = (&scene.nations[0], middle.to);
        assert!((line.from.distance(nation.center) - nation.radius - GAP).abs() < 0.1);
        assert!(ground.contains(tip) && !ground.contains(line.point(0.9)));
        assert_eq!(mark.name, format!("8 ties, allied: {} – {}", nation.name, ground.name));
        assert!(has_fork(&scene));
    }

    #[test]
    fn ties_that_a_line_for_all_cannot_tell_keep_theirs() {
        let changes: [fn(&mut Tie); 3] = [
            |tie| tie.label = "a treaty".into(),
            |tie| tie.direction = Direction::Directed,
            |tie| tie.status = Some(crate::model::Status::Negotiating),
        ];
        for change in changes {
            let of_one = |tie: &mut Tie| {
                if tie.to == End::Nation(NationId(STARTS[1] + 3)) {
                    change(tie);
                }
            };
            let scene = scene(of_one);
            assert!(scene.tie_groups.is_empty() && !has_fork(&scene));
            assert_eq!(lines_of(&scene, 0), SECOND);
        }
    }

    #[test]
    fn lines_keep_clear_of_discs_and_texts_and_end_where_no_other_does() {
        let scene = scene(|_| ());
        let line = &scene.tie_groups[0].curves[0];
        let points = line.flatten(0.5);
        let hits = |nation: &&NationMark| {
            let sides = points.windows(2);
            sides.into_iter().any(|s| segment_distance(nation.center, s[0], s[1]) < nation.radius)
        };
        assert_eq!(scene.nations.iter().skip(1).filter(hits).count(), 0);
        let nation = &scene.nations[0];
        let ground = second_ground(&scene);
        let ways = |ends: &[Point]| {
            let ways = Ways { ground, nation, ends, unit: 1.0, text_unit: 1.0 };
            ways.best(&scene.nations, &scene.labels).to
        };
        let first = ways(&[]);
        assert!(ways(&[first]).distance(first) >= CLEAR);
    }
}
