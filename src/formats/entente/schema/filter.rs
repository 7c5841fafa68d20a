//! The field `filter` of a map.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde_json::{Value, json};

use super::types;
use crate::formats::entente::enum_words::{EnumWord, NO_STATUS};
use crate::model::{AttributeOwner, Attributes, Extra, Filter, Others, Sign, Status};

/// What of a map is shown, by conditions that all have to hold.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Filter", extend("required" = []))]
pub struct FileFilter<'a> {
    /// Whether it is switched off.
    #[serde(skip_serializing_if = "types::is_false")]
    pub off: bool,
    /// What becomes of what is sorted out: hidden where it isn't said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::word::<Others>")]
    pub others: Option<Cow<'static, str>>,
    /// Ties: the ids of their kinds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<&'a str>,
    /// Ties: how far they have come; none for those that don't say.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(schema_with = "statuses")]
    pub statuses: Vec<Cow<'static, str>>,
    /// Ties: the signs of their kinds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(schema_with = "signs")]
    pub signs: Vec<Cow<'static, str>>,
    /// Ties and memberships: the first day of a period in which they held.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::date")]
    pub from: Option<String>,
    /// Ties and memberships: the last day of that period.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::date")]
    pub to: Option<String>,
    /// Nations: the tags of which they have one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200))]
    pub tags: Vec<&'a str>,
    /// What attributes have to say.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(schema_with = "conditions")]
    pub attributes: Vec<Value>,
    /// Nations: how many ties they have at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "count")]
    pub ties_at_least: Option<u32>,
    /// Nations: how many ties they have at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "count")]
    pub ties_at_most: Option<u32>,
    /// Nations and ties: what they say somewhere.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub text: &'a str,
    /// Nations: whether those left without a tie or a membership are sorted out, too.
    #[serde(skip_serializing_if = "types::is_false")]
    pub only_tied: bool,
    #[serde(flatten)]
    #[schemars(skip)]
    pub extra: &'a Extra,
}

fn statuses(_: &mut SchemaGenerator) -> Schema {
    let words = Status::VALUES.iter().map(|status| status.to_word());
    let words: Vec<Cow<'_, str>> = words.chain([NO_STATUS.into()]).collect();
    json_schema!({ "type": "array", "items": { "type": "string", "enum": words } })
}

fn signs(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": types::word::<Sign>(generator) })
}

fn conditions(generator: &mut SchemaGenerator) -> Schema {
    let name = json!({ "type": "string", "minLength": 1, "maxLength": Attributes::MAX_NAME_CHARS });
    json_schema!({
        "type": "array",
        "maxItems": Filter::MAX_ATTRIBUTES,
        "items": {
            "type": "object",
            "properties": {
                "of": types::word::<AttributeOwner>(generator),
                "name": name,
                "equals": { "type": ["string", "number", "boolean"] },
                "at_least": { "type": "number" },
                "at_most": { "type": "number" },
            },
            "required": ["name"],
        },
    })
}

fn count(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "integer", "minimum": 0, "maximum": u32::MAX })
}
