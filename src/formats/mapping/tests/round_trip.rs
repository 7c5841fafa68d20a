//! A map becomes a network and the same map again.

use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;
use crate::edit::{Preference, merge};
use crate::formats::mapping::{Holds, from_map};
use crate::model::{
    Attributes, Color, Confidence, Dash, Direction, DrawnAs, End, Evidence, Extra, Heading, Kind,
    KindId, Membership, Nation, NationId, NationType, PartialDate, Point, Sign, Source, SourceId,
    Status, Tie,
};

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[a-zé;\\\\\" –🗾2]{1,8}", Just("France".to_owned())]
}

fn date() -> impl Strategy<Value = Option<PartialDate>> {
    proptest::option::of((1..=9998u16, 0..=12u8, 0..=28u8).prop_map(|(year, month, day)| {
        let text = match (month, day) {
            (0, _) => format!("{year:04}"),
            (_, 0) => format!("{year:04}-{month:02}"),
            _ => format!("{year:04}-{month:02}-{day:02}"),
        };
        text.parse().expect("a date")
    }))
}

fn color() -> impl Strategy<Value = Color> {
    any::<[u8; 3]>().prop_map(|[r, g, b]| Color::new(r, g, b))
}

/// Attributes, some of whose names mean something else in a network.
fn attributes() -> impl Strategy<Value = Attributes> {
    let names = vec![
        "kind",
        "Since",
        "attribute kind",
        "evidence 2",
        "tie id",
        "stands for tie",
        "gdp",
        "x",
        "id",
        "cited source",
        "drawn as",
        "label",
        "member of",
        "type",
    ];
    let name = prop_oneof![select(names).prop_map(str::to_owned), "[a-z .]{1,5}"];
    let value = prop_oneof![
        text().prop_map(|text| Attribute::Text(text.into())),
        (-1e9..1e9).prop_map(Attribute::Number),
        any::<bool>().prop_map(Attribute::Flag),
    ];
    proptest::collection::vec((name, value), 0..4).prop_map(Attributes::from_iter)
}

prop_compose! {
    fn kind()(
        name in prop_oneof![text(), Just("member".to_owned())], sign in select(&Sign::ALL[..]),
        color in color(), dash in select(&Dash::ALL[..]), width in 0.5f32..=6.0, directed: bool,
    ) -> Kind { Kind { key: String::new(), name, sign, color, dash, width, directed, extra: Extra::new() } }
}

prop_compose! {
    fn source()(title in text(), url in text(), date in date(), notes in text()) -> Source {
        Source { key: String::new(), title, url, date, notes, extra: Extra::new() }
    }
}

prop_compose! {
    fn nation()(
        name in text(), nation_type in select(&NationType::ALL[..]),
        code in proptest::option::of("[A-Z]{3}"), drawn_as in select(&DrawnAs::ALL[..]),
        color in proptest::option::of(color()),
        tags in proptest::collection::vec("[a-z;\\\\]{1,4}", 0..3), attributes in attributes(),
        notes in text(), place in proptest::option::of((-1e6f32..=1e6, -1e6f32..=1e6)), pinned: bool,
    ) -> Nation {
        let position = place.map(|(x, y)| Point::new(x, y));
        let pinned = pinned && position.is_some();
        Nation {
            name, nation_type, code, drawn_as, color, tags, attributes, notes, position, pinned,
            ..Nation::default()
        }
    }
}

prop_compose! {
    fn evidence()(
        source in proptest::option::of(any::<Index>()), date in date(), note in text(),
        confidence in proptest::option::of(select(&Confidence::ALL[..])),
    ) -> (Option<Index>, Evidence) {
        (source, Evidence { date, note, confidence, ..Evidence::default() })
    }
}

type Indices = (Index, Index, Index, Option<Index>);

