//! GraphML read and written.

use proptest::prelude::*;

use super::read::read;
use super::write::write;
use crate::formats::format::InputFile;
use crate::formats::network::{Columns, Network};
use crate::formats::progress::Progress;
use crate::formats::xml::test_networks::{broken, facts, network};
use crate::model::{Attribute, Color};

const KEYS: &str = r#"<?xml version="1.0"?>
<g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns">
 <g:key id="d0" for="node" attr.name="Label" attr.type="string"/>
 <g:key id="d1" for="node" attr.name="x" attr.type="float"/><g:key id="d2" for="node" attr.name="y"/>
 <g:key id="r" for="node" attr.name="r" attr.type="int"/><g:key id="g" for="node" attr.name="g" attr.type="int"/>
 <g:key id="b" for="node" attr.name="b" attr.type="int"/>
 <g:key id="p" for="all" attr.name="power" attr.type="long"><g:desc>Rank</g:desc><g:default> 3 </g:default></g:key>
 <g:key id="w" for="edge" attr.name="weight" attr.type="double"/>
 <g:key id="l" for="edge" attr.name="Edge Label"/><g:key id="t" for="graph" attr.name="title"/>
 <g:graph id="1914" edgedefault="directed"><g:desc> Ties </g:desc><g:data key="t">Pacts &amp; <![CDATA[<ties>]]></g:data>
  <g:edge source="jp" target="uk" directed="false" sourceport="north"><g:data key="w">2.5</g:data>
   <g:data key="l">alliance</g:data></g:edge>
  <g:node id="jp"><g:data key="d0">
    Japan
   </g:data><g:data key="d1">10</g:data><g:data key="d2">20.5</g:data><g:data key="r">1</g:data>
   <g:data key="g">2</g:data><g:data key="b">255</g:data><g:data key="p">7</g:data>
   <g:data key="note" xml:space="preserve"> as is </g:data><g:port name="north"/></g:node>
  <g:node id="uk"><g:desc>An island</g:desc><g:data key="d1">4</g:data><g:data key="r">9</g:data></g:node>
  <g:edge source="uk" target="xx" id="e2"/>
  <g:hyperedge><g:endpoint node="jp"/><g:endpoint node="uk"/></g:hyperedge>
  <g:hyperedge><g:endpoint node="jp"/><g:endpoint node="uk"/><g:endpoint node="xx"/></g:hyperedge>
 </g:graph>
</g:graphml>"#;

const YED: &str = r##"<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
 <key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>
 <key for="graphml" id="d7" yfiles.type="resources"/>
 <graph edgedefault="directed">
  <node id="n0" yfiles.foldertype="group"><data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0">
    <y:GroupNode><y:Geometry height="100.0" width="200.0" x="10.0" y="-20.0"/><y:Fill color="#F5F5F5CC"/>
     <y:NodeLabel visible="true">Entente<y:LabelModel><y:SmartNodeLabelModel distance="4.0"/></y:LabelModel> </y:NodeLabel>
     <y:NodeLabel>since 1907</y:NodeLabel><y:Shape type="roundrectangle"/></y:GroupNode>
    <y:GroupNode><y:Geometry height="1" width="1" x="0" y="0"/><y:NodeLabel>  </y:NodeLabel></y:GroupNode>
   </y:Realizers></y:ProxyAutoBoundsNode></data>
   <graph edgedefault="directed"><node id="n0::n0"><data key="d6"><y:ShapeNode>
     <y:NodeLabel hasText="false"> no </y:NodeLabel><y:NodeLabel>&lt;html&gt;&lt;b&gt;France&lt;/b&gt;&lt;br&gt;Paris</y:NodeLabel></y:ShapeNode></data></node></graph>
  </node>
  <node id="n1"/>
  <edge id="e0" source="n0" target="n1"><data key="d10"><y:PolyLineEdge><y:LineStyle color="#AA0000" type="dashed"/>
    <y:Arrows source="none" target="none"/><y:EdgeLabel>truce<y:LabelModel/></y:EdgeLabel></y:PolyLineEdge></data></edge>
  <edge id="e1" source="n0" target="n1"><data key="d10"><y:Arrows source="standard" target="none"/></data></edge>
 </graph>
 <data key="d7"><y:Resources><y:Resource id="1"><node id="no"/><graph/></y:Resource></y:Resources></data>
</graphml>"##;

fn read_text(text: &str) -> Network {
    let file = InputFile { name: "", bytes: text.as_bytes() };
    read(&file, Progress::untold()).expect(text)
}

fn named<'a>(
    columns: &'a Columns,
    values: &'a [(crate::formats::network::ColumnId, Attribute)],
) -> Vec<(&'a str, Attribute)> {
    values.iter().map(|(column, value)| (columns.name(*column), value.clone())).collect()
}

fn text(text: &str) -> Attribute {
    Attribute::Text(text.into())
}

#[test]
fn keys_of_other_programs_become_fields() {
    let network = read_text(KEYS);
    let [japan, britain, unknown] = &network.nodes[..] else { panic!("{network:#?}") };
    assert_eq!(japan.label.as_deref(), Some("Japan"));
    assert_eq!(japan.position, Some([10.0, -20.5]), "its y points up");
    assert_eq!(japan.color, Some(Color::new(1, 2, 255)));
    assert_eq!(
        named(&network.node_columns, &japan.attributes),
        [("power", Attribute::Number(7.0)), ("note", text(" as is "))]
    );
    assert_eq!(
        named(&network.node_columns, &britain.attributes),
        [
            ("description", text("An island")),
            ("x", Attribute::Number(4.0)),
            ("r", Attribute::Number(9.0)),
            ("power", Attribute::Number(3.0)),
        ],
        "half a position or colour stays an attribute"
    );
    assert!(unknown.is_inferred && unknown.attributes.is_empty());
    let names: Vec<&str> = network.node_columns.iter().map(|(_, name)| name).collect();
    assert_eq!(
        names,
        ["x", "r", "power", "note", "description"],
        "columns without values are gone"
    );
}

