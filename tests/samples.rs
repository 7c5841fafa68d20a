//! The samples and the schema that stand in the repository are as the program would write them.
//!
//! `ENTENTE_UPDATE_GOLDEN=1 cargo test --no-default-features --test samples` writes them anew.

use std::fs;
use std::path::{Path, PathBuf};

use entente::formats::{read, samples, schema, write};
use entente::model::{End, Map, Sign};

fn in_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Compares a file with what it should be, or makes it so when asked to.
fn golden(path: &str, expected: &str) {
    let path = in_repository(path);
    if std::env::var_os("ENTENTE_UPDATE_GOLDEN").is_some() {
        fs::write(&path, expected).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == expected,
        "{} isn't current; ENTENTE_UPDATE_GOLDEN=1 renews it",
        path.display()
    );
}

fn sample(name: &str) -> Map {
    let opened = read(samples::sample(name).unwrap().json.as_bytes()).unwrap();
    assert_eq!(opened.problems, []);
    opened.map
}

#[test]
fn every_sample_is_written_as_it_is_read() {
    for sample in samples::SAMPLES {
        let path = format!("data/{}.entente.json", sample.name);
        let text = fs::read_to_string(in_repository(&path)).unwrap();
        let opened = read(text.as_bytes()).unwrap();
        assert_eq!(opened.problems, [], "{path}");
        assert_eq!(opened.map.violations(), [], "{path}");
        assert_eq!(opened.map.heading().title, sample.title, "{path}");
        golden(&path, &write(&opened.map));
    }
}

#[test]
fn every_tie_of_every_sample_says_how_it_is_known() {
    for sample in samples::SAMPLES {
        let map = read(sample.json.as_bytes()).unwrap().map;
        for (_, tie) in map.ties().iter() {
            let told = |e: &entente::model::Evidence| {
                e.source.is_some()
                    && e.date.is_some()
                    && !e.note.is_empty()
                    && e.confidence.is_some()
            };
            assert!(!tie.evidence.is_empty() && tie.evidence.iter().all(told), "{}", tie.key);
        }
        let cited =
            |id| map.ties().iter().any(|(_, t)| t.evidence.iter().any(|e| e.source == Some(id)));
        for (id, source) in map.sources().iter() {
            assert!(cited(id) || !source.notes.is_empty(), "{} supports nothing", source.key);
        }
    }
}

#[test]
fn the_tribes_are_the_classic_signed_network() {
    let map = sample("highland-tribes-1954");
    let count = |sign| {
        let of_sign = |kind| map.kinds().get(kind).is_some_and(|k| k.sign == sign);
        map.ties().iter().filter(|(_, tie)| of_sign(tie.kind)).count()
    };
    assert_eq!(map.nations().len(), 16);
    assert_eq!((count(Sign::Friendly), count(Sign::Hostile)), (29, 29));
}

#[test]
fn japan_and_new_zealand_are_concerned_about_a_tie() {
    let map = sample("japan-new-zealand-2024");
    let target = map.ties().by_key("rus-prk-allied").unwrap();
    let onto = map.ties().iter().filter(|(_, tie)| tie.to == End::Tie(target));
    let from: Vec<String> = onto.map(|(_, tie)| map.end_name(End::Nation(tie.from))).collect();
    assert_eq!(from, ["Japan", "New Zealand"]);
}

#[test]
fn the_schema_is_current() {
    golden("docs/entente-map.schema.json", &schema());
}
