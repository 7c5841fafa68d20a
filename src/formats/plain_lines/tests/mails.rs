//! Mails and notes: what each becomes, and what of it is named as unread.

use super::round_trip::opened;
use super::{members, ties};
use crate::formats::{InputFile, recognise};

/// What a text becomes: ties and memberships; and the lines of it that are named as left out.
pub fn read(text: &str) -> (Vec<String>, Vec<u32>) {
    let file = InputFile { name: "a.txt", bytes: text.as_bytes() };
    assert_eq!(recognise(&file).map(|format| format.name), Some("Plain lines"), "{text}");
    let (map, problems) = opened(text);
    let left_out = problems.iter().filter(|problem| problem.contains("left out"));
    let line = |problem: &String| {
        let number = problem.trim_start_matches("Line ").split(',').next().unwrap_or_default();
        number.parse().unwrap_or_else(|_| panic!("{problem}"))
    };
    ([ties(&map), members(&map)].concat(), left_out.map(line).collect())
}

#[test]
fn greetings_signatures_and_sentences_become_no_nations() {
    let mail = "Hi Anna,\n\nhere is what I have so far:\n\nJapan and the US are allied since 1960.\n\
                Australia, New Zealand: ANZUS 1951\nRussia -> Ukraine: war since 2022\n\
                - Poland + Lithuania: cooperation 1994\n1) South Korea, Japan: dispute (Dokdo)\n\
                Vietnam?\nTom says more later.\n\nBest,\nTom\n-- \nInstitute of Affairs\ntom@example.org\n";
    let (read, left_out) = read(mail);
    assert_eq!(
        read,
        [
            "Japan - United States allied 1960",
            "Russia > Ukraine war 2022",
            "Poland - Lithuania cooperation 1994",
            "South Korea - Japan dispute “Dokdo”",
            "Australia in ANZUS 1951",
            "New Zealand in ANZUS 1951",
        ]
    );
    assert_eq!(left_out, [1, 3, 10, 11, 13, 14, 16, 17]);
}

#[test]
fn one_line_of_a_text_is_enough_to_read_it() {
    for (text, expected) in [
        ("NATO 1949: USA, Spain\n", &["United States in NATO 1949", "Spain in NATO 1949"][..]),
        (
            "France is allied with Russia\nFrance is allied with Poland",
            &["France - Russia allied", "France - Poland allied"],
        ),
        (
            "USA, UK and Spain signed AUKUS in 2021.\n",
            &["United States in AUKUS 2021", "United Kingdom in AUKUS 2021", "Spain in AUKUS 2021"],
        ),
        (
            "Dear all,\nwe met, and talked, and it was good.\nIran supports Syria.\n",
            &["Iran > Syria support"],
        ),
        (
            "Asia: Japan – China: concern\nIsrael vs. Iran",
            &["Japan > China concern", "Israel - Iran rivalry"],
        ),
        (
            "Sanctions on Iran: USA, UK",
            &["United States > Iran sanctions", "United Kingdom > Iran sanctions"],
        ),
        ("France: UK, Poland", &["France - UK tie", "France - Poland tie"]),
        ("Frankreich – Polen: Bündnis, seit 1921", &["Frankreich - Polen bündnis 1921"]),
    ] {
        let expected: Vec<String> =
            expected.iter().map(|line| line.replace("UK tie", "United Kingdom tie")).collect();
        assert_eq!(read(text).0, expected, "{text}");
    }
}

#[test]
fn sentences_that_say_no_tie_for_certain_are_named_and_become_none() {
    for line in [
        "We are concerned about Russia",
        "Tom is concerned about Russia",
        "Anna is in Spain",
        "Everyone fears Russia",
        "Japan is not allied with China",
        "Japan and China have no pact",
        "Japan – China: never allied",
        "Japan and Chile agreed to disagree",
        "Japan denies a pact with Chile",
        "Iran claims Israel attacked it",
        "Iran accuses Israel of sabotage",
        "If Japan and China sign a pact, Chile will be concerned",
        "From Berlin to Paris we travelled",
        "Japan to host talks with Chile",
        "Japan – Chile, c. 1950",
        "Poland – Lithuania – friendliness",
    ] {
        let (read, left_out) = read(&format!("Mali – Chad: pact\n{line}\n"));
        assert_eq!(read, ["Mali - Chad pact"], "{line}");
        assert!(!left_out.is_empty() && left_out.iter().all(|number| *number == 2), "{line}");
    }
}

