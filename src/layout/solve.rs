//! The whole answer: settle each connected part, then make one figure of them.

use super::component_layout::Settling;
use super::components::{Part, connected, packed, rows, size_of};
use super::free_space::MARGIN;
use super::geometry::{Rect, Xy, add, bounds, grown, moved, scaled, sub};
use super::method::{APART, Method, Preset};
use super::methods;
use super::new_nodes::place_new_nodes;
use super::overlap_removal::separate;
use super::problem::{LayoutError, Problem};
use super::progress::{Flow, Frame, Stop, Watch};

/// The air between two parts of a map, in world units.
const PART_MARGIN: f32 = 48.0;
/// How much of the progress is the settling of parts; the rest is what follows it.
const SETTLING: f32 = 0.95;

/// What a layout starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Start {
    /// From nothing: positions of nodes that aren't pinned are ignored.
    #[default]
    Fresh,
    /// From the positions there are, so that the map stays recognisable: it is neither turned nor
    /// packed anew. Nodes without a position are placed first as by [`place_new_nodes`].
    Warm,
}

/// How a layout is made.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Any number; another one may give another drawing, the same one the same drawing.
    pub seed: u64,
    /// What to start from.
    pub start: Start,
    /// Whether to separate boxes and, in maps up to 300 nodes and 1,200 ties, to move nodes off
    /// foreign ties.
    pub readability: bool,
    /// How the nodes are laid out.
    pub method: Method,
    /// What the force-directed layout is true to.
    pub preset: Preset,
    /// How far hostile ties are pushed apart, 0 (signs don't count) to 1 (signs before distances).
    pub apart: f32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            seed: 1,
            start: Start::Fresh,
            readability: true,
            method: Method::default(),
            preset: Preset::default(),
            apart: APART,
        }
    }
}

impl Options {
    /// Whether the drawing is made to be read, and not just to be true to its aim.
    pub(super) fn is_read(&self) -> bool {
        self.readability && self.preset == Preset::Balanced
    }

    /// [`apart`](Self::apart) within its range.
    pub(super) fn share_apart(&self) -> f32 {
        if self.apart.is_finite() { self.apart.clamp(0.0, 1.0) } else { APART }
    }
}

/// Where every node lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// In world units, all finite. A fresh map without pins is centred on `[0, 0]`.
    pub positions: Vec<[f32; 2]>,
    /// False when the observer cancelled: then these are the positions last shown, in which boxes
    /// may overlap.
    pub finished: bool,
}

