//! Puts a network together from the statements of a DOT file.

use std::borrow::Cow;
use std::collections::HashMap;

use super::budget::Budget;
use super::defaults::{Defaults, Given};
use super::merged_edges::MergedEdges;
use super::names::{AttributeNames, LABEL};
use super::subgraphs::Subgraphs;
use super::token::{Form, Id};
use crate::formats::network::{Held, NetworkBuilder};
use crate::formats::problems::{OpenError, Remarks, Spot};

/// The most attributes of one node, edge or graph; further ones are left out.
const MAX_ATTRIBUTES: usize = 256;

/// Attributes with numbers for their names, each name once.
pub type Numbered<'a> = Vec<Given<'a>>;

/// A node as the end of an edge, with its port.
pub type PortedNode = (u32, Option<String>);

/// What an edge starts or ends at.
pub enum End {
    /// One node.
    Node(PortedNode),
    /// Several, with commas between.
    Nodes(Vec<PortedNode>),
    /// All nodes of a subgraph.
    Subgraph(Vec<u32>),
}

/// What a node has besides its id.
#[derive(Default)]
pub struct NodeParts<'a> {
    /// Its attributes.
    pub given: Numbered<'a>,
    /// The cluster that it lies in.
    pub cluster: Option<u32>,
    /// The number of the last graph that names it.
    graph: u32,
}

/// A subgraph that is drawn as a box around its nodes.
pub struct Cluster<'a> {
    /// Its name, which begins with `cluster`.
    pub name: Cow<'a, str>,
    /// Its attributes.
    pub given: Numbered<'a>,
    /// The cluster around it.
    pub parent: Option<u32>,
    /// Where it stands.
    pub spot: Spot,
    number: u32,
}

/// An open subgraph, or the graph itself.
struct Scope<'a> {
    number: u32,
    name: Option<Cow<'a, str>>,
    cluster: Option<u32>,
    named_before: usize,
    defaults_before: [usize; 2],
}

/// The graphs of a file so far.
pub struct Assembly<'a> {
    /// The nodes and edges.
    pub builder: NetworkBuilder,
    /// The names of all attributes.
    pub names: AttributeNames<'a>,
    /// What nodes have, by their index.
    pub nodes: Vec<NodeParts<'a>>,
    /// The clusters.
    pub clusters: Vec<Cluster<'a>>,
    /// The attributes of the graphs.
    pub graph_given: Numbered<'a>,
    /// The names of the graphs, and how many edges there were after each.
    pub graphs: Vec<(Cow<'a, str>, usize)>,
    /// How many nodes and edges the graphs have, each counted for itself.
    pub held: Held,
    pub(super) budget: Budget,
    pub(super) edge_defaults: Defaults<'a>,
    pub(super) merged: MergedEdges,
    node_defaults: Defaults<'a>,
    subgraphs: Subgraphs<'a>,
    scopes: Vec<Scope<'a>>,
    /// The clusters of the open graph, by the number of their subgraph.
    cluster_of: HashMap<u32, u32>,
    is_directed: bool,
}

impl<'a> Assembly<'a> {
    /// Of nothing yet.
    pub fn new() -> Self {
        Self {
            builder: NetworkBuilder::inferring(),
            names: AttributeNames::new(),
            nodes: Vec::new(),
            clusters: Vec::new(),
            graph_given: Vec::new(),
            graphs: Vec::new(),
            held: Held::default(),
            budget: Budget::default(),
            edge_defaults: Defaults::default(),
            merged: MergedEdges::default(),
            node_defaults: Defaults::default(),
            subgraphs: Subgraphs::default(),
            scopes: Vec::new(),
            cluster_of: HashMap::new(),
            is_directed: false,
        }
    }

    /// What was remarked on.
    pub fn remarks(&mut self) -> &mut Remarks {
        &mut self.builder.network().remarks
    }

    /// Whether the edges of the open graph are written `->`.
    pub const fn is_directed(&self) -> bool {
        self.is_directed
    }

    /// The name of the open graph.
    pub fn graph_name(&self) -> &str {
        self.graphs.last().map_or("", |(name, _)| name)
    }

