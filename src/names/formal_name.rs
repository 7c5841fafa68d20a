//! Official names: “Republic of Poland”, “Königreich Norwegen”, “Republik Polen”.

use super::fold::{fold, words};

/// Words for the form of a state, which stand before its name, and the words that may follow them; without
/// marks. Forms that tell one state from another of the same name (“Democratic Republic of”) aren't among
/// them: such names are in the table as a whole.
const FORMS: &[(&[&str], &[&str])] = &[
    (
        &[
            "republic",
            "kingdom",
            "state",
            "commonwealth",
            "sultanate",
            "principality",
            "grand duchy",
            "duchy",
            "islamic republic",
            "federal republic",
            "emirate",
            "federation",
            "union",
            "territory",
            "bailiwick",
            "collectivity",
            "department",
            "democratic republic",
            "people s republic",
            "people s democratic republic",
            "democratic people s republic",
            "socialist republic",
            "people s socialist republic",
            "democratic socialist republic",
            "federal democratic republic",
            "federative republic",
            "united republic",
            "arab republic",
            "independent state",
            "islamic emirate",
            "khanate",
            "dominion",
            "colony",
            "protectorate",
        ],
        &["of the", "of"],
    ),
    (
        &[
            "republique",
            "royaume",
            "principaute",
            "sultanat",
            "emirat",
            "etat",
            "republique federale",
            "republique islamique",
            "federation",
            "union",
            "territoire",
            "bailliage",
            "collectivite",
            "departement",
            "grand duche",
            "pays",
        ],
        &["de la", "de l", "des", "du", "de", "d"],
    ),
    (
        &[
            "republica",
            "reino",
            "principado",
            "estado",
            "sultanato",
            "emirato",
            "emirado",
            "republica federal",
            "republica islamica",
            "federacion",
            "federacao",
            "union",
            "uniao",
            "territorio",
            "bailia",
            "bailiado",
            "colectividad",
            "coletividade",
            "departamento",
            "gran ducado",
            "grao ducado",
            "pais",
            "mancomunidad",
            "comunidade",
            "repubblica",
            "regno",
            "stato",
        ],
        &["de la", "de los", "de las", "del", "de", "da", "do", "das", "dos", "d", "di", "della"],
    ),
    (
        &[
            "republik",
            "konigreich",
            "furstentum",
            "staat",
            "sultanat",
            "grossherzogtum",
            "bundesrepublik",
            "emirat",
            "islamische republik",
            "foderation",
            "union",
            "gebiet",
            "vogtei",
            "gebietskorperschaft",
            "land",
        ],
        &["der", "des", "von", ""],
    ),
    (
        &[
            "республика",
            "королевство",
            "княжество",
            "государство",
            "султанат",
            "федеративная республика",
            "исламская республика",
            "جمهوريه",
            "مملكه",
            "دوله",
            "سلطنه",
            "اماره",
            "republic",
            "republiek",
            "koninkrijk",
            "kongeriket",
            "kongeriget",
            "konungariket",
            "republika",
            "respublika",
            "jamhuri ya",
            "република",
        ],
        &[""],
    ),
];

/// What says the form of a state behind its name.
const ENDINGS: &[&str] = &["共和国", "共和國", "王国", "王國", "公国", "연방", "공화국"];

/// The name without the form of the state before or behind it, if one stands there.
pub(super) fn without_form_of_state(text: &str) -> Option<String> {
    let words = words(&fold(text).replace('\'', " "));
    let words = words.strip_prefix("the ").unwrap_or(&words);
    let behind = |form: &str, link: &str| {
        let rest = words.strip_prefix(form)?.strip_prefix(' ')?;
        Some(if link.is_empty() { rest } else { rest.strip_prefix(link)?.strip_prefix(' ')? })
    };
    let each = FORMS.iter().flat_map(|(forms, links)| {
        forms.iter().flat_map(|form| links.iter().filter_map(|link| behind(form, link)))
    });
    let forms = each.min_by_key(|name| name.len()).map(str::to_owned);
    let before = || ENDINGS.iter().find_map(|form| words.strip_suffix(form)).map(str::to_owned);
    forms.or_else(before).filter(|name| !name.is_empty())
}
