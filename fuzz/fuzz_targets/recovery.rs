//! The journal of unsaved work, as a broken disk or a hostile hand may leave it.
#![no_main]

use std::fs;

use entente::recovery::RecoveryFolder;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("map-a.lock"), "1").expect("a lock");
    fs::write(folder.path().join("map-a.journal"), bytes).expect("a database");
    entente_fuzz::take_over(&RecoveryFolder::new(folder.path().to_owned()));
});
