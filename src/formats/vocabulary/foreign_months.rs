//! Names of months in other languages than English.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::months::month;
use crate::names::fold;

/// The names of each month, without marks, also as they stand behind a day.
const MONTHS: [&[&str]; 12] = [
    &[
        "januar",
        "janner",
        "janvier",
        "janv",
        "enero",
        "ene",
        "gennaio",
        "janeiro",
        "januari",
        "stycznia",
        "styczen",
        "ocak",
        "января",
        "январь",
        "янв",
        "січня",
        "січень",
        "يناير",
    ],
    &[
        "februar",
        "fevrier",
        "fevr",
        "febrero",
        "febbraio",
        "fevereiro",
        "fev",
        "februari",
        "lutego",
        "luty",
        "subat",
        "февраля",
        "февраль",
        "фев",
        "лютого",
        "лютий",
        "فبراير",
    ],
    &[
        "marz",
        "mrz",
        "mars",
        "marzo",
        "marco",
        "maart",
        "marca",
        "marzec",
        "mart",
        "марта",
        "март",
        "березня",
        "березень",
        "مارس",
    ],
    &[
        "avril",
        "avr",
        "abril",
        "abr",
        "aprile",
        "kwietnia",
        "kwiecien",
        "nisan",
        "апреля",
        "апрель",
        "апр",
        "квітня",
        "квітень",
        "أبريل",
    ],
    &[
        "mai",
        "mayo",
        "maggio",
        "maio",
        "mei",
        "maja",
        "maj",
        "mayis",
        "мая",
        "май",
        "травня",
        "травень",
        "مايو",
    ],
    &[
        "juni",
        "juin",
        "junio",
        "giugno",
        "junho",
        "czerwca",
        "czerwiec",
        "haziran",
        "июня",
        "июнь",
        "червня",
        "червень",
        "يونيو",
    ],
    &[
        "juli",
        "juillet",
        "juil",
        "julio",
        "luglio",
        "julho",
        "lipca",
        "lipiec",
        "temmuz",
        "июля",
        "июль",
        "липня",
        "липень",
        "يوليو",
    ],
    &[
        "aout",
        "agosto",
        "ago",
        "augustus",
        "sierpnia",
        "sierpien",
        "agustos",
        "августа",
        "август",
        "авг",
        "серпня",
        "серпень",
        "أغسطس",
    ],
    &[
        "septembre",
        "septiembre",
        "setiembre",
        "settembre",
        "setembro",
        "wrzesnia",
        "wrzesien",
        "eylul",
        "сентября",
        "сентябрь",
        "сент",
        "вересня",
        "вересень",
        "سبتمبر",
    ],
    &[
        "oktober",
        "okt",
        "octobre",
        "octubre",
        "ottobre",
        "outubro",
        "pazdziernika",
        "pazdziernik",
        "ekim",
        "октября",
        "октябрь",
        "окт",
        "жовтня",
        "жовтень",
        "أكتوبر",
    ],
    &[
        "novembre",
        "noviembre",
        "novembro",
        "listopada",
        "kasim",
        "ноября",
        "ноябрь",
        "нояб",
        "листопада",
        "نوفمبر",
    ],
    &[
        "dezember",
        "dez",
        "decembre",
        "diciembre",
        "dic",
        "dicembre",
        "dezembro",
        "grudnia",
        "grudzien",
        "aralik",
        "декабря",
        "декабрь",
        "дек",
        "грудня",
        "грудень",
        "ديسمبر",
    ],
];

static NUMBER_OF: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let each = (1..).zip(MONTHS);
    each.flat_map(|(number, names)| names.iter().map(move |name| (fold(name), number))).collect()
});

/// The number of a month, by its name in one of many languages.
pub fn month_in_any_language(text: &str) -> Option<usize> {
    month(text).or_else(|| NUMBER_OF.get(&fold(text)).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_one_number_each_in_all_languages() {
        let all: usize = MONTHS.iter().map(|names| names.len()).sum();
        assert_eq!(NUMBER_OF.len(), all, "no name stands for two months");
        for (name, number) in
            [("March", 3), ("März", 3), ("août", 8), ("Junio", 6), ("мая", 5), ("październik", 10)]
        {
            assert_eq!(month_in_any_language(name), Some(number), "{name}");
        }
        assert_eq!(month_in_any_language("Mali"), None);
    }
}
