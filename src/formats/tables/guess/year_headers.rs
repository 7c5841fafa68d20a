//! Headers that are years: `1950`, `Y1950`, `in 1950`, `1950s`.

use crate::formats::tables::header_key;

/// The year that a header is, and nothing else.
pub fn year_of_header(name: &str) -> Option<u16> {
    let key = header_key(name);
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
            assert_eq!(year_of_header(name), Some(1950), "{name}");
        }
        for name in ["", "GDP 1950", "195", "1950-1960", "3000", "Year", "1950 value"] {
            assert_eq!(year_of_header(name), None, "{name}");
        }
    }
}
