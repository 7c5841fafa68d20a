//! Sentences and lines of mails in English, German, French and Spanish: what each becomes, and what of it is doubted.

use super::mails::read;
use super::round_trip::opened;
use crate::model::{Map, Tie, TieId};

/// What a line becomes, all of it read.
const READ: [(&str, &[&str]); 50] = [
    // German, with the verb at the end
    (
        "Deutschland hat mit Frankreich 1963 einen Vertrag geschlossen.",
        &["Deutschland - Frankreich vertrag signed 1963"],
    ),
    (
        "Polen hat 1921 mit Rumänien ein Bündnis geschlossen.",
        &["Polen - Rumänien bündnis signed 1921"],
    ),
    (
        "Österreich-Ungarn war von 1879 bis 1918 mit Deutschland verbündet.",
        &["Österreich-Ungarn - Deutschland allied 1879 1918"],
    ),
    (
        "Russland hat die Ukraine am 24. Februar 2022 überfallen.",
        &["Russland - Ukraine war 2022-02-24"],
    ),
    ("Die Ukraine wird von Polen unterstützt.", &["Polen > Ukraine support"]),
    ("Estland wird von Russland bedroht.", &["Russland > Estland threat"]),
    (
        "Die USA haben gegen Kuba 1962 ein Embargo verhängt.",
        &["United States > Kuba sanctions 1962"],
    ),
    ("Iran und Irak waren von 1980 bis 1988 im Krieg.", &["Iran - Irak war 1980 1988"]),
    (
        "Preußen und Österreich führten 1866 Krieg gegeneinander.",
        &["Preußen - Österreich krieg 1866"],
    ),
    (
        "Frankreich erklärte Preußen am 19. Juli 1870 den Krieg.",
        &["Frankreich - Preußen war 1870-07-19"],
    ),
    ("Polen ist seit 1999 Mitglied der NATO.", &["Polen in NATO 1999"]),
    ("Spanien ist 1982 der NATO beigetreten.", &["Spanien in NATO 1982"]),
    ("Finnland trat 2023 der NATO bei.", &["Finnland in NATO 2023"]),
    (
        "Albanien ist 1968 aus dem Warschauer Pakt ausgetreten.",
        &["Albanien in Warschauer Pakt 1968"],
    ),
    ("Deutschland unterstützt seit 2022 die Ukraine.", &["Deutschland > Ukraine support 2022"]),
    ("Großbritannien: EU-Mitglied 1973 bis 31.1.2020", &["Großbritannien in EU 1973 2020-01-31"]),
    ("Polen: Mitglied der NATO seit 1999", &["Polen in NATO 1999"]),
    ("Albanien u. Kosovo: Abkommen v. 2008", &["Albanien - Kosovo abkommen 2008"]),
    // Several joined by semicolons
    (
        "Deutschland hat mit Frankreich 1963 einen Vertrag geschlossen; die Ukraine wird von Polen unterstützt.",
        &["Deutschland - Frankreich vertrag signed 1963", "Polen > Ukraine support"],
    ),
    (
        "The USA supports Israel; Iran is supported by Russia; Kuwait was invaded by Iraq in 1990.",
        &["United States > Israel support", "Russia > Iran support", "Iraq - Kuwait war 1990"],
    ),
    (
        "In 1939, Germany invaded Poland; Italy invaded Albania.",
        &["Germany - Poland war 1939", "Italy - Albania war 1939"],
    ),
    // French and Spanish
    ("La France a signé un traité avec l'Italie en 1963.", &["France - Italie traité signed 1963"]),
    ("La Russie est en guerre contre l'Ukraine depuis 2014.", &["Russie - Ukraine war 2014"]),
    ("La Turquie et la Grèce sont en conflit.", &["Turquie - Grèce dispute"]),
    ("La Pologne a été attaquée par l'Allemagne en 1939.", &["Allemagne - Pologne war 1939"]),
    ("Le Japon s'inquiète de la Chine.", &["Japon > Chine concern"]),
    ("España firmó un tratado con Portugal en 1939.", &["España - Portugal tratado signed 1939"]),
    ("Ecuador está en guerra con Perú desde enero de 1995.", &["Ecuador - Perú war 1995-01"]),
    // of each of several
    (
        "Italy and Austria-Hungary both with Romania: alliance, 1883",
        &["Italy - Romania allied 1883", "Austria-Hungary - Romania allied 1883"],
    ),
    (
        "Canada and Mexico each with the US: pact, since 1 July 2020",
        &["Canada - United States pact 2020-07-01", "Mexico - United States pact 2020-07-01"],
    ),
    (
        "Japan both with the US and with Australia: pact, 2007",
        &["Japan - United States pact 2007", "Japan - Australia pact 2007"],
    ),
    ("Chile and Peru are each allied with Cuba", &["Chile - Cuba allied", "Peru - Cuba allied"]),
    // passive, and dates in the middle
    ("Poland was attacked by Germany in 1939.", &["Germany - Poland war 1939"]),
    ("Ukraine has been supported by Poland since 2022.", &["Poland > Ukraine support 2022"]),
    ("Japan has since 1951 been allied with Peru.", &["Japan - Peru allied 1951"]),
    // titles behind the kind
    (
        "China and Russia signed a treaty of friendship on 16 July 2001.",
        &["China - Russia pact signed 2001-07-16 “treaty of friendship”"],
    ),
    (
        "USA - South Korea, mutual defense treaty, Oct 1 1953",
        &["United States - South Korea pact 1953-10-01 “defense treaty”"],
    ),
    (
        "USA - Philippines, mutual defense treaty, Aug 30, 1951",
        &["United States - Philippines pact 1951-08-30 “defense treaty”"],
    ),
    ("Libya v. Chad: war 1978–87", &["Libya - Chad war 1978 1987"]),
    ("UK -> Cyprus [guarantor, 1960]", &["United Kingdom > Cyprus guarantee 1960"]),
    // dates
    ("Mali – Chad: pact, 16/09/2023", &["Mali - Chad pact 2023-09-16"]),
    ("Mali – Chad: pact, since 9/2021", &["Mali - Chad pact 2021-09"]),
    ("Mali – Chad: war (Oct–Nov 1962)", &["Mali - Chad war 1962-10 1962-11"]),
    ("Mali – Chad: war, 7–12 August 2008", &["Mali - Chad war 2008-08-07 2008-08-12"]),
    ("Mali – Chad: pact, Aug. 2, 1990", &["Mali - Chad pact 1990-08-02"]),
    // members
    (
        "SEATO: Thailand, Philippines, Pakistan (left 1973)",
        &["Thailand in SEATO", "Philippines in SEATO", "Pakistan in SEATO 1973"],
    ),
    ("Mali – Chad: pact, Togo suspended 1986", &["Mali - Chad pact “Togo suspended 1986”"]),
    ("Israel was invaded by Egypt in 1948.", &["Egypt - Israel war 1948"]),
    ("Poland and Hungary: EU members since 2004", &["Poland in EU 2004", "Hungary in EU 2004"]),
    ("Japan and Peru all with Cuba: pact", &["Japan - Cuba pact", "Peru - Cuba pact"]),
];

