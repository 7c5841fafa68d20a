//! The marks of power edges: a line that ends in a fork on the ground of a bloc, and in one at its start where that is a
//! ground, too.

use super::fork::Fork;
use super::line_for_many::{area_of_marks, mark_for_many};
use super::power_edge_ways::{Side, Ways};
use super::power_edges::{PowerEdge, PowerEnd};
use crate::model::{Map, Point, Rect};
use crate::scene::look_rules::TieRules;
use crate::scene::{HullMark, Label, NationMark, Options, Palette, TieGroupMark};

/// The marks of power edges on a map whose hulls, nations and texts have their places. Those that `stays` gives stay as
/// they were, and others may join them.
pub(in crate::scene) fn power_edge_marks(
    map: &Map,
    edges: &[PowerEdge],
    (hulls, nations, labels): (&[HullMark], &[NationMark], &[Label]),
    options: &Options,
    stays: &dyn Fn(&PowerEdge) -> Option<TieGroupMark>,
) -> Vec<TieGroupMark> {
    let blocs: Vec<&HullMark> = hulls.iter().filter(|hull| hull.is_bloc).collect();
    let area = area_of_marks(hulls, nations, labels);
    let rules = TieRules::of(map, &Palette::of(options.theme));
    let lines = Lines { map, blocs, nations, labels, area, rules, options };
    let mut marks: Vec<Option<TieGroupMark>> = edges.iter().map(stays).collect();
    let mut ends: Vec<Point> =
        marks.iter().flatten().flat_map(TieGroupMark::ends_on_grounds).collect();
    // The nearest to each ground come first, so that others join the shortest way.
    let mut left: Vec<usize> = (0..edges.len()).filter(|index| marks[*index].is_none()).collect();
    left.sort_by_cached_key(|index| lines.distance(&edges[*index]));
    for index in left {
        let edge = &edges[index];
        let is_alike = |other: &PowerEdge| (other.bloc, other.kind) == (edge.bloc, edge.kind);
        let alike = edges.iter().zip(&marks).filter(|(other, _)| is_alike(other));
        let mut forks: Vec<Fork> = Vec::new();
        for fork in alike.filter_map(|(_, mark)| mark.as_ref()?.forks.first()) {
            if !forks.contains(fork) {
                forks.push(*fork);
            }
        }
        let mark = lines.mark(edge, &ends, &forks);
        ends.extend(mark.iter().flat_map(TieGroupMark::ends_on_grounds));
        marks[index] = mark;
    }
    marks.into_iter().flatten().collect()
}

/// What lines to grounds are drawn on.
struct Lines<'a> {
    map: &'a Map,
    blocs: Vec<&'a HullMark>,
    nations: &'a [NationMark],
    labels: &'a [Label],
    /// The area of the map.
    area: Rect,
    rules: TieRules,
    options: &'a Options,
}

impl<'a> Lines<'a> {
    fn side(&self, end: PowerEnd) -> Option<Side<'a>> {
        Some(match end {
            PowerEnd::Nation(nation) => Side::Nation(self.nations.get(nation)?),
            PowerEnd::Bloc(bloc) => Side::Ground(self.blocs.get(bloc)?),
        })
    }

    /// How far what a line begins at lies from its ground, in whole units.
    fn distance(&self, edge: &PowerEdge) -> i64 {
        let middle = self.blocs.get(edge.bloc).map(|ground| ground.middle);
        let sides = self.side(edge.from).zip(middle);
        sides.map_or(0, |(from, middle)| from.distance(middle) as i64)
    }

    /// The mark of a power edge. Others end at `ends`, and it may join those of its kind that end in `forks` on its ground.
    fn mark(&self, edge: &PowerEdge, ends: &[Point], forks: &[Fork]) -> Option<TieGroupMark> {
        let Self { map, options, area, .. } = *self;
        let (from, ground) = (self.side(edge.from)?, *self.blocs.get(edge.bloc)?);
        let (unit, text_unit) = (options.unit, options.text_unit);
        let ways = Ways { ground, from, ends, forks, area, unit, text_unit };
        let way = ways.best(self.nations, self.labels);
        let (as_one, sides) = ((&edge.ties[..], edge.rank), [from.name(), &ground.name]);
        let mark = mark_for_many(map, as_one, sides, &self.rules, options)?;
        Some(TieGroupMark { curves: vec![way.line], forks: way.forks, ..mark })
    }
}

