//! What is a web address.

/// Whether a text begins as a web address does.
pub fn begins_url(text: &str) -> bool {
    let begins =
        |start: &&str| text.get(..start.len()).is_some_and(|t| t.eq_ignore_ascii_case(start));
    ["http://", "https://"].iter().any(begins)
}
