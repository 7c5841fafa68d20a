//! Reads a map and reports what is in it, what was wrong with the file, and how good its layout is.
//!
//! ```text
//! cargo run --example report_map -- data/great-powers-1914.entente.json
//! ```

use std::collections::BTreeMap;
use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::{env, io};

use entente::formats::{self, Opened};
use entente::model::Map;
use entente::tasks;

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args_os().nth(1).ok_or("Name a map, for example data/….entente.json.")?;
    run(Path::new(&path), &mut io::stdout().lock())
}

/// Prints the report on one file.
pub fn run(path: &Path, out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    // Reading is lenient: what isn't as expected is reported, and the rest becomes the map.
    let Opened { map, problems } = formats::open(path)?;
    writeln!(out, "{}", map.heading().title)?;
    let (nations, ties, sources) = (map.nations().len(), map.ties().len(), map.sources().len());
    writeln!(out, "nations: {nations}, ties: {ties}, sources: {sources}")?;
    for (kind, count) in ties_by_kind(&map) {
        writeln!(out, "{kind}: {count}")?;
    }
    let unproven = map.ties().iter().filter(|(_, tie)| tie.evidence.is_empty()).count();
    writeln!(out, "ties without evidence: {unproven}")?;

    writeln!(out, "problems: {}", problems.len())?;
    for problem in &problems {
        // Says where, what was found, what became of it, and what to do.
        writeln!(out, "- {problem}")?;
    }

    if map.nations().iter().all(|(_, nation)| nation.position.is_some()) {
        let quality = tasks::layout_quality(&map)?;
        writeln!(out, "stress of the layout (0 is best): {:.3}", quality.stress)?;
        if let Some(crossings) = quality.crossings {
            writeln!(out, "crossings of ties: {crossings}")?;
        }
    }
    Ok(())
}

/// The names of the kinds with their numbers of ties.
fn ties_by_kind(map: &Map) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for (_, tie) in map.ties().iter() {
        if let Some(kind) = map.kinds().get(tie.kind) {
            *counts.entry(kind.name.as_str()).or_default() += 1;
        }
    }
    counts
}
