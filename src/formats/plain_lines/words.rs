//! The words that a line may use beside those for kinds, statuses and dates, as tables.

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
