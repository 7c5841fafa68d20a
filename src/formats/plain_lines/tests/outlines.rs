//! Headings, lists and tables of mails.

use super::mails::read;

fn lines(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn names_below_a_heading_of_a_kind_are_ties_of_it() {
    let text = "Allies:\nFrance, Poland\nMali and Chad (1951)\n- Togo – Peru\nBosnia and Herzegovina\n\n\
                Enemies\n- Iran and Israel\n\nBündnisse:\n- Japan – Cuba (1921)\n\nKriege\nRussia – Ukraine seit 2022\n";
    let (found, left_out) = read(text);
    assert_eq!(
        found,
        [
            "France - Poland allied",
            "Mali - Chad allied 1951",
            "Togo - Peru allied",
            "Iran - Israel rivalry",
            "Japan - Cuba bündnisse 1921",
            "Russia - Ukraine kriege 2022",
        ]
    );
    assert_eq!(left_out, Vec::<u32>::new());
}

#[test]
fn a_list_of_nations_that_begins_with_an_organisation_is_no_list_of_members() {
    for text in
        ["NATO\nEU\nFrance\nMali\n", "France\nNATO\nMali\n", "Mali – Chad: pact\nNATO\nFrance\n"]
    {
        let (found, _) = read(text);
        assert!(!found.iter().any(|line| line.contains(" in ")), "{text}: {found:?}");
    }
}

#[test]
fn a_tie_that_is_said_twice_is_one() {
    for (text, ties) in [
        ("France: Poland\nPoland: France\n", &["France - Poland tie"][..]),
        (
            "France: Poland, Italy\nItaly: France, Poland\nPoland: France\n",
            &["France - Poland tie", "France - Italy tie", "Italy - Poland tie"],
        ),
        ("Mali – Chad: pact, 1990\nMali – Chad: pact, 1990\n", &["Mali - Chad pact 1990"]),
        ("Mali -> Chad: sanctions\nMali -> Chad: sanctions\n", &["Mali > Chad sanctions"]),
        (
            "Iran -> Mali: concern\nMali -> Iran: concern\n",
            &["Iran > Mali concern", "Mali > Iran concern"],
        ),
        (
            "Mali – Chad: pact 1904\nMali – Chad: pact 1947\n",
            &["Mali - Chad pact 1904", "Mali - Chad pact 1947"],
        ),
    ] {
        assert_eq!(read(text).0, ties, "{text}");
    }
    let (_, problems) = super::round_trip::opened("Mali – Chad: pact\nMali – Chad: pact\n");
    assert!(problems.len() == 1 && problems[0].contains("is one tie"), "{problems:?}");
    let (_, problems) = super::round_trip::opened("Mali: Chad\nChad: Mali\n");
    assert_eq!(problems, Vec::<String>::new());
}

#[test]
fn a_map_with_two_ties_that_say_the_same_names_what_reads_back_as_one() {
    let json = r#"{"format": "entente-map", "version": "1.2",
        "kinds": [{"id": "allied", "name": "Allied", "sign": "friendly"}],
        "nations": [{"id": "a", "name": "Mali", "code": "MLI"}, {"id": "b", "name": "Chad", "code": "TCD"}],
        "ties": [{"id": "1", "from": "a", "to": "b", "kind": "allied"},
            {"id": "2", "from": "a", "to": "b", "kind": "allied"}]}"#;
    let map = crate::formats::read(json.as_bytes()).expect("a map").map;
    let losses = crate::formats::PLAIN_LINES.writer.expect("a writer").write(&map).losses;
    let is_named = losses.iter().any(|loss| loss.to_string().contains("says the same as another"));
    assert!(is_named, "{losses:?}");
}

#[test]
fn tables_in_a_mail_are_read_by_their_header() {
    for gap in ["    ", "\t", " | "] {
        let row = |cells: [&str; 5]| cells.join(gap);
        let table = [
            row(["Country A", "Country B", "Type", "Since", "Notes"]),
            row(["France", "Germany", "pact", "1963", "Élysée"]),
            row(["Mali", "New Zealand", "alliance", "1951", "-"]),
        ];
        let text = format!("Hi Tom,\n\nhere it is:\n\n{}\n\nBest wishes\nAnna\n", table.join("\n"));
        let quoted: String = text.lines().map(|line| format!("> {line}\n")).collect();
        for text in [text, quoted] {
            let (found, left_out) = read(&text);
            assert_eq!(
                found,
                ["France - Germany pact 1963 “Élysée”", "Mali - New Zealand allied 1951"],
                "{text}"
            );
            assert_eq!(left_out, [1, 3, 9, 10]);
        }
    }
}

