use super::*;
use crate::edit::{add_kind, add_nation, add_source, add_tie, apply, set_attribute};
use crate::model::{Attribute, Color, Evidence, Extra, Kind, Membership, Point, Source, Status};

fn perform(map: &mut Map, command: Command) {
    apply(map, command).expect("it fits");
}

fn nation(map: &mut Map, name: &str, code: &str) -> NationId {
    let code = Some(code.to_owned()).filter(|code| !code.is_empty());
    let (id, command) = add_nation(map, Nation { name: name.into(), code, ..Nation::default() });
    perform(map, command);
    id
}

fn tie(map: &mut Map, from: NationId, to: End, kind: &str, change: impl FnOnce(&mut Tie)) -> TieId {
    let kind = map.kinds().by_key(kind).expect("a kind");
    let (id, command) = add_tie(map, from, to, kind);
    perform(map, command);
    let mut changed = map.ties().get(id).expect("there").clone();
    change(&mut changed);
    perform(map, Command::Tie(id, Change::Replace(Box::new(changed))));
    id
}

fn merged(map: &Map, other: &Map, preference: Preference) -> Map {
    let merge = merge(map, other, preference);
    let mut whole = map.clone();
    let inverse = apply(&mut whole, merge.command).expect("it fits");
    assert_eq!(whole.violations(), vec![]);
    let mut back = whole.clone();
    perform(&mut back, inverse);
    assert_eq!(back, *map, "one step takes it back");
    whole
}

fn names(map: &Map) -> Vec<&str> {
    map.nations().iter().map(|(_, nation)| nation.name.as_str()).collect()
}

fn date(text: &str) -> Option<crate::model::PartialDate> {
    text.parse().ok()
}

#[test]
fn nations_are_the_same_by_code_by_name_and_by_what_a_name_means() {
    let mut here = Map::empty();
    for (name, code) in
        [("South Korea", "KOR"), ("Côte d’Ivoire", ""), ("Ruritania", ""), ("Congo", "COG")]
    {
        nation(&mut here, name, code);
    }
    let mut there = Map::empty();
    for (name, code) in [
        ("ruritania", ""),
        ("ROK", "KOR"),
        ("Cote d'Ivoire", "CIV"),
        ("Congo", "COD"),
        ("Korea, Rep.", ""),
    ] {
        nation(&mut there, name, code);
    }
    let merge = merge(&here, &there, Preference::Ours);
    let is_new: Vec<bool> = merge.nations.iter().map(|record| record.is_new).collect();
    assert_eq!(is_new, [false, false, false, true, true], "none is two nations");
    let whole = merged(&here, &there, Preference::Ours);
    assert_eq!(whole.nations().get(NationId(2)).and_then(|n| n.code.as_deref()), Some("CIV"));
    let mut by_name = Map::empty();
    nation(&mut by_name, "Republic of Korea", "");
    assert_eq!(names(&merged(&here, &by_name, Preference::Ours)), names(&here));
    assert_eq!(names(&merged(&here, &by_name, Preference::Theirs))[0], "Republic of Korea");
}

#[test]
fn ids_alone_are_the_nations_that_have_them() {
    let of = |nations: &[(&str, &str, &str)]| {
        let mut map = Map::empty();
        for (key, name, code) in nations {
            let code = Some((*code).to_owned()).filter(|code| !code.is_empty());
            let new = Nation { name: (*name).into(), code, ..Nation::default() };
            let (id, command) = add_nation(&map, new);
            perform(&mut map, command);
            let mut whole = map.nations().get(id).expect("there").clone();
            whole.key = (*key).into();
            perform(&mut map, Command::Nation(id, Change::Replace(Box::new(whole))));
        }
        map
    };
    let ids = of(&[("1", "1", ""), ("2", "2", ""), ("x9", "x9", ""), ("840", "840", "")]);
    let named = [("x9", "Ruritania", ""), ("2", "Chad", "TCD"), ("1", "Mali", "MLI")];
    let named = of(&[&named[..], &[("us", "United States", "USA")]].concat());
    for preference in [Preference::Ours, Preference::Theirs] {
        let whole = merged(&ids, &named, preference);
        assert_eq!(names(&whole), ["Mali", "Chad", "Ruritania", "840", "United States"]);
        let whole = merged(&named, &ids, preference);
        assert_eq!(names(&whole), ["Ruritania", "Chad", "Mali", "United States", "840"]);
    }
    // Ids of files that have nothing to do with one another mean different nations.
    let others = of(&[("1", "Peru", "PER")]);
    assert_eq!(merged(&ids, &others, Preference::Ours).nations().len(), 5);
    assert_eq!(merge(&ids, &named, Preference::Ours).kinds.len(), 3, "all are here");
    let mut none = Map::empty();
    let ids: Vec<KindId> = none.kinds().ids().collect();
    for id in ids.into_iter().skip(1) {
        perform(&mut none, Command::Kind(id, Change::Remove));
    }
    assert_eq!(merge(&none, &named, Preference::Ours).kinds.len(), 1, "no tie is of the others");
    let whole = merged(&none, &named, Preference::Ours);
    assert_eq!(whole.kinds().len(), 1);
}