#[test]
fn ends_are_joined_by_words_and_the_sentence_is_the_evidence() {
    for (line, tie) in [
        ("aid from Japan to Chile since 1990", "Japan > Chile support 1990"),
        ("Aid to Chile from Japan", "Japan > Chile support"),
        ("Sanctions by the US against Iran, 1979", "United States > Iran sanctions 1979"),
        ("Support: Japan to Chile", "Japan > Chile support"),
        ("Japan gave aid to Chile in 1990", "Japan > Chile support 1990"),
        ("Japan - aid -> Chile", "Japan > Chile support"),
        ("China claims Taiwan", "China > Taiwan claim"),
        ("China opposes Japan", "China > Japan opposition"),
    ] {
        assert_eq!(read(&format!("{line}\n")).0, [tie], "{line}");
    }
    let (opposed, _) = read("China opposes the alliance between Japan and Peru\n");
    assert_eq!(opposed, ["Japan - Peru allied", "China > (Japan, Peru) opposition"]);
    let (map, _) =
        opened("Japan and Peru agree in principle to share intelligence.\nMali – Chad: pact\n");
    let notes: Vec<Vec<&str>> = map
        .ties()
        .iter()
        .map(|(_, tie)| tie.evidence.iter().map(|evidence| evidence.note.as_str()).collect())
        .collect();
    assert_eq!(notes, [vec!["Japan and Peru agree in principle to share intelligence."], vec![]]);
}

#[test]
fn the_name_of_a_treaty_before_a_colon_is_the_label_of_its_tie() {
    for (line, tie) in [
        (
            "Molotov–Ribbentrop Pact: Germany–Soviet Union, 1939 – 1941",
            "Germany - Soviet Union pact 1939 1941 “Molotov–Ribbentrop Pact”",
        ),
        ("Élysée Treaty: Mali – Chad since 1963", "Mali - Chad pact 1963 “Élysée Treaty”"),
        ("Traité de Lomé : Mali – Togo", "Mali - Togo traité “Traité de Lomé”"),
        (
            "Football War: El Salvador – Honduras, war 1969",
            "El Salvador - Honduras war 1969 “Football War”",
        ),
        ("Africa: Mali – Togo: pact", "Mali - Togo pact"),
    ] {
        assert_eq!(read(&format!("{line}\n")).0, [tie], "{line}");
    }
}

#[test]
fn signs_of_what_stands_against_one_another_are_rivalries() {
    for sign in ["vs", "v.", "x", "×", "=/=", "!=", "≠"] {
        let line = format!("Norway {sign} Sweden, 1905\n");
        assert_eq!(read(&line).0, ["Norway - Sweden rivalry 1905"], "{line}");
    }
    assert_eq!(read("Norway x Sweden: war\n").0, ["Norway - Sweden war"]);
}

#[test]
fn paths_of_cypher_are_ties() {
    let text = "(France)-[:ALLIED_WITH {since: 1894}]->(Russia)\n\
                (:Country {name: \"Japan\"})-[:PACT]-(:Country {name: \"Peru\"})\n\
                (France)-[:MEMBER_OF {since: 1949}]->(NATO)\n";
    let ties = ["France > Russia allied 1894", "Japan - Peru pact", "France in NATO 1949"];
    assert_eq!(read(text).0, ties);
}

#[test]
fn what_stands_in_parentheses_and_in_small_letters_makes_no_nation() {
    for (line, tie) in [
        ("India vs Pakistan (Kashmir), since 1947", "India - Pakistan rivalry 1947 “Kashmir”"),
        ("(France, Italy): pact", "France - Italy pact"),
        ("(France – Italy): pact", "France - Italy pact"),
        (
            "Deutschland – Polen: Nichtangriffspakt 1934–1939",
            "Deutschland - Polen nichtangriffspakt 1934 1939",
        ),
    ] {
        assert_eq!(read(&format!("{line}\n")).0, [tie], "{line}");
    }
    let (found, left_out) =
        read("Mali – Chad: pact\nFrance & allies – Peru: rivalry\nFrance – Italy = allies\n");
    assert!(
        !found.iter().any(|tie| tie.to_lowercase().contains("allies")),
        "{found:?} {left_out:?}"
    );
}

