//! What the columns of edges mean.

use super::super::column_values::ColumnValues;
use super::super::courses::course;
use super::super::date_read::{DateRead, DateStyle};
use super::super::dates::read_date;
use super::super::header_words::edge_role;
use super::super::kind_sign::sign_of_kind;
use super::super::own_columns::numbered;
use super::super::roles::EdgeRole;
use super::super::span_words::span_role;
use super::super::state_answers;
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
    if !has(&roles, EdgeRole::Status) {
        mark_answers_of_state(network, values, &mut roles);
    }
    if !has(&roles, EdgeRole::Kind) {
        mark_kind_columns(network, values, &mut roles);
    }
    if !has(&roles, EdgeRole::OfThisKind) {
        give(network, &mut roles, values, EdgeRole::Kind, |column| {
            column.are_texts()
                && column.share_of_words(|word| sign_of_kind(word).is_some()) >= MOSTLY
        });
    }
    give(network, &mut roles, values, EdgeRole::Sign, |column| {
        let [plus, minus] = column.ones;
        plus > 0 && minus > 0 && plus + minus == column.filled
    });
    if !has(&roles, EdgeRole::Direction) {
        give(network, &mut roles, values, EdgeRole::Direction, |column| {
            let says = |word: &str| course(&Attribute::Text(word.into())).is_some();
            column.are_texts() && column.flags == 0 && column.share_of_words(says) >= 1.0
        });
    }
    give_nameless_years(network, values, &mut roles);
    // Beside when ties began, by its name, other dates may be anything: when a treaty was ratified.
    let guessed: &[EdgeRole] = match has(&roles, EdgeRole::Since) {
        true => &[],
        false => &[EdgeRole::Since, EdgeRole::Until],
    };
    for role in guessed.iter().copied() {
        if !has(&roles, role) && !has(&roles, EdgeRole::Year) {
            give(network, &mut roles, values, role, |column| {
                column.dates.are_days_in_digits()
                    || column.are_texts() && column.dates.are_precise()
            });
        }
    }
    roles
}

/// Columns of years without a name are when ties began and ended, or when they were observed.
fn give_nameless_years(network: &Network, values: &[ColumnValues<'_>], roles: &mut [EdgeRole]) {
    let dated = [EdgeRole::Since, EdgeRole::Until, EdgeRole::Year];
    if roles.iter().any(|role| dated.contains(role)) {
        return;
    }
    let are_years = |(column, name): &(_, &str)| {
        let index = crate::formats::network::ColumnId::index(*column);
        let is_free = roles.get(index) == Some(&EdgeRole::Attribute);
        let hold =
            |values: &ColumnValues<'_>| values.filled > 0 && values.late_years == values.filled;
        is_free && is_nameless(name) && values.get(index).is_some_and(hold)
    };
    let found: Vec<usize> =
        network.edge_columns.iter().filter(are_years).map(|(column, _)| column.index()).collect();
    match found.as_slice() {
        [only] if repeats(network, *only) => roles[*only] = EdgeRole::Year,
        [since] => roles[*since] = EdgeRole::Since,
        [since, until, ..] => {
            roles[*since] = EdgeRole::Since;
            roles[*until] = EdgeRole::Until;
        }
        [] => {}
    }
}

/// Whether a column has only the name that its letter gives it: `Column C`.
fn is_nameless(name: &str) -> bool {
    let letters = name.strip_prefix("Column ");
    letters.is_some_and(|letters| {
        (1..=3).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase())
    })
}

