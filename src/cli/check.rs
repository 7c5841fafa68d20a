//! `entente check`: reads a file and lists its problems.

use std::io::Write;

use super::args::CheckArgs;
use super::{Failure, Status};
use crate::formats::{Import, Progress, failure_report};

pub(super) fn run(args: &CheckArgs, out: &mut dyn Write) -> Result<Status, Failure> {
    let result = Import::open(&args.input, Progress::untold()).map(|import| import.report());
    let status = match &result {
        Err(_) => Status::Failed,
        Ok(report) if report.failure.is_some() => Status::Failed,
        Ok(report) if args.strict && !report.is_clean() => Status::Warnings,
        Ok(_) => Status::Done,
    };
    match (args.json, &result) {
        (true, Ok(report)) => writeln!(out, "{:#}", report.to_json())?,
        (true, Err(error)) => writeln!(out, "{:#}", failure_report(error))?,
        (false, Ok(report)) => write!(out, "{report}")?,
        (false, Err(error)) => return Err(Failure(error.to_string())),
    }
    Ok(status)
}
