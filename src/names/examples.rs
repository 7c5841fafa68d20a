//! What texts mean, one line each: the spellings of many lists, former states, and what is no guess.

use super::{Recognition, recognise, recognise_loosely};

/// The code of a nation, several with slashes between, or nothing.
fn said(found: Recognition) -> String {
    match found {
        Recognition::Known(found) => found.nation.code.to_owned(),
        Recognition::Ambiguous(found) => {
            found.iter().map(|found| found.nation.code).collect::<Vec<_>>().join("/")
        }
        Recognition::Unknown => String::new(),
    }
}

pub(super) fn check(year: Option<i32>, examples: &[(&str, &str)]) {
    for (text, expected) in examples {
        assert_eq!(said(recognise(text, year)), *expected, "{text} in {year:?}");
    }
}

#[test]
fn spellings_of_english_lists() {
    check(
        None,
        &[
            ("Bahamas, The", "BHS"),
            ("Bolivia (Plurinational State of)", "BOL"),
            ("Bosnia-Herzegovina", "BIH"),
            ("Burma", "MMR"),
            ("Cabo Verde", "CPV"),
            ("Central African Rep.", "CAF"),
            ("China, Hong Kong SAR", "HKG"),
            ("China, People's Republic of", "CHN"),
            ("Congo, Dem. Rep.", "COD"),
            ("Congo, Republic of the", "COG"),
            ("CÔTE D’IVOIRE", "CIV"),
            ("Cote d'Ivoire", "CIV"),
            ("Czech Rep.", "CZE"),
            ("DPRK", "PRK"),
            ("Egypt, Arab Rep.", "EGY"),
            ("FYROM", "MKD"),
            ("Gambia, The", "GMB"),
            ("Great Britain", "GBR"),
            ("Holy See (Vatican City State)", "VAT"),
            ("Iran (Islamic Republic of)", "IRN"),
            ("Ivory Coast", "CIV"),
            ("Korea, Dem. People's Rep.", "PRK"),
            ("Korea, Rep.", "KOR"),
            ("Kyrgyz Republic", "KGZ"),
            ("Lao PDR", "LAO"),
            ("Libyan Arab Jamahiriya", "LBY"),
            ("Macedonia, FYR", "MKD"),
            ("Micronesia, Fed. Sts.", "FSM"),
            ("Moldova, Rep. of", "MDA"),
            ("Republic of Korea", "KOR"),
            ("Russian Federation", "RUS"),
            ("S. Korea", "KOR"),
            ("St. Kitts and Nevis", "KNA"),
            ("St Vincent & the Grenadines", "VCT"),
            ("Taiwan, Province of China", "TWN"),
            ("Tanzania, United Republic of", "TZA"),
            ("Trinidad & Tobago", "TTO"),
            ("Turkey", "TUR"),
            ("Türkiye*", "TUR"),
            ("U.K.", "GBR"),
            ("U.S.", "USA"),
            ("Venezuela, RB", "VEN"),
            ("Viet Nam", "VNM"),
            ("Virgin Islands (U.S.)", "VIR"),
            ("West Bank and Gaza", "PSE"),
            ("Yemen, Rep.", "YEM"),
            ("  the   GAMBIA ", "GMB"),
        ],
    );
}

#[test]
fn names_in_other_languages() {
    check(
        None,
        &[
            ("Allemagne", "DEU"),
            ("Alemania", "DEU"),
            ("Deutschland", "DEU"),
            ("Германия", "DEU"),
            ("德国", "DEU"),
            ("德國", "DEU"),
            ("ألمانيا", "DEU"),
            ("ドイツ", "DEU"),
            ("Alemanha", "DEU"),
            ("대한민국", "KOR"),
            ("Österreich", "AUT"),
            ("Magyarország", "HUN"),
            ("Ελλάδα", "GRC"),
            ("ישראל", "ISR"),
            ("भारत", "IND"),
            ("United States of America", "USA"),
            ("Соединённые Штаты Америки", "USA"),
            ("США", "USA"),
            ("中华人民共和国", "CHN"),
            ("République de Pologne", "POL"),
            ("Königreich Norwegen", "NOR"),
            ("Sowjetunion", "SUHH"),
            ("СССР", "SUHH"),
            ("OTAN", "ORG NATO"),
        ],
    );
}

