//! A node or an edge while it is read.

use super::times::{self, Spell};
use crate::formats::network::{ColumnId, Edge};
use crate::formats::xml::set_once;
use crate::model::Attribute;

/// What an owner is.
#[derive(Debug)]
pub enum Part {
    /// A node, by its index.
    Node(u32),
    /// An edge; it is added at its end.
    Edge(Box<Edge>),
    /// An edge that lacks an end.
    NoEdge,
}

/// An open node or edge, which owns what stands inside it.
#[derive(Debug)]
pub struct Owner {
    /// What it is.
    pub part: Part,
    /// Its attributes so far, each column once.
    pub attributes: Vec<(ColumnId, Attribute)>,
    /// When it is there.
    pub spells: Vec<Spell>,
    /// The ids of what it descends from.
    pub parents: Vec<String>,
}

impl Owner {
    /// One of which nothing but its own tag is read.
    pub fn new(part: Part, spells: Vec<Spell>) -> Self {
        Self { part, attributes: Vec::new(), spells, parents: Vec::new() }
    }

    /// Whether it is an edge.
    pub const fn is_edge(&self) -> bool {
        !matches!(self.part, Part::Node(_))
    }

    /// The edge that it is.
    pub fn edge(&mut self) -> Option<&mut Edge> {
        match &mut self.part {
            Part::Edge(edge) => Some(edge),
            _ => None,
        }
    }

    /// Adds a value that holds at a time: all of them stand in one text.
    pub fn add_timed(&mut self, column: ColumnId, value: &str, spells: &[Spell]) {
        let times: Vec<String> = spells.iter().map(times::in_words).collect();
        let text = format!("{value} {}", times.join(" "));
        match self.attributes.iter_mut().find(|(own, _)| *own == column) {
            Some((_, Attribute::Text(old))) => {
                old.push_str("; ");
                old.push_str(&text);
            }
            Some(_) => (),
            None => self.attributes.push((column, Attribute::Text(text.into()))),
        }
    }

    /// Sets its times as attributes, in the columns of the start, of the end, and of all spells where there
    /// are several.
    pub fn set_times(&mut self, mut column: impl FnMut(&str) -> ColumnId) {
        if self.spells.is_empty() {
            return;
        }
        let (start, end) = times::whole(&self.spells);
        for (name, time) in [("start", start), ("end", end)] {
            if let Some(time) = time {
                set_once(&mut self.attributes, column(name), || time);
            }
        }
        if self.spells.len() > 1 {
            let all: Vec<String> = self.spells.iter().map(times::in_words).collect();
            let column = column("spells");
            set_once(&mut self.attributes, column, || Attribute::Text(all.join(" ").into()));
        }
    }
}