#[test]
fn edges_have_their_own_direction_label_and_weight() {
    let network = read_text(KEYS);
    let [alliance, other, pair] = &network.edges[..] else { panic!("{network:#?}") };
    assert_eq!((alliance.directed, other.directed), (Some(false), Some(true)));
    assert_eq!((alliance.weight, alliance.label.as_deref()), (Some(2.5), Some("alliance")));
    assert_eq!(
        named(&network.edge_columns, &alliance.attributes),
        [("sourceport", text("north")), ("power", Attribute::Number(3.0))]
    );
    assert_eq!((pair.from, pair.to), (alliance.from, alliance.to));
    assert_eq!((network.held.nodes, network.held.edges), (2, 2), "hyperedges aren't edges");
}

#[test]
fn what_is_not_kept_is_remarked_on() {
    let network = read_text(KEYS);
    let topics: Vec<&str> = network.remarks.groups().map(|group| group.topic.as_str()).collect();
    assert_eq!(
        topics,
        [
            "is a port of a node",
            "is an edge between more or fewer than two nodes",
            "names a node that isn't in the file"
        ]
    );
}

#[test]
fn the_network_itself_is_described() {
    let attributes = read_text(KEYS).attributes;
    let expected = [("id", "1914"), ("description", "Ties"), ("title", "Pacts & <ties>")];
    assert_eq!(attributes, expected.map(|(name, value)| (name.to_owned(), text(value))));
}

#[test]
fn drawings_of_yed_are_read() {
    let network = read_text(YED);
    assert_eq!((network.held.nodes, network.held.edges), (3, 2));
    let [group, france, plain] = &network.nodes[..] else { panic!("{network:#?}") };
    assert_eq!((group.label.as_deref(), group.is_group), (Some("Entente"), true));
    assert_eq!(group.position, Some([110.0, 30.0]), "the centre, with y down");
    assert_eq!(group.color, Some(Color::new(0xF5, 0xF5, 0xF5)));
    assert_eq!(
        named(&network.node_columns, &group.attributes),
        [("shape", text("roundrectangle")), ("more labels", text("since 1907"))]
    );
    assert_eq!((france.label.as_deref(), france.parent), (Some("France\nParis"), Some(0)));
    assert_eq!((plain.label.as_deref(), plain.parent), (None, None));
    let [truce, reversed] = &network.edges[..] else { panic!("{network:#?}") };
    assert_eq!((truce.directed, truce.label.as_deref()), (Some(false), Some("truce")));
    assert_eq!(truce.color, Some(Color::new(0xAA, 0, 0)));
    assert_eq!(named(&network.edge_columns, &truce.attributes), [("line", text("dashed"))]);
    assert_eq!((reversed.directed, reversed.from, reversed.to), (Some(true), 2, 0));
    assert!(network.remarks.is_empty());
}

#[test]
fn entities_are_neither_expanded_nor_opened() {
    let with = |entity: &str, used: &str| {
        format!(
            "<!DOCTYPE graphml SYSTEM \"http://example.org/graphml.dtd\" [<!ENTITY e {entity}>]>
            <graphml><graph><node id=\"{used}\"/></graph></graphml>"
        )
    };
    let network = read_text(&with("\"Côte d'Ivoire\"", "&e;"));
    assert_eq!(network.nodes[0].id, "&e;");
    assert_eq!(network.remarks.groups().count(), 1);
    for (entity, used) in
        [("\"&e;&e;\"", "&e;"), ("SYSTEM \"file:///etc/passwd\"", "&e;"), ("\"\"", "&f;")]
    {
        let text = with(entity, used);
        let file = InputFile { name: "", bytes: text.as_bytes() };
        assert!(read(&file, Progress::untold()).is_err(), "{text}");
    }
}

#[test]
fn parents_that_are_no_nodes_stay_an_attribute() {
    let with = |parent: &str| {
        read_text(&format!(
            "<graphml><key id='p' for='node' attr.name='parent'/><graph><node id='a'/>
            <node id='b'><data key='p'>{parent}</data></node></graph></graphml>"
        ))
    };
    assert_eq!((with("a").nodes[1].parent, with("a").node_columns.len()), (Some(0), 0));
    assert_eq!((with("Anna").nodes[1].parent, with("Anna").node_columns.len()), (None, 1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_reads_as_the_same(mut network in network()) {
        // All edges say a direction: the format has one for those that don't.
        for edge in &mut network.edges {
            edge.directed = Some(edge.directed == Some(true));
        }
        let bytes = write(&network);
        let text = String::from_utf8(bytes).expect("UTF-8");
        let again = read_text(&text);
        prop_assert_eq!(facts(&again), facts(&network), "{}", text);
        prop_assert!(again.remarks.is_empty());
    }

    #[test]
    fn no_bytes_panic(keys in broken(KEYS), yed in broken(YED)) {
        for bytes in [keys, yed] {
            let file = InputFile { name: "", bytes: &bytes };
            drop(read(&file, Progress::untold()));
        }
    }
}
