//! What the columns of edges mean.

use super::super::column_values::ColumnValues;
use super::super::header_words::edge_role;
use super::super::own_columns::numbered;
use super::super::roles::EdgeRole;
use super::super::value_words;
use crate::formats::network::Network;
use crate::model::Attribute;

/// Roles that several columns may have.
const SHARED: [EdgeRole; 6] = [
    EdgeRole::Notes,
    EdgeRole::Evidence,
    EdgeRole::EvidenceDate,
    EdgeRole::Confidence,
    EdgeRole::Source,
    EdgeRole::OfThisKind,
];
/// The share of the different texts of a column that must be understood.
const MOSTLY: f64 = 0.5;

/// The roles of the columns of edges, by their names first and by their values then.
pub fn guess(network: &Network, values: &[ColumnValues<'_>]) -> Vec<EdgeRole> {
    let mut roles = by_names(network, values);
    let has = |roles: &[EdgeRole], role: EdgeRole| roles.contains(&role);
    if !has(&roles, EdgeRole::Kind) {
        mark_kind_columns(network, values, &mut roles);
    }
    if !has(&roles, EdgeRole::Kind) && !has(&roles, EdgeRole::OfThisKind) {
        give(&mut roles, values, EdgeRole::Kind, |column| {
            column.are_texts()
                && column.share_of_words(|word| value_words::sign_of_kind(word).is_some()) >= MOSTLY
        });
    }
    if !has(&roles, EdgeRole::Sign) {
        give(&mut roles, values, EdgeRole::Sign, |column| {
            let [plus, minus] = column.ones;
            plus > 0 && minus > 0 && plus + minus == column.filled
        });
    }
    for role in [EdgeRole::Since, EdgeRole::Until] {
        if !has(&roles, role) && !has(&roles, EdgeRole::Year) {
            give(&mut roles, values, role, |column| {
                column.are_texts() && column.dates.are_all_precise()
            });
        }
    }
    roles
}

/// Gives a role to the first column that has none and fits.
fn give(
    roles: &mut [EdgeRole],
    values: &[ColumnValues<'_>],
    role: EdgeRole,
    fits: impl Fn(&ColumnValues<'_>) -> bool,
) {
    let mut free = roles.iter_mut().zip(values).filter(|(role, _)| **role == EdgeRole::Attribute);
    if let Some((given, _)) = free.find(|(_, column)| fits(column)) {
        *given = role;
    }
}

fn by_names(network: &Network, values: &[ColumnValues<'_>]) -> Vec<EdgeRole> {
    let mut roles = vec![EdgeRole::Attribute; values.len()];
    let mut surest: Vec<(EdgeRole, usize, usize)> = Vec::new();
    for ((column, name), values) in network.edge_columns.iter().zip(values) {
        let named = edge_role(name).or_else(|| edge_role(numbered(name).0));
        let Some((role, rank)) = named else { continue };
        let role = confirmed(role, values);
        let index = column.index();
        if SHARED.contains(&role) {
            roles[index] = role;
        } else if role != EdgeRole::Attribute {
            match surest.iter_mut().find(|(known, ..)| *known == role) {
                Some(known) if rank < known.1 => *known = (role, rank, index),
                Some(_) => {}
                None => surest.push((role, rank, index)),
            }
        }
    }
    for (role, _, index) in surest {
        roles[index] =
            if role == EdgeRole::Year && !repeats(network, index) { EdgeRole::Since } else { role };
    }
    if roles.iter().filter(|role| **role == EdgeRole::Since).count() > 1 {
        let year = roles.iter().rposition(|role| *role == EdgeRole::Since);
        year.and_then(|at| roles.get_mut(at))
            .into_iter()
            .for_each(|role| *role = EdgeRole::Attribute);
    }
    roles
}

/// The role that a name says, if the values agree.
fn confirmed(role: EdgeRole, values: &ColumnValues<'_>) -> EdgeRole {
    let words = |is_true: &dyn Fn(&Attribute) -> bool| {
        values.share_of_words(|word| is_true(&Attribute::Text(word.to_owned()))) >= MOSTLY
    };
    let are_signs = || {
        values.filled > 0
            && (values.are_numbers() || words(&|value| value_words::sign(value).is_some()))
    };
    let are_directions = || words(&|value| value_words::direction(value).is_some());
    let agrees = match role {
        EdgeRole::Kind if values.are_texts() && values.numbers == 0 && are_directions() => {
            return EdgeRole::Direction;
        }
        EdgeRole::Kind => values.are_texts() && values.words.is_some(),
        EdgeRole::Sign => are_signs(),
        EdgeRole::Direction => values.flags == values.filled || are_directions(),
        EdgeRole::Status => words(&|value| value_words::status(value).is_some()),
        EdgeRole::Since | EdgeRole::Until | EdgeRole::EvidenceDate => values.dates.are_usual(),
        EdgeRole::Year => values.are_years(),
        EdgeRole::Weight => values.are_numbers(),
        EdgeRole::Confidence => words(&|value| value_words::confidence(value).is_some()),
        EdgeRole::Label | EdgeRole::Notes | EdgeRole::Evidence | EdgeRole::Source => {
            values.are_texts()
        }
        EdgeRole::OfThisKind | EdgeRole::Attribute | EdgeRole::Ignore => true,
    };
    if agrees { role } else { EdgeRole::Attribute }
}

/// Two or more columns of 0 and 1 that are called as kinds of tie are: each 1 is a tie.
fn mark_kind_columns(network: &Network, values: &[ColumnValues<'_>], roles: &mut [EdgeRole]) {
    let is_one = |(column, name): &(_, &str)| {
        let index = crate::formats::network::ColumnId::index(*column);
        let (role, values) = (roles.get(index), values.get(index));
        let is_free = role == Some(&EdgeRole::Attribute);
        is_free
            && values.is_some_and(|values| values.filled > 0 && values.flags == values.filled)
            && value_words::sign_of_kind(name).is_some()
    };
    let found: Vec<usize> =
        network.edge_columns.iter().filter(is_one).map(|(column, _)| column.index()).collect();
    if found.len() >= 2 {
        found.into_iter().for_each(|index| roles[index] = EdgeRole::OfThisKind);
    }
}

/// Whether the same two nodes have edges in several years, so that a year is one in which a tie was observed.
fn repeats(network: &Network, column: usize) -> bool {
    let has_year = |edge: &&crate::formats::network::Edge| {
        edge.attributes.iter().any(|(own, _)| own.index() == column)
    };
    let dated = network.edges.iter().filter(has_year);
    let mut pairs: Vec<[u32; 2]> =
        dated.map(|edge| [edge.from.min(edge.to), edge.from.max(edge.to)]).collect();
    let rows = pairs.len();
    pairs.sort_unstable();
    pairs.dedup();
    rows as f64 > 1.2 * pairs.len() as f64
}
