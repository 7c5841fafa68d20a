//! The regions of the world, by the codes of the countries in them.
//!
//! Source: United Nations Statistics Division, Standard Country or Area Codes for Statistical Use
//! (M49), geographic regions. Where M49 has intermediate regions (in Africa south of the Sahara and
//! in Latin America) they are the sub-regions here. M49 doesn't list Kosovo and Taiwan by
//! themselves; they are listed with their neighbours, in Southern Europe and Eastern Asia. Antarctica
//! is in none.

/// A region of the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Region {
    /// Africa.
    Africa,
    /// The Americas.
    Americas,
    /// Asia.
    Asia,
    /// Europe.
    Europe,
    /// Oceania.
    Oceania,
}

impl Region {
    /// Every region.
    pub const ALL: [Self; 5] =
        [Self::Africa, Self::Americas, Self::Asia, Self::Europe, Self::Oceania];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Africa => "Africa",
            Self::Americas => "Americas",
            Self::Asia => "Asia",
            Self::Europe => "Europe",
            Self::Oceania => "Oceania",
        }
    }
}

/// A sub-region.
#[derive(Debug, PartialEq, Eq)]
pub struct Subregion {
    /// Its name.
    pub name: &'static str,
    /// The region that it is part of.
    pub region: Region,
    /// The alpha-3 codes of its countries and territories.
    codes: &'static str,
}

/// The sub-region of a country by its alpha-3 code, in upper or lower case, or of a former state by the code that the
/// program has for it.
pub fn of_code(code: &str) -> Option<&'static Subregion> {
    let is_it = |own: &str| own.eq_ignore_ascii_case(code);
    let former = FORMER.iter().find(|(_, codes)| codes.split(';').any(is_it));
    let lies_in = |subregion: &&Subregion| match former {
        Some((name, _)) => subregion.name == *name,
        None => subregion.codes.split(' ').any(is_it),
    };
    SUBREGIONS.iter().find(lies_in)
}

const fn s(region: Region, name: &'static str, codes: &'static str) -> Subregion {
    Subregion { name, region, codes }
}

#[rustfmt::skip]
const SUBREGIONS: [Subregion; 22] = [
    s(Region::Africa, "Northern Africa", "DZA EGY ESH LBY MAR SDN TUN"),
    s(Region::Africa, "Eastern Africa", "ATF BDI COM DJI ERI ETH IOT KEN MDG MOZ MUS MWI MYT REU RWA SOM SSD SYC TZA UGA ZMB ZWE"),
    s(Region::Africa, "Middle Africa", "AGO CAF CMR COD COG GAB GNQ STP TCD"),
    s(Region::Africa, "Southern Africa", "BWA LSO NAM SWZ ZAF"),
    s(Region::Africa, "Western Africa", "BEN BFA CIV CPV GHA GIN GMB GNB LBR MLI MRT NER NGA SEN SHN SLE TGO"),
    s(Region::Americas, "Caribbean", "ABW AIA ATG BES BHS BLM BRB CUB CUW CYM DMA DOM GLP GRD HTI JAM KNA LCA MAF MSR MTQ PRI SXM TCA TTO VCT VGB VIR"),
    s(Region::Americas, "Central America", "BLZ CRI GTM HND MEX NIC PAN SLV"),
    s(Region::Americas, "South America", "ARG BOL BRA BVT CHL COL ECU FLK GUF GUY PER PRY SGS SUR URY VEN"),
    s(Region::Americas, "Northern America", "BMU CAN GRL SPM USA"),
    s(Region::Asia, "Central Asia", "KAZ KGZ TJK TKM UZB"),
    s(Region::Asia, "Eastern Asia", "CHN HKG JPN KOR MAC MNG PRK TWN"),
    s(Region::Asia, "South-eastern Asia", "BRN IDN KHM LAO MMR MYS PHL SGP THA TLS VNM"),
    s(Region::Asia, "Southern Asia", "AFG BGD BTN IND IRN LKA MDV NPL PAK"),
    s(Region::Asia, "Western Asia", "ARE ARM AZE BHR CYP GEO IRQ ISR JOR KWT LBN OMN PSE QAT SAU SYR TUR YEM"),
    s(Region::Europe, "Eastern Europe", "BGR BLR CZE HUN MDA POL ROU RUS SVK UKR"),
    s(Region::Europe, "Northern Europe", "ALA DNK EST FIN FRO GBR GGY IMN IRL ISL JEY LTU LVA NOR SJM SWE"),
    s(Region::Europe, "Southern Europe", "ALB AND BIH ESP GIB GRC HRV ITA MKD MLT MNE PRT SMR SRB SVN VAT XKX"),
    s(Region::Europe, "Western Europe", "AUT BEL CHE DEU FRA LIE LUX MCO NLD"),
    s(Region::Oceania, "Australia and New Zealand", "AUS CCK CXR HMD NFK NZL"),
    s(Region::Oceania, "Melanesia", "FJI NCL PNG SLB VUT"),
    s(Region::Oceania, "Micronesia", "FSM GUM KIR MHL MNP NRU PLW UMI"),
    s(Region::Oceania, "Polynesia", "ASM COK NIU PCN PYF TKL TON TUV WLF WSM"),
];

