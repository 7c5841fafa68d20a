//! Blocs: signed communities as clusters apart from one another.
//!
//! The communities are those of [`communities`](super::communities). Each is laid out by forces as a
//! problem of its own, and then all of them as one problem whose nodes are the blocs with all their
//! room; rival blocs are tied by longer ties. Guarantees that the boxes around two blocs don't
//! overlap, so that their members never interleave, unless pins hold them so. Nodes without ties
//! stand in rows of their own. Ties between blocs have no say in where the members of a bloc are.

use super::communities::{SignedTie, communities};
use super::links::Link;
use crate::layout::geometry::{Rect, Xy, add, bounds, grown, moved, sub};
use crate::layout::method::Method;
use crate::layout::overlap_removal::separate;
use crate::layout::problem::{FARTHEST, LARGEST, LayoutError, Problem};
use crate::layout::progress::{Flow, Frame, Stop, Watch};
use crate::layout::solve::{Options, solve};

/// The air around a bloc, in world units.
const BLOC_AIR: f32 = 40.0;
/// In larger maps the ties of a bloc may run through names.
const MOST_NODES_CLEARED: usize = 60;
/// How much farther apart rival blocs are than others, in world units.
const RIVAL_AIR: f32 = 80.0;

pub(super) fn positions(
    problem: &Problem,
    links: &[Link],
    options: &Options,
    watch: &mut Watch,
) -> Result<Result<Vec<Xy>, Stop>, LayoutError> {
    let bloc_of = bloc_of_nodes(problem, links);
    let ties = ties_within(problem, &bloc_of)?;
    let options = Options { method: Method::Force, ..options.clone() };
    let is_large = problem.node_count() > MOST_NODES_CLEARED;
    let mut positions = vec![[0.0; 2]; problem.node_count()];
    let mut rooms = Vec::new();
    for (bloc, ties) in ties.iter().enumerate() {
        let members: Vec<u32> = members(&bloc_of, bloc as u32).collect();
        let own = problem.part(&members, ties);
        watch.advance(1.0 / (bloc_of.len() + 1) as f32);
        let Ok(inner) = bloc_by_itself(&own, &options, is_large, watch)? else {
            return Ok(Err(Stop));
        };
        let boxes = own.boxes.iter().zip(&inner).map(|(&b, &at)| moved(b, at));
        rooms.push(grown(bounds(boxes).unwrap_or_default(), BLOC_AIR));
        for (&node, at) in members.iter().zip(inner) {
            positions[node as usize] = at;
        }
    }
    let between = Options { readability: true, ..options };
    let (whole, middles) = problem_of_blocs(problem, links, &bloc_of, &rooms);
    let Ok(places) = solved(&whole, &between, watch)? else { return Ok(Err(Stop)) };
    for (position, &bloc) in positions.iter_mut().zip(&bloc_of) {
        let bloc = bloc as usize;
        *position = add(*position, sub(places[bloc], middles[bloc]));
    }
    Ok(Ok(positions))
}

/// A bloc laid out by forces. In a large map it is drawn once and ties aren't cleared of names: the
/// care that a small map gets would be taken for each bloc, and the ties between blocs, which are
/// most, run through names all the same.
fn bloc_by_itself(
    own: &Problem,
    options: &Options,
    is_large: bool,
    watch: &mut Watch,
) -> Result<Result<Vec<Xy>, Stop>, LayoutError> {
    if !is_large || !options.readability {
        return solved(own, options, watch);
    }
    let rough = Options { readability: false, ..options.clone() };
    let Ok(mut positions) = solved(own, &rough, watch)? else { return Ok(Err(Stop)) };
    let mut look = |_: Frame<'_>| flow(watch);
    let mut quiet = Watch::new(positions.clone(), &mut look);
    let apart = separate(&own.boxes, &own.pinned, &mut positions, &mut quiet);
    Ok(apart.map(|()| positions))
}

