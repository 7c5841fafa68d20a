//! Words of other languages within the names of kinds of tie, and whether such a tie is friendly or hostile.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::formats::vocabulary::header_words::squashed;
use crate::model::Sign;

/// Words that stand between blanks or signs.
const WORDS: [(Sign, &[&str]); 3] = [
    (
        Sign::Friendly,
        &[
            // German
            "verbundete",
            "verbundeter",
            "verbundeten",
            "freund",
            "freunde",
            "freundschaft",
            "vertrag",
            "pakt",
            "abkommen",
            "zusammenarbeit",
            "kooperation",
            "hilfe",
            "unterstutzung",
            "partnerschaft",
            // French
            "allie",
            "allies",
            "alliees",
            "ami",
            "amis",
            "amitie",
            "traite",
            "pacte",
            "cooperation",
            "aide",
            "soutien",
            "partenariat",
            // Spanish, Portuguese, Italian
            "aliado",
            "aliados",
            "aliada",
            "aliadas",
            "amigo",
            "amigos",
            "amistad",
            "tratado",
            "pacto",
            "acuerdo",
            "cooperacion",
            "ayuda",
            "apoyo",
            "alianca",
            "amizade",
            "acordo",
            "cooperacao",
            "ajuda",
            "apoio",
            "alleanza",
            "alleato",
            "alleati",
            "amico",
            "amici",
            "amicizia",
            "trattato",
            "patto",
            "accordo",
            "cooperazione",
            "aiuto",
            "sostegno",
            // Dutch, Polish, Turkish
            "bondgenootschap",
            "bondgenoot",
            "bondgenoten",
            "vriend",
            "vrienden",
            "verdrag",
            "samenwerking",
            "steun",
            "sojusz",
            "sojusznik",
            "sojusznicy",
            "przyjaciel",
            "przyjaciele",
            "traktat",
            "umowa",
            "wspolpraca",
            "pomoc",
            "ittifak",
            "muttefik",
            "muttefikler",
            "dost",
            "dostlar",
            "antlasma",
            "anlasma",
            "isbirligi",
            "yardim",
            "destek",
            // Russian, Ukrainian
            "союз",
            "альянс",
            "союзник",
            "союзники",
            "друг",
            "друзья",
            "дружба",
            "договор",
            "пакт",
            "соглашение",
            "сотрудничество",
            "помощь",
            "поддержка",
            "союзники",
            "друзі",
            "договір",
            "угода",
            "співпраця",
            "допомога",
            "підтримка",
            // Arabic
            "تحالف",
            "حليف",
            "حلفاء",
            "صديق",
            "أصدقاء",
            "معاهدة",
            "اتفاقية",
            "تعاون",
            "دعم",
            // Plurals and others
            "pakte",
            "pactes",
            "pactos",
            "vertrage",
            "traites",
            "tratados",
            "acuerdos",
            "verbundet",
            "allianzen",
            "bundnisse",
            "alianzas",
            "alliee",
            "frieden",
            "paix",
            "paz",
            "союзы",
            "договоры",
            "пакты",
        ],
    ),
    (
        Sign::Hostile,
        &[
            "feind",
            "feinde",
            "feindschaft",
            "gegner",
            "rivale",
            "rivalen",
            "sanktionen",
            "streit",
            "bedrohung",
            "ennemi",
            "ennemis",
            "rivaux",
            "conflit",
            "menace",
            "enemigo",
            "enemigos",
            "rivales",
            "conflicto",
            "sanciones",
            "amenaza",
            "inimigo",
            "inimigos",
            "rivais",
            "conflito",
            "sancoes",
            "ameaca",
            "nemico",
            "nemici",
            "rivali",
            "conflitto",
            "sanzioni",
            "minaccia",
            "vijand",
            "vijanden",
            "oorlog",
            "sancties",
            "dreiging",
            "wrog",
            "wrogowie",
            "wojna",
            "sankcje",
            "zagrozenie",
            "dusman",
            "dusmanlar",
            "savas",
            "catisma",
            "yaptirim",
            "yaptirimlar",
            "tehdit",
            "враг",
            "враги",
            "вражда",
            "война",
            "конфликт",
            "санкции",
            "угроза",
            "соперник",
            "соперники",
            "ворог",
            "вороги",
            "війна",
            "конфлікт",
            "санкції",
            "загроза",
            "عدو",
            "أعداء",
            "حرب",
            "نزاع",
            "عقوبات",
            "تهديد",
            // Plurals and others
            "kriege",
            "guerres",
            "guerras",
            "konflikte",
            "conflits",
            "conflictos",
            "rivalitat",
            "rivalites",
            "rivalite",
            "rivalidad",
            "sanktion",
            "angriff",
            "attaque",
            "ataque",
            "войны",
            "конфликты",
            "spannung",
            "spannungen",
            "tensiones",
            "differend",
        ],
    ),
    (
        Sign::Neutral,
        &[
            "handel",
            "grenze",
            "commerce",
            "frontiere",
            "comercio",
            "frontera",
            "commercio",
            "confine",
            "fronteira",
            "grens",
            "granica",
            "ticaret",
            "sinir",
            "торговля",
            "граница",
            "торгівля",
            "кордон",
            "تجارة",
            "حدود",
        ],
    ),
];

