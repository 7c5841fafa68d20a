//! A map as the text of a file.

use serde_json::Number;

use super::file::{
    FileEnd, FileEvidence, FileKind, FileMap, FileMembership, FileNation, FileSource, FileTie,
};
use super::filter::FileFilter;
use super::look::FileLook;
use super::words::Word;
use super::{FORMAT, VERSION, VERSION_WITHOUT_FILTER, attributes, pretty};
use crate::model::{
    DrawnAs, End, Evidence, Kind, Map, Membership, Nation, NationType, PartialDate, Source, Tie,
};

/// The text of a map file. The same map gives the same text, records in the order of the map and
/// fields in that of the format, so that a comparison of two files shows just what changed.
pub fn write(map: &Map) -> String {
    // A map holds texts, numbers, lists and records with texts for names: all of it is JSON.
    let value = serde_json::to_value(file(map)).unwrap_or_default();
    pretty::pretty(&value)
}

fn file(map: &Map) -> FileMap<'_> {
    let heading = map.heading();
    let filter = FileFilter::of(map);
    FileMap {
        format: FORMAT,
        // What a reader of the version before understands as a whole says that version.
        version: if filter.is_some() { VERSION } else { VERSION_WITHOUT_FILTER },
        title: &heading.title,
        subtitle: &heading.subtitle,
        as_of: date(heading.as_of),
        notes: &heading.notes,
        look: FileLook::of(map.look()),
        filter,
        kinds: map.kinds().iter().map(|(_, kind)| file_kind(kind)).collect(),
        sources: map.sources().iter().map(|(_, source)| file_source(source)).collect(),
        nations: map.nations().iter().map(|(_, nation)| file_nation(map, nation)).collect(),
        ties: map.ties().iter().map(|(_, tie)| file_tie(map, tie)).collect(),
        extra: &heading.extra,
    }
}

fn file_kind(kind: &Kind) -> FileKind<'_> {
    FileKind {
        id: &kind.key,
        name: &kind.name,
        sign: kind.sign.word(),
        color: kind.color.to_string(),
        dash: kind.dash.word(),
        width: number(kind.width),
        directed: kind.directed,
        extra: &kind.extra,
    }
}

fn file_source(source: &Source) -> FileSource<'_> {
    FileSource {
        id: &source.key,
        title: &source.title,
        url: &source.url,
        date: date(source.date),
        notes: &source.notes,
        extra: &source.extra,
    }
}

fn file_nation<'a>(map: &'a Map, nation: &'a Nation) -> FileNation<'a> {
    let stated = (nation.nation_type != NationType::default()).then_some(nation.nation_type);
    FileNation {
        id: &nation.key,
        name: &nation.name,
        nation_type: stated.map(Word::word),
        code: nation.code.as_deref(),
        drawn_as: (nation.drawn_as != DrawnAs::default()).then(|| nation.drawn_as.word()),
        color: nation.color.map(|color| color.to_string()),
        tags: &nation.tags,
        memberships: nation.memberships.iter().map(|m| file_membership(map, m)).collect(),
        attributes: attributes::json(&nation.attributes),
        notes: &nation.notes,
        position: nation.position.map(|position| [number(position.x), number(position.y)]),
        pinned: nation.pinned,
        extra: &nation.extra,
    }
}

fn file_membership<'a>(map: &'a Map, membership: &'a Membership) -> FileMembership<'a> {
    let organisation = map.nations().get(membership.organisation);
    FileMembership {
        organisation: organisation.map_or("", |nation| &nation.key),
        since: date(membership.since),
        until: date(membership.until),
        extra: &membership.extra,
    }
}

fn file_tie<'a>(map: &'a Map, tie: &'a Tie) -> FileTie<'a> {
    FileTie {
        id: &tie.key,
        from: map.nations().get(tie.from).map_or("", |nation| &nation.key),
        to: match tie.to {
            End::Nation(id) => FileEnd::Nation(map.nations().get(id).map_or("", |n| &n.key)),
            End::Tie(id) => FileEnd::Tie { tie: map.ties().get(id).map_or("", |t| &t.key) },
        },
        kind: map.kinds().get(tie.kind).map_or("", |kind| &kind.key),
        direction: tie.direction.word(),
        status: tie.status.map(Word::word),
        since: date(tie.since),
        until: date(tie.until),
        label: &tie.label,
        weight: (tie.weight.to_bits() != 1.0_f32.to_bits()).then(|| number(tie.weight)),
        attributes: attributes::json(&tie.attributes),
        notes: &tie.notes,
        evidence: tie.evidence.iter().map(|evidence| file_evidence(map, evidence)).collect(),
        extra: &tie.extra,
    }
}

fn file_evidence<'a>(map: &'a Map, evidence: &'a Evidence) -> FileEvidence<'a> {
    let source = evidence.source.and_then(|id| map.sources().get(id));
    FileEvidence {
        source: source.map(|source| source.key.as_str()),
        date: date(evidence.date),
        note: &evidence.note,
        confidence: evidence.confidence.map(Word::word),
        extra: &evidence.extra,
    }
}

fn date(date: Option<PartialDate>) -> Option<String> {
    date.map(|date| date.to_string())
}

/// The shortest number that reads back as the same one in single precision.
pub(super) fn number(value: f32) -> Number {
    if value.fract() == 0.0 {
        return Number::from(value as i64);
    }
    let shortest = value.to_string().parse().ok().and_then(Number::from_f64);
    shortest.unwrap_or_else(|| Number::from(0))
}
