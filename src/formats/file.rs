//! The shape of a map file, version 1: what is written, and what the JSON Schema describes.
//!
//! The order of the fields here is the order in the file. Fields with nothing to say are left out.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde_json::Number;

use super::attributes;
use super::filter::FileFilter;
use super::look::FileLook;
use super::words::Word;
use crate::model::{Confidence, Dash, Direction, DrawnAs, Extra, NationType, Sign, Status};

/// The JSON Schema of a map file, with a line feed at the end.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(FileMap<'static>).to_value();
    // What a reader of the schema looks for first stands first.
    if let Some(fields) = schema.as_object_mut()
        && let Some(draft) = fields.shift_remove("$schema")
    {
        fields.shift_insert(0, "$schema".to_owned(), draft);
    }
    super::pretty::pretty(&schema)
}

/// A map of relations between nations, as Entente stores it.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Entente map, version 1", rename = "Map", extend("required" = ["format", "version"]))]
pub(super) struct FileMap<'a> {
    /// Says that the file is a map of Entente.
    #[schemars(extend("const" = super::FORMAT))]
    pub(super) format: &'a str,
    /// The version of the format: major and minor.
    #[schemars(regex(pattern = r"^1\.[0-9]+$"))]
    pub(super) version: &'a str,
    /// What stands above the map.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) title: &'a str,
    /// The line below the title.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) subtitle: &'a str,
    /// The day that the map describes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "date")]
    pub(super) as_of: Option<String>,
    /// Anything else.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) notes: &'a str,
    /// How the map is shown, where it isn't the usual look.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) look: Option<FileLook<'a>>,
    /// What of the map is shown, where it isn't all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) filter: Option<FileFilter<'a>>,
    /// The kinds of tie. Without this list a map has the kinds allied, pact and concern.
    #[schemars(length(max = 1_000))]
    pub(super) kinds: Vec<FileKind<'a>>,
    /// The sources that evidence names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 50_000))]
    pub(super) sources: Vec<FileSource<'a>>,
    /// The nations: states, organisations and groups.
    #[schemars(length(max = 50_000))]
    pub(super) nations: Vec<FileNation<'a>>,
    /// The ties between nations, or from a nation to a tie.
    #[schemars(length(max = 200_000))]
    pub(super) ties: Vec<FileTie<'a>>,
    #[serde(flatten)]
    #[schemars(skip)]
    pub(super) extra: &'a Extra,
}

/// A kind of tie: what it means and how it is drawn.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Kind", extend("required" = ["id", "name"]))]
pub(super) struct FileKind<'a> {
    /// What ties call it; unique among the kinds.
    #[schemars(length(min = 1))]
    pub(super) id: &'a str,
    /// What the legend calls it.
    pub(super) name: &'a str,
    /// Whether it draws nations together or sets them apart.
    #[schemars(schema_with = "word::<Sign>")]
    pub(super) sign: Cow<'static, str>,
    /// Its colour on a light ground.
    #[schemars(schema_with = "color")]
    pub(super) color: String,
    /// The pattern of its line.
    #[schemars(schema_with = "word::<Dash>")]
    pub(super) dash: Cow<'static, str>,
    /// The width of its line at 100 % zoom.
    #[schemars(schema_with = "width")]
    pub(super) width: Number,
    /// Whether its ties run from one nation to the other unless they say otherwise.
    #[serde(skip_serializing_if = "is_false")]
    pub(super) directed: bool,
    #[serde(flatten)]
    #[schemars(skip)]
    pub(super) extra: &'a Extra,
}

/// A publication, a document or a record.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Source", extend("required" = ["id", "title"]))]
pub(super) struct FileSource<'a> {
    /// What evidence calls it; unique among the sources.
    #[schemars(length(min = 1))]
    pub(super) id: &'a str,
    /// Author or publisher and title.
    pub(super) title: &'a str,
    /// Where it can be read.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) url: &'a str,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "date")]
    pub(super) date: Option<String>,
    /// Anything else.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) notes: &'a str,
    #[serde(flatten)]
    #[schemars(skip)]
    pub(super) extra: &'a Extra,
}