    /// A graph begins.
    pub fn begin_graph(&mut self, name: Cow<'a, str>, is_directed: bool, is_strict: bool) {
        self.is_directed = is_directed;
        self.merged = MergedEdges::new(is_directed, is_strict);
        self.graphs.push((name, 0));
        self.subgraphs = Subgraphs::default();
        self.scopes.clear();
        self.cluster_of.clear();
        self.node_defaults = Defaults::default();
        self.edge_defaults = Defaults::default();
    }

    /// The open graph ends.
    pub fn end_graph(&mut self) {
        let edges = self.builder.network().edges.len();
        if let Some(graph) = self.graphs.last_mut() {
            graph.1 = edges;
        }
    }

    /// A subgraph begins.
    pub fn open_subgraph(&mut self, name: Option<Cow<'a, str>>, spot: Spot) {
        let parent = self.scopes.last().map_or(0, |scope| scope.number);
        let mut cluster = self.scopes.last().and_then(|scope| scope.cluster);
        let number = self.subgraphs.number(parent, name.clone());
        if let Some(name) = name.clone().filter(|name| name.starts_with("cluster")) {
            cluster = Some(self.cluster(name, number, cluster, spot));
        }
        let defaults_before = [self.node_defaults.enter(), self.edge_defaults.enter()];
        let named_before = self.subgraphs.len();
        self.scopes.push(Scope { number, name, cluster, named_before, defaults_before });
    }

    /// The cluster of a subgraph; one that is opened again is the same.
    fn cluster(&mut self, name: Cow<'a, str>, number: u32, parent: Option<u32>, spot: Spot) -> u32 {
        let index = *self.cluster_of.entry(number).or_insert(self.clusters.len() as u32);
        if index as usize == self.clusters.len() {
            self.clusters.push(Cluster { name, given: Vec::new(), parent, spot, number });
        }
        index
    }

    /// The innermost subgraph ends. Its nodes, if it is the end of edges.
    ///
    /// # Errors
    /// When there are too many to look at.
    pub fn close_subgraph(&mut self, is_end: bool, spot: Spot) -> Result<Vec<u32>, OpenError> {
        let Some(scope) = self.scopes.pop() else { return Ok(Vec::new()) };
        let [node, edge] = scope.defaults_before;
        self.node_defaults.leave(node);
        self.edge_defaults.leave(edge);
        self.subgraphs.close(scope.number, scope.named_before, scope.name.is_some());
        if !is_end {
            return Ok(Vec::new());
        }
        self.subgraphs.nodes(scope.number, scope.named_before, &mut self.budget, spot)
    }

    /// A node is named here, and is made where it is the first time.
    ///
    /// # Errors
    /// When there are more nodes or attributes than are read.
    pub fn node(&mut self, id: &Id<'a>, spot: Spot) -> Result<u32, OpenError> {
        let index = self.builder.named(&id.text, spot)?;
        let graph = self.graphs.len() as u32;
        if index as usize == self.nodes.len() {
            let mut given = self.node_defaults.active().to_vec();
            self.budget.take_attributes(1, size(&given), spot)?;
            if id.form == Form::Html {
                set(&mut given, (LABEL, id.clone()));
            }
            self.nodes.push(NodeParts { given, cluster: None, graph: 0 });
        }
        let inner = self.scopes.last().and_then(|scope| scope.cluster);
        if let Some(node) = self.nodes.get_mut(index as usize) {
            self.held.nodes += usize::from(node.graph != graph);
            node.graph = graph;
            if let Some(inner) = inner.filter(|inner| node.cluster != Some(*inner)) {
                let is_inside = node.cluster.is_none()
                    || node.cluster == self.clusters.get(inner as usize).and_then(|c| c.parent);
                if is_inside {
                    node.cluster = Some(inner);
                }
            }
        }
        if !self.scopes.is_empty() {
            self.subgraphs.name_node(index);
        }
        Ok(index)
    }

