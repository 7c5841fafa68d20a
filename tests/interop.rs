//! What Entente writes is read by the programs that it is written for, with the same counts: networkx,
//! python-igraph, Graphviz, Graphology, pandas and openpyxl, in each version that a Python of this machine has. What
//! isn't installed is skipped, and named. Where no program reads a format here, its fields are compared with those of
//! its documentation.

mod skipped;

use std::path::Path;
use std::process::Command;

use entente::formats::{self, FORMATS, Format, Import, InputFile, Progress, samples::SAMPLES};

/// How another program opens a file and prints how many nodes and edges it has.
enum Script {
    /// Python with a module; the path is in `path`.
    Python(&'static str, &'static str),
    /// A program, called by a shell; the path is in `$1`.
    Shell(&'static str, &'static str),
}

use Script::{Python, Shell};
use skipped::skipped;

/// What opens files of which ending. What holds numbers of rows alone prints `-` for the other count; what
/// can't be opened by this version of a library prints `skip` and why.
const READERS: [(&str, Script); 18] = [
    (
        "gexf",
        Python(
            "networkx",
            "import networkx as n; n.__version__ < '3' and sys.exit(print('skip networkx before 3 knows no GEXF 1.3')); g = n.read_gexf(path); print(len(g), g.size())",
        ),
    ),
    (
        "graphml",
        Python(
            "networkx",
            "import networkx as n; g = n.read_graphml(path); print(len(g), g.size())",
        ),
    ),
    (
        "gml",
        Python(
            "networkx",
            "import networkx as n; g = n.read_gml(path, label='id'); print(len(g), g.size())",
        ),
    ),
    (
        "net",
        Python("networkx", "import networkx as n; g = n.read_pajek(path); print(len(g), g.size())"),
    ),
    (
        "json",
        Python(
            "networkx",
            "import json, networkx as n; d = json.load(open(path)); d['links'] = d.get('links', d.get('edges')); d['edges'] = d['links']; g = n.node_link_graph(d); print(len(g), g.size())",
        ),
    ),
    (
        "cyjs",
        Python(
            "networkx",
            "import json, networkx as n; g = n.cytoscape_graph(json.load(open(path))); print(len(g), g.size())",
        ),
    ),
    (
        "graphml",
        Python(
            "igraph",
            "import igraph; g = igraph.Graph.Read_GraphML(path); print(g.vcount(), g.ecount())",
        ),
    ),
    (
        "gml",
        Python(
            "igraph",
            "import igraph; g = igraph.Graph.Read_GML(path); print(g.vcount(), g.ecount())",
        ),
    ),
    (
        "net",
        Python(
            "igraph",
            "import igraph; g = igraph.Graph.Read_Pajek(path); print(g.vcount(), g.ecount())",
        ),
    ),
    (
        "graphology.json",
        Python(
            "json",
            "import json; g = json.load(open(path)); \
             keys = [n['key'] for n in g['nodes']]; ids = set(keys); assert len(ids) == len(keys); \
             edges = [e['key'] for e in g['edges'] if 'key' in e]; assert len(set(edges)) == len(edges); \
             assert all(set(n) <= {'key', 'attributes'} for n in g['nodes']); \
             assert all(set(e) <= {'key', 'source', 'target', 'undirected', 'attributes'} for e in g['edges']); \
             assert all(e['source'] in ids and e['target'] in ids for e in g['edges']); \
             sort = g['options']['type']; assert sort in ('directed', 'undirected', 'mixed'); \
             assert all(sort == 'mixed' or e.get('undirected', False) == (sort == 'undirected') for e in g['edges']); \
             print(len(keys), len(g['edges']))",
        ),
    ),
    (
        "graphology.json",
        Shell(
            "node",
            "node -e \"let G; try { G = require('graphology') } catch { console.log('skip graphology is not installed'); process.exit() } \
             const g = G.Graph.from(JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8'))); \
             console.log(g.order, g.size)\" \"$1\"",
        ),
    ),
    (
        "jgf",
        Python(
            "json",
            "import json; d = json.load(open(path)); assert set(d) == {'graph'}; g = d['graph']; \
             assert set(g) <= {'id', 'label', 'type', 'directed', 'metadata', 'nodes', 'edges', 'hyperedges'}; \
             nodes = g['nodes']; assert isinstance(nodes, dict) and isinstance(g['edges'], list); \
             assert isinstance(g.get('directed', True), bool) and isinstance(g.get('metadata', {}), dict); \
             assert all(set(n) <= {'label', 'metadata'} and isinstance(n.get('label', ''), str) for n in nodes.values()); \
             assert all(set(e) <= {'id', 'source', 'target', 'relation', 'directed', 'label', 'metadata'} for e in g['edges']); \
             assert all(isinstance(e.get(k, ''), str) for e in g['edges'] for k in ('id', 'relation', 'label')); \
             assert all(e['source'] in nodes and e['target'] in nodes for e in g['edges']); \
             print(len(nodes), len(g['edges']))",
        ),
    ),
    (
        "kumu.json",
        Python(
            "json",
            "import json; d = json.load(open(path)); elements, connections = d['elements'], d['connections']; \
             assert all(e['label'] for e in elements); \
             ids = [e.get('id', e['label']) for e in elements]; assert len(set(ids)) == len(ids); \
             assert all(c['from'] in ids and c['to'] in ids for c in connections); \
             assert all(c['direction'] in ('directed', 'undirected', 'mutual') for c in connections); \
             print(len(elements), len(connections))",
        ),
    ),
    ("dot", Shell("gc", "gc -n -e \"$1\" | awk '{ print $1, $2 }'")),
    ("dot", Shell("dot", "dot -Tcanon \"$1\" | gc -n -e | awk '{ print $1, $2 }'")),
    ("csv", Python("pandas", "import pandas; print('-', len(pandas.read_csv(path)))")),
    ("tsv", Python("pandas", "import pandas; print('-', len(pandas.read_csv(path, sep='\\t')))")),
    (
        "xlsx",
        Python(
            "openpyxl",
            "import openpyxl; b = openpyxl.load_workbook(path); s = {x.title.lower(): x for x in b}; print(s['nations'].max_row - 1, s['ties'].max_row - 1)",
        ),
    ),
];

