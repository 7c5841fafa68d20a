//! Pacts of many that a map holds as ties between every two: groups of nations that may become organisations, which
//! say as much with a line for each member (*condensing*), and the ties that such organisations stand for (*expanding*).
//!
//! Nations of which each two are tied are a clique, and few cliques that have all ties between them are a clique cover.
//! `docs/condense.md` says what is found by which method, with sources and figures.

mod candidate;
mod clique;
mod cover;
mod difference;
mod expand;
mod name;
mod outcome;
mod pair_graph;
mod pair_numbers;
mod proposal;
mod propose;
mod replaceable;
mod span;
mod terms;
mod ways;
mod widen;

pub use difference::{TieDifference, tie_difference};
pub use expand::{
    MOST_MEANT_TIES, TooManyTies, meant_ties, organisations_with_terms, stands_for_ties,
};
pub use name::{free_name, taken_names};
pub use outcome::{CUT_SHORT, Outcome, taken};
pub use proposal::{Member, Proposal};
pub use propose::{Condensation, condensation, condensation_while};
pub use replaceable::Stays;
pub use terms::{Terms, without_terms};