/// Words of scripts that are written without blanks.
const PARTS: [(Sign, &[&str]); 3] = [
    (
        Sign::Friendly,
        &[
            "条約", "同盟", "联盟", "聯盟", "盟友", "盟国", "友好", "条约", "條約", "協定", "协定",
            "合作", "協力", "援助", "支持", "友人", "동맹", "조약", "협력", "협정", "우호", "지원",
        ],
    ),
    (
        Sign::Hostile,
        &[
            "战争", "戰爭", "戦争", "敌", "敵", "制裁", "冲突", "衝突", "紛争", "威胁", "脅威",
            "전쟁", "적국", "적대", "제재", "분쟁", "갈등", "위협",
        ],
    ),
    (Sign::Neutral, &["贸易", "貿易", "무역", "国境", "边界", "국경"]),
];

/// Words among them for what one nation does to another, and parts of such words.
const DIRECTED: [&str; 41] = [
    "hilfe",
    "unterstutzung",
    "sanktionen",
    "bedrohung",
    "aide",
    "soutien",
    "menace",
    "ayuda",
    "apoyo",
    "sanciones",
    "amenaza",
    "ajuda",
    "apoio",
    "sancoes",
    "ameaca",
    "aiuto",
    "sostegno",
    "sanzioni",
    "minaccia",
    "steun",
    "sancties",
    "dreiging",
    "pomoc",
    "sankcje",
    "zagrozenie",
    "yardim",
    "destek",
    "yaptirim",
    "yaptirimlar",
    "tehdit",
    "помощь",
    "поддержка",
    "санкции",
    "угроза",
    "допомога",
    "підтримка",
    "санкції",
    "загроза",
    "دعم",
    "عقوبات",
    "تهديد",
];
const DIRECTED_PARTS: [&str; 8] = ["援助", "支持", "制裁", "威胁", "脅威", "제재", "지원", "위협"];

static DIRECTED_WORDS: LazyLock<HashSet<String>> =
    LazyLock::new(|| DIRECTED.iter().map(|word| squashed(word)).collect());

/// Whether a kind of tie runs from one nation to the other, by the words of its name.
pub fn is_directed(name: &str) -> bool {
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    words.any(|word| !word.is_empty() && DIRECTED_WORDS.contains(&squashed(word)))
        || !name.is_ascii() && DIRECTED_PARTS.iter().any(|part| name.contains(part))
}

static SIGN_OF: LazyLock<HashMap<String, Sign>> = LazyLock::new(|| {
    let each =
        WORDS.iter().flat_map(|(sign, words)| words.iter().map(|word| (squashed(word), *sign)));
    each.collect()
});

/// The sign that the words of a name say, squashed; friendly ones go before, as in a peace after a war.
pub fn sign(name: &str, words: &[String]) -> Option<Sign> {
    let found: Vec<Sign> = words.iter().filter_map(|word| SIGN_OF.get(word).copied()).collect();
    let has_part = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let of_parts = || {
        let found = PARTS.iter().find(|(_, words)| !name.is_ascii() && has_part(words));
        found.map(|(sign, _)| *sign)
    };
    [Sign::Friendly, Sign::Hostile, Sign::Neutral]
        .into_iter()
        .find(|sign| found.contains(sign))
        .or_else(of_parts)
}

#[cfg(test)]
mod tests {
    use super::super::kind_sign::sign_of_kind;
    use super::*;

    #[test]
    fn kinds_of_other_languages_have_signs() {
        for (sign, names) in [
            (
                Sign::Friendly,
                [
                    "Bündnis",
                    "Verbündete",
                    "Aliados",
                    "Alliés",
                    "alleanza",
                    "Aliança",
                    "sojusz",
                    "Союз",
                    "Союзники",
                    "ittifak",
                    "تحالف",
                    "联盟",
                    "軍事同盟",
                    "동맹",
                ]
                .as_slice(),
            ),
            (
                Sign::Hostile,
                &[
                    "Feinde",
                    "Krieg",
                    "Ennemis",
                    "Enemigos",
                    "Sanciones",
                    "oorlog",
                    "wojna",
                    "Война",
                    "війна",
                    "savaş",
                    "حرب",
                    "战争",
                    "戦争",
                    "경제 제재",
                ],
            ),
            (Sign::Neutral, &["Handel", "Comercio", "贸易"]),
        ] {
            for name in names {
                assert_eq!(sign_of_kind(name), Some(sign), "{name}");
            }
        }
        assert_eq!(sign_of_kind("Musik"), None);
        for name in ["Sanktionen", "Militärische Hilfe", "санкции", "经济制裁", "Ayuda"]
        {
            assert!(is_directed(name), "{name}");
        }
        for name in ["Bündnis", "Krieg", "联盟", "Handel"] {
            assert!(!is_directed(name), "{name}");
        }
    }
}