/// Finds a position for every node.
///
/// The observer sees the positions so far and may stop the run; for maps up to 2,000 nodes it is
/// asked at least every 50 ms in a release build. Pinned nodes keep their bits in all frames. With
/// [`Options::readability`] no two boxes overlap in the end unless both nodes are pinned.
///
/// # Errors
/// As [`Problem::check`]: the arrays don't fit together.
pub fn solve(
    problem: &Problem,
    options: &Options,
    observer: &mut dyn FnMut(Frame<'_>) -> Flow,
) -> Result<Solution, LayoutError> {
    problem.check()?;
    let problem = &problem.with_usable_positions();
    let parts = connected(problem);
    let first = match options.start {
        Start::Fresh => first_positions(problem, &parts),
        Start::Warm => place_new_nodes(problem, options.seed)?,
    };
    let mut watch = Watch::new(first, observer);
    let places = problem.positions.iter().zip(&problem.pinned);
    watch.pin(places.map(|(place, &pinned)| place.filter(|_| pinned)).collect());
    let run = match (methods::lay_out(problem, options, &mut watch)?, options.start) {
        (Some(run), _) => run,
        (None, Start::Fresh) => fresh(problem, options, &parts, &mut watch)?,
        (None, Start::Warm) => warm(problem, options, &parts, &mut watch)?,
    };
    Ok(Solution { positions: watch.positions, finished: run.is_ok() })
}

/// Pinned nodes where they are, parts about where they will come to lie, each in one point.
fn first_positions(problem: &Problem, parts: &[Part]) -> Vec<Xy> {
    let room = |part: &Part| [180.0 * (part.nodes.len() as f32).sqrt() + PART_MARGIN; 2];
    let sizes: Vec<Xy> = parts.iter().map(room).collect();
    let corners = packed(&sizes);
    // About the origin, where the map will lie: what is seen of a run doesn't jump in the end.
    let block = block_size(&corners, &sizes);
    let mut positions = vec![[0.0; 2]; problem.node_count()];
    for ((part, corner), size) in parts.iter().zip(corners).zip(&sizes) {
        let corner = sub(corner, scaled(block, 0.5));
        for &node in &part.nodes {
            let node = node as usize;
            let held = problem.positions[node].filter(|_| problem.pinned[node]);
            positions[node] = held.unwrap_or(add(corner, scaled(*size, 0.5)));
        }
    }
    positions
}

fn fresh(
    problem: &Problem,
    options: &Options,
    parts: &[Part],
    watch: &mut Watch,
) -> Result<Result<(), Stop>, LayoutError> {
    let mut figures = Vec::new();
    let mut alone = Vec::new();
    let all = problem.node_count().max(1);
    let mut done = 0;
    for part in parts {
        let is_pinned = part.nodes.iter().any(|&node| problem.pinned[node as usize]);
        done += part.nodes.len();
        if let ([node], false) = (&part.nodes[..], is_pinned) {
            alone.push(*node);
            continue;
        }
        let offset = if is_pinned { [0.0; 2] } else { watch.positions[part.nodes[0] as usize] };
        watch.look_at(part.nodes.clone(), offset, SETTLING * done as f32 / all as f32);
        let own = problem.part(&part.nodes, &part.ties);
        let settling = Settling::new(&own, options)?;
        match settling.fresh(watch) {
            Ok(positions) => figures.push(Figure { nodes: &part.nodes, positions, is_pinned }),
            Err(stop) => return Ok(Err(stop)),
        }
    }
    let positions = arranged(problem, &figures, &alone);
    Ok(finish(problem, options, positions, watch))
}

/// A settled part.
struct Figure<'a> {
    nodes: &'a [u32],
    positions: Vec<Xy>,
    is_pinned: bool,
}

impl Figure<'_> {
    fn bounds(&self, problem: &Problem) -> Option<Rect> {
        let boxes = self.nodes.iter().zip(&self.positions);
        bounds(boxes.map(|(&node, &at)| moved(problem.boxes[node as usize], at)))
    }
}

/// Pinned figures where they are; free ones packed, nodes without ties in rows below them, and all
/// of that below or beside the pinned ones, whichever keeps the map closer to landscape.
fn arranged(problem: &Problem, figures: &[Figure], alone: &[u32]) -> Vec<Xy> {
    let mut positions = vec![[0.0; 2]; problem.node_count()];
    let mut put = |nodes: &[u32], at: &[Xy], by: Xy| {
        for (&node, &at) in nodes.iter().zip(at) {
            positions[node as usize] = add(at, by);
        }
    };
    for figure in figures.iter().filter(|figure| figure.is_pinned) {
        put(figure.nodes, &figure.positions, [0.0; 2]);
    }
    let pinned =
        bounds(figures.iter().filter(|figure| figure.is_pinned).filter_map(|f| f.bounds(problem)));
    let mut free: Vec<(&Figure, Rect)> = figures
        .iter()
        .filter(|figure| !figure.is_pinned)
        .filter_map(|figure| Some((figure, grown(figure.bounds(problem)?, PART_MARGIN / 2.0))))
        .collect();
    let area = |room: Rect| size_of(room)[0] * size_of(room)[1];
    free.sort_by(|a, b| area(b.1).total_cmp(&area(a.1)));
    let sizes: Vec<Xy> = free.iter().map(|&(_, room)| size_of(room)).collect();
    let corners = packed(&sizes);
    let [block_width, block_height] = block_size(&corners, &sizes);
    let cell_of = |node: &u32| grown(problem.boxes[*node as usize], MARGIN);
    let cell = alone
        .iter()
        .map(cell_of)
        .map(size_of)
        .fold([0.0_f32; 2], |cell, size| [cell[0].max(size[0]), cell[1].max(size[1])]);
    let row_width = (block_width > 0.0).then_some(block_width - PART_MARGIN);
    let (places, rows_size) = rows(alone.len(), cell, row_width);

    let height = block_height + if alone.is_empty() { 0.0 } else { rows_size[1] };
    let origin = block_origin(pinned, [block_width.max(rows_size[0]), height]);
    for ((figure, room), corner) in free.iter().zip(corners) {
        put(figure.nodes, &figure.positions, add(origin, sub(corner, [room[0], room[1]])));
    }
    let indent = (block_width - rows_size[0]).max(0.0) / 2.0;
    for (node, place) in alone.iter().zip(places) {
        let cell = cell_of(node);
        let corner = add(origin, [indent, block_height]);
        put(&[*node], &[add(place, corner)], [-cell[0], -cell[1]]);
    }
    positions
}

