//! Ties of the file as ties of the model: their ends found, chains and circles of ties followed.

use super::attributes::attributes;
use super::decode::plain_kind;
use super::keys::Keys;
use super::limits::{MAX_KINDS, MAX_SOURCES};
use super::record::{Path, Record, describe};
use super::report::Report;
use super::tree::{Node, Value, shorten};
use crate::model::{
    Direction, End, Evidence, Kind, KindId, NationId, Source, SourceId, Tie, TieId,
};

const LEFT_OUT: &str = "The tie was left out.";

/// What ties refer to. A kind or source that only ties name is added to it.
pub(super) struct Linker<'k> {
    pub(super) nations: &'k Keys,
    pub(super) kind_keys: Keys,
    pub(super) kinds: Vec<Kind>,
    pub(super) source_keys: Keys,
    pub(super) sources: Vec<Source>,
}

/// A tie whose target, if it is a tie, is still known by its place in the list alone.
struct Draft {
    tie: Tie,
    onto: Option<Onto>,
    path: Path,
}

/// The tie that a tie ends at.
struct Onto {
    key: String,
    at: u32,
    /// Its place in the list, if it is there.
    index: Option<usize>,
}

/// The ties that hold together, in the order of the file.
pub(super) fn ties(
    records: Vec<(String, Record<'_>)>,
    keys: &Keys,
    linker: &mut Linker<'_>,
    report: &mut Report,
) -> Vec<Tie> {
    let drafts: Vec<Option<Draft>> =
        records.into_iter().map(|(key, record)| linker.draft(key, record, keys, report)).collect();
    let standing = standing(&drafts);
    let mut new_ids: Vec<Option<TieId>> = Vec::with_capacity(drafts.len());
    let mut count = 0;
    for (draft, standing) in drafts.iter().zip(&standing) {
        let kept = draft.is_some() && *standing == Standing::Firm;
        count += u32::from(kept);
        new_ids.push(kept.then_some(TieId(count)));
        if let (Some(Draft { onto: Some(onto), path, .. }), false) = (draft, kept) {
            report_fallen(onto, *path, *standing, keys, report);
        }
    }
    let firm =
        drafts.into_iter().zip(&new_ids).filter_map(|(draft, id)| draft.filter(|_| id.is_some()));
    firm.map(|Draft { mut tie, onto, .. }| {
        let target = onto.and_then(|onto| new_ids.get(onto.index?).copied().flatten());
        if let Some(target) = target {
            tie.to = End::Tie(target);
        }
        tie
    })
    .collect()
}

/// Whether a tie's chain of targets leads to a nation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Unknown,
    /// On the chain that is being followed.
    Followed,
    Firm,
    /// It leads to a tie that isn't in the file or was left out.
    Astray,
    /// It leads into a circle.
    Circle,
}

/// Follows each tie's targets once, without recursion.
fn standing(drafts: &[Option<Draft>]) -> Vec<Standing> {
    let mut standing = vec![Standing::Unknown; drafts.len()];
    let mut chain = Vec::new();
    for start in 0..drafts.len() {
        let mut index = start;
        let outcome = loop {
            match standing.get(index).copied().unwrap_or(Standing::Astray) {
                Standing::Unknown => {}
                Standing::Followed => break Standing::Circle,
                known => break known,
            }
            standing[index] = Standing::Followed;
            chain.push(index);
            match &drafts[index] {
                None => break Standing::Astray,
                Some(Draft { onto: None, .. }) => break Standing::Firm,
                Some(Draft { onto: Some(onto), .. }) => match onto.index {
                    Some(next) => index = next,
                    None => break Standing::Astray,
                },
            }
        };
        for index in chain.drain(..) {
            standing[index] = outcome;
        }
    }
    standing
}

