//! What the options of `entente convert` choose, and what is said where they can't.

use super::*;

/// Converts a file of this text with options; the folder holds it.
fn convert(folder: &Path, name: &str, bytes: &[u8], options: &[&str]) -> Output {
    let file = folder.join(name);
    std::fs::write(&file, bytes).expect("a file");
    entente(&[&["convert", path(&file)], options].concat())
}

#[test]
fn nothing_is_written_under_an_ending_that_says_another_format() {
    let (folder, map) = folder();
    for (ending, instead) in [
        ("ods", ".xlsx"),
        ("xls", ".xlsx"),
        ("XLSB", ".xlsx"),
        ("xlsm", ".xlsx"),
        ("paj", ".net"),
        ("jsonl", ".json"),
    ] {
        let out = folder.path().join(format!("out.{ending}"));
        let named = ["convert", path(&map), "-o", path(&out)];
        let asked = ["convert", path(&map), "-o", "-", "--to", ending];
        for args in [&named[..], &asked] {
            let result = entente(args);
            let message = text(&result.stderr);
            assert_eq!(result.status.code(), Some(2), "{ending}: {message}");
            assert!(message.contains("only read") && message.contains(instead), "{message}");
        }
        assert!(!out.exists(), "{ending}");
    }
    for format in formats::FORMATS {
        for ending in format.written_extensions() {
            let out = folder.path().join(format!("written.{ending}"));
            let result = entente(&["convert", path(&map), "-o", path(&out)]);
            assert_eq!(result.status.code(), Some(0), "{ending}: {}", text(&result.stderr));
        }
    }
}

#[test]
fn a_bad_value_says_what_is_expected_and_what_was_found() {
    let (folder, _) = folder();
    for (option, value, expected) in [
        ("--year", "abc", "a year such as 1990"),
        ("--year", "99999", "from -9999 to 9999"),
        ("--header-row", "first", "the number of a row"),
        ("--encoding", "klingon", "windows-1252"),
        ("--delimiter", "ab", "semicolon"),
        ("--dates", "american", "month-day"),
        ("--duplicates", "merge", "keep"),
    ] {
        let options = ["-o", "-", "--to", "csv", option, value];
        let result = convert(folder.path(), "t.csv", b"from,to\na,b\n", &options);
        let message = text(&result.stderr);
        assert_eq!(result.status.code(), Some(2), "{message}");
        assert!(message.contains(expected) && message.contains(value), "{option}: {message}");
        assert!(!message.contains("digit"), "{message}");
    }
}

#[test]
fn without_an_output_it_says_what_would_be_written() {
    let (folder, _) = folder();
    let result = convert(folder.path(), "pacts.csv", b"from,to\nJapan,Peru\nPeru,Chad\n", &[]);
    let message = text(&result.stderr);
    assert_eq!(result.status.code(), Some(2));
    for expected in ["3 nations, 2 ties", "-o pacts.entente.json", "--dry-run"] {
        assert!(message.contains(expected), "{message}");
    }
}

