//! Blocs: signed communities as clusters apart from one another.
//!
//! The communities are those of [`communities`](crate::communities). Each is laid out by forces as a
//! problem of its own, and then all of them as one problem whose nodes are the blocs with all their
//! boxes; rival blocs are tied by longer ties. Guarantees that the boxes around two blocs don't
//! overlap, so that their members never mix, unless pins hold them so. Nodes without ties
//! lie in rows of their own. Ties between blocs don't influence where the members of a bloc lie.

use crate::layout::blocs::bloc_of_nodes;
use crate::layout::error::LayoutError;
use crate::layout::force_directed;
use crate::layout::geometry::{Rect, Xy, add, bounds, center, grown, moved, sub};
use crate::layout::limits::{FARTHEST, LARGEST};
use crate::layout::links::Link;
use crate::layout::options::Options;
use crate::layout::overlap_removal::remove_overlaps;
use crate::layout::problem::Problem;
use crate::layout::progress::{Cancelled, Flow, Frame, Interruption, Progress};

/// The margin around a bloc, in world units.
const BLOC_MARGIN: f32 = 40.0;
/// In maps with more nodes the ties of a bloc may run through names.
const MOST_NODES_DECLUTTERED: usize = 60;
/// How much farther apart rival blocs are than others, in world units.
const RIVAL_GAP: f32 = 80.0;

/// Lays out each bloc by itself, then all blocs.
pub(super) fn positions(
    problem: &Problem,
    links: &[Link],
    options: &Options,
    progress: &mut Progress,
) -> Result<Vec<Xy>, Interruption> {
    let bloc_of = bloc_of_nodes(problem, links);
    let ties = ties_within(problem, &bloc_of)?;
    let is_large = problem.node_count() > MOST_NODES_DECLUTTERED;
    let mut positions = vec![[0.0; 2]; problem.node_count()];
    let mut bloc_bounds = Vec::new();
    for (bloc, ties) in ties.iter().enumerate() {
        let members: Vec<u32> = members(&bloc_of, bloc as u32).collect();
        let own = problem.subproblem(&members, ties);
        progress.advance(1.0 / (bloc_of.len() + 1) as f32);
        let inner = single_bloc(&own, options, is_large, progress)?;
        let boxes = own.boxes.iter().zip(&inner).map(|(&b, &at)| moved(b, at));
        bloc_bounds.push(grown(bounds(boxes).unwrap_or_default(), BLOC_MARGIN));
        for (&node, at) in members.iter().zip(inner) {
            positions[node as usize] = at;
        }
    }
    let options = Options { readability: true, ..options.clone() };
    let whole = problem_of_blocs(problem, links, &bloc_of, &bloc_bounds);
    let bloc_positions = by_forces(&whole, &options, progress)?;
    for (position, &bloc) in positions.iter_mut().zip(&bloc_of) {
        let bloc = bloc as usize;
        *position = add(*position, sub(bloc_positions[bloc], center(bloc_bounds[bloc])));
    }
    Ok(positions)
}

/// Lays out a bloc by forces. In a large map it is drawn once and its ties aren't moved off names: the
/// care that a small map gets would be needed for each bloc, while the ties between blocs, which are
/// most, run through names all the same.
fn single_bloc(
    own: &Problem,
    options: &Options,
    is_large: bool,
    progress: &mut Progress,
) -> Result<Vec<Xy>, Interruption> {
    if !is_large || !options.readability {
        return by_forces(own, options, progress);
    }
    let rough = Options { readability: false, ..options.clone() };
    let mut positions = by_forces(own, &rough, progress)?;
    let mut observer = |_: Frame<'_>| flow(progress);
    let mut hidden = Progress::new(positions.clone(), &mut observer);
    remove_overlaps(&own.boxes, &own.pinned, &mut positions, &mut hidden)?;
    Ok(positions)
}

/// Solves a problem; meanwhile the picture stays as it is.
fn by_forces(
    problem: &Problem,
    options: &Options,
    progress: &mut Progress,
) -> Result<Vec<Xy>, Interruption> {
    let solution = force_directed::solve(problem, options, &mut |_| flow(progress))?;
    if solution.finished { Ok(solution.positions) } else { Err(Cancelled.into()) }
}

fn flow(progress: &mut Progress) -> Flow {
    match progress.check_cancelled() {
        Ok(()) => Flow::Continue,
        Err(Cancelled) => Flow::Cancel,
    }
}

fn members(bloc_of: &[u32], bloc: u32) -> impl Iterator<Item = u32> {
    (0..bloc_of.len() as u32).filter(move |&node| bloc_of[node as usize] == bloc)
}

/// For each bloc, in ascending order, the ties that lie in it with everything they end at.
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

/// The problem whose nodes are the blocs, which lie where they were laid out.
fn problem_of_blocs(
    problem: &Problem,
    links: &[Link],
    bloc_of: &[u32],
    bloc_bounds: &[Rect],
) -> Problem {
    let mut whole = Problem::default();
    for &bounds in bloc_bounds {
        let middle = center(bounds);
        let own = moved(bounds, [-middle[0], -middle[1]]).map(|c| c.clamp(-LARGEST, LARGEST));
        // Half the mean of the sides, so that two blocs whose discs touch about touch themselves.
        whole.radii.push(((own[2] + own[3]) / 2.0).clamp(0.0, LARGEST));
        whole.boxes.push(own);
        whole.positions.push(Some(middle.map(|c| c.clamp(-FARTHEST, FARTHEST))));
        whole.pinned.push(false);
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
        // A label makes a tie longer.
        whole.labels.push(if is_hostile { RIVAL_GAP } else { 0.0 });
    }
    whole
}