/// Gives a role to the first column that has none and fits, unless edges that it speaks of have a column with
/// that role already.
fn give(
    network: &Network,
    roles: &mut [EdgeRole],
    values: &[ColumnValues<'_>],
    role: EdgeRole,
    fits: impl Fn(&ColumnValues<'_>) -> bool,
) {
    let mut free = (0..roles.len()).filter(|index| roles[*index] == EdgeRole::Attribute);
    let Some(index) = free.find(|index| values.get(*index).is_some_and(&fits)) else { return };
    let has_role = |column: &usize| roles.get(*column) == Some(&role);
    let others: Vec<usize> = (0..roles.len()).filter(has_role).collect();
    if !stand_beside(network, &[others, vec![index]].concat()).contains(&index) {
        roles[index] = role;
    }
}

/// Of columns, the surest first, those that are filled beside a surer one: of two tables each may have a
/// column for the same thing, but of one row only one of them counts.
fn stand_beside(network: &Network, columns: &[usize]) -> Vec<usize> {
    if columns.len() < 2 {
        return Vec::new();
    }
    let mut rank_of = vec![None; network.edge_columns.len()];
    for (rank, column) in columns.iter().enumerate() {
        if let Some(place) = rank_of.get_mut(*column) {
            *place = Some(rank);
        }
    }
    let mut is_beside = vec![false; columns.len()];
    for edge in &network.edges {
        let filled = edge.attributes.iter().filter(|(_, value)| !value_words::is_blank(value));
        let ranks = || filled.clone().filter_map(|(column, _)| *rank_of.get(column.index())?);
        let Some(surest) = ranks().min() else { continue };
        ranks().filter(|rank| *rank != surest).for_each(|rank| is_beside[rank] = true);
    }
    let beside = columns.iter().zip(is_beside).filter(|(_, is_beside)| *is_beside);
    beside.map(|(column, _)| *column).collect()
}

fn by_names(network: &Network, values: &[ColumnValues<'_>]) -> Vec<EdgeRole> {
    let mut roles = vec![EdgeRole::Attribute; values.len()];
    let mut named: Vec<(EdgeRole, usize, usize)> = Vec::new();
    for ((column, name), values) in network.edge_columns.iter().zip(values) {
        let of_span = || Some((span_role(name)?, usize::MAX));
        let known = edge_role(name).or_else(|| edge_role(numbered(name).0)).or_else(of_span);
        let Some((role, rank)) = known else { continue };
        let role = confirmed(role, rank == 0, values);
        let index = column.index();
        if SHARED.contains(&role) {
            roles[index] = role;
        } else if role != EdgeRole::Attribute {
            named.push((role, rank, index));
        }
    }
    named.sort_unstable();
    for same in named.chunk_by(|one, other| one.0 == other.0) {
        let columns: Vec<usize> = same.iter().map(|(.., index)| *index).collect();
        let beside = stand_beside(network, &columns);
        for (role, _, index) in same.iter().filter(|(.., index)| !beside.contains(index)) {
            roles[*index] = *role;
        }
    }
    let years = (0..roles.len()).filter(|index| roles[*index] == EdgeRole::Year);
    for index in years.collect::<Vec<_>>() {
        if is_of_dates(network, &roles, index) {
            roles[index] = EdgeRole::Ignore;
        } else if !repeats(network, index) {
            let has_since = roles.contains(&EdgeRole::Since);
            roles[index] = if has_since { EdgeRole::Attribute } else { EdgeRole::Since };
        }
    }
    roles
}

/// Whether a column of years says no more than the dates beside it, each more precise than a year.
fn is_of_dates(network: &Network, roles: &[EdgeRole], years: usize) -> bool {
    let mut any = false;
    let mut filled = network.edges.iter().filter_map(|edge| {
        let find = |fits: &dyn Fn(usize) -> bool| {
            let found = edge.attributes.iter().find(|(column, _)| fits(column.index()));
            found.map(|(_, value)| value).filter(|value| !value_words::is_blank(value))
        };
        let year = find(&|column| column == years)?;
        Some((year, find(&|column| roles.get(column) == Some(&EdgeRole::Since))))
    });
    let are_all = filled.all(|(year, date)| {
        any = true;
        let date = date.map(|date| read_date(date, DateStyle::default()));
        let Some(DateRead::Date(date) | DateRead::Serial(date)) = date else { return false };
        date.month().is_some() && value_words::number(year) == Some(f64::from(date.year()))
    });
    any && are_all
}

/// The role that a name says, if the values agree. Where it is the very word for the role, values that don't
/// say so are faults, each to be remarked on.
fn confirmed(role: EdgeRole, is_its_word: bool, values: &ColumnValues<'_>) -> EdgeRole {
    let words = |is_true: &dyn Fn(&Attribute) -> bool| {
        values.share_of_words(|word| is_true(&Attribute::Text(word.into()))) >= MOSTLY
    };
    let are_signs = || {
        values.filled > 0
            && (values.are_numbers() || words(&|value| value_words::sign(value).is_some()))
    };
    let share_of_directions =
        || values.share_of_words(|word| course(&Attribute::Text(word.into())).is_some());
    let agrees = match role {
        EdgeRole::Kind
            if values.are_texts() && values.numbers == 0 && share_of_directions() > MOSTLY =>
        {
            return EdgeRole::Direction;
        }
        // `1914-18` is more than one year.
        EdgeRole::Year if !values.are_years() && values.dates.are_usual() => {
            return EdgeRole::Since;
        }
        EdgeRole::Kind => values.are_texts() && (is_its_word || values.words.is_some()),
        EdgeRole::Sign | EdgeRole::Direction | EdgeRole::Status | EdgeRole::Weight
            if is_its_word =>
        {
            values.filled > 0
        }
        // Numbers may be steps of time.
        EdgeRole::Since | EdgeRole::Until if is_its_word => {
            values.dates.are_usual() || values.are_texts()
        }
        EdgeRole::Sign => are_signs(),
        EdgeRole::Direction => values.flags == values.filled || share_of_directions() >= MOSTLY,
        EdgeRole::Status => words(&|value| value_words::status(value).is_some()),
        EdgeRole::Since | EdgeRole::Until | EdgeRole::EvidenceDate => values.dates.are_usual(),
        EdgeRole::Year => values.are_years(),
        EdgeRole::Weight => values.are_mostly_numbers(),
        EdgeRole::Confidence => words(&|value| value_words::confidence(value).is_some()),
        EdgeRole::Label | EdgeRole::Notes | EdgeRole::Evidence | EdgeRole::Source => {
            values.are_texts()
        }
        EdgeRole::OfThisKind | EdgeRole::Attribute | EdgeRole::Ignore => true,
    };
    if agrees { role } else { EdgeRole::Attribute }
}

/// Columns of yes and no that ask of the state of a tie say its status.
fn mark_answers_of_state(network: &Network, values: &[ColumnValues<'_>], roles: &mut [EdgeRole]) {
    for (((_, name), values), role) in network.edge_columns.iter().zip(values).zip(roles) {
        if *role == EdgeRole::Attribute && values.are_flags() && state_answers::is_asked(name) {
            *role = EdgeRole::Status;
        }
    }
}

/// Two or more columns of 0 and 1 that are called as kinds of tie are, or one whose name says nothing else: each
/// 1 is a tie.
fn mark_kind_columns(network: &Network, values: &[ColumnValues<'_>], roles: &mut [EdgeRole]) {
    let is_one = |(column, name): &(_, &str)| {
        let index = crate::formats::network::ColumnId::index(*column);
        let (role, values) = (roles.get(index), values.get(index));
        let is_free = role == Some(&EdgeRole::Attribute);
        is_free && values.is_some_and(ColumnValues::are_flags) && sign_of_kind(name).is_some()
    };
    let found: Vec<usize> =
        network.edge_columns.iter().filter(is_one).map(|(column, _)| column.index()).collect();
    let is_alone = |index: &usize| {
        let mut columns = network.edge_columns.iter();
        columns.nth(*index).is_some_and(|(_, name)| value_words::is_kind_alone(name))
    };
    if found.len() >= 2 || found.iter().any(is_alone) {
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
