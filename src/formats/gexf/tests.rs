//! GEXF read and written.

use proptest::prelude::*;

use super::read::read;
use super::write::write;
use crate::formats::format::InputFile;
use crate::formats::network::Network;
use crate::formats::progress::Progress;
use crate::formats::xml::test_networks::{broken, facts, network};
use crate::model::{Attribute, Color};

const ALL: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
 <meta lastmodifieddate="2024-06-19"><Creator>A hand</Creator><title>Pacts &amp; ties</title></meta>
 <graph defaultedgetype="directed" mode="dynamic" timeformat="double" name="1914">
  <attributes class="Node"><attribute id="0" title="power" type="integer"><default>2</default></attribute>
   <attribute id="1" title="open" type="boolean"/></attributes>
  <attributes class="edge" mode="dynamic"><attribute id="0" title="Weight" type="float"/>
   <attribute id="k" title="strength" type="integer"/></attributes>
  <nodes count="4">
   <node id="jp" label="Japan" start="1868" endopen="1945">
    <attvalues><attvalue for="0" value="7"/><attvalue id="1" value="true"/></attvalues>
    <viz:color r="1" g="2" b="255" a="0.5"/><viz:position x="10" y="20.5" z="3"/><viz:size value="4"/>
    <viz:shape value="square"/>
    <nodes><node id="tk" label="Tokyo"><spells><spell start="1900" end="1904"/><spell timestamp="1910"/></spells>
    </node></nodes>
   </node>
   <node id="kr" label="kr" pid="tk"><viz:color hex="#0f8"/></node>
   <node id="cn"/>
  </nodes>
  <edges>
   <edge id="e" source="jp" target="cn" type="undirected" label="truce" kind="pact" weight="2.5"
     intervals="&lt;[1, 2];[3, 5]&gt;"><viz:thickness value="3"/><viz:color hex="#AABBCC"/></edge>
   <edge source="cn" target="xx"><attvalues><attvalue for="k" value="1" timestamp="2004"/>
     <attvalue for="k" value="2" start="2005" end="2006"/></attvalues></edge>
   <edge source="cn"/>
  </edges>
 </graph>
</gexf>"##;

fn read_text(text: &str) -> Network {
    let file = InputFile { name: "", bytes: text.as_bytes() };
    read(&file, Progress::untold()).expect(text)
}

fn node_value(network: &Network, node: usize, column: &str) -> Option<Attribute> {
    let column = network.node_columns.find(column)?;
    let values = &network.nodes.get(node)?.attributes;
    values.iter().find(|(own, _)| *own == column).map(|(_, value)| value.clone())
}

fn edge_value(network: &Network, edge: usize, column: &str) -> Option<Attribute> {
    let column = network.edge_columns.find(column)?;
    let values = &network.edges.get(edge)?.attributes;
    values.iter().find(|(own, _)| *own == column).map(|(_, value)| value.clone())
}

fn text(text: &str) -> Option<Attribute> {
    Some(Attribute::Text(text.into()))
}

fn number(number: f64) -> Option<Attribute> {
    Some(Attribute::Number(number))
}

#[test]
fn nodes_are_read_with_all_that_they_say() {
    let network = read_text(ALL);
    assert_eq!((network.held.nodes, network.held.edges), (4, 3));
    let [japan, tokyo, korea, china, unknown] = &network.nodes[..] else { panic!("{network:#?}") };
    assert_eq!(japan.label.as_deref(), Some("Japan"));
    assert_eq!(japan.position, Some([10.0, -20.5]), "its y points up");
    assert_eq!(japan.color, Some(Color::new(1, 2, 255)));
    assert_eq!((japan.is_group, tokyo.parent, korea.parent), (true, Some(0), Some(1)));
    assert_eq!((korea.label.as_deref(), korea.color), (None, Some(Color::new(0, 255, 136))));
    assert_eq!((china.is_inferred, unknown.is_inferred), (false, true));
    for (column, value) in [
        ("power", number(7.0)),
        ("open", Some(Attribute::Flag(true))),
        ("start", number(1868.0)),
        ("end", number(1945.0)),
        ("z", number(3.0)),
        ("size", number(4.0)),
        ("shape", text("square")),
        ("opacity", number(0.5)),
    ] {
        assert_eq!(node_value(&network, 0, column), value, "{column}");
    }
    assert_eq!(node_value(&network, 1, "start"), number(1900.0));
    assert_eq!(node_value(&network, 1, "end"), number(1910.0));
    assert_eq!(node_value(&network, 1, "spells"), text("[1900, 1904] [1910]"));
    assert_eq!(node_value(&network, 3, "power"), number(2.0), "by default");
    assert_eq!(node_value(&network, 4, "power"), None, "what isn't declared has no defaults");
}

