//! Files of plain lines.

use super::recognise::{EXTENSION, recognise};
use super::write::Lines;
use super::write_losses::losses;
use super::{LineRead, OF_A_FILE, Remark, read_within};
use crate::edit::apply;
use crate::formats::format::{Format, Reader, Writer};
use crate::formats::limits::{MAX_PROBLEMS, check_size};
use crate::formats::opened::Opened;
use crate::formats::problems::{
    LineCounter, OpenError, Origin, Place, Problem, Remarks, Severity, shorten,
};
use crate::formats::text_encoding::decode_text;
use crate::formats::written::Written;
use crate::model::{Map, UsualKinds};

/// The format of plain lines.
pub static PLAIN_LINES: Format = Format {
    name: "Plain lines",
    extensions: &[EXTENSION],
    only_read: &[],
    media_types: &["text/plain"],
    recognise,
    reader: Reader::Map(read),
    writer: Some(Writer::Map(write)),
};

/// Reads a file of plain lines. A line with a fault is left out.
fn read(bytes: &[u8]) -> Result<Opened, OpenError> {
    check_size(bytes.len() as u64)?;
    let decoded = decode_text(bytes, None)?;
    let mut remarks = Remarks::default();
    decoded.report(&mut remarks);
    let text = &*decoded.text;
    let mut map = Map::empty();
    let read = read_within(&OF_A_FILE, &map, text, UsualKinds::default());
    let mut problems = remarks.to_problems(&Origin::Text);
    problems.extend(problems_of(text, &read.lines));
    let Some((_, command)) = read.command else {
        let first = problems.first().map(|problem| format!(": {problem}")).unwrap_or_default();
        let remedy = "Write lines such as “Japan – New Zealand: pact, 2024”.";
        return Err(OpenError::of_whole_file(format!("no line of it is a tie{first}"), remedy));
    };
    apply(&mut map, command).map_err(|error| {
        OpenError::of_whole_file(format!("its lines make no map: {error}"), "Correct the lines.")
    })?;
    Ok(Opened { map, problems })
}

fn problems_of(text: &str, lines: &[LineRead]) -> Vec<Problem> {
    let mut counter = LineCounter::new(text);
    let mut problems = Vec::new();
    let remarks = lines.iter().flat_map(|line| line.remarks.iter().map(move |r| (line, r)));
    let mut rest = 0;
    for (line, remark) in remarks {
        if problems.len() < MAX_PROBLEMS {
            let (number, _) = counter.advance_to(line.span.start);
            let before = text.get(line.span.start..remark.span.start).unwrap_or_default();
            let column = before.chars().count() as u32 + 1;
            problems.push(problem(text, number, column, (line, remark)));
        } else {
            rest += 1;
        }
    }
    if let Some(last) = problems.last_mut().filter(|_| rest > 0) {
        last.outcome.push_str(&format!(" {rest} more remarks aren't listed."));
    }
    problems
}

fn problem(text: &str, number: u32, column: u32, (line, remark): (&LineRead, &Remark)) -> Problem {
    let found = text.get(remark.span.clone()).unwrap_or_default();
    let (severity, outcome) = match remark.is_fault {
        // Of a line with several sentences others may have been read.
        true if !line.adds.is_empty() => (Severity::Loss, "The sentence was left out."),
        true => (Severity::Loss, "The line was left out."),
        false => (Severity::Warning, "The line was read."),
    };
    Problem {
        severity,
        place: Place { line: number, column, path: String::new() },
        message: format!("has “{}”", shorten(found.trim())),
        outcome: outcome.to_owned(),
        remedy: remark.message.clone(),
    }
}

/// Writes the file of a map.
fn write(map: &Map) -> Written {
    let lines = Lines::of(map);
    Written { bytes: lines.text().into_bytes(), losses: losses(map, &lines) }
}
