//! Small problems for tests.

use super::problem::Problem;

pub(crate) fn nodes(count: usize) -> Problem {
    Problem {
        radii: vec![18.0; count],
        boxes: vec![[-40.0, -20.0, 40.0, 40.0]; count],
        positions: vec![None; count],
        pinned: vec![false; count],
        ..Problem::default()
    }
}

pub(crate) fn tie(problem: &mut Problem, ends: [u32; 2], sign: i8) {
    problem.ends.push(ends);
    problem.weights.push(1.0);
    problem.signs.push(sign);
    problem.labels.push(0.0);
}

pub(crate) fn with_ties(count: usize, ties: impl IntoIterator<Item = [u32; 2]>) -> Problem {
    let mut problem = nodes(count);
    for ends in ties {
        tie(&mut problem, ends, 1);
    }
    problem
}

pub(crate) fn star(leaves: u32) -> Problem {
    with_ties(leaves as usize + 1, (1..=leaves).map(|leaf| [0, leaf]))
}

pub(crate) fn path(count: u32) -> Problem {
    with_ties(count as usize, (1..count).map(|node| [node - 1, node]))
}

pub(crate) fn clique(count: u32) -> Problem {
    with_ties(count as usize, (0..count).flat_map(|a| (a + 1..count).map(move |b| [a, b])))
}

pub(crate) fn grid(side: u32) -> Problem {
    let right =
        (0..side).flat_map(move |y| (1..side).map(move |x| [y * side + x - 1, y * side + x]));
    let down =
        (1..side).flat_map(move |y| (0..side).map(move |x| [(y - 1) * side + x, y * side + x]));
    with_ties((side * side) as usize, right.chain(down))
}
