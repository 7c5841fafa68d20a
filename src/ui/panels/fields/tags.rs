//! Tags as text.

use std::collections::BTreeSet;

use crate::ui::panels::form::TextFormat;

/// Tags with commas between them; each once.
pub const TAGS: TextFormat<Vec<String>> = TextFormat {
    hint: "for example nato, pacific",
    write: |tags| tags.join(", "),
    read: |text| {
        let mut seen = BTreeSet::new();
        let words = text.split(',').map(str::trim).filter(|tag| !tag.is_empty());
        Ok(words.filter(|tag| seen.insert(*tag)).map(ToOwned::to_owned).collect())
    },
};
