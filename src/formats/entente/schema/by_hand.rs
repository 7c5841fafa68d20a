//! What was placed by hand: the texts along ties, and text notes.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use super::types;
use crate::model::Extra;

/// Where the text along a tie was put by hand.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LabelPlace", extend("required" = ["along"]))]
pub struct FileLabelPlace {
    /// The point of the line that it belongs to: 0 at the tie's first end, 1 at its second.
    #[schemars(schema_with = "types::fraction")]
    pub along: Number,
    /// From there to the middle of the text, along and across the line as a text on it is read.
    #[schemars(schema_with = "types::offset")]
    pub offset: [Number; 2],
    /// Whether it stands upright, and isn't turned with the line.
    #[serde(skip_serializing_if = "types::is_false")]
    pub upright: bool,
}

/// Words on a map that belong to no nation and no tie.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "TextNote", extend("required" = ["position"]))]
pub struct FileTextNote<'a> {
    /// What it is called in the file; one is made up where there is none.
    #[schemars(schema_with = "types::optional_id")]
    pub id: &'a str,
    /// What it says; a line feed begins a line.
    pub text: &'a str,
    /// Where its middle lies: to the right and down, in logical pixels at 100 % zoom.
    #[schemars(schema_with = "types::position")]
    pub position: [Number; 2],
    /// How wide a line may become, in logical pixels at 100 % zoom.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::note_width")]
    pub width: Option<Number>,
    /// The size of its type, in logical pixels at 100 % zoom.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "types::note_size")]
    pub size: Option<Number>,
    #[serde(flatten)]
    #[schemars(skip)]
    pub extra: &'a Extra,
}
