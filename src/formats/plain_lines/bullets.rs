//! What begins a line of a list, or of a mail that is answered, and is none of what it says.

/// What begins the line of a list.
const BULLETS: [char; 29] = [
    '✅', '👉', '⚫', '-', '–', '—', '•', '*', '·', '▪', '●', '‣', '+', '◦', '○', '■', '□', '▫',
    '◆', '◇', '★', '✓', '✔', '➢', '❖', '→', '►', '▶', '➤',
];

/// Where a line begins behind the sign or the number of a list, `- `, `• `, `3. `, and the marks of an answered mail.
pub fn after_bullet(line: &str) -> usize {
    // Mail programs put “> ” before each line of a mail that is answered.
    let text = without_quote_marks(line);
    let behind = |rest: &str| line.len() - rest.len();
    match after_sign(text).or_else(|| after_number(text)) {
        Some(rest) => after_box(rest).map_or(behind(rest), behind),
        None => behind(text),
    }
}

/// What stands behind the sign of a list and a blank.
fn after_sign(text: &str) -> Option<&str> {
    text.strip_prefix(BULLETS).filter(|rest| rest.starts_with(char::is_whitespace))
}

/// What stands behind a number or a letter that counts, and a blank: `3.`, `3)`, `(3)`, `a)`, `iv.`
fn after_number(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('(').unwrap_or(text);
    let end = inside.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (number, rest) = inside.split_at(end);
    let is_closed = inside.len() == text.len() || rest.starts_with(')');
    let rest = rest.strip_prefix(".)").or_else(|| rest.strip_prefix([')', '.']));
    let rest = rest.filter(|rest| is_closed && rest.starts_with(char::is_whitespace))?;
    let is_all = |is_it: fn(u8) -> bool| number.bytes().all(is_it);
    let is_roman = number.len() <= 5 && is_all(|b| matches!(b, b'i' | b'v' | b'x'));
    let is_letter = number.len() == 1 && is_all(|b| b.is_ascii_lowercase());
    let is_number = number.len() <= 3 && is_all(|b| b.is_ascii_digit());
    (!number.is_empty() && (is_number || is_letter || is_roman)).then_some(rest)
}

/// What stands behind the box of a task: `[x]`.
fn after_box(text: &str) -> Option<&str> {
    let inside = text.trim_start().strip_prefix('[')?;
    let rest = inside.trim_start_matches([' ', 'x', 'X', '✓', '✔']).strip_prefix(']')?;
    (inside.len() - rest.len() <= 4 && rest.starts_with(char::is_whitespace)).then_some(rest)
}

/// A line of a mail that is answered without the marks before it.
pub fn without_quote_marks(line: &str) -> &str {
    line.trim_start_matches(|c: char| c.is_whitespace() || c == '>')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_begin_behind_what_makes_them_a_list() {
        for line in [
            "- Japan",
            "• Japan",
            "1. Japan",
            "12) Japan",
            "(3) Japan",
            "1.) Japan",
            "a) Japan",
            "(b) Japan",
            "iv. Japan",
            "- [x] Japan",
            "* [ ] Japan",
            "> - Japan",
            ">> 1) Japan",
        ] {
            assert_eq!(line[after_bullet(line)..].trim(), "Japan", "{line}");
        }
        for line in ["1904 Japan", "A. Japan", "(Japan)", "U.S. Japan", "[Japan]", "-Japan"] {
            assert_eq!(&line[after_bullet(line)..], line);
        }
    }
}
