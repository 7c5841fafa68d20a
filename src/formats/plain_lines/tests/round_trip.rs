//! Maps as lines, and lines as files.

use proptest::prelude::*;

use super::{members, onto, ties};
use crate::formats::samples::SAMPLES;
use crate::formats::{
    Certainty, Content, FORMATS, InputFile, PLAIN_LINES, Progress, as_lines, recognise,
};
use crate::model::Map;

pub fn opened(text: &str) -> (Map, Vec<String>) {
    let file = InputFile { name: "a.txt", bytes: text.as_bytes() };
    let content = PLAIN_LINES.reader.read(&file, Progress::untold());
    let Ok(Content::Map(opened)) = content else { panic!("{content:?}") };
    assert_eq!(opened.map.violations(), vec![]);
    (opened.map, opened.problems.iter().map(ToString::to_string).collect())
}

fn sorted(mut texts: Vec<String>) -> Vec<String> {
    texts.sort();
    texts
}

fn names(map: &Map) -> Vec<String> {
    sorted(map.nations().iter().map(|(_, nation)| nation.name.clone()).collect())
}

/// The nations with their codes and types.
fn nations(map: &Map) -> Vec<String> {
    let show = |nation: &crate::model::Nation| {
        format!("{} {:?} {:?}", nation.name, nation.code, nation.nation_type)
    };
    sorted(map.nations().iter().map(|(_, nation)| show(nation)).collect())
}

/// The kinds beside the standard ones.
fn kinds(map: &Map) -> Vec<String> {
    let show =
        |kind: &crate::model::Kind| format!("{} {:?} {}", kind.name, kind.sign, kind.directed);
    map.kinds().iter().skip(3).map(|(_, kind)| show(kind)).collect()
}

/// The sources that each tie names, with how certain it is.
fn sources(map: &Map) -> Vec<String> {
    let of = |evidence: &crate::model::Evidence| {
        let source = evidence.source.and_then(|id| map.sources().get(id));
        let said = source.map(|s| format!("{} {:?} {}", s.title, s.date, s.url));
        format!("{said:?} {:?}", evidence.confidence)
    };
    sorted(map.ties().iter().flat_map(|(_, tie)| tie.evidence.iter().map(of)).collect())
}

#[test]
fn samples_come_back_from_their_lines() {
    for sample in SAMPLES {
        let map = crate::formats::read(sample.json.as_bytes()).expect("a sample").map;
        let text = as_lines(&map);
        let (read, problems) = opened(&text);
        assert_eq!(names(&read), names(&map), "{text}{problems:#?}");
        assert_eq!(read.ties().len(), map.ties().len(), "{text}{problems:#?}");
        assert_eq!(sorted(members(&read)), sorted(members(&map)), "{text}");
        assert_eq!(read.heading().title, map.heading().title);
        assert_eq!(read.heading().as_of, map.heading().as_of);
        let file = InputFile { name: "", bytes: text.as_bytes() };
        assert_eq!(recognise(&file).map(|format| format.name), Some(PLAIN_LINES.name), "{text}");
        assert_eq!(as_lines(&read).lines().count(), text.lines().count());
    }
}

#[test]
fn what_is_written_is_as_a_person_would_write_it() {
    let text = "Title: Pacts\n\
                New kind: \"Aid\", neutral, directed\n\
                Japan – China: pact, signed, since 1955-05 until 1991, \"sea\", reportedly; source: \"News, 2\", \
                2024-06-19, https://a.example/1\n\
                \"Ruritania\" -> Japan: aid\n\
                Mali -> (Japan – China: pact): concern\n\
                Mali, Chad in \"The L\" since 1955\n\
                Peru\n";
    let (map, problems) = opened(text);
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(as_lines(&map), text);
}

#[test]
fn a_file_may_have_far_more_lines_than_are_entered_at_once() {
    let mut text = String::new();
    for n in 0..3_000 {
        text.push_str(&format!("\"N{n}\" – \"N{}\": pact, source: \"Book {n}\"\n", n / 2));
    }
    text.push_str("Mali –\nMali – Chad: soon 3/4/1950\n");
    let (map, problems) = opened(&text);
    assert_eq!((map.ties().len(), map.sources().len()), (3_000, 3_000));
    assert!(problems[0].starts_with("Line 3001, column 6 has “–”"), "{problems:?}");
    assert!(problems[1].contains("Line 3002") && problems[1].contains("left out"), "{problems:?}");
}

#[test]
fn other_text_is_no_file_of_lines() {
    for text in [
        "source,target\na,b\n",
        "Dear all,\nhere is what we said:\nnothing – yet: at all of it\n- many things to do\nthen\nthat\n",
        "{\"a\": 1}",
        "digraph { a -> b }",
        "1 2\n2 3\n",
        "3 2\n0 1\n1 2\n",
        "key: value\nother: thing\n",
        "*Vertices 2\n1 \"a\"\n",
        "",
        "\u{0}",
    ] {
        let file = InputFile { name: "a.txt", bytes: text.as_bytes() };
        let certainty = (PLAIN_LINES.recognise)(&file);
        let others = FORMATS.iter().filter(|format| ***format != PLAIN_LINES);
        let best = others.map(|format| (format.recognise)(&file)).max();
        assert!(certainty == Certainty::No || best >= Some(certainty), "{text}: {certainty:?}");
    }
    let mail =
        InputFile { name: "", bytes: b"Japan - China: allied\nUSA -> (Russia - Cuba): concern" };
    assert_eq!(recognise(&mail).map(|format| format.name), Some(PLAIN_LINES.name));
}

