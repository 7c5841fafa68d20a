//! The columns in which the network of a map says what nations and ties are: [`from_map`](super::from_map)
//! writes them, [`guess`](super::guess) knows them, and [`to_map`](super::to_map) reads them.

use super::header_words::{edge_role, node_role, squashed};
use super::roles::{EdgeRole, NodeRole};
use crate::formats::network::{ColumnId, Columns, Network};

/// The attribute of the network that lists the kinds, as JSON. Where it is, Entente wrote the network.
pub const KINDS: &str = "entente kinds";
/// The attribute of the network that lists the sources, as JSON.
pub const SOURCES: &str = "entente sources";
/// The attributes of the network that make up the heading.
pub const TITLE: &str = "title";
pub const SUBTITLE: &str = "subtitle";
pub const AS_OF: &str = "as of";
pub const DESCRIPTION: &str = "description";

/// The kind of an edge that stands for a membership.
pub const MEMBER: &str = "member";
/// The column of a node that stands for a tie, with the id of that tie.
pub const STANDS_FOR: &str = "stands for tie";
/// The column of a tie for which a node stands, with its id.
pub const TIE_ID: &str = "tie id";
/// The column of an organisation that says what it is drawn as.
pub const DRAWN_AS: &str = "drawn as";
/// What is put before the name of an attribute that would be taken for something else.
pub const PREFIX: &str = "attribute ";

/// Names that formats use for what they define themselves.
const FORMATS_OWN: [&str; 24] = [
    "id", "key", "source", "target", "from", "to", "parent", "pos", "position", "size", "shape",
    "graphics", "data", "index", "fixed", "width", "height", "z", "style", "class", "subject",
    "object", "gid", "group",
];

/// Whether Entente wrote a network.
pub fn is_own(network: &Network) -> bool {
    network.attributes.iter().any(|(name, _)| name == KINDS)
}

/// The role of a column of edges that Entente wrote.
pub fn own_edge_role(name: &str) -> EdgeRole {
    let name = numbered(name).0;
    let written = |role: &EdgeRole| role.name() == name && !is_unwritten(*role);
    EdgeRole::ALL.into_iter().find(written).unwrap_or(EdgeRole::Attribute)
}

const fn is_unwritten(role: EdgeRole) -> bool {
    matches!(role, EdgeRole::OfThisKind | EdgeRole::Attribute | EdgeRole::Ignore | EdgeRole::Year)
}

/// The role of a column of nodes that Entente wrote.
pub fn own_node_role(name: &str) -> NodeRole {
    let written =
        [NodeRole::Code, NodeRole::Type, NodeRole::Tags, NodeRole::Pinned, NodeRole::Notes];
    written.into_iter().find(|role| role.name() == name).unwrap_or(NodeRole::Attribute)
}

/// The name of a column without its number, and that number from 0: `evidence 2` is the second `evidence`.
pub fn numbered(name: &str) -> (&str, usize) {
    let split = name.rsplit_once(' ');
    let read = split.and_then(|(name, number)| Some((name, number.parse::<usize>().ok()?)));
    match read {
        Some((name, number)) if (2..=1_000).contains(&number) => (name, number - 1),
        _ => (name, 0),
    }
}

/// The name of the column of an attribute.
pub fn column_of_attribute(name: &str) -> String {
    if is_reserved(name) { format!("{PREFIX}{name}") } else { name.to_owned() }
}

/// The name of the attribute in a column.
pub fn attribute_of_column(column: &str) -> &str {
    column.strip_prefix(PREFIX).filter(|name| is_reserved(name)).unwrap_or(column)
}

fn is_reserved(name: &str) -> bool {
    let bare = numbered(name).0;
    name.starts_with(PREFIX)
        || edge_role(bare).is_some()
        || node_role(bare).is_some()
        || [STANDS_FOR, TIE_ID, DRAWN_AS].iter().any(|own| squashed(own) == squashed(name))
        || FORMATS_OWN.contains(&squashed(name).as_str())
}

/// The column of nodes that stand for ties.
pub fn stands_for(columns: &Columns) -> Option<ColumnId> {
    columns.find(STANDS_FOR)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribute_has_its_name_back() {
        for name in [
            "gdp",
            "kind",
            "Source",
            "attribute kind",
            "evidence 2",
            "attribute x",
            "tie id",
            "",
            " 2",
        ] {
            assert_eq!(attribute_of_column(&column_of_attribute(name)), name);
        }
        assert_eq!(column_of_attribute("gdp"), "gdp");
        assert_eq!(own_edge_role(&column_of_attribute("kind")), EdgeRole::Attribute);
        assert_eq!(own_edge_role("cited source 3"), EdgeRole::Source);
        assert_eq!(numbered("evidence date 3"), ("evidence date", 2));
    }
}
