//! `entente condense`: makes organisations of pacts of many that a map holds as ties between every two.

mod report;

use std::collections::BTreeSet;
use std::io::Write;

use super::condense_args::CondenseArgs;
use super::{Failure, Status, input};
use crate::analysis::pacts::{Condensation, TieDifference, condensation, tie_difference};
use crate::edit;
use crate::formats::{self, Replaces};
use crate::model::{Map, counted};
use crate::tasks;
use report::Report;

pub(super) fn run(
    args: &CondenseArgs,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Status, Failure> {
    let map = input::read(&args.input, err)?;
    if args.expand {
        return expand(args, map, out);
    }
    let found = condensation(&map)?;
    let chosen = chosen(args, &found)?;
    let mut after = map.clone();
    edit::apply(&mut after, tasks::condense(&map, &found.proposals, &chosen))?;
    let difference = tie_difference(&map, &after)?;
    check(&found, &chosen, &difference)?;
    let report = Report { before: &map, after: &after, found: &found, chosen: &chosen };
    if args.json {
        writeln!(out, "{:#}", report.to_json())?;
    } else {
        report.write(args.report, &difference, out)?;
    }
    if let Some(path) = &args.output {
        formats::save(&after, path, Replaces::Anything)?;
    }
    Ok(Status::Done)
}

fn expand(args: &CondenseArgs, mut map: Map, out: &mut dyn Write) -> Result<Status, Failure> {
    let (nations, ties) = (map.nations().len(), map.ties().len());
    let command = tasks::expand(&map)?;
    edit::apply(&mut map, command)?;
    let (gone, new) = (nations - map.nations().len(), map.ties().len() - ties);
    if let Some(why) = formats::too_many(map.nations().len(), map.ties().len()) {
        return Err(Failure(format!("Can't write the ties that organisations stand for: {why}.")));
    }
    let (new, gone) = (counted(new, "tie", "ties"), counted(gone, "organisation", "organisations"));
    writeln!(out, "{new} in place of {gone}")?;
    if let Some(path) = &args.output {
        formats::save(&map, path, Replaces::Anything)?;
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
    let all = found.proposals.iter().enumerate();
    let taken = all.filter(|(_, proposal)| args.near || proposal.is_lossless());
    Ok(taken.map(|(at, _)| at).collect())
}

/// Refuses to go on where the ties after expanding again aren't what was announced.
fn check(
    found: &Condensation,
    chosen: &BTreeSet<usize>,
    difference: &TieDifference,
) -> Result<(), Failure> {
    let claims = chosen.iter().any(|at| !found.proposals[*at].is_lossless());
    if difference.lost.is_empty() && (claims || difference.gained.is_empty()) {
        return Ok(());
    }
    Err(Failure(format!(
        "Nothing was written: expanded again, {} ties would be lost and {} be new. That is a fault of this \
         program; please report it with the map.",
        difference.lost.len(),
        difference.gained.len()
    )))
}