/// The former states that lists of states and of country codes have, by the sub-region in which most of each lay as M49
/// draws them today; one that spanned two continents is in none.
#[rustfmt::skip]
const FORMER: [(&str, &str); 11] = [
    ("Eastern Africa", "COW 511;HIST TANGANYIKA"),
    ("Southern Africa", "GW 563;GW 564"),
    ("Caribbean", "ANHH"),
    ("Central America", "COW 89;PZPA"),
    ("South America", "COW 99"),
    ("Eastern Asia", "COW 730;GW 711"),
    ("South-eastern Asia", "COW 817;GW 815;VDVN"),
    ("Western Asia", "COW 678;YDYE"),
    ("Eastern Europe", "COW 300;CSHH;SUHH"),
    ("Southern Europe", "COW 325;COW 327;COW 329;COW 332;COW 335;COW 337;CSXX;YUCS"),
    ("Western Europe", "COW 240;COW 245;COW 255;COW 260;COW 267;COW 269;COW 271;COW 273;COW 275;COW 280;DDDE"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::{self, Sort, iso3166};

    #[test]
    fn every_country_but_antarctica_lies_in_one_subregion() {
        for country in iso3166::all() {
            let code = country.alpha3;
            let lies_in = |s: &&Subregion| s.codes.split(' ').any(|c| c == code);
            let count = SUBREGIONS.iter().filter(lies_in).count();
            assert_eq!(count, usize::from(code != "ATA"), "{code}");
        }
        let codes = SUBREGIONS.iter().flat_map(|s| s.codes.split(' '));
        assert!(codes.into_iter().all(|code| iso3166::by_alpha3(code).is_some()));
    }

    #[test]
    fn former_states_lie_where_those_of_today_do() {
        for (name, codes) in FORMER {
            assert!(SUBREGIONS.iter().any(|subregion| subregion.name == name), "{name}");
            for code in codes.split(';') {
                let known = names::by_code(code).map(|nation| nation.sort);
                assert_eq!(known, Some(Sort::FormerState), "{code}");
                assert_eq!(of_code(code).map(|subregion| subregion.name), Some(name), "{code}");
            }
        }
    }

    #[test]
    fn a_code_is_found_in_either_case() {
        let name = |code: &str| of_code(code).map(|s| (s.region.name(), s.name));
        assert_eq!(name("jpn"), Some(("Asia", "Eastern Asia")));
        assert_eq!(name("CYP"), Some(("Asia", "Western Asia")));
        assert_eq!(name("XXX"), None);
        assert_eq!(name(""), None);
    }
}
