//! “Did you mean”: nations whose names are nearly what was typed.

use super::complete::complete;
use super::fold::name_key;
use super::known_nation::{KnownNation, Name, NameSort};
use super::table::all;

/// Longer texts, in bytes, are no slip of a nation's name.
const MAX_LEN: usize = 60;

/// The share of letters that must agree.
const LIKENESS: f64 = 0.75;

/// Up to `limit` nations whose names a text with a slip in it may mean, the likeliest first. They are
/// for a person to choose from, never to be taken without asking.
pub fn suggest(text: &str, limit: usize) -> Vec<&'static KnownNation> {
    let key = name_key(text);
    if key.is_empty() || text.len() > MAX_LEN {
        return Vec::new();
    }
    let begun = complete(text, limit);
    if !begun.is_empty() {
        return begun.into_iter().map(|found| found.nation).collect();
    }
    let is_plain = |name: &&Name| name.sort == NameSort::In("en") && name.only_in.is_none();
    let likeness = |nation: &KnownNation| {
        let english = nation.names.iter().filter(|name| is_plain(name));
        let each =
            english.map(|name| strsim::normalized_damerau_levenshtein(&name_key(name.text), &key));
        each.fold(0.0, f64::max)
    };
    let mut near: Vec<(f64, &KnownNation)> = all()
        .iter()
        .map(|nation| (likeness(nation), nation))
        .filter(|(likeness, _)| *likeness >= LIKENESS)
        .collect();
    near.sort_by(|(a, one), (b, other)| b.total_cmp(a).then(one.sort.cmp(&other.sort)));
    near.into_iter().take(limit).map(|(_, nation)| nation).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_near_and_nonsense_is_not() {
        let first = |text| suggest(text, 3).first().map(|nation| nation.code);
        assert_eq!(first("Germny"), Some("DEU"));
        assert_eq!(first("Kazahkstan"), Some("KAZ"));
        assert_eq!(first("xqzv"), None);
        assert_eq!(first(""), None);
    }
}
