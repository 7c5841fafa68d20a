//! The countries and territories of ISO 3166-1, with the names by which most people know them.
//!
//! Kosovo is listed as XKX/XK, which come from the range that the standard leaves to its users and are
//! widely used for it.

/// An entry of ISO 3166-1: a country or territory. What a map shows is a nation, which may have the code
/// of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Three capital letters.
    pub alpha3: &'static str,
    /// Two capital letters.
    pub alpha2: &'static str,
    /// The common English name.
    pub name: &'static str,
}

/// Every entry, ordered by name.
pub fn all() -> &'static [Entry] {
    &ENTRIES
}

/// The entry with an alpha-3 code, in upper or lower case.
pub fn by_alpha3(code: &str) -> Option<&'static Entry> {
    ENTRIES.iter().find(|entry| entry.alpha3.eq_ignore_ascii_case(code))
}

/// The entry with an alpha-2 code, in upper or lower case.
pub fn by_alpha2(code: &str) -> Option<&'static Entry> {
    ENTRIES.iter().find(|entry| entry.alpha2.eq_ignore_ascii_case(code))
}

/// The entry with a common name, in upper or lower case.
pub fn by_name(name: &str) -> Option<&'static Entry> {
    let name = name.trim().to_lowercase();
    ENTRIES.iter().find(|entry| entry.name.to_lowercase() == name)
}

/// Countries that a person who has typed `text` may mean, the likeliest first: those of that code,
/// whose name begins with it, whose name has a word that begins with it, whose name contains it.
/// Each group is ordered by name. Nothing typed means every entry.
pub fn search(text: &str) -> Vec<&'static Entry> {
    let text = text.trim().to_lowercase();
    let rank = |entry: &Entry| {
        let name = entry.name.to_lowercase();
        let words = || name.split([' ', '-', '(']);
        match () {
            () if entry.alpha3.eq_ignore_ascii_case(&text) => Some(0),
            () if entry.alpha2.eq_ignore_ascii_case(&text) => Some(0),
            () if name.starts_with(&text) => Some(1),
            () if words().any(|word| word.starts_with(&text)) => Some(2),
            () if name.contains(&text) => Some(3),
            () => None,
        }
    };
    let mut found: Vec<_> = ENTRIES.iter().filter_map(|c| Some((rank(c)?, c))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, entry)| entry).collect()
}

const fn c(alpha3: &'static str, alpha2: &'static str, name: &'static str) -> Entry {
    Entry { alpha3, alpha2, name }
}

