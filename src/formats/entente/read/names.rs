//! Names of records.

use super::record::RecordReader;
use crate::formats::problems::{Problems, shorten};

/// Takes the name of a record from `field`; a record without one goes by its id.
pub fn name_or_id(
    key: &str,
    field: &str,
    record: &mut RecordReader<'_>,
    problems: &mut Problems,
) -> String {
    // An empty name is taken as it stands: somebody chose it.
    if let Some((_, text)) = record.text_at(field, problems) {
        return text;
    }
    problems.warn(
        record.at,
        record.path.to_text(),
        format!("has a record without a “{field}”"),
        format!("Its id was taken for it, “{}”.", shorten(key)),
        format!("Give it a {field}."),
    );
    key.to_owned()
}
