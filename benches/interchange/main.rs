//! How long it takes to read 100,000 ties from each format, and how much memory, beside networkx and
//! python-igraph on the same files: `cargo bench --no-default-features --bench interchange`.
//!
//! What is compared is the way from a file to its network, for peers make no map; how long that takes
//! besides is shown after a plus. Entente's own format, and tables with the columns that it writes, are read as
//! maps at once.
//!
//! Each library is used as it comes: peers read on one thread, while Entente opens the records of JSON beside
//! reading them, where there is a second processor.
//!
//! The files are written by this program. Each reading has a process of its own, so that peaks of memory
//! can be told apart; interpreter and libraries are loaded before its clock starts. Of three readings the
//! fastest counts. Peers that aren't installed are left out, with a line that says so.

#![allow(clippy::print_stdout, reason = "a bench prints what it finds")]

mod made_map;
mod reading;

use std::fs;
use std::path::Path;

use entente::formats::FORMATS;
use reading::{Reading, ours, peer};

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if let [_, flag, path] = args.as_slice()
        && flag == reading::CHILD
    {
        return reading::read_and_print(Path::new(path));
    }
    let folder = tempfile::tempdir().expect("a folder for the files");
    let map = made_map::made_map();
    println!("{:24} {:>7} {:>30} {:>30} {:>30}", "format", "MiB", "entente", "networkx", "igraph");
    for format in FORMATS {
        let Some(writer) = format.writer else { continue };
        let path = folder.path().join(format!("ties.{}", format.extensions[0]));
        compare(format.name, &path, &writer.write(&map).bytes);
    }
    let path = folder.path().join("edges.csv");
    compare("CSV of another program", &path, made_map::as_other_programs_write(&map).as_bytes());
}

/// Writes a file, reads it with each library, and prints a line about that.
fn compare(name: &str, path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).expect("the file is written");
    let size = bytes.len() as f64 / f64::from(1 << 20);
    let Some(own) = ours(path) else {
        println!("{name:24} {size:7.1} can't be read");
        return;
    };
    let [networkx, igraph] = ["networkx", "igraph"].map(|library| peer(library, path));
    println!(
        "{name:24} {size:7.1} {own:>30} {:>30} {:>30}",
        beside(&networkx, &own),
        beside(&igraph, &own)
    );
}

/// A peer's reading, and how many times as long it took as ours.
fn beside(peer: &Result<Reading, String>, own: &Reading) -> String {
    match peer {
        Ok(reading) => format!("{reading} = {:.1}×", reading.seconds / own.seconds),
        Err(reason) => reason.clone(),
    }
}
