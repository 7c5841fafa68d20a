//! The JSON Schema of map files.

use super::FileMap;
use crate::formats::json;

/// The JSON Schema of a map file, with a line feed at the end.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(FileMap<'static>).to_value();
    // What a reader of the schema looks for first stands first.
    if let Some(fields) = schema.as_object_mut()
        && let Some(draft) = fields.shift_remove("$schema")
    {
        fields.shift_insert(0, "$schema".to_owned(), draft);
    }
    json::to_text(&schema)
}
