//! In which format `entente convert` writes.

use std::path::Path;

use crate::cli::convert_args::ConvertArgs;
use crate::cli::outcome::Failure;
use crate::formats::{FORMATS, Format, InputFile, Writer};

/// The format that is asked for, by `--to` or by the name of the file.
pub(super) fn writer(args: &ConvertArgs) -> Result<Option<Writer>, Failure> {
    let Some(output) = &args.output else { return Ok(None) };
    let format = match &args.to {
        Some(name) => named(name).ok_or_else(|| {
            Failure(format!("There is no format “{name}”. Choose one of these: {}.", writable()))
        })?,
        None => by_ending(output).ok_or_else(|| {
            let path = output.display();
            let formats = writable();
            Failure(format!(
                "Can't tell the format of “{path}”: name it with one of these endings, or give --to: {formats}."
            ))
        })?,
    };
    let written = format.writer.ok_or_else(|| {
        let (name, formats) = (format.name, writable());
        Failure(format!("{name} is only read. Choose one of these: {formats}."))
    })?;
    Ok(Some(written))
}

/// The format with a name or an ending, in any case and with or without the dot.
fn named(name: &str) -> Option<&'static Format> {
    let name = name.trim().to_lowercase();
    let ending = name.trim_start_matches('.');
    let is_it = |format: &&&Format| {
        format.name.to_lowercase() == name || format.extensions.contains(&ending)
    };
    FORMATS.iter().find(is_it).copied()
}

/// The format with the longest ending that a file has, one that is written before others.
fn by_ending(path: &Path) -> Option<&'static Format> {
    let name = path.file_name()?.to_string_lossy();
    let file = InputFile { name: &name, bytes: &[] };
    let fits = FORMATS.iter().filter(|format| format.has_name(&file));
    let ending = |format: &&&Format| {
        let endings = format.extensions.iter();
        let lengths = endings.filter(|ending| name.to_lowercase().ends_with(*ending));
        (format.writer.is_some(), lengths.map(|ending| ending.len()).max())
    };
    fits.max_by_key(ending).copied()
}

/// The endings of formats that are written.
fn writable() -> String {
    let endings = FORMATS.iter().filter(|format| format.writer.is_some());
    let endings: Vec<String> = endings.map(|format| format!(".{}", format.extensions[0])).collect();
    endings.join(", ")
}
