//! One file read in a process of its own, by this library or by a peer.

use std::fmt;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use entente::formats::{
    Content, InputFile, Network, Progress, TablePlan, guess, network, recognise, to_map,
};
use entente::model::Map;

/// The argument by which this program reads one file and prints how that went.
pub const CHILD: &str = "--read";

/// How often each file is read.
const TIMES: usize = 3;
/// A peer that takes longer than this isn't waited for.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long a reading took, and by how much memory grew at its peak.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// Seconds by the clock, from the file to the network: what peers do.
    pub seconds: f64,
    /// Mebibytes.
    pub mebibytes: f64,
    /// Seconds more, from the network to a map; 0 for peers, which make none.
    pub seconds_to_map: f64,
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let map = match self.seconds_to_map {
            0.0 => String::new(),
            seconds => format!(" + {seconds:.3} s"),
        };
        f.pad(&format!("{:.3} s {:4.0} MiB{map}", self.seconds, self.mebibytes))
    }
}

/// Reads a file as a network and then makes a map of that; prints seconds of the first, its growth of memory
/// in KiB, and seconds of the second.
pub fn read_and_print(path: &Path) {
    // What libraries have ready when their clock starts, this one makes when it is first asked.
    let _known = entente::names::recognise("Japan", None);
    let before = peak_kib();
    let begun = Instant::now();
    let bytes = std::fs::read(path).expect("the file is there");
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let file = InputFile { name: &name, bytes: &bytes };
    let format = recognise(&file).expect("a known format");
    let content = format.reader.read(&file, Progress::untold()).expect("a file that can be read");
    let (map, network) = map_or_network(content);
    let (seconds, kib) = (begun.elapsed().as_secs_f64(), peak_kib().saturating_sub(before));
    let begun = Instant::now();
    let made = network.map(|network| to_map(&network, &guess(&network)).expect("a map").map);
    // The table of nations has no ties.
    assert!(map.or(made).is_some_and(|map| !map.nations().is_empty()));
    println!("{seconds} {kib} {}", begun.elapsed().as_secs_f64());
}

/// The map or the network that a file holds.
fn map_or_network(content: Content) -> (Option<Map>, Option<Network>) {
    match content {
        Content::Map(opened) => (Some(opened.map), None),
        Content::Network(network) => (None, Some(*network)),
        Content::Tables(tables) => {
            let plan = TablePlan::guess(&tables);
            (None, Some(network(&tables, &plan).expect("tables of ties")))
        }
    }
}

/// The peak of this process's memory so far, in KiB; 0 where the system doesn't tell.
fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// How this library reads a file; `None` if it can't.
pub fn ours(path: &Path) -> Option<Reading> {
    let program = std::env::current_exe().ok()?;
    let mut command = Command::new(program);
    command.arg(CHILD).arg(path);
    fastest(&mut command).ok()
}

/// How a peer reads a file, or why it doesn't.
pub fn peer(library: &str, path: &Path) -> Result<Reading, String> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/interchange/peers.py");
    // Debian's packages are those of the system's own interpreter.
    let mut reasons = Vec::new();
    for python in ["/usr/bin/python3", "python3"] {
        let mut command = Command::new(python);
        command.arg(script).arg(library).arg(path);
        match fastest(&mut command) {
            Ok(reading) => return Ok(reading),
            Err(reason) => reasons.push(reason),
        }
    }
    Err(reasons.swap_remove(0))
}

/// What a program prints, which is a line; or why not.
fn output_in_time(command: &mut Command) -> Result<Output, String> {
    let piped = command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().map_err(|error| error.to_string())?;
    let begun = Instant::now();
    while child.try_wait().map_err(|error| error.to_string())?.is_none() {
        if begun.elapsed() > PATIENCE {
            child.kill().and_then(|()| child.wait()).map_err(|error| error.to_string())?;
            return Err(format!("more than {} s", PATIENCE.as_secs()));
        }
        sleep(Duration::from_millis(20));
    }
    child.wait_with_output().map_err(|error| error.to_string())
}

fn fastest(command: &mut Command) -> Result<Reading, String> {
    let mut best: Option<Reading> = None;
    for _ in 0..TIMES {
        let output = output_in_time(command)?;
        let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        let mut numbers = text.split(' ').map(str::parse::<f64>);
        let (Some(Ok(seconds)), Some(Ok(kib))) = (numbers.next(), numbers.next()) else {
            let said = String::from_utf8_lossy(&output.stderr).lines().last().map(str::to_owned);
            return Err(if text.is_empty() { said.unwrap_or_default() } else { text });
        };
        let seconds_to_map = numbers.next().and_then(Result::ok).unwrap_or_default();
        let reading = Reading { seconds, mebibytes: kib / 1024.0, seconds_to_map };
        best = Some(best.filter(|best| best.seconds <= seconds).unwrap_or(reading));
    }
    best.ok_or_else(|| "not read".to_owned())
}
