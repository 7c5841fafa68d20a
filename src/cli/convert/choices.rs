//! What the command line chooses for an import.

use super::named::{self, Named};
use super::role_words::{is_word, no_column};
use super::{table_columns, table_rows};
use crate::cli::convert_args::{ConvertArgs, RoleOfColumn};
use crate::cli::outcome::Failure;
use crate::formats::{Choices, Columns, EdgeRole, Import, NodeRole, Question};
use crate::names::caseless;

/// The import by what was chosen, and a sentence for each choice that has no effect.
pub(super) fn apply(args: &ConvertArgs, import: &Import) -> Result<(Import, Vec<String>), Failure> {
    let roles: Vec<&RoleOfColumn> = args.map.iter().flat_map(|roles| &roles.0).collect();
    let import = table_rows::choose(args, import)?;
    let (import, roles) = table_columns::give_uses(&roles, &import)?;
    let (Some(network), Some(choices)) = (import.network(), import.choices()) else {
        let warnings = import.map().is_ok().then(|| named::without_effect(args)).flatten();
        return Ok((import, warnings.into_iter().collect()));
    };
    let mut choices = choices.clone();
    give_roles(&roles, (&network.edge_columns, &network.node_columns), &mut choices)?;
    let Named { kinds, meant, warnings } = Named::find(args, network, &choices);
    choices.kinds.extend(kinds);
    choices.meant.extend(meant);
    choices.year = args.year.or(choices.year);
    choices.date_order = args.dates.map(Into::into).or(choices.date_order);
    choices.duplicates = args.duplicates.map_or(choices.duplicates, Into::into);
    choices.recognise &= !args.no_recognise;
    Ok((import.with_choices(choices), warnings))
}

/// The options that answer a question.
pub(super) fn answers(question: &Question) -> String {
    let text = question.text.replace('\'', "'\\''");
    let options: Vec<String> = (question.candidates.iter())
        .map(|nation| format!("--meant '{text}={}'", nation.code))
        .collect();
    format!("Say which: {}.", options.join(" or "))
}

/// Gives columns of edges or nodes the roles that were named. Columns that were guessed to have one of these
/// become attributes.
fn give_roles(
    roles: &[&RoleOfColumn],
    (edge_columns, node_columns): (&Columns, &Columns),
    choices: &mut Choices,
) -> Result<(), Failure> {
    let mut of_edges = Vec::new();
    let mut of_nodes = Vec::new();
    for RoleOfColumn { role, column } in roles {
        let edge_role = EdgeRole::ALL.into_iter().find(|edge| is_word(edge.name(), role));
        let node_role = NodeRole::ALL.into_iter().find(|node| is_word(node.name(), role));
        let edge = edge_role.zip(place(edge_columns, column));
        let node = node_role.zip(place(node_columns, column));
        if edge.is_none() && node.is_none() {
            let columns = if edge_role.is_some() { edge_columns } else { node_columns };
            let names: Vec<&str> = columns.iter().map(|(_, name)| name).collect();
            return Err(no_column(role, column, &names));
        }
        of_edges.extend(edge);
        of_nodes.extend(node);
    }
    let many = [EdgeRole::OfThisKind, EdgeRole::Attribute, EdgeRole::Ignore];
    give(&of_edges, &mut choices.edge_roles, (&many, EdgeRole::Attribute));
    let many = [NodeRole::Tags, NodeRole::Attribute, NodeRole::Ignore];
    give(&of_nodes, &mut choices.node_roles, (&many, NodeRole::Attribute));
    Ok(())
}

/// Gives each place its role, which no other place keeps but for those that `many` may have.
fn give<R: Copy + PartialEq>(named: &[(R, usize)], roles: &mut [R], (many, none): (&[R], R)) {
    for role in roles.iter_mut() {
        if named.iter().any(|(new, _)| new == role) && !many.contains(role) {
            *role = none;
        }
    }
    for (new, place) in named {
        if let Some(role) = roles.get_mut(*place) {
            *role = *new;
        }
    }
}

/// The place of a column by its name: as written, or else in any case and without the spaces around it.
fn place(columns: &Columns, name: &str) -> Option<usize> {
    let exact = columns.find(name).map(|column| column.index());
    exact.or_else(|| {
        let wanted = caseless(name.trim());
        columns.iter().position(|(_, column)| caseless(column.trim()) == wanted)
    })
}
