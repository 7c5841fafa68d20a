//! The formats as the help texts list them.

use std::fmt::Write;

use crate::formats::{FORMATS, Format};

/// The list of formats: name, endings, and whether each is read, written or both.
pub(super) fn help() -> String {
    let mut help = String::from("Formats, found by what a file holds:\n");
    for format in FORMATS {
        let endings: Vec<String> =
            format.extensions.iter().map(|ending| format!(".{ending}")).collect();
        let endings = endings.join(" ");
        let written = written_note(format);
        // Writing to a text can't fail.
        let _ = writeln!(help, "  {:<22}{endings}{written}", format.name);
    }
    help
}

/// What is said where not every file that is read can be written too.
fn written_note(format: &Format) -> String {
    let written: Vec<String> =
        format.written_extensions().map(|ending| format!(".{ending}")).collect();
    match written.len() {
        0 => "  (only read)".to_owned(),
        all if all == format.extensions.len() => String::new(),
        _ => format!("  (written as {})", written.join(" ")),
    }
}