impl Script {
    fn program(&self) -> &'static str {
        match self {
            Python(name, _) | Shell(name, _) => name,
        }
    }

    /// The programs of this machine that can run it; none where it isn't installed. A Python of Debian's has
    /// Debian's modules, whatever other one comes first.
    fn programs_found(&self) -> Vec<&'static str> {
        let works = |program: &str, script: &str| {
            let output = Command::new(program).args(["-c", script]).output();
            output.is_ok_and(|output| output.status.success())
        };
        match self {
            Shell(name, _) if works("sh", &format!("command -v {name}")) => vec!["sh"],
            Shell(..) => Vec::new(),
            Python(module, _) => {
                let has_it = |python: &&str| works(python, &format!("import {module}"));
                ["python3", "/usr/bin/python3"].into_iter().filter(has_it).collect()
            }
        }
    }

    /// The command that runs it on a file.
    fn command(&self, program: &str, path: &Path) -> Command {
        let mut command = Command::new(program);
        match self {
            Shell(_, script) => command.args(["-c", script, "sh"]),
            Python(_, script) => {
                command.args(["-c", &format!("import sys; path = sys.argv[1]; {script}")])
            }
        };
        command.arg(path);
        command
    }
}

/// What Entente itself counts in a file that it wrote: nodes and edges, or rows of nations and ties.
fn own_counts(format: &Format, path: &Path, map: &entente::model::Map) -> [usize; 2] {
    if ["csv", "tsv", "xlsx"].contains(&format.extensions[0]) {
        return [map.nations().len(), map.ties().len()];
    }
    let import = Import::open(path, Progress::untold()).expect("what was written is read");
    [import.held().nodes, import.held().edges]
}

/// How another program reads a file.
enum Outcome {
    Same,
    Skipped(String),
    Fault(String),
}

fn outcome(mut command: Command, path: &Path, counts: [usize; 2]) -> Outcome {
    let output = command.output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout);
    if let Some(reason) = said.strip_prefix("skip ") {
        return Outcome::Skipped(reason.trim().to_owned());
    }
    let words: Vec<&str> = said.split_whitespace().collect();
    let fits = |(word, count): (&&str, usize)| *word == "-" || word.parse() == Ok(count);
    if output.status.success() && words.len() == 2 && words.iter().zip(counts).all(fits) {
        return Outcome::Same;
    }
    let message = String::from_utf8_lossy(&output.stderr);
    let last = message.lines().last().unwrap_or_default();
    Outcome::Fault(format!("{} says “{}”, not {counts:?} {last}", path.display(), said.trim()))
}

