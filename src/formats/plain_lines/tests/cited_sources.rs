//! What a line says of the sources of its ties, and how certain they are.

use super::*;
use crate::model::Confidence;

/// The title, date and address of each source, and the number of ties that each supports.
fn sources(map: &Map) -> Vec<String> {
    let supports = |id| {
        let evidence = map.ties().iter().flat_map(|(_, tie)| &tie.evidence);
        evidence.filter(|evidence| evidence.source == Some(id)).count()
    };
    let show = |(id, source): (_, &crate::model::Source)| {
        let date = source.date.map(|date| format!(" {date}")).unwrap_or_default();
        let url = if source.url.is_empty() { String::new() } else { format!(" {}", source.url) };
        format!("{}{date}{url} ×{}", source.title, supports(id))
    };
    map.sources().iter().map(show).collect()
}

#[test]
fn a_source_becomes_one_of_the_map_and_supports_the_ties() {
    for (line, tie, expected) in [
        (
            "Japan – Chile: pact 2023, source: Reuters, 2024-06-19, https://www.reuters.com/a?b=1,2",
            "Japan - Chile pact 2023",
            "Reuters 2024-06-19 https://www.reuters.com/a?b=1,2 ×1",
        ),
        (
            "Japan – Chile: planned pact, according to Reuters, 19 June 2024",
            "Japan - Chile pact proposed",
            "Reuters 2024-06-19 ×1",
        ),
        (
            "According to The Guardian, Japan and Chile signed a pact on 11 January 2023",
            "Japan - Chile pact signed 2023-01-11",
            "The Guardian ×1",
        ),
        (
            "Japan – Chile: pact 2024 https://www.reuters.com/world/japan",
            "Japan - Chile pact 2024",
            "reuters.com https://www.reuters.com/world/japan ×1",
        ),
        ("Japan – Chile: pact (source: AP, 2024)", "Japan - Chile pact", "AP 2024 ×1"),
        (
            "Japan – Chile: pact 1950, reported by AP, signed",
            "Japan - Chile pact signed 1950",
            "AP ×1",
        ),
        (
            "Japan – Chile: pact, source: \"Smith, A Study\", 1987",
            "Japan - Chile pact",
            "Smith, A Study 1987 ×1",
        ),
    ] {
        let (map, remarks) = written(line);
        assert_eq!(ties(&map), [tie], "{line}: {remarks:?}");
        assert_eq!(sources(&map), [expected], "{line}");
        assert!(remarks.is_empty(), "{line}: {remarks:?}");
    }
}

#[test]
fn a_source_that_is_there_is_taken_and_one_without_a_tie_is_remarked_on() {
    let (map, _) = written(
        "Japan – Chile: pact, source: Reuters, 2024-06-19; Mali – Chad: pact, source: reuters, 2024-06-19\n\
         Japan – Peru: pact, source: Reuters, 2024-06-20\nJapan – Cuba: pact, source: Reuters",
    );
    assert_eq!(sources(&map), ["Reuters 2024-06-19 ×3", "Reuters 2024-06-20 ×1"]);
    let (map, remarks) = onto(map, "Poland in NATO since 1999, source: AP\nsource: BBC, 2024");
    assert_eq!(sources(&map)[2..], ["AP ×0", "BBC 2024 ×0"]);
    assert!(remarks.iter().all(|remark| remark.contains("supports no tie")), "{remarks:?}");
    assert_eq!((remarks.len(), members(&map).len()), (2, 1));
    let (map, _) = written("Japan –, source: Reuters");
    assert_eq!(map.sources().len(), 0, "a line with a fault adds none");
}

#[test]
fn how_certain_a_tie_is_goes_to_its_evidence() {
    let (map, _) =
        written("Japan – Chile: allegedly a pact\nMali – Chad: pact, reportedly, source: AP");
    let evidence = |at: usize| map.ties().iter().nth(at).map(|(_, tie)| &tie.evidence[..]);
    let first = evidence(0).expect("a tie");
    assert_eq!((first[0].source, first[0].confidence), (None, Some(Confidence::Low)));
    let second = evidence(1).expect("a tie");
    assert_eq!(second.len(), 1);
    assert!(second[0].source.is_some() && second[0].confidence == Some(Confidence::Medium));
}
