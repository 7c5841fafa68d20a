//! Official names: “Republic of Poland”, “Königreich Norwegen”, “Republik Polen”.

use super::fold::{fold, words};

/// What says the form of a state before its name, without marks; the longer first where one begins
/// another. Forms that tell one state from another of the same name (“Democratic Republic of”) aren't
/// among them: such names are in the table as a whole.
const FORMS: &[&str] = &[
    "the republic of",
    "republic of",
    "the kingdom of",
    "kingdom of",
    "the state of",
    "state of",
    "the commonwealth of",
    "commonwealth of",
    "the sultanate of",
    "sultanate of",
    "the principality of",
    "principality of",
    "the grand duchy of",
    "grand duchy of",
    "islamic republic of",
    "the islamic republic of",
    "the federal republic of",
    "federal republic of",
    "emirate of",
    "federation of",
    "union of",
    "empire of",
    "republic",
    "republique de la",
    "republique des",
    "republique du",
    "republique de l",
    "republique de",
    "republique d",
    "royaume de la",
    "royaume des",
    "royaume du",
    "royaume de l",
    "royaume de",
    "royaume d",
    "principaute de",
    "principaute d",
    "sultanat d",
    "emirat de",
    "etat de",
    "etat du",
    "etat d",
    "republique federale de",
    "republique federale du",
    "republique federale d",
    "republica de la",
    "republica de los",
    "republica de las",
    "republica del",
    "republica de",
    "republica da",
    "republica dos",
    "republica do",
    "reino de",
    "reino da",
    "reino do",
    "reino de los",
    "principado de",
    "estado de",
    "estado do",
    "sultanato de",
    "emirato de",
    "republik",
    "konigreich der",
    "konigreich",
    "furstentum",
    "staat",
    "sultanat",
    "grossherzogtum",
    "bundesrepublik",
    "emirat",
    "республика",
    "королевство",
    "княжество",
    "государство",
    "султанат",
    "جمهوريه",
    "مملكه",
    "دوله",
    "سلطنه",
    "اماره",
];

/// What says the form of a state behind its name.
const ENDINGS: &[&str] = &["共和国", "共和國", "王国", "王國", "公国", "연방", "공화국"];

/// The name without the form of the state before or behind it, if one stands there.
pub(super) fn without_form_of_state(text: &str) -> Option<String> {
    let words = words(&fold(text).replace('\'', " "));
    let behind = |form: &str| words.strip_prefix(form)?.strip_prefix(' ').map(str::to_owned);
    let forms = FORMS.iter().filter_map(|form| behind(form)).min_by_key(String::len);
    let before = || ENDINGS.iter().find_map(|form| words.strip_suffix(form)).map(str::to_owned);
    forms.or_else(before).filter(|name| !name.is_empty())
}
