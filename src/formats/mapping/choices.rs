//! All that decides how a network becomes a map. What isn't chosen by a person is guessed once, and then
//! stands here, where it can be seen and changed.

use std::collections::BTreeMap;

use super::date_read::{DateOrder, DateStyle};
use super::roles::{EdgeRole, NodeRole};
use crate::model::Sign;

/// The choices by which a network becomes a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    /// The role of each column of the nodes, in their order.
    pub node_roles: Vec<NodeRole>,
    /// The role of each column of the edges, in their order.
    pub edge_roles: Vec<EdgeRole>,
    /// The role of the text along edges where the format has a place for it: its label, its kind, notes, an
    /// attribute, or none.
    pub edge_label: EdgeRole,
    /// Whether nodes are recognised as nations, which gives them codes and flags.
    pub recognise: bool,
    /// What texts that may mean several nations do mean: a text as written to a code of
    /// [`names::by_code`](crate::names::by_code), or to nothing where it is none of them.
    pub meant: BTreeMap<String, Option<String>>,
    /// The year of which the network speaks, where no edge says one.
    pub year: Option<i32>,
    /// Which number of `3/4/1950` is the day; where nothing says so, only the year is kept.
    pub date_order: Option<DateOrder>,
    /// Whether `2003-05` is from 2003 to 2005 rather than May 2003, as the other dates decide.
    pub has_short_spans: bool,
    /// What becomes of edges that say the same: the same ends, kind, direction, status and dates.
    pub duplicates: Duplicates,
    /// The kind of edges that say none, by its name.
    pub usual_kind: String,
    /// What is changed of kinds, by their name as written.
    pub kinds: BTreeMap<String, KindChoice>,
    /// Whether Entente wrote the network: names, codes, positions and weights are those of a map already.
    pub is_own: bool,
}

impl Choices {
    /// How dates are written.
    pub fn date_style(&self) -> DateStyle {
        DateStyle { order: self.date_order, has_short_spans: self.has_short_spans }
    }
}

/// What becomes of ties that say the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Duplicates {
    /// Each stays a tie of its own.
    #[default]
    Keep,
    /// One stays, and its weight is their number.
    Count,
    /// One stays, and its weight is the sum of theirs.
    Sum,
    /// One stays, as the first of them.
    First,
}

/// What a value that names a kind becomes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KindChoice {
    /// The name of the kind, where another one than the value is wanted.
    pub name: Option<String>,
    /// The sign of the kind, where the value's own isn't wanted.
    pub sign: Option<Sign>,
    /// Whether ties of this kind are left out.
    pub is_left_out: bool,
}

impl Duplicates {
    /// Every way, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Keep, Self::Count, Self::Sum, Self::First];

    /// The words for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Keep => "each is a tie of its own",
            Self::Count => "one tie, their number as its weight",
            Self::Sum => "one tie, the sum of their weights as its own",
            Self::First => "the first of them alone",
        }
    }
}