/// Maps that other programs may stumble over, by name: nothing in them, one nation, and names, ties and
/// organisations of every sort.
const HARD: [(&str, &str); 3] = [
    ("empty", r#"{"format": "entente-map", "version": 1, "nations": [], "kinds": [], "ties": []}"#),
    (
        "one",
        r#"{"format": "entente-map", "version": 1, "nations": [{"id": "a", "name": "Åland"}], "kinds": [], "ties": []}"#,
    ),
    (
        "every-sort",
        r##"{"format": "entente-map", "version": 1, "title": "Ties & <notes> “of” 日本",
        "nations": [{"id": "a", "name": "Côte d’Ivoire"}, {"id": "b", "name": "a \"quoted\", name; [b]"},
            {"id": "c", "name": "日本"}, {"id": "d", "name": "-> 1"},
            {"id": "u", "name": "Union", "type": "organisation"}],
        "memberships": [{"member": "a", "organisation": "u"}],
        "kinds": [{"id": "p", "name": "Pact & co", "sign": "friendly"}, {"id": "w", "name": "Krieg", "sign": "hostile"}],
        "ties": [{"id": "1", "from": "a", "to": "b", "kind": "p", "direction": "mutual", "label": "of\ntwo lines"},
            {"id": "2", "from": "a", "to": "b", "kind": "p", "direction": "directed"},
            {"id": "3", "from": "b", "to": "a", "kind": "w", "direction": "directed", "weight": 2.5},
            {"id": "4", "from": "c", "to": {"tie": "1"}, "kind": "w", "direction": "directed"},
            {"id": "5", "from": "d", "to": "d", "kind": "w", "direction": "mutual"}]}"##,
    ),
];

/// The samples and the hard maps, each with a name.
fn maps() -> Vec<(&'static str, entente::model::Map)> {
    let samples = SAMPLES.iter().map(|sample| (sample.name, sample.json));
    let read = |(name, json): (&'static str, &str)| {
        (name, formats::read(json.as_bytes()).expect("a map").map)
    };
    samples.chain(HARD).map(read).collect()
}

#[test]
fn other_programs_read_what_is_written_with_the_same_counts() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut faults = Vec::new();
    let mut unread = Vec::new();
    for (ending, script) in &READERS {
        let format = FORMATS.iter().find(|format| format.extensions[0] == *ending);
        let Some((format, writer)) = format.and_then(|format| Some((format, format.writer?)))
        else {
            unread.push(format!("{} (no .{ending} is written)", script.program()));
            continue;
        };
        let programs = script.programs_found();
        if programs.is_empty() {
            unread.push(format!("{} (it isn't installed)", script.program()));
            continue;
        }
        for (name, map) in maps() {
            let path = folder.path().join(format!("{name}.{ending}"));
            std::fs::write(&path, writer.write(&map).bytes).expect("written");
            let counts = own_counts(format, &path, &map);
            assert!(counts[0] >= map.nations().len(), "{ending}: {counts:?}");
            for program in &programs {
                match outcome(script.command(program, &path), &path, counts) {
                    Outcome::Same => {}
                    Outcome::Skipped(reason) => unread.push(reason),
                    Outcome::Fault(fault) => {
                        faults.push(format!("{} of {program}: {fault}", script.program()));
                    }
                }
            }
        }
    }
    unread.dedup();
    unread.iter().for_each(|name| skipped(name));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_a_format_writes_is_opened_as_that_format_from_a_file_of_its_ending() {
    for format in FORMATS {
        let Some(writer) = format.writer else { continue };
        for (name, map) in maps() {
            let written = writer.write(&map);
            let name = format!("{name}.{}", format.extensions[0]);
            if written.bytes.is_empty() {
                // No line is needed to say nothing.
                assert!(map.nations().is_empty(), "{name}");
                continue;
            }
            let file = InputFile { name: &name, bytes: &written.bytes };
            let import = Import::read(&file, Progress::untold()).expect("what was written");
            assert_eq!(import.source().files[0].format, format.name, "{name}");
            let read = import.map().expect("a map");
            let is_whole = read.nations().len() >= map.nations().len();
            assert!(is_whole || !written.losses.is_empty(), "{name}");
        }
    }
}
