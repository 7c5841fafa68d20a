//! `entente check`: reads a file and lists its problems.

use std::io::Write;
use std::path::Path;

use super::args::CheckArgs;
use super::{Failure, Status, input};
use crate::formats::{Import, InputFile, Progress, failure_report};

pub(super) fn run(args: &CheckArgs, out: &mut dyn Write) -> Result<Status, Failure> {
    let import = if args.input == Path::new("-") {
        let bytes = input::standard_input()?;
        Import::read(&InputFile { name: "", bytes: &bytes }, Progress::untold())
    } else {
        Import::open(&args.input, Progress::untold())
    };
    let result = import.map(|import| import.report());
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
