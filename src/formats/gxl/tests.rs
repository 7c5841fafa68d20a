//! GXL read.

use proptest::prelude::*;

use super::read::read;
use crate::formats::format::InputFile;
use crate::formats::network::Network;
use crate::formats::progress::Progress;
use crate::formats::xml::test_networks::broken;
use crate::model::Attribute;

const ALL: &str = r#"<?xml version="1.0"?><!DOCTYPE gxl SYSTEM "gxl.dtd">
<gxl xmlns:xlink="http://www.w3.org/1999/xlink">
 <graph id="ties" edgeids="true" edgemode="directed"><type xlink:href="schema.gxl#Map"/>
  <node id="a"><type xlink:href="schema.gxl#State"/><attr name="label"><string>Japan</string></attr>
   <attr name="rank"><int> 7 </int></attr><attr name="names"><seq><string>Nippon</string><string>JP</string></seq></attr>
   <graph id="inner"><node id="b"/></graph></node>
  <edge id="e" from="a" to="b" isdirected="false"><attr name="weight"><float>2.5</float></attr>
   <attr name="open"><bool>true</bool></attr></edge>
  <edge from="b" to="x"/>
  <edge from="b"/>
  <rel><relend target="a"/><relend target="b"/></rel>
 </graph>
</gxl>"#;

fn read_text(text: &str) -> Network {
    let file = InputFile { name: "", bytes: text.as_bytes() };
    read(&file, Progress::untold()).expect(text)
}

#[test]
fn nodes_and_edges_are_read_with_their_attributes() {
    let network = read_text(ALL);
    assert_eq!((network.held.nodes, network.held.edges), (2, 3));
    let [japan, inner, unknown] = &network.nodes[..] else { panic!("{network:#?}") };
    assert_eq!((japan.label.as_deref(), japan.is_group), (Some("Japan"), true));
    assert_eq!((inner.parent, unknown.is_inferred), (Some(0), true));
    let values = japan.attributes.iter();
    let values: Vec<_> = values.map(|(c, value)| (network.node_columns.name(*c), value)).collect();
    let text = |text: &str| Attribute::Text(text.into());
    assert_eq!(
        values,
        [
            ("type", &text("State")),
            ("rank", &Attribute::Number(7.0)),
            ("names", &text("Nippon; JP"))
        ]
    );
    let [edge, other] = &network.edges[..] else { panic!("{network:#?}") };
    assert_eq!((edge.directed, edge.weight), (Some(false), Some(2.5)));
    assert_eq!(edge.attributes.len(), 1);
    assert_eq!(other.directed, Some(true));
    assert_eq!(network.attributes.len(), 2);
    assert_eq!(network.remarks.groups().count(), 3);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_panic(bytes in broken(ALL)) {
        let file = InputFile { name: "", bytes: &bytes };
        drop(read(&file, Progress::untold()));
    }
}
