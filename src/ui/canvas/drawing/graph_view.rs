//! The adapter to egui_graphs, the one place that knows it: a graph whose nodes and edges stand for
//! the marks of a scene, and display types that push them into one mesh and return no shapes.
//!
//! Nations are nodes and ties are edges. A tie that ends at another tie ends at a node of its own
//! that stands for that tie's middle, since an edge can't end at an edge there.

use std::cell::RefCell;
use std::collections::HashMap;

use egui::{Mesh, Pos2, Response, Shape, Ui, Vec2, pos2};
use egui_graphs::{
    DisplayEdge, DisplayNode, DrawContext, EdgeProps, Graph, GraphView, Layout, LayoutState,
    MetadataFrame, Node, NodeProps, SettingsInteraction, SettingsNavigation,
};
use petgraph::Directed;
use petgraph::stable_graph::NodeIndex;
use serde::{Deserialize, Serialize};

use super::marks::Drawing;
use crate::model::Point;
use crate::scene::index::MarkLookup;
use crate::scene::{Mark, Scene};
use crate::ui::canvas::camera::Camera;

const VIEW_ID: &str = "entente-map";

type MapGraph = Graph<Dot, Strand, Directed, u32, DotShape, StrandShape>;

/// What a node of the graph stands for: a place in one of the scene's lists of marks.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Dot {
    Nation(u32),
    /// The middle of a tie that other ties end at.
    Middle(u32),
}

/// What an edge of the graph stands for: a place in one of the scene's lists of marks.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Strand {
    Membership(u32),
    Tie(u32),
}

thread_local! {
    /// The drawing at hand. egui_graphs gives its display types nothing of ours, so this is where
    /// they find it; set only while [`Adapter::show`] runs.
    static DRAWING: RefCell<Option<Drawing>> = const { RefCell::new(None) };
}

/// A scene as a graph of egui_graphs.
pub struct Adapter {
    graph: MapGraph,
    nodes: Vec<NodeIndex<u32>>,
}

impl Adapter {
    /// The graph of a scene.
    pub fn of(scene: &Scene) -> Self {
        let mut graph = MapGraph::new();
        let nations = scene.nations.iter().enumerate();
        let of_nation: Vec<_> = nations
            .map(|(index, mark)| add_node(&mut graph, Dot::Nation(index as u32), mark.center))
            .collect();
        let mut nodes = of_nation.clone();
        let mut of_middle: HashMap<usize, NodeIndex<u32>> = HashMap::new();
        for (index, mark) in scene.ties.iter().enumerate().filter(|(_, m)| m.ring.is_some()) {
            let node = add_node(&mut graph, Dot::Middle(index as u32), mark.middle);
            of_middle.insert(index, node);
            nodes.push(node);
        }
        let places = MarkLookup::of(scene);
        for (index, mark) in scene.memberships.iter().enumerate() {
            let end = |id| of_nation.get(places.nation(id)?);
            if let (Some(from), Some(to)) = (end(mark.member), end(mark.organisation)) {
                add_edge(&mut graph, *from, *to, Strand::Membership(index as u32));
            }
        }
        for (index, mark) in scene.ties.iter().enumerate() {
            let to = match mark.to {
                Mark::Nation(place) => of_nation.get(place),
                Mark::Tie(place) => of_middle.get(&place),
            };
            if let (Some(from), Some(to)) = (of_nation.get(mark.from), to) {
                add_edge(&mut graph, *from, *to, Strand::Tie(index as u32));
            }
        }
        Self { graph, nodes }
    }

    /// Moves the nodes to where a scene of the same map has its marks.
    pub fn follow(&mut self, scene: &Scene) {
        for index in &self.nodes {
            let Some(node) = self.graph.node_mut(*index) else { continue };
            let at = match node.payload() {
                Dot::Nation(i) => scene.nations.get(*i as usize).map(|mark| mark.center),
                Dot::Middle(i) => scene.ties.get(*i as usize).map(|mark| mark.middle),
            };
            if let Some(at) = at {
                node.set_location(pos2(at.x, at.y));
            }
        }
    }

