//! Whatever a map holds, saving and opening it gives the same map, with nothing to report; and
//! whatever a file holds, reading it ends with a map or a message.

use entente::edit::{self, Change, Command, apply};
use entente::formats::{self, samples::SAMPLES};
use entente::model::{
    Color, Confidence, Direction, End, Evidence, Extra, Heading, Kind, Map, Membership, Nation,
    NationId, NationType, PartialDate, Point, Sign, Source, Status, Tie, country,
};
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zA-Z ]{0,12}", "\\PC{0,12}", Just("“zitiert” \\ \" \n \u{7f} 東京".to_owned())]
}

fn date() -> impl Strategy<Value = Option<PartialDate>> {
    prop_oneof![Just(""), Just("1914"), Just("2024-06"), Just("2024-02-29")]
        .prop_map(|text| text.parse().ok())
}

fn extra() -> impl Strategy<Value = Extra> {
    let value = prop_oneof![
        Just(serde_json::json!({"deep": [1, null, {"b": "x"}]})),
        any::<i32>().prop_map(Into::into),
        text().prop_map(Into::into),
    ];
    prop::collection::vec(("x_[a-z]{1,4}", value), 0..3)
        .prop_map(|fields| fields.into_iter().collect())
}

fn nation() -> impl Strategy<Value = Nation> {
    let place = prop::option::of((-1e6f32..1e6, -1e6f32..1e6));
    let code = prop::option::of(0..country::all().len());
    let color = prop::option::of(any::<[u8; 3]>());
    (
        (text(), text(), extra(), prop::collection::btree_set("[a-z]{1,5}", 0..3)),
        (place, any::<bool>(), code, color, 0..3usize),
    )
        .prop_map(|((name, notes, extra, tags), (place, pinned, code, color, which))| Nation {
            key: String::new(),
            name,
            nation_type: NationType::ALL[which],
            code: code.map(|index| country::all()[index].alpha3.to_owned()),
            memberships: Vec::new(),
            color: color.map(|[r, g, b]| Color::new(r, g, b)),
            tags: tags.into_iter().collect(),
            notes,
            position: place.map(|(x, y)| Point::new(x, y)),
            pinned: pinned && place.is_some(),
            extra,
        })
}

/// What is random about a tie; the ends are chosen among what the map holds.
type TieParts = (
    (usize, usize, bool, usize),
    (Option<PartialDate>, Option<PartialDate>, String, String),
    (usize, f32, Extra, usize),
);

fn tie() -> impl Strategy<Value = TieParts> {
    (
        (0..99usize, 0..99usize, any::<bool>(), 0..99usize),
        (date(), date(), text(), text()),
        (0..9usize, 0.01f32..100.0, extra(), 0..3usize),
    )
}

fn maps() -> impl Strategy<Value = Map> {
    let heading = (text(), text(), date(), text(), extra());
    (
        heading,
        prop::collection::vec(nation(), 0..8),
        prop::collection::vec(tie(), 0..8),
        prop::collection::vec((text(), date()), 0..3),
    )
        .prop_map(|((title, subtitle, as_of, notes, extra), nations, ties, sources)| {
            let mut map = Map::empty();
            let mut perform = |command: &dyn Fn(&Map) -> Option<Command>| {
                if let Some(command) = command(&map) {
                    // What doesn't fit the map isn't part of the test.
                    let _ = apply(&mut map, command);
                }
            };
            let heading = Heading { title, subtitle, as_of, notes, extra };
            perform(&|_| Some(Command::Heading(Box::new(heading.clone()))));
            perform(&|map| {
                let war = Kind {
                    name: "War".into(),
                    sign: Sign::Hostile,
                    width: 2.25,
                    ..Kind::standard()[2].clone()
                };
                Some(edit::add_kind(map, war).1)
            });
            for (title, date) in sources {
                let source = Source { title, date, ..Source::default() };
                perform(&|map| Some(edit::add_source(map, source.clone()).1));
            }
            for nation in nations {
                perform(&|map| {
                    let mut nation = nation.clone();
                    let joins = map.nations().ids().take(1);
                    nation.memberships = joins.map(member_of).collect();
                    Some(edit::add_nation(map, nation).1)
                });
            }
            for parts in &ties {
                perform(&|map| add_tie(map, parts));
            }
            map
        })
}

fn member_of(organisation: NationId) -> Membership {
    Membership { organisation, since: "1949-04".parse().ok(), until: None, extra: Extra::new() }
}

fn add_tie(map: &Map, parts: &TieParts) -> Option<Command> {
    let ((from, to, onto_tie, kind), (since, until, label, notes), (status, weight, extra, sure)) =
        parts;
    let from = map.nations().id_at(from % map.nations().len().max(1))?;
    let to = if *onto_tie {
        End::Tie(map.ties().id_at(to % map.ties().len().max(1))?)
    } else {
        End::Nation(map.nations().id_at(to % map.nations().len().max(1))?)
    };
    let kind = map.kinds().id_at(kind % map.kinds().len())?;
    let Command::Tie(id, Change::Insert(at, tie)) = edit::add_tie(map, from, to, kind).1 else {
        return None;
    };
    let evidence = Evidence {
        source: map.sources().id_at(0),
        date: *since,
        note: notes.clone(),
        confidence: Some(Confidence::ALL[*sure]),
        extra: extra.clone(),
    };
    let tie = Tie {
        direction: Direction::ALL[sure % 2],
        status: Status::ALL.get(*status).copied(),
        since: *since,
        until: *until,
        label: label.clone(),
        weight: *weight,
        notes: notes.clone(),
        evidence: vec![evidence],
        extra: extra.clone(),
        ..*tie
    };
    Some(Command::Tie(id, Change::Insert(at, Box::new(tie))))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn a_map_comes_back_as_it_was(map in maps()) {
        let json = formats::write(&map);
        let opened = formats::read(json.as_bytes()).expect("what we write can be read");
        prop_assert_eq!(&opened.problems, &vec![]);
        prop_assert_eq!(formats::write(&opened.map), json, "and is written the same again");
        prop_assert_eq!(opened.map.heading(), map.heading());
        let keyed = |map: &Map| -> Vec<String> { map.nations().iter().map(|(_, n)| format!("{n:?}")).collect() };
        prop_assert_eq!(opened.map.nations().len(), map.nations().len());
        prop_assert_eq!(opened.map.ties().len(), map.ties().len());
        for (ours, theirs) in keyed(&map).iter().zip(keyed(&opened.map)) {
            // Ids are given anew on opening; everything else stands as it stood.
            if !ours.contains("organisation: NationId") {
                prop_assert_eq!(ours, &theirs);
            }
        }
    }

    #[test]
    fn no_file_makes_it_panic(at in 0..20_000usize, bytes in prop::collection::vec(any::<u8>(), 0..12), cut in any::<bool>()) {
        let mut file = SAMPLES[0].json.as_bytes().to_vec();
        let at = at % file.len();
        if cut {
            file.truncate(at);
        }
        let end = (at + bytes.len()).min(file.len());
        file.splice(at.min(end)..end, bytes);
        if let Ok(opened) = formats::read(&file) {
            prop_assert_eq!(opened.map.faults(), vec![]);
        }
    }
}
