//! Edge lists with values: `a b {'weight': 3}`, or `a b 3`.

use super::{python_dict, text};
use crate::formats::format::InputFile;
use crate::formats::network::{Edge, Network, NetworkBuilder};
use crate::formats::problems::{OpenError, Spot};
use crate::formats::progress::Progress;

/// Reads an edge list with values.
///
/// # Errors
/// When it is too large or no text, or there are more nodes or edges than are read.
pub fn read(file: &InputFile<'_>, progress: Progress<'_>) -> Result<Network, OpenError> {
    text::read(file, progress, |builder, line, (number, between)| {
        let spot = Spot::at(number, 1);
        let (ends, values) = ends_and_values(line);
        let mut names = between.parted(ends);
        let weight =
            names.get(2).and_then(|last| last.parse().ok()).filter(|w: &f64| w.is_finite());
        if values.is_none() && names.len() == 3 && weight.is_some() {
            names.truncate(2);
        }
        let [from, to] = names[..] else {
            lose_line(builder, line, spot);
            return Ok(());
        };
        let (from, to) = (builder.named(from, spot)?, builder.named(to, spot)?);
        let mut edge = Edge { weight, ..Edge::new(from, to, spot) };
        add_values(builder, &mut edge, values);
        builder.add_edge(edge)
    })
}

/// What stands before the values of a line, and these.
pub fn ends_and_values(line: &str) -> (&str, Option<&str>) {
    let begin = line.char_indices().zip(line.chars().skip(1)).find_map(|((at, before), c)| {
        let is_apart = before.is_whitespace() || matches!(before, ',' | ';' | '|');
        (c == '{' && is_apart).then_some(at + before.len_utf8())
    });
    let values = begin.filter(|_| line.ends_with('}')).and_then(|at| line.split_at_checked(at));
    values.map_or((line, None), |(ends, values)| (ends.trim(), Some(values)))
}

/// Gives an edge its values; what is no dictionary is kept as a text.
pub fn add_values(builder: &mut NetworkBuilder, edge: &mut Edge, values: Option<&str>) {
    let Some(values) = values else { return };
    let Some(read) = python_dict::read(values) else {
        builder.network().remarks.warn(
            edge.spot,
            values,
            "isn't a list of values as Python writes it",
            "It was kept as the label of the tie.",
            "Write it as in {'weight': 3, 'kind': 'war'}.",
        );
        edge.label = Some(values.to_owned());
        return;
    };
    for (name, value) in read {
        let column = builder.edge_columns().add(&name);
        if edge.attributes.iter().all(|(known, _)| *known != column) {
            edge.attributes.push((column, value));
        }
    }
}

fn lose_line(builder: &mut NetworkBuilder, line: &str, spot: Spot) {
    builder.network().remarks.lose(
        spot,
        line,
        "isn't the names of two nodes and perhaps values",
        "It was left out.",
        "Write a tab or a comma between names that have blanks in them.",
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Attribute;

    fn network(text: &str) -> Network {
        let file = InputFile { name: "a.edgelist", bytes: text.as_bytes() };
        read(&file, Progress::untold()).expect("an edge list")
    }

    #[test]
    fn edges_and_their_values_are_read() {
        let read = network(
            "France United States {'weight': 3, 'kind': 'war'}\nFrance Japan {}\nJapan Peru 2.5\nA B C D {}\n",
        );
        let edges: Vec<String> = read
            .edges
            .iter()
            .map(|edge| {
                let [from, to] = [edge.from, edge.to].map(|node| &read.nodes[node as usize].id);
                format!("{from}-{to} {:?} {}", edge.weight, edge.attributes.len())
            })
            .collect();
        let expected =
            ["France-United States None 2", "France-Japan None 0", "Japan-Peru Some(2.5) 0"];
        assert_eq!(edges, expected);
        assert_eq!(read.edges[0].attributes[1].1, Attribute::Text("war".into()));
        let lost: Vec<u32> = read.remarks.groups().map(|g| g.examples[0].spot.line).collect();
        assert_eq!(lost, [4]);
    }

    #[test]
    fn signs_between_names_and_values_are_read() {
        let read = network("South Korea\tJapan\t{'weight': 3}\nBree Hill\tJapan\t{}\n");
        assert_eq!((read.nodes.len(), read.edges.len()), (3, 2));
        assert_eq!(read.nodes[2].id, "Bree Hill");
        let odd = network("a,b,{oops}\n");
        assert_eq!((odd.edges.len(), odd.edges[0].label.as_deref()), (1, Some("{oops}")));
    }
}
