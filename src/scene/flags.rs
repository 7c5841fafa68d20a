//! The flags of states, embedded as SVG; see `assets/flags/README.md` for where they come from.

use std::sync::OnceLock;

use crate::model::country;

const TABLE: &str = include_str!("../../assets/flags/flags.tsv");

/// A flag.
#[derive(Debug, PartialEq, Eq)]
pub struct Flag {
    code: &'static str,
    elements: &'static str,
}

impl Flag {
    /// The width and height of the square in which the flag's elements are drawn.
    pub const SIZE: f32 = 512.0;

    /// The flag of a code: two letters (ISO 3166-1 alpha-2, `EU`, `UN`, `XK`) or three (alpha-3),
    /// in either case.
    pub fn of(code: &str) -> Option<&'static Self> {
        let alpha2 = match code.len() {
            2 => code.to_ascii_lowercase(),
            3 => country::by_alpha3(code)?.alpha2.to_ascii_lowercase(),
            _ => return None,
        };
        let flags = all();
        let index = flags.binary_search_by(|flag| flag.code.cmp(alpha2.as_str())).ok()?;
        flags.get(index)
    }

    /// Its code of two lower-case letters.
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Its SVG elements, which fill a square of [`Flag::SIZE`] and carry no ids.
    pub const fn elements(&self) -> &'static str {
        self.elements
    }

    /// A whole SVG document of the flag, square, [`Flag::SIZE`] wide.
    pub fn svg(&self) -> String {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512">{}</svg>"#,
            self.elements
        )
    }
}

/// Every flag, by code.
fn all() -> &'static [Flag] {
    static FLAGS: OnceLock<Vec<Flag>> = OnceLock::new();
    FLAGS.get_or_init(|| {
        let rows = TABLE.lines().filter_map(|line| line.split_once('\t'));
        let mut flags: Vec<Flag> = rows.map(|(code, elements)| Flag { code, elements }).collect();
        flags.sort_unstable_by_key(|flag| flag.code);
        flags
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_has_a_flag_without_ids() {
        for entry in country::all() {
            let flag = Flag::of(entry.alpha3).unwrap_or_else(|| panic!("no flag: {}", entry.name));
            assert!(!flag.elements().contains("id=") && flag.elements().starts_with('<'));
        }
    }

    #[test]
    fn codes_of_two_and_three_letters_agree() {
        assert_eq!(Flag::of("JPN"), Flag::of("jp"));
        assert!(Flag::of("EU").is_some() && Flag::of("UN").is_some());
        assert_eq!(Flag::of("ZZZ"), None);
        assert_eq!(Flag::of("日"), None);
    }
}
