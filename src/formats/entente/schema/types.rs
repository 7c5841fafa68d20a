//! What the JSON Schema says of the types of fields.

use std::borrow::Cow;

use schemars::{Schema, SchemaGenerator, json_schema};

use crate::formats::entente::enum_words::EnumWord;
use crate::model::Attributes;

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
pub fn is_false(flag: &bool) -> bool {
    !flag
}

pub fn word<W: EnumWord>(_: &mut SchemaGenerator) -> Schema {
    let words: Vec<Cow<'_, str>> = W::VALUES.iter().map(|word| word.to_word()).collect();
    json_schema!({ "type": "string", "enum": words })
}

pub fn date(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string",
        "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        "examples": ["2024", "2024-06", "2024-06-19"],
    })
}

pub fn color(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^#[0-9A-Fa-f]{6}$" })
}

pub fn picture(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^data:image/png;base64,[0-9A-Za-z+/]+=*$" })
}

pub fn width(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "number", "minimum": 0.5, "maximum": 6 })
}

pub fn weight(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "number", "exclusiveMinimum": 0, "maximum": 100, "default": 1 })
}

pub fn position(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "array",
        "items": { "type": "number", "minimum": -1_000_000, "maximum": 1_000_000 },
        "minItems": 2,
        "maxItems": 2,
    })
}

pub fn offset(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "array",
        "items": { "type": "number", "minimum": -10_000, "maximum": 10_000 },
        "minItems": 2,
        "maxItems": 2,
    })
}

pub fn fraction(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "number", "minimum": 0, "maximum": 1 })
}

pub fn fractions(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "array",
        "items": { "type": "number", "minimum": 0, "maximum": 1 },
        "minItems": 2,
        "maxItems": 2,
    })
}

pub fn bend(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "number", "minimum": -4, "maximum": 4 })
}

pub fn note_width(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "number", "minimum": 40, "maximum": 2000, "default": 220 })
}

pub fn note_size(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "number", "minimum": 6, "maximum": 96, "default": 13 })
}

pub fn optional_id(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "minLength": 1 })
}

pub fn attributes(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "maxProperties": Attributes::MAX_COUNT,
        "propertyNames": { "minLength": 1, "maxLength": Attributes::MAX_NAME_CHARS },
        "additionalProperties": { "type": ["string", "number", "boolean"] },
        "examples": [{ "gdp": 4.2, "bloc": "west" }],
    })
}
