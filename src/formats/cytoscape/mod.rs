//! Cytoscape.js JSON: elements with `data` and a position, as Cytoscape.js and Cytoscape have them.

mod write;

use super::format::{Certainty, Format, InputFile, Reader, Writer};
use super::json_graph::{self, Looks, looks_of};
use super::mapping::Holds;

/// The format of Cytoscape.js JSON.
pub static CYTOSCAPE: Format = Format {
    name: "Cytoscape.js JSON",
    extensions: &["cyjs"],
    only_read: &[],
    media_types: &[],
    recognise,
    reader: Reader::NetworkOrTables(json_graph::read_any),
    writer: Some(Writer::Network(
        Holds {
            parallel_edges: true,
            mixed_direction: true,
            node_attributes: true,
            edge_attributes: true,
            network_attributes: true,
            positions: true,
        },
        write::write,
    )),
};

fn recognise(file: &InputFile<'_>) -> Certainty {
    match (looks_of(file.bytes), CYTOSCAPE.has_name(file)) {
        (Looks::Other, _) => Certainty::No,
        (_, true) => Certainty::Certain,
        (Looks::Elements, false) => Certainty::Likely,
        (Looks::Graph | Looks::Json, false) => Certainty::No,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::network::{Edge, Network, Node};
    use crate::formats::{Progress, Spot};

    #[test]
    fn parallel_edges_have_a_number_of_their_own_which_is_no_part_of_them() {
        let nodes = ["a", "b"].map(|id| Node { id: id.into(), ..Node::default() }).to_vec();
        let edges = vec![Edge::new(0, 1, Spot::default()), Edge::new(1, 0, Spot::default())];
        let mut network = Network { nodes, edges, ..Network::default() };
        network.edges[1].id = "second".into();
        let written = String::from_utf8(write::write(&network)).expect("UTF-8");
        let numbers = [0, 1].map(|number| written.matches(&format!("\"key\":{number}")).count());
        assert_eq!(numbers, [1, 1], "{written}");
        let file = InputFile { name: "", bytes: written.as_bytes() };
        let read = json_graph::read(&file, Progress::untold()).expect("what was written");
        let ids: Vec<&str> = read.edges.iter().map(|edge| edge.id.as_str()).collect();
        assert_eq!((ids, read.edge_columns.len()), (vec!["", "second"], 0));
    }
}
