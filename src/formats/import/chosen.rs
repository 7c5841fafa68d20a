//! Choices, and which of them a person made.

use std::collections::BTreeMap;

use crate::formats::mapping::{self, Choices, EdgeRole, NodeRole};
use crate::formats::network::{Columns, Network};

/// The choices for a network beside those that it suggested itself: where the two differ, somebody chose.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// The choices that hold.
    pub choices: Choices,
    guessed: Choices,
    node_columns: Columns,
    edge_columns: Columns,
}

impl Chosen {
    /// The choices that a network suggests itself.
    pub fn guess(network: &Network) -> Self {
        let guessed = mapping::guess(network);
        Self {
            choices: guessed.clone(),
            guessed,
            node_columns: network.node_columns.clone(),
            edge_columns: network.edge_columns.clone(),
        }
    }

    /// Other choices for the same network.
    pub fn with(&self, choices: Choices) -> Self {
        Self { choices, ..self.clone() }
    }

    /// The roles of columns of edges that somebody chose, by their names.
    pub fn edge_roles(&self) -> Vec<(&str, EdgeRole)> {
        by_hand(&self.edge_columns, &self.guessed.edge_roles, &self.choices.edge_roles)
    }

    /// The roles of columns of nodes that somebody chose, by their names.
    pub fn node_roles(&self) -> Vec<(&str, NodeRole)> {
        by_hand(&self.node_columns, &self.guessed.node_roles, &self.choices.node_roles)
    }

    /// The choices for another network made of the same tables: what was chosen here goes on to hold, for
    /// columns by their names, and all else is guessed.
    pub fn carry_to(&self, network: &Network) -> Self {
        let next = Self::guess(network);
        let (mine, guessed, theirs) = (&self.choices, &self.guessed, next.choices.clone());
        let choices = Choices {
            node_roles: carry_roles(
                (&self.node_columns, &guessed.node_roles, &mine.node_roles),
                (&next.node_columns, theirs.node_roles),
            ),
            edge_roles: carry_roles(
                (&self.edge_columns, &guessed.edge_roles, &mine.edge_roles),
                (&next.edge_columns, theirs.edge_roles),
            ),
            edge_label: carry(&guessed.edge_label, &mine.edge_label, theirs.edge_label),
            recognise: carry(&guessed.recognise, &mine.recognise, theirs.recognise),
            meant: carry_entries(&guessed.meant, &mine.meant, theirs.meant),
            year: carry(&guessed.year, &mine.year, theirs.year),
            has_short_spans: guessed.has_short_spans,
            date_order: carry(&guessed.date_order, &mine.date_order, theirs.date_order),
            duplicates: carry(&guessed.duplicates, &mine.duplicates, theirs.duplicates),
            usual_kind: carry(&guessed.usual_kind, &mine.usual_kind, theirs.usual_kind),
            kinds: carry_entries(&guessed.kinds, &mine.kinds, theirs.kinds),
            is_own: theirs.is_own,
        };
        Self { choices, ..next }
    }
}

fn by_hand<'c, T: Copy + PartialEq>(
    columns: &'c Columns,
    guessed: &[T],
    chosen: &[T],
) -> Vec<(&'c str, T)> {
    let roles = columns.iter().zip(guessed.iter().zip(chosen));
    roles
        .filter(|(_, (guessed, chosen))| guessed != chosen)
        .map(|((_, name), (_, chosen))| (name, *chosen))
        .collect()
}

/// What was chosen, where it isn't what was guessed; otherwise what is guessed now.
fn carry<T: Clone + PartialEq>(guessed: &T, chosen: &T, guessed_now: T) -> T {
    if chosen == guessed { guessed_now } else { chosen.clone() }
}

fn carry_roles<T: Copy + PartialEq>(
    (columns, guessed, chosen): (&Columns, &[T], &[T]),
    (columns_now, mut roles): (&Columns, Vec<T>),
) -> Vec<T> {
    for ((_, name), role) in columns_now.iter().zip(&mut roles) {
        let Some(before) = columns.find(name).map(|column| column.index()) else { continue };
        if let (Some(guessed), Some(chosen)) = (guessed.get(before), chosen.get(before)) {
            *role = carry(guessed, chosen, *role);
        }
    }
    roles
}

fn carry_entries<T: Clone + PartialEq>(
    guessed: &BTreeMap<String, T>,
    chosen: &BTreeMap<String, T>,
    mut now: BTreeMap<String, T>,
) -> BTreeMap<String, T> {
    let by_hand = chosen.iter().filter(|(key, value)| guessed.get(*key) != Some(value));
    now.extend(by_hand.map(|(key, value)| (key.clone(), value.clone())));
    now
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::mapping::KindChoice;

    fn network(columns: &[&str]) -> Network {
        let mut network = Network::default();
        for column in columns {
            network.edge_columns.add(column);
        }
        network
    }

    #[test]
    fn what_was_chosen_goes_on_to_hold_and_the_rest_is_guessed() {
        let mut before = Chosen::guess(&network(&["colour of ink", "page", "gone"]));
        let was_guessed = before.choices.edge_roles[1];
        let other = EdgeRole::ALL.into_iter().find(|role| *role != was_guessed).expect("another");
        before.choices.edge_roles[1] = other;
        before.choices.year = Some(1914);
        before.choices.kinds.insert("x".to_owned(), KindChoice::default());
        let after = before.carry_to(&network(&["new", "page", "colour of ink"]));
        assert_eq!(after.choices.edge_roles[1], other);
        assert_eq!(after.choices.edge_roles[2], before.choices.edge_roles[0]);
        assert_eq!(after.choices.edge_roles.len(), 3);
        assert_eq!(after.choices.year, Some(1914));
        assert!(after.choices.kinds.contains_key("x"));
        let again = after.carry_to(&network(&["page"]));
        assert_eq!(again.choices.edge_roles, [other], "it holds for good");
    }
}
