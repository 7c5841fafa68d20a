//! A bare view of egui_graphs with its default shapes, for comparison.

use egui::{Context, Event, RawInput, Rect, pos2, vec2};
use egui_graphs::{
    Graph, GraphView, LayoutRandom, LayoutStateRandom, SettingsInteraction, SettingsNavigation,
};
use petgraph::Directed;

use crate::clock::median_ms;
use crate::network::Network;
use crate::ours::{SCREEN, hand};

/// What a frame takes, in milliseconds.
pub fn frame_ms(network: &Network) -> f64 {
    let mut graph = graph(network);
    let ctx = Context::default();
    let interaction = SettingsInteraction::new().with_hover_enabled(true);
    let fitted = SettingsNavigation::new().with_fit_to_screen_enabled(true);
    let frames = if network.ties.len() > 100_000 { 5 } else { 15 };
    median_ms(3, frames, |frame| {
        if frame == 1 {
            // The layout has moved every node in the first frame.
            place(&mut graph, network);
        }
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(SCREEN[0], SCREEN[1]))),
            events: vec![Event::PointerMoved(hand(frame))],
            time: Some(frame as f64 / 60.0),
            ..RawInput::default()
        };
        let output = ctx.run_ui(input, |ui| {
            GraphView::<LayoutStateRandom, LayoutRandom>::new()
                .with_interactions(&interaction)
                .with_navigations(&fitted)
                .show(ui, &mut graph);
        });
        std::hint::black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
    })
}

fn place(graph: &mut Graph<(), (), Directed>, network: &Network) {
    for (node, [x, y]) in graph.g_mut().node_weights_mut().zip(&network.places) {
        node.set_location(pos2(*x, *y));
    }
}

fn graph(network: &Network) -> Graph<(), (), Directed> {
    let mut graph = Graph::new();
    let add = |graph: &mut Graph<(), (), Directed>| {
        graph.add_node_custom((), |node| node.set_label(String::new()))
    };
    let nodes: Vec<_> = network.places.iter().map(|_| add(&mut graph)).collect();
    for [from, to] in &network.ties {
        graph.add_edge_custom(nodes[*from as usize], nodes[*to as usize], (), |edge| {
            edge.set_label(String::new());
        });
    }
    graph
}