    /// Draws the graph; returns the response of the canvas and the mesh.
    pub fn show(&mut self, ui: &mut Ui, camera: &Camera, drawing: Drawing) -> (Response, Mesh) {
        let size = ui.available_size();
        let mut frame = MetadataFrame::new(Some(VIEW_ID.to_owned()));
        frame.zoom = camera.zoom;
        frame.pan = size / 2.0
            - Vec2::new(camera.center_in_world.x, camera.center_in_world.y) * camera.zoom;
        frame.save(ui);
        DRAWING.set(Some(drawing));
        let still = SettingsInteraction::new()
            .with_dragging_enabled(false)
            .with_hover_enabled(false)
            .with_node_clicking_enabled(false)
            .with_edge_clicking_enabled(false);
        let fixed = SettingsNavigation::new()
            .with_fit_to_screen_enabled(false)
            .with_zoom_and_pan_enabled(false);
        let response = GraphView::<Nowhere, Stay>::new()
            .with_interactions(&still)
            .with_navigations(&fixed)
            .with_id(Some(VIEW_ID.to_owned()))
            .show(ui, &mut self.graph)
            .response;
        (response, DRAWING.take().map(Drawing::finish).unwrap_or_default())
    }
}

fn add_node(graph: &mut MapGraph, dot: Dot, at: Point) -> NodeIndex<u32> {
    graph.add_node_custom(dot, |node| {
        node.set_location(pos2(at.x, at.y));
        node.set_label(String::new());
    })
}

fn add_edge(graph: &mut MapGraph, from: NodeIndex<u32>, to: NodeIndex<u32>, strand: Strand) {
    graph.add_edge_custom(from, to, strand, |edge| edge.set_label(String::new()));
}

fn draw(push: impl FnOnce(&mut Drawing)) -> Vec<Shape> {
    DRAWING.with_borrow_mut(|drawing| drawing.as_mut().map(push));
    Vec::new()
}

/// Draws a node by pushing its mark into the mesh.
#[derive(Clone, Debug)]
struct DotShape {
    dot: Dot,
    at: Pos2,
}

impl From<NodeProps<Dot>> for DotShape {
    fn from(props: NodeProps<Dot>) -> Self {
        Self { dot: props.payload, at: props.location() }
    }
}

impl DisplayNode<Dot, Strand, Directed, u32> for DotShape {
    fn closest_boundary_point(&self, _dir: Vec2) -> Pos2 {
        self.at
    }

    fn shapes(&mut self, _ctx: &DrawContext<'_>) -> Vec<Shape> {
        match self.dot {
            Dot::Nation(index) => draw(|drawing| drawing.nation(index as usize)),
            Dot::Middle(index) => draw(|drawing| drawing.ring(index as usize)),
        }
    }

    fn update(&mut self, props: &NodeProps<Dot>) {
        self.at = props.location();
    }

    fn is_inside(&self, _pos: Pos2) -> bool {
        false
    }
}

/// Draws an edge by pushing its mark into the mesh.
#[derive(Clone, Debug)]
struct StrandShape(Strand);

impl From<EdgeProps<Strand>> for StrandShape {
    fn from(props: EdgeProps<Strand>) -> Self {
        Self(props.payload)
    }
}

type MapNode = Node<Dot, Strand, Directed, u32, DotShape>;

impl DisplayEdge<Dot, Strand, Directed, u32, DotShape> for StrandShape {
    fn shapes(&mut self, _: &MapNode, _: &MapNode, _ctx: &DrawContext<'_>) -> Vec<Shape> {
        match self.0 {
            Strand::Membership(index) => draw(|drawing| drawing.membership(index as usize)),
            Strand::Tie(index) => draw(|drawing| drawing.tie(index as usize)),
        }
    }

    fn update(&mut self, _props: &EdgeProps<Strand>) {}

    fn is_inside(&self, _: &MapNode, _: &MapNode, _pos: Pos2) -> bool {
        false
    }
}

/// A layout that leaves every node where it is: positions come from the map.
#[derive(Default)]
struct Stay;

/// The state of [`Stay`]: none.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Nowhere;

impl LayoutState for Nowhere {}

impl Layout<Nowhere> for Stay {
    fn from_state(_state: Nowhere) -> impl Layout<Nowhere> {
        Self
    }

    fn next<N, E, Ty, Ix, Dn, De>(&mut self, _: &mut Graph<N, E, Ty, Ix, Dn, De>, _: &Ui)
    where
        N: Clone,
        E: Clone,
        Ty: petgraph::EdgeType,
        Ix: petgraph::graph::IndexType,
        Dn: DisplayNode<N, E, Ty, Ix>,
        De: DisplayEdge<N, E, Ty, Ix, Dn>,
    {
    }

    fn state(&self) -> Nowhere {
        Nowhere
    }
}
