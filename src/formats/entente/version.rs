//! The name and the versions of the format.

/// What the field `format` of a map file says.
pub const FORMAT_ID: &str = "entente-map";
/// The newest known version of the format.
pub const VERSION: &str = "1.3";
/// The version that is written for a map with a filter that uses nothing newer.
pub const VERSION_WITH_FILTER: &str = "1.2";
/// The version that is written for a map that uses nothing newer.
pub const OLDEST_WRITTEN: &str = "1.1";
/// The newest known minor version.
pub const MINOR: u32 = 3;
/// How the name of a map file ends.
pub const EXTENSION: &str = "entente.json";
