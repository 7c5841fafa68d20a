//! The rows of a journal of unsaved work with whatever bytes in them, and checksums that are right: what a hostile
//! hand would write, or a fault of this program.
//!
//! The input is one row after another: which one (0 the map, 1 the steps, 2 an operation, 3 what is said of the
//! journal, 4 the number beside it), the number of its bytes (four, the least first), and these.
#![no_main]

use std::fs;
use std::hash::Hasher as _;

use entente::recovery::RecoveryFolder;
use libfuzzer_sys::fuzz_target;
use rusqlite::Connection;
use siphasher::sip::SipHasher13;

const TABLES: &str = "
    PRAGMA application_id = 0x456E746A;
    PRAGMA user_version = 1;
    PRAGMA synchronous = OFF;
    CREATE TABLE about (part INTEGER PRIMARY KEY, bytes BLOB NOT NULL, checksum INTEGER NOT NULL);
    CREATE TABLE base (part INTEGER PRIMARY KEY, bytes BLOB NOT NULL, checksum INTEGER NOT NULL);
    CREATE TABLE operation (sequence INTEGER PRIMARY KEY, bytes BLOB NOT NULL, checksum INTEGER NOT NULL);
";

/// The first row of bytes, and those after it.
fn row(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (kind, rest) = bytes.split_first()?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let length = (u32::from_le_bytes(*length) as usize).min(rest.len());
    Some((*kind, &rest[..length], &rest[length..]))
}

fn put(database: &Connection, table: &str, place: i64, bytes: &[u8]) {
    let mut hasher = SipHasher13::new();
    hasher.write_i64(place.to_le());
    hasher.write(bytes);
    let text = format!("INSERT OR REPLACE INTO {table} VALUES (?1, ?2, ?3)");
    let checksum = hasher.finish().cast_signed();
    database.execute(&text, rusqlite::params![place, bytes, checksum]).expect("a row");
}

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("map-a.lock"), "1").expect("a lock");
    let database = Connection::open(folder.path().join("map-a.journal")).expect("a database");
    database.execute_batch(TABLES).expect("tables");
    database.execute_batch("BEGIN").expect("begun");
    let (mut sequence, mut rest) = (1, bytes);
    while let Some((kind, own, after)) = row(rest) {
        match kind {
            0 => put(&database, "base", 0, own),
            1 => put(&database, "base", 1, own),
            2 => {
                put(&database, "operation", sequence, own);
                sequence = sequence.wrapping_add(1);
            }
            3 => put(&database, "about", 0, own),
            4 => fs::write(folder.path().join("map-a.lock"), own).expect("a lock"),
            _ => sequence = own.first_chunk().map_or(1, |own| i64::from_le_bytes(*own)),
        }
        rest = after;
    }
    database.execute_batch("COMMIT").expect("ended");
    drop(database);
    let recovery = RecoveryFolder::new(folder.path().to_owned());
    entente_fuzz::take_over(&recovery);
});
