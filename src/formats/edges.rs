//! Plain networks: a first line `n m`, then `m` lines `u v` or `u v w`, the ends counted from 0. A
//! weight below 0 is a hostile tie. Such a file has positions and nothing else, so it is no map; it is
//! what other layout programs read and write.

use std::path::Path as FilePath;

use super::read::bytes_of;
use super::{OpenError, Place};

/// The most nodes of a plain network.
pub const MAX_EDGE_NODES: usize = 2_000_000;
/// The most ties of a plain network.
pub const MAX_EDGES: usize = 5_000_000;

/// A network of numbered nodes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EdgeList {
    /// How many nodes there are.
    pub nodes: usize,
    /// The two ends of each tie, below `nodes`, and its weight, finite and not 0.
    pub ties: Vec<([u32; 2], f32)>,
}

/// Reads a file if it is a plain network, which its first line shows; `None` where it isn't.
///
/// # Errors
/// When the file can't be read from its disk, or a line of a plain network isn't as it should be.
pub fn open_edges(path: &FilePath) -> Result<Option<EdgeList>, OpenError> {
    bytes_of(path).and_then(|bytes| read_edges(&bytes)).map_err(|error| {
        error.of_file(path.file_name().unwrap_or(path.as_os_str()).to_string_lossy())
    })
}

/// The same from the bytes of a file.
///
/// # Errors
/// When a line of a plain network isn't as it should be.
pub fn read_edges(bytes: &[u8]) -> Result<Option<EdgeList>, OpenError> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Ok(None);
    };
    let mut lines = (1_u32..).zip(text.lines());
    let Some([nodes, ties]) = lines.next().and_then(|(_, line)| counts(line)) else {
        return Ok(None);
    };
    if nodes > MAX_EDGE_NODES || ties > MAX_EDGES {
        return Err(fault(
            1,
            &format!(
                "has {nodes} nodes and {ties} ties where at most {MAX_EDGE_NODES} and {MAX_EDGES} \
                 are expected"
            ),
            "Lay out a part of the network.",
        ));
    }
    // A line has four bytes at least, whatever the first one promises.
    let mut list = EdgeList { nodes, ties: Vec::with_capacity(ties.min(bytes.len() / 4)) };
    for (number, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        let tie = tie(line, nodes).ok_or_else(|| {
            let below = nodes.saturating_sub(1);
            let message = format!("isn't two numbers from 0 to {below} and perhaps a weight");
            fault(number, &message, "Correct the line, or the number of nodes in line 1.")
        })?;
        if list.ties.len() == MAX_EDGES {
            let message =
                format!("is tie {} where at most {MAX_EDGES} are expected", MAX_EDGES + 1);
            return Err(fault(number, &message, "Lay out a part of the network."));
        }
        list.ties.push(tie);
    }
    if list.ties.len() != ties {
        let found = list.ties.len();
        let message = format!("promises {ties} ties, but {found} lines follow");
        return Err(fault(1, &message, "Correct the number, or look for the missing lines."));
    }
    Ok(Some(list))
}

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

fn fault(line: u32, message: &str, remedy: &str) -> OpenError {
    OpenError {
        place: Some(Place { line, column: 1, path: String::new() }),
        ..OpenError::whole(message, remedy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
