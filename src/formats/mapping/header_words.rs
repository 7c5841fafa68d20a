//! What the name of a column says that its values mean, as tables of words in several languages.

use super::node_words::{LATITUDE, NODE_WORDS};
use super::roles::{EdgeRole, NodeRole};
use crate::names::fold;

/// Words for the roles of edges' columns, without blanks, marks and capitals; the surest first.
const EDGE_WORDS: [(EdgeRole, &[&str]); 14] = [
    (
        EdgeRole::Kind,
        &[
            "kind",
            "relation",
            "relationship",
            "relationtype",
            "relationshiptype",
            "tietype",
            "edgetype",
            "linktype",
            "kindoftie",
            "type",
            "interaction",
            "interactiontype",
            "sharedinteraction",
            "category",
            "treatytype",
            "alliancetype",
            "predicate",
            "rel",
            "typ",
            "art",
            "beziehung",
            "beziehungsart",
            "kategorie",
            "tipo",
            "relacion",
            "categoria",
            "genre",
            "categorie",
            "relazione",
            "relacao",
            "soort",
            "relatie",
            "rodzaj",
            "тип",
            "вид",
            "关系",
            "类型",
            "関係",
            "種類",
            "관계",
        ],
    ),
    (
        EdgeRole::Sign,
        &[
            "sign",
            "polarity",
            "valence",
            "sentiment",
            "vorzeichen",
            "signo",
            "signe",
            "segno",
            "знак",
        ],
    ),
    (
        EdgeRole::Direction,
        &[
            "direction",
            "directed",
            "isdirected",
            "directionality",
            "directedness",
            "dir",
            "arrow",
            "orientation",
            "mutual",
            "ismutual",
            "reciprocal",
            "reciprocated",
            "bidirectional",
            "undirected",
            "symmetric",
            "bothways",
            "oneway",
            "unilateral",
            "richtung",
            "direccion",
            "direzione",
            "sens",
            "направление",
        ],
    ),
    (
        EdgeRole::Status,
        &["status", "tiestatus", "stage", "phase", "stand", "estado", "etat", "stato"],
    ),
    (
        EdgeRole::Since,
        &[
            "since",
            "start",
            "startdate",
            "startyear",
            "starttime",
            "styear",
            "strtyr",
            "strtyear",
            "styr",
            "begin",
            "begindate",
            "beginyear",
            "begyear",
            "begyr",
            "began",
            "beginning",
            "validfrom",
            "datesigned",
            "signed",
            "signeddate",
            "signature",
            "signingdate",
            "entryintoforce",
            "dateofentryintoforce",
            "inforcesince",
            "inforcefrom",
            "inforce",
            "dateofsignature",
            "signaturedate",
            "yearofsignature",
            "effective",
            "effectivedate",
            "date",
            "firstyear",
            "yearsigned",
            "yearstart",
            "joined",
            "yearjoined",
            "datejoined",
            "accession",
            "yrent",
            "memstyear",
            "dyadstyear",
            "beitritt",
            "seit",
            "beginn",
            "anfang",
            "startdatum",
            "datum",
            "desde",
            "inicio",
            "fecha",
            "fechadeinicio",
            "depuis",
            "debut",
            "datededebut",
            "dal",
            "inizio",
            "data",
            "datainizio",
            "sinds",
            "od",
            "when",
            "wann",
            "quand",
            "cuando",
            "years",
            "period",
            "timespan",
            "timeperiod",
            "dates",
            "zeitraum",
            "laufzeit",
            "jahre",
            "periode",
            "periodo",
            "annees",
            "начало",
            "с",
            "开始",
            "日期",
            "開始",
        ],
    ),
    (
        EdgeRole::Until,
        &[
            "until",
            "end",
            "enddate",
            "endyear",
            "endtime",
            "endyr",
            "ended",
            "finish",
            "validto",
            "validuntil",
            "expires",
            "expiry",
            "expiration",
            "terminated",
            "termination",
            "lastyear",
            "yearend",
            "yearleft",
            "dateleft",
            "withdrawal",
            "withdrawaldate",
            "withdrawalyear",
            "withdrew",
            "withdrawn",
            "left",
            "leftin",
            "exit",
            "exitdate",
            "exityear",
            "exited",
            "departed",
            "departure",
            "quit",
            "ausgetreten",
            "retrait",
            "sortie",
            "salida",
            "retiro",
            "yrexit",
            "memendyear",
            "dyadendyear",
            "austritt",
            "bis",
            "ende",
            "enddatum",
            "hasta",
            "fechadefin",
            "jusqua",
            "fin",
            "datedefin",
            "finoal",
            "fine",
            "datafine",
            "tot",
            "конец",
            "结束",
            "終了",
        ],
    ),
    (
        EdgeRole::Year,
        &[
            "year", "yr", "obsyear", "jahr", "ano", "annee", "anno", "jaar", "rok", "год", "年",
            "年份",
        ],
    ),
    (
        EdgeRole::Weight,
        &[
            "weight",
            "strength",
            "value",
            "count",
            "frequency",
            "freq",
            "intensity",
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
        ],
    ),
    (
        EdgeRole::Label,
        &[
            "label",
            "edgelabel",
            "name",
            "caption",
            "title",
            "bezeichnung",
            "etiqueta",
            "nombre",
            "libelle",
            "etiquette",
            "nom",
            "etichetta",
            "nome",
            "名称",
            "标签",
        ],
    ),
    (
        EdgeRole::Notes,
        &[
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
            "備考",
        ],
    ),
    (
        EdgeRole::Evidence,
        &[
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
        ],
    ),
    (
        EdgeRole::EvidenceDate,
        &["evidencedate", "sourcedate", "dateofsource", "publicationdate", "published", "accessed"],
    ),
    (
        EdgeRole::Confidence,
        &["confidence", "certainty", "konfidenz", "confianza", "confiance", "fiducia"],
    ),
    (
        EdgeRole::Source,
        &[
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
        ],
    ),
];