#[test]
fn codes_and_numbers() {
    check(
        None,
        &[
            ("POL", "POL"),
            ("pol", "POL"),
            ("PL", "POL"),
            ("Pol", ""),
            ("SUN", "SUHH"),
            ("DDR", "DDDE"),
            ("YUG", "YUCS"),
            ("CSK", "CSHH"),
            ("ANT", "ANHH"),
            ("ZAR", "COD"),
            ("SUHH", "SUHH"),
            ("COW 300", "COW 300"),
            ("ROK", "KOR"),
            ("AUS", "AUS"),
            ("UKG", "GBR"),
            ("SUI", "CHE"),
            ("CS", "CSHH/CSXX"),
            ("EU", "EU"),
            ("2", "USA"),
            ("276", "DEU"),
            ("365", "RUS/SUHH"),
            ("732", "ESH/KOR"),
            ("0732", ""),
            ("999", ""),
            ("-1", ""),
            ("99999999999999999999", ""),
        ],
    );
    check(Some(1960), &[("365", "SUHH"), ("YUG", "YUCS"), ("345", "YUCS")]);
    check(Some(2000), &[("365", "RUS"), ("YUG", "CSXX"), ("345", "CSXX")]);
}

#[test]
fn former_states_by_name() {
    check(
        None,
        &[
            ("USSR", "SUHH"),
            ("Soviet Union", "SUHH"),
            ("Yugoslavia", "YUCS"),
            ("FR Yugoslavia", "CSXX"),
            ("Czechoslovakia", "CSHH"),
            ("East Germany", "DDDE"),
            ("German Democratic Republic", "DDDE"),
            ("E. Germany", "DDDE"),
            ("West Germany", "COW 260"),
            ("German Federal Republic", "COW 260"),
            ("Germany", "DEU"),
            ("Austria-Hungary", "COW 300"),
            ("Ottoman Empire", "COW 640"),
            ("Prussia", "COW 255"),
            ("Siam", "THA"),
            ("Persia", "IRN"),
            ("Zaire", "COD"),
            ("Upper Volta", "BFA"),
            ("Rhodesia", "ZWE"),
            ("Vietnam", "VNM"),
            ("Republic of Vietnam", "COW 817"),
            ("Yemen People's Republic", "YDYE"),
            ("Two Sicilies", "COW 329"),
            ("Hesse Grand Ducal", "COW 275"),
            ("Mecklenburg Schwerin", "COW 280"),
            ("Orange Free State", "GW 564"),
            ("Zanzibar", "COW 511"),
        ],
    );
}

#[test]
fn a_year_decides_between_a_state_and_its_successor() {
    check(Some(1850), &[("Germany", "COW 255"), ("Italy", "COW 325"), ("Austria", "COW 300")]);
    check(
        Some(1900),
        &[
            ("Turkey", "COW 640"),
            ("Austria", "COW 300"),
            ("Korea", "COW 730"),
            ("Russia", "RUS"),
            ("Germany", "DEU"),
        ],
    );
    check(Some(1930), &[("ROC", "CHN"), ("Russia", "SUHH"), ("Ethiopia", "ETH")]);
    check(
        Some(1962),
        &[
            ("Russia", "SUHH"),
            ("Germany", "COW 260/DDDE"),
            ("Vietnam", "COW 817/VDVN"),
            ("Federal Republic of Germany", "COW 260"),
            ("Serbia", "SRB"),
            ("Turkey", "TUR"),
        ],
    );
    check(Some(1980), &[("Yemen", "COW 678/YDYE"), ("Yugoslavia", "YUCS")]);
    check(Some(1990), &[("West Germany", "COW 260"), ("Germany", "COW 260/DDDE/DEU")]);
    check(Some(2001), &[("Yugoslavia", "CSXX"), ("Russia", "RUS"), ("USSR", "SUHH")]);
}

#[test]
fn what_may_mean_several_is_never_guessed() {
    check(
        None,
        &[
            ("Congo", "COG/COD"),
            ("Конго", "COG/COD"),
            ("Korea", "KOR/PRK"),
            ("Corée", "KOR/PRK"),
            ("Guinea", "GIN/GNB/GNQ/PNG"),
            ("Guinée", "GIN/GNB/GNQ/PNG"),
            ("ROC", "TWN/COG"),
            ("Guiana", "GUY/GUF/SUR"),
            ("Georgia", "GEO/USA"),
            ("Indien", "IND/IOT"),
            ("Iberia", "ESP/PRT/GEO"),
            ("Columbia", "COL/USA/CAN"),
            ("Virgin Islands", "VIR/VGB"),
            ("Saint-Martin", "MAF/SXM"),
            ("Timor", "TLS/IDN"),
        ],
    );
}

