//! `entente convert`: reads a file of any format, makes a map of it, and writes that in any other.

mod choices;
mod merged;
mod plan_text;
mod role_words;
mod table_columns;
mod table_rows;
mod target;

use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};

use super::convert_args::ConvertArgs;
use super::{Failure, Status, input};
use crate::formats::{self, Import, ImportReport, Loss, Previous, Writer, Written};

pub(super) fn run(
    args: &ConvertArgs,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Status, Failure> {
    let writer = target::writer(args)?;
    let import = choices::apply(args, &input::import(&args.input, args.nodes.as_deref())?)?;
    let report = import.report();
    let losses = match writer.filter(|_| !args.dry_run) {
        Some(writer) => write(args, import, &report, writer, (out, err))?,
        None => {
            keep_report(args, &report, &[])?;
            if !args.json {
                plan_text::write(&import, &report, out)?;
            }
            Vec::new()
        }
    };
    if args.json {
        writeln!(out, "{:#}", as_json(&report, &losses))?;
    }
    out.flush()?;
    let is_clean = report.is_clean() && losses.is_empty();
    Ok(match (report.failure, args.strict && !is_clean) {
        (Some(_), _) => Status::Failed,
        (None, true) => Status::Warnings,
        (None, false) => Status::Done,
    })
}

/// Makes the map and writes it. Before that, all that was remarked on and all that the format can't hold
/// is written to `err`.
fn write(
    args: &ConvertArgs,
    import: Import,
    report: &ImportReport,
    writer: Writer,
    (out, err): (&mut dyn Write, &mut dyn Write),
) -> Result<Vec<Loss>, Failure> {
    let output = args.output.as_deref().filter(|path| *path != Path::new("-"));
    if output.is_none() && args.json {
        let message = "Can't print both the file and its report. Give -o FILE, or --report FILE.json \
                       in place of --json.";
        return Err(Failure(message.to_owned()));
    }
    tell(report, err)?;
    let Ok(opened) = import.into_opened() else {
        keep_report(args, report, &[])?;
        return Ok(Vec::new());
    };
    let map = match &args.merge_into {
        Some(path) => merged::merge_into(path, &opened.map, err)?,
        None => opened.map,
    };
    let Written { bytes, losses } = writer.write(&map);
    losses.iter().try_for_each(|loss| writeln!(err, "loss: {loss}"))?;
    keep_report(args, report, &losses)?;
    match output {
        Some(path) => formats::write_atomically(path, &bytes, Previous::Keep)?,
        None => out.write_all(&bytes)?,
    }
    Ok(losses)
}

/// Says what was read, and each sort of remark in one line.
fn tell(report: &ImportReport, err: &mut dyn Write) -> Result<(), Failure> {
    writeln!(err, "{}", report.summary())?;
    for group in &report.groups {
        writeln!(err, "{}: {group}", group.severity.name())?;
    }
    for question in &report.questions {
        writeln!(err, "question: {question} {}", choices::answers(question))?;
    }
    Ok(())
}

/// Writes the report to a file, where that is asked for.
fn keep_report(args: &ConvertArgs, report: &ImportReport, losses: &[Loss]) -> Result<(), Failure> {
    let Some(path) = &args.report else { return Ok(()) };
    let is_json = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    let text = if is_json {
        format!("{:#}\n", as_json(report, losses))
    } else {
        let losses: Vec<String> = losses.iter().map(|loss| format!("loss: {loss}\n")).collect();
        format!("{report}{}", losses.concat())
    };
    Ok(formats::write_atomically(path, text.as_bytes(), Previous::Discard)?)
}

fn as_json(report: &ImportReport, losses: &[Loss]) -> Value {
    let mut value = report.to_json();
    let loss = |loss: &Loss| json!({ "count": loss.count, "message": loss.to_string() });
    if let Some(record) = value.as_object_mut() {
        record.insert("losses".to_owned(), losses.iter().map(loss).collect());
    }
    value
}
