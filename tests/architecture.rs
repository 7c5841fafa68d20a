//! The floors, and what each must not know: read from the code itself.

#[path = "architecture/circles.rs"]
mod circles;
#[path = "architecture/code.rs"]
mod code;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use circles::Module;
use code::{bare, floors_named, functions, names};

/// Each floor with the floors of this crate that it may use.
const FLOORS: [(&str, &[&str]); 13] = [
    ("names", &[]),
    ("communities", &[]),
    ("model", &["names"]),
    ("edit", &["model", "names"]),
    ("analysis", &["model", "names"]),
    ("formats", &["model", "edit", "names"]),
    ("recovery", &["formats", "edit", "model", "names"]),
    ("layout", &["communities"]),
    ("scene", &["model", "names", "communities"]),
    ("export", &["scene", "model", "names"]),
    (
        "tasks",
        &["export", "scene", "layout", "recovery", "formats", "analysis", "edit", "model", "names"],
    ),
    (
        "cli",
        &[
            "tasks", "export", "scene", "layout", "recovery", "formats", "analysis", "edit",
            "model", "names",
        ],
    ),
    (
        "ui",
        &[
            "tasks", "export", "scene", "layout", "recovery", "formats", "analysis", "edit",
            "model", "names",
        ],
    ),
];

/// Names of the toolkit, which the window alone knows.
const TOOLKIT: [&str; 6] = ["egui", "eframe", "egui_graphs", "egui_extras", "egui_phosphor", "rfd"];

/// Files that may read or write the file system besides the floor `formats`, each with its reason.
const FILE_SYSTEM: [(&str, &str); 8] = [
    ("src/recovery/private_folder.rs", "journals and versions lie in folders"),
    ("src/recovery/versions.rs", "versions are copies of files"),
    ("src/tasks/kept_versions.rs", "a version has the time of its file"),
    ("src/ui/system/fault_report.rs", "a report of a fault lies in a folder"),
    ("src/recovery/folder.rs", "journals lie in a folder"),
    ("src/recovery/claim.rs", "a journal is claimed by the lock of a file"),
    ("src/ui/settings/mod.rs", "a person's settings are no map"),
    ("src/ui/dialogs/path/folder.rs", "the path dialog lists a folder"),
];

/// What changes a map past [`entente::edit::apply`], or makes one without its rules.
const MUTATORS: [&str; 8] = [
    "nations_mut(",
    "ties_mut(",
    "kinds_mut(",
    "sources_mut(",
    "heading_mut(",
    "look_mut(",
    "filter_mut(",
    "from_parts(",
];

/// The parts of the canvas, each of which may use those before it.
const CANVAS_PARTS: [&str; 7] =
    ["viewport", "drawing", "cache", "camera", "highlight", "input", "matrix"];

/// The floors whose results depend on their input alone.
const PURE: [&str; 9] =
    ["names", "communities", "model", "analysis", "edit", "formats", "layout", "scene", "export"];

