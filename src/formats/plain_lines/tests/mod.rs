mod as_people_write;
mod cited_sources;
mod languages;
mod mails;
mod outlines;
mod round_trip;
mod sentences_of_mails;
mod todays_nations;

use super::*;
use crate::edit::apply;
use crate::model::{End, Status};

/// The map after these lines, and every remark.
fn written(lines: &str) -> (Map, Vec<String>) {
    onto(Map::empty(), lines)
}

fn onto(mut map: Map, lines: &str) -> (Map, Vec<String>) {
    let read = read_lines(&map, lines, UsualKinds::default());
    let remarks = read.remarks().map(|remark| {
        let kind = if remark.is_fault { "fault" } else { "hint" };
        format!("{kind} “{}” {}", &lines[remark.span.clone()], remark.message)
    });
    let remarks = remarks.collect();
    if let Some((_, command)) = read.command {
        apply(&mut map, command).expect("what is read fits the map");
    }
    assert_eq!(map.violations(), []);
    (map, remarks)
}

/// The ties as short texts.
fn ties(map: &Map) -> Vec<String> {
    let name = |id| map.nations().get(id).map_or("?", |nation| nation.name.as_str());
    let show = |tie: &crate::model::Tie| {
        let to = match tie.to {
            End::Nation(id) => name(id).to_owned(),
            End::Tie(id) => {
                let inner = map.ties().get(id).expect("a tie");
                let End::Nation(to) = inner.to else { return "deep".to_owned() };
                format!("({}, {})", name(inner.from), name(to))
            }
        };
        let kind = map.kinds().get(tie.kind).map_or("?", |kind| kind.key.as_str());
        let dates: String =
            [tie.since, tie.until].iter().flatten().map(|d| format!(" {d}")).collect();
        let label =
            if tie.label.is_empty() { String::new() } else { format!(" “{}”", tie.label) };
        let status = tie.status.map(|status| format!(" {}", status.name())).unwrap_or_default();
        let sign = if tie.direction == crate::model::Direction::Directed { ">" } else { "-" };
        format!("{} {sign} {to} {kind}{status}{dates}{label}", name(tie.from))
    };
    map.ties().iter().map(|(_, tie)| show(tie)).collect()
}

/// The memberships as short texts.
fn members(map: &Map) -> Vec<String> {
    let name = |id| map.nations().get(id).map_or("?", |nation| nation.name.as_str());
    let of = |nation: &crate::model::Nation| {
        let show = |m: &crate::model::Membership| {
            let dates: String =
                [m.since, m.until].iter().flatten().map(|d| format!(" {d}")).collect();
            format!("{} in {}{dates}", nation.name, name(m.organisation))
        };
        nation.memberships.iter().map(show).collect::<Vec<_>>()
    };
    map.nations().iter().flat_map(|(_, nation)| of(nation)).collect()
}

