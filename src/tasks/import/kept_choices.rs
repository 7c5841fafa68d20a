//! Choices that stay when tables are read in another way, by which the columns become others.

use super::ImportOutcome;
use crate::formats::{Choices, Columns, Network};

/// What a network suggests, but for what a person has chosen `before`: there, what differs from what was
/// suggested.
pub(super) fn kept_choices(
    before: &ImportOutcome,
    made: &Choices,
    network: &Network,
    guessed: Choices,
) -> Choices {
    let (was, mut now) = (&before.guessed, guessed);
    let node_roles = (&was.node_roles[..], &made.node_roles[..]);
    keep_roles(&before.node_columns, node_roles, &network.node_columns, &mut now.node_roles);
    let edge_roles = (&was.edge_roles[..], &made.edge_roles[..]);
    keep_roles(&before.edge_columns, edge_roles, &network.edge_columns, &mut now.edge_roles);
    keep(&was.recognise, &made.recognise, &mut now.recognise);
    keep(&was.year, &made.year, &mut now.year);
    keep(&was.duplicates, &made.duplicates, &mut now.duplicates);
    keep(&was.usual_kind, &made.usual_kind, &mut now.usual_kind);
    now.meant.extend(made.meant.clone());
    now.kinds.extend(made.kinds.clone());
    now
}

fn keep<T: PartialEq + Clone>(was: &T, made: &T, now: &mut T) {
    if was != made {
        now.clone_from(made);
    }
}

/// Keeps the role of each column that still has its name.
fn keep_roles<R: PartialEq + Copy>(
    names: &[String],
    (was, made): (&[R], &[R]),
    columns: &Columns,
    now: &mut [R],
) {
    for ((name, was), made) in names.iter().zip(was).zip(made) {
        let place = columns.find(name).and_then(|column| now.get_mut(column.index()));
        if let Some(role) = place
            && was != made
        {
            *role = *made;
        }
    }
}
