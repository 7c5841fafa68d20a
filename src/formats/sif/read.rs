//! Reads SIF.

use crate::formats::format::InputFile;
use crate::formats::limits::check_size;
use crate::formats::lines::Lines;
use crate::formats::network::{Edge, Network, NetworkBuilder};
use crate::formats::problems::{OpenError, Spot};
use crate::formats::progress::Progress;
use crate::formats::text_encoding::decode_text;
use crate::model::Attribute;

/// So many lines are read before the progress is told.
const LINES_BETWEEN: u32 = 4096;
/// What Cytoscape calls the text between two nodes.
const INTERACTION: &str = "interaction";

/// Reads SIF.
///
/// # Errors
/// When it is too large or no text, or there are more nodes or edges than are read.
pub fn read(file: &InputFile<'_>, progress: Progress<'_>) -> Result<Network, OpenError> {
    check_size(file.bytes.len() as u64)?;
    let decoded = decode_text(file.bytes, None)?;
    let mut builder = NetworkBuilder::inferring();
    decoded.report(&mut builder.network().remarks);
    let has_tabs = decoded.text.contains('\t');
    let mut lines = Lines::of(&decoded.text);
    while let Some((number, line)) = lines.next() {
        if number.is_multiple_of(LINES_BETWEEN) {
            progress.at(decoded.text.len() - lines.left(), decoded.text.len())?;
        }
        let is_between = |c: char| if has_tabs { c == '\t' } else { c.is_whitespace() };
        let texts = line.split(is_between).map(str::trim).filter(|text| !text.is_empty());
        read_line(&mut builder, &texts.collect::<Vec<_>>(), Spot::at(number, 1))?;
    }
    Ok(builder.finish())
}

fn read_line(builder: &mut NetworkBuilder, texts: &[&str], spot: Spot) -> Result<(), OpenError> {
    let [node, rest @ ..] = texts else { return Ok(()) };
    let from = builder.named(node, spot)?;
    let (kind, ends) = match rest {
        [] => return Ok(()),
        [kind, ends @ ..] if !ends.is_empty() => (kind, ends),
        _ => {
            builder.network().remarks.lose(
                spot,
                rest.first().copied().unwrap_or_default(),
                "says how a node is tied, and to none",
                "No tie was made of it.",
                "Write the other node behind it.",
            );
            return Ok(());
        }
    };
    let column = builder.edge_columns().add(INTERACTION);
    for end in ends {
        let mut edge = Edge::new(from, builder.named(end, spot)?, spot);
        edge.attributes.push((column, Attribute::Text((*kind).into())));
        builder.add_edge(edge)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let file = InputFile { name: "a.sif", bytes: text.as_bytes() };
        let network = read(&file, Progress::untold()).expect("SIF");
        let id = |node: u32| network.nodes[node as usize].id.as_str();
        let edge = |edge: &Edge| {
            let [(_, Attribute::Text(kind))] = &edge.attributes[..] else { panic!("{edge:?}") };
            format!("{} {kind} {}", id(edge.from), id(edge.to))
        };
        let edges: Vec<String> = network.edges.iter().map(edge).collect();
        let remarks = network.remarks.groups().len();
        format!("{}: {}; {remarks}", network.held.nodes, edges.join(", "))
    }

    #[test]
    fn a_line_is_a_node_and_those_that_it_is_tied_to() {
        assert_eq!(
            shown("France allied Russia UK\n\nPeru\nIran rival Iraq\n"),
            "6: France allied Russia, France allied UK, Iran rival Iraq; 0"
        );
        assert_eq!(
            shown("South Korea\tally of\tUnited States\r\nNew Zealand\n"),
            "3: South Korea ally of United States; 0"
        );
        assert_eq!(shown("France allied\n"), "1: ; 1");
    }
}
