//! Which row names the columns, and whether it is that of a matrix.

use super::tests::{edges, guessed};
use super::*;

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
