//! `entente condense`: makes organisations of pacts of many that a map holds as ties between every two.

mod report;

use std::collections::BTreeSet;
use std::io::Write;

use super::condense_args::CondenseArgs;
use super::{Failure, Status, input};
use crate::analysis::pacts::{Condensation, condensation};
use crate::formats::{self, Replaces};
use crate::model::{Map, counted};
use crate::tasks::{condense_checked, expand_checked};
use report::Report;

pub(super) fn run(
    args: &CondenseArgs,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Status, Failure> {
    let map = input::read(&args.input, err)?;
    if args.expand {
        return expand(args, &map, out);
    }
    let found = condensation(&map)?;
    let chosen = chosen(args, &found)?;
    let done = condense_checked(&map, &found.proposals, &chosen)
        .map_err(|why| Failure(format!("Nothing was written: {why}")))?;
    let report = Report { before: &map, after: &done.after, found: &found, chosen: &chosen };
    if args.json {
        writeln!(out, "{:#}", report.to_json())?;
    } else {
        report.write(args.report, &done.difference, out)?;
    }
    if let Some(path) = &args.output {
        formats::save(&done.after, path, Replaces::Anything)?;
    }
    Ok(Status::Done)
}

fn expand(args: &CondenseArgs, map: &Map, out: &mut dyn Write) -> Result<Status, Failure> {
    let done = expand_checked(map).map_err(Failure)?;
    let new = counted(done.ties, "tie", "ties");
    let gone = counted(done.organisations, "organisation", "organisations");
    writeln!(out, "{new} in place of {gone}")?;
    if let Some(path) = &args.output {
        formats::save(&done.after, path, Replaces::Anything)?;
    }
    Ok(Status::Done)
}

/// The positions of the proposals that are taken: all that lose nothing, unless others are named.
fn chosen(args: &CondenseArgs, found: &Condensation) -> Result<BTreeSet<usize>, Failure> {
    let count = found.proposals.len();
    if let Some(number) = args.only.iter().find(|number| !(1..=count).contains(number)) {
        return Err(Failure(format!(
            "There is no group {number}. The groups of this map are 1 to {count}; --report lists them."
        )));
    }
    if !args.only.is_empty() {
        return Ok(args.only.iter().map(|number| number - 1).collect());
    }
    Ok(if args.near { (0..count).collect() } else { found.lossless() })
}
