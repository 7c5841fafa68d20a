//! Says that a test is skipped.

use std::io::Write as _;

/// Says so even where the test passes: what `eprintln` writes of such a test is kept by the harness and never seen.
pub fn skipped(why: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
}