/// The role that the name of an edges' column says, and how sure that is: 0 is surest.
pub fn edge_role(name: &str) -> Option<(EdgeRole, usize)> {
    role(&EDGE_WORDS, name)
}

/// The role that the name of a nodes' column says, as [`edge_role`].
pub fn node_role(name: &str) -> Option<(NodeRole, usize)> {
    role(&NODE_WORDS, name)
}

fn role<R: Copy>(table: &[(R, &[&str])], name: &str) -> Option<(R, usize)> {
    let find = |name: &str| {
        let name = squashed(name);
        table.iter().find_map(|(role, words)| {
            let is_it = |word: &&str| *word == name || !word.is_ascii() && squashed(word) == name;
            words.iter().position(is_it).map(|rank| (*role, rank))
        })
    };
    find(name).or_else(|| find(without_unit(name)?))
}

/// A name without what stands in brackets at its end, as units do: `Value (USD m)` is `Value`.
fn without_unit(name: &str) -> Option<&str> {
    let (before, _) = name.trim_end().strip_suffix([')', ']'])?.rsplit_once(['(', '['])?;
    Some(before)
}

/// Whether a column says how far north something is, so that larger values are higher up.
pub fn is_latitude(name: &str) -> bool {
    [LATITUDE, "lat"].contains(&squashed(name).as_str())
}

/// A name without blanks, marks, capitals and signs: `Start_Date` is `startdate`.
pub fn squashed(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_understood_however_they_are_written() {
        for (name, role) in [
            (" Start_Date ", EdgeRole::Since),
            ("endYear", EdgeRole::Until),
            ("Año", EdgeRole::Year),
            ("TYPE", EdgeRole::Kind),
            ("Évidence", EdgeRole::Evidence),
            ("cited source", EdgeRole::Source),
            ("関係", EdgeRole::Kind),
            ("Value (USD m)", EdgeRole::Weight),
        ] {
            assert_eq!(edge_role(name).map(|(role, _)| role), Some(role), "{name}");
        }
        assert_eq!(edge_role("gdp"), None);
        assert_eq!(node_role("ISO-3").map(|(role, _)| role), Some(NodeRole::Code));
    }

    #[test]
    fn no_word_has_two_roles() {
        let mut words: Vec<&str> =
            EDGE_WORDS.iter().flat_map(|(_, words)| words.to_vec()).collect();
        words.sort_unstable();
        assert!(words.windows(2).all(|pair| pair[0] != pair[1]));
        assert!(words.iter().all(|word| !word.is_ascii() || squashed(word) == **word));
    }
}