fn report_fallen(onto: &Onto, path: Path, standing: Standing, keys: &Keys, report: &mut Report) {
    let key = shorten(&onto.key);
    let (message, outcome, remedy) = match (onto.index, standing) {
        (None, _) => {
            let otherwise = "Add it to the ties of the file.";
            let remedy = report.suggestion(&onto.key, keys.names(), otherwise);
            (format!("names a tie that isn't in the file, “{key}”"), LEFT_OUT, remedy)
        }
        (_, Standing::Circle) => {
            let message =
                format!("names the tie “{key}”, whose own targets lead round in a circle");
            (message, LEFT_OUT, "Let one of them end at a nation.".to_owned())
        }
        _ => {
            let message = format!("names the tie “{key}”, which was left out");
            (message, "This tie was left out too.", "Mend that one first.".to_owned())
        }
    };
    report.lose(onto.at, path.field("to"), message, outcome, remedy);
}

impl Linker<'_> {
    fn draft(
        &mut self,
        key: String,
        mut record: Record<'_>,
        keys: &Keys,
        report: &mut Report,
    ) -> Option<Draft> {
        let (at, path) = (record.at, record.path);
        let from = record.take("from");
        let to = record.take("to");
        let from = self.from(from, at, path, report);
        let (to, onto) = self.to(to, at, path, keys, report)?;
        let from = from?;
        let kind = self.kind(&mut record, report);
        let directed = self.kinds.get(kind.0 as usize - 1).is_some_and(|kind| kind.directed);
        let usual =
            if directed || onto.is_some() { Direction::Directed } else { Direction::Mutual };
        let fits = |weight: f32| weight > 0.0 && weight <= Tie::MAX_WEIGHT;
        let range = "a number above 0 and up to 100";
        let tie = Tie {
            direction: record.word("direction", report).unwrap_or(usual),
            status: record.word("status", report),
            since: record.date("since", report),
            until: record.date("until", report),
            label: record.text("label", report),
            weight: record.number("weight", range, fits, report).unwrap_or(1.0),
            attributes: attributes(&mut record, report),
            notes: record.text("notes", report),
            evidence: self.evidence(&mut record, report),
            extra: record.rest(report),
            ..Tie::new(key, from, to, kind, usual)
        };
        Some(Draft { tie, onto, path })
    }

    fn from(
        &self,
        node: Option<Node<'_>>,
        at: u32,
        path: Path,
        report: &mut Report,
    ) -> Option<NationId> {
        match node {
            Some(Node { at, value: Value::Text(text) }) => {
                self.nation(&text, at, path.field("from"), None, report)
            }
            Some(node) => {
                let message =
                    format!("has {} where a nation's id is expected", describe(&node.value));
                let remedy = "Write the id of a nation, such as \"JPN\".";
                report.lose(node.at, path.field("from"), message, LEFT_OUT, remedy);
                None
            }
            None => {
                missing(at, path, "from", report);
                None
            }
        }
    }

    /// The end of a tie; where it is a tie, a stand-in and what it really ends at.
    fn to(
        &self,
        node: Option<Node<'_>>,
        at: u32,
        path: Path,
        keys: &Keys,
        report: &mut Report,
    ) -> Option<(End, Option<Onto>)> {
        let Some(node) = node else {
            missing(at, path, "to", report);
            return None;
        };
        let field = path.field("to");
        let found = describe(&node.value);
        match node.value {
            Value::Text(text) => {
                let nation = self.nation(&text, node.at, field, Some(keys), report)?;
                return Some((End::Nation(nation), None));
            }
            Value::Object(members) if members.len() == 1 => {
                for member in members {
                    if let ("tie", Value::Text(key)) = (member.name.as_ref(), member.node.value) {
                        let index = keys.get(&key).map(|index| index as usize);
                        let onto = Onto { key: key.into_owned(), at: member.node.at, index };
                        return Some((End::Tie(TieId(0)), Some(onto)));
                    }
                }
            }
            _ => {}
        }
        let message = format!("has {found} where a nation's id or {{\"tie\": …}} is expected");
        let remedy = "Write \"JPN\" for a nation, or {\"tie\": \"jpn-nzl\"} for a tie.";
        report.lose(node.at, field, message, LEFT_OUT, remedy);
        None
    }

    fn nation(
        &self,
        key: &str,
        at: u32,
        field: String,
        ties: Option<&Keys>,
        report: &mut Report,
    ) -> Option<NationId> {
        if let Some(index) = self.nations.get(key) {
            return Some(NationId(index + 1));
        }
        let short = shorten(key);
        let message = format!("names a nation that isn't in the file, “{short}”");
        let remedy = if ties.is_some_and(|ties| ties.get(key).is_some()) {
            format!("To end at the tie of that id, write {{\"tie\": \"{short}\"}}.")
        } else {
            report.suggestion(key, self.nations.names(), "Add it to the nations of the file.")
        };
        report.lose(at, field, message, LEFT_OUT, remedy);
        None
    }

    fn kind(&mut self, record: &mut Record<'_>, report: &mut Report) -> KindId {
        let Some((at, key)) = record.text_at("kind", report).filter(|(_, key)| !key.is_empty())
        else {
            let message = "has a tie without a “kind”".to_owned();
            let outcome = "It was made one of the kind “unspecified”.";
            let remedy = "Name one of the kinds of the map.";
            report.warn(record.at, record.path.whole(), message, outcome, remedy);
            return self.add_kind("unspecified".to_owned());
        };
        if let Some(index) = self.kind_keys.get(&key) {
            return KindId(index + 1);
        }
        if Kind::standard().iter().any(|kind| kind.key == key) {
            return self.add_kind(key);
        }
        let short = shorten(&key);
        let message = format!("names a kind that isn't in the file, “{short}”");
        let path = record.path.field("kind");
        let remedy = report.suggestion(
            &key,
            self.kind_keys.names(),
            "Describe it in the kinds of the file.",
        );
        if self.kinds.len() < MAX_KINDS {
            let outcome = "A neutral kind of that name was added.";
            report.warn(at, path, message, outcome, remedy);
            return self.add_kind(key);
        }
        report.lose(at, path, message, "It was made one of the kind “unspecified”.", remedy);
        self.add_kind("unspecified".to_owned())
    }

    /// The kind of that id, made if it isn't there.
    pub(super) fn add_kind(&mut self, key: String) -> KindId {
        if let Some(index) = self.kind_keys.get(&key) {
            return KindId(index + 1);
        }
        let index = self.kinds.len() as u32;
        self.kind_keys.insert(key.clone(), index);
        let standard = Kind::standard().into_iter().find(|kind| kind.key == key);
        self.kinds.push(standard.unwrap_or_else(|| plain_kind(key)));
        KindId(index + 1)
    }

    fn evidence(&mut self, record: &mut Record<'_>, report: &mut Report) -> Vec<Evidence> {
        let path = record.path;
        let nodes = record.list("evidence", report);
        let mut evidence = Vec::with_capacity(nodes.len());
        for (index, node) in nodes.into_iter().enumerate() {
            let path = path.part("evidence", index);
            let Some(mut record) = Record::open(node, path, report) else { continue };
            evidence.push(Evidence {
                source: self.source(&mut record, report),
                date: record.date("date", report),
                note: record.text("note", report),
                confidence: record.word("confidence", report),
                extra: record.rest(report),
            });
        }
        evidence
    }

    fn source(&mut self, record: &mut Record<'_>, report: &mut Report) -> Option<SourceId> {
        let (at, key) = record.text_at("source", report).filter(|(_, key)| !key.is_empty())?;
        if let Some(index) = self.source_keys.get(&key) {
            return Some(SourceId(index + 1));
        }
        let message = format!("names a source that isn't in the file, “{}”", shorten(&key));
        let path = record.path.field("source");
        let otherwise = "Describe it in the sources of the file.";
        let remedy = report.suggestion(&key, self.source_keys.names(), otherwise);
        if self.sources.len() >= MAX_SOURCES {
            report.lose(at, path, message, "The field was left out.", remedy);
            return None;
        }
        report.warn(at, path, message, "A source of that title was added.", remedy);
        let index = self.sources.len() as u32;
        self.source_keys.insert(key.clone(), index);
        self.sources.push(Source { title: key.clone(), key, ..Source::default() });
        Some(SourceId(index + 1))
    }
}

fn missing(at: u32, path: Path, field: &str, report: &mut Report) {
    let message = format!("has a tie without a “{field}”");
    let remedy =
        if field == "from" { "Name the nation it starts at." } else { "Name what it ends at." };
    report.lose(at, path.whole(), message, LEFT_OUT, remedy);
}