#[test]
fn a_tie_is_read_with_all_that_is_said_of_it() {
    let (map, remarks) =
        written(r#"Japan – New Zealand: pact, preliminary, 2024-06-19 "intelligence sharing""#);
    assert_eq!(
        ties(&map),
        ["Japan - New Zealand pact preliminary 2024-06-19 “intelligence sharing”"]
    );
    assert!(remarks.is_empty(), "{remarks:?}");
    let codes: Vec<_> =
        map.nations().iter().map(|(_, n)| n.code.clone().unwrap_or_default()).collect();
    assert_eq!(codes, ["JPN", "NZL"]);
}

#[test]
fn the_order_of_what_is_said_is_free_and_a_colon_isn_t_needed() {
    let expected = ["Japan - China allied signed 1955 1991 “sea”"];
    for line in [
        "Japan – China: signed, allied, 1955–1991, sea",
        "Japan - China: “sea” since 1955 until 1991 alliance signed",
        "Japan — China: allied; sea; 1955-1991; signed",
        "Japan -- China allied signed from 1955 to 1991 “sea”",
    ] {
        let (map, remarks) = written(line);
        assert_eq!(ties(&map), expected, "{line}: {remarks:?}");
    }
}

#[test]
fn a_tie_onto_a_tie_takes_the_one_that_is_there_or_adds_it() {
    let (map, _) = written("USA -> (Russia – Cuba): concern 1962");
    assert_eq!(ties(&map), ["Russia - Cuba allied", "United States > (Russia, Cuba) concern 1962"]);
    let (map, _) = onto(map, "Japan -> (Cuba – Russia)");
    assert_eq!(ties(&map)[2], "Japan > (Russia, Cuba) concern");
    let (map, _) = onto(map, "Cuba – Russia: pact");
    let (same, remarks) = onto(map.clone(), "Japan -> (Cuba – Russia)");
    assert_eq!(ties(&same), ties(&map), "it may be either of two");
    assert!(remarks[0].contains("2 ties") && remarks[0].contains("allied, pact"), "{remarks:?}");
    let (map, _) = onto(map, "Japan -> (Cuba – Russia: pact): concern “arms”");
    assert_eq!(map.ties().len(), 5);
}

#[test]
fn members_are_written_as_a_sentence_or_as_a_list() {
    let (map, remarks) = written("Poland, Hungary + Romania in Warsaw Pact since 1955");
    assert_eq!(
        members(&map),
        ["Poland", "Hungary", "Romania"].map(|name| format!("{name} in Warsaw Pact 1955"))
    );
    assert!(remarks.is_empty(), "{remarks:?}");
    let (map, _) = onto(map, "Poland left Warsaw Pact in 1991");
    assert_eq!(members(&map)[0], "Poland in Warsaw Pact 1955 1991");
    let (map, _) =
        written("NATO 1949: USA, GBR, Greece 1952 and Turkey (1952), Spain since May 1982");
    assert_eq!(
        members(&map),
        [
            "United States in NATO 1949",
            "United Kingdom in NATO 1949",
            "Greece in NATO 1952",
            "Turkey in NATO 1952",
            "Spain in NATO 1982-05"
        ]
    );
    let (map, _) = written("Rome League: Italy, Spain since 1950");
    assert_eq!(members(&map), ["Italy in Rome League 1950", "Spain in Rome League 1950"]);
}

#[test]
fn names_may_hold_commas_hyphens_and_the_word_and() {
    let (map, remarks) =
        written("Bosnia and Herzegovina, Guinea-Bissau and Trinidad and Tobago – Mali: pact");
    assert!(remarks.is_empty(), "{remarks:?}");
    assert_eq!(
        ties(&map),
        [
            "Bosnia and Herzegovina - Mali pact",
            "Guinea-Bissau - Mali pact",
            "Trinidad and Tobago - Mali pact"
        ]
    );
}

#[test]
fn names_behind_one_another_stay_apart() {
    for line in
        ["USA, UK", "NATO: USA, UK", "USA, UK: allied", "USA, UK, France", "Mali, Chad, Peru, Cuba"]
    {
        let (map, remarks) = written(line);
        let names = line.split([':', ',']).filter(|name| *name != " allied").count();
        assert_eq!(map.nations().len(), names, "{line}: {remarks:?}");
    }
    let (map, _) =
        written("Congo, Democratic Republic of the – Tanzania, United Republic of: pact");
    assert_eq!(map.nations().len(), 2);
}

#[test]
fn and_joins_two_names_or_stands_within_one() {
    for line in ["UK and USA", "USA + UK", "UK and USA are allied", "L: Mali; UK + USA"] {
        let (map, remarks) = written(line);
        let has_usa = map.nations().iter().any(|(_, nation)| nation.name == "United States");
        assert!(has_usa && map.nations().len() >= 2, "{line}: {remarks:?}");
    }
    let (map, _) = written("Serbia and Montenegro, Bosnia and Herzegovina");
    assert_eq!(map.nations().len(), 2);
}

#[test]
fn names_beside_one_another_are_two_though_they_could_be_one() {
    let (map, _) = written("Norway, Denmark – USA, UK: pact");
    assert_eq!(map.nations().len(), 4, "{:?}", ties(&map));
    let (map, _) = written("Korea, South – Congo, Dem. Rep.: pact");
    assert_eq!(map.nations().len(), 2, "{:?}", ties(&map));
}

#[test]
fn chains_pairs_and_arrows_are_understood() {
    let (map, _) = written("A1 – B1 -> C1 <- D1: pact");
    assert_eq!(ties(&map), ["A1 - B1 pact", "B1 > C1 pact", "D1 > C1 pact"]);
    let (map, _) = written("France, Spain and Italy: allied 1950");
    assert_eq!(map.ties().len(), 3);
    let (map, _) = written("A1, B1 <-> C1, D1: concern");
    assert_eq!(map.ties().len(), 4);
    assert!(ties(&map)[0].contains(" - "));
}

#[test]
fn the_map_itself_is_written_too() {
    let (map, remarks) =
        written("Title: The Cold War\nSubtitle: Two blocs\nDate: June 1962\n\n# a note\nMali");
    let heading = map.heading();
    assert_eq!((&*heading.title, &*heading.subtitle), ("The Cold War", "Two blocs"));
    assert_eq!(heading.as_of, "1962-06".parse().ok());
    assert_eq!(map.nations().len(), 1);
    assert!(remarks.is_empty());
}

#[test]
fn nations_that_are_there_are_taken_by_name_or_code() {
    let (map, _) = written("Japan – China: allied");
    let (map, _) = onto(map, "JPN – CHN: pact, signed\njapan – Mali");
    assert_eq!(map.nations().len(), 3);
    assert_eq!(map.ties().iter().nth(1).and_then(|(_, tie)| tie.status), Some(Status::Signed));
}

#[test]
fn what_can_t_be_read_is_said_in_its_place_and_adds_nothing() {
    for (line, place, says) in [
        ("Japan –", "–", "A name is missing"),
        ("Japan: pact", "Japan: pact", "two ends"),
        ("(A1 – B1) -> C1", "->", "starts at a nation"),
        ("Date: soon", "Date: soon", "a date such as"),
        ("A1 -> (B1 – C1 – D1)", "B1 – C1 – D1", "one tie"),
        ("NATO:", "NATO:", "says what of whom"),
    ] {
        let (map, remarks) = written(line);
        assert_eq!((map.nations().len(), map.ties().len()), (0, 0), "{line}");
        let expected = format!("fault “{place}”");
        assert!(
            remarks.iter().any(|r| r.starts_with(&expected) && r.contains(says)),
            "{line}: {remarks:?}"
        );
    }
    let (map, remarks) = written("Japan –\nMali – Chad: pact");
    assert_eq!((map.ties().len(), remarks.len()), (1, 1), "the next line is read");
    let (_, remarks) = written("Mali – Chad: alied");
    assert!(remarks[0].contains("allied"), "{remarks:?}");
}

#[test]
fn every_line_of_the_document_can_be_read() {
    let document = include_str!("../../../../docs/quick-entry.md");
    let blocks = document.split("```").skip(1).step_by(2);
    let lines: Vec<&str> = blocks.flat_map(|block| block.lines().skip(1)).collect();
    assert!(lines.len() > 15);
    for line in lines {
        let (map, remarks) = written(line);
        let is_empty = map == Map::empty();
        assert!(remarks.is_empty() && is_empty == line.starts_with('#'), "{line}: {remarks:?}");
    }
}

#[test]
fn no_text_makes_it_stop() {
    let long = "(".repeat(3_000);
    let many = "A – B\n".repeat(700);
    let deep = format!("{}A – B{}", "A -> (".repeat(100), ")".repeat(100));
    for text in
        [&*long, &many, &deep, "–", "::", "()", "((", "A – (", ",", "\u{0}", "in", "in in in"]
    {
        let _ = written(text);
    }
    let wide = (0..60).map(|n| format!("N{n}")).collect::<Vec<_>>().join(", ");
    let (map, remarks) = written(&format!("{wide} – {}", wide.replace('N', "M")));
    assert_eq!(map.ties().len(), 0);
    assert!(remarks[0].contains("3600 ties"), "{remarks:?}");
}

#[test]
fn sentences_and_rows_of_a_table_are_ties() {
    for (line, expected) in [
        ("France is allied with Spain since 1904", "France - Spain allied 1904"),
        ("France and Spain are allied since 1904.", "France - Spain allied 1904"),
        ("France signed a pact with Spain in 1904", "France - Spain pact signed 1904"),
        ("Japan is concerned about China", "Japan > China concern"),
        ("Japan is concerned about (China – Mali: pact)", "Japan > (China, Mali) concern"),
        ("Alliance between France and Spain 1904", "France - Spain allied 1904"),
        ("France, Spain, allied, 1904", "France - Spain allied 1904"),
        ("France\tSpain\tallied\t1904", "France - Spain allied 1904"),
        ("- France–Spain: allied 1904", "France - Spain allied 1904"),
        ("7. France-Spain allied 1904", "France - Spain allied 1904"),
        ("France vs. Spain: concern", "France > Spain concern"),
        ("France > Spain: pact", "France > Spain pact"),
        ("France – Spain: pact 14.5.1955", "France - Spain pact 1955-05-14"),
    ] {
        let (map, remarks) = written(line);
        assert_eq!(ties(&map).last().map(String::as_str), Some(expected), "{line}: {remarks:?}");
        assert_eq!(remarks, Vec::<String>::new(), "{line}");
    }
}

#[test]
fn a_word_for_a_kind_may_be_a_part_of_a_name() {
    let (map, _) = written("Baghdad League – Warsaw Pact: concern");
    assert!(ties(&map)[0].contains("Warsaw Pact concern"), "{:?}", ties(&map));
    let (map, _) = written("Baghdad League – Warsaw Pact");
    assert!(ties(&map)[0].contains("Warsaw Pact allied"), "{:?}", ties(&map));
    let (map, _) = written("Mali, Warsaw Pact");
    assert_eq!((map.nations().len(), map.ties().len()), (2, 0));
    let (map, _) = written("Italy in Pact of Steel since 1939");
    assert_eq!(members(&map), ["Italy in Pact of Steel 1939"]);
    let (map, _) = written("Japan – China pact 2024");
    assert_eq!(ties(&map), ["Japan - China pact 2024"]);
    let (map, _) = written("Guinea-Bissau pact with Mali");
    assert_eq!(ties(&map), ["Guinea-Bissau - Mali pact"]);
}

#[test]
fn articles_and_words_around_an_organisation_are_none_of_its_name() {
    for line in [
        "Poland was a member of the Warsaw Pact from 1955 to 1991.",
        "The Warsaw Pact (1955–1991): Poland",
        "Members of the Warsaw Pact: Poland 1955–1991",
        "Warsaw Pact members: Poland (1955-1991)",
        "Poland had been in Warsaw Pact 1955–1991",
    ] {
        let (map, remarks) = written(line);
        assert_eq!(members(&map), ["Poland in Warsaw Pact 1955 1991"], "{line}: {remarks:?}");
    }
}

#[test]
fn a_date_is_that_of_the_names_that_it_is_written_for() {
    let dates = |line: &str| {
        let (map, remarks) = written(line);
        let since = |(_, nation): (_, &crate::model::Nation)| {
            nation.memberships.first().map(|m| m.since.map_or(0, |date| date.year()))
        };
        (map.nations().iter().filter_map(since).collect::<Vec<_>>(), remarks.len())
    };
    assert_eq!(dates("L: Mali, Chad + Peru 1952, Cuba 1955"), (vec![0, 1952, 1952, 1955], 1));
    assert_eq!(dates("L: Mali, Chad 1949; Peru, Cuba 1955"), (vec![1949, 1949, 1955, 1955], 0));
    assert_eq!(dates("L: Mali, Chad and Peru 1952"), (vec![1952, 1952, 1952], 0));
    assert_eq!(dates("L: Mali, Chad 1952"), (vec![0, 1952], 1));
    assert_eq!(dates("L: Mali 1949, Chad 1952"), (vec![1949, 1952], 0));
    assert_eq!(dates("L 1949: Mali, Chad 1952"), (vec![1949, 1952], 0));
    for line in ["Mali 1952 – Chad: pact", "Mali 1952", "In 1952, Mali, Chad", "1952: Mali, Chad"]
    {
        let (map, remarks) = written(line);
        assert!(map.nations().is_empty() && remarks[0].contains("date"), "{line}: {remarks:?}");
    }
}

#[test]
fn a_line_with_a_fault_leaves_what_the_lines_before_have_added() {
    let (map, remarks) = written(
        "Mali in L since 1955\nMali left L in 1968, Nowhere -> \nMali in L until 1960, Mali in Mali\n\
         Chad – Mali: pact\nChad – Mali: pact, Mali –\nTitle: A",
    );
    assert_eq!(members(&map), ["Mali in L 1955"], "{remarks:?}");
    assert_eq!(map.heading().title, "A");
}

#[test]
fn two_names_of_one_nation_make_no_tie_to_itself() {
    for line in ["Guinea-Bissau – Guinea: pact", "Guinea-Bissau and Guinea: pact"] {
        let (map, remarks) = written(line);
        assert!(map.ties().is_empty() && remarks[0].contains("one nation"), "{remarks:?}");
    }
    let (map, remarks) = written("Mali – Mali: pact");
    assert_eq!((map.ties().len(), remarks.len()), (1, 0));
}

#[test]
fn the_ties_of_a_text_are_bounded() {
    let names = (0..600).map(|n| format!("N{n}")).collect::<Vec<_>>().join(", ");
    for line in [format!("{names}: allied"), format!("{names}, allied")] {
        let (map, remarks) = written(&line);
        assert_eq!((map.nations().len(), map.ties().len()), (0, 0));
        assert!(remarks[0].contains("179700 ties"), "{remarks:?}");
    }
    let line = "A, B, C, D, E, F, G, H – I, J, K, L, M, N, O, P: pact\n";
    let (map, remarks) = written(&line.repeat(400));
    assert_eq!(map.ties().len(), 312 * 64, "whole lines are added, up to 20,000 ties");
    assert!(remarks.iter().any(|remark| remark.contains("up to 20000")));
    let (map, remarks) = written(&format!("{line}{}", "x".repeat(AT_ONCE.bytes)));
    assert_eq!((map.ties().len(), remarks.len()), (64, 1));
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_or_remarked_on(
        text in "([A-Za-zé]{1,4}|[0-9]{1,4}|[-–>:,()+&\"“” \n]|in|and|since|pact|USA|->|1955|;|\\t|is|allied|with|a-b|the|members|of){0,30}"
    ) {
        let read = read_lines(&Map::empty(), &text, UsualKinds::default());
        for remark in read.remarks() {
            assert!(text.get(remark.span.clone()).is_some(), "{remark:?}");
        }
        written(&text);
    }
}
