//! The flags of states, embedded as SVG. The build script takes them from Twemoji, see
//! `assets/flags/README.md`.

use crate::names;

/// All flags, sorted by code.
static FLAGS: &[Flag] = &include!(concat!(env!("OUT_DIR"), "/flags.rs"));

/// A flag.
#[derive(Debug, PartialEq, Eq)]
pub struct Flag {
    code: &'static str,
    elements: &'static str,
}

impl Flag {
    /// The width and height of the square in which the flag's elements are drawn.
    pub const SIZE: f32 = 26.0;

    /// The flag of a code, in either case: two letters (ISO 3166-1 alpha-2, `EU`, `UN`, `XK`), three
    /// (alpha-3), or the code of a former state or organisation as [`KnownNation`] has it (`SUHH`,
    /// `COW 300`, `ORG NATO`).
    ///
    /// [`KnownNation`]: crate::names::KnownNation
    pub fn of(code: &str) -> Option<&'static Self> {
        const MAX_LEN: usize = 40;
        if code.len() > MAX_LEN {
            return None;
        }
        let alpha2 = names::by_code(code).and_then(|nation| nation.alpha2);
        let key = alpha2.unwrap_or(code).to_ascii_lowercase().replace(' ', "-");
        let index = FLAGS.binary_search_by(|flag| flag.code.cmp(key.as_str())).ok()?;
        FLAGS.get(index)
    }

    /// Its code in lower case, with hyphens for spaces: two letters, or that of a former state or an
    /// organisation.
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Its SVG elements. They fill a square of [`Flag::SIZE`] and beyond, and have no ids.
    pub const fn elements(&self) -> &'static str {
        self.elements
    }

    /// A complete SVG document of elements: a square, [`Flag::SIZE`] wide.
    pub fn svg_of(elements: &str) -> String {
        let size = Self::SIZE;
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{size}" height="{size}" viewBox="0 0 {size} {size}">{elements}</svg>"#
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::iso3166;

    #[test]
    fn every_country_has_a_flag_without_ids() {
        for entry in iso3166::all() {
            let flag = Flag::of(entry.alpha3).unwrap_or_else(|| panic!("no flag: {}", entry.name));
            assert!(!flag.elements().contains("id=") && flag.elements().starts_with('<'));
        }
    }

    #[test]
    fn a_flag_of_stripes_is_shown_from_its_middle_and_a_canton_is_moved_there() {
        let left = |code: &str| {
            let elements = Flag::of(code).expect("a flag").elements();
            let (_, rest) = elements.split_once("translate(").expect("moved");
            let number = rest.split(' ').next().and_then(|number| number.parse::<f32>().ok());
            -number.expect("a number")
        };
        for code in ["FRA", "DEU", "JPN", "CHE", "SAU"] {
            assert_eq!(left(code), 5.0, "{code}");
        }
        for code in ["USA", "CHN", "CZE", "LBR"] {
            assert!(left(code) < 2.0, "{code}");
        }
    }

    #[test]
    fn codes_of_two_and_three_letters_agree() {
        assert_eq!(Flag::of("JPN"), Flag::of("jp"));
        assert!(Flag::of("EU").is_some() && Flag::of("UN").is_some());
        assert_eq!(Flag::of("ZZZ"), None);
        assert_eq!(Flag::of("日"), None);
        assert_eq!(Flag::of(&"A".repeat(1 << 16)), None);
    }

    #[test]
    fn former_states_and_organisations_have_flags_by_their_codes() {
        for code in ["SUHH", "YUCS", "CSHH", "DDDE", "COW 300", "COW 640", "gw 563", "ORG NATO"] {
            assert!(Flag::of(code).is_some(), "{code}");
        }
        assert_eq!(Flag::of("COW 9999"), None);
    }

    #[test]
    fn every_flag_is_found_by_a_code_of_a_known_nation() {
        let known: Vec<&Flag> = names::all().iter().filter_map(|n| Flag::of(n.code)).collect();
        for flag in FLAGS {
            assert!(known.contains(&flag), "no nation has the flag {}", flag.code());
        }
    }
}