struct Source {
    path: String,
    floor: String,
    /// How many modules deep it is, the floor itself being 1.
    depth: usize,
    /// The code without comments, literals and tests.
    code: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    collect(&root.join("src"), &mut paths);
    paths.sort();
    let read = |path: &PathBuf| {
        let relative = path.strip_prefix(root).expect("below the root");
        let path_in_root = relative.to_string_lossy().replace('\\', "/");
        let modules = path_in_root.trim_start_matches("src/").trim_end_matches(".rs");
        let modules: Vec<&str> = modules.trim_end_matches("/mod").split('/').collect();
        let text = fs::read_to_string(path).expect("a readable source");
        Source {
            floor: modules[0].to_owned(),
            depth: modules.len(),
            code: bare(&text),
            path: path_in_root,
        }
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
        for named in floors_named(&source.code, source.depth) {
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
fn no_files_stand_in_a_circle() {
    let in_library = |source: &Source| source.path != "src/main.rs";
    let sources: Vec<Source> = sources().into_iter().filter(in_library).collect();
    let module = |source: &Source| {
        let path = source.path.trim_start_matches("src/").trim_end_matches(".rs");
        let path = path.trim_end_matches("/mod").split('/').filter(|part| *part != "lib");
        Module { path: path.map(str::to_owned).collect(), code: source.code.clone() }
    };
    let modules: Vec<Module> = sources.iter().map(module).collect();
    let uses = circles::uses(&modules);
    let arrows = |circle: &[usize]| {
        let arrow = |(from, to): (&usize, &usize)| {
            uses[*from]
                .contains(to)
                .then(|| format!("{} -> {}", sources[*from].path, sources[*to].path))
        };
        let pairs = circle.iter().flat_map(|from| circle.iter().map(move |to| (from, to)));
        pairs.filter_map(arrow).collect::<Vec<_>>().join("\n")
    };
    let found: Vec<String> = circles::circles(&modules).iter().map(|c| arrows(c)).collect();
    assert!(found.is_empty(), "{} circles:\n\n{}", found.len(), found.join("\n\n"));
}

#[test]
fn the_window_alone_knows_the_toolkit() {
    for source in sources().iter().filter(|source| source.floor != "ui") {
        for name in TOOLKIT {
            assert!(!names(&source.code, name), "{} names {name}", source.path);
        }
    }
}

#[test]
fn one_module_knows_egui_graphs() {
    let knowing: Vec<String> = sources()
        .into_iter()
        .filter(|source| names(&source.code, "egui_graphs"))
        .map(|source| source.path)
        .collect();
    assert_eq!(knowing, ["src/ui/canvas/drawing/graph_view.rs"]);
}

#[test]
fn one_file_has_unsafe_code() {
    let sources = sources();
    let unsafe_ones = sources.iter().filter(|source| source.code.contains("unsafe {"));
    let paths: Vec<&str> = unsafe_ones.map(|source| source.path.as_str()).collect();
    assert_eq!(paths, ["src/ui/canvas/cache/texture.rs"]);
}

#[test]
fn a_part_of_the_canvas_uses_the_parts_before_it_alone() {
    for source in sources() {
        let Some(path) = source.path.strip_prefix("src/ui/canvas/") else { continue };
        let Some((part, file)) = path.split_once('/') else { continue };
        let place = CANVAS_PARTS.iter().position(|other| *other == part);
        let place = place.unwrap_or_else(|| panic!("{path}: no part of the canvas"));
        for later in &CANVAS_PARTS[place + 1..] {
            let is_named = source.code.contains(&format!("canvas::{later}::"))
                || (file == "mod.rs" && source.code.contains(&format!("super::{later}::")));
            assert!(!is_named, "{path}: {part} must not know {later}");
        }
    }
}

#[test]
fn edit_is_the_only_writer() {
    let writers = ["model", "edit", "formats"];
    for source in sources().iter().filter(|s| !writers.contains(&s.floor.as_str())) {
        for mutator in MUTATORS {
            assert!(!source.code.contains(mutator), "{} writes a map by {mutator}", source.path);
        }
    }
}

#[test]
fn files_are_read_and_written_in_one_place() {
    for source in sources().iter().filter(|source| source.floor != "formats") {
        let allowed = FILE_SYSTEM.iter().any(|(path, _)| *path == source.path);
        let touches = names(&source.code, "fs") || names(&source.code, "File");
        assert!(allowed || !touches, "{} touches the file system", source.path);
    }
}

#[test]
fn results_depend_on_no_clock_no_thread_and_no_environment() {
    for source in sources().iter().filter(|source| PURE.contains(&source.floor.as_str())) {
        // Where the build has put its table is known before the program runs.
        let code = source.code.replace(r#"env!("OUT_DIR")"#, "");
        for name in ["Instant", "SystemTime", "thread", "env", "process"] {
            assert!(!names(&code, name), "{} names {name}", source.path);
        }
    }
}

#[test]
fn files_stay_small_enough_to_read() {
    const MOST_LINES: usize = 500;
    // A table of facts, one line each.
    let table = "src/names/iso3166.rs";
    for source in sources().iter().filter(|source| source.path != table) {
        let lines = source.code.lines().count();
        assert!(lines <= MOST_LINES, "{} has {lines} lines", source.path);
    }
}

#[test]
fn functions_fit_a_screen() {
    const MOST_LINES: usize = 60;
    for source in sources() {
        for (name, lines) in functions(&source.code) {
            assert!(lines <= MOST_LINES, "{}: `{name}` has {lines} lines", source.path);
        }
    }
}

#[test]
fn a_module_with_children_is_named_mod() {
    for source in sources() {
        let beside = source.path.trim_end_matches(".rs");
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(beside);
        assert!(!folder.is_dir(), "{} has children: name it {beside}/mod.rs", source.path);
    }
}

#[test]
fn documents_name_files_that_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for document in ["ARCHITECTURE.md", "CONTRIBUTING.md", "docs/layout.md"] {
        let text = fs::read_to_string(root.join(document)).expect("a readable document");
        let quoted = text.split('`').skip(1).step_by(2);
        let is_path = |name: &&str| {
            let plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
            // A file called NAME is one to be written.
            let is_whole = name.contains('/') && !name.contains("NAME");
            is_whole && name.chars().all(plain) && (name.ends_with(".rs") || name.ends_with('/'))
        };
        for name in quoted.filter(is_path) {
            let is_there = root.join(name).exists() || root.join("src").join(name).exists();
            assert!(is_there, "{document} names `{name}`, which isn't there");
        }
    }
}
