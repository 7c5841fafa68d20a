//! Nations that a person who has begun to type may mean.

use std::collections::BTreeMap;
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
    sort: SearchedSort,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum SearchedSort {
    Code,
    CommonName,
    Name,
    NameInOtherLanguage,
}

static SEARCHED: LazyLock<Vec<Searched>> = LazyLock::new(|| {
    let searched = |(nation, known): (usize, &'static KnownNation)| {
        let name = move |(place, name): (usize, &super::known_nation::Name)| {
            let sort = match name.sort {
                NameSort::In("en") if place == 0 => SearchedSort::CommonName,
                NameSort::In("en") => SearchedSort::Name,
                NameSort::In(_) => SearchedSort::NameInOtherLanguage,
                NameSort::Demonym | NameSort::Capital | NameSort::Part => return None,
            };
            let words = words(&fold(name.text));
            Some(Searched { nation, text: name.text, words, sort })
        };
        let own_codes = [Some(known.code), known.alpha2].into_iter().flatten();
        let codes = own_codes.chain(known.withdrawn_codes.iter().copied()).map(move |text| {
            Searched { nation, text, words: fold(text), sort: SearchedSort::Code }
        });
        known.names.iter().enumerate().filter_map(name).chain(codes).collect::<Vec<_>>()
    };
    all().iter().enumerate().flat_map(searched).collect()
});

/// Up to `limit` nations that a person who has typed `text` may mean, the likeliest first, each once:
/// those with that code or whole name, then those of whose common name, other names, names in
/// other languages the text is the beginning, then those with a word that begins so, and last those
/// that contain it. Within each, states come before former states and organisations, and all go by
/// name. Nothing typed means none.
pub fn complete(text: &str, limit: usize) -> Vec<Completion> {
    if text.len() > MAX_LEN {
        return Vec::new();
    }
    let typed = words(&fold(text));
    if typed.is_empty() {
        return Vec::new();
    }
    let mut best: BTreeMap<usize, (Fit, &Searched)> = BTreeMap::new();
    for searched in SEARCHED.iter() {
        let Some(fit) = fit(searched, &typed) else { continue };
        let found = best.entry(searched.nation).or_insert((fit, searched));
        if fit < found.0 {
            *found = (fit, searched);
        }
    }
    let mut found: Vec<(Fit, &KnownNation, &Searched)> = best
        .into_iter()
        .filter_map(|(nation, (fit, searched))| Some((fit, all().get(nation)?, searched)))
        .collect();
    found.sort_by_cached_key(|(fit, nation, _)| (*fit, nation.sort, fold(nation.name)));
    let completion = |(_, nation, searched): (Fit, &'static KnownNation, &Searched)| Completion {
        nation,
        matched: (searched.sort != SearchedSort::CommonName).then(|| searched.text.to_owned()),
    };
    found.into_iter().take(limit).map(completion).collect()
}

fn fit(searched: &Searched, typed: &str) -> Option<Fit> {
    let words = searched.words.as_str();
    if words == typed {
        return Some(Fit::Whole);
    }
    if searched.sort == SearchedSort::Code {
        return None;
    }
    let at = words.find(typed)?;
    Some(match searched.sort {
        SearchedSort::CommonName if at == 0 => Fit::CommonNameBegins,
        SearchedSort::Name if at == 0 => Fit::NameBegins,
        _ if at == 0 => Fit::NameInOtherLanguageBegins,
        _ if words.match_indices(typed).any(|(at, _)| words.as_bytes()[at - 1] == b' ') => {
            Fit::WordBegins
        }
        _ => Fit::Contained,
    })
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
