//! Words in headers that say what a column of a table holds, as data: pairs of words for both ends, and which of the
//! sets of [`header_words`](crate::formats::vocabulary::header_words) are looked for, in which order.

use crate::formats::vocabulary::header_words::{
    Words, dates, nations, nodes, parties, texts, ties,
};

/// Words that name both ends of a tie, the surest first. Where one stands without the other it may mean
/// something else: a *source* beside *from* and *to* is where it was read.
pub const PAIRS: [(&str, &str); 78] = [
    // Gephi, Cytoscape, networkx, igraph, Kumu
    ("source", "target"),
    ("from", "to"),
    ("sourceid", "targetid"),
    ("sourcename", "targetname"),
    ("sourcenode", "targetnode"),
    ("sourcelabel", "targetlabel"),
    ("fromnode", "tonode"),
    ("fromnodeid", "tonodeid"),
    ("fromid", "toid"),
    ("startid", "endid"),
    ("startnode", "endnode"),
    ("startnodeid", "endnodeid"),
    ("src", "dst"),
    ("src", "dest"),
    ("src", "tgt"),
    ("src", "trg"),
    ("src", "target"),
    ("source", "dest"),
    ("srcid", "dstid"),
    ("srcid", "tgtid"),
    ("frm", "to"),
    ("ego", "alter"),
    ("head", "tail"),
    ("tail", "head"),
    ("subject", "object"),
    ("sender", "receiver"),
    ("sender", "recipient"),
    ("sender", "target"),
    ("donor", "recipient"),
    ("donor", "receiver"),
    ("supplier", "recipient"),
    ("initiator", "target"),
    ("sanctioning", "sanctioned"),
    ("sanctioning", "target"),
    ("sanctioner", "target"),
    // trade and migration
    ("reporter", "partner"),
    ("reporteriso", "partneriso"),
    ("reportername", "partnername"),
    ("reportercode", "partnercode"),
    ("exporter", "importer"),
    ("origin", "destination"),
    ("origin", "dest"),
    ("orig", "dest"),
    ("orig", "destination"),
    // German
    ("von", "nach"),
    ("von", "zu"),
    ("von", "an"),
    ("quelle", "ziel"),
    // French
    ("source", "cible"),
    ("de", "vers"),
    ("origine", "destination"),
    // Spanish, Portuguese, Italian
    ("origen", "destino"),
    ("fuente", "destino"),
    ("origem", "destino"),
    ("origine", "destinazione"),
    ("sorgente", "destinazione"),
    // Russian
    ("источник", "цель"),
    ("от", "к"),
    ("откуда", "куда"),
    // Chinese, Japanese, Arabic
    ("源", "目标"),
    ("来源", "目标"),
    ("ソース", "ターゲット"),
    ("المصدر", "الهدف"),
    ("van", "naar"),
    ("bron", "doel"),
    ("de", "para"),
    ("zrodlo", "cel"),
    ("kaynak", "hedef"),
    ("джерело", "ціль"),
    ("звідки", "куди"),
    ("出口国", "进口国"),
    ("輸出国", "輸入国"),
    ("수출국", "수입국"),
    ("甲方", "乙方"),
    ("来源国", "目标国"),
    ("发起国", "目标国"),
    ("المصدر", "المستقبل"),
    ("من", "الي"),
];

/// What columns for both ends are called with a number or letter at each: `country1`, `ccode2`, `State A`,
/// `iso_o`, `Actor1CountryCode`. Codes come before names, for they tell a state from the one before it.
pub const NUMBERED: Words = Words(&[
    nations::COW_CODES,
    nations::ISO_CODES,
    nations::OTHER_CODES,
    nations::CODE,
    nations::COUNTRIES,
    parties::MEMBERS,
    parties::PARTIES,
    parties::NUMBERED_PARTIES,
    parties::PARTNERS,
    parties::RELATED,
    &["actorname"],
    nations::ACTORS,
    texts::LABELS,
    nations::NODE_IDS,
]);

/// The marks of both ends in such columns.
pub const MARKS: [(&str, &str); 7] =
    [("1", "2"), ("a", "b"), ("o", "d"), ("i", "j"), ("а", "б"), ("ا", "ب"), ("甲", "乙")];

/// The word for the one whose partners stand in another column, where it isn't where it was read.
pub const SOURCE: &str = "source";

/// Other words for that one.
pub const SOURCES: Words = Words(&[
    &["from", "ego", "reporter", "sender", "origin", "initiator", "exporter", "donor"],
    nations::COUNTRIES,
    parties::MEMBERS,
    nations::ACTORS,
    &["name", "who", "wer"],
    nations::COW_CODES,
    nations::ISO_CODES,
    nations::OTHER_CODES,
    nations::CODE,
]);

/// Words for a partner.
pub const TARGETS: Words = Words(&[
    parties::TARGETS,
    parties::PARTNERS,
    parties::RELATED,
    parties::FOES,
    parties::OTHER_PARTNERS,
]);

/// Words for a body that has members.
pub const ORGANISATIONS: Words =
    Words(&[parties::ORGANISATIONS, parties::TREATIES, parties::OTHER_ORGANISATIONS]);

/// Words for a member of such a body.
pub const MEMBERS: Words = Words(&[
    parties::MEMBERS,
    nations::COUNTRIES,
    nations::COUNTRIES_AT_ONCE,
    &["ccode"],
    parties::PARTIES,
]);

/// Words for the id of a node.
pub const NODE_IDS: Words = Words(&[nations::NODE_IDS]);

/// Words for the text shown for a node, the surest first.
pub const NODE_LABELS: Words = Words(&[
    texts::LABELS,
    texts::LABELS_OF_NODES,
    nations::ACTORS,
    nations::COUNTRIES,
    nations::ISO_CODES,
    nations::CODE,
    &["ccode"],
    texts::LABELS_IN_OTHER_LANGUAGES,
]);

/// Other words that headers are made of.
pub const OTHERS: Words = Words(&[
    ties::RELATIONS,
    ties::SORTS,
    ties::KIND_COLUMNS,
    ties::SIGNS,
    ties::DIRECTIONS,
    ties::WEIGHTS,
    ties::CONFIDENCES,
    dates::BEGINNINGS,
    dates::BEGINNINGS_IN_OTHER_LANGUAGES,
    dates::ENDS,
    dates::ENDS_IN_OTHER_LANGUAGES,
    dates::DATES,
    dates::YEARS,
    texts::NOTES,
    texts::EVIDENCE,
    texts::SOURCES_CITED,
    nations::CODE,
    nodes::TAGS,
    nodes::COLORS,
    nodes::ACROSS,
    nodes::NORTH,
    nodes::DOWN,
    &[
        "status",
        "month",
        "day",
        "time",
        "timestamp",
        "timeset",
        "interval",
        "size",
        "population",
        "gdp",
        "capital",
        "ne",
    ],
]);
