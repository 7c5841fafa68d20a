//! Lines above and between the rows that programs write for people.

use super::dialect::Delimiter;

/// A line that is no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comment<'a> {
    /// It says nothing of the table.
    Text,
    /// It names the columns: `# FromNodeId    ToNodeId`.
    Header(&'a str),
    /// It is drawn between rows, as in Markdown: `|---|:-:|` or `+---+---+`.
    Rule,
}

/// The comment that stands at the beginning of `text`, if one does: a line that begins with `#` or `%`, but not
/// one whose first cell is only this sign, for *#* is what people call a column of numbers.
pub fn at_start(text: &str, delimiter: Delimiter) -> Option<(Comment<'_>, &str)> {
    if delimiter == Delimiter::Byte(b'|')
        && let Some(follows) = after_rule(text)
    {
        return Some((Comment::Rule, follows));
    }
    let rest = text.strip_prefix(['#', '%'])?;
    let next = rest.as_bytes().first().copied().unwrap_or(b'\n');
    if matches!(delimiter, Delimiter::Byte(_)) && delimiter.is(next) {
        return None;
    }
    let end = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
    let (line, after) = rest.split_at(end);
    let after = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r']));
    let line = line.trim_start_matches(['#', '%']).trim();
    let cells = line.bytes().filter(|byte| delimiter.is(*byte)).count() + 1;
    let follows = after.unwrap_or_default();
    let is_last = !follows.starts_with(['#', '%']) && !follows.is_empty();
    let next_line = follows.split(['\n', '\r']).next().unwrap_or_default();
    let next_cells = next_line.bytes().filter(|byte| delimiter.is(*byte)).count() + 1;
    let comment = match is_last && cells > 1 && cells == next_cells {
        true => Comment::Header(line),
        false => Comment::Text,
    };
    Some((comment, follows))
}

/// What follows the line that is drawn at the beginning of `text`, if one is.
fn after_rule(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !matches!(c, '|' | '+' | '-' | '=' | ':' | ' ' | '\t'));
    let (line, rest) = text.split_at(end.unwrap_or(text.len()));
    let rest = match rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])) {
        Some(rest) => rest,
        None if rest.is_empty() => rest,
        None => return None,
    };
    (line.contains(['|', '+']) && (line.contains("--") || line.contains("=="))).then_some(rest)
}