prop_compose! {
    fn tie()(
        indices in (any::<Index>(), any::<Index>(), any::<Index>(), proptest::option::of(any::<Index>())),
        direction in select(&Direction::ALL[..]), status in proptest::option::of(select(&Status::ALL[..])),
        since in date(), until in date(), label in text(), notes in text(),
        weight in prop_oneof![Just(1f32), 0.001f32..=100.0], attributes in attributes(),
        evidence in proptest::collection::vec(evidence(), 0..3),
    ) -> (Indices, Vec<(Option<Index>, Evidence)>, Tie) {
        let none = Tie::new(String::new(), NationId(1), End::Nation(NationId(1)), KindId(1), direction);
        (indices, evidence, Tie { status, since, until, label, notes, weight, attributes, ..none })
    }
}

prop_compose! {
    fn heading()(title in text(), subtitle in text(), as_of in date(), notes in text()) -> Heading {
        Heading { title, subtitle, as_of, notes, extra: Extra::new() }
    }
}

prop_compose! {
    fn map()(
        heading in heading(), mut kinds in proptest::collection::vec(kind(), 1..4),
        mut sources in proptest::collection::vec(source(), 0..3),
        mut nations in proptest::collection::vec(nation(), 1..5),
        members in proptest::collection::vec((any::<Index>(), any::<Index>(), date(), date()), 0..4),
        drafts in proptest::collection::vec(tie(), 0..6),
    ) -> Map {
        kinds.iter_mut().enumerate().for_each(|(at, kind)| kind.key = format!("k{at}"));
        sources.iter_mut().enumerate().for_each(|(at, source)| source.key = format!("s{at}"));
        nations.iter_mut().enumerate().for_each(|(at, nation)| nation.key = format!("tie {at}"));
        for (member, organisation, since, until) in members {
            let (member, to) = (member.index(nations.len()), organisation.index(nations.len()));
            let organisation = NationId(to as u32 + 1);
            if member != to && nations[member].memberships.iter().all(|m| m.organisation != organisation) {
                nations[member].memberships.push(Membership { organisation, since, until, extra: Extra::new() });
            }
        }
        let nation = |index: &Index| NationId(index.index(nations.len()) as u32 + 1);
        let mut ties = Vec::new();
        for (number, ((from, to, kind, onto), evidence, tie)) in drafts.into_iter().enumerate() {
            let to = match onto {
                // The ties at which others end come before these and behind them.
                Some(onto) if number > 0 => End::Tie(TieId(onto.index(number) as u32 + 1)),
                _ => End::Nation(nation(&to)),
            };
            let cite = |(source, evidence): (Option<Index>, Evidence)| Evidence {
                source: source.filter(|_| !sources.is_empty())
                    .map(|source| SourceId(source.index(sources.len()) as u32 + 1)),
                ..evidence
            };
            ties.push(Arc::new(Tie {
                key: number.to_string(), from: nation(&from), to,
                kind: KindId(kind.index(kinds.len()) as u32 + 1),
                evidence: evidence.into_iter().map(cite).collect(), ..tie
            }));
        }
        Map::from_parts(heading, Default::default(), Default::default(), kinds, sources, nations, ties)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_map_is_the_same_after_it_was_a_network(map in map()) {
        prop_assert_eq!(map.violations(), []);
        let (network, losses) = from_map(&map, Holds::ALL);
        prop_assert!(losses.iter().all(|loss| loss.instead.is_some()), "{:?}", losses);
        let again = imported(&network);
        prop_assert!(again.remarks.is_empty(), "{:?}", again.remarks);
        for preference in [Preference::Ours, Preference::Theirs] {
            let with_itself = merge(&map, &again.map, preference);
            prop_assert!(with_itself.changes_nothing(), "{:?}", with_itself);
        }
        prop_assert_eq!(again.map, map);
    }

    #[test]
    fn whatever_a_format_holds_a_map_can_be_written(map in map(), held in any::<[bool; 6]>()) {
        let [parallel_edges, mixed_direction, node_attributes, edge_attributes, network_attributes, positions] =
            held;
        let holds = Holds {
            parallel_edges, mixed_direction, node_attributes, edge_attributes, network_attributes, positions,
        };
        let (network, losses) = from_map(&map, holds);
        prop_assert!(losses.iter().all(|loss| loss.count > 0));
        let directed = network.edges.iter().filter(|edge| edge.directed == Some(true)).count();
        prop_assert!(mixed_direction || directed == 0 || directed == network.edges.len());
        imported(&network);
    }
}
