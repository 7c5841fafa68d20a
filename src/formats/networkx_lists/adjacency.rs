//! Adjacency lists: a node and its neighbours in a line, or each neighbour in a line of its own.

use std::collections::HashSet;

use super::edges::{add_values, ends_and_values};
use super::text;
use crate::formats::format::InputFile;
use crate::formats::network::{Edge, Network};
use crate::formats::problems::{OpenError, Spot};
use crate::formats::progress::Progress;

/// Reads an adjacency list.
///
/// # Errors
/// When it is too large or no text, or there are more nodes or edges than are read.
pub fn read(file: &InputFile<'_>, progress: Progress<'_>) -> Result<Network, OpenError> {
    let network = text::read(file, progress, |builder, line, (number, between)| {
        let spot = Spot::at(number, 1);
        // Behind a # is a comment in any line.
        let line = line.split(" #").next().unwrap_or_default();
        let mut names = between.parted(line).into_iter();
        let Some(node) = names.next() else { return Ok(()) };
        let from = builder.named(node, spot)?;
        for neighbour in names {
            let to = builder.named(neighbour, spot)?;
            builder.add_edge(Edge::new(from, to, spot))?;
        }
        Ok(())
    })?;
    Ok(of_partners(network))
}

/// Reads an adjacency list with a line for each neighbour.
///
/// # Errors
/// As [`read`], and when a line isn't the name of a node and the number of its neighbours where one is expected.
pub fn read_multiline(file: &InputFile<'_>, progress: Progress<'_>) -> Result<Network, OpenError> {
    let mut from = 0;
    let mut left = 0_usize;
    let network = text::read(file, progress, |builder, line, (number, _)| {
        let spot = Spot::at(number, 1);
        if left == 0 {
            let (name, count) = node_and_count(line).ok_or_else(|| {
                let message = "isn't the name of a node and the number of its neighbours";
                let remedy = "Correct the line, or the number of neighbours above it.";
                OpenError::in_line(number, message, remedy)
            })?;
            from = builder.named(name, spot)?;
            left = count;
            return Ok(());
        }
        left -= 1;
        let (name, values) = ends_and_values(line);
        let name = name.trim_end_matches(['\t', ',', ';', '|', ' ']);
        let mut edge = Edge::new(from, builder.named(name, spot)?, spot);
        add_values(builder, &mut edge, values);
        builder.add_edge(edge)
    })?;
    Ok(of_partners(network))
}

/// A name and a number, with a blank or a sign between them.
pub fn node_and_count(line: &str) -> Option<(&str, usize)> {
    let (name, count) = line.rsplit_once([' ', '\t', ',', ';', '|'])?;
    let name = name.trim_end_matches([' ', '\t', ',', ';', '|']);
    Some((name, count.parse().ok()?)).filter(|(name, _)| !name.is_empty())
}

/// The network of lists of partners, in which a tie that both of its ends name is held once.
fn of_partners(mut network: Network) -> Network {
    let seen: HashSet<(u32, u32)> = network.edges.iter().map(|edge| (edge.from, edge.to)).collect();
    let is_again = |edge: &&Edge| edge.from > edge.to && seen.contains(&(edge.to, edge.from));
    network.held.edges -= network.edges.iter().filter(is_again).count();
    network.lists_partners = true;
    network
}

#[cfg(test)]
mod tests {
    use super::*;

    type Read = fn(&InputFile<'_>, Progress<'_>) -> Result<Network, OpenError>;

    fn shown(read: Read, text: &str) -> Result<String, OpenError> {
        let network = read(&InputFile { name: "", bytes: text.as_bytes() }, Progress::untold())?;
        let id = |node: u32| network.nodes[node as usize].id.as_str();
        let edges = network.edges.iter().map(|edge| format!("{}-{}", id(edge.from), id(edge.to)));
        let edges = edges.collect::<Vec<_>>().join(" ");
        let held = network.held;
        Ok(format!("{} {}: {edges}; {}", held.nodes, held.edges, network.remarks.groups().len()))
    }

    #[test]
    fn neighbours_are_read_in_a_line_and_in_lines_of_their_own() {
        let comments = "#a.py\n# GMT Mon Nov 30 13:02:45 2026\n# \n";
        let list =
            "France United States Japan\nUnited States\nJapan South Korea\nPeru\nSouth Korea\n";
        let expected = "5 3: France-United States France-Japan Japan-South Korea; 0";
        assert_eq!(shown(read, &format!("{comments}{list}")).unwrap(), expected);
        let lines = "France 2\nUnited States {'weight': 3}\nJapan {}\nUnited States 0\nJapan 1\n\
                     South Korea {}\nPeru 0\nSouth Korea 0\n";
        assert_eq!(shown(read_multiline, &format!("{comments}{lines}")).unwrap(), expected);
        assert_eq!(shown(read, "a,b,c d\nb,a\n# why\n").unwrap(), "3 2: a-b a-c d b-a; 1");
        assert_eq!(shown(read, "A B B\n").unwrap(), "2 2: A-B A-B; 0");
    }

    #[test]
    fn a_list_with_a_wrong_number_of_neighbours_is_refused_where_it_shows() {
        for (line, text) in [(2, "a 0\nb {}\n"), (1, "a\n"), (3, "a 1\nb {}\nc {}\n")] {
            let error = shown(read_multiline, text).expect_err(text);
            assert_eq!(error.place.map(|place| place.line), Some(line), "{text}");
        }
    }
}
