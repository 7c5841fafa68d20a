//! The words that a line may use beside those for kinds, statuses and dates, as tables.

/// Words that may stand between a nation and the kind of its tie.
pub const VERBS: [&str; 52] = [
    "gives",
    "gave",
    "give",
    "provides",
    "provided",
    "provide",
    "sends",
    "sent",
    "send",
    "delivers",
    "delivered",
    "grants",
    "granted",
    "maintains",
    "maintain",
    "maintained",
    "agree",
    "agrees",
    "sought",
    "seek",
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

/// Words that say that there is no tie.
pub const NEGATIONS: [&str; 14] = [
    "not", "no", "never", "none", "neither", "nor", "without", "isn't", "isn’t", "aren't",
    "aren’t", "kein", "keine", "nicht",
];

/// Words, in front of a date, for what happens to a tie beside its beginning and its end.
pub const OTHER_EVENTS: [&str; 10] = [
    "renewed",
    "extended",
    "revised",
    "amended",
    "updated",
    "reaffirmed",
    "suspended",
    "frozen",
    "modified",
    "reviewed",
];

/// Words that only join others, and say nothing where nothing else is left.
pub const LINKING_WORDS: [&str; 16] = [
    "for", "by", "at", "as", "off", "now", "still", "also", "it", "its", "then", "to", "be", "and",
    "in", "on",
];
