//! Lays out a plain graph, without a map, and prints it as SVG. The layout takes numbers and knows
//! nothing of nations.
//!
//! ```text
//! cargo run --example layout_graph > cube.svg
//! ```

use std::error::Error;
use std::io::{self, Write};

use entente::layout::{self, Flow, Options, Problem};

/// The corners of a cube that an edge joins.
#[rustfmt::skip]
const EDGES: [[u32; 2]; 12] = [
    [0, 1], [1, 2], [2, 3], [3, 0], // the bottom
    [4, 5], [5, 6], [6, 7], [7, 4], // the top
    [0, 4], [1, 5], [2, 6], [3, 7], // the sides
];
const NODES: usize = 8;
const RADIUS: f32 = 10.0;

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout().lock())
}

/// Prints the graph as SVG.
pub fn run(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let problem = Problem {
        // For each node: the radius of its disc, the box around it and its label, where it lies, and
        // whether it must stay there.
        radii: vec![RADIUS; NODES],
        boxes: vec![[-RADIUS, -RADIUS, RADIUS, RADIUS]; NODES],
        positions: vec![None; NODES],
        pinned: vec![false; NODES],
        // For each edge: its ends, its weight, whether it is friendly (1) or hostile (-1), and the width
        // of its label.
        ends: EDGES.to_vec(),
        weights: vec![1.0; EDGES.len()],
        signs: vec![1; EDGES.len()],
        labels: vec![0.0; EDGES.len()],
    };
    // The same problem, options and seed give the same positions on every machine.
    let options = Options { seed: 7, ..Options::default() };
    let positions = layout::solve(&problem, &options, &mut |_frame| Flow::Continue)?.positions;

    let min = |axis: usize| positions.iter().map(|at| at[axis]).fold(f32::INFINITY, f32::min);
    let max = |axis: usize| positions.iter().map(|at| at[axis]).fold(f32::NEG_INFINITY, f32::max);
    let (left, top) = (min(0) - 2.0 * RADIUS, min(1) - 2.0 * RADIUS);
    let (width, height) = (max(0) + 2.0 * RADIUS - left, max(1) + 2.0 * RADIUS - top);
    writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {top} {width} {height}">"#
    )?;
    for [from, to] in EDGES {
        let ([x1, y1], [x2, y2]) = (positions[from as usize], positions[to as usize]);
        writeln!(out, r#"<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="black"/>"#)?;
    }
    for [x, y] in positions {
        writeln!(out, r#"<circle cx="{x}" cy="{y}" r="{RADIUS}"/>"#)?;
    }
    writeln!(out, "</svg>")?;
    Ok(())
}