#[rustfmt::skip]
const ENTRIES: [Entry; 250] = [
    c("AFG", "AF", "Afghanistan"),
    c("ALA", "AX", "Åland"),
    c("ALB", "AL", "Albania"),
    c("DZA", "DZ", "Algeria"),
    c("ASM", "AS", "American Samoa"),
    c("AND", "AD", "Andorra"),
    c("AGO", "AO", "Angola"),
    c("AIA", "AI", "Anguilla"),
    c("ATA", "AQ", "Antarctica"),
    c("ATG", "AG", "Antigua and Barbuda"),
    c("ARG", "AR", "Argentina"),
    c("ARM", "AM", "Armenia"),
    c("ABW", "AW", "Aruba"),
    c("AUS", "AU", "Australia"),
    c("AUT", "AT", "Austria"),
    c("AZE", "AZ", "Azerbaijan"),
    c("BHS", "BS", "Bahamas"),
    c("BHR", "BH", "Bahrain"),
    c("BGD", "BD", "Bangladesh"),
    c("BRB", "BB", "Barbados"),
    c("BLR", "BY", "Belarus"),
    c("BEL", "BE", "Belgium"),
    c("BLZ", "BZ", "Belize"),
    c("BEN", "BJ", "Benin"),
    c("BMU", "BM", "Bermuda"),
    c("BTN", "BT", "Bhutan"),
    c("BOL", "BO", "Bolivia"),
    c("BIH", "BA", "Bosnia and Herzegovina"),
    c("BWA", "BW", "Botswana"),
    c("BVT", "BV", "Bouvet Island"),
    c("BRA", "BR", "Brazil"),
    c("IOT", "IO", "British Indian Ocean Territory"),
    c("VGB", "VG", "British Virgin Islands"),
    c("BRN", "BN", "Brunei"),
    c("BGR", "BG", "Bulgaria"),
    c("BFA", "BF", "Burkina Faso"),
    c("BDI", "BI", "Burundi"),
    c("KHM", "KH", "Cambodia"),
    c("CMR", "CM", "Cameroon"),
    c("CAN", "CA", "Canada"),
    c("CPV", "CV", "Cape Verde"),
    c("BES", "BQ", "Caribbean Netherlands"),
    c("CYM", "KY", "Cayman Islands"),
    c("CAF", "CF", "Central African Republic"),
    c("TCD", "TD", "Chad"),
    c("CHL", "CL", "Chile"),
    c("CHN", "CN", "China"),
    c("CXR", "CX", "Christmas Island"),
    c("CCK", "CC", "Cocos (Keeling) Islands"),
    c("COL", "CO", "Colombia"),
    c("COM", "KM", "Comoros"),
    c("COG", "CG", "Congo"),
    c("COK", "CK", "Cook Islands"),
    c("CRI", "CR", "Costa Rica"),
    c("CIV", "CI", "Côte d’Ivoire"),
    c("HRV", "HR", "Croatia"),
    c("CUB", "CU", "Cuba"),
    c("CUW", "CW", "Curaçao"),
    c("CYP", "CY", "Cyprus"),
    c("CZE", "CZ", "Czechia"),
    c("COD", "CD", "Democratic Republic of the Congo"),
    c("DNK", "DK", "Denmark"),
    c("DJI", "DJ", "Djibouti"),
    c("DMA", "DM", "Dominica"),
    c("DOM", "DO", "Dominican Republic"),
    c("ECU", "EC", "Ecuador"),
    c("EGY", "EG", "Egypt"),
    c("SLV", "SV", "El Salvador"),
    c("GNQ", "GQ", "Equatorial Guinea"),
    c("ERI", "ER", "Eritrea"),
    c("EST", "EE", "Estonia"),
    c("SWZ", "SZ", "Eswatini"),
    c("ETH", "ET", "Ethiopia"),
    c("FLK", "FK", "Falkland Islands"),
    c("FRO", "FO", "Faroe Islands"),
    c("FJI", "FJ", "Fiji"),
    c("FIN", "FI", "Finland"),
    c("FRA", "FR", "France"),
    c("GUF", "GF", "French Guiana"),
    c("PYF", "PF", "French Polynesia"),
    c("ATF", "TF", "French Southern Territories"),
    c("GAB", "GA", "Gabon"),
    c("GMB", "GM", "Gambia"),
    c("GEO", "GE", "Georgia"),
    c("DEU", "DE", "Germany"),
    c("GHA", "GH", "Ghana"),
    c("GIB", "GI", "Gibraltar"),
    c("GRC", "GR", "Greece"),
    c("GRL", "GL", "Greenland"),
    c("GRD", "GD", "Grenada"),
    c("GLP", "GP", "Guadeloupe"),
    c("GUM", "GU", "Guam"),
    c("GTM", "GT", "Guatemala"),
    c("GGY", "GG", "Guernsey"),
    c("GIN", "GN", "Guinea"),
    c("GNB", "GW", "Guinea-Bissau"),
    c("GUY", "GY", "Guyana"),
    c("HTI", "HT", "Haiti"),
    c("HMD", "HM", "Heard Island and McDonald Islands"),
    c("HND", "HN", "Honduras"),
    c("HKG", "HK", "Hong Kong"),
    c("HUN", "HU", "Hungary"),
    c("ISL", "IS", "Iceland"),
    c("IND", "IN", "India"),
    c("IDN", "ID", "Indonesia"),
    c("IRN", "IR", "Iran"),
    c("IRQ", "IQ", "Iraq"),
    c("IRL", "IE", "Ireland"),
    c("IMN", "IM", "Isle of Man"),
    c("ISR", "IL", "Israel"),
    c("ITA", "IT", "Italy"),
    c("JAM", "JM", "Jamaica"),
    c("JPN", "JP", "Japan"),
    c("JEY", "JE", "Jersey"),
    c("JOR", "JO", "Jordan"),
    c("KAZ", "KZ", "Kazakhstan"),
    c("KEN", "KE", "Kenya"),
    c("KIR", "KI", "Kiribati"),
    c("XKX", "XK", "Kosovo"),
    c("KWT", "KW", "Kuwait"),
    c("KGZ", "KG", "Kyrgyzstan"),
    c("LAO", "LA", "Laos"),
    c("LVA", "LV", "Latvia"),
    c("LBN", "LB", "Lebanon"),
    c("LSO", "LS", "Lesotho"),
    c("LBR", "LR", "Liberia"),
    c("LBY", "LY", "Libya"),
    c("LIE", "LI", "Liechtenstein"),
    c("LTU", "LT", "Lithuania"),
    c("LUX", "LU", "Luxembourg"),
    c("MAC", "MO", "Macao"),
    c("MDG", "MG", "Madagascar"),
    c("MWI", "MW", "Malawi"),
    c("MYS", "MY", "Malaysia"),
    c("MDV", "MV", "Maldives"),
    c("MLI", "ML", "Mali"),
    c("MLT", "MT", "Malta"),
    c("MHL", "MH", "Marshall Islands"),
    c("MTQ", "MQ", "Martinique"),
    c("MRT", "MR", "Mauritania"),
    c("MUS", "MU", "Mauritius"),
    c("MYT", "YT", "Mayotte"),
    c("MEX", "MX", "Mexico"),
    c("FSM", "FM", "Micronesia"),
    c("MDA", "MD", "Moldova"),
    c("MCO", "MC", "Monaco"),
    c("MNG", "MN", "Mongolia"),
    c("MNE", "ME", "Montenegro"),
    c("MSR", "MS", "Montserrat"),
    c("MAR", "MA", "Morocco"),
    c("MOZ", "MZ", "Mozambique"),
    c("MMR", "MM", "Myanmar"),
    c("NAM", "NA", "Namibia"),
    c("NRU", "NR", "Nauru"),
    c("NPL", "NP", "Nepal"),
    c("NLD", "NL", "Netherlands"),
    c("NCL", "NC", "New Caledonia"),
    c("NZL", "NZ", "New Zealand"),
    c("NIC", "NI", "Nicaragua"),
    c("NER", "NE", "Niger"),
    c("NGA", "NG", "Nigeria"),
    c("NIU", "NU", "Niue"),
    c("NFK", "NF", "Norfolk Island"),
    c("PRK", "KP", "North Korea"),
    c("MKD", "MK", "North Macedonia"),
    c("MNP", "MP", "Northern Mariana Islands"),
    c("NOR", "NO", "Norway"),
    c("OMN", "OM", "Oman"),
    c("PAK", "PK", "Pakistan"),
    c("PLW", "PW", "Palau"),
    c("PSE", "PS", "Palestine"),
    c("PAN", "PA", "Panama"),
    c("PNG", "PG", "Papua New Guinea"),
    c("PRY", "PY", "Paraguay"),
    c("PER", "PE", "Peru"),
    c("PHL", "PH", "Philippines"),
    c("PCN", "PN", "Pitcairn Islands"),
    c("POL", "PL", "Poland"),
    c("PRT", "PT", "Portugal"),
    c("PRI", "PR", "Puerto Rico"),
    c("QAT", "QA", "Qatar"),
    c("REU", "RE", "Réunion"),
    c("ROU", "RO", "Romania"),
    c("RUS", "RU", "Russia"),
    c("RWA", "RW", "Rwanda"),
    c("BLM", "BL", "Saint Barthélemy"),
    c("SHN", "SH", "Saint Helena, Ascension and Tristan da Cunha"),
    c("KNA", "KN", "Saint Kitts and Nevis"),
    c("LCA", "LC", "Saint Lucia"),
    c("MAF", "MF", "Saint Martin"),
    c("SPM", "PM", "Saint Pierre and Miquelon"),
    c("VCT", "VC", "Saint Vincent and the Grenadines"),
    c("WSM", "WS", "Samoa"),
    c("SMR", "SM", "San Marino"),
    c("STP", "ST", "São Tomé and Príncipe"),
    c("SAU", "SA", "Saudi Arabia"),
    c("SEN", "SN", "Senegal"),
    c("SRB", "RS", "Serbia"),
    c("SYC", "SC", "Seychelles"),
    c("SLE", "SL", "Sierra Leone"),
    c("SGP", "SG", "Singapore"),
    c("SXM", "SX", "Sint Maarten"),
    c("SVK", "SK", "Slovakia"),
    c("SVN", "SI", "Slovenia"),
    c("SLB", "SB", "Solomon Islands"),
    c("SOM", "SO", "Somalia"),
    c("ZAF", "ZA", "South Africa"),
    c("SGS", "GS", "South Georgia and the South Sandwich Islands"),
    c("KOR", "KR", "South Korea"),
    c("SSD", "SS", "South Sudan"),
    c("ESP", "ES", "Spain"),
    c("LKA", "LK", "Sri Lanka"),
    c("SDN", "SD", "Sudan"),
    c("SUR", "SR", "Suriname"),
    c("SJM", "SJ", "Svalbard and Jan Mayen"),
    c("SWE", "SE", "Sweden"),
    c("CHE", "CH", "Switzerland"),
    c("SYR", "SY", "Syria"),
    c("TWN", "TW", "Taiwan"),
    c("TJK", "TJ", "Tajikistan"),
    c("TZA", "TZ", "Tanzania"),
    c("THA", "TH", "Thailand"),
    c("TLS", "TL", "Timor-Leste"),
    c("TGO", "TG", "Togo"),
    c("TKL", "TK", "Tokelau"),
    c("TON", "TO", "Tonga"),
    c("TTO", "TT", "Trinidad and Tobago"),
    c("TUN", "TN", "Tunisia"),
    c("TUR", "TR", "Türkiye"),
    c("TKM", "TM", "Turkmenistan"),
    c("TCA", "TC", "Turks and Caicos Islands"),
    c("TUV", "TV", "Tuvalu"),
    c("UGA", "UG", "Uganda"),
    c("UKR", "UA", "Ukraine"),
    c("ARE", "AE", "United Arab Emirates"),
    c("GBR", "GB", "United Kingdom"),
    c("USA", "US", "United States"),
    c("UMI", "UM", "United States Minor Outlying Islands"),
    c("VIR", "VI", "United States Virgin Islands"),
    c("URY", "UY", "Uruguay"),
    c("UZB", "UZ", "Uzbekistan"),
    c("VUT", "VU", "Vanuatu"),
    c("VAT", "VA", "Vatican City"),
    c("VEN", "VE", "Venezuela"),
    c("VNM", "VN", "Vietnam"),
    c("WLF", "WF", "Wallis and Futuna"),
    c("ESH", "EH", "Western Sahara"),
    c("YEM", "YE", "Yemen"),
    c("ZMB", "ZM", "Zambia"),
    c("ZWE", "ZW", "Zimbabwe"),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn codes_and_names_are_unique_and_of_their_form() {
        let capitals = |code: &str, length| {
            code.len() == length && code.bytes().all(|b| b.is_ascii_uppercase())
        };
        assert!(all().iter().all(|c| capitals(c.alpha3, 3) && capitals(c.alpha2, 2)));
        let distinct = |part: fn(&Entry) -> &str| all().iter().map(part).collect::<HashSet<_>>();
        assert_eq!(distinct(|c| c.alpha3).len(), 250);
        assert_eq!(distinct(|c| c.alpha2).len(), 250);
        assert_eq!(distinct(|c| c.name).len(), 250);
    }

    #[test]
    fn codes_lead_to_one_another() {
        assert_eq!(by_alpha3("kor").map(|c| (c.alpha2, c.name)), Some(("KR", "South Korea")));
        assert_eq!(by_alpha2("GB").map(|c| c.name), Some("United Kingdom"));
        assert_eq!(by_name(" russia ").map(|c| c.alpha3), Some("RUS"));
        assert_eq!(by_alpha3("JPM"), None);
    }

    #[test]
    fn a_search_puts_the_likeliest_first() {
        let names = |text: &str| search(text).iter().map(|c| c.name).take(3).collect::<Vec<_>>();
        assert_eq!(names("kor"), ["South Korea", "North Korea"]);
        assert_eq!(names("united k"), ["United Kingdom"]);
        assert_eq!(names("Niger"), ["Niger", "Nigeria"]);
        assert_eq!(search("").len(), 250);
        assert!(search("atlantis").is_empty());
    }
}
