//! A look as it is written, and what the schema says of it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde_json::{Value, json};

use super::super::attributes::number_of;
use super::super::words::Word;
use super::super::write::number;
use super::property::{self, Property};
use crate::model::{
    Attributes, Categories, Color, Dash, Extra, Grouping, Look, NationProperty, NationSize,
    NationStyle, Rule, Scale, TieProperty,
};

/// How a map is shown.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Look", extend("required" = []))]
pub(in super::super) struct FileLook<'a> {
    /// What nations are drawn as: a disc with the flag, a plain disc, or a box with the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "nation_style")]
    nations: Option<Cow<'static, str>>,
    /// How large nations are: by the number of their ties, all alike, or by a rule that gives radii.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "nation_size")]
    nation_size: Option<Value>,
    /// By what nations are grouped in soft hulls.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "property_schema::<Grouping>")]
    hulls: Option<Value>,
    /// What the colour of nations follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "nation_color")]
    nation_color: Option<Value>,
    /// What the colour of ties follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "tie_color")]
    tie_color: Option<Value>,
    /// What the width of ties follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "tie_width")]
    tie_width: Option<Value>,
    /// What the dashes of ties follow.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "tie_dash")]
    tie_dash: Option<Value>,
    #[serde(flatten)]
    #[schemars(skip)]
    extra: &'a Extra,
}

impl<'a> FileLook<'a> {
    /// A look as it is written; `None` where there is nothing to say.
    pub(in super::super) fn of(look: &'a Look) -> Option<Self> {
        let color = |color: &Color| json!(color.to_string());
        let length = |length: &f32| Value::Number(number(*length));
        if *look == Look::default() {
            return None;
        }
        Some(Self {
            nations: (look.nations != NationStyle::default()).then(|| look.nations.word()),
            nation_size: match &look.nation_size {
                NationSize::Degree => None,
                NationSize::Fixed => Some(json!("fixed")),
                NationSize::By(rule) => Some(scaled(rule, length)),
            },
            hulls: look.hulls.as_ref().map(property::json),
            nation_color: look.nation_color.as_ref().map(|rule| scaled(rule, color)),
            tie_color: look.tie_color.as_ref().map(|rule| scaled(rule, color)),
            tie_width: look.tie_width.as_ref().map(|rule| scaled(rule, length)),
            tie_dash: look.tie_dash.as_ref().map(|Rule { by, scale, extra }| {
                rule_json(by, "values", values(scale, |dash| json!(dash.word())), extra)
            }),
            extra: &look.extra,
        })
    }
}

fn scaled<P: Property, V>(rule: &Rule<P, Scale<V>>, json: impl Fn(&V) -> Value) -> Value {
    match &rule.scale {
        Scale::Categories(categories) => {
            rule_json(&rule.by, "values", values(categories, json), &rule.extra)
        }
        Scale::Range(range) => {
            let mut fields = Extra::new();
            let end = |end: Option<f64>| end.map(|end| Value::Number(number_of(end)));
            for (name, value) in [
                ("from", end(range.from)),
                ("to", end(range.to)),
                ("low", Some(json(&range.low))),
                ("high", Some(json(&range.high))),
            ] {
                fields.extend(value.map(|value| (name.to_owned(), value)));
            }
            fields.extend(range.extra.clone());
            rule_json(&rule.by, "range", fields, &rule.extra)
        }
    }
}

fn values<V>(categories: &Categories<V>, json: impl Fn(&V) -> Value) -> Extra {
    categories.0.iter().map(|(value, look)| (value.clone(), json(look))).collect()
}

fn rule_json<P: Property>(by: &P, scale: &str, fields: Extra, extra: &Extra) -> Value {
    let mut rule = Extra::new();
    rule.insert("by".to_owned(), property::json(by));
    if scale == "range" || !fields.is_empty() {
        rule.insert(scale.to_owned(), Value::Object(fields));
    }
    rule.extend(extra.clone());
    Value::Object(rule)
}

fn nation_style(_: &mut SchemaGenerator) -> Schema {
    let words: Vec<Cow<'_, str>> = NationStyle::EVERY.iter().map(|style| style.word()).collect();
    json_schema!({ "type": "string", "enum": words })
}

fn nation_size(generator: &mut SchemaGenerator) -> Schema {
    let rule = rule_schema::<NationProperty>(generator, &radius(), true);
    json_schema!({ "anyOf": [{ "type": "string", "enum": ["degree", "fixed"] }, rule] })
}

fn nation_color(generator: &mut SchemaGenerator) -> Schema {
    rule_schema::<NationProperty>(generator, &color(), true)
}

fn tie_color(generator: &mut SchemaGenerator) -> Schema {
    rule_schema::<TieProperty>(generator, &color(), true)
}

fn tie_width(generator: &mut SchemaGenerator) -> Schema {
    let width = json!({ "type": "number", "minimum": Look::MIN_WIDTH, "maximum": Look::MAX_WIDTH });
    rule_schema::<TieProperty>(generator, &width, true)
}

fn tie_dash(generator: &mut SchemaGenerator) -> Schema {
    let words: Vec<Cow<'_, str>> = Dash::EVERY.iter().map(|dash| dash.word()).collect();
    rule_schema::<TieProperty>(generator, &json!({ "type": "string", "enum": words }), false)
}

fn color() -> Value {
    json!({ "type": "string", "pattern": "^#[0-9A-Fa-f]{6}$" })
}

fn radius() -> Value {
    json!({ "type": "number", "minimum": Look::MIN_RADIUS, "maximum": Look::MAX_RADIUS })
}

fn rule_schema<P: Property>(
    generator: &mut SchemaGenerator,
    look: &Value,
    with_range: bool,
) -> Schema {
    let mut fields = Extra::new();
    fields.insert("by".to_owned(), property_schema::<P>(generator).to_value());
    let values = json!({
        "type": "object",
        "maxProperties": Look::MAX_CATEGORIES,
        "additionalProperties": look,
    });
    fields.insert("values".to_owned(), values);
    if with_range {
        let number = json!({ "type": "number" });
        let range = json!({ "from": number, "to": number, "low": look, "high": look });
        fields.insert("range".to_owned(), json!({ "type": "object", "properties": range }));
    }
    json_schema!({ "type": "object", "properties": fields, "required": ["by"] })
}

fn property_schema<P: Property>(_: &mut SchemaGenerator) -> Schema {
    let name = json!({ "type": "string", "minLength": 1, "maxLength": Attributes::MAX_NAME_CHARS });
    json_schema!({
        "anyOf": [
            { "type": "string", "enum": P::WORDS },
            { "type": "object", "properties": { "attribute": name }, "required": ["attribute"] },
        ],
    })
}
