//! What GML says, the writer, and files that are broken.

use proptest::prelude::*;

use super::GML;
use super::read::read;
use crate::formats::format::{InputFile, Writer};
use crate::formats::network::Network;
use crate::formats::network::arbitrary::{mutated, network, said};
use crate::formats::problems::OpenError;
use crate::formats::progress::Progress;
use crate::model::{Attribute, Color};

fn read_bytes(bytes: &[u8]) -> Result<Network, OpenError> {
    read(&InputFile { name: "", bytes }, Progress::untold())
}

fn read_text(text: &str) -> Network {
    read_bytes(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn a_graph_is_read_with_all_that_its_lists_say() {
    let network = read_text(
        "Creator \"yEd\"\n# a comment\nVersion 2.14\ngraph\n[\n hierarchic 1\n directed 1\n edge [ \
         target 2 source 1 label \"T&eacute;\" weight -4.5e-1 num NAN graphics [ width 2 fill \
         \"#00FF00\" ] ]\n node [ id 1 label \"A\" gid 3 graphics [ x 1.5 y -2 w 30 fill \"#FFCC00\" \
         ] LabelGraphics [ text \"Shown\" ] ]\n node [ id 2 a 1 a \"x\" ]\n node [ id 3 isGroup 1 ]\n]",
    );
    let [a, two, group] = network.nodes.as_slice() else { panic!("{network:?}") };
    assert_eq!((a.id.as_str(), a.label.as_deref()), ("1", Some("Shown")));
    assert_eq!((a.position, a.color), (Some([1.5, -2.0]), Some(Color::new(0xFF, 0xCC, 0))));
    assert_eq!((a.parent, group.is_group), (Some(2), true));
    let name = |column| network.node_columns.name(column);
    assert_eq!(name(a.attributes[0].0), "graphics.w");
    assert_eq!(two.attributes[0].1, Attribute::Text("1; x".into()));
    let edge = &network.edges[0];
    assert_eq!((edge.from, edge.to, edge.directed), (0, 1, Some(true)));
    assert_eq!((edge.label.as_deref(), edge.weight), (Some("Té"), Some(-0.45)));
    assert_eq!((edge.color, edge.spot.line), (Some(Color::new(0, 0xFF, 0)), 8));
    assert_eq!(edge.attributes[0].1, Attribute::Text("NAN".into()));
    assert_eq!(network.attributes[0], ("creator".to_owned(), Attribute::Text("yEd".into())));
    assert_eq!((network.held.nodes, network.held.edges), (3, 1));
    assert!(network.remarks.is_empty());
}

#[test]
fn what_only_some_programs_write_is_read_too() {
    let ids: Vec<_> = ["graph [ node [ id A ] node [ id \"b c\" ] edge [ source A target \"b c\" ] ]",
        "graph [ node [ id 0 name \"A\" ] node [ id 1 name \"b c\" ] edge [ source 0 target 1 ] ]",
        "graph [ Node [ ID A ] node [ id \"b c\" note \"a \"quoted\" word\"\n ] Edge [ Source A Target \"b c\" ] ]",
    ].map(|text| {
        let network = read_text(text);
        assert_eq!((network.held.nodes, network.held.edges), (2, 1), "{text}");
        network.nodes.into_iter().map(|node| node.id).collect::<Vec<_>>()
    }).into();
    assert_eq!(ids, [["A", "b c"], ["A", "b c"], ["A", "b c"]]);
    let latin = read_bytes(b"graph [ node [ id 1 label \"Caf\xE9 de la Paix \xE0 Orl\xE9ans\" ] ]");
    let latin = latin.unwrap();
    assert_eq!(latin.nodes[0].label.as_deref(), Some("Café de la Paix à Orléans"));
    assert!(!latin.remarks.is_empty());
}

#[test]
fn what_is_broken_is_refused_with_its_place() {
    for (text, found) in [
        ("", "the file is empty"),
        ("node [ id 1 ]", "no list called “graph”"),
        ("graph 5", "line 1, column 1 has a value"),
        ("graph [ node 5 ]", "column 9 has a value where the list of a node"),
        ("graph [\n node [ id 1 ] node [ id 1 ] ]", "line 2, column 23 has the id 1"),
        ("graph [ node [ id 1 id 2 ] ]", "column 21 gives “id” again"),
        ("graph [ node [ id 1 ] edge [ source 1 ] ]", "column 23 has an edge without"),
        ("graph [ node [ id 1 ] edge [ source 1 target 7 ] ]", "column 39 names the node 7"),
        ("graph [ node [ id 1 x ] ]", "column 23 has “]”"),
        ("graph [ node [ id 1 x yes ] ]", "column 23 has “yes”"),
        ("graph [ node [ id 1 ]", "ends the file where a key or “]”"),
        ("graph [ node [ id 1 label \"a ] ]", "ends the file where the closing quotation mark"),
        ("graph [ ] ]", "column 11 has “]”"),
        ("graph [ ] \u{1}", "column 11 has"),
    ] {
        let error = read_bytes(text.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(found), "{error}");
    }
    let deep = "a [ ".repeat(1_000_000);
    let error = read_bytes(format!("graph [ {deep}").as_bytes()).unwrap_err();
    assert!(error.message.contains("64 lists deep"), "{error}");
}

fn written(network: &Network) -> Vec<u8> {
    let Some(Writer::Network(_, write)) = GML.writer else { panic!() };
    write(network)
}

/// GML has no yes and no.
fn without_flags(mut network: Network) -> Network {
    let attributes = network.attributes.iter_mut().map(|(_, value)| value);
    let of_nodes = network.nodes.iter_mut().flat_map(|node| &mut node.attributes);
    let of_edges = network.edges.iter_mut().flat_map(|edge| &mut edge.attributes);
    let all = of_nodes.chain(of_edges).map(|(_, value)| value).chain(attributes);
    for value in all {
        if let Attribute::Flag(flag) = value {
            *value = Attribute::Number(f64::from(u8::from(*flag)));
        }
    }
    network
}

#[test]
fn labels_differ_as_networkx_wants_it() {
    let mut network = read_text("graph [ node [ id 1 label \"A\" ] node [ id 2 label \"A\" ] ]");
    network.edges.clear();
    let text = String::from_utf8(written(&network)).unwrap();
    assert!(text.contains("label \"A (1)\"") && text.contains("label \"A (2)\""), "{text}");
    assert_eq!(said(&read_text(&text)), said(&network));
}

proptest! {
    #[test]
    fn what_is_written_reads_back_as_the_same(network in network().prop_map(without_flags)) {
        let bytes = written(&network);
        prop_assert!(bytes.is_ascii());
        let back = read_bytes(&bytes).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(said(&back), said(&network), "{}", String::from_utf8_lossy(&bytes));
        prop_assert!(back.remarks.is_empty());
    }

    #[test]
    fn broken_files_are_read_or_refused(
        network in network(),
        changes in proptest::collection::vec(any::<(u16, u8, u8)>(), 1..5),
    ) {
        let _either = read_bytes(&mutated(written(&network), &changes));
    }
}
