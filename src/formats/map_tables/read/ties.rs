//! Ties and their evidence.

use super::nations::read_attributes;
use super::records::{DIRECTION, free_id, has_room};
use super::rows::{Row, Rows};
use super::{Parts, values};
use crate::formats::limits::MAX_TIES;
use crate::formats::map_tables::references::Finder;
use crate::formats::vocabulary::{confidence, direction, status};
use crate::model::by_hand::is_bend;
use crate::model::{
    Direction, End, Evidence, Extra, KindId, LabelPlace, NationId, Point, SourceId, Tie, TieId,
};

impl Parts {
    pub(super) fn read_ties(&mut self, rows: &Rows<'_>) {
        let kept = self.kept_ties(rows);
        for (key, row) in kept {
            if let Some(tie) = self.read_tie(key, row, rows) {
                self.ties.push(tie);
            }
        }
        // Numbers were given before it was known which ties are kept.
        debug_assert!(
            self.ties.iter().zip(1..).all(|(tie, n)| self.tie_ids.find(&tie.key) == Some(n))
        );
    }

    /// The rows of ties that are kept, with their ids: those whose ends are there, where a tie onto a tie needs
    /// the other one.
    fn kept_ties<'r>(&mut self, rows: &'r Rows<'_>) -> Vec<(String, Row<'r>)> {
        let mut ids = Finder::default();
        let mut all: Vec<(String, Row<'r>)> = Vec::new();
        for row in rows.iter() {
            if !has_room(all.len(), MAX_TIES, row, "source", &mut self.remarks) {
                break;
            }
            let key = free_id(row, row.text("id"), "tie", &mut ids, &mut self.remarks);
            ids.add(&key, "", all.len() as u32);
            all.push((key, row));
        }
        let mut is_kept = vec![false; all.len()];
        let mut onto: Vec<Vec<usize>> = vec![Vec::new(); all.len()];
        let mut found = Vec::new();
        for (index, (_, row)) in all.iter().enumerate() {
            let has_source = self.nation(*row, "source").is_some() && self.kind(*row).is_some();
            match row.text("target tie") {
                _ if !has_source => {}
                "" if self.nation(*row, "target").is_some() => found.push(index),
                "" => {}
                id => {
                    if let Some(list) = ids.find(id).and_then(|at| onto.get_mut(at as usize)) {
                        list.push(index);
                    }
                }
            }
        }
        while let Some(index) = found.pop() {
            is_kept[index] = true;
            found.append(&mut onto[index]);
        }
        let mut kept = Vec::new();
        for ((key, row), is_kept) in all.into_iter().zip(is_kept) {
            if is_kept {
                self.tie_ids.add(&key, &key, kept.len() as u32 + 1);
                kept.push((key, row));
            } else if !row.text("target tie").is_empty() {
                self.remarks.lose(
                    row.spot("target tie"),
                    row.text("target tie"),
                    "names a tie that isn't in the sheet, or that ends at this one",
                    "The row was left out.",
                    "Write the id of another tie.",
                );
            }
        }
        kept
    }

    fn read_tie(&mut self, key: String, row: Row<'_>, rows: &Rows<'_>) -> Option<Tie> {
        let from = NationId(self.nation_names.find(row.text("source"))?);
        let kind = self.kind(row)?;
        let to = match row.text("target tie") {
            "" => End::Nation(NationId(self.nation_names.find(row.text("target"))?)),
            id => End::Tie(TieId(self.tie_ids.find(id)?)),
        };
        let remarks = &mut self.remarks;
        let kind_is_directed = self.kinds.get(kind as usize - 1).is_some_and(|kind| kind.directed);
        let usual = match to {
            End::Nation(_) if !kind_is_directed => Direction::Mutual,
            _ => Direction::Directed,
        };
        let said = values::word(row, "direction", remarks, DIRECTION, direction);
        let mut tie = Tie::new(key, from, to, KindId(kind), said.unwrap_or(usual));
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
        Some(tie)
    }

    pub(super) fn read_evidence(&mut self, rows: &Rows<'_>) {
        for row in rows.iter() {
            let Some(tie) = self.tie_ids.find(row.text("tie")) else {
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
                tie.evidence.push(evidence);
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
