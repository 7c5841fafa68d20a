//! All nodes on one circle, each group side by side with a gap to the next.
//!
//! The order is that of [`ring`](super::circular_order). Each node has the room along the circle that its box
//! needs there: its width at the top, its height at the sides. The circle is the first of those
//! tried, each 2 % larger than the one before, on which no boxes overlap.

use super::circular_order;
use super::links::{Link, neighbours};
use crate::layout::angles::direction;
use crate::layout::geometry::{Rect, Xy, scaled};
use crate::layout::overlap_removal::overlapping;
use crate::layout::problem::Problem;
use crate::layout::progress::{Stop, Watch};

/// The air between two groups, in world units along the circle.
const GROUP_GAP: f32 = 64.0;
/// The least radius, so that two or three nodes leave room for their ties.
const LEAST_RADIUS: f32 = 110.0;
/// The air between two neighbours.
const AIR: f32 = 20.0;
/// The air around the text along a tie.
const LABEL_AIR: f32 = 28.0;
const GROWTH: f32 = 1.02;
const APPROXIMATIONS: usize = 30;

pub(super) fn positions(
    problem: &Problem,
    links: &[Link],
    groups: &[u32],
    watch: &mut Watch,
) -> Result<Vec<Xy>, Stop> {
    let count = problem.node_count();
    if count < 2 {
        return Ok(vec![[0.0; 2]; count]);
    }
    let mut group_of = groups.to_vec();
    group_of.resize(count, 0);
    let order = circular_order::grouped(&neighbours(count, links), &group_of, watch)?;
    let mut rooms: Vec<Room> = (0..count)
        .map(|place| {
            let [a, b] = [order[place], order[(place + 1) % count]].map(|node| node as usize);
            let gap = if group_of[a] == group_of[b] { 0.0 } else { GROUP_GAP };
            Room::between(problem.boxes[a], problem.boxes[b], gap)
        })
        .collect();
    make_room_for_labels(&mut rooms, problem, links, &order);
    let (turns, round) = spread(&rooms);
    let mut directions = vec![[0.0; 2]; count];
    for (&node, turned) in order.iter().zip(turns) {
        directions[node as usize] = direction(turned);
    }
    let mut radius = (round as f32 / std::f32::consts::TAU).max(LEAST_RADIUS);
    let largest = 8.0 * radius;
    loop {
        let positions: Vec<Xy> = directions.iter().map(|&d| scaled(d, radius)).collect();
        // Some steps are enough; the limit is for boxes beyond all measure.
        if overlapping(&problem.boxes, &positions).is_empty() || radius > largest {
            return Ok(positions);
        }
        watch.tick()?;
        radius *= GROWTH;
    }
}

/// Neighbours on the circle whose tie carries a text stand far enough apart for it.
fn make_room_for_labels(rooms: &mut [Room], problem: &Problem, links: &[Link], order: &[u32]) {
    let mut place_of = vec![0; order.len()];
    for (place, &node) in order.iter().enumerate() {
        place_of[node as usize] = place;
    }
    for link in links {
        let [a, b] = [link.from, link.to].map(|node| place_of[node as usize]);
        let first = match () {
            () if (a + 1) % order.len() == b => a,
            () if (b + 1) % order.len() == a => b,
            () => continue,
        };
        let label = problem.labels[link.tie as usize];
        if label > 0.0 {
            let discs = problem.radii[link.from as usize] + problem.radii[link.to as usize];
            let least = &mut rooms[first].least;
            *least = least.max(label + discs + LABEL_AIR);
        }
    }
}

/// Where along the circle each node stands, in turns, and how long the circle must be about: each
/// has the room that it needs in its direction, found by repeated approximation.
fn spread(rooms: &[Room]) -> (Vec<f64>, f64) {
    let mut shares = vec![1.0 / rooms.len() as f64; rooms.len()];
    let mut round = 0.0;
    for _ in 0..APPROXIMATIONS {
        let needs: Vec<f64> = starts(&shares)
            .zip(&shares)
            .zip(rooms)
            .map(|((start, share), room)| room.along(direction(start + share / 2.0)))
            .collect();
        round = needs.iter().sum();
        // Half way each time, or names at the corners would swing to and fro.
        shares = shares.iter().zip(needs).map(|(s, need)| (s + need / round) / 2.0).collect();
    }
    (starts(&shares).collect(), round)
}

/// Where each share begins: the first at the top, half a gap to the right.
fn starts(shares: &[f64]) -> impl Iterator<Item = f64> {
    let first = shares.last().map_or(0.0, |last| last / 2.0) - 0.25;
    shares.iter().scan(first, |turned, share| {
        let start = *turned;
        *turned += share;
        Some(start)
    })
}

/// The room between two neighbours.
struct Room {
    /// How far apart they must be side by side, and one above the other, whichever is first.
    apart: [f32; 2],
    /// How far apart they must be in any direction.
    least: f32,
    /// What is left free besides.
    gap: f32,
}

impl Room {
    fn between(a: Rect, b: Rect, gap: f32) -> Self {
        let along = |axis: usize| (a[axis + 2] - b[axis]).max(b[axis + 2] - a[axis]).max(0.0);
        Self { apart: [along(0), along(1)], least: 0.0, gap }
    }

    /// The length along a circle whose middle lies in the opposite direction.
    fn along(&self, [x, y]: Xy) -> f64 {
        let [across, down] = self.apart.map(|c| c + AIR);
        // The circle runs at right angles to the direction.
        let long = (across / y.abs().max(1e-6)).min(down / x.abs().max(1e-6));
        f64::from(long.max(self.least) + self.gap)
    }
}
