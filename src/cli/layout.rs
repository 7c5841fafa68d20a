//! `entente layout`: gives a position to every nation, or to every node of an edge list.

use std::io::Write;
use std::time::Instant;

use super::args::LayoutArgs;
use super::{Failure, Status, cpu_time, input};
use crate::formats::{self, EdgeList, MapOrEdgeList, Opened, Previous, Replaces};
use crate::layout::{Flow, Quality, quality, solve};
use crate::tasks::{LayoutRequest, edge_list_problem, layout_quality};

pub(super) fn run(
    args: &LayoutArgs,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Status, Failure> {
    match formats::open_for_layout(&args.input)? {
        MapOrEdgeList::EdgeList(network) => lay_out_network(args, network, out)?,
        MapOrEdgeList::Map(opened) => lay_out_map(args, *opened, out, err)?,
    }
    Ok(Status::Done)
}

fn lay_out_network(
    args: &LayoutArgs,
    network: EdgeList,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let problem = edge_list_problem(&network);
    let options = args.settings().options_for_edge_list(network.ties.len(), args.seed);
    // Otherwise a large network would be in memory twice.
    drop(network);
    let watch = args.timings.then(StopWatch::start);
    let positions = solve(&problem, &options, &mut |_| Flow::Continue)?.positions;
    if let Some(watch) = watch {
        watch.print(out)?;
    }
    if args.report {
        report(&quality(&problem, &positions)?, out)?;
    }
    let text = formats::write_positions(&positions);
    Ok(formats::write_atomically(&args.output, text.as_bytes(), Previous::Discard)?)
}

fn lay_out_map(
    args: &LayoutArgs,
    opened: Opened,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<(), Failure> {
    let Opened { mut map, problems } = opened;
    input::list_problems(&args.input, &problems, err)?;
    let watch = args.timings.then(StopWatch::start);
    input::lay_out(&mut map, &LayoutRequest::All(args.settings()), args.seed)?;
    if let Some(watch) = watch {
        watch.print(out)?;
    }
    if args.report {
        report(&layout_quality(&map)?, out)?;
    }
    formats::save(&map, &args.output, Replaces::Anything)?;
    Ok(())
}

/// Prints each number after its name; a dash stands for one that isn't known.
fn report(quality: &Quality, out: &mut dyn Write) -> Result<(), Failure> {
    let count = |count: Option<u64>| count.map_or_else(|| "-".to_owned(), |n| n.to_string());
    writeln!(out, "stress {:.4}", quality.stress)?;
    writeln!(out, "neighbourhood {:.4}", quality.neighbourhood)?;
    writeln!(out, "crossings {}", count(quality.crossings))?;
    writeln!(out, "overlaps {}", quality.overlaps)?;
    let through = quality.ties_through_boxes.map(|n| n as u64);
    writeln!(out, "ties through boxes {}", count(through))?;
    Ok(())
}

/// Measures how long a layout takes: elapsed time and processor time.
struct StopWatch {
    clock: Instant,
    processor: Option<f64>,
}

impl StopWatch {
    fn start() -> Self {
        Self { clock: Instant::now(), processor: cpu_time::seconds() }
    }

    /// Prints the seconds since the start.
    fn print(&self, out: &mut dyn Write) -> Result<(), Failure> {
        let wall = self.clock.elapsed().as_secs_f64();
        let processor = cpu_time::seconds().zip(self.processor);
        let cpu = processor.map_or(wall, |(end, start)| end - start);
        Ok(writeln!(out, "LAYOUT {wall:.6} {cpu:.6}")?)
    }
}
