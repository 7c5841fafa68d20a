//! The map as a whole.

use schemars::JsonSchema;
use serde::Serialize;

use super::{FileFilter, FileKind, FileLook, FileNation, FileSource, FileTextNote, FileTie, types};
use crate::model::Extra;

/// A map of relations between nations, as Entente stores it.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Entente map, version 1", rename = "Map", extend("required" = ["format", "version"]))]
pub struct FileMap<'a> {
    /// Says that the file is a map of Entente.
    #[schemars(extend("const" = crate::formats::entente::version::FORMAT_ID))]
    pub format: &'a str,
    /// The version of the format: major and minor.
    #[schemars(regex(pattern = r"^1\.[0-9]+$"))]
    pub version: &'a str,
    /// What stands above the map.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub title: &'a str,
    /// The line below the title.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub subtitle: &'a str,
    /// The day that the map describes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::date")]
    pub as_of: Option<String>,
    /// Anything else.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub notes: &'a str,
    /// How the map is shown, where it isn't the usual look.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub look: Option<FileLook<'a>>,
    /// What of the map is shown, where it isn't all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filter: Option<FileFilter<'a>>,
    /// The kinds of tie. Without this list a map has the kinds allied, pact and concern.
    #[schemars(length(max = 1_000))]
    pub kinds: Vec<FileKind<'a>>,
    /// The sources that evidence names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 50_000))]
    pub sources: Vec<FileSource<'a>>,
    /// The nations: states, organisations and groups.
    #[schemars(length(max = 50_000))]
    pub nations: Vec<FileNation<'a>>,
    /// The ties between nations, or from a nation to a tie.
    #[schemars(length(max = 200_000))]
    pub ties: Vec<FileTie<'a>>,
    /// Words that stand anywhere on the map.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10_000))]
    pub text_notes: Vec<FileTextNote<'a>>,
    #[serde(flatten)]
    #[schemars(skip)]
    pub extra: &'a Extra,
}
