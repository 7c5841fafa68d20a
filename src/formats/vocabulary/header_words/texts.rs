//! Words in headers for texts: what something is called, and what is noted of it.

/// Words for what a node or a tie is called, the surest first.
pub const LABELS: &[&str] = &["label", "name", "title"];

/// The same in other languages.
pub const LABELS_IN_OTHER_LANGUAGES: &[&str] =
    &["bezeichnung", "nombre", "nom", "nome", "название", "名称"];

/// Words for what a node alone is called.
pub const LABELS_OF_NODES: &[&str] = &["displayname", "fullname", "nodelabel", "nodename"];

/// Words for what a tie alone is called.
pub const LABELS_OF_TIES: &[&str] =
    &["edgelabel", "caption", "etiqueta", "libelle", "etiquette", "etichetta", "标签"];

/// Words for what is noted.
pub const NOTES: &[&str] = &[
    "notes",
    "note",
    "comment",
    "comments",
    "description",
    "desc",
    "remark",
    "remarks",
    "memo",
    "details",
    "notiz",
    "notizen",
    "bemerkung",
    "bemerkungen",
    "anmerkung",
    "kommentar",
    "beschreibung",
    "nota",
    "notas",
    "comentario",
    "descripcion",
    "commentaire",
    "remarque",
    "commento",
    "descrizione",
    "opmerking",
    "примечание",
    "备注",
    "备考",
];

/// Words for what supports a tie.
pub const EVIDENCE: &[&str] = &[
    "evidence",
    "quote",
    "quotation",
    "excerpt",
    "proof",
    "beleg",
    "zitat",
    "evidencia",
    "preuve",
    "citat",
];

/// Words for where it was read.
pub const SOURCES_CITED: &[&str] = &[
    "citedsource",
    "source",
    "sources",
    "reference",
    "references",
    "citation",
    "cite",
    "url",
    "link",
    "href",
    "sourceurl",
    "weblink",
    "doi",
    "quelle",
    "quellen",
    "fuente",
    "fuentes",
    "fonte",
    "fonti",
    "bron",
    "источник",
    "来源",
    "出典",
];
