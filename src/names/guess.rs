//! In which scheme a column of values says nations.

use std::fmt;

use super::fold::name_key;
use super::index::{INDEX, Lead};
use super::recognise::{MAX_LEN, Recognition, by_name, recognise, settle};
use super::scheme::Clue;

/// The share of values that must fit.
const AGREEMENT: f64 = 0.8;

/// A scheme of codes, or a language of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Alpha-3 codes (ISO 3166-1).
    Alpha3,
    /// Alpha-2 codes (ISO 3166-1).
    Alpha2,
    /// Numeric codes (ISO 3166-1).
    Numeric,
    /// Numbers of the Correlates of War project.
    CowNumber,
    /// Numbers of Gleditsch and Ward.
    GleditschWard,
    /// Abbreviations of the Correlates of War project.
    CowAbbreviation,
    /// Codes of the IOC or of FIFA.
    SportCode,
    /// Names in a language, by its BCP 47 tag.
    NamesIn(&'static str),
    /// Names and codes of several kinds.
    Mixed,
}

impl Scheme {
    /// Every scheme, in the order in which they are preferred where they fit alike.
    pub const ALL: [Self; 32] = [
        Self::Alpha3,
        Self::Alpha2,
        Self::Numeric,
        Self::CowNumber,
        Self::GleditschWard,
        Self::CowAbbreviation,
        Self::SportCode,
        Self::NamesIn("en"),
        Self::NamesIn("fr"),
        Self::NamesIn("es"),
        Self::NamesIn("de"),
        Self::NamesIn("pt"),
        Self::NamesIn("ru"),
        Self::NamesIn("zh"),
        Self::NamesIn("zh-Hant"),
        Self::NamesIn("ar"),
        Self::NamesIn("ja"),
        Self::NamesIn("it"),
        Self::NamesIn("nl"),
        Self::NamesIn("pl"),
        Self::NamesIn("cs"),
        Self::NamesIn("uk"),
        Self::NamesIn("sv"),
        Self::NamesIn("tr"),
        Self::NamesIn("fa"),
        Self::NamesIn("he"),
        Self::NamesIn("el"),
        Self::NamesIn("hi"),
        Self::NamesIn("id"),
        Self::NamesIn("vi"),
        Self::NamesIn("ko"),
        Self::Mixed,
    ];
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Alpha3 => "ISO 3166-1 alpha-3",
            Self::Alpha2 => "ISO 3166-1 alpha-2",
            Self::Numeric => "ISO 3166-1 numeric",
            Self::CowNumber => "COW numbers",
            Self::GleditschWard => "Gleditsch–Ward numbers",
            Self::CowAbbreviation => "COW abbreviations",
            Self::SportCode => "IOC or FIFA codes",
            Self::NamesIn(tag) => return write!(f, "names in {}", language(tag)),
            Self::Mixed => "names and codes of several kinds",
        })
    }
}

fn language(tag: &str) -> &str {
    match tag {
        "en" => "English",
        "fr" => "French",
        "es" => "Spanish",
        "de" => "German",
        "pt" => "Portuguese",
        "ru" => "Russian",
        "zh" => "Chinese",
        "zh-Hant" => "Chinese (traditional)",
        "ar" => "Arabic",
        "ja" => "Japanese",
        "it" => "Italian",
        "nl" => "Dutch",
        "pl" => "Polish",
        "cs" => "Czech",
        "uk" => "Ukrainian",
        "sv" => "Swedish",
        "tr" => "Turkish",
        "fa" => "Persian",
        "he" => "Hebrew",
        "el" => "Greek",
        "hi" => "Hindi",
        "id" => "Indonesian",
        "vi" => "Vietnamese",
        "ko" => "Korean",
        tag => tag,
    }
}

/// In which scheme a column says nations.
#[derive(Clone, Debug, PartialEq)]
pub struct Guess {
    /// The scheme in which most values are nations.
    pub scheme: Scheme,
    /// Other schemes in which as many are.
    pub rivals: Vec<Scheme>,
    /// The share of values that fit, 0.8 to 1. Empty ones don't count.
    pub share: f64,
    /// The places of the values that don't fit, from 0.
    pub misfits: Vec<usize>,
}

/// The scheme by which at least four in five values of a column say nations; `None` where none is.
pub fn guess_scheme(values: &[&str]) -> Option<Guess> {
    let filled = values.iter().filter(|value| !value.trim().is_empty()).count();
    let misfits = |scheme: Scheme| -> Vec<usize> {
        let is_misfit = |(_, value): &(usize, &&str)| {
            !value.trim().is_empty() && read_as(scheme, value, None) == Recognition::Unknown
        };
        values.iter().enumerate().filter(is_misfit).map(|(place, _)| place).collect()
    };
    let fitting = Scheme::ALL.into_iter().map(|scheme| (scheme, misfits(scheme)));
    let share = |misfits: &[usize]| 1.0 - misfits.len() as f64 / filled.max(1) as f64;
    let good: Vec<(Scheme, Vec<usize>)> =
        fitting.filter(|(_, misfits)| filled > 0 && share(misfits) >= AGREEMENT - 1e-9).collect();
    let pure = good.iter().filter(|(scheme, _)| *scheme != Scheme::Mixed);
    let (scheme, misfits) = pure.min_by_key(|(_, misfits)| misfits.len()).or(good.first())?;
    let rival = |(other, others): &(Scheme, Vec<usize>)| {
        (*other != *scheme && *other != Scheme::Mixed && others.len() == misfits.len())
            .then_some(*other)
    };
    Some(Guess {
        scheme: *scheme,
        rivals: good.iter().filter_map(rival).collect(),
        share: share(misfits),
        misfits: misfits.clone(),
    })
}

