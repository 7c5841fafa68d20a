//! The adapter to egui_graphs, and the only file that knows it: a graph whose nodes and edges stand for the
//! marks of a scene, and display types that draw them into one mesh and return no shapes.
//!
//! Nations are nodes and ties are edges. An edge can't end at another edge, so a tie that ends at a tie
//! ends at a node that stands for that tie's middle.
//!
//! It carries maps of up to 4,000 nations and ties. It goes through its whole graph in every frame, which
//! for 200,000 ties takes longer than to draw them, so larger maps are drawn by the same code from what the
//! spatial index finds in view. What is built around, in version 0.32:
//!
//! - It asks for a repaint in every frame: it isn't called where the cached mesh still holds.
//! - Its clicks move nodes, its drags start with any button, and it hits the first mark, not the topmost:
//!   its interaction is off, and `input` works from the widget's response.
//! - It shifts its pan when its left edge moves: the camera is ours and is written into it.
//! - It has no overview, and assistive technology can't see its nodes: `camera::overview` and
//!   `accessibility` add them.

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

use super::mark_mesh::MarkMeshBuilder;
use crate::model::Point;
use crate::scene::index::MarkLookup;
use crate::scene::{Mark, Scene};
use crate::ui::canvas::viewport::camera::Camera;

const VIEW_ID: &str = "entente-map";

type MapGraph = Graph<NodeMark, EdgeMark, Directed, u32, NodeShape, EdgeShape>;

/// What a node of the graph stands for: an index into one of the scene's lists of marks.
#[derive(Clone, Copy, Debug, PartialEq)]
enum NodeMark {
    Nation(u32),
    /// The middle of a tie that other ties end at.
    Middle(u32),
}

/// What an edge of the graph stands for: an index into one of the scene's lists of marks.
#[derive(Clone, Copy, Debug, PartialEq)]
enum EdgeMark {
    Membership(u32),
    Tie(u32),
}

thread_local! {
    /// The mesh that is being built, for the display types: egui_graphs hands them nothing of ours. Set
    /// only while [`GraphAdapter::show`] runs.
    static BUILDER: RefCell<Option<MarkMeshBuilder>> = const { RefCell::new(None) };
}

/// A scene as a graph of egui_graphs.
pub struct GraphAdapter {
    graph: MapGraph,
    nodes: Vec<NodeIndex<u32>>,
}

impl GraphAdapter {
    /// The graph of a scene.
    pub fn new(scene: &Scene) -> Self {
        let mut graph = MapGraph::new();
        let nations = scene.nations.iter().enumerate();
        let of_nation: Vec<_> = nations
            .map(|(index, mark)| add_node(&mut graph, NodeMark::Nation(index as u32), mark.center))
            .collect();
        let mut nodes = of_nation.clone();
        let mut of_middle: HashMap<usize, NodeIndex<u32>> = HashMap::new();
        for (index, mark) in scene.ties.iter().enumerate().filter(|(_, m)| m.ring.is_some()) {
            let node = add_node(&mut graph, NodeMark::Middle(index as u32), mark.middle);
            of_middle.insert(index, node);
            nodes.push(node);
        }
        let lookup = MarkLookup::of(scene);
        for (index, mark) in scene.memberships.iter().enumerate() {
            let end = |id| of_nation.get(lookup.nation(id)?);
            if let (Some(from), Some(to)) = (end(mark.member), end(mark.organisation)) {
                add_edge(&mut graph, *from, *to, EdgeMark::Membership(index as u32));
            }
        }
        for index in scene.tie_layers.iter().flat_map(|layer| layer.ties.iter().copied()) {
            let Some(mark) = scene.ties.get(index) else { continue };
            let to = match mark.to {
                Mark::Nation(index) => of_nation.get(index),
                Mark::Tie(index) => of_middle.get(&index),
            };
            if let (Some(from), Some(to)) = (of_nation.get(mark.from), to) {
                add_edge(&mut graph, *from, *to, EdgeMark::Tie(index as u32));
            }
        }
        Self { graph, nodes }
    }

    /// Moves the nodes to where a scene of the same map has its marks.
    pub fn move_nodes(&mut self, scene: &Scene) {
        for index in &self.nodes {
            let Some(node) = self.graph.node_mut(*index) else { continue };
            let at = match node.payload() {
                NodeMark::Nation(i) => scene.nations.get(*i as usize).map(|mark| mark.center),
                NodeMark::Middle(i) => scene.ties.get(*i as usize).map(|mark| mark.middle),
            };
            if let Some(at) = at {
                node.set_location(pos2(at.x, at.y));
            }
        }
    }