proptest! {
    #[test]
    fn lines_say_again_what_they_said(
        lines in prop::collection::vec((
            "(Japan|Mali|\"A, B\"|\"the X – Y\"|“Q \"r\"”|\"in and with\"|Peru|\"7[.] of 1955\"|Germany|\"Georgia\"|COG|\"note: x[?]\")",
            "( – | -> | <-> | <- )",
            "(Chad|\"C: D\"|\"source: E\"|Cuba|\"F [(]G[)]\"|\\(Iran – Iraq: pact\\))",
            "(allied|pact|concern|new kind: \"On trial; 1955\"|new kind: trade|new kind: \"Alliance\", friendly|new kind: \"war\", neutral, directed|new kind: \"tie\")",
            "(, signed|, in force|)(, since 1955|, 1955-05–1991-06|, until 1991|)",
            "(, \"pact 1950\"|, «a \"b\"»|)(, allegedly|, confirmed|)",
            "(; source: \"Book, 2020; second\", 1999|; source: News https://a[.]example/b|)",
        ), 1..8),
        membership in "(Chad, Mali in \"Pact of the League\"( since 1949| until 1950|)|Togo|Russia in UN since 1960|)",
    ) {
        let mut text: String = lines
            .iter()
            .map(|(from, link, to, kind, when, label, source)| {
                format!("{from}{link}{to}: {kind}{when}{label}{source}\n")
            })
            .collect();
        text.push_str(&membership);
        let (map, _) = onto(Map::empty(), &text);
        prop_assume!(!map.nations().is_empty());
        let said = as_lines(&map);
        // A line twice is one tie.
        prop_assume!(said.lines().collect::<std::collections::HashSet<_>>().len() == said.lines().count());
        let (read, remarks) = onto(Map::empty(), &said);
        prop_assert!(!remarks.iter().any(|remark| remark.starts_with("fault")), "{}{:?}", said, remarks);
        prop_assert_eq!(names(&read), names(&map), "{}", said);
        prop_assert_eq!(sorted(ties(&read)), sorted(ties(&map)), "{}", said);
        prop_assert_eq!(sorted(members(&read)), sorted(members(&map)));
        prop_assert_eq!(sources(&read), sources(&map), "{}", said);
        // Opened as a mail, it says the same.
        let (read, problems) = opened(&said);
        prop_assert!(!problems.iter().any(|problem| problem.contains("left out")), "{}{:?}", said, problems);
        prop_assert_eq!(nations(&read), nations(&map), "{}", said);
        prop_assert_eq!(kinds(&read), kinds(&map), "{}", said);
        prop_assert_eq!(sorted(ties(&read)), sorted(ties(&map)), "{}", said);
        prop_assert_eq!(sorted(members(&read)), sorted(members(&map)));
        prop_assert_eq!(sources(&read), sources(&map), "{}", said);
    }
}

#[test]
fn what_no_line_can_say_is_named_with_its_reason() {
    let json = r#"{"format": "entente-map", "version": "1.2",
        "kinds": [{"id": "allied", "name": "Allied", "sign": "friendly"}],
        "nations": [{"id": "a", "name": "Mali", "code": "MLI"}, {"id": "b", "name": "mali"},
            {"id": "c", "name": "Georgia", "code": "GEO"}, {"id": "d", "name": "Chad", "code": "USA"}],
        "ties": [{"id": "1", "from": "a", "to": "b", "kind": "allied"},
            {"id": "2", "from": "a", "to": "c", "kind": "allied"},
            {"id": "3", "from": "c", "to": "a", "kind": "allied"},
            {"id": "4", "from": "d", "to": {"tie": "2"}, "kind": "allied"}]}"#;
    let map = crate::formats::read(json.as_bytes()).expect("a map").map;
    let written = PLAIN_LINES.writer.expect("a writer").write(&map);
    let losses: Vec<String> = written.losses.iter().map(ToString::to_string).collect();
    assert_eq!(
        losses[..2],
        [
            "1 nation that no line can name isn't kept: mali (another nation has that name).",
            "2 ties that no line can say aren't kept: Mali – mali (no line can name “mali”, for another nation has \
             that name); Chad – (Mali – Georgia) (the tie at its end is one of several alike, or ends at a tie \
             itself).",
        ]
    );
    assert!(losses.iter().any(|loss| loss == "1 code of a nation isn't kept."), "{losses:?}");
    let (read, _) = opened(&String::from_utf8_lossy(&written.bytes));
    assert_eq!(nations(&read).iter().filter(|nation| nation.contains("GEO")).count(), 1);
    assert_eq!(read.ties().len(), 2);
}
