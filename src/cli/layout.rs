//! `entente layout`: positions for every nation, or for every node of a plain network.

use std::fmt::Write as _;
use std::io::Write;
use std::time::Instant;

use super::args::{LayoutArgs, Switch};
use super::{Failure, Status, input, processor};
use crate::edit;
use crate::formats::{self, EdgeList, Previous};
use crate::layout::{Flow, Options, Problem, solve};
use crate::model::Point;
use crate::tasks::{layout_problem, network_problem};

pub(super) fn run(
    args: &LayoutArgs,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Status, Failure> {
    match formats::open_edges(&args.input)? {
        Some(network) => lay_out_network(args, &network, out)?,
        None => lay_out_map(args, out, err)?,
    }
    Ok(Status::Done)
}

fn lay_out_network(
    args: &LayoutArgs,
    network: &EdgeList,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let positions = positions(args, &network_problem(network), out)?;
    let mut text = String::new();
    for (node, [x, y]) in positions.iter().enumerate() {
        writeln!(text, "{node} {x} {y}")?;
    }
    Ok(formats::write_atomically(&args.output, text.as_bytes(), Previous::Discard)?)
}

fn lay_out_map(args: &LayoutArgs, out: &mut dyn Write, err: &mut dyn Write) -> Result<(), Failure> {
    let mut map = input::read(&args.input, err)?;
    let positions = positions(args, &layout_problem(&map), out)?;
    let points = positions.iter().map(|&[x, y]| Point::new(x, y));
    let places = map.nations().ids().zip(points).collect::<Vec<_>>();
    let placing = edit::place(&map, places, None);
    edit::apply(&mut map, placing)?;
    Ok(formats::save(&map, &args.output)?)
}

fn positions(
    args: &LayoutArgs,
    problem: &Problem,
    out: &mut dyn Write,
) -> Result<Vec<[f32; 2]>, Failure> {
    let options = Options {
        seed: args.seed,
        readability: args.readability == Switch::On,
        preset: args.preset.into(),
        apart: args.apart,
        ..Options::default()
    };
    let (clock, processor) = (Instant::now(), processor::seconds());
    let positions = solve(problem, &options, &mut |_| Flow::Continue)?.positions;
    if args.timings {
        let wall = clock.elapsed().as_secs_f64();
        let cpu = processor::seconds().zip(processor).map_or(wall, |(end, start)| end - start);
        writeln!(out, "LAYOUT {wall:.6} {cpu:.6}")?;
    }
    Ok(positions)
}
