//! What people and programs put around words: the stars of bold text, and the signs of footnotes.

/// Marks around words; an underscore may be a part of one.
const MARKS: [char; 2] = ['*', '`'];
/// Signs of a footnote behind a word.
const FOOTNOTES: [char; 12] = ['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁰', '†', '‡'];
/// Whether a character only marks what it stands beside.
pub fn is_mark(c: char) -> bool {
    MARKS.contains(&c)
}

/// A word without the marks and the footnote behind it.
pub fn without_marks(word: &str) -> &str {
    let rest = word.trim_end_matches(|c| is_mark(c) || FOOTNOTES.contains(&c));
    if rest.is_empty() { word } else { rest }
}
