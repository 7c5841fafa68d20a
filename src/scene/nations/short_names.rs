//! What a nation is called where there is room for a few letters only.

use std::collections::BTreeMap;

use super::monograms::monograms;
use crate::model::{Map, Nation, NationId};
use crate::scene::text;

/// A longer code takes more room than letters of the name, and is telling to few.
const LONGEST_CODE: usize = 4;

/// The code of each nation, or the letters that stand in the mark of one without a short code.
pub fn short_names(map: &Map) -> BTreeMap<NationId, String> {
    let letters = monograms(map, |_, nation| short_code(nation).is_none());
    let short = |((id, nation), letters): ((NationId, &Nation), String)| {
        (id, short_code(nation).unwrap_or(letters))
    };
    map.nations().iter().zip(letters).map(short).collect()
}

/// The code of a nation, unless it is a long one.
pub fn short_code(nation: &Nation) -> Option<String> {
    let code = nation.code.as_ref().map(|code| text::clean(code));
    code.filter(|code| (1..=LONGEST_CODE).contains(&code.chars().count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_code_is_none() {
        let of =
            |code: &str| short_code(&Nation { code: Some(code.to_owned()), ..Nation::default() });
        assert_eq!(of("EGY").as_deref(), Some("EGY"));
        assert_eq!(of("COW 640"), None);
        assert_eq!(of(""), None);
        assert_eq!(short_code(&Nation::default()), None);
    }
}
