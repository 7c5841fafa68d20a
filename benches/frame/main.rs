//! What a frame costs: `cargo bench --bench frame`, or for some sizes alone, by their numbers of nations:
//! `cargo bench --bench frame -- 2000`.
//!
//! For each size it prints `FRAME <nations> <ties> <ours ms> <egui_graphs ms> <ratio>`: the time of the
//! processor (of this thread alone) for a whole frame, building and tessellation, of the whole window of
//! Entente and of a bare view of egui_graphs with its default shapes, in the same run. Both show the
//! same nations at the same places with the same ties on 1600 × 1000 logical pixels, all of it fitted,
//! while the pointer moves over it. Below each such line stand more figures of the window alone, in
//! milliseconds a frame. Each figure is the median of the frames.

#![allow(clippy::print_stdout, reason = "a bench prints what it has measured")]

mod clock;
mod network;
mod ours;
mod theirs;

use network::Network;

/// Nations and ties.
const SIZES: [(u32, u32); 5] =
    [(200, 2_000), (1_000, 20_000), (2_000, 10_000), (10_000, 50_000), (50_000, 200_000)];

fn main() {
    let asked: Vec<u32> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    for (nations, ties) in SIZES {
        if !asked.is_empty() && !asked.contains(&nations) {
            continue;
        }
        let network = Network::random(nations, ties);
        let theirs = theirs::frame_ms(&network);
        let mut window = ours::Window::open(&network);
        let ours = window.hovering_ms();
        println!("FRAME {nations} {ties} {ours:.3} {theirs:.3} 1/{:.1}", theirs / ours);
        window.report_more();
    }
}
