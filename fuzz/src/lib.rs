//! What every fuzz target does: reads bytes as a file of one format, and all that follows from it.

use std::panic;
use std::sync::Once;

use entente::edit::Command;
use entente::formats::{FORMATS, Import, InputFile, Progress};
use entente::recovery::{About, RecoveryFolder};

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

/// Lets calamine panic, which the reader of workbooks catches; anything else that does is a finding, as ever.
pub fn let_calamine_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let place = info.location().map(panic::Location::file);
            if !place.is_some_and(|file| file.contains("/calamine-")) {
                before(info);
            }
        }));
    });
}

/// Takes over all journals of a folder, whatever they hold; walks through the steps of each and does one more.
pub fn take_over(recovery: &RecoveryFolder) {
    for left in recovery.left() {
        let Ok((mut journal, recovered)) = recovery.take_over(&left.id) else { continue };
        let mut history = recovered.history;
        assert_eq!(history.map().violations(), []);
        assert!(recovered.missing.operations >= 0);
        history.keep_log();
        history.go_to(0);
        history.go_to(usize::MAX);
        assert_eq!(history.map().violations(), []);
        let heading = Command::Heading(Box::new(history.map().heading().clone()));
        history.perform("Rename map", heading).expect("it fits");
        let written = journal.append(&history.take_log(), &About::default());
        written.expect("a journal that was taken over goes on");
    }
}
