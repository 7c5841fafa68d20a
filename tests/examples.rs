//! The example programs do what their headers say.

use std::fs;
use std::path::Path;

#[path = "../examples/layout_graph.rs"]
#[allow(dead_code, reason = "its main isn't called")]
mod layout_graph;
#[path = "../examples/render_map.rs"]
#[allow(dead_code, reason = "its main isn't called")]
mod render_map;
#[path = "../examples/report_map.rs"]
#[allow(dead_code, reason = "its main isn't called")]
mod report_map;

fn printed(run: impl FnOnce(&mut Vec<u8>) -> Result<(), Box<dyn std::error::Error>>) -> String {
    let mut out = Vec::new();
    run(&mut out).expect("the example runs");
    String::from_utf8(out).expect("text")
}

#[test]
fn a_map_made_in_code_is_drawn_as_svg_and_pdf() {
    let folder = tempfile::tempdir().expect("a folder");
    let paths = printed(|out| render_map::run(folder.path(), out));
    let paths: Vec<&str> = paths.lines().collect();
    assert_eq!(paths.len(), 2, "{paths:?}");
    let svg = fs::read_to_string(folder.path().join("alliances.svg")).expect("an SVG");
    for text in ["The Triple Entente, 1907", "France", "Russia", "Encirclement"] {
        assert!(svg.contains(text), "{text} is missing");
    }
    let pdf = fs::read(folder.path().join("alliances.pdf")).expect("a PDF");
    assert!(pdf.starts_with(b"%PDF"));
}

#[test]
fn a_map_is_reported_on() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let report =
        printed(|out| report_map::run(&data.join("japan-new-zealand-2024.entente.json"), out));
    assert!(report.contains("nations: ") && report.contains("problems: 0\n"), "{report}");

    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("one.entente.json");
    let file = r#"{"format": "entente-map", "version": "1.0", "title": "One",
        "nations": [{"id": "JPN", "name": "Japan"}],
        "ties": [{"from": "JPN", "to": "JPM", "kind": "pact"}]}"#;
    fs::write(&path, file).expect("a file");
    let report = printed(|out| report_map::run(&path, out));
    assert!(report.starts_with("One\nnations: 1, ties: 0, sources: 0\n"), "{report}");
    assert!(report.contains("problems: 1\n- ") && report.contains("JPM"), "{report}");
    assert!(report_map::run(&folder.path().join("none.json"), &mut Vec::new()).is_err());
}

#[test]
fn a_plain_graph_is_laid_out() {
    let svg = printed(|out| layout_graph::run(out));
    assert_eq!(svg.matches("<line ").count(), 12);
    assert_eq!(svg.matches("<circle ").count(), 8);
    assert!(!svg.contains("NaN") && svg.ends_with("</svg>\n"), "{svg}");
    assert_eq!(svg, printed(|out| layout_graph::run(out)), "the same on every run");
}
