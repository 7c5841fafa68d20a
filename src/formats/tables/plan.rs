//! By which rows and columns tables become a network.

use super::table::Table;
use crate::formats::network::Network;
use crate::formats::problems::OpenError;

/// The plan for one or several tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TablePlan {}

impl TablePlan {
    /// The plan that the tables suggest.
    pub fn guess(_tables: &[Table]) -> Self {
        Self {}
    }
}

/// The network that tables are by a plan.
///
/// # Errors
/// When the plan makes nothing of them.
pub fn network(_tables: &[Table], _plan: &TablePlan) -> Result<Network, OpenError> {
    Ok(Network::default())
}
