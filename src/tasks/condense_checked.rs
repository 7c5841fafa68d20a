//! Condenses and expands, and looks at the result before anybody gets it.

use std::collections::BTreeSet;

use super::{condense, expand};
use crate::analysis::pacts::{Proposal, TieDifference, taken, tie_difference};
use crate::edit::{self, Command};
use crate::formats;
use crate::model::Map;

/// Organisations made in place of ties.
#[derive(Clone, Debug)]
pub struct Condensed {
    /// What makes them.
    pub command: Command,
    /// The map with them.
    pub after: Map,
    /// Which ties it has otherwise, once it is expanded: those that are claimed.
    pub difference: TieDifference,
}

/// Ties made in place of organisations.
#[derive(Clone, Debug)]
pub struct Expanded {
    /// What makes them.
    pub command: Command,
    /// The map with them.
    pub after: Map,
    /// How many ties are new.
    pub ties: usize,
    /// How many organisations are gone.
    pub organisations: usize,
}

/// Makes organisations of the chosen proposals, expands them again and compares the ties.
///
/// # Errors
/// A sentence, where a tie was lost, or one was gained though no proposal claims any; or where the map can't be so.
pub fn condense_checked(
    map: &Map,
    proposals: &[Proposal],
    chosen: &BTreeSet<usize>,
) -> Result<Condensed, String> {
    let command = condense(map, proposals, chosen);
    let mut after = map.clone();
    edit::apply(&mut after, command.clone()).map_err(|fault| format!("{fault}."))?;
    let difference = tie_difference(map, &after).map_err(|why| format!("{why}."))?;
    let claims = taken(proposals, chosen).iter().any(|at| !proposals[*at].is_lossless());
    if difference.lost.is_empty() && (claims || difference.gained.is_empty()) {
        return Ok(Condensed { command, after, difference });
    }
    Err(format!(
        "expanded again, {} ties would be lost and {} be new. That is a fault of this program; please report it with \
         the map.",
        difference.lost.len(),
        difference.gained.len()
    ))
}

/// Makes the ties that organisations stand for.
///
/// # Errors
/// A sentence, where they are more than can be made or than a map can have.
pub fn expand_checked(map: &Map) -> Result<Expanded, String> {
    let because = |why: String| format!("Can't make the ties that organisations stand for: {why}.");
    let command = expand(map).map_err(|why| because(why.to_string()))?;
    let mut after = map.clone();
    edit::apply(&mut after, command.clone()).map_err(|fault| because(fault.to_string()))?;
    if let Some(why) = formats::too_many(after.nations().len(), after.ties().len()) {
        return Err(because(why));
    }
    let ties = after.ties().len().saturating_sub(map.ties().len());
    let organisations = map.nations().len().saturating_sub(after.nations().len());
    Ok(Expanded { command, after, ties, organisations })
}
