//! `entente names`: says which nation each text means, or by which scheme a column says nations.

use std::io::{self, BufRead, Read, Write};

use super::args::NamesArgs;
use super::{Failure, Status};
use crate::names::{self, Guess, Match, Recognition};

/// The most that is read from standard input, in bytes.
const MAX_INPUT: u64 = 64 << 20;

pub(super) fn run(args: &NamesArgs, out: &mut dyn Write) -> Result<Status, Failure> {
    let texts = match args.texts.as_slice() {
        [] => read_lines(&mut io::stdin().lock())?,
        [only] if only == "-" => read_lines(&mut io::stdin().lock())?,
        texts => texts.to_vec(),
    };
    if args.guess {
        return guess(&texts, out);
    }
    for text in &texts {
        write_recognition(text, args.year, out)?;
    }
    Ok(Status::Done)
}

/// The lines of a text, as far as they can be read as UTF-8.
fn read_lines(input: &mut dyn BufRead) -> Result<Vec<String>, Failure> {
    let mut bytes = Vec::new();
    input.take(MAX_INPUT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_INPUT {
        return Err(Failure(format!(
            "The list is longer than {} MiB. Give it in several parts.",
            MAX_INPUT >> 20
        )));
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.trim_start_matches('\u{feff}').lines().map(ToOwned::to_owned).collect())
}

/// Writes a line: the text, the code, the name, and how it was recognised, with tabs between them. Of
/// several nations that it may mean each column lists all.
fn write_recognition(text: &str, year: Option<i32>, out: &mut dyn Write) -> io::Result<()> {
    let all = |matches: &[Match], cell: fn(&Match) -> String| {
        matches.iter().map(cell).collect::<Vec<_>>().join(" | ")
    };
    let code = |found: &Match| found.nation.code.to_owned();
    let name = |found: &Match| found.nation.name.to_owned();
    let clue = |found: &Match| found.clue.to_string();
    let line = |matches: &[Match]| (all(matches, code), all(matches, name), all(matches, clue));
    let (code, name, clue) = match names::recognise(text, year) {
        Recognition::Known(found) => line(&[found]),
        Recognition::Ambiguous(found) => {
            let (code, name, clue) = line(&found);
            (code, name, format!("ambiguous: {clue}"))
        }
        Recognition::Unknown => ("-".to_owned(), "-".to_owned(), unknown(text)),
    };
    let text = text.replace('\t', " ");
    writeln!(out, "{text}\t{code}\t{name}\t{clue}")
}

fn unknown(text: &str) -> String {
    let near = names::suggest(text, 3);
    let near: Vec<String> =
        near.iter().map(|nation| format!("{} {}", nation.code, nation.name)).collect();
    if near.is_empty() {
        "unknown".to_owned()
    } else {
        format!("unknown, perhaps {}", near.join(", "))
    }
}

/// Writes the scheme of a column, the share of values that fit, and those that don't.
fn guess(texts: &[String], out: &mut dyn Write) -> Result<Status, Failure> {
    let values: Vec<&str> = texts.iter().map(String::as_str).collect();
    let Some(Guess { scheme, rivals, share, misfits }) = names::guess_scheme(&values) else {
        return Err(Failure(
            "In no scheme are four in five of these values nations. Expected were codes or numbers \
             of ISO 3166, the Correlates of War project or Gleditsch and Ward, or names in one of \
             the languages known; see docs/names.md."
                .to_owned(),
        ));
    };
    writeln!(out, "{scheme}\t{:.0} %", (share * 1000.0).floor() / 10.0)?;
    for rival in rivals {
        writeln!(out, "or {rival}\tfits as well")?;
    }
    for place in misfits {
        let value = values.get(place).copied().unwrap_or_default().replace('\t', " ");
        writeln!(out, "line {}\t{value}\tdoesn’t fit", place + 1)?;
    }
    Ok(Status::Done)
}
