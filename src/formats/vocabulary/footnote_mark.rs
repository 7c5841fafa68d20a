//! Marks of footnotes behind the text of a cell.

/// A text without the marks of footnotes behind it, as Wikipedia's tables have them: `Winter War[2]`, `1998[a]`,
/// `1949[note 1]`.
pub fn without_footnote_marks(text: &str) -> &str {
    let mut rest = text.trim_end();
    while let Some((before, mark)) = rest.strip_suffix(']').and_then(|rest| rest.rsplit_once('['))
        && is_mark(mark)
        && !before.trim().is_empty()
    {
        rest = before.trim_end();
    }
    rest
}

fn is_mark(text: &str) -> bool {
    let number = text.strip_prefix("note ").unwrap_or(text);
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    is_number || text.len() == 1 && text.bytes().all(|b| b.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_footnotes_are_none_of_a_text() {
        for (text, expected) in [
            ("Winter War[2]", "Winter War"),
            ("1998–2000 [a][12]", "1998–2000"),
            ("1949[note 1]", "1949"),
            ("[1]", "[1]"),
            ("[1914,1918]", "[1914,1918]"),
            ("x[1914]", "x[1914]"),
            ("pact [secret]", "pact [secret]"),
        ] {
            assert_eq!(without_footnote_marks(text), expected, "{text}");
        }
    }
}
