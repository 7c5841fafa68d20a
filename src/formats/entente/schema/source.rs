//! Sources.

use schemars::JsonSchema;
use serde::Serialize;

use super::types;
use crate::model::Extra;

/// A publication, a document or a record.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Source", extend("required" = ["id", "title"]))]
pub struct FileSource<'a> {
    /// What evidence calls it; unique among the sources.
    #[schemars(length(min = 1))]
    pub id: &'a str,
    /// Author or publisher and title.
    pub title: &'a str,
    /// Where it can be read.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub url: &'a str,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::date")]
    pub date: Option<String>,
    /// Anything else.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub notes: &'a str,
    #[serde(flatten)]
    #[schemars(skip)]
    pub extra: &'a Extra,
}
