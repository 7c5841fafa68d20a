//! Which route each tie takes: straight if nothing is in the way, else with the bend that disturbs least.
//!
//! Each tie chooses among a dozen bends, again and again until none changes or a few rounds are over (a
//! local optimum, not the best of all). Ties onto ties follow those at which they end. A loop, a tie of
//! a nation to itself, lies on the side of its nation where most space is free. The order of the map
//! decides between equal choices, so that the same map gives the same curves.

mod bend_search;
mod obstacles;
mod parallel_ties;
mod polyline;
mod previous;
mod route;
mod route_cost;
mod router;
mod routes;
mod segment_grid;
mod self_loops;

pub(super) use previous::Previous;
pub(super) use route::Route;
pub(super) use routes::{MAX_BENT_TIES, routes, targets};