/// The nation that a value means in a scheme: `AUS` is Australia in alpha-3 and Austria among the
/// abbreviations of the Correlates of War project. `year` as in [`recognise`].
pub fn read_as(scheme: Scheme, value: &str, year: Option<i32>) -> Recognition {
    let value = value.trim();
    if value.len() > MAX_LEN {
        return Recognition::Unknown;
    }
    let number = || value.parse::<u16>().map_or(&[][..], |number| INDEX.number(number));
    let of = |leads: &[Lead], clues: &[Clue]| {
        let own: Vec<Lead> =
            leads.iter().filter(|lead| clues.contains(&lead.clue)).copied().collect();
        settle(&own, year)
    };
    let code = value.to_uppercase();
    match scheme {
        Scheme::Alpha3 => of(INDEX.code(&code), &[Clue::Alpha3]),
        Scheme::Alpha2 => of(INDEX.code(&code), &[Clue::Alpha2]),
        Scheme::Numeric => of(number(), &[Clue::Numeric]),
        Scheme::CowNumber => of(number(), &[Clue::CowNumber]),
        Scheme::GleditschWard => of(number(), &[Clue::GleditschWard]),
        Scheme::CowAbbreviation => of(INDEX.code(&code), &[Clue::CowAbbreviation]),
        Scheme::SportCode => match of(INDEX.code(&code), &[Clue::SportCode]) {
            Recognition::Unknown => of(INDEX.code(&code), &[Clue::Alpha3]),
            found => found,
        },
        Scheme::NamesIn("en") => of(&by_name(value), &[Clue::Name]),
        Scheme::NamesIn(tag) => match of(&by_name(value), &[Clue::NameIn(tag)]) {
            Recognition::Unknown => of(INDEX.choice(&name_key(value)), &[Clue::Name, Clue::Part]),
            found => found,
        },
        Scheme::Mixed => recognise(value, year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scheme(values: &[&str]) -> Option<Scheme> {
        guess_scheme(values).map(|guess| guess.scheme)
    }

    #[test]
    fn the_scheme_of_a_column_is_seen() {
        assert_eq!(scheme(&["USA", "AUT", "FRA", "DEU"]), Some(Scheme::Alpha3));
        assert_eq!(scheme(&["US", "AT", "", "DE"]), Some(Scheme::Alpha2));
        assert_eq!(scheme(&["USA", "UKG", "FRN", "GMY", "AUS"]), Some(Scheme::CowAbbreviation));
        assert_eq!(scheme(&["2", "200", "220", "255", "365"]), Some(Scheme::CowNumber));
        assert_eq!(scheme(&["840", "826", "250", "276"]), Some(Scheme::Numeric));
        assert_eq!(scheme(&["Germany", "France", "Korea, Rep."]), Some(Scheme::NamesIn("en")));
        assert_eq!(scheme(&["Allemagne", "France", "Corée du Sud"]), Some(Scheme::NamesIn("fr")));
        assert_eq!(scheme(&["ألمانيا", "فرنسا"]), Some(Scheme::NamesIn("ar")));
        assert_eq!(scheme(&["Niemcy", "Francja", "Włochy"]), Some(Scheme::NamesIn("pl")));
        assert_eq!(scheme(&["ALMANYA", "Fransa", "İtalya"]), Some(Scheme::NamesIn("tr")));
        assert_eq!(scheme(&["독일", "프랑스", "이탈리아"]), Some(Scheme::NamesIn("ko")));
        assert_eq!(scheme(&["red", "green", "France"]), None);
        assert_eq!(scheme(&[]), None);
    }

    #[test]
    fn what_doesnt_fit_is_told() {
        let guess = guess_scheme(&["POL", "HUN", "ZZZ", "CZE", "ROU"]).expect("alpha-3");
        assert_eq!((guess.share, guess.misfits), (0.8, vec![2]));
    }

    #[test]
    fn a_scheme_reads_by_its_own_codes() {
        let code = |scheme| match read_as(scheme, "AUS", None) {
            Recognition::Known(found) => found.nation.code,
            _ => "",
        };
        assert_eq!((code(Scheme::Alpha3), code(Scheme::CowAbbreviation)), ("AUS", "AUT"));
    }
}
