use super::*;
use crate::formats::samples::SAMPLES;
use crate::formats::tables::Table;
use crate::model::{Attribute, End};

fn table(name: &str, rows: &[&str]) -> Table {
    let mut table = Table::new(name);
    rows.iter().for_each(|row| table.push_row(row.split('|').map(str::trim)));
    table
}

const TIES_HEADER: &str = "source|target|kind|direction|status|since|until|label|weight|notes|id|target tie|bend|label place|gdp";

#[test]
fn formulas_are_text_that_comes_back() {
    for (cell, written) in [
        ("=1+1", "'=1+1"),
        ("-5", "'-5"),
        ("@a", "'@a"),
        ("'=", "''="),
        ("'quoted'", "''quoted'"),
        ("a=b", "a=b"),
    ] {
        let mut sheet = sheet::Sheet::new("", &["a"]);
        sheet.push([cell.to_owned()]);
        let text = String::from_utf8(delimited::bytes(&sheet, ',')).expect("UTF-8");
        assert_eq!(text, format!("a\r\n{written}\r\n"));
        assert_eq!(delimited::as_meant(written), cell);
    }
}

#[test]
fn attributes_keep_what_they_are() {
    for attribute in [
        Attribute::Number(-4.5),
        Attribute::Flag(true),
        Attribute::Text("4.5".into()),
        Attribute::Text("True".into()),
        Attribute::Text("'a".into()),
        Attribute::Text("".into()),
        Attribute::Text("NaN".into()),
        Attribute::Text("west".into()),
    ] {
        let cell = match attribute_cells::to_cell(&attribute) {
            sheet::Cell::Text(text) => text,
            sheet::Cell::Number(number) => number.to_string(),
        };
        assert_eq!(attribute_cells::of_text(&cell), Some(attribute), "{cell}");
    }
}

#[test]
fn rows_written_by_hand_are_read_and_faults_name_their_cells() {
    let ties = table(
        "Ties",
        &[
            TIES_HEADER,
            "Mali|Chad|Allied||signed|1962|||||t1||||4",
            "Mali|(Mali – Chad)|Concern||||||||t2|t1|||",
            "|Chad|Allied|||||||||||",
            "Mali|Chad|sanctions||soon|5/1962|||0||||||",
            "Chad|x|Allied||||||||t5|t6|||",
            "Chad|x|Allied||||||||t6|t5|||",
            "||||||||||||||",
        ],
    );
    let opened = read(&[ties]).expect("a sheet of ties");
    let map = &opened.map;
    assert_eq!((map.nations().len(), map.ties().len()), (2, 3));
    let codes: Vec<_> = map.nations().iter().map(|(_, nation)| nation.code.as_deref()).collect();
    assert_eq!(codes, [Some("MLI"), Some("TCD")]);
    assert!(matches!(map.ties().at(1).map(|(_, tie)| tie.to), Some(End::Tie(_))));
    assert_eq!(map.violations(), vec![]);
    let problems: Vec<String> = opened.problems.iter().map(ToString::to_string).collect();
    for says in [
        "A4",
        "E5",
        "F5",
        "I5",
        "L6",
        "L7",
        "names no nation",
        "“soon”",
        "“5/1962”",
        "isn't a weight",
    ] {
        assert!(problems.iter().any(|problem| problem.contains(says)), "{says}: {problems:#?}");
    }
    assert_eq!(problems.len(), 6);
}

#[test]
fn other_tables_are_no_map() {
    assert!(read(&[table("a", &["source|target|weight", "a|b|1"])]).is_none());
    assert!(read(&[table("Map", &["field|value", "title|A"])]).is_none());
    assert!(read(&[Table::default()]).is_none());
    assert!(read(&[]).is_none());
}

#[test]
fn the_sheets_of_samples_are_as_a_person_would_write_them() {
    for sample in SAMPLES {
        let map = crate::formats::read(sample.json.as_bytes()).expect("a sample").map;
        let text = String::from_utf8(write_ties(&map).bytes).expect("UTF-8");
        let rows = text.lines().count();
        assert_eq!(rows, map.ties().len() + 1, "{}", sample.name);
        let first = map.ties().iter().next().expect("a tie").1;
        let from = map.nations().get(first.from).expect("a nation");
        assert!(text.lines().nth(1).is_some_and(|row| row.starts_with(&from.name)), "{text}");
    }
}

#[test]
fn what_is_written_for_a_spreadsheet_is_opened_as_the_map_that_it_was() {
    use crate::formats::{Content, InputFile, Progress, recognise};
    for sample in SAMPLES {
        let map = crate::formats::read(sample.json.as_bytes()).expect("a sample").map;
        for bytes in [write_ties(&map).bytes, write_nations(&map).bytes] {
            let file = InputFile { name: "a.csv", bytes: &bytes };
            let format = recognise(&file).expect("delimited text");
            let content = format.reader.read(&file, Progress::untold());
            let Ok(Content::Map(opened)) = content else { panic!("{}: {content:?}", format.name) };
            assert_eq!(opened.problems, []);
            let is_ties = !opened.map.ties().is_empty();
            let expected = if is_ties { map.ties().len() } else { 0 };
            assert_eq!(opened.map.ties().len(), expected);
            assert!(is_ties || opened.map.nations().len() == map.nations().len());
        }
    }
}

#[test]
fn ties_by_themselves_keep_codes_and_signs() {
    use crate::formats::{Content, InputFile, Progress, recognise};
    let json = r#"{"format": "entente-map", "version": "1.2",
        "kinds": [{"id": "allied", "name": "Allied", "sign": "friendly"},
            {"id": "c", "name": "Conflict", "sign": "hostile"}, {"id": "t", "name": "Trade", "sign": "friendly"},
            {"id": "x", "name": "Exchange", "sign": "neutral"}],
        "nations": [{"id": "a", "name": "Congo", "code": "COG"}, {"id": "b", "name": "Georgia", "code": "GEO"},
            {"id": "c", "name": "Japan", "code": "JPN"}, {"id": "d", "name": "Volga", "code": "RUS"}],
        "ties": [{"id": "1", "from": "a", "to": "b", "kind": "c", "attributes": {"sign": "x", "source code": 4}},
            {"id": "2", "from": "b", "to": "c", "kind": "t"}, {"id": "3", "from": "d", "to": "c", "kind": "x"},
            {"id": "4", "from": "c", "to": {"tie": "1"}, "kind": "allied"}]}"#;
    let map = crate::formats::read(json.as_bytes()).expect("a map").map;
    for written in [write_ties(&map), write_ties_with_tabs(&map)] {
        let file = InputFile { name: "", bytes: &written.bytes };
        let content = recognise(&file).expect("a table").reader.read(&file, Progress::untold());
        let Ok(Content::Map(opened)) = content else { panic!("{content:?}") };
        assert_eq!(opened.problems, []);
        let said = |map: &crate::model::Map| -> Vec<String> {
            let nation = |id| {
                let nation = map.nations().get(id).expect("a nation");
                format!("{} {:?}", nation.name, nation.code)
            };
            let kind = |id| {
                let kind = map.kinds().get(id).expect("a kind");
                format!("{} {}", kind.name, kind.sign.name())
            };
            let show = |tie: &crate::model::Tie| {
                let to = crate::model::Target::from(tie.to).nation().map(nation);
                format!("{} {to:?} {} {:?}", nation(tie.from), kind(tie.kind), tie.attributes)
            };
            map.ties().iter().map(|(_, tie)| show(tie)).collect()
        };
        assert_eq!(said(&opened.map), said(&map));
    }
}
