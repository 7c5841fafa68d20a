//! Files with one fault each, and what is said about them: `tests/broken/NAME.json` beside
//! `NAME.expected.txt`.
//!
//! `ENTENTE_UPDATE_GOLDEN=1 cargo test --no-default-features --test broken` writes the expected texts
//! anew; read what changed before you commit it.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use entente::formats::{Import, InputFile, Progress, failure_report, open, read, write};

fn broken_files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    files
}

/// All that is said of a file: what was kept of it, and each problem on a line.
fn said_of(path: &Path) -> String {
    let opened = match open(path) {
        Ok(opened) => opened,
        Err(error) => return format!("{error}\n"),
    };
    let (nations, ties) = (opened.map.nations().len(), opened.map.ties().len());
    let mut said = format!("Kept: nations {nations}, ties {ties}.\n");
    for problem in &opened.problems {
        writeln!(said, "{}: {problem}", problem.severity.name()).unwrap();
    }
    said
}

#[test]
fn each_fault_is_told_as_expected() {
    let update = std::env::var_os("ENTENTE_UPDATE_GOLDEN").is_some();
    let mut wrong = String::new();
    let files = broken_files();
    for path in &files {
        let said = said_of(path);
        let beside = path.with_extension("expected.txt");
        if update {
            fs::write(&beside, &said).unwrap();
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        if said != expected {
            writeln!(wrong, "{}\n expected: {expected} said: {said}", path.display()).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(files.len() >= 25, "only {} broken files were found", files.len());
}

#[test]
fn what_is_kept_of_a_broken_file_is_a_sound_map() {
    for path in broken_files() {
        let Ok(opened) = open(&path) else { continue };
        assert_eq!(opened.map.violations(), [], "{}", path.display());
        assert!(!opened.problems.is_empty(), "{} isn't broken", path.display());
        let again = read(write(&opened.map).as_bytes()).unwrap();
        assert_eq!(again.problems, [], "{}", path.display());
        assert_eq!(again.map, opened.map, "{}", path.display());
    }
}

#[test]
fn no_message_blames_or_says_error() {
    for path in broken_files() {
        let said = said_of(&path);
        for word in ["rror", "nvalid", "llegal", "ailed", "our fault", "ou must"] {
            assert!(!said.contains(word), "{} says “{word}”: {said}", path.display());
        }
    }
}

/// A small file of each format, most of them with a fault or two.
const REPORTED: [(&str, &str); 22] = [
    (
        "map.entente.json",
        r#"{"format": "entente-map", "version": "1.0", "nations": [{"id": "a", "name": "Japan"}, {"id": "a", "name": "Peru"}]}"#,
    ),
    (
        "a.gexf",
        r#"<gexf version="1.3"><graph><nodes><node id="a" label="Japan"/></nodes><edges><edge source="a" target="ghost"/></edges></graph></gexf>"#,
    ),
    (
        "a.graphml",
        r#"<graphml><graph edgedefault="directed"><node id="Japan"/><edge source="Japan" target="ghost"/></graph></graphml>"#,
    ),
    ("a.gxl", r#"<gxl><graph><node id="Japan"/><edge from="Japan" to="ghost"/></graph></gxl>"#),
    ("a.dot", "graph { Japan -- Peru; Japan -- Congo }"),
    (
        "a.gml",
        "graph [ node [ id 1 label \"Japan\" ] node [ id 2 label \"Peru\" ] edge [ source 1 target 2 weight x ] ]",
    ),
    ("a.net", "*Vertices 2\n1 \"Japan\"\n2 \"Peru\"\n*Edges\n1 9 1\n"),
    (
        "a.cyjs",
        r#"{"elements": [{"data": {"id": "Japan"}}, {"data": {"source": "Japan", "target": "Peru"}}]}"#,
    ),
    ("a.json", "{\"nodes\": [\"Japan\"], \"edges\": [[\"Japan\", \"Peru\"], [\"Japan\"]]}"),
    (
        "a.jsonl",
        "{\"source\": \"Japan\", \"target\": \"Peru\"}\n{\"source\":\n{\"source\": \"Chad\", \"target\": \"Peru\"}\n",
    ),
    ("a.graphology.json", r#"{"nodes": [{"key": "Japan"}, {"key": "Japan"}], "edges": []}"#),
    ("a.jgf", r#"{"graph": {"nodes": {"Japan": {}}, "edges": [{"source": "Japan"}]}}"#),
    (
        "a.kumu.json",
        r#"{"elements": [{"label": "Japan"}], "connections": [{"from": "Japan", "to": "Congo"}]}"#,
    ),
    ("a.sif", "Japan pact Peru\nChad war\n"),
    ("a.ncol", "Japan Peru\nJapan\n"),
    ("a.lgl", "# Japan\nPeru x\n"),
    ("a.adjlist", "# why\nJapan Peru\n"),
    ("a.multiline_adjlist", "Japan 1\nPeru {}\nPeru\n"),
    ("a.edgelist", "Japan Peru {'weight': 3}\nJapan {}\n"),
    ("a.edges", "2 1\n0 1\n"),
    ("a.csv", "source,target,since\nJapan,Peru,03/04/1960\n,Chad,1990\n"),
    ("a.txt", "Japan – Peru: pact, 1951\nTom says more later.\n"),
];

#[test]
fn the_report_of_each_format_is_as_expected_for_another_program() {
    let mut said = String::new();
    for (name, text) in REPORTED {
        let file = InputFile { name, bytes: text.as_bytes() };
        let report = match Import::read(&file, Progress::untold()) {
            Ok(import) => import.report().to_json(),
            Err(error) => failure_report(&error.in_file(name)),
        };
        writeln!(said, "{name}: {report}").unwrap();
    }
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken/reports.txt");
    if std::env::var_os("ENTENTE_UPDATE_GOLDEN").is_some() {
        fs::write(&beside, &said).unwrap();
    }
    let expected = fs::read_to_string(&beside).unwrap_or_default();
    for (said, expected) in said.lines().zip(expected.lines()) {
        assert_eq!(said, expected);
    }
    assert_eq!(said.lines().count(), expected.lines().count());
}

#[test]
fn each_field_of_a_report_is_documented() {
    fn fields(value: &serde_json::Value, found: &mut Vec<String>) {
        match value {
            serde_json::Value::Array(items) => items.iter().for_each(|item| fields(item, found)),
            serde_json::Value::Object(members) => members.iter().for_each(|(name, value)| {
                found.push(name.clone());
                fields(value, found);
            }),
            _ => {}
        }
    }
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/convert.md");
    let docs = fs::read_to_string(docs).unwrap();
    let section = docs.split_once("\n### The report for other programs\n").expect("a section").1;
    let mut found = Vec::new();
    for (name, text) in REPORTED {
        let file = InputFile { name, bytes: text.as_bytes() };
        match Import::read(&file, Progress::untold()) {
            Ok(import) => fields(&import.report().to_json(), &mut found),
            Err(error) => fields(&failure_report(&error), &mut found),
        }
    }
    assert!(found.iter().any(|name| name == "candidates"), "no question was asked");
    for name in found {
        assert!(section.contains(&format!("| `{name}` |")), "“{name}” isn't documented");
    }
}