#[test]
fn edges_are_read_with_all_that_they_say() {
    let network = read_text(ALL);
    let [truce, other] = &network.edges[..] else { panic!("{network:#?}") };
    assert_eq!((truce.id.as_str(), truce.label.as_deref()), ("e", Some("truce")));
    assert_eq!((truce.directed, other.directed), (Some(false), Some(true)));
    assert_eq!((truce.weight, truce.color), (Some(2.5), Some(Color::new(0xAA, 0xBB, 0xCC))));
    assert_eq!(edge_value(&network, 0, "kind"), text("pact"));
    assert_eq!(edge_value(&network, 0, "thickness"), number(3.0));
    assert_eq!(edge_value(&network, 0, "start"), number(1.0));
    assert_eq!(edge_value(&network, 0, "end"), number(5.0));
    assert_eq!(edge_value(&network, 1, "strength"), text("1 [2004]; 2 [2005, 2006]"));
    assert_eq!((truce.spot.line, truce.spot.column), (21, 4));
}

#[test]
fn the_network_itself_is_described() {
    let attributes = read_text(ALL).attributes;
    let named =
        |name: &str| attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone());
    assert_eq!(named("title"), text("Pacts & ties"));
    assert_eq!(named("creator"), text("A hand"));
    assert_eq!(named("lastmodifieddate"), text("2024-06-19"));
    assert_eq!(named("name"), text("1914"));
}

#[test]
fn what_is_repaired_or_left_out_is_remarked_on() {
    let network = read_text(
        "<gexf><graph><nodes><node id='a'/><node id='a'/><node label='b'/><node/></nodes><edges>
        <edge source='a' target='b' weight='NaN'/><edge source='a'/></edges></graph></gexf>",
    );
    let groups: Vec<_> = network.remarks.groups().map(|group| group.topic.as_str()).collect();
    assert_eq!(
        groups,
        [
            "has the id of another node",
            "is a node without an id",
            "is an edge that doesn't name both its ends"
        ]
    );
    assert_eq!((network.held.nodes, network.held.edges), (4, 2));
    assert_eq!(edge_value(&network, 0, "weight"), text("NaN"));
}

#[test]
fn broken_files_are_refused_with_their_place() {
    for (line, column, text) in [
        (1, 1, "<svg></svg>"),
        (2, 8, "<gexf>\n<graph></gexf>"),
        (1, 15, "<gexf>\u{e9}<a></a>"),
        (1, 7, "<gexf>&nbsp;</gexf>"),
        (1, 12, "<gexf a='1'a='2'/>"),
        (1, 8, "<gexf/>\u{20}"),
        (1, 8, "<gexf/><gexf/>"),
        (1, 7, "<gexf><viz:color/></gexf>"),
        (2, 2, "<gexf>\n \u{1}</gexf>"),
    ] {
        let file = InputFile { name: "", bytes: text.as_bytes() };
        match read(&file, Progress::untold()) {
            Ok(_) => assert_eq!(text, "<gexf/> "),
            Err(error) => {
                let place = error.place.expect("a place");
                assert_eq!((place.line, place.column), (line, column), "{text}: {}", error.message);
            }
        }
    }
}

#[test]
fn depth_is_bounded() {
    let deep = format!("<gexf>{}", "<nodes><node id='a'>".repeat(20_000));
    let file = InputFile { name: "", bytes: deep.as_bytes() };
    assert!(read(&file, Progress::untold()).is_err());
}

#[test]
fn defaults_do_not_multiply_without_bound() {
    let declared: String = (0..500)
        .map(|id| format!("<attribute id='{id}' title='{id}'><default>x</default></attribute>"))
        .collect();
    let nodes = "<node id='a'/>".repeat(5_000);
    let text = format!("<gexf><graph><attributes>{declared}</attributes>{nodes}</graph></gexf>");
    let file = InputFile { name: "", bytes: text.as_bytes() };
    assert!(read(&file, Progress::untold()).is_err());
}

#[test]
fn attributes_of_the_network_of_any_name_come_back() {
    let mut network = Network::default();
    let own = ["entente kinds", "entente sources", "As of", "node", "title", "_x0020_"];
    for name in own {
        network
            .attributes
            .push((name.to_owned(), Attribute::Text(format!("<{name}> & more").into())));
    }
    let text = String::from_utf8(write(&network)).expect("UTF-8");
    assert_eq!(read_text(&text).attributes, network.attributes, "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_reads_as_the_same(network in network()) {
        let bytes = write(&network);
        let text = String::from_utf8(bytes).expect("UTF-8");
        let again = read_text(&text);
        prop_assert_eq!(facts(&again), facts(&network), "{}", text);
        prop_assert!(again.remarks.is_empty());
    }

    #[test]
    fn no_bytes_panic(bytes in broken(ALL)) {
        let file = InputFile { name: "", bytes: &bytes };
        drop(read(&file, Progress::untold()));
    }
}
