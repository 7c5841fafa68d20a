//! Names as they are compared.

use crate::names::fold;

/// A name without blanks, marks, capitals and signs: `Start_Date` is `startdate`.
pub fn squashed(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}
