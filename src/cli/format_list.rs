//! The formats as the help texts list them.

use std::fmt::Write;

use crate::formats::FORMATS;

/// The list of formats: name, endings, and whether each is read, written or both.
pub(super) fn help() -> String {
    let mut help = String::from("Formats, found by what a file holds:\n");
    for format in FORMATS {
        let endings: Vec<String> =
            format.extensions.iter().map(|ending| format!(".{ending}")).collect();
        let endings = endings.join(" ");
        let written = if format.writer.is_some() { "" } else { "  (only read)" };
        // Writing to a text can't fail.
        let _ = writeln!(help, "  {:<22}{endings}{written}", format.name);
    }
    help
}
