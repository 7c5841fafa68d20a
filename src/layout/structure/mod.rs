//! Neighbours together, clusters apart: bounded forces on a drawing that has its large shape.
//!
//! Source: the t-distributed forces of Zhong et al. 2023 ("Force-directed graph layouts revisited: a
//! new force based on the t-distribution"). A tie pulls in proportion to its length, and again with a
//! force that is strongest at a length of 1; every other node pushes with a force that is strongest
//! at a distance of .58 and falls with the third power. All forces are bounded at short distances, so
//! that neighbours can come close together, and the push hardly reaches past a cluster.
//!
//! Instead of simulating particles that cool, each node in turn moves by its force divided by the
//! weights that pull at it, a step of Newton's method on the part of the energy that ties add, with
//! momentum from round to round. Guarantees that pinned nodes stay and that the result depends on the
//! input alone. It finds a local minimum near the start.

mod coarsening;
mod forces;
mod multilevel;
mod refinement;
mod space_tree;
mod weighted_graph;

pub(super) use multilevel::multilevel_start;
pub(super) use refinement::refine;
pub(super) use weighted_graph::WeightedGraph;