#[test]
fn what_mail_programs_and_people_put_around_a_line_is_none_of_it() {
    for (line, ties) in [
        ("Yes, India – USA: pact (since 2008).", &["India - United States pact 2008"][..]),
        ("**Japan – Peru**: pact, 2024", &["Japan - Peru pact 2024"]),
        ("*Japan* – `Peru`: pact", &["Japan - Peru pact"]),
        ("Iran vs. Japan [1]", &["Iran - Japan rivalry"]),
        ("🇯🇵 → 🇵🇪: aid", &["Japan > Peru support"]),
        ("🇯🇵 Japan – Peru 🇵🇪: pact", &["Japan - Peru pact"]),
        ("Japan and Peru – peace treaty – 1994", &["Japan - Peru pact 1994 “peace treaty”"]),
        ("1951-09-08 USA – Japan: pact", &["United States - Japan pact 1951-09-08"]),
        ("Germany is concerned about Russia (since 2014).", &["Germany > Russia concern 2014"]),
        (
            "Here they are. Japan and Peru signed a pact in July 2024. Japan and Mali are allied since 2007.",
            &["Japan - Peru pact signed 2024-07", "Japan - Mali allied 2007"],
        ),
    ] {
        assert_eq!(read(&format!("{line}\n")).0, ties, "{line}");
    }
    let (_, problems) =
        opened("Here they are. Japan and Peru signed a pact in July 2024. We met.\n");
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems.iter().all(|problem| problem.contains("The sentence was left out")));
}

#[test]
fn headings_say_kinds_and_organisations() {
    let text = "# Alliances\nFrance – Russia (1894)\n\nWars\n----\nRussia – Japan (1904–1905)\n\n\
                Triple Entente:\n- France\n- Russia (1907)\n\nThe Axis:\nItaly\nJapan\n\nTo do:\nMali – Chad\n";
    let (read, left_out) = read(text);
    assert_eq!(
        read,
        [
            "France - Russia allied 1894",
            "Russia - Japan war 1904 1905",
            "Mali - Chad tie",
            "France in Triple Entente",
            "Russia in Triple Entente 1907",
            "Japan in Axis",
            "Italy in Axis",
        ]
    );
    assert_eq!(left_out, [16]);
}

#[test]
fn texts_that_say_no_tie_are_no_lines_on_ties() {
    for text in [
        "just some text\n",
        "We met on Tuesday and talked about the map.\nIt was good and everyone was happy.\nSee you then.\n",
        "key: value\nother: thing\n",
        "Country: Japan\nCapital: Tokyo\n",
        "2024-01-01 12:00:00 INFO started - ok\n2024-01-01 12:00:01 INFO running - ok\n",
        "def f(a, b):\n    return a - b\n",
        "Sweden will not join NATO.\n",
    ] {
        let file = InputFile { name: "a.txt", bytes: text.as_bytes() };
        assert_eq!(recognise(&file).map(|format| format.name), None, "{text}");
        let read = crate::formats::Import::read(&file, crate::formats::Progress::untold());
        let message = read.expect_err(text).to_string();
        assert!(message.contains("Japan – New Zealand: pact"), "{message}");
        assert!(!message.contains('{') && message.contains("GraphML"), "{message}");
    }
}

#[test]
fn points_of_a_list_with_commas_are_lines_in_a_text_and_in_markdown() {
    let mail = "# Notes\n\nDear all,\n\n* France – UK: entente, 1904\n\
                * **Germany – Italy**: alliance, 1939\n* Russia → Ukraine: war since 2022\n\nBest, Ann\n";
    let blocs =
        "# Blocs 1914\n\n## Entente\n- France\n- Russia\n\n## Rivalries\n- France – Germany\n";
    for text in [mail, blocs] {
        for name in ["a.md", "a.MD", "a.markdown", "a.txt", "a"] {
            let file = InputFile { name, bytes: text.as_bytes() };
            let format = recognise(&file).map(|format| format.name);
            assert_eq!(format, Some("Plain lines"), "{name}: {text}");
        }
    }
    let (ties, left_out) = read(mail);
    assert_eq!((ties.len(), left_out), (3, vec![3, 9]));
}
