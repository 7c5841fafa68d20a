//! Whether a file looks like a graph in JSON, by its first bytes.

use super::super::format::{Certainty, InputFile};
use super::super::text_encoding::without_byte_order_mark;

/// What the beginning of a file looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// Not like JSON.
    Other,
    /// Like JSON, which may be anything.
    Json,
    /// Like a graph.
    Graph,
    /// Like the elements of Cytoscape.js, each with its `data`.
    Elements,
}

/// What the beginning of a file looks like.
pub fn looks_of(bytes: &[u8]) -> Looks {
    /// What names a graph is expected within this many bytes.
    const HEAD: usize = 4096;
    const NAMES: [&str; 16] = [
        "nodes",
        "vertices",
        "edges",
        "links",
        "graph",
        "graphs",
        "elements",
        "connections",
        "adjacency",
        "children",
        "source",
        "from",
        "_gvid",
        "relationships",
        "actors",
        "arcs",
    ];
    let bytes = without_byte_order_mark(bytes);
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    // In UTF-16 every second byte of what is looked for is 0.
    let head: Vec<u8> = head.iter().copied().filter(|byte| byte.is_ascii() && *byte != 0).collect();
    let head = String::from_utf8_lossy(&head);
    // Texts of a JSON sequence (RFC 7464) begin with the character RS.
    let mut head = head.trim_start_matches(|c: char| c == '\u{1E}' || c.is_ascii_whitespace());
    // Comments, which the parser then refuses by name.
    while head.starts_with(['#', '/']) {
        head = head.split_once('\n').map_or("", |(_, rest)| rest).trim_ascii_start();
    }
    if !begins_as_json(head) {
        return Looks::Other;
    }
    let data = head.match_indices("\"data\"").any(|(at, name)| {
        let after = head.get(at + name.len()..).unwrap_or_default().trim_ascii_start();
        after.strip_prefix(':').is_some_and(|after| after.trim_ascii_start().starts_with('{'))
    });
    let is_named = |name: &str| head.contains(&format!("\"{name}\""));
    if data {
        Looks::Elements
    } else if NAMES.into_iter().any(is_named) || head.starts_with("[[") {
        Looks::Graph
    } else {
        Looks::Json
    }
}

/// How likely a file is to be in a dialect that names tell apart, by whether its name is one of these.
pub fn recognise_by_name(file: &InputFile<'_>, has_name: bool) -> Certainty {
    match looks_of(file.bytes) {
        Looks::Other => Certainty::No,
        _ if has_name => Certainty::Certain,
        _ => Certainty::No,
    }
}

/// Whether a text begins with a record or a list: not with a word in brackets, as lines of text may.
fn begins_as_json(head: &str) -> bool {
    let Some(inner) = head.strip_prefix(['{', '[']) else { return false };
    match inner.trim_ascii_start().chars().next() {
        Some(next) => matches!(next, '"' | '\'' | '{' | '[' | '}' | ']' | '/'),
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn graphs_show_in_their_first_bytes() {
        for (text, looks) in [
            ("graph {", Looks::Other),
            ("", Looks::Other),
            ("{\"a\": 1}", Looks::Json),
            ("[Draft] Japan – Peru: pact", Looks::Other),
            ("\u{1E}{\"source\": 1}", Looks::Graph),
            ("\u{FEFF} {\"nodes\": []}", Looks::Graph),
            ("[[1, 2]]", Looks::Graph),
            ("[{\"data\" : {}}]", Looks::Elements),
            ("{\"data\": [], \"elements\": 1}", Looks::Graph),
        ] {
            assert_eq!(looks_of(text.as_bytes()), looks, "{text}");
        }
        let wide: Vec<u8> = "{\"links\":[]}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(looks_of(&wide), Looks::Graph);
    }
}
