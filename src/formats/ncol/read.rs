//! Reads NCOL and LGL.

use crate::formats::format::{Certainty, InputFile};
use crate::formats::limits::check_size;
use crate::formats::lines::Lines;
use crate::formats::network::{Edge, Network, NetworkBuilder};
use crate::formats::problems::{OpenError, Spot};
use crate::formats::progress::Progress;
use crate::formats::text_encoding::decode_text;

/// So many bytes are looked at to recognise a file.
const LOOKED_AT: usize = 4096;
/// So many lines are read before the progress is told.
const LINES_BETWEEN: u32 = 4096;

/// NCOL looks as any list of edges does, so that its name alone tells it apart.
pub fn recognise_ncol(file: &InputFile<'_>) -> Certainty {
    if super::NCOL.has_name(file) { Certainty::Certain } else { Certainty::No }
}

/// LGL has its name, or lines of one word, and perhaps a weight, of which several begin with `#`.
pub fn recognise_lgl(file: &InputFile<'_>) -> Certainty {
    if super::LGL.has_name(file) {
        return Certainty::Certain;
    }
    let head = String::from_utf8_lossy(file.bytes.get(..LOOKED_AT).unwrap_or(file.bytes));
    let head = head.trim_start_matches('\u{FEFF}');
    // What the last line goes on with isn't known.
    let whole = head.rfind(['\n', '\r']).and_then(|end| head.get(..end)).unwrap_or_default();
    let (mut heads, mut others) = (0, 0);
    for (_, line) in Lines::of(whole).filter(|(_, line)| !line.trim().is_empty()) {
        match line.split_whitespace().collect::<Vec<_>>()[..] {
            ["#", _] => heads += 1,
            [name] if heads > 0 && !name.starts_with('#') => others += 1,
            [_, weight] if heads > 0 && weight.parse::<f64>().is_ok() => others += 1,
            _ => return Certainty::No,
        }
    }
    if heads >= 2 && others >= 1 { Certainty::Likely } else { Certainty::No }
}

/// Reads NCOL.
///
/// # Errors
/// When a line isn't two names and perhaps a weight, or there are more nodes or edges than are read.
pub fn read_ncol(file: &InputFile<'_>, progress: Progress<'_>) -> Result<Network, OpenError> {
    read(file, progress, |builder, line, number| {
        let mut words = line.split_whitespace();
        let (Some(from), Some(to)) = (words.next(), words.next()) else {
            return Err(refusal(number, "isn't the names of two nodes and perhaps a weight"));
        };
        let spot = Spot::at(number, 1);
        let from = builder.named(from, spot)?;
        add(builder, from, to, words, number)
    })
}

/// Reads LGL.
///
/// # Errors
/// As [`read_ncol`], and when a node comes before the first line that begins with `#`.
pub fn read_lgl(file: &InputFile<'_>, progress: Progress<'_>) -> Result<Network, OpenError> {
    let mut from = None;
    read(file, progress, |builder, line, number| {
        if let Some(name) = line.strip_prefix('#') {
            let name = name.trim();
            if name.is_empty() || name.contains(char::is_whitespace) {
                return Err(refusal(number, "isn't “#” and the name of a node"));
            }
            from = Some(builder.named(name, Spot::at(number, 1))?);
            return Ok(());
        }
        let mut words = line.split_whitespace();
        let (Some(from), Some(to)) = (from, words.next()) else {
            return Err(refusal(number, "has a node before a line “# node” that it is tied to"));
        };
        add(builder, from, to, words, number)
    })
}

fn read(
    file: &InputFile<'_>,
    progress: Progress<'_>,
    mut take: impl FnMut(&mut NetworkBuilder, &str, u32) -> Result<(), OpenError>,
) -> Result<Network, OpenError> {
    check_size(file.bytes.len() as u64)?;
    let decoded = decode_text(file.bytes, None)?;
    let mut builder = NetworkBuilder::inferring();
    decoded.report(&mut builder.network().remarks);
    let mut lines = Lines::of(&decoded.text);
    while let Some((number, line)) = lines.next() {
        if number.is_multiple_of(LINES_BETWEEN) {
            progress.at(decoded.text.len() - lines.left(), decoded.text.len())?;
        }
        let line = line.trim();
        if !line.is_empty() {
            take(&mut builder, line, number)?;
        }
    }
    Ok(builder.finish())
}

