//! The floors, and what each must not know: read from the code itself.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each floor with the floors of this crate that it may use.
const FLOORS: [(&str, &[&str]); 9] = [
    ("model", &[]),
    ("edit", &["model"]),
    ("formats", &["model", "edit"]),
    ("layout", &[]),
    ("scene", &["model"]),
    ("export", &["scene", "model"]),
    ("tasks", &["export", "scene", "layout", "formats", "edit", "model"]),
    ("cli", &["tasks", "export", "scene", "layout", "formats", "edit", "model"]),
    ("ui", &["tasks", "export", "scene", "layout", "formats", "edit", "model"]),
];

/// Names of the toolkit, which the window alone knows.
const TOOLKIT: [&str; 6] = ["egui", "eframe", "egui_graphs", "egui_extras", "egui_phosphor", "rfd"];

/// Files that may read or write the file system besides the floor `formats`, each with its reason.
const FILE_SYSTEM: [(&str, &str); 2] = [
    ("src/ui/settings.rs", "a person's settings are no map"),
    ("src/ui/dialogs/folder.rs", "the path dialog lists a folder"),
];

struct Source {
    path: String,
    floor: String,
    /// The code without comments, strings and tests.
    code: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    collect(&root.join("src"), &mut paths);
    paths.sort();
    let read = |path: &PathBuf| {
        let relative = path.strip_prefix(root).expect("below the root");
        let mut parts = relative.components().skip(1).map(|c| c.as_os_str().to_string_lossy());
        let floor = parts.next().expect("a file of the crate").trim_end_matches(".rs").to_owned();
        let text = fs::read_to_string(path).expect("a readable source");
        let path = relative.to_string_lossy().replace('\\', "/");
        Source { path, floor, code: bare(&text) }
    };
    paths.iter().map(read).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|e| e == "rs") {
            paths.push(path);
        }
    }
}

/// The code of a file without its tests, comments and string literals.
fn bare(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let mut code = String::new();
    for line in text.lines() {
        let mut in_string = false;
        let mut escaped = false;
        let mut before = ' ';
        for c in line.chars() {
            if !in_string && before == '/' && c == '/' {
                break;
            }
            match c {
                '"' if !escaped => in_string = !in_string,
                _ if !in_string => code.push(c),
                _ => {}
            }
            escaped = in_string && c == '\\' && !escaped;
            before = c;
        }
        code.push('\n');
    }
    code
}

/// The floors of this crate that a piece of code names.
fn floors_named(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let names = match rest.strip_prefix('{') {
            // `use crate::{a::b, c}`: each part begins after a comma or the brace.
            Some(list) => {
                list.split('}').next().unwrap_or_default().split(',').map(first_word).collect()
            }
            None => vec![first_word(rest)],
        };
        found.extend(names);
    }
    found
}

fn first_word(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// Whether code names a crate, as the first part of a path.
fn names_crate(code: &str, name: &str) -> bool {
    let path = format!("{name}::");
    let inside = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    code.match_indices(&path).any(|(start, _)| !code[..start].ends_with(inside))
}

#[test]
fn a_floor_uses_the_floors_below_it_alone() {
    let all: BTreeSet<&str> = FLOORS.iter().map(|(floor, _)| *floor).collect();
    for source in sources() {
        let Some((floor, below)) = FLOORS.iter().find(|(floor, _)| *floor == source.floor) else {
            assert!(
                ["lib", "main"].contains(&source.floor.as_str()),
                "{}: on no floor",
                source.path
            );
            continue;
        };
        for named in floors_named(&source.code) {
            let known = named == *floor || below.contains(&named.as_str());
            assert!(
                known || !all.contains(named.as_str()),
                "{}: {floor} must not know {named}",
                source.path
            );
        }
    }
}

#[test]
fn the_window_alone_knows_the_toolkit() {
    for source in sources().iter().filter(|source| source.floor != "ui") {
        for name in TOOLKIT {
            assert!(!names_crate(&source.code, name), "{} names {name}", source.path);
        }
    }
}

#[test]
fn one_module_knows_egui_graphs() {
    let knowing: Vec<String> = sources()
        .into_iter()
        .filter(|source| names_crate(&source.code, "egui_graphs"))
        .map(|source| source.path)
        .collect();
    assert_eq!(knowing, ["src/ui/canvas/graph.rs"]);
}

#[test]
fn edit_is_the_only_writer() {
    let mutators = ["nations_mut(", "ties_mut(", "kinds_mut(", "sources_mut(", "heading_mut("];
    for source in
        sources().iter().filter(|s| !["model", "edit", "formats"].contains(&s.floor.as_str()))
    {
        for mutator in mutators {
            assert!(!source.code.contains(mutator), "{} writes a map by {mutator}", source.path);
        }
    }
}

#[test]
fn files_are_read_and_written_in_one_place() {
    for source in sources().iter().filter(|source| source.floor != "formats") {
        let allowed = FILE_SYSTEM.iter().any(|(path, _)| *path == source.path);
        let touches = source.code.contains("std::fs") || names_crate(&source.code, "fs");
        assert!(allowed || !touches, "{} touches the file system", source.path);
    }
}

#[test]
fn results_do_not_depend_on_the_clock() {
    let pure = ["model", "edit", "formats", "layout", "scene", "export"];
    for source in sources().iter().filter(|source| pure.contains(&source.floor.as_str())) {
        for clock in ["Instant::now", "SystemTime"] {
            assert!(!source.code.contains(clock), "{} reads the clock", source.path);
        }
    }
}

#[test]
fn files_stay_small_enough_to_read() {
    const MOST_LINES: usize = 500;
    // A table of facts, one line each.
    let tables = ["src/model/country.rs", "src/scene/flags.rs"];
    for source in sources().iter().filter(|source| !tables.contains(&source.path.as_str())) {
        let lines = source.code.lines().count();
        assert!(lines <= MOST_LINES, "{} has {lines} lines", source.path);
    }
}

#[test]
fn the_reader_of_code_sees_what_it_should() {
    let code = bare(
        "use crate::{ui::App, model};\n// crate::layout\nlet s = \"crate::cli\"; crate::edit::apply();\n#[cfg(test)]\nmod tests { use crate::scene; }",
    );
    let named: Vec<String> = floors_named(&code).into_iter().collect();
    assert_eq!(named, ["edit", "model", "ui"]);
    assert!(names_crate("let x = egui::Vec2::ZERO;", "egui"));
    assert!(!names_crate("my_egui::x; other::egui::y", "egui"));
}