#[test]
fn what_is_empty_is_filled_and_what_differs_is_as_preferred() {
    let (mut here, mut there) = (Map::empty(), Map::empty());
    let (a, b) = (nation(&mut here, "Mali", "MLI"), nation(&mut here, "Chad", "TCD"));
    let (chad, mali) = (nation(&mut there, "Chad", "TCD"), nation(&mut there, "Mali", "MLI"));
    tie(&mut here, a, End::Nation(b), "pact", |tie| tie.status = Some(Status::Signed));
    let theirs = tie(&mut there, chad, End::Nation(mali), "pact", |tie| {
        (tie.status, tie.since, tie.label) =
            (Some(Status::Ended), date("1962-04"), "water".to_owned());
    });
    for (name, value) in [("gdp", 4.0), ("area", 2.0)] {
        let value = Some(Attribute::Number(value));
        let command = set_attribute(&there, Target::Nation(mali), name, value).expect("there");
        perform(&mut there, command);
    }
    let own = Some(Attribute::Number(5.0));
    let command = set_attribute(&here, Target::Nation(a), "gdp", own).expect("there");
    perform(&mut here, command);
    for (preference, status, gdp) in
        [(Preference::Ours, Status::Signed, 5.0), (Preference::Theirs, Status::Ended, 4.0)]
    {
        let whole = merged(&here, &there, preference);
        assert_eq!((whole.nations().len(), whole.ties().len()), (2, 1), "it has no order");
        let (_, tie) = whole.ties().at(0).expect("there");
        assert_eq!((tie.status, tie.since, &*tie.label), (Some(status), date("1962-04"), "water"));
        let mali = whole.nations().get(a).expect("there");
        assert_eq!(mali.attributes.get("gdp"), Some(&Attribute::Number(gdp)));
        assert_eq!(mali.attributes.get("area"), Some(&Attribute::Number(2.0)));
    }
    let found = merge(&here, &there, Preference::Ours);
    assert_eq!(MergeCounts::of(&found.nations), MergeCounts { new: 0, same: 1, different: 1 });
    let tie = found.ties.iter().find(|tie| tie.theirs == theirs).expect("there");
    let shown: Vec<_> =
        tie.differences.iter().map(|d| (&*d.field, &*d.ours, &*d.theirs, d.is_taken)).collect();
    let expected = [
        ("status", "signed", "ended", false),
        ("since", "", "1962-04", true),
        ("label", "", "water", true),
    ];
    assert_eq!(shown, expected);
}

#[test]
fn ties_at_other_times_and_the_other_way_are_other_ties() {
    let (mut here, mut there) = (Map::empty(), Map::empty());
    let (a, b) = (nation(&mut here, "Mali", ""), nation(&mut here, "Chad", ""));
    let (c, d) = (nation(&mut there, "Mali", ""), nation(&mut there, "Chad", ""));
    let since = |text: &'static str| move |tie: &mut Tie| tie.since = date(text);
    tie(&mut here, a, End::Nation(b), "pact", since("1962"));
    tie(&mut here, a, End::Nation(b), "concern", since("1962"));
    tie(&mut there, d, End::Nation(c), "pact", since("1962-05"));
    tie(&mut there, c, End::Nation(d), "pact", since("1970"));
    tie(&mut there, d, End::Nation(c), "concern", since("1962"));
    tie(&mut there, c, End::Nation(d), "allied", since("1962"));
    let found = merge(&here, &there, Preference::Ours);
    let is_new: Vec<bool> = found.ties.iter().map(|tie| tie.is_new).collect();
    assert_eq!(is_new, [false, true, true, true]);
    assert_eq!(merged(&here, &there, Preference::Ours).ties().len(), 5);
}

#[test]
fn ties_onto_ties_and_members_follow_what_they_belong_to() {
    let (mut here, mut there) = (Map::empty(), Map::empty());
    nation(&mut here, "Chad", "");
    let (a, b) = (nation(&mut here, "Mali", ""), nation(&mut here, "Peru", ""));
    tie(&mut here, a, End::Nation(b), "pact", |_| {});
    let (c, d) = (nation(&mut there, "Cuba", ""), nation(&mut there, "Peru", ""));
    let e = nation(&mut there, "Mali", "");
    let about = tie(&mut there, d, End::Nation(e), "pact", |_| {});
    let onto = tie(&mut there, c, End::Tie(about), "concern", |_| {});
    tie(&mut there, d, End::Tie(onto), "concern", |_| {});
    let mut member = there.nations().get(d).expect("there").clone();
    let extra = Extra::new();
    member.memberships.push(Membership {
        organisation: c,
        since: date("1950"),
        until: None,
        extra,
    });
    perform(&mut there, Command::Nation(d, Change::Replace(Box::new(member))));
    let whole = merged(&here, &there, Preference::Ours);
    assert_eq!(names(&whole), ["Chad", "Mali", "Peru", "Cuba"]);
    let ties: Vec<String> = whole.ties().ids().map(|id| whole.tie_name(id)).collect();
    assert_eq!(ties, ["Mali – Peru", "Cuba › (Mali – Peru)", "Peru › (Cuba › (Mali – Peru))"]);
    let peru = whole.nations().get(b).expect("there");
    assert_eq!(peru.memberships.len(), 1);
    assert!(merge(&whole, &there, Preference::Theirs).changes_nothing(), "all is there");
}