#[test]
fn what_is_no_nation_is_unknown() {
    let long = "Poland ".repeat(10_000);
    for text in [
        "",
        " ",
        "–",
        "Germny",
        "Polan",
        "Atlantis",
        "Korean",
        "Ssudan",
        "Guineab",
        "Yemenn",
        "Norfolk",
        "Un",
        "Oas",
        "Total",
        "World",
        "Europe",
        "England",
        "Texas",
        "Warsaw",
        "Polish",
        "Dominican",
        "n/a",
        "???",
        "the",
        "of",
        "Republic of",
        "\u{0}",
        "🇵🇱",
        "()",
        "[1]",
        ",",
        "Not Poland",
        "Poland and Hungary",
        long.as_str(),
    ] {
        assert_eq!(recognise(text, None), Recognition::Unknown, "{text:.20}");
    }
}

#[test]
fn people_capitals_and_parts_are_read_where_asked_for() {
    for (text, expected) in [
        ("Polish", "POL"),
        ("Warsaw", "POL"),
        ("Scotland", "GBR"),
        ("Dominican", "DMA/DOM"),
        ("Poland", "POL"),
        ("Atlantis", ""),
    ] {
        assert_eq!(said(recognise_loosely(text, None)), expected, "{text}");
    }
}

#[test]
fn official_names_in_other_languages() {
    check(
        None,
        &[
            ("Schweizerische Eidgenossenschaft", "CHE"),
            ("Confédération suisse", "CHE"),
            ("Islamische Republik Pakistan", "PAK"),
            ("República Oriental del Uruguay", "URY"),
            ("República Federativa do Brasil", "BRA"),
            ("Австрийская Республика", "AUT"),
            ("泰王国", "THA"),
            ("エジプト・アラブ共和国", "EGY"),
            ("المملكة المغربية", "MAR"),
            ("多米尼加", "DOM/DMA"),
        ],
    );
}

#[test]
fn two_names_side_by_side_mean_the_nation_of_both() {
    check(
        None,
        &[
            ("Czechia (Czech Republic)", "CZE"),
            ("Macedonia (FYROM/North Macedonia)", "MKD"),
            ("Palaos (Palau)", "PLW"),
            ("Korea (North Korea)", "PRK"),
            ("Austria and Hungary", ""),
            ("Peru & Bolivia", ""),
            ("Serbia and Montenegro", "CSXX"),
            ("Bosnia-Herzegovina", "BIH"),
            ("Congo (Congo)", "COG/COD"),
            ("Niger/Nigeria", ""),
            ("Georgia (United States)", ""),
            ("Virgin Islands (United Kingdom)", ""),
            ("Ireland/Northern Ireland", ""),
        ],
    );
}

#[test]
fn serbia_and_montenegro_answers_to_yugoslavia_up_to_its_end() {
    check(Some(2005), &[("Yugoslavia", "CSXX")]);
    check(Some(2006), &[("Yugoslavia", "CSXX")]);
    check(Some(2018), &[("Yugoslavia", "SRB"), ("Jugoslawien", "SRB")]);
    check(Some(1985), &[("Yugoslavia", "YUCS")]);
}

#[test]
fn what_stands_around_a_name_is_read() {
    check(
        None,
        &[
            ("France[a]", "FRA"),
            ("12. Poland", "POL"),
            ("Poland (1)", "POL"),
            ("Zimbabwe (le)", "ZWE"),
            ("États-Unis d'Amérique (les)", "USA"),
            ("dominicaine (la République)", "DOM"),
            ("Congo (la République démocratique du)", "COD"),
            ("Égypte (l')", "EGY"),
            ("Нидерланды (Королевство)", "NLD"),
            ("Korea, Republik von", "KOR"),
            ("Eswatini (formerly Swaziland)", "SWZ"),
            ("Swaziland (now Eswatini)", "SWZ"),
            ("Myanmar, formerly Burma", "MMR"),
            ("Burma or Myanmar", "MMR"),
            ("Poland or Germany", ""),
            ("Poland; Germany", ""),
            ("Cote d Ivoire", "CIV"),
            ("Germany (1949-1990)", "COW 260/DDDE"),
            ("Germany (since 1990)", "DEU"),
            ("Yugoslavia (until 1992)", "YUCS"),
            ("Yugoslavia (1992–2003)", "CSXX"),
            ("Russia (1922-1991)", "SUHH"),
            ("Turkey (-1922)", "COW 640"),
            ("Atlantis (1900)", ""),
        ],
    );
    check(Some(1960), &[("Russia (1816-)", "SUHH")]);
}

