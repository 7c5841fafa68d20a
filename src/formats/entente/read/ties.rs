//! Reads ties and their evidence.

use std::sync::Arc;

use super::attributes::read_attributes;
use super::by_hand::{read_bend, read_label_place};
use super::id_index::IdIndex;
use super::record::{RecordPath, RecordReader};
use super::references::References;
use super::tie_ends::{EndReader, LEFT_OUT, Target, TargetTie};
use super::tie_targets::{Destination, Step, destinations};
use crate::formats::problems::{Problems, shorten};
use crate::model::{Direction, End, Evidence, Tie, TieId};

/// A tie that is read, whose target is still known by its index in the list if it is a tie.
struct Draft {
    tie: Tie,
    target: Option<TargetTie>,
    path: RecordPath,
}

/// Reads the ties, in the order of the file. Those are kept that lead to a nation in the end.
pub fn read_ties(
    records: Vec<(String, RecordReader<'_>)>,
    ends: EndReader<'_>,
    references: &mut References,
    problems: &mut Problems,
) -> Vec<Arc<Tie>> {
    let drafts: Vec<Option<Draft>> = records
        .into_iter()
        .map(|(key, record)| read_draft(key, record, ends, references, problems))
        .collect();
    let steps: Vec<Step> = drafts.iter().map(step).collect();
    let mut new_ids: Vec<Option<TieId>> = Vec::with_capacity(drafts.len());
    let mut count = 0;
    for (draft, destination) in drafts.iter().zip(destinations(&steps)) {
        let kept = destination == Destination::Nation;
        count += u32::from(kept);
        new_ids.push(kept.then_some(TieId(count)));
        if let (Some(Draft { target: Some(target), path, .. }), false) = (draft, kept) {
            report_left_out(target, *path, destination, ends.ties, problems);
        }
    }
    let kept =
        drafts.into_iter().zip(&new_ids).filter_map(|(draft, id)| draft.filter(|_| id.is_some()));
    kept.map(|Draft { mut tie, target, .. }| {
        let target = target.and_then(|target| new_ids.get(target.index?).copied().flatten());
        if let Some(target) = target {
            tie.to = End::Tie(target);
        }
        Arc::new(tie)
    })
    .collect()
}

fn read_draft(
    key: String,
    mut record: RecordReader<'_>,
    ends: EndReader<'_>,
    references: &mut References,
    problems: &mut Problems,
) -> Option<Draft> {
    let path = record.path;
    let (from, target) = ends.take_ends(&mut record, problems)?;
    let (to, target) = match target {
        Target::Nation(nation) => (End::Nation(nation), None),
        // The id is set once it is known which ties are kept.
        Target::Tie(target) => (End::Tie(TieId(0)), Some(target)),
    };
    let kind = references.take_kind(&mut record, problems);
    let directed = references.kinds.get(kind.0 as usize - 1).is_some_and(|kind| kind.directed);
    let usual = if directed || target.is_some() { Direction::Directed } else { Direction::Mutual };
    let fits = |weight: f32| weight > 0.0 && weight <= Tie::MAX_WEIGHT;
    let range = "a number above 0 and up to 100";
    let tie = Tie {
        direction: record.word("direction", problems).unwrap_or(usual),
        status: record.word("status", problems),
        since: record.date("since", problems),
        until: record.date("until", problems),
        label: record.text("label", problems),
        label_place: read_label_place(&mut record, problems),
        bend: read_bend(&mut record, problems),
        weight: record.number("weight", range, fits, problems).unwrap_or(1.0),
        attributes: read_attributes(&mut record, problems),
        notes: record.text("notes", problems),
        evidence: read_evidence(&mut record, references, problems),
        extra: record.unknown_fields(problems),
        ..Tie::new(key, from, to, kind, usual)
    };
    Some(Draft { tie, target, path })
}

fn read_evidence(
    record: &mut RecordReader<'_>,
    references: &mut References,
    problems: &mut Problems,
) -> Vec<Evidence> {
    let path = record.path;
    let nodes = record.list("evidence", problems);
    let mut evidence = Vec::with_capacity(nodes.len());
    for (index, node) in nodes.into_iter().enumerate() {
        let path = path.item("evidence", index);
        let Some(mut record) = RecordReader::open(node, path, problems) else { continue };
        evidence.push(Evidence {
            source: references.take_source(&mut record, problems),
            date: record.date("date", problems),
            note: record.text("note", problems),
            confidence: record.word("confidence", problems),
            extra: record.unknown_fields(problems),
        });
    }
    evidence
}

fn step(draft: &Option<Draft>) -> Step {
    match draft {
        None => Step::Nowhere,
        Some(Draft { target: None, .. }) => Step::Nation,
        Some(Draft { target: Some(target), .. }) => target.index.map_or(Step::Nowhere, Step::Tie),
    }
}

fn report_left_out(
    target: &TargetTie,
    path: RecordPath,
    destination: Destination,
    ties: &IdIndex,
    problems: &mut Problems,
) {
    let key = shorten(&target.key);
    let (message, outcome, remedy) = match (target.index, destination) {
        (None, _) => {
            let otherwise = "Add it to the ties of the file.";
            let remedy = problems.suggestion(&target.key, ties.ids(), otherwise);
            (format!("names a tie that isn't in the file, “{key}”"), LEFT_OUT, remedy)
        }
        (_, Destination::Circle) => {
            let message =
                format!("names the tie “{key}”, whose own targets lead round in a circle");
            (message, LEFT_OUT, "Let one of them end at a nation.".to_owned())
        }
        _ => {
            let message = format!("names the tie “{key}”, which was left out");
            (message, "This tie was left out too.", "Mend that one first.".to_owned())
        }
    };
    problems.lose(target.at, path.field("to"), message, outcome, remedy);
}
