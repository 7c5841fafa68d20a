//! How large a map file may be. Each limit is checked before memory is taken for what exceeds it.

/// The bytes of a file: 64 MiB.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;
/// How deep lists and records may lie in one another.
pub const MAX_DEPTH: usize = 64;
/// How many values (texts, numbers, lists, records and so on) a file may hold.
pub const MAX_VALUES: usize = 5_000_000;
/// How many nations a map may hold.
pub const MAX_NATIONS: usize = 50_000;
/// How many ties a map may hold.
pub const MAX_TIES: usize = 200_000;
/// How many kinds of tie a map may hold.
pub const MAX_KINDS: usize = 1_000;
/// How many sources a map may hold.
pub const MAX_SOURCES: usize = 50_000;
/// How many characters one text may have; a longer one is cut there.
pub const MAX_TEXT: usize = 100_000;
/// How many problems of a file are listed; the rest is counted.
pub const MAX_PROBLEMS: usize = 1_000;
