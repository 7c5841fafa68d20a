//! Which row names the columns, and whether it is that of a matrix.

use super::tests::{edges, guessed};
use super::*;
use crate::formats::network::Network;
use crate::model::Attribute;

#[test]
fn a_table_of_partners_is_no_matrix() {
    for text in [
        "Country|Allies|Enemies\nCuba|Venezuela|USA\nChile|Brazil|Peru\nEgypt|Jordan|Iran",
        "Country|Friend|Foe\nCuba|Venezuela|USA\nChile|Brazil|Peru\nEgypt|Jordan|Iran",
        "Wer|Mit|Gegen\nCuba|Venezuela|USA\nChile|Brazil|Peru\nEgypt|Jordan|Iran",
        "Country|Code|Friend\nNorway|NO|SE\nNamibia|NA|ZA\nSweden|SE|NO",
        "Land|Partner|Feind\nFrance|UK|USA\nPoland|UK|USA\nJapan|UK|USA",
        "Country|Allies|Enemies\nCuba|Venezuela|USA\nNorth Korea|China (since 1961), Russia (2024)|USA\n\
         Eritrea|Djibouti|Ethiopia (1998–2018)",
        "Country|Friend|Foe\nFrance|Germany|Russia\nGermany|France|Russia\nRussia|Germany|France",
    ] {
        let (network, plan) = guessed(text);
        assert!(!matches!(plan.sheets[0].content, TableContent::Matrix { .. }), "{text}");
        let names: Vec<&str> = network.nodes.iter().map(|node| node.id.as_str()).collect();
        let first = text.lines().nth(1).and_then(|line| line.split('|').next()).unwrap();
        assert!(names.contains(&first), "{first} of {text}");
    }
    let (network, _) = guessed("Country|Friend|Foe\nCuba|Mali|USA\nChile|Brazil|Peru");
    assert_eq!(edges(&network), "Cuba>Mali Cuba>USA Chile>Brazil Chile>Peru");
    let (network, _) = guessed("Country|Ally\nCuba|Chile\nMali|Chad\nPeru|Cuba\nChad|Togo");
    assert_eq!(edges(&network), "Cuba>Chile Mali>Chad Peru>Cuba Chad>Togo");
}

#[test]
fn marks_of_a_matrix_may_be_codes_and_organisations() {
    for marks in ["yes|no|no|yes", "A|AL|AL|A", "NATO|Entente|NATO|NATO", "1949|1950|1951|1952"] {
        let cells: Vec<&str> = marks.split('|').collect();
        let text = format!(
            "|Japan|Peru|Chad\nJapan||{0}|{1}\nPeru|{2}||{3}\nChad|{0}|{1}|",
            cells[0], cells[1], cells[2], cells[3]
        );
        let (_, plan) = guessed(&text);
        assert!(matches!(plan.sheets[0].content, TableContent::Matrix { .. }), "{text}");
    }
}

#[test]
fn the_first_row_of_data_is_no_header() {
    for (text, expected) in [
        ("A|B|Type\nDE|FR|ally\nPL|UA|ally\nRU|UA|war", "DE>FR PL>UA RU>UA"),
        ("a|b|rel\nDE|France|ally\nGB|US|ally\nNiger|NG|trade", "DE>France GB>US Niger>NG"),
        ("Who|Whom|What\nNE|TO|ally\nDE|ID|partner\nFR|IT|war", "NE>TO DE>ID FR>IT"),
        (
            "Dyad|1914|1915|1916\nFrance-Russia|ally|ally|ally\nChad-Mali|ally|war|",
            "France>Russia Chad>Mali Chad>Mali",
        ),
        (
            "Dyad|1914|1915\nFrance-Russia|ally|rival\nChad-Mali|pact|war",
            "France>Russia France>Russia Chad>Mali Chad>Mali",
        ),
        (
            "A|B|Rel\nHezbollah|Hamas|ally\nHamas|Fatah|rival\nIran|Houthis|support",
            "Hezbollah>Hamas Hamas>Fatah Iran>Houthis",
        ),
        ("A|B\nTurkey|PKK\nLebanon|Hezbollah", "Turkey>PKK Lebanon>Hezbollah"),
        ("i|j|Since\nHamas|Fatah|1990\nIran|Houthis|2004", "Hamas>Fatah Iran>Houthis"),
        ("Country|To|Kind\nDE|FR|ally\nPL|UA|ally", "DE>FR PL>UA"),
    ] {
        let (network, plan) = guessed(text);
        assert_eq!(
            (edges(&network).as_str(), plan.sheets[0].header),
            (expected, Some(0)),
            "{text}"
        );
    }
}