#[test]
fn kinds_and_sources_are_used_again() {
    let (mut here, mut there) = (Map::empty(), Map::empty());
    for (is_here, title, url) in [
        (true, "A book", ""),
        (true, "News", "https://a.example/1"),
        (false, "a  Book", ""),
        (false, "Other news", "https://a.example/1/"),
        (false, "News", "https://b.example/"),
    ] {
        let map = if is_here { &mut here } else { &mut there };
        let source = Source { title: title.into(), url: url.into(), ..Source::default() };
        let (_, command) = add_source(map, source);
        perform(map, command);
    }
    let [template, ..] = Kind::standard();
    for (is_here, name) in [(true, "Trade"), (false, "trade"), (false, "Aid")] {
        let map = if is_here { &mut here } else { &mut there };
        let kind = Kind { name: name.into(), color: Color::new(1, 2, 3), ..template.clone() };
        let (_, command) = add_kind(map, kind);
        perform(map, command);
    }
    let (a, b) = (nation(&mut there, "Mali", ""), nation(&mut there, "Chad", ""));
    tie(&mut there, a, End::Nation(b), "trade", |tie| {
        tie.evidence.push(Evidence { source: Some(SourceId(2)), ..Evidence::default() });
    });
    let whole = merged(&here, &there, Preference::Ours);
    let kinds: Vec<&str> = whole.kinds().iter().map(|(_, kind)| kind.name.as_str()).collect();
    assert_eq!(kinds, ["Allied", "Pact", "Concern", "Trade", "Aid"]);
    let sources: Vec<&str> =
        whole.sources().iter().map(|(_, source)| source.title.as_str()).collect();
    assert_eq!(sources, ["A book", "News", "News"]);
    let (_, tie) = whole.ties().at(0).expect("there");
    assert_eq!(tie.evidence[0].source, Some(SourceId(2)));
    assert_eq!(whole.kinds().get(tie.kind).map(|kind| &*kind.name), Some("Trade"));
}

#[test]
fn new_nations_are_placed_later_unless_nothing_is_placed_yet() {
    let mut there = Map::empty();
    let position = Some(Point::new(5.0, 6.0));
    let placed = Nation { name: "Mali".into(), position, pinned: true, ..Nation::default() };
    let (_, command) = add_nation(&there, placed.clone());
    perform(&mut there, command);
    let mali = |map: &Map| {
        let nation = map.nations().iter().find(|(_, nation)| nation.name == "Mali").expect("Mali");
        (nation.1.position, nation.1.pinned)
    };
    assert_eq!(mali(&merged(&Map::empty(), &there, Preference::Ours)), (position, true));
    let mut here = Map::empty();
    let chad = Nation { name: "Chad".into(), ..placed };
    let (_, command) = add_nation(&here, chad);
    perform(&mut here, command);
    assert_eq!(mali(&merged(&here, &there, Preference::Ours)), (None, false));
}

#[test]
fn ties_alike_and_long_chains_are_paired_one_to_one() {
    let (mut here, mut there) = (Map::empty(), Map::empty());
    for map in [&mut here, &mut there] {
        let (a, b) = (nation(map, "Mali", ""), nation(map, "Chad", ""));
        let kind = map.kinds().id_at(1).expect("a kind");
        let mut ties = vec![(a, End::Nation(b), kind); 600];
        ties.extend((600..1_200).map(|n| (a, End::Tie(TieId(n)), kind)));
        let (_, command) = crate::edit::add_ties(map, &ties);
        perform(map, command);
    }
    assert!(merge(&here, &there, Preference::Ours).changes_nothing());
}

#[test]
fn what_was_added_under_another_key_is_found_again_with_what_is_about_it() {
    let (mut here, mut there) = (Map::empty(), Map::empty());
    let keyed = |key: &'static str| move |tie: &mut Tie| tie.key = key.into();
    let (a, b) = (nation(&mut here, "Mali", ""), nation(&mut here, "Chad", ""));
    tie(&mut here, a, End::Nation(b), "pact", keyed("tie"));
    let (a, b) = (nation(&mut there, "Peru", ""), nation(&mut there, "Cuba", ""));
    let first = tie(&mut there, a, End::Nation(b), "pact", keyed("tie"));
    for key in ["tie-2", "tie-3"] {
        tie(&mut there, a, End::Nation(b), "pact", keyed(key));
    }
    tie(&mut there, b, End::Tie(first), "concern", keyed("worry"));
    let whole = merged(&here, &there, Preference::Ours);
    let keys: Vec<&str> = whole.ties().iter().map(|(_, tie)| tie.key.as_str()).collect();
    assert_eq!(keys, ["tie", "tie-4", "tie-2", "tie-3", "worry"]);
    assert!(merge(&whole, &there, Preference::Ours).changes_nothing());
}
