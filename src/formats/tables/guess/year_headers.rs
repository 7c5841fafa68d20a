//! Headers that are years: `1950`, `Y1950`, `in 1950`, `1950s`, `Alliance 1950`.

use crate::formats::mapping::sign_of_kind;
use crate::formats::tables::header_key;

/// The year that a header says, and the kind of tie where it says one beside it: `Alliance 1950`.
pub fn year_of_header(name: &str) -> Option<(u16, Option<&str>)> {
    if let Some(year) = year(name) {
        return Some((year, None));
    }
    let name = name.trim();
    let behind = name.rsplit_once([' ', '_']);
    let before = name.split_once([' ', '_']).map(|(first, kind)| (kind, first));
    [behind, before].into_iter().flatten().find_map(|(kind, word)| {
        let kind = kind.trim_end_matches([' ', '_', ',', ':', '-']);
        Some((year(word)?, Some(kind))).filter(|_| sign_of_kind(kind).is_some())
    })
}

/// The year that a text is, and nothing else.
fn year(text: &str) -> Option<u16> {
    let key = header_key(text);
    let bare = ["year", "yr", "y", "in", "fy", "x"]
        .iter()
        .find_map(|word| key.strip_prefix(word))
        .unwrap_or(&key);
    let digits = bare.strip_suffix('s').unwrap_or(bare);
    let year = (digits.len() == 4).then(|| digits.parse().ok())??;
    (1500..=2100).contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_may_be_a_year() {
        for name in ["1950", "Y1950", "year_1950", "In 1950", "1950s", "X1950"] {
            assert_eq!(year_of_header(name), Some((1950, None)), "{name}");
        }
        for (name, kind) in
            [("Alliance 1950", "Alliance"), ("war_1950", "war"), ("1950 trade", "trade")]
        {
            assert_eq!(year_of_header(name), Some((1950, Some(kind))), "{name}");
        }
        for name in ["", "GDP 1950", "195", "1950-1960", "3000", "Year", "1950 value"] {
            assert_eq!(year_of_header(name), None, "{name}");
        }
    }
}
