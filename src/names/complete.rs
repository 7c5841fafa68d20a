//! Nations that a person who has begun to type may mean.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::fold::{fold, words};
use super::known_nation::{KnownNation, NameSort};
use super::table::all;

/// Longer texts, in bytes, complete to nothing.
const MAX_LEN: usize = 100;

/// A nation whose name or code goes with what has been typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The nation.
    pub nation: &'static KnownNation,
    /// The name or code that goes with the text, where it isn't the nation's common name.
    pub matched: Option<String>,
}

/// How well a name or code goes with what has been typed, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    CommonNameBegins,
    NameBegins,
    NameInOtherLanguageBegins,
    WordBegins,
    Contained,
}

/// A name or code as it is searched.
struct Searched {
    /// Its place in [`all`].
    nation: usize,
    text: &'static str,
    words: String,
    letters: Letters,
    sort: SearchedSort,
}

/// Which letters are in a text, roughly: where one lacks a letter, nothing needs to be searched.
#[derive(Clone, Copy)]
struct Letters(u64);

impl Letters {
    fn of(text: &str) -> Self {
        Self(text.bytes().fold(0, |letters, byte| letters | 1 << (byte & 63)))
    }

    fn may_contain(self, others: Self) -> bool {
        self.0 & others.0 == others.0
    }
}

/// The place of each nation of [`all`] by name.
static PLACE_BY_NAME: LazyLock<Vec<usize>> = LazyLock::new(|| {
    let names: Vec<String> = all().iter().map(|nation| fold(nation.name)).collect();
    let mut by_name: Vec<usize> = (0..names.len()).collect();
    by_name.sort_by(|one, other| names[*one].cmp(&names[*other]));
    let mut places = vec![0; names.len()];
    by_name.iter().enumerate().for_each(|(place, nation)| places[*nation] = place);
    places
});

impl Searched {
    fn new(nation: usize, text: &'static str, words: String, sort: SearchedSort) -> Self {
        Self { nation, text, letters: Letters::of(&words), words, sort }
    }
}

/// As what it is searched, the surest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum SearchedSort {
    Code,
    CommonName,
    Name,
    NameInOtherLanguage,
    NameForSomeYears,
}

static SEARCHED: LazyLock<Vec<Searched>> = LazyLock::new(|| {
    let searched = |(nation, known): (usize, &'static KnownNation)| {
        let name = move |(place, name): (usize, &super::known_nation::Name)| {
            let sort = match name.sort {
                NameSort::In("en") if place == 0 && !name.text.ends_with(')') => {
                    SearchedSort::CommonName
                }
                NameSort::In(_) if name.only_in.is_some() => SearchedSort::NameForSomeYears,
                NameSort::In("en") => SearchedSort::Name,
                NameSort::In(_) => SearchedSort::NameInOtherLanguage,
                NameSort::Demonym | NameSort::Capital | NameSort::Part => return None,
            };
            let words = words(&fold(name.text));
            Some(Searched::new(nation, name.text, words, sort))
        };
        let own_codes = [Some(known.code), known.alpha2].into_iter().flatten();
        let codes = own_codes
            .chain(known.withdrawn_codes.iter().copied())
            .map(move |text| Searched::new(nation, text, fold(text), SearchedSort::Code));
        each_once(known.names.iter().enumerate().filter_map(name).chain(codes).collect())
    };
    all().iter().enumerate().flat_map(searched).collect()
});

/// A nation's names, each way to write one once: many languages share it.
fn each_once(mut names: Vec<Searched>) -> Vec<Searched> {
    names.sort_by_key(|name| name.sort);
    let mut seen = BTreeSet::new();
    names.retain(|name| name.sort == SearchedSort::Code || seen.insert(name.words.clone()));
    names
}

