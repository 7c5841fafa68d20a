//! The words that a line may use for kinds of tie, statuses and the rest, as tables.

use crate::model::{Confidence, Sign, Status};

/// A sort of tie, with the words for it.
pub struct KindWords {
    /// The key and, with a capital, the name that a kind of it has.
    pub key: &'static str,
    /// Whether it is friendly or hostile.
    pub sign: Sign,
    /// Whether it runs from one nation to the other.
    pub directed: bool,
    /// Words for it, in small letters.
    pub words: &'static [&'static str],
    /// Verbs behind which the other nation stands, in small letters.
    pub verbs: &'static [&'static str],
}

/// The sorts of tie that have words of their own. A map needs no kind for each.
pub const KINDS: [KindWords; 14] = [
    KindWords {
        key: "allied",
        sign: Sign::Friendly,
        directed: false,
        words: &[
            "ally",
            "ally of",
            "allies",
            "allies of",
            "alliance",
            "alliances",
            "allied with",
            "allied to",
        ],
        verbs: &[],
    },
    KindWords {
        key: "pact",
        sign: Sign::Friendly,
        directed: false,
        words: &[
            "pacts",
            "treaty",
            "treaties",
            "agreement",
            "agreements",
            "accord",
            "accords",
            "defence pact",
            "defense pact",
        ],
        verbs: &[],
    },
    KindWords {
        key: "concern",
        sign: Sign::Hostile,
        directed: true,
        words: &[
            "concerned",
            "concerned about",
            "concern about",
            "concerns",
            "worried",
            "worried about",
            "wary of",
            "afraid of",
        ],
        verbs: &["fears", "feared", "fear"],
    },
    KindWords {
        key: "war",
        sign: Sign::Hostile,
        directed: false,
        words: &["at war", "at war with", "wars", "war with", "war against"],
        verbs: &["fought"],
    },
    KindWords {
        key: "sanctions",
        sign: Sign::Hostile,
        directed: true,
        words: &["sanction", "sanctions on", "sanctions against", "embargo", "embargo on"],
        verbs: &["sanctions", "sanctioned"],
    },
    KindWords {
        key: "support",
        sign: Sign::Friendly,
        directed: true,
        words: &["support for", "aid", "aid to", "backing"],
        verbs: &["supports", "supported", "backs", "backed"],
    },
    KindWords {
        key: "opposition",
        sign: Sign::Hostile,
        directed: true,
        words: &["opposed to", "opposition to"],
        verbs: &["opposes", "opposed"],
    },
    KindWords {
        key: "rivalry",
        sign: Sign::Hostile,
        directed: false,
        words: &[
            "rival",
            "rivals",
            "rival of",
            "rivals of",
            "hostile to",
            "enemy",
            "enemy of",
            "enemies",
        ],
        verbs: &[],
    },
    KindWords {
        key: "dispute",
        sign: Sign::Hostile,
        directed: false,
        words: &[
            "disputes",
            "dispute with",
            "in dispute with",
            "border dispute",
            "territorial dispute",
        ],
        verbs: &[],
    },
    KindWords {
        key: "claim",
        sign: Sign::Hostile,
        directed: true,
        words: &["claims", "claim on", "claims on", "claims against", "territorial claims"],
        verbs: &[],
    },
    KindWords {
        key: "guarantee",
        sign: Sign::Friendly,
        directed: true,
        words: &["guarantees", "guarantee for", "guarantee of", "guarantor of"],
        verbs: &["guarantees", "guaranteed"],
    },
    KindWords {
        key: "recognition",
        sign: Sign::Friendly,
        directed: true,
        words: &["recognition of"],
        verbs: &["recognises", "recognizes", "recognised", "recognized"],
    },
    KindWords {
        key: "trade",
        sign: Sign::Neutral,
        directed: false,
        words: &["trade with"],
        verbs: &[],
    },
    KindWords {
        key: "arms supply",
        sign: Sign::Friendly,
        directed: true,
        words: &["arms", "arms supplies", "arms to", "arms sales"],
        verbs: &[],
    },
];

/// Words for statuses beside their names.
pub const STATUSES: [(&str, Status); 21] = [
    ("in-force", Status::InForce),
    ("active", Status::InForce),
    ("under negotiation", Status::Negotiating),
    ("in negotiation", Status::Negotiating),
    ("being negotiated", Status::Negotiating),
    ("agreed in principle", Status::Preliminary),
    ("in principle", Status::Preliminary),
    ("provisional", Status::Preliminary),
    ("provisionally", Status::Preliminary),
    ("tentative", Status::Preliminary),
    ("tentatively", Status::Preliminary),
    ("initialled", Status::Preliminary),
    ("planned", Status::Proposed),
    ("planning", Status::Proposed),
    ("plan", Status::Proposed),
    ("plans", Status::Proposed),
    ("expired", Status::Ended),
    ("terminated", Status::Ended),
    ("broken", Status::Ended),
    ("cancelled", Status::Ended),
    ("frozen", Status::Suspended),
];

/// Words for how certain it is that there is a tie.
pub const CONFIDENCES: [(&str, Confidence); 8] = [
    ("allegedly", Confidence::Low),
    ("alleged", Confidence::Low),
    ("unconfirmed", Confidence::Low),
    ("rumoured", Confidence::Low),
    ("rumored", Confidence::Low),
    ("reportedly", Confidence::Medium),
    ("reported", Confidence::Medium),
    ("confirmed", Confidence::High),
];

/// Words that may stand between a nation and the kind of its tie.
pub const VERBS: [&str; 32] = [
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "has",
    "have",
    "had",
    "made",
    "makes",
    "make",
    "formed",
    "forms",
    "form",
    "concluded",
    "concludes",
    "signed",
    "signs",
    "sign",
    "imposed",
    "imposes",
    "impose",
    "declared",
    "declares",
    "plan",
    "plans",
    "planned",
    "reportedly",
    "allegedly",
    "agreed",
    "announced",
];

/// Words that a name holds only where a sentence was taken for one.
pub const SENTENCE_WORDS: [&str; 16] = [
    "will", "would", "do", "does", "did", "not", "can", "could", "may", "must", "with", "between",
    "against", "about", "because", "that",
];

/// Words, in small letters, that stand for names but are none.
pub const PRONOUNS: [&str; 30] = [
    "all",
    "both",
    "each",
    "other",
    "others",
    "another",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "the",
    "of",
    "them",
    "they",
    "it",
    "him",
    "her",
    "these",
    "those",
    "this",
    "that",
    "former",
    "latter",
    "rest",
    "everyone",
    "everybody",
    "themselves",
    "itself",
];

/// Words in small letters that belong to names.
pub const NAME_WORDS: [&str; 22] = [
    "of", "the", "and", "for", "in", "on", "de", "du", "des", "la", "le", "les", "el", "al", "da",
    "do", "dos", "der", "den", "van", "von", "und",
];

/// Words before a date that make it less than exact.
pub const ABOUT: [&str; 18] = [
    "c.",
    "ca.",
    "ca",
    "circa",
    "about",
    "around",
    "approximately",
    "early",
    "mid",
    "late",
    "before",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "q1",
    "q2",
];
