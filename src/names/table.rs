//! The table of all known nations, made by `assets/names/make.py`, which says what is in it.

use std::sync::LazyLock;

use super::known_nation::{KnownNation, Name, NameSort, Sort, Years};

const TABLE: &str = include_str!("../../assets/names/names.tsv");

static ALL: LazyLock<Vec<KnownNation>> =
    LazyLock::new(|| TABLE.lines().filter_map(read_row).collect());

/// Every known nation, ordered by code.
pub fn all() -> &'static [KnownNation] {
    &ALL
}

/// The known nation with a code, in upper or lower case: one of today, or the code of a former state or
/// organisation as [`KnownNation::code`] has it.
pub fn by_code(code: &str) -> Option<&'static KnownNation> {
    if code.len() > 40 {
        return None;
    }
    let code = code.to_ascii_uppercase();
    let found = ALL.binary_search_by(|nation| nation.code.cmp(code.as_str())).ok()?;
    ALL.get(found)
}

/// One row, or `None` where it isn't one; a test says that all are.
fn read_row(row: &'static str) -> Option<KnownNation> {
    let cells: Vec<&'static str> = row.split('\t').collect();
    let [code, sort, alpha2, codes, numeric, cow, abbreviation, gw, sport, years, columns @ ..] =
        cells.as_slice()
    else {
        return None;
    };
    let text = |cell: &'static str| Some(cell).filter(|cell| !cell.is_empty());
    let names: Vec<Name> = columns.iter().copied().flat_map(read_names).collect();
    Some(KnownNation {
        code,
        name: names.first()?.text,
        sort: match *sort {
            "state" => Sort::State,
            "former" => Sort::FormerState,
            "organisation" => Sort::Organisation,
            _ => return None,
        },
        alpha2: text(alpha2),
        numeric: numeric.parse().ok(),
        cow_number: cow.parse().ok(),
        cow_abbreviation: text(abbreviation),
        gleditsch_ward: gw.parse().ok(),
        years: years.split(',').filter_map(read_years).collect(),
        withdrawn_codes: codes.split_whitespace().collect(),
        sport_codes: sport.split_whitespace().collect(),
        names,
    })
}

/// The names of one column, such as `fr:Birmanie|Myanmar`.
fn read_names(column: &'static str) -> Vec<Name> {
    let Some((tag, names)) = column.split_once(':') else { return Vec::new() };
    let sort = match tag {
        "demonym" => NameSort::Demonym,
        "capital" => NameSort::Capital,
        "part" => NameSort::Part,
        tag => NameSort::In(tag),
    };
    let name = |text: &'static str| match text.rsplit_once('@') {
        Some((text, years)) => Name { text, sort, only_in: read_years(years) },
        None => Name { text, sort, only_in: None },
    };
    names.split('|').map(name).collect()
}

/// Years such as `1922-1991`, `1991-` or `-1918`.
fn read_years(text: &str) -> Option<Years> {
    let (first, last) = text.split_once('-')?;
    Some(Years { first: first.parse().ok(), last: last.parse().ok() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::iso3166;

    #[test]
    fn the_table_is_well_formed() {
        assert_eq!(all().len(), TABLE.lines().count(), "a row can't be read");
        assert!(all().is_sorted_by(|a, b| a.code < b.code), "codes are sorted and unique");
        for nation in all() {
            assert!(
                nation.names.iter().all(|name| !name.text.trim().is_empty()),
                "{}",
                nation.code
            );
            assert!(
                nation.code.bytes().all(|b| b.is_ascii_uppercase() || b" -0123456789".contains(&b))
            );
        }
    }

    #[test]
    fn every_country_of_iso_3166_is_in_it() {
        let states: Vec<_> = all().iter().filter(|nation| nation.sort == Sort::State).collect();
        assert_eq!(states.len(), iso3166::all().len());
        for entry in iso3166::all() {
            let nation = by_code(entry.alpha3).expect("a row");
            assert_eq!((nation.name, nation.alpha2), (entry.name, Some(entry.alpha2)));
            assert!(nation.numeric.is_some() || nation.code == "XKX");
        }
    }

    #[test]
    fn codes_are_found_in_either_case() {
        assert_eq!(by_code("suhh").map(|nation| nation.name), Some("Soviet Union"));
        assert_eq!(by_code("cow 300").map(|nation| nation.name), Some("Austria-Hungary"));
        assert_eq!(by_code("eu").map(|nation| nation.name), Some("European Union"));
        assert_eq!(by_code(""), None);
        assert_eq!(by_code(&"A".repeat(1 << 16)), None);
    }
}