/// Width and height of all boxes together, from their upper left corners and sizes.
fn block_size(corners: &[Xy], sizes: &[Xy]) -> Xy {
    let ends = corners.iter().zip(sizes).map(|(&at, &size)| add(at, size));
    ends.fold([0.0_f32; 2], |block, end| [block[0].max(end[0]), block[1].max(end[1])])
}

/// The upper left corner of the free block, beside what is pinned.
fn block_origin(pinned: Option<Rect>, block: Xy) -> Xy {
    match pinned {
        None => scaled(block, -0.5),
        Some(held) => {
            let [width, height] = size_of(held);
            if width > 1.5 * height {
                [(held[0] + held[2] - block[0]) / 2.0, held[3] + PART_MARGIN / 2.0]
            } else {
                [held[2] + PART_MARGIN / 2.0, (held[1] + held[3] - block[1]) / 2.0]
            }
        }
    }
}

fn warm(
    problem: &Problem,
    options: &Options,
    parts: &[Part],
    watch: &mut Watch,
) -> Result<Result<(), Stop>, LayoutError> {
    let all = problem.node_count().max(1);
    let mut done = 0;
    for part in parts {
        done += part.nodes.len();
        watch.look_at(part.nodes.clone(), [0.0; 2], SETTLING * done as f32 / all as f32);
        if part.nodes.len() == 1 {
            continue;
        }
        let own = problem.part(&part.nodes, &part.ties);
        let settling = Settling::new(&own, options)?;
        let mut positions: Vec<Xy> =
            part.nodes.iter().map(|&node| watch.positions[node as usize]).collect();
        if let Err(stop) = settling.warm(&mut positions, watch) {
            return Ok(Err(stop));
        }
        for (&node, position) in part.nodes.iter().zip(positions) {
            watch.positions[node as usize] = position;
        }
    }
    let positions = watch.positions.clone();
    Ok(finish(problem, options, positions, watch))
}

/// Parts that were settled by themselves may lie on each other; then the whole is shown.
fn finish(
    problem: &Problem,
    options: &Options,
    mut positions: Vec<Xy>,
    watch: &mut Watch,
) -> Result<(), Stop> {
    watch.look_at((0..positions.len() as u32).collect(), [0.0; 2], 1.0);
    if options.start == Start::Fresh && !problem.pinned.contains(&true) {
        let boxes = problem.boxes.iter().zip(&positions).map(|(&b, &at)| moved(b, at));
        if let Some(all) = bounds(boxes) {
            let middle = [(all[0] + all[2]) / 2.0, (all[1] + all[3]) / 2.0];
            for position in &mut positions {
                *position = sub(*position, middle);
            }
        }
    }
    if options.readability {
        separate(&problem.boxes, &problem.pinned, &mut positions, watch)?;
    }
    watch.advance(1.0);
    watch.show(&positions)
}
