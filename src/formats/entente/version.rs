//! The name and the versions of the format.

/// What the field `format` of a map file says.
pub const FORMAT_ID: &str = "entente-map";
/// The version of the format that is written.
pub const VERSION: &str = "1.2";
/// The version that is written for a map without a filter, which uses nothing newer.
pub const VERSION_WITHOUT_FILTER: &str = "1.1";
/// The newest known minor version.
pub const MINOR: u32 = 2;
/// How the name of a map file ends.
pub const EXTENSION: &str = "entente.json";