/// Communities, and one bloc more for all nodes without ties.
fn bloc_of_nodes(problem: &Problem, links: &[Link]) -> Vec<u32> {
    let count = problem.node_count();
    let mut has_ties = vec![false; count];
    let mut signed = Vec::new();
    for link in links {
        let ends = [link.from, link.to];
        for end in ends {
            has_ties[end as usize] = true;
        }
        let weight = f64::from(problem.weights[link.tie as usize]);
        match problem.signs[link.tie as usize] {
            0 => {}
            sign => signed.push(SignedTie { ends, weight: weight * f64::from(sign.signum()) }),
        }
    }
    let found = communities(count, &signed);
    let mut number_of = vec![None; count + 1];
    let mut next = 0;
    let bloc = |(community, has_ties): (u32, bool)| {
        let class = if has_ties { community as usize } else { count };
        *number_of[class].get_or_insert_with(|| {
            next += 1;
            next - 1
        })
    };
    found.into_iter().zip(has_ties).map(bloc).collect()
}

fn members(bloc_of: &[u32], bloc: u32) -> impl Iterator<Item = u32> {
    (0..bloc_of.len() as u32).filter(move |&node| bloc_of[node as usize] == bloc)
}

/// For each bloc the ties that lie in it with all that they end at, in rising order.
fn ties_within(problem: &Problem, bloc_of: &[u32]) -> Result<Vec<Vec<u32>>, LayoutError> {
    let mut bloc_of_tie = vec![None; problem.tie_count()];
    for tie in problem.ties_by_depth()? {
        let [a, b] = problem.ends[tie as usize].map(|end| match bloc_of.get(end as usize) {
            Some(&bloc) => Some(bloc),
            None => bloc_of_tie[end as usize - bloc_of.len()],
        });
        bloc_of_tie[tie as usize] = a.filter(|_| a == b);
    }
    let count = bloc_of.iter().max().map_or(0, |&last| last as usize + 1);
    let mut within = vec![Vec::new(); count];
    for (tie, bloc) in bloc_of_tie.iter().enumerate() {
        if let Some(bloc) = bloc {
            within[*bloc as usize].push(tie as u32);
        }
    }
    Ok(within)
}

/// The blocs as nodes, and the middle of each as it was laid out.
fn problem_of_blocs(
    problem: &Problem,
    links: &[Link],
    bloc_of: &[u32],
    rooms: &[Rect],
) -> (Problem, Vec<Xy>) {
    let mut whole = Problem::default();
    let mut middles = Vec::new();
    for room in rooms {
        let middle = [(room[0] + room[2]) / 2.0, (room[1] + room[3]) / 2.0];
        let own = moved(*room, [-middle[0], -middle[1]]).map(|c| c.clamp(-LARGEST, LARGEST));
        // Half the sides' mean: two blocs at that distance about touch.
        whole.radii.push(((own[2] + own[3]) / 2.0).clamp(0.0, LARGEST));
        whole.boxes.push(own);
        whole.positions.push(Some(middle.map(|c| c.clamp(-FARTHEST, FARTHEST))));
        whole.pinned.push(false);
        middles.push(middle);
    }
    for (node, &bloc) in bloc_of.iter().enumerate() {
        whole.pinned[bloc as usize] |= problem.pinned[node];
    }
    let mut ties: Vec<([u32; 2], f32)> = Vec::new();
    for link in links {
        let [a, b] = [link.from, link.to].map(|node| bloc_of[node as usize]);
        if a != b {
            let sign = f32::from(problem.signs[link.tie as usize].signum());
            ties.push(([a.min(b), a.max(b)], sign * problem.weights[link.tie as usize]));
        }
    }
    ties.sort_by_key(|tie| tie.0);
    for between in ties.chunk_by(|a, b| a.0 == b.0) {
        let sum: f32 = between.iter().map(|tie| tie.1).sum();
        let is_hostile = sum < 0.0;
        whole.ends.push(between[0].0);
        whole.weights.push(between.len() as f32);
        whole.signs.push(if is_hostile { -1 } else { i8::from(sum > 0.0) });
        // A label is the way to ask for a longer tie.
        whole.labels.push(if is_hostile { RIVAL_AIR } else { 0.0 });
    }
    (whole, middles)
}

/// Solves a part; what is shown meanwhile is what was shown before.
fn solved(
    problem: &Problem,
    options: &Options,
    watch: &mut Watch,
) -> Result<Result<Vec<Xy>, Stop>, LayoutError> {
    let solution = solve(problem, options, &mut |_| flow(watch))?;
    Ok(if solution.finished { Ok(solution.positions) } else { Err(Stop) })
}

fn flow(watch: &mut Watch) -> Flow {
    match watch.tick() {
        Ok(()) => Flow::Continue,
        Err(Stop) => Flow::Cancel,
    }
}