#[test]
fn the_bytes_are_read_as_the_options_say() {
    let (folder, _) = folder();
    let names = |bytes: &[u8], options: &[&str]| {
        let out = folder.path().join("out.entente.json");
        let options = [&["-o", path(&out)], options].concat();
        let result = convert(folder.path(), "t.csv", bytes, &options);
        assert_eq!(result.status.code(), Some(0), "{}", text(&result.stderr));
        let map = formats::open(&out).expect("a map").map;
        let names = map.nations().iter().map(|(_, nation)| nation.name.clone());
        (names.collect::<Vec<_>>(), map)
    };
    let plain = ["--no-recognise"];
    let bytes = b"from,to\n\xA3\xF3d\x9F,Pozna\xF1\n";
    let (read, _) = names(bytes, &[&plain[..], &["--encoding", "cp1250"]].concat());
    assert_eq!(read, ["Łódź", "Poznań"]);
    let bytes = b"from^to^note\na, b^c;d^e\nf^g^h\n";
    let (read, map) = names(bytes, &[&plain[..], &["--delimiter", "^"]].concat());
    assert_eq!((read.len(), map.ties().len()), (4, 2));
    assert!(read.contains(&"a, b".to_owned()), "{read:?}");
    let bytes = b"from,to,since\nJapan,Peru,03/04/1960\n";
    for (order, expected) in [("day-month", "1960-04-03"), ("month-day", "1960-03-04")] {
        let (_, map) = names(bytes, &["--dates", order]);
        let since = map.ties().iter().find_map(|(_, tie)| tie.since);
        assert_eq!(since.map(|date| date.to_string()).as_deref(), Some(expected));
    }
    // Where it can't be, it is said.
    let sheet = folder.path().join("t.xlsx");
    let made = convert(folder.path(), "t.csv", b"from,to\na,b\n", &["-o", path(&sheet)]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    for options in [["--encoding", "UTF-8"], ["--delimiter", "tab"]] {
        let args = [&["convert", path(&sheet), "-o", "-", "--to", "csv"], &options[..]].concat();
        let result = entente(&args);
        assert_eq!(result.status.code(), Some(2));
        assert!(text(&result.stderr).contains(options[0]), "{}", text(&result.stderr));
    }
}

#[test]
fn names_that_stand_nowhere_are_said() {
    let (folder, map) = folder();
    let table = "from,to,type\nJapan,Peru,Alliance\nChad,Mali,war\n".as_bytes();
    let out = folder.path().join("out.entente.json");
    let told = |options: &[&str]| {
        let options = [&["-o", path(&out)], options].concat();
        let result = convert(folder.path(), "t.csv", table, &options);
        (result.status.code(), text(&result.stderr))
    };
    let (code, message) = told(&["--kind", "Aliance=friendly"]);
    assert_eq!(code, Some(0));
    assert!(message.contains("“Aliance”") && message.contains("“Alliance”?"), "{message}");
    let (code, message) = told(&["--kind", "trade=friendly", "--strict"]);
    assert_eq!(code, Some(1));
    assert!(message.contains("There are") && message.contains("“war”"), "{message}");
    let (_, message) = told(&["--meant", "Congo=COD"]);
    assert!(message.contains("--meant “Congo”"), "{message}");
    // In another case it is the same name.
    let (code, message) = told(&["--kind", "WAR=Dispute:hostile", "--strict"]);
    assert_eq!(code, Some(0), "{message}");
    let kinds = formats::open(&out).expect("a map").map;
    assert!(kinds.kinds().iter().any(|(_, kind)| kind.name == "Dispute"));
    // A map is read as it is.
    let result = entente(&["convert", path(&map), "-o", path(&out), "--year", "1990"]);
    assert!(text(&result.stderr).contains("--year: without effect"), "{}", text(&result.stderr));
}

#[test]
fn a_dry_run_shows_what_a_merge_would_change_and_what_differs() {
    let (folder, _) = folder();
    let base = folder.path().join("base.entente.json");
    let table = "from,to,kind,weight\nJapan,Peru,pact,1\nPeru,Chad,pact,1\n";
    let made = convert(folder.path(), "a.csv", table.as_bytes(), &["-o", path(&base)]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    let before = std::fs::read(&base).expect("a map");
    let more = "from,to,kind,label\nJapan,Peru,pact,of friendship\nMali,Chad,pact,\n";
    let options = ["--dry-run", "--merge-into", path(&base)];
    let result = convert(folder.path(), "b.csv", more.as_bytes(), &options);
    let plan = text(&result.stdout);
    assert_eq!(result.status.code(), Some(0), "{}", text(&result.stderr));
    for expected in [
        "nations: 1 new, 3 the same",
        "ties: 1 new, 0 the same, 1 different",
        "“of friendship” is filled in",
    ] {
        assert!(plan.contains(expected), "{plan}");
    }
    assert_eq!(std::fs::read(&base).expect("a map"), before);
}

#[test]
fn columns_are_those_of_the_table_that_has_them_all() {
    let (folder, _) = folder();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path
    };
    let nations =
        file("n.csv", "name,type,p,q\nJapan,island,1,2\nPeru,coast,1,2\nChad,inland,1,2\n");
    let ties = "p,q,type\nJapan,Peru,pact\nPeru,Chad,war\n".as_bytes();
    let out = folder.path().join("out.entente.json");
    let map = "source=p,target=q,kind=type";
    let options = ["--nodes", path(&nations), "--map", map, "-o", path(&out)];
    let result = convert(folder.path(), "t.csv", ties, &options);
    assert_eq!(result.status.code(), Some(0), "{}", text(&result.stderr));
    let map = formats::open(&out).expect("a map").map;
    assert_eq!((map.nations().len(), map.ties().len()), (3, 2));
    let japan = map.nations().iter().find(|(_, nation)| nation.name == "Japan").expect("Japan").1;
    assert_eq!((japan.tags.as_slice(), japan.attributes.len()), (&["island".to_owned()][..], 2));
}

#[test]
fn who_stops_reading_ends_it_quietly() {
    use std::process::Stdio;
    let (folder, _) = folder();
    let rows: String = (0..20_000).map(|row| format!("n{row},m{row}\n")).collect();
    let table = folder.path().join("t.csv");
    std::fs::write(&table, format!("from,to\n{rows}")).expect("a file");
    let mut child = Command::new(env!("CARGO_BIN_EXE_entente"))
        .args(["convert", path(&table), "-o", "-", "--to", "csv", "--no-recognise"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let result = child.wait_with_output().expect("it ends");
    let said = text(&result.stderr);
    assert_eq!(result.status.code(), Some(0), "{said}");
    assert!(!said.to_lowercase().contains("pipe"), "{said}");
}
