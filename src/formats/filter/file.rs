//! A filter as it is written, and what the schema says of it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde_json::{Number, Value, json};

use super::super::attributes::number_of;
use super::super::file;
use super::super::words::Word;
use super::NO_STATUS;
use crate::model::{
    AttributeCondition, AttributeOwner, AttributeTest, Attributes, Extra, Filter, Map, Others,
    Sign, Status,
};

/// What of a map is shown, by conditions that all have to hold.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Filter", extend("required" = []))]
pub(in super::super) struct FileFilter<'a> {
    /// Whether it is switched off.
    #[serde(skip_serializing_if = "file::is_false")]
    off: bool,
    /// What becomes of what is sorted out: hidden where it isn't said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "file::word::<Others>")]
    others: Option<Cow<'static, str>>,
    /// Ties: the ids of their kinds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    kinds: Vec<&'a str>,
    /// Ties: how far they have come; none for those that don't say.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(schema_with = "statuses")]
    statuses: Vec<Cow<'static, str>>,
    /// Ties: the signs of their kinds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(schema_with = "signs")]
    signs: Vec<Cow<'static, str>>,
    /// Ties and memberships: the first day of a period in which they held.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "file::date")]
    from: Option<String>,
    /// Ties and memberships: the last day of that period.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "file::date")]
    to: Option<String>,
    /// Nations: the tags of which they have one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200))]
    tags: Vec<&'a str>,
    /// What attributes have to say.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(schema_with = "conditions")]
    attributes: Vec<Value>,
    /// Nations: how many ties they have at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "count")]
    ties_at_least: Option<u32>,
    /// Nations: how many ties they have at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "count")]
    ties_at_most: Option<u32>,
    /// Nations and ties: what they say somewhere.
    #[serde(skip_serializing_if = "str::is_empty")]
    text: &'a str,
    /// Nations: whether those left without a tie or a membership are sorted out, too.
    #[serde(skip_serializing_if = "file::is_false")]
    only_tied: bool,
    #[serde(flatten)]
    #[schemars(skip)]
    extra: &'a Extra,
}

impl<'a> FileFilter<'a> {
    /// The filter of a map as it is written; `None` where there is nothing to say.
    pub(in super::super) fn of(map: &'a Map) -> Option<Self> {
        let filter = map.filter();
        if *filter == Filter::default() {
            return None;
        }
        let status = |status: &Option<Status>| status.map_or(NO_STATUS.into(), Word::word);
        let kinds = map.kinds().iter().filter(|(id, _)| filter.kinds.contains(id));
        Some(Self {
            off: filter.is_off,
            others: (filter.others != Others::default()).then(|| filter.others.word()),
            kinds: kinds.map(|(_, kind)| kind.key.as_str()).collect(),
            statuses: filter.statuses.iter().map(status).collect(),
            signs: filter.signs.iter().map(|sign| sign.word()).collect(),
            from: filter.period.from.map(|date| date.to_string()),
            to: filter.period.to.map(|date| date.to_string()),
            tags: filter.tags.iter().map(String::as_str).collect(),
            attributes: filter.attributes.iter().map(condition).collect(),
            ties_at_least: filter.degree.at_least,
            ties_at_most: filter.degree.at_most,
            text: &filter.text,
            only_tied: filter.only_tied,
            extra: &filter.extra,
        })
    }
}

fn condition(condition: &AttributeCondition) -> Value {
    let AttributeCondition { of, name, test, extra } = condition;
    let mut fields = Extra::new();
    fields.insert("of".to_owned(), json!(of.word()));
    fields.insert("name".to_owned(), json!(name));
    let number = |number: f64| -> Number { number_of(number) };
    let test = match test {
        AttributeTest::Has => None,
        AttributeTest::Equals(text) => Some(("equals", json!(text))),
        AttributeTest::AtLeast(least) => Some(("at_least", Value::Number(number(*least)))),
        AttributeTest::AtMost(most) => Some(("at_most", Value::Number(number(*most)))),
    };
    fields.extend(test.map(|(name, value)| (name.to_owned(), value)));
    fields.extend(extra.clone());
    Value::Object(fields)
}

fn statuses(_: &mut SchemaGenerator) -> Schema {
    let words = Status::EVERY.iter().map(|status| status.word());
    let words: Vec<Cow<'_, str>> = words.chain([NO_STATUS.into()]).collect();
    json_schema!({ "type": "array", "items": { "type": "string", "enum": words } })
}

fn signs(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": file::word::<Sign>(generator) })
}

fn conditions(generator: &mut SchemaGenerator) -> Schema {
    let name = json!({ "type": "string", "minLength": 1, "maxLength": Attributes::MAX_NAME_CHARS });
    json_schema!({
        "type": "array",
        "maxItems": Filter::MAX_ATTRIBUTES,
        "items": {
            "type": "object",
            "properties": {
                "of": file::word::<AttributeOwner>(generator),
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
