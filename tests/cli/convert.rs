//! `entente convert`: from any format to any other, and what is said about it.

use super::*;

#[test]
fn a_file_of_another_format_is_converted() {
    let (folder, map) = folder();
    let file = |name: &str| folder.path().join(name);
    std::fs::write(file("plain.txt"), "3 2\n0 1\n1 2 -2\n").expect("a file");
    let (plain, out) = (file("plain.txt"), file("out.entente.json"));
    let result = entente(&["convert", path(&plain), "-o", path(&out)]);
    assert_eq!(result.status.code(), Some(0), "{}", text(&result.stderr));
    assert!(text(&result.stderr).contains("“plain.txt” (Edge list, UTF-8): 3 nodes, 2 edges"));
    assert_eq!(text(&result.stdout), "");
    let converted = formats::open(&out).expect("a map").map;
    assert_eq!((converted.nations().len(), converted.ties().len()), (3, 2));

    // To standard output, by --to; what is lost is said before.
    let result = entente(&["convert", path(&map), "-o", "-", "--to", "edges"]);
    assert_eq!(result.status.code(), Some(0));
    assert!(text(&result.stdout).starts_with("15 "), "{}", text(&result.stdout));
    assert!(text(&result.stderr).contains("loss: 15 names of nations aren't kept."));
    let strict = ["convert", path(&map), "-o", "-", "--to", "Edge list", "--strict"];
    assert_eq!(entente(&strict).status.code(), Some(1));
}

#[test]
fn a_conversion_says_which_formats_there_are() {
    let (folder, map) = folder();
    let refused = |args: &[&str], expected: &str| {
        let result = entente(&[&["convert", path(&map)], args].concat());
        let message = text(&result.stderr);
        assert_eq!(result.status.code(), Some(2), "{message}");
        assert!(message.contains(expected), "{message}");
    };
    let out = folder.path().join("out.nonsense");
    refused(&["-o", path(&out)], ".entente.json");
    refused(&["-o", path(&out), "--to", "nonsense"], ".entente.json");
    refused(&["-o", "-", "--to", "edges", "--json"], "--report FILE.json");
    refused(&["-o", "-", "--map", "nonsense=x"], "cited-source");
    refused(&["-o", "-", "--meant", "Congo=ZZZ"], "entente names");
    assert!(!out.exists());
    let help = text(&entente(&["convert", "--help"]).stdout);
    for format in formats::FORMATS {
        assert!(help.contains(format.name) && help.contains(format.extensions[0]), "{help}");
    }
}

#[test]
fn a_dry_run_prints_the_plan_and_writes_nothing_but_the_report() {
    let (folder, _) = folder();
    let plain = folder.path().join("plain.txt");
    std::fs::write(&plain, "3 2\n0 1\n1 2 -2\n").expect("a file");
    let (out, report) = (folder.path().join("out.entente.json"), folder.path().join("r.json"));
    let args = ["convert", path(&plain), "--dry-run", "-o", path(&out), "--report", path(&report)];
    let result = entente(&args);
    assert_eq!(result.status.code(), Some(0), "{}", text(&result.stderr));
    let plan = text(&result.stdout);
    assert!(plan.contains("3 nodes, 2 edges") && plan.contains("kinds:"), "{plan}");
    assert!(!out.exists());
    let report = std::fs::read_to_string(&report).expect("a report");
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!((&report["nations"], &report["map"]["ties"]), (&3.into(), &2.into()));

    // Of a table: which rows are read, and what its columns are.
    let table = folder.path().join("pacts.csv");
    std::fs::write(&table, "from,to,type\nJapan,France,pact\nCongo,France,war\n").expect("a file");
    let plan = text(&entente(&["convert", path(&table), "--dry-run"]).stdout);
    for expected in ["ties, header in row 1, rows 2 to 3", "  from: source", "  type: kind"] {
        assert!(plan.contains(expected), "{plan}");
    }
    assert!(plan.contains("--meant 'Congo=COD'"), "{plan}");

    // What is known by its header is said, and what is left out too.
    let head = "version4id,ccode1,state_name1,ccode2,state_name2,year,defense";
    let rows: String = (1949..1953).map(|year| format!("1,2,USA,200,UK,{year},1\n")).collect();
    std::fs::write(&table, format!("{head}\n{rows}")).expect("a file");
    let plan = text(&entente(&["convert", path(&table), "--dry-run"]).stdout);
    for expected in ["recognised as Correlates of War dyads", "  ccode1: source", "id: ignored"] {
        assert!(plan.contains(expected), "{plan}");
    }
    assert!(plan.contains("2 nations, 1 tie"), "{plan}");
}

#[test]
fn a_conversion_reads_the_rows_that_are_wanted_and_writes_ties_or_nations() {
    let (folder, map) = folder();
    let file = |name: &str| folder.path().join(name);
    let table =
        "Ties of the year\n\nfrom,to,type\nJapan,Peru,pact\nChad,Mali,war\nFiji,Tonga,pact\n";
    std::fs::write(file("t.csv"), table).expect("a file");
    let (input, out) = (file("t.csv"), file("out.entente.json"));
    let convert = |options: &[&str]| {
        entente(&[&["convert", path(&input), "-o", path(&out)], options].concat())
    };
    let counts = || {
        let map = formats::open(&out).expect("a map").map;
        (map.nations().len(), map.ties().len())
    };
    let told = convert(&["--where", "type=pact"]);
    assert_eq!(told.status.code(), Some(0), "{}", text(&told.stderr));
    assert_eq!(counts(), (4, 2));
    assert!(convert(&["--where", "Type = war", "--where", "Type=pact"]).status.success());
    assert_eq!(counts(), (6, 3));
    assert!(convert(&["--header-row", "3"]).status.success());
    assert_eq!(counts(), (6, 3));
    for (options, expected) in [
        (["--where", "colour=red"], "“from”, “to”, “type”"),
        (["--where", "colour"], "expected COLUMN=VALUE"),
        (["--sheet", "Members"], "no sheet “Members”"),
        (["--header-row", "99"], "no row 99"),
    ] {
        let refused = convert(&options);
        let message = text(&refused.stderr);
        assert_eq!(refused.status.code(), Some(2), "{message}");
        assert!(message.contains(expected), "{message}");
    }
    let of_a_map = entente(&["convert", path(&map), "-o", path(&out), "--where", "type=pact"]);
    assert!(text(&of_a_map.stderr).contains("for tables"), "{}", text(&of_a_map.stderr));

    for (name, header) in
        [("ties.csv", "source,target"), ("x.nations.csv", "name"), ("ties.tsv", "source\ttarget")]
    {
        let out = file(name);
        assert!(entente(&["convert", path(&map), "-o", path(&out)]).status.success());
        let written = std::fs::read_to_string(&out).expect("a file");
        let first = written.trim_start_matches('\u{feff}').lines().next().unwrap_or("");
        assert!(first.to_lowercase().contains(header), "{name}: {first}");
    }
}

#[test]
fn columns_are_found_by_name_wherever_the_header_was_taken_to_be() {
    let (folder, _) = folder();
    let table = folder.path().join("told.csv");
    std::fs::write(&table, "Note,of,the office\nA1,K1,B1\nJapan,x,Peru\nPeru,x,Chad\n")
        .expect("a file");
    let map = ["--map", "source=A1,target=b1,kind=K1", "--dry-run"];
    let result = entente(&[["convert", path(&table)].as_slice(), &map].concat());
    let plan = text(&result.stdout);
    assert!(plan.contains("3 nations, 2 ties") && plan.contains("header in row 2"), "{plan}");
}
