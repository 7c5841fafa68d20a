//! The field `look` of a map.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde_json::{Value, json};

use crate::formats::entente::enum_words::EnumWord;
use crate::formats::entente::property_words::PropertyWord;
use crate::model::{
    Attributes, BlocView, Dash, Extra, Grouping, Importance, Look, NationProperty, NationStyle,
    TieDrawing, TieProperty, WithinBlocs,
};

/// How a map is shown.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Look", extend("required" = []))]
pub struct FileLook<'a> {
    /// What nations are drawn as: a disc with the flag, a plain disc, or a box with the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "nation_style")]
    pub nations: Option<Cow<'static, str>>,
    /// How large nations are: by the number of their ties, all alike, or by a rule that gives radii.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "nation_size")]
    pub nation_size: Option<Value>,
    /// By what nations are grouped in soft hulls.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "property_schema::<Grouping>")]
    pub hulls: Option<Value>,
    /// Whether blocs that are found in the ties are shown: where the map is dense and has no hulls, always, or never.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "bloc_view")]
    pub blocs: Option<Cow<'static, str>>,
    /// What the colour of nations follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "nation_color")]
    pub nation_color: Option<Value>,
    /// What the colour of ties follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "tie_color")]
    pub tie_color: Option<Value>,
    /// What the width of ties follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "tie_width")]
    pub tie_width: Option<Value>,
    /// What the dashes of ties follow.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "tie_dash")]
    pub tie_dash: Option<Value>,
    /// Which ties are drawn one by one, and how strongly.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "tie_view")]
    pub ties: Option<Value>,
    /// Where the legend was put by hand, from [0, 0] at the upper left of its room to [1, 1] at the lower
    /// right.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "super::types::fractions")]
    pub legend: Option<[serde_json::Number; 2]>,
    #[serde(flatten)]
    #[schemars(skip)]
    pub extra: &'a Extra,
}

fn nation_style(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": words::<NationStyle>() })
}

fn bloc_view(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": words::<BlocView>() })
}

fn tie_view(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "properties": {
            "drawn": { "type": "string", "enum": words::<TieDrawing>() },
            "within_blocs": { "type": "string", "enum": words::<WithinBlocs>() },
            "importance": { "type": "string", "enum": words::<Importance>() },
        },
    })
}

fn words<W: EnumWord>() -> Vec<Cow<'static, str>> {
    W::VALUES.iter().map(|value| value.to_word()).collect()
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
    let dash = json!({ "type": "string", "enum": words::<Dash>() });
    rule_schema::<TieProperty>(generator, &dash, false)
}

fn color() -> Value {
    json!({ "type": "string", "pattern": "^#[0-9A-Fa-f]{6}$" })
}

fn radius() -> Value {
    json!({ "type": "number", "minimum": Look::MIN_RADIUS, "maximum": Look::MAX_RADIUS })
}

fn rule_schema<P: PropertyWord>(
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

fn property_schema<P: PropertyWord>(_: &mut SchemaGenerator) -> Schema {
    let name = json!({ "type": "string", "minLength": 1, "maxLength": Attributes::MAX_NAME_CHARS });
    json_schema!({
        "anyOf": [
            { "type": "string", "enum": P::WORDS },
            { "type": "object", "properties": { "attribute": name }, "required": ["attribute"] },
        ],
    })
}
