//! Names of months in English, German, French, Spanish, Italian, Portuguese and Russian.

/// The names of each month in small letters, with the abbreviations that are no beginnings of the English one.
const MONTHS: [&[&str]; 12] = [
    &[
        "january",
        "januar",
        "jänner",
        "janvier",
        "janv",
        "enero",
        "ene",
        "gennaio",
        "gen",
        "janeiro",
        "января",
        "январь",
    ],
    &[
        "february",
        "februar",
        "feber",
        "février",
        "fevrier",
        "févr",
        "fév",
        "febrero",
        "febbraio",
        "fevereiro",
        "fev",
        "февраля",
        "февраль",
    ],
    &["march", "märz", "mrz", "mars", "marzo", "março", "марта", "март"],
    &["april", "avril", "avr", "abril", "abr", "aprile", "апреля", "апрель"],
    &["may", "mai", "mayo", "maggio", "mag", "maio", "мая", "май"],
    &["june", "juni", "juin", "junio", "giugno", "giu", "junho", "июня", "июнь"],
    &["july", "juli", "juillet", "juil", "julio", "luglio", "lug", "julho", "июля", "июль"],
    &["august", "août", "aout", "agosto", "ago", "августа", "август"],
    &[
        "september",
        "sept",
        "septembre",
        "septiembre",
        "setiembre",
        "settembre",
        "setembro",
        "сентября",
        "сентябрь",
    ],
    &[
        "october",
        "oktober",
        "okt",
        "octobre",
        "octubre",
        "ottobre",
        "ott",
        "outubro",
        "октября",
        "октябрь",
    ],
    &["november", "novembre", "noviembre", "novembro", "ноября", "ноябрь"],
    &[
        "december",
        "dezember",
        "dez",
        "décembre",
        "decembre",
        "déc",
        "diciembre",
        "dic",
        "dicembre",
        "dezembro",
        "декабря",
        "декабрь",
    ],
];

/// The number of a month, by one of its names or the first three letters of the English one.
pub fn month(text: &str) -> Option<usize> {
    let text = text.to_lowercase();
    let is_meant = |names: &&[&str]| {
        names.contains(&text.as_str())
            || text.len() == 3 && names.first().is_some_and(|name| name.starts_with(&text))
    };
    MONTHS.iter().position(is_meant).map(|index| index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_in_the_languages_in_which_people_write() {
        for (text, number) in [
            ("January", 1),
            ("Feb", 2),
            ("Sept", 9),
            ("März", 3),
            ("Mai", 5),
            ("août", 8),
            ("AOÛT", 8),
            ("enero", 1),
            ("juin", 6),
            ("juil", 7),
            ("Dez", 12),
            ("мая", 5),
        ] {
            assert_eq!(month(text), Some(number), "{text}");
        }
        for text in ["", "Ma", "Marc", "Mali", "out of", "jui"] {
            assert_eq!(month(text), None, "{text}");
        }
    }
}