/// A state, an organisation or a group.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Nation", extend("required" = ["id", "name"]))]
pub(super) struct FileNation<'a> {
    /// What ties and memberships call it; unique among the nations.
    #[schemars(length(min = 1))]
    pub(super) id: &'a str,
    /// What the map calls it.
    pub(super) name: &'a str,
    /// What it is; a state where it isn't said.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "word::<NationType>")]
    pub(super) nation_type: Option<Cow<'static, str>>,
    /// Its alpha-3 code of ISO 3166-1, which gives it its flag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) code: Option<&'a str>,
    /// What it is drawn as where it has members: a mark with lines to them, or a hull around them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "word::<DrawnAs>")]
    pub(super) drawn_as: Option<Cow<'static, str>>,
    /// The colour of its disc, where it has no flag or shall not show it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "color")]
    pub(super) color: Option<String>,
    /// Words to find and group it by.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub(super) tags: &'a [String],
    /// The organisations it belongs to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) memberships: Vec<FileMembership<'a>>,
    /// What else is known of it: texts, numbers, true or false, by names of one's choice.
    #[serde(skip_serializing_if = "Extra::is_empty")]
    #[schemars(schema_with = "attributes::schema")]
    pub(super) attributes: Extra,
    /// Anything else.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) notes: &'a str,
    /// Where its centre lies: to the right and down, in logical pixels at 100 % zoom.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "position")]
    pub(super) position: Option<[Number; 2]>,
    /// Whether no layout may move it; it then needs a position.
    #[serde(skip_serializing_if = "is_false")]
    pub(super) pinned: bool,
    #[serde(flatten)]
    #[schemars(skip)]
    pub(super) extra: &'a Extra,
}

/// That a nation belongs to an organisation.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Membership", extend("required" = ["organisation"]))]
pub(super) struct FileMembership<'a> {
    /// The id of the organisation.
    pub(super) organisation: &'a str,
    /// When it joined.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "date")]
    pub(super) since: Option<String>,
    /// When it left.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "date")]
    pub(super) until: Option<String>,
    #[serde(flatten)]
    #[schemars(skip)]
    pub(super) extra: &'a Extra,
}

/// A relation from one nation to a nation or to another tie.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Tie", extend("required" = ["from", "to", "kind"]))]
pub(super) struct FileTie<'a> {
    /// What other ties call it; unique among the ties. One is made up where there is none.
    #[schemars(schema_with = "optional_id")]
    pub(super) id: &'a str,
    /// The id of the nation it starts at.
    pub(super) from: &'a str,
    /// The id of the nation it ends at, or the tie it ends at.
    pub(super) to: FileEnd<'a>,
    /// The id of its kind.
    pub(super) kind: &'a str,
    /// Whether it holds both ways; where it isn't said, it is directed if its kind is or if it ends
    /// at a tie.
    #[schemars(schema_with = "word::<Direction>")]
    pub(super) direction: Cow<'static, str>,
    /// How far it has come.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "word::<Status>")]
    pub(super) status: Option<Cow<'static, str>>,
    /// When it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "date")]
    pub(super) since: Option<String>,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "date")]
    pub(super) until: Option<String>,
    /// What is written along it on the map.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) label: &'a str,
    /// How strongly it draws in a layout; 1 is usual.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "weight")]
    pub(super) weight: Option<Number>,
    /// What else is known of it: texts, numbers, true or false, by names of one's choice.
    #[serde(skip_serializing_if = "Extra::is_empty")]
    #[schemars(schema_with = "attributes::schema")]
    pub(super) attributes: Extra,
    /// Anything else.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) notes: &'a str,
    /// How we know of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) evidence: Vec<FileEvidence<'a>>,
    #[serde(flatten)]
    #[schemars(skip)]
    pub(super) extra: &'a Extra,
}

/// What a tie ends at.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "End")]
pub(super) enum FileEnd<'a> {
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
pub(super) struct FileEvidence<'a> {
    /// The id of a source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<&'a str>,
    /// When the source says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "date")]
    pub(super) date: Option<String>,
    /// What it says.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) note: &'a str,
    /// How sure that is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "word::<Confidence>")]
    pub(super) confidence: Option<Cow<'static, str>>,
    #[serde(flatten)]
    #[schemars(skip)]
    pub(super) extra: &'a Extra,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
pub(super) fn is_false(flag: &bool) -> bool {
    !flag
}

pub(super) fn word<W: Word>(_: &mut SchemaGenerator) -> Schema {
    let words: Vec<Cow<'_, str>> = W::EVERY.iter().map(|word| word.word()).collect();
    json_schema!({ "type": "string", "enum": words })
}

pub(super) fn date(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string",
        "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        "examples": ["2024", "2024-06", "2024-06-19"],
    })
}

fn color(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^#[0-9A-Fa-f]{6}$" })
}

fn width(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "number", "minimum": 0.5, "maximum": 6 })
}

fn weight(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "number", "exclusiveMinimum": 0, "maximum": 100, "default": 1 })
}

fn position(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "array",
        "items": { "type": "number", "minimum": -1_000_000, "maximum": 1_000_000 },
        "minItems": 2,
        "maxItems": 2,
    })
}

fn optional_id(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "minLength": 1 })
}