/// Up to `limit` nations that a person who has typed `text` may mean, the likeliest first, each once:
/// those with that code or whole name, then those of whose common name, other names, names in
/// other languages the text is the beginning, then those with a word that begins so, and last those
/// that contain it; a single letter of an alphabet looks for beginnings alone. Within each, states come before former states and organisations, and all go by
/// name; “Korea (until 1910)” is no common name, so that South Korea comes before it. Nothing typed
/// means none.
pub fn complete(text: &str, limit: usize) -> Vec<Completion> {
    if text.len() > MAX_LEN {
        return Vec::new();
    }
    let typed = words(&fold(text));
    if typed.is_empty() {
        return Vec::new();
    }
    let letters = Letters::of(&typed);
    let mut best: BTreeMap<usize, (Fit, &Searched)> = BTreeMap::new();
    for searched in SEARCHED.iter().filter(|searched| searched.letters.may_contain(letters)) {
        let Some(fit) = fit(searched, &typed) else { continue };
        let found = best.entry(searched.nation).or_insert((fit, searched));
        if fit < found.0 {
            *found = (fit, searched);
        }
    }
    let mut found: Vec<(Fit, &Searched)> = best.into_values().collect();
    found.sort_by_key(|(fit, searched)| {
        (*fit, all()[searched.nation].sort, PLACE_BY_NAME[searched.nation])
    });
    let completion = |(_, searched): (Fit, &Searched)| Completion {
        nation: &all()[searched.nation],
        matched: (searched.text != all()[searched.nation].name).then(|| searched.text.to_owned()),
    };
    found.into_iter().take(limit).map(completion).collect()
}

fn fit(searched: &Searched, typed: &str) -> Option<Fit> {
    let words = searched.words.as_str();
    if words == typed && searched.sort != SearchedSort::NameForSomeYears {
        return Some(Fit::Whole);
    }
    if searched.sort == SearchedSort::Code {
        return None;
    }
    if words.starts_with(typed) {
        return Some(match searched.sort {
            SearchedSort::CommonName => Fit::CommonNameBegins,
            SearchedSort::Name => Fit::NameBegins,
            _ => Fit::NameInOtherLanguageBegins,
        });
    }
    if is_one_letter(typed) {
        return None;
    }
    words.find(typed)?;
    let begins_word = words.match_indices(typed).any(|(at, _)| words[..at].ends_with(' '));
    Some(if begins_word { Fit::WordBegins } else { Fit::Contained })
}

/// Whether a text is a single letter of an alphabet, rather than a character that may be a word by itself.
fn is_one_letter(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|letter| letter < '\u{3040}') && letters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        complete(text, 4).into_iter().map(|found| found.nation.code).collect()
    }

    #[test]
    fn the_likeliest_comes_first() {
        for (typed, code) in [
            ("Pola", "POL"),
            ("pol", "POL"),
            ("deu", "DEU"),
            ("uk", "GBR"),
            ("ussr", "SUHH"),
            ("soviet", "SUHH"),
            ("allem", "DEU"),
            ("turk", "TUR"),
            ("Birm", "MMR"),
            ("日", "JPN"),
            ("кита", "CHN"),
            ("cote d", "CIV"),
            ("zealand", "NZL"),
            ("nato", "ORG NATO"),
            ("kore", "PRK"),
            ("korea", "PRK"),
            ("germany", "DEU"),
            ("yugo", "YUCS"),
            ("aust", "AUS"),
            ("cz", "CZE"),
            ("prus", "COW 255"),
        ] {
            assert_eq!(codes(typed).first(), Some(&code), "{typed}: {:?}", codes(typed));
        }
    }

    #[test]
    fn a_name_that_isnt_the_common_one_is_told() {
        let matched = |text: &str| complete(text, 1).pop().and_then(|found| found.matched);
        assert_eq!(matched("Pola"), None);
        assert_eq!(matched("Polog").as_deref(), Some("Pologne"));
        assert_eq!(matched("Siam").as_deref(), Some("Siam"));
    }

    #[test]
    fn each_nation_comes_once_and_nothing_is_none() {
        assert!(complete(" ", 9).is_empty() && complete("qqqq", 9).is_empty());
        assert!(complete(&"a".repeat(1 << 16), 9).is_empty());
        let mut found =
            complete("a", 1000).into_iter().map(|found| found.nation.code).collect::<Vec<_>>();
        let before = found.len();
        found.sort_unstable();
        found.dedup();
        assert_eq!(found.len(), before);
    }
}
