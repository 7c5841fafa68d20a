//! Texts short enough to be named.

use std::borrow::Cow;

/// A text of at most so many characters: a longer one is cut, and ends with an ellipsis.
pub fn shorten(text: &str, most_chars: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most_chars) {
        Some((end, _)) => Cow::Owned(format!("{}…", text[..end].trim_end())),
        None => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted_and_none_is_cut_in_two() {
        assert_eq!(shorten("é日ñ", 3), "é日ñ");
        assert_eq!(shorten("é日ñ and", 2), "é日…");
        assert_eq!(shorten("one two", 4), "one…");
        assert_eq!(shorten("one", 0), "…");
    }
}
