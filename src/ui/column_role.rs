//! What a column can be, in one list: an end of ties, or something that is said of them.

use crate::formats::{ColumnUse, EdgeRole, NodeRole, TableContent};

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnRole {
    /// A part of the network itself: an end, an id, or nothing.
    Use(ColumnUse),
    /// Something that is said of ties.
    Edge(EdgeRole),
    /// Something that is said of nations.
    Node(NodeRole),
}

impl ColumnRole {
    /// The roles of a column in a table of such content, in the order in which they are offered.
    pub fn offered(content: TableContent) -> Vec<Self> {
        use ColumnUse::{BothEnds, Id, Ignored, Label, Source, Target};
        let (first, more): (&[ColumnUse], Vec<Self>) = match content {
            TableContent::Ignored => (&[Ignored], Vec::new()),
            TableContent::Nodes => (&[Id, Label], Self::of_nodes()),
            TableContent::Edges => (&[Source, Target, BothEnds, Id], Self::of_edges()),
            TableContent::Affiliation { .. } => (&[Source, Target], Self::of_edges()),
            TableContent::Matrix { .. } | TableContent::Adjacency => {
                (&[Id, ColumnUse::Attribute, Ignored], Vec::new())
            }
        };
        let parts = first.iter().map(|part| Self::Use(*part));
        let mut all: Vec<Self> = parts.chain(more).collect();
        if !all.contains(&Self::Use(Ignored)) {
            all.push(Self::Use(Ignored));
        }
        all
    }

    /// The roles of an attribute of ties.
    pub fn of_edges() -> Vec<Self> {
        let all = EdgeRole::ALL.into_iter().filter(|role| *role != EdgeRole::Ignore);
        all.map(Self::Edge).collect()
    }

    /// The roles of an attribute of nations.
    pub fn of_nodes() -> Vec<Self> {
        let all = NodeRole::ALL.into_iter().filter(|role| *role != NodeRole::Ignore);
        all.map(Self::Node).collect()
    }

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Use(ColumnUse::Attribute) => "cells",
            Self::Use(part) => part.name(),
            Self::Edge(role) => role.name(),
            Self::Node(role) => role.name(),
        }
    }

    /// The role of this word.
    pub fn by_name(name: &str, content: TableContent) -> Option<Self> {
        Self::offered(content).into_iter().find(|role| role.name() == name)
    }
}
