//! Which route each tie takes: straight if nothing is in the way, else with the bend that disturbs least.
//!
//! Each tie looks at what lies along it, the marks and names of nations, as far as it tells something. No choice depends on those of other ties, except that ties onto ties follow those at which they end. So a change
//! in one place of a map leaves the ties in all others as they are, and the same map always gives the same
//! curves, whatever was drawn before. A loop, a tie of a nation to itself, lies on the side of its nation
//! where most space is free.

mod bend_costs;
mod bend_search;
mod blocked_bends;
mod effort;
mod obstacles;
mod parallel_ties;
mod polyline;
mod route;
mod router;
mod routes;
mod self_loops;

pub(super) use effort::Effort;
pub(super) use route::Route;
pub(super) use routes::{routes, targets};
