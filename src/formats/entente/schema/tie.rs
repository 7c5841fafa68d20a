//! Ties and their evidence.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use super::{FileLabelPlace, types};
use crate::model::{Confidence, Direction, Extra, Status};

/// A relation from one nation to a nation or to another tie.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Tie", extend("required" = ["from", "to", "kind"]))]
pub struct FileTie<'a> {
    /// What other ties call it; unique among the ties. One is made up where there is none.
    #[schemars(schema_with = "types::optional_id")]
    pub id: &'a str,
    /// The id of the nation it starts at.
    pub from: &'a str,
    /// The id of the nation it ends at, or the tie it ends at.
    pub to: FileEnd<'a>,
    /// The id of its kind.
    pub kind: &'a str,
    /// Whether it holds both ways; where it isn't said, it is directed if its kind is or if it ends
    /// at a tie.
    #[schemars(schema_with = "types::word::<Direction>")]
    pub direction: Cow<'static, str>,
    /// How far it has come.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::word::<Status>")]
    pub status: Option<Cow<'static, str>>,
    /// When it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::date")]
    pub since: Option<String>,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::date")]
    pub until: Option<String>,
    /// What is written along it on the map.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub label: &'a str,
    /// Where that was put by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label_place: Option<FileLabelPlace>,
    /// How it was bent by hand; of a tie of a nation to itself, in which direction it lies.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::bend")]
    pub bend: Option<Number>,
    /// How strongly it draws in a layout; 1 is usual.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::weight")]
    pub weight: Option<Number>,
    /// What else is known of it: texts, numbers, true or false, by names of one's choice.
    #[serde(skip_serializing_if = "Extra::is_empty")]
    #[schemars(schema_with = "types::attributes")]
    pub attributes: Extra,
    /// Anything else.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub notes: &'a str,
    /// How we know of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<FileEvidence<'a>>,
    #[serde(flatten)]
    #[schemars(skip)]
    pub extra: &'a Extra,
}

/// What a tie ends at.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "End")]
pub enum FileEnd<'a> {
    /// The id of a nation.
    Nation(&'a str),
    /// Another tie.
    Tie {
        /// The id of that tie.
        tie: &'a str,
    },
}

/// What supports a tie.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Evidence", extend("required" = []))]
pub struct FileEvidence<'a> {
    /// The id of a source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<&'a str>,
    /// When the source says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::date")]
    pub date: Option<String>,
    /// What it says.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub note: &'a str,
    /// How sure that is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::word::<Confidence>")]
    pub confidence: Option<Cow<'static, str>>,
    #[serde(flatten)]
    #[schemars(skip)]
    pub extra: &'a Extra,
}
