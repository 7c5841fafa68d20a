//! Ids as they are written: escaped, and none twice.

use std::collections::HashSet;

use super::escape::in_attribute;

/// The ids escaped for an attribute. Two that are the same, or that XML can't tell apart, are told apart by a
/// number; empty ones stay empty.
pub fn written_ids<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = HashSet::new();
    let mut next = 2_usize;
    let unique = ids.map(|id| {
        let plain = in_attribute(id).into_owned();
        let mut unique = plain.clone();
        while !plain.is_empty() && !taken.insert(unique.clone()) {
            unique = format!("{plain} ({next})");
            next += 1;
        }
        unique
    });
    unique.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_id_is_written_twice() {
        let ids = ["a", "a", "", "", "b\u{1}", "b\u{2}", "a (2)", "<"];
        let written = written_ids(ids.into_iter());
        let expected = ["a", "a (2)", "", "", "b\u{FFFD}", "b\u{FFFD} (3)", "a (2) (4)", "&lt;"];
        assert_eq!(written, expected);
    }
}