fn add<'l>(
    builder: &mut NetworkBuilder,
    from: u32,
    to: &str,
    mut words: impl Iterator<Item = &'l str>,
    number: u32,
) -> Result<(), OpenError> {
    let mut edge = Edge::new(from, builder.named(to, Spot::at(number, 1))?, Spot::at(number, 1));
    edge.directed = Some(false);
    if let Some(weight) = words.next() {
        let weight = weight.parse::<f64>().ok().filter(|weight| weight.is_finite());
        edge.weight = Some(weight.ok_or_else(|| {
            refusal(number, "has another word than a number where the weight is expected")
        })?);
    }
    if words.next().is_some() {
        return Err(refusal(number, "has more words than two names and a weight"));
    }
    builder.add_edge(edge)
}

fn refusal(line: u32, message: &str) -> OpenError {
    OpenError::in_line(line, message, "Correct the line; names have no blanks in them.")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{LGL, NCOL};
    use super::*;

    type Read = fn(&InputFile<'_>, Progress<'_>) -> Result<Network, OpenError>;

    fn edges(read: Read, text: &str) -> Result<Vec<String>, OpenError> {
        let file = InputFile { name: "", bytes: text.as_bytes() };
        let network = read(&file, Progress::untold())?;
        let shown = network.edges.iter().map(|edge| {
            let [from, to] = [edge.from, edge.to].map(|index| &network.nodes[index as usize].id);
            format!("{from}-{to}={:?}", edge.weight)
        });
        Ok(shown.collect())
    }

    #[test]
    fn edges_are_read_by_the_names_of_their_ends() {
        let wanted = ["a-b=None", "b-c=Some(-1.5)", "b-a=None"];
        assert_eq!(edges(read_ncol, "a b\r\n\nb\tc -1.5\rb a").expect("NCOL"), wanted);
        assert_eq!(edges(read_lgl, "# a\nb\n# b\nc -1.5\na\n# d").expect("LGL"), wanted);
    }

    #[test]
    fn other_lines_are_refused_where_they_stand() {
        let faults: [(Read, &str); 7] = [
            (read_ncol, "a b\na"),
            (read_ncol, "a b\na b x"),
            (read_ncol, "a b\na b 1 2"),
            (read_ncol, "a b\na b inf"),
            (read_lgl, "\nb"),
            (read_lgl, "# a\n# b c"),
            (read_lgl, "# a\nb 1 2"),
        ];
        for (read, text) in faults {
            let error = edges(read, text).expect_err(text);
            assert_eq!(error.place.map(|place| place.line), Some(2), "{text}");
        }
    }

    #[test]
    fn lgl_is_known_without_its_name_and_comments_are_none() {
        let lgl = |name, text: &str| (LGL.recognise)(&InputFile { name, bytes: text.as_bytes() });
        assert_eq!(lgl("", "# a\nb 2\n# b\nc\n"), Certainty::Likely);
        assert_eq!(lgl("x.lgl", ""), Certainty::Certain);
        for text in ["# comment\na b c\n", "# a\nb\nc\n", "a\n# b\n", "# a title\n# b\nc\n"] {
            assert_eq!(lgl("a.txt", text), Certainty::No, "{text}");
        }
        let ncol = |name| (NCOL.recognise)(&InputFile { name, bytes: b"a b" });
        assert_eq!([ncol("a.NCOL"), ncol("a.txt")], [Certainty::Certain, Certainty::No]);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[#ab1. \n\\-]{0,60}|\\PC{0,40}") {
            let _ = (edges(read_ncol, &text), edges(read_lgl, &text));
            recognise_lgl(&InputFile { name: "", bytes: text.as_bytes() });
        }
    }
}