#[test]
fn sentences_of_mails_are_read_in_any_order_of_their_words() {
    let wrong = READ.into_iter().filter_map(|(line, expected)| {
        let found = read(&format!("{line}\nMali – Togo: pact\n")).0;
        (found != with_mali(expected)).then(|| format!("{line}: {found:?}"))
    });
    assert_eq!(wrong.collect::<Vec<_>>(), Vec::<String>::new());
}

/// What is expected with the tie of the second line, which makes each text one on ties: ties stand before members.
fn with_mali(expected: &[&str]) -> Vec<String> {
    let (ties, members): (Vec<&str>, Vec<&str>) =
        expected.iter().partition(|text| !text.contains(" in "));
    ties.into_iter().chain(["Mali - Togo pact"]).chain(members).map(str::to_owned).collect()
}

#[test]
fn years_of_two_digits_are_read_and_said() {
    for (line, expected, says) in [
        (
            "Mali – Chad: rivalry since '79",
            "Mali - Chad rivalry 1979",
            "“since '79” was read as 1979",
        ),
        ("Mali – Chad: rivalry, seit 95", "Mali - Chad rivalry 1995", "“seit 95” was read as 1995"),
        ("Mali – Chad: pact, 22.1.63", "Mali - Chad pact 1963-01-22", "“22.1.63” was read as 1963"),
        (
            "Mali – Chad: war '78–'79",
            "Mali - Chad war 1978 1979",
            "“'78–'79” was read as 1978–1979",
        ),
        ("Mali – Chad: war 78-79", "Mali - Chad war 1978 1979", "“78-79” was read as 1978–1979"),
        (
            "Mali – Chad: pact, March '14",
            "Mali - Chad pact 2014-03",
            "“March '14” was read as 2014",
        ),
    ] {
        let (map, problems) = opened(&format!("{line}\n"));
        assert_eq!(super::ties(&map), [expected], "{line}");
        let is_said = |problem: &&String| problem.contains(says) && problem.contains("1900s");
        assert_eq!(problems.iter().filter(is_said).count(), 1, "{line}: {problems:?}");
    }
}

