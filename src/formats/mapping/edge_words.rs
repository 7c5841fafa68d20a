//! What the name of a column of edges says that its values mean, as a table of words.

use super::roles::EdgeRole;
use crate::formats::vocabulary::header_words::{Words, dates, texts, ties};

/// Words for the roles of edges' columns, the surest first.
pub const EDGE_WORDS: [(EdgeRole, Words); 14] = [
    (EdgeRole::Kind, Words(&[ties::RELATIONS, ties::SORTS, ties::OTHER_KINDS])),
    (EdgeRole::Sign, Words(&[ties::SIGNS])),
    (EdgeRole::Direction, Words(&[ties::DIRECTIONS, ties::ARE_MUTUAL, ties::OTHER_DIRECTIONS])),
    (EdgeRole::Status, Words(&[ties::STATUSES])),
    (
        EdgeRole::Since,
        Words(&[
            dates::BEGINNINGS,
            dates::BEGAN,
            dates::DATES,
            dates::BEGINNINGS_IN_OTHER_LANGUAGES,
            dates::WHEN,
        ]),
    ),
    (EdgeRole::Until, Words(&[dates::ENDS, dates::ENDED, dates::ENDS_IN_OTHER_LANGUAGES])),
    (EdgeRole::Year, Words(&[dates::YEARS])),
    (EdgeRole::Weight, Words(&[ties::WEIGHTS])),
    (
        EdgeRole::Label,
        Words(&[texts::LABELS, texts::LABELS_OF_TIES, texts::LABELS_IN_OTHER_LANGUAGES]),
    ),
    (EdgeRole::Notes, Words(&[texts::NOTES])),
    (EdgeRole::Evidence, Words(&[texts::EVIDENCE])),
    (EdgeRole::EvidenceDate, Words(&[dates::DATES_OF_EVIDENCE])),
    (EdgeRole::Confidence, Words(&[ties::CONFIDENCES])),
    (EdgeRole::Source, Words(&[texts::SOURCES_CITED])),
];
