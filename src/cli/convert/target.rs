//! In which format `entente convert` writes.

use std::path::Path;

use crate::cli::convert_args::ConvertArgs;
use crate::cli::outcome::Failure;
use crate::formats::{FORMATS, Format, InputFile, Writer};

/// The format that is asked for, by `--to` or by the name of the file.
pub(super) fn writer(args: &ConvertArgs) -> Result<Option<Writer>, Failure> {
    let Some(output) = &args.output else { return Ok(None) };
    let written = match &args.to {
        Some(name) => by_word(name)?,
        None => by_ending(output)?,
    };
    Ok(Some(written))
}

/// The writer of a format by its name or one of its endings, in any case and with or without the dot.
fn by_word(name: &str) -> Result<Writer, Failure> {
    let wanted = name.trim().to_lowercase();
    let ending = wanted.trim_start_matches('.');
    let named = |format: &&&Format| format.name.to_lowercase() == wanted;
    let ends = |format: &&&Format| format.extensions.contains(&ending);
    if let Some(format) = FORMATS.iter().find(named) {
        return format.writer.ok_or_else(|| only_read(format, format.name));
    }
    let format = FORMATS.iter().find(ends).ok_or_else(|| {
        Failure(format!("There is no format “{name}”. Choose one of these: {}.", writable()))
    })?;
    writer_for(format, ending)
}

/// The writer of the format with the longest ending that a file has.
fn by_ending(path: &Path) -> Result<Writer, Failure> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let file = InputFile { name: &name, bytes: &[] };
    let endings = FORMATS.iter().filter(|format| format.has_name(&file)).flat_map(|format| {
        let fits = format.extensions.iter().filter(|ending| name.ends_with(**ending));
        fits.map(|ending| (ending.len(), *format, *ending))
    });
    match endings.max_by_key(|(length, ..)| *length) {
        Some((_, format, ending)) => writer_for(format, ending),
        None => Err(Failure(format!(
            "Can't tell the format of “{}”: name it with one of these endings, or give --to: {}.",
            path.display(),
            writable()
        ))),
    }
}

/// The writer of a format, where files with this ending are written.
fn writer_for(format: &'static Format, ending: &str) -> Result<Writer, Failure> {
    let is_written = format.written_extensions().any(|written| written == ending);
    format.writer.filter(|_| is_written).ok_or_else(|| only_read(format, &format!(".{ending}")))
}

/// Says that what is named is read and not written, and what is written instead: of the same format if
/// anything, else of all.
fn only_read(format: &Format, what: &str) -> Failure {
    let instead: Vec<String> =
        format.written_extensions().map(|ending| format!(".{ending}")).collect();
    Failure(match instead.as_slice() {
        [] => format!("{what} is only read. Choose one of these: {}.", writable()),
        instead => format!(
            "{what} is only read. Write {} in its place, or one of these: {}.",
            instead.join(" or "),
            writable()
        ),
    })
}

/// The usual endings of formats that are written.
fn writable() -> String {
    let endings = FORMATS.iter().filter_map(|format| format.written_extensions().next());
    let endings: Vec<String> = endings.map(|ending| format!(".{ending}")).collect();
    endings.join(", ")
}
