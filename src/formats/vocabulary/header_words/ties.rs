//! Words in headers for what is said of a tie.

/// Words for how the ends are tied.
pub const RELATIONS: &[&str] = &[
    "kind",
    "relation",
    "relationship",
    "relationtype",
    "relationshiptype",
    "tietype",
    "edgetype",
    "linktype",
    "kindoftie",
    "interaction",
    "interactiontype",
    "sharedinteraction",
    "beziehung",
    "beziehungsart",
    "relacion",
    "relazione",
    "relacao",
    "relatie",
    "关系",
    "関係",
    "관계",
];

/// Words for of what sort something is.
pub const SORTS: &[&str] = &[
    "type",
    "category",
    "typ",
    "art",
    "kategorie",
    "tipo",
    "categoria",
    "genre",
    "categorie",
    "soort",
    "rodzaj",
    "тип",
    "вид",
    "类型",
    "種類",
];

/// Other words for the kind of a tie.
pub const OTHER_KINDS: &[&str] = &[
    "treatytype",
    "alliancetype",
    "predicate",
    "rel",
    "eventrootcode",
    "eventbasecode",
    "eventcode",
];

/// Kinds of obligation, as data sets have a column for each.
pub const KIND_COLUMNS: &[&str] = &["defense", "defence", "neutrality", "nonaggression", "entente"];

/// Words for whether a tie is friendly.
pub const SIGNS: &[&str] =
    &["sign", "polarity", "valence", "sentiment", "vorzeichen", "signo", "signe", "segno", "знак"];

/// Words for the direction of a tie.
pub const DIRECTIONS: &[&str] = &["direction", "directed"];

/// Questions to which *yes* is that it is mutual.
pub const ARE_MUTUAL: &[&str] = &[
    "mutual",
    "ismutual",
    "reciprocal",
    "reciprocated",
    "bidirectional",
    "undirected",
    "symmetric",
    "bothways",
];

/// Other words for the direction.
pub const OTHER_DIRECTIONS: &[&str] = &[
    "isdirected",
    "directionality",
    "directedness",
    "dir",
    "arrow",
    "arrows",
    "orientation",
    "oneway",
    "unilateral",
    "richtung",
    "direccion",
    "direzione",
    "sens",
    "направление",
];

/// Words for the status of a tie.
pub const STATUSES: &[&str] =
    &["status", "tiestatus", "stage", "phase", "stand", "estado", "etat", "stato"];

/// Words for how strong a tie is.
pub const WEIGHTS: &[&str] = &[
    "weight",
    "strength",
    "value",
    "count",
    "frequency",
    "freq",
    "intensity",
    "nummentions",
    "flow",
    "flows",
    "volume",
    "vol",
    "amount",
    "tradevalue",
    "w",
    "wt",
    "gewicht",
    "starke",
    "wert",
    "anzahl",
    "peso",
    "fuerza",
    "poids",
    "valeur",
    "valor",
    "forza",
    "valore",
    "вес",
    "权重",
    "重み",
];

/// Words for how sure a tie is.
pub const CONFIDENCES: &[&str] =
    &["confidence", "certainty", "konfidenz", "confianza", "confiance", "fiducia"];