#[test]
fn names_of_published_lists_of_states() {
    check(
        None,
        &[
            ("Yemen (North Yemen)", "COW 678"),
            ("Yemen (South Yemen)", "YDYE"),
            ("Wuerttemburg", "COW 271"),
            ("United Province CA", "COW 89"),
            ("Vietnam (Annam/Cochin China/Tonkin)", "GW 815"),
            ("Saxe-Weimar-Eisenach", "HIST SAXE-WEIMAR-EISENACH"),
            ("Viet Nam, Democratic Republic of", "VDVN"),
            ("Soudan français", "MLI"),
            ("Serb-Croat-Slovene State", "YUCS"),
            ("815", "GW 815"),
            ("ROM", "ROU"),
            ("Hamburg", ""),
            ("Hawaii", "HIST HAWAII/USA"),
        ],
    );
    check(Some(1905), &[("Hawaii", ""), ("Congo", "COD/COG")]);
    check(Some(1850), &[("Vietnam", "GW 815"), ("Korea", "COW 730")]);
    check(Some(1850), &[("Hamburg", "HIST HAMBURG"), ("Brunswick", "HIST BRUNSWICK")]);
}

#[test]
fn every_name_of_the_table_leads_to_its_own_nation() {
    use super::known_nation::NameSort;
    use super::table::{all, by_code};
    let mut misled = Vec::new();
    for nation in all() {
        for name in nation.names.iter().filter(|name| matches!(name.sort, NameSort::In(_))) {
            let years =
                [None, Some(1820), Some(1900), Some(1935), Some(1962), Some(1992), Some(2020)];
            for year in years {
                let meant = match (name.only_in, year) {
                    (Some(years), Some(year)) => years.contain(year),
                    (Some(_), None) => false,
                    (None, Some(year)) => nation.existed_in(year),
                    (None, None) => true,
                };
                let found = said(recognise(name.text, year));
                let is_own = found.split('/').any(|code| code == nation.code);
                let is_code = by_code(&found).is_some_and(|other| other.alpha2 == Some(name.text));
                if meant && !is_own && !is_code {
                    misled.push(format!("{} of {} in {year:?}: {found}", name.text, nation.code));
                }
            }
        }
    }
    assert!(misled.is_empty(), "{misled:#?}");
}

#[test]
fn states_of_a_union_cities_regions_firms_and_people_are_no_nations() {
    let texts = "Alabama|Alaska|California|Indiana|Virginia|New York|New Mexico|State of Georgia|State of Indiana|\
        Commonwealth of Virginia|Kingdom of England|Kingdom of Scotland|Principality of Wales|Republic of Crimea|\
        Republika Srpska|Republic of Dagestan|Free State of Bavaria|Donetsk People's Republic|Tasmania|Quebec|\
        Mumbai|Shanghai|Sydney|Istanbul|Barcelona|Geneva|Hamburg|Mexico City|Kuwait City|Guatemala City|\
        Paris, France|London, UK|Lebanon, Pennsylvania|Peru, Indiana|Poland, Ohio|Georgia, USA|St. Louis|\
        Africa|Asia|Europe|America|Latin America|Middle East|Balkans|Scandinavia|Caribbean|World|Other|Others|\
        Rest of World|Unknown|None|NaN|null|High income|Euro area|Sub-Saharan Africa|Indian Ocean|Siberia|\
        Catalonia|Sicily|Kashmir|Bohemia|Silesia|Michael Jordan|Chad Smith|Israel Smith|Georgia Power|Air France|\
        Bank of China|China Mobile|American Airlines|Gazprom|Poland Spring|Guinea pig|Turkish delight|\
        Niger Delta|Congo River|Gulf of Guinea|India, Pakistan|Poland/Germany|US-China|France & UK|The North|\
        Republic|Kingdom|Islands|Saint|The|A|Le|Der|(1990)|World (1990)|Oil (-1990)|France (region)|1. 2. 3.|Hong Kong Island|\
        Inner Mongolia|New England|New Britain|Northern Ireland|Ireland (Northern)";
    for text in texts.split('|') {
        for year in [None, Some(1850), Some(1962)] {
            let is_dated_name = text == "Hamburg" && year == Some(1850);
            assert!(is_dated_name || said(recognise(text, year)).is_empty(), "{text} in {year:?}");
        }
    }
}