#[cfg(test)]
mod tests {
    use super::super::line_obstacles::{CLEAR, GAP};
    use super::*;
    use crate::edit::{Change, Command, apply};
    use crate::model::{Direction, End, KindId, Nation, NationId, Tie, TieId};
    use crate::scene::index::{Adjacency, MarkLookup};
    use crate::scene::lines::segment::segment_distance;
    use crate::scene::{Emphasis, LegendSymbol, Positions, Scene, build, move_nations};

    /// The first nations of four blocs, and the end of the last.
    const STARTS: [u32; 5] = [1, 16, 24, 32, 47];
    /// How many nations the second has.
    const SECOND: usize = 8;

    /// Four blocs in which all are allied. The first nation is tied to all of the second bloc, the second nation to all
    /// but one of the third. A test may change the first nation's ties to the second bloc.
    fn scene(change: impl Fn(&mut Tie)) -> Scene {
        scene_with(change, &[])
    }

    /// The same with some concerns.
    fn scene_with(change: impl Fn(&mut Tie), concerns: &[(u32, u32)]) -> Scene {
        let map = map_with(change, concerns);
        build(&map, &Positions::of(&map), &Options::default())
    }

    fn map_with(change: impl Fn(&mut Tie), concerns: &[(u32, u32)]) -> Map {
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
        for (id, (from, to)) in (1..).zip(within.chain(across).chain(concerns.iter().copied())) {
            let key = id.to_string();
            let end = End::Nation(NationId(to));
            let mut tie = Tie::new(key, NationId(from), end, KindId(1), Direction::Mutual);
            if concerns.contains(&(from, to)) {
                tie.kind = KindId(3);
            }
            if from == 1 && bloc_of(to) == 1 {
                change(&mut tie);
            }
            let change = Change::Insert(usize::MAX, Box::new(tie));
            apply(&mut map, Command::Tie(TieId(id), change)).expect("a tie");
        }
        map
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
        let ([line], [middle, ..]) = (&mark.curves[..], &mark.forks.concat()[..]) else {
            panic!("no fork")
        };
        let (nation, tip) = (&scene.nations[0], middle.to);
        assert!((line.from.distance(nation.center) - nation.radius - GAP).abs() < 0.1);
        assert!(ground.contains(tip) && !ground.contains(line.point(0.9)));
        assert_eq!(mark.name, format!("8 ties, allied: {} – {}", nation.name, ground.name));
        assert!(has_fork(&scene));
    }

    #[test]
    fn rivals_of_a_whole_bloc_have_one_line_that_is_as_strong_as_theirs() {
        let scene = scene(|tie| tie.kind = KindId(3));
        let [mark] = &scene.tie_groups[..] else { panic!("{} lines", scene.tie_groups.len()) };
        assert_eq!((mark.ties.len(), lines_of(&scene, 0)), (SECOND, 0));
        let rivalry = &scene.ties[mark.ties[0]];
        assert_eq!((mark.emphasis, mark.color), (Emphasis::Strong, rivalry.color));
        assert!(mark.name.starts_with("8 ties, concern"), "{}", mark.name);
    }

    #[test]
    fn ties_of_all_of_a_bloc_to_all_of_another_are_one_line_with_a_fork_at_both_ends() {
        let all = (STARTS[1]..STARTS[2]).flat_map(|a| (STARTS[2]..STARTS[3]).map(move |b| (a, b)));
        let pairs = all.clone().count();
        let scene = scene_with(|_| (), &all.collect::<Vec<_>>());
        let between = scene.tie_groups.iter().find(|mark| mark.ties.len() == pairs);
        let mark = between.expect("a line between grounds");
        let [[end, ..], [start, ..]] = &mark.forks[..] else { panic!("not two forks") };
        let line = &mark.curves[0];
        let ground = |id: u32| {
            let is_its = |hull: &&HullMark| hull.members.contains(&(id as usize - 1));
            scene.hulls.iter().find(is_its).expect("a ground")
        };
        let (second, third) = (ground(STARTS[1]), ground(STARTS[2]));
        let (from, to) = if second.contains(start.to) { (second, third) } else { (third, second) };
        assert!(from.contains(start.to) && to.contains(end.to));
        assert!(!from.contains(line.point(0.5)) && !to.contains(line.point(0.5)));
        assert_eq!(mark.name, format!("{pairs} ties, concern: {} – {}", from.name, to.name));
    }

