//! Ties and memberships as edges.

use std::collections::{HashMap, HashSet};

use super::super::own_columns::{MEMBER, TIE_ID, column_of_attribute};
use super::super::roles::EdgeRole;
use super::Holds;
use super::records::{kind_names, source_names};
use crate::formats::network::{ColumnId, Edge, Network};
use crate::formats::problems::Spot;
use crate::model::{
    Attribute, Direction, End, Evidence, KindId, Map, NationId, PartialDate, SourceId, Tie, TieId,
};

/// What edges leave out of a map.
#[derive(Clone, Copy, Default)]
pub struct LeftOut {
    /// How many ties are between two nations that have an edge already.
    pub parallel: usize,
    /// How many mutual ties are written as directed edges.
    pub mutual: usize,
}

/// Writes ties and memberships as edges.
pub fn write(
    map: &Map,
    holds: Holds,
    stand_ins: &HashMap<TieId, u32>,
    network: &mut Network,
) -> LeftOut {
    let is_directed = |tie: &Tie| tie.direction == Direction::Directed;
    let has_directed = map.ties().iter().any(|(_, tie)| is_directed(tie));
    let mut writer = EdgeWriter {
        kinds: kind_names(map),
        sources: source_names(map),
        signs: map.kinds().iter().map(|(id, kind)| (id, kind.sign.name())).collect(),
        numbers: map.nations().ids().zip(0u32..).collect(),
        network,
        // One direction for all where a format has but one.
        only_direction: (!holds.mixed_direction).then_some(has_directed),
        pairs: HashSet::new(),
        holds,
        left_out: LeftOut::default(),
    };
    for (id, tie) in map.ties().iter() {
        let to = match tie.to {
            End::Nation(nation) => writer.numbers.get(&nation).copied(),
            End::Tie(tie) => stand_ins.get(&tie).copied(),
        };
        writer.tie(tie, to, stand_ins.contains_key(&id));
    }
    for (id, nation) in map.nations().iter() {
        for membership in &nation.memberships {
            writer.membership(id, membership.organisation, [membership.since, membership.until]);
        }
    }
    writer.left_out
}

struct EdgeWriter<'n> {
    kinds: HashMap<KindId, String>,
    sources: HashMap<SourceId, String>,
    signs: HashMap<KindId, &'static str>,
    numbers: HashMap<NationId, u32>,
    network: &'n mut Network,
    /// Whether all edges are directed or none is.
    only_direction: Option<bool>,
    pairs: HashSet<[u32; 2]>,
    holds: Holds,
    left_out: LeftOut,
}

impl EdgeWriter<'_> {
    fn column(&mut self, name: &str) -> ColumnId {
        self.network.edge_columns.add(name)
    }

    fn text(&mut self, edge: &mut Edge, name: &str, text: &str) {
        let column = self.column(name);
        edge.attributes.push((column, Attribute::Text(text.into())));
    }

    fn dates(&mut self, edge: &mut Edge, dates: [Option<PartialDate>; 2]) {
        for (role, date) in [EdgeRole::Since, EdgeRole::Until].into_iter().zip(dates) {
            if let Some(date) = date {
                self.text(edge, role.name(), &date.to_string());
            }
        }
    }

    fn tie(&mut self, tie: &Tie, to: Option<u32>, is_target: bool) {
        let (Some(from), Some(to)) = (self.numbers.get(&tie.from).copied(), to) else { return };
        let mut edge = Edge::new(from, to, Spot::default());
        let is_directed = tie.direction == Direction::Directed;
        edge.id = tie.key.as_str().into();
        edge.directed = Some(self.only_direction.unwrap_or(is_directed));
        edge.label = Some(tie.label.clone()).filter(|label| !label.is_empty());
        edge.weight = (tie.weight != 1.0).then(|| shortest(tie.weight));
        let kind = self.kinds.get(&tie.kind).cloned().unwrap_or_default();
        self.text(&mut edge, EdgeRole::Kind.name(), &kind);
        let sign = self.signs.get(&tie.kind).copied().unwrap_or_default();
        self.text(&mut edge, EdgeRole::Sign.name(), sign);
        if edge.directed == Some(true) && !is_directed {
            self.text(&mut edge, EdgeRole::Direction.name(), tie.direction.name());
            self.left_out.mutual += 1;
        }
        if let Some(status) = tie.status {
            self.text(&mut edge, EdgeRole::Status.name(), status.name());
        }
        self.dates(&mut edge, [tie.since, tie.until]);
        if !tie.notes.is_empty() {
            self.text(&mut edge, EdgeRole::Notes.name(), &tie.notes);
        }
        for (index, evidence) in tie.evidence.iter().enumerate() {
            self.evidence(&mut edge, index, evidence);
        }
        if is_target {
            self.text(&mut edge, TIE_ID, &tie.key);
        }
        for (name, value) in tie.attributes.iter() {
            let column = self.column(&column_of_attribute(name));
            edge.attributes.push((column, value.clone()));
        }
        if self.push(edge).is_none() {
            self.left_out.parallel += 1;
        }
    }

    /// The pieces of evidence have columns of their own, from the second on with its number.
    fn evidence(&mut self, edge: &mut Edge, index: usize, evidence: &Evidence) {
        let name = |role: EdgeRole| match index {
            0 => role.name().to_owned(),
            _ => format!("{} {}", role.name(), index + 1),
        };
        let source = evidence.source.and_then(|id| self.sources.get(&id).cloned());
        let date = evidence.date.map(|date| date.to_string());
        let confidence = evidence.confidence.map(|confidence| confidence.name().to_owned());
        // A piece of evidence that says nothing is there all the same.
        let is_silent = source.is_none() && date.is_none() && confidence.is_none();
        let note = (is_silent || !evidence.note.is_empty()).then(|| evidence.note.clone());
        for (role, text) in [
            (EdgeRole::Evidence, note),
            (EdgeRole::EvidenceDate, date),
            (EdgeRole::Confidence, confidence),
            (EdgeRole::Source, source),
        ] {
            if let Some(text) = text {
                self.text(edge, &name(role), &text);
            }
        }
    }

    fn membership(
        &mut self,
        member: NationId,
        organisation: NationId,
        dates: [Option<PartialDate>; 2],
    ) {
        let ends = [member, organisation].map(|id| self.numbers.get(&id).copied());
        let [Some(from), Some(to)] = ends else { return };
        let mut edge = Edge::new(from, to, Spot::default());
        edge.directed = Some(self.only_direction.unwrap_or(true));
        self.text(&mut edge, EdgeRole::Kind.name(), MEMBER);
        self.dates(&mut edge, dates);
        if self.push(edge).is_none() {
            self.left_out.parallel += 1;
        }
    }

    /// Adds an edge, unless there is one between its ends and the format has a place for one alone.
    fn push(&mut self, edge: Edge) -> Option<()> {
        let mut ends = [edge.from, edge.to];
        if edge.directed != Some(true) {
            ends.sort_unstable();
        }
        if !self.holds.parallel_edges && !self.pairs.insert(ends) {
            return None;
        }
        self.network.edges.push(edge);
        Some(())
    }
}

/// The number as a person wrote it, which single precision only approximates: 0.1, not 0.10000000149.
fn shortest(number: f32) -> f64 {
    number.to_string().parse().unwrap_or_else(|_| number.into())
}
