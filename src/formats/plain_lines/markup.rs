//! What people and programs put around words: the stars of bold text, and the signs of footnotes.

/// Marks around words; an underscore may be a part of one.
const MARKS: [char; 2] = ['*', '`'];
/// Signs of a footnote behind a word.
const FOOTNOTES: [char; 12] = ['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁰', '†', '‡'];
/// Whether a character only marks what it stands beside.
pub fn is_mark(c: char) -> bool {
    MARKS.contains(&c)
}

/// Whether a line has words between underscores: `__Japan__`.
pub fn has_underlines(line: &str) -> bool {
    let ends = |word: &str| word.trim_end_matches([':', ',', ';', '.']).ends_with('_');
    let mut words = line.split_whitespace();
    words.any(|word| word.starts_with('_')) && line.split_whitespace().any(ends)
}

/// A word without the marks and the footnote behind it.
pub fn without_marks(word: &str, is_underlined: bool) -> &str {
    let is_mark = |c| is_mark(c) || FOOTNOTES.contains(&c) || is_underlined && c == '_';
    let rest = word.trim_end_matches(is_mark);
    if rest.is_empty() { word } else { rest }
}
