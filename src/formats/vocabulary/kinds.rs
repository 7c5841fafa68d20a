//! Words for kinds of tie.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::model::Sign;
use crate::names::caseless;

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
pub static KINDS: [KindWords; 16] = [
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
            "verbündet",
            "verbündet mit",
            "verbündete",
            "allié",
            "alliée",
            "alliés",
            "alliées",
            "allié de",
            "alliée de",
            "aliado",
            "aliada",
            "aliados",
            "aliadas",
            "aliado de",
            "aliada de",
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
            "besorgt über",
            "inquiet de",
            "inquiète de",
        ],
        verbs: &[
            "fears",
            "feared",
            "fear",
            "s'inquiète de",
            "s’inquiète de",
            "craint",
            "craignent",
            "se méfie de",
            "fürchtet",
            "fürchten",
            "misstraut",
            "teme a",
        ],
    },
    KindWords {
        key: "war",
        sign: Sign::Hostile,
        directed: false,
        words: &[
            "at war",
            "at war with",
            "wars",
            "war with",
            "war against",
            "im krieg",
            "im krieg mit",
            "krieg mit",
            "krieg gegen",
            "en guerre",
            "en guerre contre",
            "en guerre avec",
            "en guerra",
            "en guerra con",
            "in guerra con",
        ],
        verbs: &[
            "fought",
            "fights",
            "invaded",
            "invades",
            "attacked",
            "attacks",
            "überfallen",
            "überfiel",
            "überfielen",
            "angegriffen",
            "attaqué",
            "attaque",
            "attaquent",
            "envahi",
            "envahit",
            "atacó",
            "atacó a",
            "invadió",
            "invadió a",
            "bombed",
            "bombs",
        ],
    },
    KindWords {
        key: "sanctions",
        sign: Sign::Hostile,
        directed: true,
        words: &[
            "sanction",
            "sanctions on",
            "sanctions against",
            "embargo",
            "embargo on",
            "embargo gegen",
            "embargo contre",
            "embargo contra",
            "sanktionen gegen",
            "sanctions contre",
            "sanciones contra",
        ],
        verbs: &["sanctions", "sanctioned"],
    },
    KindWords {
        key: "support",
        sign: Sign::Friendly,
        directed: true,
        words: &["support for", "aid", "aid to", "backing", "soutien à", "unterstützung für"],
        verbs: &[
            "supports",
            "supported",
            "backs",
            "backed",
            "unterstützt",
            "unterstützte",
            "unterstützen",
            "soutient",
            "soutiennent",
            "soutenait",
            "apoya",
            "apoya a",
            "apoyan",
            "apoyan a",
            "apoyó",
            "apoyó a",
            "soutenu",
            "a soutenu",
        ],
    },
    KindWords {
        key: "threat",
        sign: Sign::Hostile,
        directed: true,
        words: &["threats", "threat to", "threats against", "drohung", "drohungen"],
        verbs: &[
            "threatens",
            "threatened",
            "threaten",
            "bedroht",
            "bedrohte",
            "bedrohen",
            "menace",
            "menacent",
            "menacé",
            "amenaza",
            "amenaza a",
            "amenazó",
        ],
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
            "gegner",
            "feinde",
            "rivalen",
            "verfeindet",
            "verfeindet mit",
            "ennemis",
            "rivaux",
            "adversaires",
            "enemigos",
            "rivales",
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
            "im konflikt",
            "im konflikt mit",
            "im streit",
            "im streit mit",
            "en conflit",
            "en conflit avec",
            "en conflicto",
            "en conflicto con",
        ],
        verbs: &[],
    },
    KindWords {
        key: "claim",
        sign: Sign::Hostile,
        directed: true,
        words: &["claims", "claim on", "claims on", "claims against", "territorial claims"],
        verbs: &["claims", "claimed"],
    },
    KindWords {
        key: "occupation",
        sign: Sign::Hostile,
        directed: true,
        words: &["occupation of", "military occupation"],
        verbs: &["occupies", "occupied", "besetzte", "besetzten", "occupa", "a occupé", "ocupó"],
    },
    KindWords {
        key: "guarantee",
        sign: Sign::Friendly,
        directed: true,
        words: &[
            "guarantees",
            "guarantee for",
            "guarantee of",
            "guarantor of",
            "guarantor",
            "guarantors",
        ],
        verbs: &["guarantees", "guaranteed", "garantiert", "garantierte", "garantit"],
    },
    KindWords {
        key: "recognition",
        sign: Sign::Friendly,
        directed: true,
        words: &["recognition of"],
        verbs: &[
            "recognises",
            "recognizes",
            "recognised",
            "recognized",
            "anerkannt",
            "reconnaît",
            "reconnu",
            "a reconnu",
            "reconoce",
            "reconoció",
        ],
    },
    KindWords {
        key: "trade",
        sign: Sign::Neutral,
        directed: false,
        words: &["trade with", "trades with", "traded with"],
        verbs: &[],
    },
    KindWords {
        key: "arms supply",
        sign: Sign::Friendly,
        directed: true,
        words: &[
            "arms",
            "arms supplies",
            "arms to",
            "arms sales",
            "waffenlieferungen",
            "waffenlieferungen an",
            "livraisons d'armes",
            "livraisons d’armes",
        ],
        verbs: &[],
    },
];

impl KindWords {
    /// All of them, the key first.
    pub fn all_words(&self) -> impl Iterator<Item = &'static str> {
        [self.key].into_iter().chain(self.words.iter().chain(self.verbs).copied())
    }
}

/// Which sort each word is for; of several the first.
static BY_WORD: LazyLock<HashMap<&'static str, &'static KindWords>> = LazyLock::new(|| {
    let mut by_word = HashMap::new();
    for (kind, word) in KINDS.iter().flat_map(|kind| kind.all_words().map(move |word| (kind, word)))
    {
        by_word.entry(word).or_insert(kind);
    }
    by_word
});

/// The sort of tie that a text is a word for.
pub fn kind_words(text: &str) -> Option<&'static KindWords> {
    kind_words_of(&caseless(text))
}

/// The sort of tie that a text is a word for, which is in small letters, as [`caseless`] makes them.
pub fn kind_words_of(text: &str) -> Option<&'static KindWords> {
    BY_WORD.get(text).copied()
}
