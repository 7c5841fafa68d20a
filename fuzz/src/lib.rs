//! What every fuzz target does: reads bytes as a file of one format, and all that follows from it.

use entente::formats::{FORMATS, Import, InputFile, Progress};

/// Reads bytes in the format whose usual ending is this, whatever they look like; then as a file of that
/// name, of which a map is made and a report written. Nothing of it may panic, hang or take memory without
/// bounds.
pub fn read(ending: &str, bytes: &[u8]) {
    let format = FORMATS.iter().find(|format| format.extensions.contains(&ending));
    let format = format.expect("a format with this ending");
    let name = format!("fuzzed.{ending}");
    let file = InputFile { name: &name, bytes };
    let _ = format.reader.read(&file, Progress::untold());
    if let Ok(import) = Import::read(&file, Progress::untold()) {
        let report = import.report();
        assert!(!report.to_string().is_empty());
        if let Ok(map) = import.map() {
            assert_eq!(map.violations(), []);
        }
    }
}
