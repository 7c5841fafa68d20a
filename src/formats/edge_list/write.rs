//! Writes the nations and ties of a map as an edge list.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::losses::losses;
use crate::formats::written::Written;
use crate::model::{End, Map, NationId, Sign, Tie};

/// The nations, numbered in the order of the map, and the ties between them with their weights: below 0
/// where their kind is hostile. Everything else is listed among the losses.
pub fn write(map: &Map) -> Written {
    let numbers: HashMap<NationId, usize> =
        map.nations().iter().map(|(id, _)| id).zip(0..).collect();
    let ends = |tie: &Tie| match tie.to {
        End::Nation(to) => Some([*numbers.get(&tie.from)?, *numbers.get(&to)?]),
        End::Tie(_) => None,
    };
    let mut lines = String::new();
    let mut count = 0;
    for (_, tie) in map.ties().iter() {
        let Some([from, to]) = ends(tie) else { continue };
        let is_hostile = map.kinds().get(tie.kind).is_some_and(|kind| kind.sign == Sign::Hostile);
        let weight = if is_hostile { -tie.weight } else { tie.weight };
        let _infallible = write!(lines, "{from} {to}");
        if weight.to_bits() != 1.0_f32.to_bits() {
            let _infallible = write!(lines, " {weight}");
        }
        lines.push('\n');
        count += 1;
    }
    let bytes = format!("{} {count}\n{lines}", numbers.len()).into_bytes();
    Written { bytes, losses: losses(map) }
}

#[cfg(test)]
mod tests {
    use super::super::read::read;
    use super::*;
    use crate::formats::Loss;

    fn written(map: &str) -> Written {
        let map = format!(r#"{{"format": "entente-map", "version": "1.2", {map}}}"#);
        let opened = crate::formats::read(map.as_bytes()).expect("a map");
        assert_eq!(opened.problems, []);
        write(&opened.map)
    }

    fn counts(losses: &[Loss]) -> Vec<(&'static str, usize)> {
        losses.iter().map(|loss| (loss.what[1], loss.count)).collect()
    }

    #[test]
    fn an_empty_map_loses_nothing() {
        let written = written(r#""nations": [], "ties": []"#);
        assert_eq!(written.bytes, b"0 0\n");
        assert_eq!(written.losses, []);
    }

    #[test]
    fn ties_between_nations_come_back_with_signed_weights() {
        let written = written(
            r#""kinds": [{"id": "k", "name": "k", "sign": "friendly"},
                {"id": "w", "name": "w", "sign": "hostile"}],
            "nations": [{"id": "A", "name": "A"}, {"id": "B", "name": "B"}, {"id": "C", "name": "C"}],
            "ties": [{"id": "1", "from": "C", "to": "A", "kind": "k"},
                {"id": "2", "from": "A", "to": "B", "kind": "k", "weight": 2.5},
                {"id": "3", "from": "B", "to": {"tie": "1"}, "kind": "w"},
                {"id": "4", "from": "B", "to": "B", "kind": "w", "weight": 0.001}]"#,
        );
        let text = "3 3\n2 0\n0 1 2.5\n1 1 -0.001\n";
        assert_eq!(String::from_utf8_lossy(&written.bytes), text);
        let network = read(&written.bytes).expect("an edge list");
        assert_eq!(network.nodes, 3);
        assert_eq!(network.ties, [([2, 0], 1.0), ([0, 1], 2.5), ([1, 1], -0.001)]);
        assert_eq!(
            counts(&written.losses),
            [
                ("descriptions of kinds", 2),
                ("names of nations", 3),
                ("kinds of ties", 4),
                ("ties that end at ties", 1),
                ("directions of ties", 1),
            ]
        );
    }

    #[test]
    fn whatever_is_not_written_is_listed() {
        let written = written(
            r##""title": "T", "notes": "n", "look": {"nations": "disc"},
            "filter": {"text": "a"}, "x-mine": 1,
            "kinds": [{"id": "k", "name": "k", "sign": "neutral"}],
            "sources": [{"id": "s", "title": "s"}],
            "nations": [
                {"id": "A", "name": "A", "code": "JPN", "tags": ["t", "u"], "notes": "n", "color": "#112233"},
                {"id": "B", "name": "B", "type": "organisation", "drawn_as": "hull",
                    "position": [1, 2], "pinned": true, "attributes": {"gdp": 1, "bloc": "w"}},
                {"id": "C", "name": "C", "memberships": [{"organisation": "B"}], "x-mine": 1}],
            "ties": [{"id": "1", "from": "A", "to": "C", "kind": "k", "direction": "directed",
                "status": "signed", "since": "2024", "until": "2025", "label": "l", "notes": "n",
                "attributes": {"a": true}, "evidence": [{"source": "s"}, {"note": "n"}]}]"##,
        );
        assert_eq!(written.bytes, b"3 1\n0 2\n");
        assert_eq!(
            counts(&written.losses),
            [
                ("titles, dates and notes of the map", 2),
                ("looks of the map", 1),
                ("descriptions of kinds", 1),
                ("filters", 1),
                ("names of nations", 3),
                ("types of nations", 1),
                ("codes of nations", 1),
                ("colours of nations", 1),
                ("hulls of organisations", 1),
                ("tags of nations", 2),
                ("attributes of nations", 2),
                ("notes on nations", 1),
                ("positions of nations", 1),
                ("pins", 1),
                ("memberships", 1),
                ("kinds of ties", 1),
                ("neutral signs of ties", 1),
                ("directions of ties", 1),
                ("statuses of ties", 1),
                ("dates of ties", 2),
                ("labels of ties", 1),
                ("attributes of ties", 1),
                ("notes on ties", 1),
                ("pieces of evidence", 2),
                ("sources", 1),
                ("fields that this version doesn't know", 2),
            ]
        );
        assert_eq!(
            written.losses[0].to_string(),
            "2 titles, dates and notes of the map aren't kept."
        );
    }
}