#[test]
fn aligned_columns_without_a_header_are_rows() {
    let expected = lines(&["France - New Zealand allied", "Mali - Chad pact"]);
    assert_eq!(read("France   New Zealand   allied\nMali     Chad          pact\n").0, expected);
}

#[test]
fn every_line_that_is_none_of_the_map_is_named() {
    let text = "Hola Ana:\n\nTe mando la lista:\nMali – Chad: pact\n\nNotes:\n\nUn saludo,\nPedro\n\nRest:\n";
    assert_eq!(read(text), (lines(&["Mali - Chad pact"]), vec![1, 3, 6, 8, 9, 11]));
}

#[test]
fn numbers_boxes_and_underscores_around_a_line_are_none_of_it() {
    for line in [
        "a) Mali – Chad: pact",
        "(1) Mali – Chad: pact;",
        "ii. Mali – Chad: pact.",
        "- [x] Mali – Chad: pact",
        "__Mali__ – __Chad__: pact",
        "_Mali – Chad_: pact",
        "> > 1) **Mali – Chad:** pact.",
    ] {
        assert_eq!(read(&format!("{line}\n")), (lines(&["Mali - Chad pact"]), vec![]), "{line}");
    }
}

#[test]
fn members_are_read_in_the_languages_in_which_people_write() {
    for line in [
        "Members of NATO: Polen, Italien",
        "NATO members: Polen, Italien",
        "NATO member states (since 1999): Polen, Italien",
        "Mitglieder der NATO: Polen, Italien",
        "NATO-Mitglieder: Polen und Italien",
        "Polen und Italien sind Mitglieder der NATO",
        "NATO = Polen, Italien",
        "NATO = {Polen, Italien}",
        "NATO members:\n- Polen\n- Italien",
        "NATO members:\nPolen\nItalien (1949)",
        "NATO members\n* Polen\n* Italien",
        "Mitglieder der NATO:\n1. Polen\n2. Italien",
        "NATO\nPolen\nItalien",
        "**NATO**\n- Polen\n- Italien",
        "> NATO:\n> - Polen\n> - Italien",
    ] {
        let (read, left_out) = read(&format!("{line}\n"));
        let members: Vec<String> = read
            .iter()
            .map(|line| line.trim_end_matches([' ', '1', '9', '4']).to_owned())
            .collect();
        assert_eq!(
            (members, left_out),
            (vec!["Polen in NATO".into(), "Italien in NATO".into()], vec![]),
            "{line}"
        );
    }
    for line in [
        "Membres de l'OTAN : Pologne, Italie",
        "La Pologne a rejoint l'OTAN en 1999",
        "La Pologne est membre de l’OTAN depuis 1999",
        "Miembros de la OTAN: Polonia, Italia",
        "Polonia ingresó en la OTAN en 1999",
    ] {
        let (read, left_out) = read(&format!("{line}\n"));
        assert!(read[0].starts_with("Pol") && read[0].contains(" in OTAN"), "{line}: {read:?}");
        assert!(left_out.is_empty());
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(128))]

    #[test]
    fn any_mail_is_read_or_remarked_on(
        parts in proptest::collection::vec("( |  |\n|\n|\t|\\| |> |- |: |, |\\(|\\)|\\{|\\}|= | – | -> |__|_|“|y |und |NATO|NATO members|Allies:|\
            Kriege|France|Germany|UK|Mitglieder der |l’|L'|a\\) |\\(1\\) |- \\[x\\] |seit |de |mai |1955|1978年|以来|14\\.|pact|vs |\
            Country A  Country B  Type  Since\n|France  Germany  pact  1963\n|# |---\n|é)", 0..40)
    ) {
        use crate::edit::apply;
        use crate::formats::plain_lines::{OF_A_FILE, read_within};
        use crate::model::{Map, UsualKinds};
        let text = parts.concat();
        let mut map = Map::empty();
        let read = read_within(&OF_A_FILE, &map, &text, UsualKinds::default());
        for remark in read.remarks() {
            assert!(text.get(remark.span.clone()).is_some(), "{text}: {remark:?}");
        }
        if let Some((_, command)) = read.command {
            apply(&mut map, command).expect("what is read fits the map");
        }
        assert_eq!(map.violations(), []);
    }
}