#[test]
fn letters_and_years_in_a_row_of_data_are_no_header() {
    for (text, expected) in [
        ("A|B\nB|C\nC|D", "A>B B>C C>D"),
        ("France|Russia|1914\nChad|Mali|1960", "France>Russia Chad>Mali"),
    ] {
        let (network, plan) = guessed(text);
        assert_eq!((edges(&network).as_str(), plan.sheets[0].header), (expected, None), "{text}");
    }
}

#[test]
fn ticks_and_crosses_of_a_matrix_say_yes_and_no() {
    for (yes, no) in [("✓", "✗"), ("✔\u{fe0f}", "❌"), ("✅", "✘"), ("•", "")] {
        let (network, plan) = guessed(&format!(
            "|Iran|Iraq|Syria\nIran|—|{yes}|{yes}\nIraq|{yes}|—|{no}\nSyria|{yes}|{no}|—"
        ));
        assert_eq!(plan.sheets[0].content, TableContent::Matrix { is_mutual: true });
        assert_eq!(edges(&network), "Iran>Iraq Iran>Syria");
        assert!(network.edges.iter().all(|edge| edge.attributes.is_empty()));
    }
}

#[test]
fn both_ends_are_found_in_many_languages() {
    for header in [
        "Land A|Land B|Art|Seit|Bis",
        "Pays A|Pays B|Type d'accord|Depuis|Jusqu'à",
        "País A|País B|Tipo de acuerdo|Desde|Hasta",
        "Paese A|Paese B|Tipo di accordo|Dal|Al",
        "Kraj A|Kraj B|Rodzaj|Od|Do",
        "Страна А|Страна Б|Тип|С|По",
        "Країна А|Країна Б|Тип|З|До",
        "Ülke A|Ülke B|Tür|Başlangıç|Bitiş",
        "الدولة أ|الدولة ب|النوع|منذ|حتى",
        "国家A|国家B|类型|开始|结束",
        "甲方|乙方|关系类型|起始年|终止年",
        "国A|国B|種類|開始|終了",
        "국가 A|국가 B|관계|시작|종료",
        "Pays|Partenaire|Type de relation|Début|Fin",
        "Ülke|Ortak|Tür|Başlangıç|Bitiş",
    ] {
        // Names of nations that aren't known don't say which columns are the ends.
        let text = format!("{header}\nAaland|Beeland|foo|1950|1960\nCeeland|Deeland|bar|1970|");
        let (network, _) = guessed(&text);
        assert_eq!(edges(&network), "Aaland>Beeland Ceeland>Deeland", "{text}");
        let map =
            crate::formats::mapping::to_map(&network, &crate::formats::mapping::guess(&network));
        let map = map.unwrap().map;
        let dates = map.ties().iter().map(|(_, tie)| {
            [tie.since, tie.until].map(|date| date.map(|date| date.to_string()).unwrap_or_default())
        });
        assert!(dates.eq([["1950", "1960"], ["1970", ""]]), "{text}");
        let kinds: Vec<_> = map.kinds().iter().map(|(_, kind)| kind.name.clone()).collect();
        assert_eq!(kinds, ["Foo", "Bar"], "{text}");
    }
}

