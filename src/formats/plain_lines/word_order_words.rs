//! Words by which the order of the others in a sentence is seen, in small letters.

/// Verbs that have a person, beside those of the lines themselves.
pub const FINITE: [&str; 39] = [
    "hat",
    "haben",
    "hatte",
    "hatten",
    "ist",
    "sind",
    "war",
    "waren",
    "wird",
    "werden",
    "wurde",
    "wurden",
    "schloss",
    "schlossen",
    "schließt",
    "schließen",
    "führt",
    "führen",
    "führte",
    "führten",
    "trat",
    "traten",
    "tritt",
    "treten",
    "erklärt",
    "erklärte",
    "erklärten",
    "verhängt",
    "verhängte",
    "verhängten",
    "unterzeichnet",
    "unterzeichnete",
    "unterzeichneten",
    "steht",
    "stehen",
    "stand",
    "standen",
    "fue",
    "fueron",
];
/// Verbs before [`BEEN`].
pub const HAVE: [&str; 7] = ["a", "ont", "ha", "han", "has", "have", "had"];
/// What stands behind them before what is done to the subject.
pub const BEEN: [&str; 3] = ["been", "été", "sido"];
/// What German has at the end of a sentence, beside statuses.
pub const GERMAN_PARTICIPLES: [&str; 24] = [
    "geschlossen",
    "abgeschlossen",
    "vereinbart",
    "verhängt",
    "erklärt",
    "geführt",
    "unterstützt",
    "überfallen",
    "angegriffen",
    "bedroht",
    "beigetreten",
    "ausgetreten",
    "verbündet",
    "anerkannt",
    "garantiert",
    "gegründet",
    "befreundet",
    "verfeindet",
    "eingegangen",
    "gebildet",
    "besetzt",
    "bombardiert",
    "unterschrieben",
    "unterzeichnet",
];
/// Articles, before which a new part of a sentence begins.
pub const ARTICLES: [&str; 18] = [
    "ein", "eine", "einen", "einem", "einer", "der", "die", "das", "den", "dem", "a", "an", "the",
    "un", "une", "una", "la", "le",
];
/// Prepositions, with which one begins.
pub const PREPOSITIONS: [&str; 19] = [
    "bei", "mit", "gegen", "von", "durch", "aus", "zwischen", "über", "with", "against", "by",
    "between", "avec", "contre", "par", "con", "contra", "por", "entre",
];
/// Forms of *to be* before what is done to the subject.
pub const BE: [&str; 15] = [
    "is", "are", "was", "were", "been", "wird", "werden", "wurde", "wurden", "est", "sont", "été",
    "fue", "fueron", "sido",
];
/// Words before the one who does it.
pub const BY: [&str; 5] = ["by", "von", "durch", "par", "por"];
/// Verbs with an ending for what is done to their subject, and the same without.
pub const TURNED_AROUND: [(&str, &str); 18] = [
    ("attaquée", "attaqué"),
    ("attaqués", "attaqué"),
    ("attaquées", "attaqué"),
    ("envahie", "envahi"),
    ("envahis", "envahi"),
    ("envahies", "envahi"),
    ("soutenue", "soutenu"),
    ("soutenus", "soutenu"),
    ("soutenues", "soutenu"),
    ("reconnue", "reconnu"),
    ("reconnus", "reconnu"),
    ("atacada", "atacó"),
    ("atacado", "atacó"),
    ("apoyada", "apoyó"),
    ("apoyado", "apoyó"),
    ("invadida", "invadió"),
    ("besetzt", "besetzte"),
    ("ocupada", "ocupó"),
];
/// Verbs by which a war is declared.
pub const WAR_DECLARED: [&str; 3] = ["erklärte", "erklärten", "erklärt"];
/// Words at the end of a sentence that belong to its verb.
pub const PARTICLES: [&str; 2] = ["bei", "aus"];
/// German verbs in two words: those with a person, the word at the end, and both as one.
pub const SEPARABLE: [(&[&str], &str, &str); 2] = [
    (&["trat", "traten", "tritt", "treten"], "bei", "beigetreten"),
    (&["trat", "traten", "tritt", "treten"], "aus", "ausgetreten"),
];