#[test]
fn what_may_be_meant_otherwise_is_listed() {
    for (line, says) in [
        ("Mali – Chad: rivalry since the '80s", "no date"),
        ("Mali – Chad: pact, 2/8/90", "no date"),
        ("Warsaw Pact – Poland, Hungary, Albania: pact (until 1968)", ""),
        ("Mali -- Togo, Chad, Albania (until 1968)", "taken for all ties"),
        ("Chad + Mali => Dual Alliance 1879", "became a nation of its own"),
        ("Warsaw Pact: Poland, Hungary, Albania until 1968", "isn't taken for the names before"),
    ] {
        let (_, problems) = opened(&format!("{line}\nMali – Peru: pact\n"));
        assert!(
            says.is_empty() || problems.iter().any(|problem| problem.contains(says)),
            "{line}: {problems:?}"
        );
    }
}

#[test]
fn a_sentence_is_kept_as_it_was_written() {
    let line = "Deutschland hat mit Frankreich 1963 einen Vertrag geschlossen.";
    let (map, _) = opened(&format!("{line}\nMali – Togo: pact\n"));
    let (_, tie) = map.ties().at(0).expect("a tie");
    assert_eq!(tie.evidence[0].note, line);
}

#[test]
fn what_was_done_by_another_is_its_tie() {
    let (map, problems) = opened(
        "Kuwait invaded by Iraq in August 1990\nPoland was occupied by Germany 1939-45\n\
         Norway occupied by Germany 1940–45\n",
    );
    let expected = [
        "Iraq – Kuwait: War ",
        "Germany › Poland: Occupation 1945",
        "Germany › Norway: Occupation 1945",
    ];
    assert_eq!(ties_until(&map), expected, "{problems:?}");
}

fn ties_until(map: &Map) -> Vec<String> {
    let shown = |(id, tie): (TieId, &Tie)| {
        let kind = map.kinds().get(tie.kind).map_or("", |kind| kind.name.as_str());
        let until = tie.until.map_or_else(String::new, |date| date.to_string());
        format!("{}: {kind} {until}", map.tie_name(id))
    };
    map.ties().iter().map(shown).collect()
}

#[test]
fn a_line_whose_words_say_who_did_it_runs_from_that_one() {
    for (line, expected) in [
        ("Norway – Germany: occupied by", "Germany › Norway: Occupation "),
        ("Norway -- Germany: occupied by 1940-1945", "Germany › Norway: Occupation 1945"),
        ("Norway -> Germany: occupied by, until 1945", "Germany › Norway: Occupation 1945"),
        ("Germany <- Norway: occupied by", "Norway › Germany: Occupation "),
        (
            "Norwegen – Deutschland: besetzt von 1940–1945",
            "Deutschland › Norwegen: Occupation 1945",
        ),
        ("Norway – Germany: was invaded by", "Germany › Norway: War "),
        ("Ukraine – Germany: supplied by", "Germany › Ukraine: Supply "),
        ("Ukraine – Germany: criticised by", "Germany › Ukraine: Criticised "),
        ("Norway – occupied by – Germany", "Germany › Norway: Occupation "),
        ("Germany – Norway: occupied", "Germany › Norway: Occupation "),
        ("Japan – Peru: pact signed by 1951", "Japan – Peru: Pact "),
    ] {
        let (map, problems) = opened(&format!("{line}\nMali – Togo: pact\n"));
        assert_eq!(ties_until(&map)[0], expected, "{line}: {problems:?}");
    }
}
