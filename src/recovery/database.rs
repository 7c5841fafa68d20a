//! The database of one journal: a table of what is said about it, one of the base from which it goes on, and one of
//! the operations since, to which rows are only added.
//!
//! SQLite keeps it whole through a crash or a power cut: each batch of operations is one transaction, and is on the
//! disk before the call returns (`synchronous=FULL`; with `NORMAL` a power cut could take the last ones).

use std::path::Path;

use rusqlite::{Connection, OpenFlags, Row, params};

use super::encoding::{checksum, decode, encode};
use super::error::JournalError;
use crate::edit::{Logged, StoredHistory, StoredState, StoredSteps};

/// “Entj”: by it the database is known as a journal of this program.
const APPLICATION_ID: i32 = 0x456E_746A;
/// The version of the tables. A newer program reads older ones; an older one leaves newer ones alone.
const VERSION: i32 = 1;
/// The greatest sequence that a base can have: no journal has that many operations, but damage can say anything.
const GREATEST_SEQUENCE: i64 = 1 << 60;
/// The rows of the table `base`.
const STATE: i64 = 0;
const STEPS: i64 = 1;
/// The row of the table `about`.
const ABOUT: i64 = 0;

const TABLES: &str = "
    CREATE TABLE about (part INTEGER PRIMARY KEY, bytes BLOB NOT NULL, checksum INTEGER NOT NULL);
    CREATE TABLE base (part INTEGER PRIMARY KEY, bytes BLOB NOT NULL, checksum INTEGER NOT NULL);
    CREATE TABLE operation (sequence INTEGER PRIMARY KEY, bytes BLOB NOT NULL, checksum INTEGER NOT NULL);
";

/// The database of a journal.
pub(super) struct Database(Connection);

/// A base as it is written.
pub(super) struct Base {
    /// The last operation that is in it.
    pub(super) sequence: i64,
    state: Vec<u8>,
    steps: Vec<u8>,
}

impl Base {
    /// The base of a history in which the operations up to a sequence are.
    pub(super) fn of(sequence: i64, history: &StoredHistory) -> Self {
        let state = encode(&(sequence, &history.state));
        Self { sequence, state, steps: encode(&history.steps) }
    }

    /// How many bytes it takes.
    pub(super) const fn size(&self) -> usize {
        self.state.len() + self.steps.len()
    }
}

/// What a database holds as a whole.
pub(super) struct Contents {
    /// The base.
    pub(super) base: StoredHistory,
    /// Whether the map of the base is as it was written.
    pub(super) is_map_intact: bool,
    /// Whether the steps of the base can be had.
    pub(super) has_steps: bool,
    /// The operations since that can be had.
    pub(super) operations: Vec<Logged>,
    /// How many bytes they take.
    pub(super) operations_size: usize,
    /// The sequence of the last one of these, or of the base.
    pub(super) last: i64,
    /// The greatest sequence that is known of.
    pub(super) greatest: i64,
}