    #[test]
    fn lines_of_one_kind_join_before_their_ground() {
        let rivals = 2..=6;
        let pairs = rivals.clone().flat_map(|a| (STARTS[1]..STARTS[2]).map(move |b| (a, b)));
        let scene = scene_with(|_| (), &pairs.collect::<Vec<_>>());
        let (hostile, friendly): (Vec<_>, Vec<_>) =
            scene.tie_groups.iter().partition(|mark| mark.name.contains("concern"));
        assert_eq!((hostile.len(), friendly.len()), (rivals.count(), 1));
        let mouths: Vec<Point> = hostile.iter().map(|mark| mark.forks[0][0].from).collect();
        let is_first = |index: &usize| !mouths[..*index].contains(&mouths[*index]);
        let forks = (0..mouths.len()).filter(is_first).count();
        assert!(forks <= 2, "{forks} forks");
        assert!(!mouths.contains(&friendly[0].forks[0][0].from), "a fork of two kinds");
        for mark in hostile {
            let [line] = &mark.curves[..] else { panic!("not one line") };
            let middle = &mark.forks[0][0];
            assert!(line.tangent(1.0).dot(middle.tangent(0.0)) > 0.99, "a kink");
            assert!(middle.distance_to(line.to) < 0.1, "a gap");
        }
    }

    #[test]
    fn lines_and_their_forks_stay_within_the_map() {
        let pairs = (2..=6).flat_map(|a| (STARTS[1]..STARTS[2]).map(move |b| (a, b)));
        let scene = scene_with(|_| (), &pairs.collect::<Vec<_>>());
        let marks = scene.hulls.iter().map(HullMark::bounds);
        let marks = marks.chain(scene.nations.iter().map(NationMark::bounds));
        let area = marks.fold(Rect::NOTHING, |all, bounds| all.union(&bounds));
        let labels = scene.labels.iter().map(|label| label.bounds);
        let area = labels.fold(area, |all, bounds| all.union(&bounds)).expanded(0.1);
        for line in scene.tie_groups.iter().flat_map(TieGroupMark::all_curves) {
            assert!(area.holds(&line.bounds()));
        }
    }

    #[test]
    fn while_nations_move_the_other_lines_stay() {
        let concerns: Vec<(u32, u32)> = (STARTS[2]..STARTS[3]).map(|to| (STARTS[3], to)).collect();
        let map = map_with(|_| (), &concerns);
        let options = Options::default();
        let mut scene = build(&map, &Positions::of(&map), &options);
        let before = scene.tie_groups.clone();
        let lookup = MarkLookup::of(&scene);
        let adjacency = Adjacency::of(&scene, &lookup);
        let to = scene.nations[0].center + Point::new(-40.0, 0.0);
        move_nations(&map, &[(0, to)], &options, (&lookup, &adjacency), &mut scene);
        let [own, other] = &scene.tie_groups[..] else { panic!("{} lines", before.len()) };
        assert_eq!(*other, before[1]);
        let radius = scene.nations[0].radius;
        assert!((own.curves[0].from.distance(to) - radius - GAP).abs() < 0.1);
        assert_eq!(own.ties, before[0].ties);
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
            let from = Side::Nation(nation);
            let area = scene.bounds;
            let ways = Ways { ground, from, ends, forks: &[], area, unit: 1.0, text_unit: 1.0 };
            ways.best(&scene.nations, &scene.labels).line.to
        };
        let first = ways(&[]);
        assert!(ways(&[first]).distance(first) >= CLEAR);
    }
}
