//! What the name of a column of nodes says that its values mean, as a table of words.

use super::roles::NodeRole;
use crate::formats::vocabulary::header_words::{Words, nations, nodes, parties, texts, ties};

/// Words for how far north something is.
pub const NORTH: Words = Words(&[nodes::NORTH]);

/// Words for the roles of nodes' columns, the surest first.
pub const NODE_WORDS: [(NodeRole, Words); 10] = [
    (
        NodeRole::Name,
        Words(&[
            texts::LABELS,
            texts::LABELS_OF_NODES,
            nations::COUNTRIES,
            texts::LABELS_IN_OTHER_LANGUAGES,
        ]),
    ),
    (
        NodeRole::Code,
        Words(&[nations::CODE, nations::ISO_CODES, nations::COW_CODES, nations::OTHER_CODES]),
    ),
    (NodeRole::Type, Words(&[ties::SORTS, nodes::TYPES_OF_NODES])),
    (NodeRole::MemberOf, Words(&[parties::ORGANISATIONS, nodes::MEMBERSHIPS])),
    (NodeRole::Tags, Words(&[nodes::TAGS])),
    (NodeRole::Color, Words(&[nodes::COLORS])),
    (NodeRole::X, Words(&[nodes::ACROSS])),
    (NodeRole::Y, Words(&[nodes::DOWN, nodes::NORTH])),
    (NodeRole::Pinned, Words(&[nodes::PINNED])),
    (NodeRole::Notes, Words(&[texts::NOTES])),
];
