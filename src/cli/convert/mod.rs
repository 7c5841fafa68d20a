//! `entente convert`: reads a file of any format, makes a map of it, and writes that in any other.

mod choices;
mod merged;
mod named;
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
use crate::formats::{
    self, DELIMITED, EXTENSION, Import, ImportReport, Loss, Previous, ReadAs, Writer, Written,
};

pub(super) fn run(
    args: &ConvertArgs,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Status, Failure> {
    let writer = target::writer(args)?;
    let (import, warnings) = choices::apply(args, &read(args)?)?;
    let report = import.report();
    warnings.iter().try_for_each(|warning| writeln!(err, "warning: {warning}"))?;
    let losses = match writer {
        Some(writer) if !args.dry_run => write(args, import, &report, writer, (out, err))?,
        None if !args.dry_run => return Err(nowhere(args, &report)),
        _ => {
            keep_report(args, &report, &[])?;
            preview(args, &import, &report, (out, err))?;
            Vec::new()
        }
    };
    if args.json {
        writeln!(out, "{:#}", as_json(&report, &losses))?;
    }
    out.flush()?;
    let is_clean = report.is_clean() && losses.is_empty() && warnings.is_empty();
    Ok(match (report.failure, args.strict && !is_clean) {
        (Some(_), _) => Status::Failed,
        (None, true) => Status::Warnings,
        (None, false) => Status::Done,
    })
}

/// Reads the files as the options say.
fn read(args: &ConvertArgs) -> Result<Import, Failure> {
    let read_as = ReadAs { encoding: args.encoding, delimiter: args.delimiter };
    let import = input::import(&args.input, args.nodes.as_deref(), read_as)?;
    let files = &import.source().files;
    if read_as.encoding.is_some() && files.iter().all(|file| file.encoding.is_none()) {
        return Err(Failure(
            "The option --encoding is for text; a workbook has none. Leave it out.".to_owned(),
        ));
    }
    if read_as.delimiter.is_some() && files.iter().all(|file| file.format != DELIMITED.name) {
        let formats: Vec<String> = files.iter().map(ToString::to_string).collect();
        return Err(Failure(format!(
            "The option --delimiter is for delimited text, not for {}. Leave it out.",
            formats.join(" and ")
        )));
    }
    Ok(import)
}

/// Says what would be written, where nothing says to which file.
fn nowhere(args: &ConvertArgs, report: &ImportReport) -> Failure {
    let stem = args.input.file_stem().filter(|stem| *stem != "-");
    let stem = stem.map_or("map".into(), |stem| stem.to_string_lossy());
    Failure(format!(
        "{}\nNothing was written. Say where to with -o, such as -o {stem}.{EXTENSION}; its ending says the \
         format, and --help lists all. --dry-run shows how the file is understood.",
        report.summary()
    ))
}

/// Prints how the file is understood, and what adding it to another map would change.
fn preview(
    args: &ConvertArgs,
    import: &Import,
    report: &ImportReport,
    (out, err): (&mut dyn Write, &mut dyn Write),
) -> Result<(), Failure> {
    // The JSON of the report alone goes to where it is read by a program.
    if !args.json {
        plan_text::write(import, report, out)?;
    }
    if let (Some(path), Ok(map)) = (&args.merge_into, import.map()) {
        merged::merge_into(path, map, if args.json { err } else { out })?;
    }
    Ok(())
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
