//! “Did you mean”: nations whose names are nearly what was typed.

use std::sync::LazyLock;

use super::complete::complete;
use super::fold::name_key;
use super::known_nation::{KnownNation, Name, NameSort};
use super::table::all;

/// Longer texts, in bytes, are no slip of a nation's name.
const MAX_LEN: usize = 60;

/// The share of letters that must agree.
const LIKENESS: f64 = 0.75;

/// The keys of the English names of each nation of [`all`].
static KEYS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let is_plain = |name: &&Name| name.sort == NameSort::In("en") && name.only_in.is_none();
    let keys = |nation: &KnownNation| {
        nation.names.iter().filter(is_plain).map(|name| name_key(name.text)).collect()
    };
    all().iter().map(keys).collect()
});

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
    let likeness = |keys: &[String]| {
        let near_in_length = |other: &&String| {
            let (short, long) = (other.len().min(key.len()), other.len().max(key.len()));
            short as f64 >= LIKENESS * long as f64
        };
        let each = keys.iter().filter(near_in_length);
        let each = each.map(|other| strsim::normalized_damerau_levenshtein(other, &key));
        each.fold(0.0, f64::max)
    };
    let mut near: Vec<(f64, &KnownNation)> = all()
        .iter()
        .zip(KEYS.iter())
        .map(|(nation, keys)| (likeness(keys), nation))
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
