//! Nations and their memberships.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use super::types;
use crate::model::{DrawnAs, Extra, NationType};

/// A state, an organisation or a group.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Nation", extend("required" = ["id", "name"]))]
pub struct FileNation<'a> {
    /// What ties and memberships call it; unique among the nations.
    #[schemars(length(min = 1))]
    pub id: &'a str,
    /// What the map calls it.
    pub name: &'a str,
    /// What it is; a state where it isn't said.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::word::<NationType>")]
    pub nation_type: Option<Cow<'static, str>>,
    /// Its alpha-3 code of ISO 3166-1, which gives it its flag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<&'a str>,
    /// What it is drawn as where it has members: a mark with lines to them, or a hull around them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::word::<DrawnAs>")]
    pub drawn_as: Option<Cow<'static, str>>,
    /// A picture of its own, shown before flag and colour: a PNG of up to 512 × 512 pixels and 512 KiB.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::picture")]
    pub picture: Option<String>,
    /// The colour of its disc, where it has no flag or shall not show it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::color")]
    pub color: Option<String>,
    /// Words to find and group it by.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub tags: &'a [String],
    /// The organisations it belongs to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub memberships: Vec<FileMembership<'a>>,
    /// What else is known of it: texts, numbers, true or false, by names of one's choice.
    #[serde(skip_serializing_if = "Extra::is_empty")]
    #[schemars(schema_with = "types::attributes")]
    pub attributes: Extra,
    /// Anything else.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub notes: &'a str,
    /// Where its centre lies: to the right and down, in logical pixels at 100 % zoom.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::position")]
    pub position: Option<[Number; 2]>,
    /// Whether no layout may move it; it then needs a position.
    #[serde(skip_serializing_if = "types::is_false")]
    pub pinned: bool,
    /// From its centre to the middle of its name, where that was put by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::offset")]
    pub name_offset: Option<[Number; 2]>,
    #[serde(flatten)]
    #[schemars(skip)]
    pub extra: &'a Extra,
}

/// That a nation belongs to an organisation.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Membership", extend("required" = ["organisation"]))]
pub struct FileMembership<'a> {
    /// The id of the organisation.
    pub organisation: &'a str,
    /// When it joined.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::date")]
    pub since: Option<String>,
    /// When it left.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::date")]
    pub until: Option<String>,
    #[serde(flatten)]
    #[schemars(skip)]
    pub extra: &'a Extra,
}
