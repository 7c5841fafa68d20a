//! Recognises such lists.

use super::adjacency::node_and_count;
use super::edges::ends_and_values;
use super::{ADJACENCY_LIST, EDGE_LIST_WITH_VALUES, MULTILINE_ADJACENCY_LIST, python_dict};
use crate::formats::format::{Certainty, InputFile};

/// So many bytes are looked at.
const LOOKED_AT: usize = 4096;

/// An adjacency list has its name, or the comment that networkx writes above.
pub fn recognise_adjacency(file: &InputFile<'_>) -> Certainty {
    match () {
        () if ADJACENCY_LIST.has_name(file) => Certainty::Certain,
        () if is_of_networkx(file) => Certainty::Likely,
        () => Certainty::No,
    }
}

/// One with a line for each neighbour has its name, or that comment and as many neighbours as it says.
pub fn recognise_multiline(file: &InputFile<'_>) -> Certainty {
    let begins = || {
        let mut lines = lines(file).into_iter();
        let (_, count) = node_and_count(lines.next().as_deref()?)?;
        let has_values = |line: &String| ends_and_values(line).1.is_some();
        let is_first = |line: Option<String>| line.as_ref().is_none_or(has_values);
        (0..count.min(3)).all(|_| is_first(lines.next())).then_some(())
    };
    match () {
        () if MULTILINE_ADJACENCY_LIST.has_name(file) => Certainty::Certain,
        () if is_of_networkx(file) && begins().is_some() => Certainty::Certain,
        () => Certainty::No,
    }
}

/// An edge list with values shows in most of its lines. One with its name that is no table is perhaps one too.
pub fn recognise_edges(file: &InputFile<'_>) -> Certainty {
    let lines = lines(file);
    let has_values = |line: &&String| {
        let (ends, values) = ends_and_values(line);
        values.and_then(python_dict::read).is_some()
            && ends.contains(|c: char| c.is_whitespace() || ",;|".contains(c))
            && !ends.starts_with(['{', '['])
    };
    let count = lines.iter().filter(has_values).count();
    match () {
        () if count > 0 && 2 * count > lines.len() => Certainty::Likely,
        () if EDGE_LIST_WITH_VALUES.has_name(file) && !lines.is_empty() => Certainty::Possible,
        () => Certainty::No,
    }
}

/// Whether a list begins with the comment that networkx writes above: the program, then the time.
fn is_of_networkx(file: &InputFile<'_>) -> bool {
    let head = head(file);
    let mut lines = head.lines();
    lines.next().is_some_and(|line| line.starts_with('#'))
        && lines.next().is_some_and(|line| line.starts_with("# GMT "))
}

/// The first lines that say something.
fn lines(file: &InputFile<'_>) -> Vec<String> {
    let head = head(file);
    // What the last line goes on with isn't known.
    let is_whole = file.bytes.len() <= LOOKED_AT;
    let whole =
        if is_whole { &*head } else { head.rsplit_once('\n').map_or("", |(lines, _)| lines) };
    let lines = whole.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

fn head(file: &InputFile<'_>) -> String {
    let head = String::from_utf8_lossy(file.bytes.get(..LOOKED_AT).unwrap_or(file.bytes));
    head.trim_start_matches('\u{FEFF}').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::recognise;

    #[test]
    fn lists_show_in_their_names_and_in_what_they_hold() {
        let head = "#a.py\n# GMT Mon Nov 30 13:02:45 2026\n#\n";
        for (name, text, expected) in [
            ("a.adjlist", "a b c\nb\n".to_owned(), "Adjacency list"),
            ("a.txt", format!("{head}a b c\nb\n"), "Adjacency list"),
            ("a.multiline_adjlist", "a 0\n".to_owned(), "Multiline adjacency list"),
            ("a.txt", format!("{head}a 1\nb {{}}\nb 0\n"), "Multiline adjacency list"),
            ("a.edgelist", "a b {'weight': 3}\n".to_owned(), "Edge list with values"),
            ("a.txt", "a b {}\nb c {}\n".to_owned(), "Edge list with values"),
            ("a.edgelist", "New Zealand Peru 3\nChad Mali\n".to_owned(), "Edge list with values"),
            ("a.edgelist", "a b\nb c\nc d\n".to_owned(), "CSV"),
            ("a.edgelist", "a,b\nb,c\nc,d\n".to_owned(), "CSV"),
            ("a.txt", "a b\nb c\nc d\n".to_owned(), "CSV"),
        ] {
            let file = InputFile { name, bytes: text.as_bytes() };
            assert_eq!(recognise(&file).map(|found| found.name), Some(expected), "{name}: {text}");
        }
    }
}