#[test]
fn abbreviations_of_both_ends_are_borne_out_by_the_cells() {
    for (text, expected) in [
        ("orig|dest|vol\nx1|x2|5", "x1>x2"),
        ("id|src|tgt|label\n1|n1|n2|pact", "n1>n2"),
        ("src|dst|type\nJapan|Peru|pact", "Japan>Peru"),
        (":START_ID|:END_ID|:TYPE\nn1|n2|ALLIED", "n1>n2"),
        (":START_ID(Country)|:END_ID(Country)|since:int|:TYPE\nn1|n2|1949|ALLIED", "n1>n2"),
        ("year|o|d|flow\n2019|FRA|DEU|12\n2019|DEU|ITA|3", "FRA>DEU DEU>ITA"),
        ("w|u|v\n1|Japan|Peru\n2|Peru|Chad", "Japan>Peru Peru>Chad"),
        (
            "t|i|j|k\n2019|1|2|x\n2019|2|3|x\n2019|3|4|y\n2019|4|1|y\n2019|1|3|y",
            "1>2 2>3 3>4 4>1 1>3",
        ),
        ("year|exp|imp|value\n2001|FRA|DEU|100\n2001|DEU|ITA|200", "FRA>DEU DEU>ITA"),
        ("kind|c1|c2\npact|A1|A2\nrival|A2|A3\npact|A3|A1", "A1>A2 A2>A3 A3>A1"),
        (
            "kind|ctry_a|ctry_b\npact|Zembla|Ruritania\nrival|Ruritania|Graustark",
            "Zembla>Ruritania Ruritania>Graustark",
        ),
    ] {
        let (network, plan) = guessed(text);
        assert_eq!(edges(&network), expected, "{text}");
        assert_eq!(plan.sheets[0].header, Some(0), "{text}");
    }
    for text in [
        "country|o|d\nFrance|12|3\nGermany|3|4\nItaly|4|5\nPeru|5|12\nChad|6|5",
        "country|o|d\nFrance|Open|1\nGermany|Open|2\nItaly|Closed|3",
        "country|exp|imp\nFrance|1.5|2.5\nGermany|2.5|1.5\nItaly|3.5|4.5\nPeru|4.5|3.5",
        "country|s|t\nFrance|yes|no\nGermany|no|yes\nItaly|yes|yes",
    ] {
        let (network, _) = guessed(text);
        assert_eq!(edges(&network), "", "{text}");
    }
}

#[test]
fn events_of_gdelt_are_ties_with_all_that_they_say() {
    let names = "GLOBALEVENTID|SQLDATE|MonthYear|Year|FractionDate|Actor1CountryCode|Actor2CountryCode|EventCode|\
                 EventRootCode|GoldsteinScale|NumMentions|DATEADDED|SOURCEURL";
    let row = "1180001|20240619|202406|2024|2024.4658|RUS|PRK|057|05|8.0|120|20240619|https://example.org/a";
    let (network, plan) = guessed(&format!("{names}\n{row}"));
    assert_eq!(plan.sheets[0].preset, Some("GDELT events"));
    let said = |network: &Network| {
        let edge = &network.edges[0];
        let values = edge.attributes.iter().map(|(column, value)| {
            let value = match value {
                Attribute::Text(text) => text.to_string(),
                Attribute::Number(number) => number.to_string(),
                Attribute::Flag(flag) => flag.to_string(),
            };
            format!("{}={value}", network.edge_columns.name(*column))
        });
        format!("{} {}", edges(network), values.collect::<Vec<_>>().join(" "))
    };
    assert_eq!(
        said(&network),
        "RUS>PRK SQLDATE=20240619 Year=2024 EventCode=diplomatic cooperation EventRootCode=diplomatic cooperation \
         GoldsteinScale=8 NumMentions=120 SOURCEURL=https://example.org/a"
    );
    // The files themselves have no header.
    let mut cells = vec![""; 61];
    for (at, cell) in [
        (0, "1180001"),
        (1, "20240619"),
        (7, "RUS"),
        (17, "PRK"),
        (28, "17"),
        (31, "20"),
        (60, "https://example.org/b"),
    ] {
        cells[at] = cell;
    }
    let (network, _) = guessed(&cells.join("|"));
    let expected = "RUS>PRK SQLDATE=20240619 EventRootCode=coercion NumMentions=20 SOURCEURL=https://example.org/b";
    assert_eq!(said(&network), expected);
}

#[test]
fn letters_of_both_ends_below_headings_are_two_tables() {
    let tables = parted(vec![super::tests::table(
        "Allies|||Rivals|\nA|B||A|B\nFrance|UK||India|Pakistan\nJapan|USA||Greece|Turkey",
    )]);
    let network = network(&tables, &TablePlan::guess(&tables)).unwrap();
    assert_eq!(edges(&network), "France>UK Japan>USA India>Pakistan Greece>Turkey");
}

#[test]
fn a_sum_at_one_end_is_no_nation() {
    let (network, _) = guessed(
        "Country|Partner|Value\nGermany|France|12\nGermany|Total|19\nFrance|Germany|5\nTotal|France|7",
    );
    assert_eq!(edges(&network), "Germany>France France>Germany");
    assert_eq!(super::tests::left_out(&network), "3 is a row of sums; 5 is a row of sums");
}
