//! `entente check`: reads a map and lists its problems.

use std::io::Write;

use serde_json::{Value, json};

use super::args::CheckArgs;
use super::{Failure, Status};
use crate::formats::{self, OpenError, Opened, Problem};

pub(super) fn run(args: &CheckArgs, out: &mut dyn Write) -> Result<Status, Failure> {
    let result = formats::open(&args.input);
    let status = match &result {
        Err(_) => Status::Failed,
        Ok(opened) if args.strict && !opened.problems.is_empty() => Status::Warnings,
        Ok(_) => Status::Done,
    };
    match (args.json, &result) {
        (true, Ok(opened)) => writeln!(out, "{:#}", report(opened))?,
        (true, Err(error)) => writeln!(out, "{:#}", failure_report(error))?,
        (false, Ok(opened)) => write_text(opened, out)?,
        (false, Err(error)) => return Err(Failure(error.to_string())),
    }
    Ok(status)
}

fn write_text(opened: &Opened, out: &mut dyn Write) -> std::io::Result<()> {
    let Opened { map, problems } = opened;
    let count =
        |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    writeln!(
        out,
        "{}, {}, {}",
        count(map.nations().len(), "nation", "nations"),
        count(map.ties().len(), "tie", "ties"),
        count(problems.len(), "problem", "problems"),
    )?;
    problems.iter().try_for_each(|problem| writeln!(out, "{}: {problem}", problem.severity.name()))
}

fn report(opened: &Opened) -> Value {
    json!({
        "nations": opened.map.nations().len(),
        "ties": opened.map.ties().len(),
        "problems": opened.problems.iter().map(problem).collect::<Vec<_>>(),
    })
}

fn problem(problem: &Problem) -> Value {
    json!({
        "severity": problem.severity.name(),
        "line": problem.place.line,
        "column": problem.place.column,
        "path": problem.place.path,
        "message": problem.to_string(),
        "remedy": problem.remedy,
    })
}

fn failure_report(error: &OpenError) -> Value {
    json!({
        "nations": 0,
        "ties": 0,
        "problems": [{
            "severity": "failure",
            "line": error.place.as_ref().map(|place| place.line),
            "column": error.place.as_ref().map(|place| place.column),
            "path": error.place.as_ref().map(|place| place.path.as_str()).unwrap_or_default(),
            "message": error.to_string(),
            "remedy": error.remedy,
        }],
    })
}