    /// Draws the graph into a mesh; returns the response of the canvas and the mesh.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        camera: &Camera,
        builder: MarkMeshBuilder,
    ) -> (Response, Mesh) {
        let size = ui.available_size();
        let mut frame = MetadataFrame::new(Some(VIEW_ID.to_owned()));
        frame.zoom = camera.zoom;
        frame.pan = size / 2.0
            - Vec2::new(camera.center_in_world.x, camera.center_in_world.y) * camera.zoom;
        frame.save(ui);
        BUILDER.set(Some(builder));
        let interactions = SettingsInteraction::new()
            .with_dragging_enabled(false)
            .with_hover_enabled(false)
            .with_node_clicking_enabled(false)
            .with_edge_clicking_enabled(false);
        let navigations = SettingsNavigation::new()
            .with_fit_to_screen_enabled(false)
            .with_zoom_and_pan_enabled(false);
        let response = GraphView::<FixedLayoutState, FixedLayout>::new()
            .with_interactions(&interactions)
            .with_navigations(&navigations)
            .with_id(Some(VIEW_ID.to_owned()))
            .show(ui, &mut self.graph)
            .response;
        (response, BUILDER.take().map(MarkMeshBuilder::finish).unwrap_or_default())
    }
}

fn add_node(graph: &mut MapGraph, mark: NodeMark, at: Point) -> NodeIndex<u32> {
    graph.add_node_custom(mark, |node| {
        node.set_location(pos2(at.x, at.y));
        node.set_label(String::new());
    })
}

fn add_edge(graph: &mut MapGraph, from: NodeIndex<u32>, to: NodeIndex<u32>, mark: EdgeMark) {
    graph.add_edge_custom(from, to, mark, |edge| edge.set_label(String::new()));
}

fn draw(add: impl FnOnce(&mut MarkMeshBuilder)) -> Vec<Shape> {
    BUILDER.with_borrow_mut(|builder| builder.as_mut().map(add));
    Vec::new()
}

/// Draws a node by adding its mark to the mesh.
#[derive(Clone, Debug)]
struct NodeShape {
    mark: NodeMark,
    at: Pos2,
}

impl From<NodeProps<NodeMark>> for NodeShape {
    fn from(props: NodeProps<NodeMark>) -> Self {
        Self { mark: props.payload, at: props.location() }
    }
}

impl DisplayNode<NodeMark, EdgeMark, Directed, u32> for NodeShape {
    fn closest_boundary_point(&self, _dir: Vec2) -> Pos2 {
        self.at
    }

    fn shapes(&mut self, _ctx: &DrawContext<'_>) -> Vec<Shape> {
        match self.mark {
            NodeMark::Nation(index) => draw(|builder| builder.nation(index as usize)),
            NodeMark::Middle(index) => draw(|builder| builder.ring(index as usize)),
        }
    }

    fn update(&mut self, props: &NodeProps<NodeMark>) {
        self.at = props.location();
    }

    fn is_inside(&self, _pos: Pos2) -> bool {
        false
    }
}

/// Draws an edge by adding its mark to the mesh.
#[derive(Clone, Debug)]
struct EdgeShape(EdgeMark);

impl From<EdgeProps<EdgeMark>> for EdgeShape {
    fn from(props: EdgeProps<EdgeMark>) -> Self {
        Self(props.payload)
    }
}

type MapNode = Node<NodeMark, EdgeMark, Directed, u32, NodeShape>;

impl DisplayEdge<NodeMark, EdgeMark, Directed, u32, NodeShape> for EdgeShape {
    fn shapes(&mut self, _: &MapNode, _: &MapNode, _ctx: &DrawContext<'_>) -> Vec<Shape> {
        match self.0 {
            EdgeMark::Membership(index) => draw(|builder| builder.membership(index as usize)),
            EdgeMark::Tie(index) => draw(|builder| builder.tie(index as usize)),
        }
    }

    fn update(&mut self, _props: &EdgeProps<EdgeMark>) {}

    fn is_inside(&self, _: &MapNode, _: &MapNode, _pos: Pos2) -> bool {
        false
    }
}

/// A layout that leaves every node where it is: positions come from the map.
#[derive(Default)]
struct FixedLayout;

/// The state of [`FixedLayout`]: none.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct FixedLayoutState;

impl LayoutState for FixedLayoutState {}

impl Layout<FixedLayoutState> for FixedLayout {
    fn from_state(_state: FixedLayoutState) -> impl Layout<FixedLayoutState> {
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

    fn state(&self) -> FixedLayoutState {
        FixedLayoutState
    }
}
