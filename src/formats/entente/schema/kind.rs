//! Kinds of tie.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use super::types;
use crate::model::{Dash, Extra, Sign};

/// A kind of tie: what it means and how it is drawn.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Kind", extend("required" = ["id", "name"]))]
pub struct FileKind<'a> {
    /// What ties call it; unique among the kinds.
    #[schemars(length(min = 1))]
    pub id: &'a str,
    /// What the legend calls it.
    pub name: &'a str,
    /// Whether it draws nations together or sets them apart.
    #[schemars(schema_with = "types::word::<Sign>")]
    pub sign: Cow<'static, str>,
    /// Its colour on a light ground.
    #[schemars(schema_with = "types::color")]
    pub color: String,
    /// The pattern of its line.
    #[schemars(schema_with = "types::word::<Dash>")]
    pub dash: Cow<'static, str>,
    /// The width of its line at 100 % zoom.
    #[schemars(schema_with = "types::width")]
    pub width: Number,
    /// Whether its ties run from one nation to the other unless they say otherwise.
    #[serde(skip_serializing_if = "types::is_false")]
    pub directed: bool,
    #[serde(flatten)]
    #[schemars(skip)]
    pub extra: &'a Extra,
}
