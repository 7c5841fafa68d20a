//! Writes kinds, sources, nations and ties.

use super::attributes::file_attributes;
use crate::formats::entente::enum_words::EnumWord;
use crate::formats::entente::schema::{
    FileEnd, FileEvidence, FileKind, FileLabelPlace, FileMembership, FileNation, FileSource,
    FileTextNote, FileTie,
};
use crate::formats::json::number;
use crate::model::{
    DrawnAs, End, Evidence, Kind, LabelPlace, Map, Membership, Nation, NationType, PartialDate,
    Picture, Source, TextNote, Tie,
};

pub fn file_kind(kind: &Kind) -> FileKind<'_> {
    FileKind {
        id: &kind.key,
        name: &kind.name,
        sign: kind.sign.to_word(),
        color: kind.color.to_string(),
        dash: kind.dash.to_word(),
        width: number::from_f32(kind.width),
        directed: kind.directed,
        extra: &kind.extra,
    }
}

pub fn file_source(source: &Source) -> FileSource<'_> {
    FileSource {
        id: &source.key,
        title: &source.title,
        url: &source.url,
        date: date(source.date),
        notes: &source.notes,
        extra: &source.extra,
    }
}

pub fn file_nation<'a>(map: &'a Map, nation: &'a Nation) -> FileNation<'a> {
    let stated = (nation.nation_type != NationType::default()).then_some(nation.nation_type);
    FileNation {
        id: &nation.key,
        name: &nation.name,
        nation_type: stated.map(EnumWord::to_word),
        code: nation.code.as_deref(),
        drawn_as: (nation.drawn_as != DrawnAs::default()).then(|| nation.drawn_as.to_word()),
        picture: nation.picture.as_ref().map(Picture::to_data_uri),
        color: nation.color.map(|color| color.to_string()),
        tags: &nation.tags,
        memberships: nation.memberships.iter().map(|m| file_membership(map, m)).collect(),
        attributes: file_attributes(&nation.attributes),
        notes: &nation.notes,
        position: nation.position.map(number::pair),
        pinned: nation.pinned,
        name_offset: nation.name_offset.map(number::pair),
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

pub fn file_tie<'a>(map: &'a Map, tie: &'a Tie) -> FileTie<'a> {
    FileTie {
        id: &tie.key,
        from: map.nations().get(tie.from).map_or("", |nation| &nation.key),
        to: match tie.to {
            End::Nation(id) => FileEnd::Nation(map.nations().get(id).map_or("", |n| &n.key)),
            End::Tie(id) => FileEnd::Tie { tie: map.ties().get(id).map_or("", |t| &t.key) },
        },
        kind: map.kinds().get(tie.kind).map_or("", |kind| &kind.key),
        direction: tie.direction.to_word(),
        status: tie.status.map(EnumWord::to_word),
        since: date(tie.since),
        until: date(tie.until),
        label: &tie.label,
        label_place: tie.label_place.as_ref().map(file_label_place),
        bend: tie.bend.map(number::from_f32),
        weight: (tie.weight.to_bits() != 1.0_f32.to_bits()).then(|| number::from_f32(tie.weight)),
        attributes: file_attributes(&tie.attributes),
        notes: &tie.notes,
        evidence: tie.evidence.iter().map(|evidence| file_evidence(map, evidence)).collect(),
        extra: &tie.extra,
    }
}

fn file_label_place(place: &LabelPlace) -> FileLabelPlace {
    FileLabelPlace {
        along: number::from_f32(place.along),
        offset: number::pair(place.offset),
        upright: place.upright,
    }
}

pub fn file_text_note(note: &TextNote) -> FileTextNote<'_> {
    let unusual = |value: f32, usual: f32| {
        (value.to_bits() != usual.to_bits()).then(|| number::from_f32(value))
    };
    FileTextNote {
        id: &note.key,
        text: &note.text,
        position: number::pair(note.position),
        width: unusual(note.width, TextNote::WIDTH),
        size: unusual(note.size, TextNote::SIZE),
        extra: &note.extra,
    }
}

fn file_evidence<'a>(map: &'a Map, evidence: &'a Evidence) -> FileEvidence<'a> {
    let source = evidence.source.and_then(|id| map.sources().get(id));
    FileEvidence {
        source: source.map(|source| source.key.as_str()),
        date: date(evidence.date),
        note: &evidence.note,
        confidence: evidence.confidence.map(EnumWord::to_word),
        extra: &evidence.extra,
    }
}

/// A date as it is written.
pub fn date(date: Option<PartialDate>) -> Option<String> {
    date.map(|date| date.to_string())
}
