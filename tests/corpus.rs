//! Files that other programs wrote, and broken ones: each is read with the counts of an independent reader,
//! or refused with a message, in bounded time and memory.
//!
//! The files don't come with the project: `ENTENTE_CORPUS` names the folder, in which `EXPECTED.dev.tsv` has a
//! line for each with file, reader, nodes, edges and notes. Where it isn't set, the test says so.
//! `cargo test --test corpus -- --nocapture` prints a table of all.

#![allow(clippy::print_stdout, reason = "a table says what was read")]

mod skipped;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use skipped::skipped;

/// The time of the processor in which a file is read or refused, in seconds; a build that isn't optimised has
/// longer, and one that takes longer still is ended.
const LONGEST: u32 = if cfg!(debug_assertions) { 30 } else { 5 };
/// The memory that a reading may take, in KiB of address space: 1 GiB.
const MOST_MEMORY: u32 = 1 << 20;

/// Files that are read although the independent reader refuses them, each with the reason.
const READ_ALL_THE_SAME: [(&str, &str); 4] = [
    ("nasty_bom.gv", "a byte order mark says nothing that would be against reading it"),
    ("gephi_emojis.gml", "Gephi writes GML so"),
    ("gephi_label.gml", "Gephi writes GML so"),
    ("tool_gv2gml.gml", "Graphviz writes GML so"),
];
/// Files that are refused although the independent reader finds something, each with the reason.
const REFUSED_ALL_THE_SAME: [(&str, &str); 1] =
    [("nasty_deep_subgraphs.gv", "the reader itself runs out of memory, and so finds nothing")];

/// What the independent reader found in a file.
struct Expected {
    path: PathBuf,
    name: String,
    /// Nodes and edges; `None` where it refuses the file.
    counts: Option<[u64; 2]>,
    /// Whether it counted at all; of tables it knows their lines alone.
    is_counted: bool,
}

fn expected(corpus: &Path) -> Vec<Expected> {
    let list =
        std::fs::read_to_string(corpus.join("EXPECTED.dev.tsv")).expect("the list of counts");
    let of_line = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let count = |index: usize| fields.get(index)?.parse().ok();
        let name = fields[0].rsplit('/').next().unwrap_or_default().to_owned();
        Expected {
            path: corpus.join(fields[0]),
            name,
            counts: count(2).zip(count(3)).map(|(nodes, edges)| [nodes, edges]),
            is_counted: fields.get(1) != Some(&"bytes"),
        }
    };
    list.lines().skip(1).map(of_line).collect()
}

/// What Entente says of a file: nodes and edges, or why it is refused.
fn read(path: &Path) -> Result<Result<[u64; 2], String>, String> {
    let output = bounded(path).output().expect("the program runs");
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).map_err(|_| {
        format!("ends with {}: {}", output.status, String::from_utf8_lossy(&output.stderr))
    })?;
    let refusal = report["problems"].as_array().and_then(|problems| {
        let failure = problems.iter().find(|problem| problem["severity"] == "failure")?;
        failure["message"].as_str().map(ToOwned::to_owned)
    });
    match (refusal, &report["nations"], &report["ties"]) {
        (Some(message), ..) => Ok(Err(message)),
        (None, nations, ties) => {
            let counts = nations.as_u64().zip(ties.as_u64()).ok_or("has no counts")?;
            Ok(Ok([counts.0, counts.1]))
        }
    }
}

/// The command that reads a file, with its memory and time bounded where a shell can do that.
fn bounded(path: &Path) -> Command {
    let program = env!("CARGO_BIN_EXE_entente");
    let mut command = if cfg!(unix) {
        let mut shell = Command::new("sh");
        shell
            .arg("-c")
            .arg(format!("ulimit -v {MOST_MEMORY}; ulimit -t {LONGEST}; exec \"$@\""))
            .arg("sh")
            .arg(program);
        shell
    } else {
        Command::new(program)
    };
    command.args(["check", "--json"]).arg(path);
    command
}

/// What is wrong with the reading of a file, if anything is.
fn fault(expected: &Expected, found: &Result<Result<[u64; 2], String>, String>) -> Option<String> {
    let is_in = |list: &[(&str, &str)]| list.iter().any(|(name, _)| *name == expected.name);
    match (found, expected.counts) {
        (Err(crash), _) => Some(crash.clone()),
        (Ok(Err(message)), _) if message.len() < 20 => Some(format!("only says “{message}”")),
        (Ok(_), _) if !expected.is_counted => None,
        (Ok(Ok(counts)), Some(wanted)) if *counts == wanted => None,
        (Ok(Ok(counts)), Some(wanted)) => {
            Some(format!("has {counts:?}, but {wanted:?} is expected"))
        }
        (Ok(Ok(_)), None) if is_in(&READ_ALL_THE_SAME) => None,
        (Ok(Ok(counts)), None) => Some(format!("is read with {counts:?}, but is to be refused")),
        (Ok(Err(_)), None) => None,
        (Ok(Err(_)), Some(_)) if is_in(&REFUSED_ALL_THE_SAME) => None,
        (Ok(Err(message)), Some(wanted)) => Some(format!("has {wanted:?}, but: {message}")),
    }
}

#[test]
fn every_file_of_the_corpus_is_read_or_refused_as_an_independent_reader_does() {
    let Some(corpus) = std::env::var_os("ENTENTE_CORPUS") else {
        skipped("ENTENTE_CORPUS doesn't name the folder of files to read");
        return;
    };
    let mut faults = Vec::new();
    let all = expected(Path::new(&corpus));
    for file in &all {
        let begun = Instant::now();
        let found = read(&file.path);
        let time = begun.elapsed();
        let said = match &found {
            Ok(Ok([nodes, edges])) => format!("{nodes} nodes, {edges} edges"),
            Ok(Err(message)) => format!("refused: {message}"),
            Err(crash) => crash.clone(),
        };
        println!("{:<60} {:>6} ms  {said}", file.name, time.as_millis());
        faults.extend(fault(file, &found).map(|fault| format!("{} {fault}", file.name)));
    }
    assert!(all.len() >= 100, "only {} files are listed", all.len());
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), all.len(), faults.join("\n"));
}
