//! The names that programs give to the parts of a graph in JSON. Capitals don't matter.

use crate::names::{Recognition, recognise};

/// Lists of nodes.
pub const NODE_LISTS: [&str; 9] =
    ["nodes", "vertices", "objects", "node", "vertex", "actors", "nations", "countries", "states"];
/// Lists of edges.
pub const EDGE_LISTS: [&str; 9] =
    ["edges", "links", "connections", "relationships", "relations", "arcs", "ties", "edge", "link"];
/// Edges of any number of nodes, as in JSON Graph Format.
pub const HYPEREDGES: &str = "hyperedges";
/// For each node its neighbours, as networkx writes them.
pub const ADJACENCY: &str = "adjacency";
/// Nodes and edges in one list, or both lists, as in Cytoscape.js; nodes in Kumu.
pub const ELEMENTS: &str = "elements";
/// What lies below a node of a tree.
pub const CHILDREN: &str = "children";

/// The id of a node, the likeliest first.
pub const NODE_IDS: [&str; 8] =
    ["id", "key", "_id", "@id", "uid", "nodeid", "node_id", "identifier"];
/// What a node is called, the likeliest first.
pub const NODE_NAMES: [&str; 3] = ["label", "name", "title"];
/// The id of an edge.
pub const EDGE_IDS: [&str; 2] = ["id", "key"];
/// The ends of an edge, the likeliest first.
pub const ENDS: [(&str, &str); 16] = [
    ("source", "target"),
    ("from", "to"),
    ("tail", "head"),
    ("src", "dst"),
    ("src", "tgt"),
    ("start", "end"),
    ("startnode", "endnode"),
    ("sourceid", "targetid"),
    ("source_id", "target_id"),
    ("fromid", "toid"),
    ("from_id", "to_id"),
    ("node1", "node2"),
    ("subject", "object"),
    ("_from", "_to"),
    ("u", "v"),
    ("a", "b"),
];

/// Other words for two ends, the likeliest first, without capitals and signs.
pub const OTHER_ENDS: [(&str, &str); 13] = [
    ("origin", "destination"),
    ("sender", "receiver"),
    ("sender", "target"),
    ("exporter", "importer"),
    ("reporter", "partner"),
    ("donor", "recipient"),
    ("initiator", "target"),
    ("aggressor", "victim"),
    ("country", "partner"),
    ("state", "partner"),
    ("country", "ally"),
    ("country", "with"),
    ("who", "whom"),
];
/// What is the same in the names of two ends, as in `country1` and `country2`.
pub const END_STEMS: [&str; 30] = [
    "country",
    "state",
    "nation",
    "ccode",
    "code",
    "iso",
    "iso3",
    "iso3c",
    "iso2",
    "node",
    "actor",
    "party",
    "partner",
    "member",
    "name",
    "countryname",
    "statename",
    "stateabb",
    "side",
    "vertex",
    "entity",
    "id",
    "gwno",
    "cowcode",
    "cow",
    "land",
    "countrycode",
    "statecode",
    "participant",
    "end",
];
/// Lists of the nodes that an edge joins, as treaties have them.
pub const MEMBER_LISTS: [&str; 19] = [
    "members",
    "parties",
    "between",
    "nodes",
    "ends",
    "endpoints",
    "participants",
    "countries",
    "nations",
    "states",
    "signatories",
    "actors",
    "sides",
    "pair",
    "vertices",
    "dyad",
    "belligerents",
    "entities",
    "among",
];

/// Records inside a node or an edge whose fields are its own.
pub const WRAPPERS: [&str; 6] =
    ["data", "attributes", "metadata", "properties", "attrs", "position"];
/// Whether an edge is directed, as a flag, and as Kumu says it in a word.
pub const DIRECTED: &str = "directed";
pub const DIRECTION: &str = "direction";
/// The record in which fields stand whose names mean something else outside it.
pub const MORE: &str = "more";
/// Where networkx repeats the id of a node in the data of Cytoscape.js.
pub const ID_OF_NETWORKX: &str = "value";
/// Where networkx tells parallel edges apart in the data of Cytoscape.js, by a number.
pub const KEY_OF_NETWORKX: &str = "key";
/// What Cytoscape.js notes beside the data of an element about its being shown.
pub const SHOWN_STATE: [&str; 9] = [
    "group",
    "removed",
    "selected",
    "selectable",
    "locked",
    "grabbed",
    "grabbable",
    "pannable",
    "scratch",
];

/// A name without capitals, blanks and signs.
pub fn squashed(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a text means a nation that is known, or may mean one of several.
pub fn known_as_nation(text: &str) -> bool {
    recognise(text, None) != Recognition::Unknown
}

/// Whether one of these names is meant.
pub fn is_one_of(names: &[&str], name: &str) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Whether a name has a meaning of its own in a node or an edge, so that no attribute can be called so.
pub fn is_reserved(name: &str) -> bool {
    const OTHERS: [&str; 9] =
        ["x", "y", "color", "weight", "parent", "directed", "undirected", "is_group", MORE];
    let is_end = |(from, to): &(&str, &str)| is_one_of(&[from, to], name);
    is_one_of(&OTHERS, name)
        || is_one_of(&NODE_IDS, name)
        || is_one_of(&NODE_NAMES, name)
        || is_one_of(&WRAPPERS, name)
        || ENDS.iter().any(is_end)
}
