//! `entente layout`: positions for every nation, or for every node of a plain network.

use std::io::Write;
use std::time::Instant;

use super::args::LayoutArgs;
use super::{Failure, Status, cpu_time, input};
use crate::formats::{self, Content, EdgeList, Opened, Previous};
use crate::layout::{Flow, Quality, quality, solve};
use crate::tasks::{LayoutRequest, edge_list_problem, layout_quality};

pub(super) fn run(
    args: &LayoutArgs,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Status, Failure> {
    match formats::open_any(&args.input)? {
        Content::Network(network) => lay_out_network(args, network, out)?,
        Content::Map(opened) => lay_out_map(args, *opened, out, err)?,
    }
    Ok(Status::Done)
}

fn lay_out_network(
    args: &LayoutArgs,
    network: EdgeList,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let problem = edge_list_problem(&network);
    let options = args.settings().of_network(network.ties.len(), args.seed);
    // A large network needs its memory twice otherwise.
    drop(network);
    let watch = args.timings.then(StopWatch::start);
    let positions = solve(&problem, &options, &mut |_| Flow::Continue)?.positions;
    if let Some(watch) = watch {
        watch.tell(out)?;
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
        watch.tell(out)?;
    }
    if args.report {
        report(&layout_quality(&map)?, out)?;
    }
    Ok(formats::save(&map, &args.output)?)
}

/// Prints each number after its name, and a dash where it isn't known.
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

/// How long a layout takes, by the clock and of the processor.
struct StopWatch {
    clock: Instant,
    processor: Option<f64>,
}

impl StopWatch {
    fn start() -> Self {
        Self { clock: Instant::now(), processor: cpu_time::seconds() }
    }

    /// Prints what has passed.
    fn tell(&self, out: &mut dyn Write) -> Result<(), Failure> {
        let wall = self.clock.elapsed().as_secs_f64();
        let processor = cpu_time::seconds().zip(self.processor);
        let cpu = processor.map_or(wall, |(end, start)| end - start);
        Ok(writeln!(out, "LAYOUT {wall:.6} {cpu:.6}")?)
    }
}
