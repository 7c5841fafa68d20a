//! Headers as they are compared.

use crate::names::fold;

/// A header without capitals, marks, spaces and punctuation: `Country (A)` and `country_a` are `countrya`.
pub fn header_key(header: &str) -> String {
    fold(header).chars().filter(|c| c.is_alphanumeric()).collect()
}
