//! Ties and their evidence.

use std::collections::HashMap;
use std::sync::Arc;

use super::nations::read_attributes;
use super::records::{DIRECTION, free_id, has_room};
use super::rows::{Row, Rows};
use super::{Parts, values};
use crate::formats::limits::MAX_TIES;
use crate::formats::vocabulary::{confidence, direction, status};
use crate::model::by_hand::is_bend;
use crate::model::{
    Direction, End, Evidence, Extra, KindId, LabelPlace, NationId, Point, SourceId, Tie, TieId,
};

/// A row that may be a tie.
struct TieRow<'t> {
    row: Row<'t>,
    key: String,
    from: u32,
    kind: u32,
    /// The nation at which it ends; `None` where it ends at a tie.
    to: Option<u32>,
}

impl Parts {
    pub(super) fn read_ties(&mut self, rows: &Rows<'_>) {
        let all = self.tie_rows(rows);
        self.number_ties(&all);
        self.ties.reserve_exact(all.len());
        for (index, row) in all.into_iter().enumerate() {
            match self.tie_numbers.get(index) {
                Some(Some(_)) => {
                    let tie = self.read_tie(row, rows);
                    self.ties.push(Arc::new(tie));
                }
                _ => self.remarks.lose(
                    row.row.spot("target tie"),
                    row.row.text("target tie"),
                    "names a tie that isn't in the sheet, or that ends at this one",
                    "The row was left out.",
                    "Write the id of another tie.",
                ),
            }
        }
    }

    /// The rows that name a nation and a kind, and perhaps a second nation, with their ids.
    fn tie_rows<'t>(&mut self, rows: &'t Rows<'t>) -> Vec<TieRow<'t>> {
        let mut all = Vec::new();
        for row in rows.iter() {
            if !has_room(all.len(), MAX_TIES, row, "source", &mut self.remarks) {
                break;
            }
            let key = free_id(row, row.text("id"), "tie", &mut self.tie_ids, &mut self.remarks);
            let index = all.len() as u32;
            let Some(from) = self.nation(row, "source") else { continue };
            let Some(kind) = self.kind(row) else { continue };
            let to = match row.text("target tie") {
                "" => match self.nation(row, "target") {
                    None => continue,
                    to => to,
                },
                _ => None,
            };
            self.tie_ids.add(&key, &key, index);
            all.push(TieRow { row, key, from, kind, to });
        }
        all
    }

    /// Numbers the rows that are ties: those that end at a nation, or at another of them.
    fn number_ties(&mut self, all: &[TieRow<'_>]) {
        let mut is_kept: Vec<bool> = all.iter().map(|row| row.to.is_some()).collect();
        let mut onto: HashMap<u32, Vec<usize>> = HashMap::new();
        let mut found = Vec::new();
        for (index, row) in all.iter().enumerate().filter(|(_, row)| row.to.is_none()) {
            match self.tie_ids.find(row.row.text("target tie")) {
                Some(at) if is_kept.get(at as usize) == Some(&true) => found.push(index),
                Some(at) => onto.entry(at).or_default().push(index),
                None => {}
            }
        }
        while let Some(index) = found.pop() {
            is_kept[index] = true;
            found.extend(onto.remove(&(index as u32)).unwrap_or_default());
        }
        let mut last = 0;
        let number = |is_kept: bool| {
            last += u32::from(is_kept);
            is_kept.then_some(last)
        };
        self.tie_numbers = is_kept.into_iter().map(number).collect();
    }

    /// The number of the tie of an id.
    fn tie(&self, id: &str) -> Option<u32> {
        let row = self.tie_ids.find(id)?;
        self.tie_numbers.get(row as usize).copied().flatten()
    }

    fn read_tie(&mut self, read: TieRow<'_>, rows: &Rows<'_>) -> Tie {
        let TieRow { row, key, from, kind, to } = read;
        let to = to.map(|to| End::Nation(NationId(to)));
        let to_tie = || self.tie(row.text("target tie")).map(|tie| End::Tie(TieId(tie)));
        let to = to.or_else(to_tie).unwrap_or(End::Nation(NationId(from)));
        let remarks = &mut self.remarks;
        let kind_is_directed = self.kinds.get(kind as usize - 1).is_some_and(|kind| kind.directed);
        let usual = match to {
            End::Nation(_) if !kind_is_directed => Direction::Mutual,
            _ => Direction::Directed,
        };
        let said = values::word(row, "direction", remarks, DIRECTION, direction);
        let direction = said.unwrap_or(usual);
        let mut tie = Tie::new(key, NationId(from), to, KindId(kind), direction);
        let topic = "isn't a status such as proposed, signed, in force or ended";
        tie.status = values::word(row, "status", remarks, topic, status);
        tie.since = values::date(row, "since", remarks);
        tie.until = values::date(row, "until", remarks);
        row.text("label").clone_into(&mut tie.label);
        row.text("notes").clone_into(&mut tie.notes);
        let topic = "isn't a weight above 0 and up to 100";
        let is_weight = |weight| weight > 0.0 && weight <= Tie::MAX_WEIGHT;
        tie.weight = values::number(row, "weight", remarks, topic, is_weight).unwrap_or(1.0);
        tie.bend = values::number(row, "bend", remarks, "isn't a bend of -4 to 4", is_bend);
        let topic = "isn't a place such as “0.5 0 -12”";
        tie.label_place = values::word(row, "label place", remarks, topic, label_place);
        tie.attributes = read_attributes(row, rows, remarks);
        tie
    }

    pub(super) fn read_evidence(&mut self, rows: &Rows<'_>) {
        for row in rows.iter() {
            let Some(tie) = self.tie(row.text("tie")) else {
                self.remarks.lose(
                    row.spot("tie"),
                    row.text("tie"),
                    "names a tie that isn't in the sheet of ties",
                    "The row was left out.",
                    "Write the id of a tie.",
                );
                continue;
            };
            let source = row.text("source");
            let found = self.source_names.find(source).map(SourceId);
            if found.is_none() && !source.is_empty() {
                self.remarks.lose(
                    row.spot("source"),
                    source,
                    "names a source that isn't in the sheet of sources",
                    "The evidence was kept without it.",
                    "Add the source to its sheet.",
                );
            }
            let date = values::date(row, "date", &mut self.remarks);
            let topic = "isn't low, medium or high";
            let confidence = values::word(row, "confidence", &mut self.remarks, topic, |text| {
                crate::model::Confidence::ALL
                    .into_iter()
                    .find(|own| own.name() == text)
                    .or_else(|| confidence(text))
            });
            let note = row.text("note").to_owned();
            let evidence = Evidence { source: found, date, note, confidence, extra: Extra::new() };
            if let Some(tie) = self.ties.get_mut(tie as usize - 1) {
                Arc::make_mut(tie).evidence.push(evidence);
            }
        }
    }
}

fn label_place(text: &str) -> Option<LabelPlace> {
    let (text, upright) = match text.strip_suffix(" upright") {
        Some(text) => (text, true),
        None => (text, false),
    };
    let (along, offset) = text.split_once(' ')?;
    let offset: Point = values::pair(offset)?;
    let place = LabelPlace { along: along.parse().ok()?, offset, upright };
    Some(place).filter(LabelPlace::is_usable)
}