impl Database {
    /// Creates the database of a journal.
    pub(super) fn create(path: &Path) -> Result<Self, JournalError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let connection = connect(path, flags)?;
        connection.pragma_update(None, "application_id", APPLICATION_ID)?;
        connection.pragma_update(None, "user_version", VERSION)?;
        connection.execute_batch(TABLES)?;
        Ok(Self(connection))
    }

    /// Opens the database of a journal.
    pub(super) fn open(path: &Path) -> Result<Self, JournalError> {
        let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let number =
            |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
        if number("application_id")? != APPLICATION_ID {
            return Err(JournalError::Damaged);
        }
        match number("user_version")? {
            VERSION => Ok(Self(connection)),
            newer if newer > VERSION => Err(JournalError::Newer),
            _ => Err(JournalError::Damaged),
        }
    }

    /// Goes on from another base: the operations that are in it go.
    pub(super) fn rewrite(&mut self, base: &Base, about: &[u8]) -> Result<(), JournalError> {
        let transaction = self.0.transaction()?;
        put(&transaction, "base", STATE, &base.state)?;
        put(&transaction, "base", STEPS, &base.steps)?;
        put(&transaction, "about", ABOUT, about)?;
        transaction.execute("DELETE FROM operation WHERE sequence <= ?1", [base.sequence])?;
        transaction.commit()?;
        // Else the log beside the database would keep the size of the largest transaction.
        self.0.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// Adds operations after a sequence; returns how many bytes they take. All of them are on the disk then, or none.
    pub(super) fn append(
        &mut self,
        after: i64,
        operations: &[Logged],
        about: &[u8],
    ) -> Result<usize, JournalError> {
        let transaction = self.0.transaction()?;
        let mut size = 0;
        for (sequence, logged) in (after + 1..).zip(operations) {
            let bytes = encode(logged);
            transaction.execute(
                "INSERT INTO operation (sequence, bytes, checksum) VALUES (?1, ?2, ?3)",
                params![sequence, bytes, checksum(sequence, &bytes)],
            )?;
            size += bytes.len();
        }
        put(&transaction, "about", ABOUT, about)?;
        transaction.commit()?;
        Ok(size)
    }

    /// Whether the file is sound, also where nothing lies that was read, and its tables are those of a journal: else
    /// what is added to it could be lost, or refused.
    pub(super) fn is_sound(&self) -> bool {
        let said: Result<String, _> =
            self.0.query_row("PRAGMA quick_check(1)", [], |row| row.get(0));
        let tables = self.tables().unwrap_or_default();
        let expected = TABLES.split(';').map(str::trim).filter(|table| !table.is_empty());
        said.is_ok_and(|said| said == "ok") && expected.eq(tables.iter().map(String::as_str))
    }

    /// By which statements its tables were made.
    fn tables(&self) -> rusqlite::Result<Vec<String>> {
        let mut statement = self.0.prepare("SELECT sql FROM sqlite_schema ORDER BY rowid")?;
        statement.query_map([], |row| row.get(0))?.collect()
    }

    /// What is said about the journal.
    pub(super) fn about(&self) -> Result<Vec<u8>, JournalError> {
        self.part("about", ABOUT)?.intact().ok_or(JournalError::Damaged)
    }

    /// All that can be had.
    pub(super) fn read(&self) -> Result<Contents, JournalError> {
        let state = self.part("base", STATE)?;
        let is_map_intact = state.is_intact;
        // Where a bit has changed the map can often be read all the same; it is checked as a whole then.
        let state: Option<(i64, StoredState)> = decode(&state.bytes);
        let (sequence, state) = state.ok_or(JournalError::Damaged)?;
        let sequence = sequence.clamp(0, GREATEST_SEQUENCE);
        let steps = unless_damaged(self.part("base", STEPS))?.and_then(Part::intact);
        let steps: Option<StoredSteps> = steps.and_then(|bytes| decode(&bytes));
        let has_steps = steps.is_some();
        let base = StoredHistory { state, steps: steps.unwrap_or_default() };
        let mut operations_size = 0;
        let mut operations: Vec<Logged> = Vec::new();
        while let Some(bytes) = self.operation(sequence + 1 + operations.len() as i64)? {
            let Some(operation) = decode(&bytes) else { break };
            operations_size += bytes.len();
            operations.push(operation);
        }
        let last = sequence + operations.len() as i64;
        let greatest = self.greatest_sequence()?.unwrap_or(last);
        Ok(Contents { base, is_map_intact, has_steps, operations, operations_size, last, greatest })
    }

    fn greatest_sequence(&self) -> Result<Option<i64>, JournalError> {
        let text = "SELECT max(sequence) FROM operation";
        let found: rusqlite::Result<Option<i64>> = self.0.query_row(text, [], |row| row.get(0));
        Ok(unless_damaged(found)?.flatten())
    }

    /// The bytes of an operation, where they are as they were written.
    fn operation(&self, sequence: i64) -> Result<Option<Vec<u8>>, JournalError> {
        let text = "SELECT sequence, bytes, checksum FROM operation WHERE sequence = ?1";
        let found = self.0.query_row(text, [sequence], Part::of);
        Ok(unless_damaged(found)?.and_then(Part::intact))
    }

    fn part(&self, table: &str, part: i64) -> Result<Part, JournalError> {
        let text = format!("SELECT part, bytes, checksum FROM {table} WHERE part = ?1");
        Ok(self.0.query_row(&text, [part], Part::of)?)
    }
}

/// The bytes of a row.
struct Part {
    bytes: Vec<u8>,
    /// Whether they are as they were written.
    is_intact: bool,
}

impl Part {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        let (place, bytes, expected): (i64, Vec<u8>, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let is_intact = checksum(place, &bytes) == expected;
        Ok(Self { bytes, is_intact })
    }

    fn intact(self) -> Option<Vec<u8>> {
        self.is_intact.then_some(self.bytes)
    }
}

/// What was found, or `None` where it is damaged. A disk that can't be read just now is an error: what lies there may be
/// whole.
fn unless_damaged<T, E: Into<JournalError>>(
    found: Result<T, E>,
) -> Result<Option<T>, JournalError> {
    match found.map_err(E::into) {
        Ok(found) => Ok(Some(found)),
        Err(JournalError::Damaged) => Ok(None),
        Err(error) => Err(error),
    }
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, JournalError> {
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // One process has it at a time, so that no memory need be shared, which not every disk can.
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    Ok(connection)
}

fn put(connection: &Connection, table: &str, part: i64, bytes: &[u8]) -> rusqlite::Result<usize> {
    let text =
        format!("INSERT OR REPLACE INTO {table} (part, bytes, checksum) VALUES (?1, ?2, ?3)");
    connection.execute(&text, params![part, bytes, checksum(part, bytes)])
}
