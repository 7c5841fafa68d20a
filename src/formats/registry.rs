//! The list of all formats, and the choice of one for a file.

use super::cytoscape::CYTOSCAPE;
use super::delimited::{DELIMITED, NATIONS_CSV, TAB_SEPARATED};
use super::dot::DOT;
use super::edge_list::EDGE_LIST;
use super::entente::ENTENTE;
use super::format::{Certainty, Format, InputFile};
use super::gexf::GEXF;
use super::gml::GML;
use super::graphml::GRAPHML;
use super::graphology::GRAPHOLOGY;
use super::gxl::GXL;
use super::json_graph_format::JSON_GRAPH_FORMAT;
use super::kumu::KUMU;
use super::ncol::{LGL, NCOL};
use super::networkx_lists::{ADJACENCY_LIST, EDGE_LIST_WITH_VALUES, MULTILINE_ADJACENCY_LIST};
use super::node_link::NODE_LINK;
use super::pajek::PAJEK;
use super::plain_lines::PLAIN_LINES;
use super::sif::SIF;
use super::workbook::WORKBOOK;

/// All formats, in the order in which they are listed; of equally likely ones the first is chosen.
#[rustfmt::skip]
pub static FORMATS: [&Format; 24] = [
    &ENTENTE,
    &GEXF,
    &GRAPHML,
    &GXL,
    &DOT,
    &GML,
    &PAJEK,
    &CYTOSCAPE,
    &SIF,
    &NODE_LINK,
    &GRAPHOLOGY,
    &JSON_GRAPH_FORMAT,
    &KUMU,
    &NCOL,
    &LGL,
    &ADJACENCY_LIST,
    &MULTILINE_ADJACENCY_LIST,
    &EDGE_LIST,
    &WORKBOOK,
    &NATIONS_CSV,
    &DELIMITED,
    &TAB_SEPARATED,
    &EDGE_LIST_WITH_VALUES,
    &PLAIN_LINES,
];

/// The format that a file is most likely in; `None` if no format recognises it.
pub fn recognise(file: &InputFile<'_>) -> Option<&'static Format> {
    let mut best = (Certainty::No, None);
    for format in FORMATS {
        // Plain lines are never more than likely, and it takes long to find that they aren't.
        if best.0 >= Certainty::Likely && *format == PLAIN_LINES {
            continue;
        }
        let certainty = (format.recognise)(file);
        if certainty > best.0 {
            best = (certainty, Some(format));
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::samples::SAMPLES;
    use crate::formats::{Content, Progress, read};

    fn name_of(name: &str, bytes: &[u8]) -> Option<&'static str> {
        recognise(&InputFile { name, bytes }).map(|format| format.name)
    }

    #[test]
    fn files_are_recognised_by_their_first_bytes_before_their_names() {
        let (map, network) = (Some(ENTENTE.name), Some(EDGE_LIST.name));
        assert_eq!(name_of("", b"{\"format\": \"entente-map\"}"), map);
        assert_eq!(name_of("a.txt", b"\xEF\xBB\xBF\n{ \"format\": \"entente-map\""), map);
        assert_eq!(name_of("A.Entente.JSON", b"[]"), map);
        assert_eq!(name_of("", b" {\"ties\": [], \"format\": \"entente-map\"}"), map);
        assert_eq!(name_of("", b" {}"), Some(NODE_LINK.name));
        assert_eq!(name_of("a.entente.json", b"3 2\n0 1\n1 2\n"), network);
        assert_eq!(name_of("a.json", b"[]"), Some(NODE_LINK.name));
        assert_eq!(name_of("a.txt", b"{\"nodes\": []}"), Some(NODE_LINK.name));
        assert_eq!(name_of("", b"Creator \"x\" graph [ ]"), Some(GML.name));
        assert_eq!(name_of("", b"[{\"data\": {}}]"), Some(CYTOSCAPE.name));
        assert_eq!(name_of("entente.json", b""), Some(NODE_LINK.name));
        assert_eq!(name_of("entente", b""), None);
    }

    #[test]
    fn no_two_formats_share_a_name_or_the_end_of_one() {
        let mut seen = Vec::new();
        for format in FORMATS {
            assert!(!format.extensions.is_empty(), "{}", format.name);
            for word in [&[format.name], format.extensions].concat() {
                assert!(!seen.contains(&word), "{word}");
                seen.push(word);
            }
        }
    }

    #[test]
    fn what_a_format_writes_it_recognises_and_reads() {
        for format in FORMATS {
            let Some(writer) = format.writer else { continue };
            for sample in SAMPLES {
                let map = read(sample.json.as_bytes()).expect("a sample").map;
                let written = writer.write(&map);
                let name = format!("{}.{}", sample.name, format.extensions[0]);
                let file = InputFile { name: &name, bytes: &written.bytes };
                assert_eq!(recognise(&file).map(|found| found.name), Some(format.name));
                let content = format.reader.read(&file, Progress::untold());
                match content.expect("what was written") {
                    Content::Map(opened) => {
                        assert_eq!(opened.problems, [], "{}", format.name);
                        assert_eq!(opened.map == map, written.losses.is_empty());
                    }
                    Content::Network(network) => {
                        assert!(network.remarks.is_empty(), "{}", format.name);
                        assert!(network.nodes.len() >= map.nations().len(), "{}", format.name);
                    }
                    Content::Tables(tables) => assert!(!tables.is_empty()),
                }
            }
        }
    }
}
