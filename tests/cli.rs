//! The command line as another program sees it: exit codes, output, files.

#[path = "cli/choices.rs"]
mod choices;
#[path = "cli/condense.rs"]
mod condense;
#[path = "cli/convert.rs"]
mod convert;
#[path = "cli/recipes.rs"]
mod recipes;
#[path = "cli/tie_views.rs"]
mod tie_views;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use entente::formats::{self, samples::SAMPLES};

fn entente(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_entente"))
        .args(args)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// A folder with the first sample in it.
fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let map = folder.path().join("map.entente.json");
    std::fs::write(&map, SAMPLES[0].json).expect("a file");
    (folder, map)
}

fn path(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

#[test]
fn help_shows_examples_and_the_version_is_the_package_s() {
    let help = entente(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(text(&help.stdout).contains("entente render pacts.entente.json -o pacts.pdf"));
    let version = text(&entente(&["--version"]).stdout);
    assert_eq!(version.trim(), format!("entente {}", env!("CARGO_PKG_VERSION")));
}

#[test]
fn samples_are_listed_and_printed() {
    let list = text(&entente(&["samples"]).stdout);
    for sample in SAMPLES {
        assert!(list.contains(sample.name) && list.contains(sample.title));
        assert_eq!(text(&entente(&["samples", sample.name]).stdout), sample.json);
    }
    let unknown = entente(&["samples", "atlantis"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown.stderr).contains(SAMPLES[0].name), "it says which there are");
}

#[test]
fn check_counts_and_lists() {
    let (folder, map) = folder();
    let words = entente(&["check", path(&map)]);
    assert_eq!(words.status.code(), Some(0));
    assert_eq!(text(&words.stdout), "15 nations, 22 ties, 0 problems\n");
    let report = entente(&["check", "--json", path(&map)]);
    let report: serde_json::Value = serde_json::from_slice(&report.stdout).expect("JSON");
    let kept = serde_json::json!({"nations": 15, "ties": 22});
    assert_eq!(
        report,
        serde_json::json!({
            "format": "Entente map", "encoding": "UTF-8", "nations": 15, "ties": 22, "map": kept,
            "joined_years": {"edges": 0, "ties": 0}, "problems": [], "questions": [],
            "direction": null,
        })
    );
    for sample in SAMPLES {
        std::fs::write(&map, sample.json).expect("a file");
        assert_eq!(entente(&["check", "--strict", path(&map)]).status.code(), Some(0));
    }

    let odd = folder.path().join("odd.json");
    let json = SAMPLES[0].json.replace("\"as_of\": \"2024-06-19\"", "\"as_of\": \"2024-13\"");
    assert_ne!(json, SAMPLES[0].json, "the sample has a date to break");
    std::fs::write(&odd, json).expect("a file");
    assert_eq!(entente(&["check", path(&odd)]).status.code(), Some(0));
    let strict = entente(&["check", "--strict", "--json", path(&odd)]);
    assert_eq!(strict.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&strict.stdout).expect("JSON");
    assert_eq!(report["problems"].as_array().map(Vec::len), Some(1));
    assert!(report["problems"][0]["line"].as_u64().is_some_and(|line| line > 1));
}

#[test]
fn what_cannot_be_read_says_why_and_exits_with_2() {
    let (folder, _) = folder();
    let broken = folder.path().join("broken.json");
    std::fs::write(&broken, "{\"format\": \"entente-map\",\n  \"version\": }").expect("a file");
    let result = entente(&["check", path(&broken)]);
    assert_eq!(result.status.code(), Some(2));
    let message = text(&result.stderr);
    assert!(message.contains("broken.json") && message.contains("line 2"), "{message}");
    let result = entente(&["check", "--json", path(&broken)]);
    assert_eq!((result.status.code(), text(&result.stderr)), (Some(2), String::new()));
    let report: serde_json::Value = serde_json::from_slice(&result.stdout).expect("JSON");
    assert_eq!((&report["nations"], &report["ties"]), (&0.into(), &0.into()));
    let problem = &report["problems"][0];
    assert_eq!((&problem["severity"], &problem["line"]), (&"failure".into(), &2.into()));
    assert_eq!(problem["message"].as_str(), Some(message.trim_end()));
    assert_eq!(entente(&["check", "no-such-file.json"]).status.code(), Some(2));
}

/// A workbook in Excel's binary format whose only sheet lies nowhere.
fn workbook_without_its_sheet() -> Vec<u8> {
    let name: Vec<u8> = "rId9".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let sheet = [&[0; 8][..], &4_u32.to_le_bytes(), &name, &[0; 4]].concat();
    let mut record = vec![0x9C, 0x01, sheet.len() as u8];
    record.extend(sheet);
    let relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (part, bytes) in [
        ("xl/workbook.bin", record.as_slice()),
        ("xl/_rels/workbook.bin.rels", relations.as_bytes()),
    ] {
        zip.start_file(part, zip::write::SimpleFileOptions::default()).expect("a part");
        std::io::Write::write_all(&mut zip, bytes).expect("bytes");
    }
    zip.finish().expect("a file").into_inner()
}

#[test]
fn a_damaged_workbook_is_refused_and_is_no_fault_of_the_program() {
    let (folder, _) = folder();
    let file = folder.path().join("sheets.xlsb");
    std::fs::write(&file, workbook_without_its_sheet()).expect("a file");
    let run = entente(&["check", path(&file)]);
    assert_eq!(run.status.code(), Some(2));
    let said = text(&run.stderr) + &text(&run.stdout);
    assert!(said.contains("can't be read as one"), "{said}");
    assert!(!said.contains("panicked") && !said.contains("backtrace"), "{said}");
}

#[test]
fn figures_come_in_three_formats_the_same_each_time() {
    let (folder, map) = folder();
    for (ending, magic) in [("svg", &b"<svg"[..]), ("png", b"\x89PNG"), ("pdf", b"%PDF")] {
        let draw = |name: &str| {
            let out = folder.path().join(format!("{name}.{ending}"));
            let args =
                ["render", path(&map), "-o", path(&out), "--width", "600", "--height", "410"];
            let result = entente(&args);
            assert_eq!(result.status.code(), Some(0), "{}", text(&result.stderr));
            std::fs::read(out).expect("a figure")
        };
        let bytes = draw("one");
        assert!(bytes.windows(magic.len()).take(200).any(|w| w == magic), "{ending}");
        assert!(bytes == draw("two"), "{ending} differs");
        if ending == "png" {
            let side = |at: usize| {
                u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
            };
            assert_eq!((side(16), side(20)), (1200, 820), "scale 2 is the default");
        }
    }
    let result = entente(&["render", path(&map), "-o", "-"]);
    assert_eq!(result.status.code(), Some(2));
    assert!(text(&result.stderr).contains("--format"), "{}", text(&result.stderr));
    let result = entente(&["render", path(&map), "-o", "figure.gif"]);
    assert_eq!(result.status.code(), Some(2));
    assert!(text(&result.stderr).contains(".svg, .png or .pdf"));
    let out = folder.path().join("huge.png");
    let result = entente(&["render", path(&map), "-o", path(&out), "--width", "99999"]);
    assert_eq!(result.status.code(), Some(2));
    let message = "Can't draw the figure: the width of a figure is 200 to 10000, not 99999.\n";
    assert_eq!(text(&result.stderr), message);
    assert!(!out.exists());
}

#[test]
fn a_figure_is_on_the_page_that_is_asked_for() {
    let (_folder, map) = folder();
    let svg = |options: &[&str]| {
        let args = [&["render", path(&map), "-o", "-", "--format", "svg"], options].concat();
        let result = entente(&args);
        assert_eq!(result.status.code(), Some(0), "{options:?}: {}", text(&result.stderr));
        text(&result.stdout)
    };
    for (options, size) in [
        (&[][..], r#"width="1200" height="820""#),
        (&["--page", "a3"], r#"width="1587.4" height="1122.52""#),
        (&["--page", "A4-portrait"], r#"width="793.7" height="1122.52""#),
        (&["--page", "a4", "--portrait"], r#"width="793.7" height="1122.52""#),
        (&["--page", "letter", "--landscape"], r#"width="1056" height="816""#),
        (&["--page", "16:9"], r#"width="1600" height="900""#),
        (&["--page", "6x5in"], r#"width="576" height="480""#),
        (&["--width", "254mm", "--height", "500"], r#"width="960" height="500""#),
        (&["--height", "500"], r#"width="1200" height="500""#),
    ] {
        assert!(svg(options).contains(size), "{options:?}");
    }
    let whole = svg(&["--page", "fit", "--numbers"]);
    assert!(whole.contains('¹') && whole.contains(r#"class="page""#));
    let bare = ["--no-title", "--no-legend", "--no-sources", "--no-generator", "--transparent"];
    let bare = svg(&bare);
    for class in ["title", "legend", "sources", "generator", "page"] {
        assert!(whole.contains(&format!(r#"class="{class}""#)), "{class}");
        assert!(!bare.contains(&format!(r#"class="{class}""#)), "{class}");
    }
    assert_eq!(svg(&["--margin", "12mm"]), svg(&["--margin", "1.2cm"]));
    assert_ne!(svg(&["--margin", "12mm"]), svg(&[]));
    for (options, why) in [
        (&["--page", "a9"][..], "expected fit, figure, a3"),
        (&["--portrait", "--landscape"], "cannot be used with"),
        (&["--margin", "wide"], "expected a length like 12mm"),
        (&["--page", "1x1"], "200 to 10000"),
        (&["--dpi", "1000"], "48 to 768"),
        (&["--scale", "9"], "0.5 to 8"),
    ] {
        let args = [&["render", path(&map), "-o", "-", "--format", "png"], options].concat();
        let result = entente(&args);
        assert_eq!(result.status.code(), Some(2), "{options:?}");
        assert!(text(&result.stderr).contains(why), "{}", text(&result.stderr));
    }
}

#[test]
fn a_layout_is_the_same_each_time_and_keeps_pins() {
    let (folder, map) = folder();
    let pinned =
        SAMPLES[0].json.replacen("\"position\"", "\"pinned\": true,\n      \"position\"", 1);
    std::fs::write(&map, pinned).expect("a file");
    let lay_out = |name: &str, seed: &str| {
        let out = folder.path().join(name);
        let args = ["layout", path(&map), "-o", path(&out), "--seed", seed, "--timings"];
        let result = entente(&args);
        assert_eq!(result.status.code(), Some(0), "{}", text(&result.stderr));
        assert!(text(&result.stdout).starts_with("LAYOUT "));
        std::fs::read(out).expect("a map")
    };
    let one = lay_out("one.json", "7");
    assert_eq!(one, lay_out("two.json", "7"));
    assert_ne!(one, lay_out("three.json", "8"));
    let before = formats::open(&map).expect("the sample").map;
    let after = formats::read(&one).expect("the layout").map;
    for (id, nation) in before.nations().iter() {
        let other = after.nations().get(id).expect("the same nations");
        assert_eq!(nation.pinned, other.pinned);
        assert!(other.position.is_some());
        assert!(!nation.pinned || nation.position == other.position);
    }
    assert_eq!(before.nations().iter().filter(|(_, n)| n.pinned).count(), 1);
}

#[test]
fn every_method_lays_every_nation_out_elsewhere() {
    let (folder, map) = folder();
    let mut all = Vec::new();
    for method in ["force", "circular", "concentric", "layered", "grid", "blocs"] {
        let out = folder.path().join(method);
        let args = ["layout", path(&map), "-o", path(&out), "--method", method];
        assert_eq!(entente(&args).status.code(), Some(0), "{method}");
        let bytes = std::fs::read(&out).expect("a map");
        let laid_out = formats::read(&bytes).expect("the layout").map;
        assert!(laid_out.nations().iter().all(|(_, nation)| nation.position.is_some()));
        assert!(!all.contains(&bytes), "{method}");
        all.push(bytes);
    }
    let refused = entente(&["layout", path(&map), "-o", path(&map), "--apart", "1.5"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("expected a number from 0 to 1"));
}

#[test]
fn a_plain_network_comes_out_as_numbered_places() {
    let folder = tempfile::tempdir().expect("a folder");
    let ties = folder.path().join("ring.txt");
    std::fs::write(&ties, "4 4\n0 1\n1 2\n2 3 2.5\n3 0 -1\n").expect("a file");
    for method in ["force", "circular", "concentric", "layered", "grid", "blocs"] {
        for readability in ["on", "off"] {
            let out = folder.path().join("places.txt");
            let result = entente(&[
                "layout",
                path(&ties),
                "-o",
                path(&out),
                "--method",
                method,
                "--readability",
                readability,
            ]);
            assert_eq!(result.status.code(), Some(0), "{}", text(&result.stderr));
            assert_eq!(text(&result.stdout), "");
            let places = std::fs::read_to_string(&out).expect("places");
            let mut seen = Vec::new();
            for (number, line) in places.lines().enumerate() {
                let words: Vec<&str> = line.split(' ').collect();
                let [id, x, y] = words[..] else { panic!("{line:?} isn't three words") };
                assert_eq!(id.parse(), Ok(number));
                let place = [x, y].map(|word| word.parse::<f32>().expect("a number"));
                assert!(place.iter().all(|c| c.is_finite()) && !seen.contains(&place), "{places}");
                seen.push(place);
            }
            assert_eq!(seen.len(), 4, "{method}");
        }
    }
}

#[test]
fn a_bad_line_of_a_plain_network_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let (ties, out) = (folder.path().join("ties.txt"), folder.path().join("places.txt"));
    for (line, network) in [(3, "3 2\n0 1\n1 3\n"), (2, "3 1\n0 x\n"), (1, "3 2\n0 1\n")] {
        std::fs::write(&ties, network).expect("a file");
        let result = entente(&["layout", path(&ties), "-o", path(&out)]);
        assert_eq!(result.status.code(), Some(2));
        let message = text(&result.stderr);
        assert!(
            message.contains("ties.txt") && message.contains(&format!("ine {line}")),
            "{message}"
        );
        assert!(!out.exists());
    }
}

#[test]
fn a_report_says_how_good_a_layout_is() {
    let (folder, map) = folder();
    let star = folder.path().join("star.txt");
    std::fs::write(&star, "4 3\n0 1\n0 2\n0 3\n").expect("a file");
    let out = folder.path().join("out");
    for input in [&map, &star] {
        let result = entente(&["layout", path(input), "-o", path(&out), "--timings", "--report"]);
        assert_eq!(result.status.code(), Some(0), "{}", text(&result.stderr));
        let stdout = text(&result.stdout);
        let (names, numbers): (Vec<&str>, Vec<&str>) =
            stdout.lines().skip(1).filter_map(|line| line.rsplit_once(' ')).unzip();
        assert!(stdout.starts_with("LAYOUT "), "{stdout}");
        let expected = ["stress", "neighbourhood", "crossings", "overlaps", "ties through boxes"];
        assert_eq!(names, expected);
        assert!(
            numbers[..2].iter().all(|share| {
                share.parse().is_ok_and(|share: f64| (0.0..=1.0).contains(&share))
            })
        );
        assert_eq!(numbers[3], "0", "boxes are kept apart");
        if input == &star {
            assert_eq!(numbers[1..], ["1.0000", "0", "0", "0"], "a star has one good drawing");
        }
    }
}

#[test]
fn completions_are_made_for_a_shell() {
    let result = entente(&["completions", "bash"]);
    assert_eq!(result.status.code(), Some(0));
    assert!(text(&result.stdout).contains("_entente()"));
}

#[cfg(all(feature = "gui", target_os = "linux"))]
#[test]
fn without_a_display_it_says_so_and_names_render() {
    let result = entente(&[]);
    assert_eq!(result.status.code(), Some(2));
    let message = text(&result.stderr);
    assert!(message.contains("entente render") && !message.contains("panicked"), "{message}");
}

#[test]
fn letters_that_no_font_has_are_named_and_drawn_as_boxes() {
    let (folder, map) = folder();
    // The last private code of all: no font means anything by it.
    let odd = SAMPLES[0].json.replace("\"New Zealand\"", "\"New \u{10FFFD} Zealand\"");
    assert_ne!(odd, SAMPLES[0].json);
    std::fs::write(&map, odd).expect("a file");
    let figure = folder.path().join("map.png");
    let drawn = entente(&["render", path(&map), "-o", path(&figure)]);
    assert_eq!(drawn.status.code(), Some(0));
    let told = text(&drawn.stderr);
    assert!(told.contains("in “New \u{10FFFD} Zealand”"), "{told}");
    assert!(std::fs::read(&figure).is_ok_and(|bytes| bytes.starts_with(b"\x89PNG")));
}

/// The system has other fonts or none: what the embedded font draws stays the same.
#[cfg(target_os = "linux")]
#[test]
fn a_map_in_latin_letters_is_the_same_whatever_fonts_there_are() {
    let (folder, map) = folder();
    let bare = folder.path().join("fonts.conf");
    std::fs::write(&bare, "<fontconfig><dir>/nowhere</dir></fontconfig>").expect("a file");
    let render = |name: &str, config: Option<&Path>| {
        let figure = folder.path().join(name);
        let mut command = Command::new(env!("CARGO_BIN_EXE_entente"));
        command.args(["render", path(&map), "-o", path(&figure)]);
        if let Some(config) = config {
            command.env("FONTCONFIG_FILE", config);
        }
        assert!(command.output().expect("the program runs").status.success());
        std::fs::read(figure).expect("a figure")
    };
    for format in ["svg", "png", "pdf"] {
        let with = render(&format!("with.{format}"), None);
        let without = render(&format!("without.{format}"), Some(&bare));
        assert!(with == without, "{format}");
    }
}

#[test]
fn names_says_which_nation_each_text_means() {
    let told = entente(&["names", "Korea, Rep.", "732", "대한민국", "Congo", "Germny"]);
    assert_eq!(told.status.code(), Some(0));
    let expected = "Korea, Rep.\tKOR\tSouth Korea\tname
732\tESH | KOR\tWestern Sahara | South Korea\tambiguous: ISO numeric | COW number
대한민국\tKOR\tSouth Korea\tname (ko)
Congo\tCOG | COD\tCongo | Democratic Republic of the Congo\tambiguous: name | name
Germny\t-\t-\tunknown, perhaps DEU Germany
";
    assert_eq!(text(&told.stdout), expected);
    let then = entente(&["names", "--year", "1962", "Russia"]);
    assert_eq!(text(&then.stdout), "Russia\tSUHH\tSoviet Union\tname\n");
}

#[test]
fn names_guesses_the_scheme_of_a_column() {
    let column = entente(&["names", "--guess", "USA", "UKG", "FRN", "GMY", "???"]);
    assert_eq!(column.status.code(), Some(0));
    assert_eq!(text(&column.stdout), "COW abbreviations\t80 %\nline 5\t???\tdoesn’t fit\n");
    let none = entente(&["names", "--guess", "red", "green"]);
    assert_eq!((none.status.code(), none.stdout.len()), (Some(2), 0));
}

#[test]
fn check_reads_standard_input() {
    use std::io::Write;
    use std::process::Stdio;

    let mut program = Command::new(env!("CARGO_BIN_EXE_entente"))
        .args(["check", "--json", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let table = b"source,target\nPoland,Siam\nPoland,Chad\n";
    program.stdin.take().expect("a pipe").write_all(table).expect("written");
    let output = program.wait_with_output().expect("its end");
    assert!(output.status.success(), "{output:?}");
    let told = text(&output.stdout);
    assert!(told.contains("\"nations\": 3") && told.contains("\"ties\": 2"), "{told}");
}

#[test]
fn names_reads_lines() {
    use std::io::Write;
    use std::process::Stdio;

    let mut program = Command::new(env!("CARGO_BIN_EXE_entente"))
        .args(["names", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let lines = b"\xEF\xBB\xBFPoland\r\n\nSiam\n\xFF\n";
    program.stdin.take().expect("a pipe").write_all(lines).expect("written");
    let told = text(&program.wait_with_output().expect("its end").stdout);
    let codes: Vec<_> = told.lines().map(|line| line.split('\t').nth(1)).collect();
    assert_eq!(codes, [Some("POL"), Some("-"), Some("THA"), Some("-")]);
}
