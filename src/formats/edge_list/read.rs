//! Reads edge lists.

use std::str::from_utf8;

use super::network::{EdgeList, MAX_EDGE_NODES, MAX_EDGES};
use crate::formats::format::{Certainty, InputFile};
use crate::formats::limits::check_size;
use crate::formats::network::{Edge, Held, Network, Node};
use crate::formats::problems::{OpenError, Spot};
use crate::formats::progress::Progress;
use crate::formats::text_encoding::decode;

/// An edge list shows in its first line: two whole numbers and nothing else. Where the next line isn't one of
/// its ties, as in other lists of numbers, it is no more than possible.
pub fn recognise(file: &InputFile<'_>) -> Certainty {
    let mut lines = file.bytes.split(|byte| *byte == b'\n').map(|line| from_utf8(line).ok());
    let Some([nodes, ties]) = lines.next().flatten().and_then(counts) else {
        return Certainty::No;
    };
    let next = lines.next().flatten().filter(|line| !line.trim().is_empty());
    match next {
        Some(line) if tie(line, nodes).is_none() => Certainty::Possible,
        None if ties > 0 => Certainty::Possible,
        _ => Certainty::Likely,
    }
}

/// Reads an edge list.
///
/// # Errors
/// When a line isn't as it should be, or there are too many nodes or ties.
pub fn read(bytes: &[u8]) -> Result<EdgeList, OpenError> {
    check_size(bytes.len() as u64)?;
    // Decoding again explains why it isn't text.
    let text = from_utf8(bytes).or_else(|_| decode(bytes))?;
    let mut lines = (1_u32..).zip(text.lines());
    let [nodes, ties] = lines.next().and_then(|(_, line)| counts(line)).ok_or_else(|| {
        let message = "isn't the number of nodes and the number of ties";
        OpenError::in_line(1, message, "Write both numbers in line 1.")
    })?;
    if nodes > MAX_EDGE_NODES || ties > MAX_EDGES {
        let message = format!(
            "has {nodes} nodes and {ties} ties where at most {MAX_EDGE_NODES} and {MAX_EDGES} \
             are expected"
        );
        return Err(OpenError::in_line(1, message, "Lay out a part of the network."));
    }
    // A line has at least four bytes, whatever number the first one states.
    let mut list = EdgeList { nodes, ties: Vec::with_capacity(ties.min(bytes.len() / 4)) };
    for (number, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        let tie = tie(line, nodes).ok_or_else(|| {
            let below = nodes.saturating_sub(1);
            let message = format!("isn't two numbers from 0 to {below} and perhaps a weight");
            let remedy = "Correct the line, or the number of nodes in line 1.";
            OpenError::in_line(number, message, remedy)
        })?;
        if list.ties.len() == MAX_EDGES {
            let message =
                format!("is tie {} where at most {MAX_EDGES} are expected", MAX_EDGES + 1);
            return Err(OpenError::in_line(number, message, "Lay out a part of the network."));
        }
        list.ties.push(tie);
    }
    if list.ties.len() != ties {
        let found = list.ties.len();
        let message = format!("promises {ties} ties, but {found} lines follow");
        let remedy = "Correct the number, or look for the missing lines.";
        return Err(OpenError::in_line(1, message, remedy));
    }
    Ok(list)
}

/// Reads an edge list as a network, in which the nodes are called by their numbers.
///
/// # Errors
/// As [`read`].
pub fn read_network(file: &InputFile<'_>, _: Progress<'_>) -> Result<Network, OpenError> {
    let list = read(file.bytes)?;
    let node = |number: usize| Node { id: number.to_string(), ..Node::default() };
    let edge = |(line, ([from, to], weight)): (u32, &([u32; 2], f32))| Edge {
        weight: Some(f64::from(*weight)),
        ..Edge::new(*from, *to, Spot::at(line, 1))
    };
    Ok(Network {
        nodes: (0..list.nodes).map(node).collect(),
        edges: (2..).zip(&list.ties).map(edge).collect(),
        held: Held { nodes: list.nodes, edges: list.ties.len() },
        ..Network::default()
    })
}

/// The numbers of nodes and ties.
fn counts(line: &str) -> Option<[usize; 2]> {
    let mut words = line.split_ascii_whitespace().map(|word| word.parse().ok());
    let both = [words.next()??, words.next()??];
    words.next().is_none().then_some(both)
}

fn tie(line: &str, nodes: usize) -> Option<([u32; 2], f32)> {
    let mut words = line.split_ascii_whitespace();
    let mut end = || words.next()?.parse().ok().filter(|&end: &u32| (end as usize) < nodes);
    let ends = [end()?, end()?];
    let weight = words.next().map_or(Some(1.0), |word| word.parse().ok())?;
    let is_fine = words.next().is_none() && f32::is_finite(weight) && weight != 0.0;
    is_fine.then_some((ends, weight))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads an edge list; `None` where the bytes are none.
    fn read_edges(bytes: &[u8]) -> Result<Option<EdgeList>, OpenError> {
        match recognise(&InputFile { name: "", bytes }) {
            Certainty::No => Ok(None),
            _ => read(bytes).map(Some),
        }
    }

    #[test]
    fn ties_with_and_without_weight_are_read() {
        let list = read_edges(b"3 2\n0 1\n1 2 -2.5\n").unwrap().unwrap();
        assert_eq!(list, EdgeList { nodes: 3, ties: vec![([0, 1], 1.0), ([1, 2], -2.5)] });
        assert_eq!(read_edges(b"0 0\n").unwrap(), Some(EdgeList::default()));
    }

    #[test]
    fn what_is_no_plain_network_is_left_to_others() {
        for other in [&b""[..], b"{}", b"3\n", b"a b\n", b"1 2 3\n", b"-1 2\n", b"\xFF\xFE"] {
            assert_eq!(read_edges(other).unwrap(), None);
        }
    }

    #[test]
    fn other_lists_of_numbers_are_no_more_than_possible() {
        let certainty = |text: &str| recognise(&InputFile { name: "", bytes: text.as_bytes() });
        assert_eq!(certainty("3 2\n0 1\n1 2\n"), Certainty::Likely);
        assert_eq!(certainty("0 21\n1 17\n2 5\n"), Certainty::Possible);
        assert_eq!(certainty("1 2"), Certainty::Possible);
    }

    #[test]
    fn a_bad_line_is_named() {
        for (line, text) in [
            (2, "2 1\n0 2\n"),
            (3, "2 2\n0 1\n0 x\n"),
            (2, "2 1\n0 1 0\n"),
            (2, "2 1\n0 1 NaN\n"),
            (2, "2 1\n0 1 1 1\n"),
            (1, "2 7\n0 1\n"),
            (1, "9999999 0\n"),
            (1, "2 99999999999\n"),
        ] {
            let error = read_edges(text.as_bytes()).unwrap_err();
            assert_eq!(error.place.map(|place| place.line), Some(line), "{text:?}");
        }
    }
}
