//! What the description of the file format shows can be read as it says.

use entente::formats::{MAX_TEXT, read, write};
use entente::model::Kind;

const FORMAT: &str = include_str!("../docs/file-format.md");

/// The blocks of JSON in the description.
fn examples() -> Vec<&'static str> {
    FORMAT.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn its_whole_map_is_read_without_a_word() {
    let opened = read(examples()[0].as_bytes()).unwrap();
    assert_eq!(opened.problems, []);
    assert_eq!((opened.map.nations().len(), opened.map.ties().len()), (2, 1));
    assert_eq!(opened.map.kinds().len(), Kind::standard().len());
    let (_, tie) = opened.map.ties().iter().next().unwrap();
    assert_eq!(tie.key, "JPN-NZL-pact");
}

#[test]
fn its_parts_are_read_without_a_word() {
    let head = r#"{"format": "entente-map", "version": "1.1""#;
    let nations = examples()[1];
    let map = format!("{head}, \"nations\": [{nations}]}}");
    assert_eq!(read(map.as_bytes()).unwrap().problems, []);
    let ties = examples()[2];
    let nations: Vec<String> = ["JPN", "RUS", "PRK"]
        .iter()
        .map(|id| format!("{{\"id\": \"{id}\", \"name\": \"{id}\"}}"))
        .collect();
    let map = format!("{head}, \"nations\": [{}], \"ties\": [{ties}]}}", nations.join(","));
    assert_eq!(read(map.as_bytes()).unwrap().problems, []);
    let map = format!("{head}, \"nations\": [{}]}}", examples()[3]);
    let opened = read(map.as_bytes()).unwrap();
    assert_eq!(opened.problems, []);
    assert_eq!(opened.map.nation_attributes(), ["gdp", "bloc", "nuclear"]);
    let opened = read(format!("{head}, {}}}", examples()[4]).as_bytes()).unwrap();
    assert_eq!(opened.problems, []);
    assert!(opened.map.look().hulls.is_some() && opened.map.look().tie_color.is_some());
    assert!(write(&opened.map).contains("\"version\": \"1.1\""));
    let opened = read(format!("{head}, {}}}", examples()[5]).as_bytes()).unwrap();
    assert_eq!(opened.problems, []);
    assert_eq!((opened.map.filter().kinds.len(), opened.map.filter().attributes.len()), (2, 1));
    assert!(write(&opened.map).contains("\"version\": \"1.2\""));
}

#[test]
fn its_tables_say_what_the_program_does() {
    for kind in Kind::standard() {
        let row = format!(
            "| `{}` | {} | `{}` | `{}` | `{}` | {} | `{}` |",
            kind.key,
            kind.name,
            kind.sign.name(),
            kind.color,
            kind.dash.name(),
            kind.width,
            kind.directed
        );
        assert!(FORMAT.contains(&row), "{row}");
    }
    assert_eq!(MAX_TEXT, 100_000);
    assert!(FORMAT.contains("| one text | 100,000 characters |"));
}
