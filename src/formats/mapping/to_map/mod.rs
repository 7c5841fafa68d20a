//! Makes a map of a network, by explicit choices.

mod bounds;
mod dates_in_texts;
mod draft;
mod drafts;
mod edge_reader;
mod ends_in_years;
mod groups;
mod heading;
mod kinds;
mod like_ties;
mod nation;
mod nations;
mod own_records;
mod positions;
mod second_dates;
mod sources;
mod targets;
mod tie_dates;
mod unread;
mod usual_color;
mod weights;
mod year;

use std::sync::Arc;

use super::choices::Choices;
use super::imported::Imported;
use crate::formats::limits::{MAX_NATIONS, MAX_TIES};
use crate::formats::network::Network;
use crate::formats::problems::OpenError;
use crate::model::{Filter, Look, Map};
use draft::Draft;
use kinds::Kinds;
use sources::Sources;

/// How many edges a network may have for each tie of a map: rows for each year become one tie.
const EDGES_FOR_A_TIE: usize = 10;

/// The map that a network is by these choices.
///
/// # Errors
/// When it would have more nations or ties than a map can have.
pub fn to_map(network: &Network, choices: &Choices) -> Result<Imported, OpenError> {
    check_size(network.nodes.len(), network.edges.len(), EDGES_FOR_A_TIE)?;
    let mut remarks = network.remarks.clone();
    let own_kinds = if choices.is_own { own_records::own_kinds(network) } else { Vec::new() };
    let own_sources = if choices.is_own { own_records::own_sources(network) } else { Vec::new() };
    let mut nations = nations::read(network, choices, &mut remarks);
    groups::join_parents(network, &mut nations);
    groups::join_named(network, choices, &mut nations, &mut remarks);
    second_dates::remark(network, choices, &mut remarks);
    let sources = Sources::new(own_sources);
    let mut drafts = drafts::read(network, choices, sources, &mut nations, &mut remarks);
    let joined_years = like_ties::join_years(&mut drafts.list, &mut remarks);
    like_ties::join_both_sides(&mut drafts.list, network, &mut remarks);
    like_ties::join_duplicates(&mut drafts.list, network, choices, &mut remarks);
    let kinds = kinds::make(&drafts.kinds, &own_kinds, choices, &mut remarks);
    set_kinds(&mut drafts.list, &kinds, network);
    weights::set(&mut drafts.list, network, choices.is_own, &mut remarks);
    targets::set(&mut drafts.list, &drafts.targets, network, &mut remarks);
    check_size(nations.list.len(), drafts.list.len(), 1)?;
    let ties = drafts.list.into_iter().map(|draft| Arc::new(draft.tie)).collect();
    let map = Map::from_parts(
        heading::heading(network, choices.is_own, &mut remarks),
        Look::default(),
        Filter::default(),
        kinds.list,
        drafts.sources,
        nations.list,
        ties,
    );
    Ok(Imported {
        map,
        remarks,
        questions: nations.questions,
        joined_years,
        directions: drafts.directions,
    })
}

/// Gives ties their kinds. Those of kinds that a person doesn't want are left out.
fn set_kinds(drafts: &mut Vec<Draft>, kinds: &Kinds, network: &Network) {
    drafts.retain_mut(|draft| {
        let kind = kinds.of(draft.kind, draft.sign);
        if let Some(kind) = kind {
            draft.tie.kind = kind;
        }
        if kinds.has_own_colors(draft.kind)
            && let Some(edge) = network.edges.get(draft.edge as usize)
        {
            drafts::keep_color(draft, edge);
        }
        kind.is_some()
    });
}

/// Checks that nodes and edges, of which some may become one tie, fit on a map.
fn check_size(nodes: usize, edges: usize, edges_for_a_tie: usize) -> Result<(), OpenError> {
    if nodes <= MAX_NATIONS && edges <= MAX_TIES * edges_for_a_tie {
        return Ok(());
    }
    let message = format!(
        "it holds {nodes} nodes and {edges} edges where a map holds at most {MAX_NATIONS} nations and \
         {MAX_TIES} ties"
    );
    Err(OpenError::of_whole_file(message, "Leave a part of them out."))
}
