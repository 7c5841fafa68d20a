//! What Markdown puts around the words of a cell: stars, backticks, and the addresses of links.

use super::comments::{self, Comment};
use super::dialect::Delimiter;

/// So many lines are looked at for the one that is drawn below a header.
const LINES: usize = 200;

/// A cell without its markup.
#[derive(Debug, PartialEq, Eq)]
pub struct Plain {
    /// What is read in it.
    pub text: String,
    /// Where its links lead.
    pub addresses: Vec<String>,
}

/// Whether a table is one of Markdown, which has a line drawn below its header: `|---|:-:|`.
pub fn is_markdown(text: &str, delimiter: Delimiter) -> bool {
    let is_rule = |line: &str| {
        let line = line.trim_start();
        line.contains('|')
            && matches!(comments::at_start(line, delimiter), Some((Comment::Rule, _)))
    };
    delimiter == Delimiter::Byte(b'|') && text.lines().take(LINES).any(is_rule)
}

/// What a person reads in a cell of Markdown; `None` where it has no markup.
pub fn plain(cell: &str) -> Option<Plain> {
    if !cell.contains(['*', '_', '`', '[']) {
        return None;
    }
    let (mut text, addresses) = without_links(cell.trim());
    for mark in ["**", "__", "`"] {
        let is_pair = text.matches(mark).count().is_multiple_of(2);
        // Two lines may stand in a word.
        if is_pair && (mark != "__" || text.starts_with(mark) && text.ends_with(mark)) {
            text = text.replace(mark, "");
        }
    }
    for mark in ['*', '_'] {
        let inner = text.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        if let Some(inner) = inner.filter(|inner| !inner.trim().is_empty()) {
            text = inner.to_owned();
        }
    }
    (text != cell.trim()).then_some(Plain { text, addresses })
}

/// A text with the words of its links alone, and where these lead.
fn without_links(cell: &str) -> (String, Vec<String>) {
    let (mut text, mut addresses) = (String::with_capacity(cell.len()), Vec::new());
    let mut rest = cell;
    while let Some((head, after)) = rest.split_once("](") {
        let words = head.rsplit_once('[').filter(|(_, words)| !words.trim().is_empty());
        let Some((before, words)) = words else {
            text.push_str(head);
            text.push_str("](");
            rest = after;
            continue;
        };
        let Some((address, after)) = after.split_once(')') else { break };
        text.push_str(before.strip_suffix('!').unwrap_or(before));
        text.push_str(words);
        addresses.push(address.to_owned());
        rest = after;
    }
    text.push_str(rest);
    (text, addresses)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_what_is_read_in_it() {
        for (cell, expected) in [
            (" **Iran** ", "Iran"),
            ("*Australia*", "Australia"),
            ("_Chad_", "Chad"),
            ("__Chad__", "Chad"),
            ("`FRA`", "FRA"),
            ("***Mali***", "Mali"),
            ("[South Korea](https://example.org/South_Korea)", "South Korea"),
            ("**[Peru](x)**, [Chad](y)", "Peru, Chad"),
            ("![flag](f.png) Japan", "flag Japan"),
        ] {
            assert_eq!(plain(cell).map(|plain| plain.text), Some(expected.to_owned()), "{cell}");
        }
        for cell in ["Japan", "Japan*", "a_b", "[2]", "[Peru] (x)", "*", "a__b__c", "[a](b"] {
            assert_eq!(plain(cell), None, "{cell}");
        }
        for long in ["[a](", "[", "](", "[a]()"] {
            assert!(plain(&long.repeat(200_000)).is_none_or(|plain| plain.text.starts_with('a')));
        }
    }
}