    /// Attributes by the numbers of their names, the last of each name.
    pub fn numbered(&mut self, given: Vec<(Cow<'a, str>, Id<'a>)>, spot: Spot) -> Numbered<'a> {
        let mut numbered = Vec::with_capacity(given.len().min(MAX_ATTRIBUTES));
        for (name, value) in given {
            let number = self.names.number(name);
            if !set(&mut numbered, (number, value)) {
                self.too_many(spot);
            }
        }
        numbered
    }

    fn too_many(&mut self, spot: Spot) {
        let topic = format!("has more than the {MAX_ATTRIBUTES} attributes that are read");
        self.remarks().lose(spot, "", &topic, "The attribute was left out.", "");
    }

    /// Sets what new nodes or edges have.
    pub fn set_defaults(&mut self, given: Vec<(Cow<'a, str>, Id<'a>)>, of_nodes: bool) {
        for (name, value) in given {
            let number = self.names.number(name);
            let defaults = if of_nodes { &mut self.node_defaults } else { &mut self.edge_defaults };
            if defaults.active().len() < MAX_ATTRIBUTES {
                defaults.set(number, value);
            }
        }
    }

    /// Sets attributes of the open graph or subgraph.
    pub fn set_graph_attributes(&mut self, given: Vec<(Cow<'a, str>, Id<'a>)>, spot: Spot) {
        let mut given = self.numbered(given, spot);
        self.become_cluster(&mut given, spot);
        let scope = self.scopes.last();
        let target = match scope.map(|scope| (scope.number, scope.cluster)) {
            None => &mut self.graph_given,
            Some((number, cluster)) => {
                let cluster = cluster.and_then(|index| self.clusters.get_mut(index as usize));
                match cluster.filter(|cluster| cluster.number == number) {
                    Some(cluster) => &mut cluster.given,
                    None => return self.skip_attributes(&given, spot),
                }
            }
        };
        let mut all_fit = true;
        for one in given {
            all_fit &= set(target, one);
        }
        if !all_fit {
            self.too_many(spot);
        }
    }

    /// A subgraph may say that it is a cluster whatever its name.
    fn become_cluster(&mut self, given: &mut Numbered<'a>, spot: Spot) {
        let says_so = |(number, value): &Given<'_>| {
            self.names.name(*number) == "cluster" && value.text.eq_ignore_ascii_case("true")
        };
        let Some(place) = given.iter().position(says_so) else { return };
        let Some(scope) = self.scopes.pop() else { return };
        let parent = self.scopes.last().and_then(|scope| scope.cluster);
        let mut cluster = scope.cluster;
        if let Some(name) = scope.name.clone() {
            given.remove(place);
            cluster = Some(self.cluster(name, scope.number, parent, spot));
        }
        self.scopes.push(Scope { cluster, ..scope });
    }

    /// Remarks on attributes of a subgraph, which isn't a cluster.
    pub fn skip_attributes(&mut self, given: &[Given<'a>], spot: Spot) {
        for (number, _) in given {
            let name = self.names.name(*number).to_owned();
            self.remarks().lose(
                spot,
                &name,
                "sets an attribute of a subgraph that isn't drawn as a cluster",
                "It was left out.",
                "",
            );
        }
    }

    /// Adds attributes to nodes.
    ///
    /// # Errors
    /// When there are more attributes than are read.
    pub fn add_attributes(
        &mut self,
        end: &End,
        given: &[Given<'a>],
        spot: Spot,
    ) -> Result<(), OpenError> {
        let nodes = match end {
            End::Node(node) => std::slice::from_ref(node),
            End::Nodes(nodes) => nodes,
            End::Subgraph(_) => return Ok(()),
        };
        self.budget.take_attributes(nodes.len(), size(given), spot)?;
        for (index, _) in nodes {
            let Some(node) = self.nodes.get_mut(*index as usize) else { continue };
            let mut all_fit = true;
            for one in given {
                all_fit &= set(&mut node.given, one.clone());
            }
            if !all_fit {
                self.too_many(spot);
            }
        }
        Ok(())
    }
}

/// Sets one of the attributes; whether there was room for it.
pub fn set<'a>(given: &mut Numbered<'a>, (number, value): Given<'a>) -> bool {
    if let Some((_, there)) = given.iter_mut().find(|(there, _)| *there == number) {
        *there = value;
    } else if given.len() < MAX_ATTRIBUTES {
        given.push((number, value));
    } else {
        return false;
    }
    true
}

/// How many attributes these are, and how many bytes their values have.
pub fn size(given: &[Given<'_>]) -> [usize; 2] {
    [given.len(), given.iter().map(|(_, value)| value.text.len()).sum()]
}
