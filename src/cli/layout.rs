//! `entente layout`: positions for every nation.

use std::io::Write;
use std::time::Instant;

use super::args::LayoutArgs;
use super::{Failure, Status, input};
use crate::formats;
use crate::tasks::Arrangement;

pub(super) fn run(
    args: &LayoutArgs,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Status, Failure> {
    let mut map = input::read(&args.input, err)?;
    let start = Instant::now();
    input::lay_out(&mut map, Arrangement::Anew(args.settings()), args.seed)?;
    let elapsed = start.elapsed();
    formats::save(&map, &args.output)?;
    if args.timings {
        writeln!(out, "LAYOUT {:.6}", elapsed.as_secs_f64())?;
    }
    Ok(Status::Done)
}
