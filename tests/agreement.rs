//! Other programs show our figures as we draw them: Chromium, Inkscape and librsvg the SVG, poppler the PDF.

#![allow(clippy::print_stderr, reason = "a comparison says what it found")]

mod skipped;

use std::path::{Path, PathBuf};
use std::process::Command;

use entente::formats::{self, samples::SAMPLES};
use entente::scene::figure::{FigureOptions, Page, View};
use entente::tasks::{FigureFormat, FigureRequest, render};
use resvg::tiny_skia::Pixmap;
use skipped::skipped;

/// How far two pictures of a page may be from each other: mean difference of all channels, of 255.
/// Lines and letters that are smoothed in another way cost about 1.1; a label elsewhere is more.
const MOST_DIFFERENT: f64 = 1.6;
/// The same for the PDF of a matrix: poppler draws the thin lines between its cells a whole pixel wide.
const MOST_DIFFERENT_GRID: f64 = 2.8;
const WIDTH: f32 = 1200.0;
const HEIGHT: f32 = 820.0;

/// The first of these programs that is installed.
fn program(names: &[&'static str]) -> Option<&'static str> {
    let installed = |name: &&&str| Command::new(name).arg("--version").output().is_ok();
    names.iter().find(installed).copied()
}

/// Nations with flags whose names are in nine scripts, some beside Latin letters.
const NINE_SCRIPTS: [(&str, &str); 12] = [
    ("NZL", "New Zealand"),
    ("GRC", "Ελληνική Δημοκρατία"),
    ("RUS", "Российская Федерация"),
    ("SAU", "المملكة العربية السعودية"),
    ("EGY", "مصر (Egypt), 1922"),
    ("ISR", "מדינת ישראל"),
    ("IND", "भारत गणराज्य"),
    ("THA", "ราชอาณาจักรไทย"),
    ("JPN", "日本とニュージーランド"),
    ("CHN", "中华人民共和国 (China)"),
    ("KOR", "대한민국"),
    ("USA", "United States"),
];

/// A map with a nation for each of these names, tied to one another in a ring.
fn nine_scripts() -> String {
    let nation = |(index, (code, name)): (usize, &(&str, &str))| {
        let angle = index as f64 / NINE_SCRIPTS.len() as f64 * std::f64::consts::TAU;
        let (x, y) = (300.0 * angle.cos(), 220.0 * angle.sin());
        format!(
            r#"{{ "id": "{code}", "name": "{name}", "code": "{code}", "position": [{x}, {y}] }}"#
        )
    };
    let nations: Vec<String> = NINE_SCRIPTS.iter().enumerate().map(nation).collect();
    let pairs = NINE_SCRIPTS.windows(2);
    let tie = |pair: &[(&str, &str)]| {
        let ((from, _), (to, label)) = (pair[0], pair[1]);
        format!(r#"{{ "from": "{from}", "to": "{to}", "kind": "pact", "label": "{label}" }}"#)
    };
    let ties: Vec<String> = pairs.map(tie).collect();
    format!(
        r#"{{ "format": "entente-map", "version": "1.1", "title": "Nine scripts: ישראל and مصر",
             "nations": [{}], "ties": [{}] }}"#,
        nations.join(","),
        ties.join(",")
    )
}

/// All samples in all views, by their index, with a name.
fn samples_and_views() -> impl Iterator<Item = (usize, View, String)> {
    let named = |sample: usize, view: View| {
        (sample, view, format!("{} ({})", SAMPLES[sample].name, view.name()))
    };
    (0..SAMPLES.len()).flat_map(move |sample| View::ALL.map(|view| named(sample, view)))
}

fn figure(folder: &Path, (sample, view): (usize, View), format: FigureFormat) -> PathBuf {
    let name = format!("{sample}-{}", view.name());
    figure_of(SAMPLES[sample].json, view, folder, &name, format)
}

fn figure_of(json: &str, view: View, folder: &Path, name: &str, format: FigureFormat) -> PathBuf {
    let map = formats::read(json.as_bytes()).expect("a map").map;
    let page = Page::Size(WIDTH, HEIGHT);
    let options = FigureOptions { page, view, ..FigureOptions::default() };
    let bytes = render(&map, &FigureRequest { format, scale: 1.0, options }).expect("a figure");
    let path = folder.join(format!("{name}.{}", format.extension()));
    std::fs::write(&path, bytes).expect("a file");
    path
}

/// The mean difference of all channels of all pixels, 0 to 255.
fn difference(ours: &Path, theirs: &Path) -> f64 {
    let read = |path: &Path| {
        let bytes = std::fs::read(path).expect("a file");
        Pixmap::decode_png(&bytes).expect("a PNG")
    };
    let (ours, theirs) = (read(ours), read(theirs));
    let size = |picture: &Pixmap| (picture.width(), picture.height());
    assert_eq!(size(&ours), size(&theirs));
    let pairs = ours.data().iter().zip(theirs.data());
    let sum: u64 = pairs.map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    sum as f64 / (ours.data().len() as f64 * 0.75)
}

fn must_agree(what: &str, name: &str, ours: &Path, theirs: &Path) {
    let found = difference(ours, theirs);
    eprintln!("{what} of {name}: {found:.2}");
    let is_grid = what == "PDF" && name.ends_with("(matrix)");
    assert!(
        found <= if is_grid { MOST_DIFFERENT_GRID } else { MOST_DIFFERENT },
        "{what} of {name}: {found}"
    );
}

#[test]
fn poppler_shows_the_pdf_as_the_png_is_and_finds_its_text() {
    let Some(pdftoppm) = program(&["pdftoppm"]) else {
        skipped("pdftoppm isn't installed; Debian's poppler-utils has it");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    for (sample, view, name) in samples_and_views() {
        let png = figure(folder.path(), (sample, view), FigureFormat::Png);
        let pdf = figure(folder.path(), (sample, view), FigureFormat::Pdf);
        let shown = folder.path().join(format!("{sample}-{}-poppler", view.name()));
        let done = Command::new(pdftoppm)
            .args(["-r", "96", "-png", "-singlefile"])
            .args([&pdf, &shown])
            .status();
        assert!(done.is_ok_and(|status| status.success()));
        must_agree("PDF", &name, &png, &shown.with_extension("png"));
        let text = Command::new("pdftotext").arg("-raw").arg(&pdf).arg("-").output();
        let text = text.expect("poppler's other program").stdout;
        let text = String::from_utf8_lossy(&text);
        let words: Vec<&str> = text.split_whitespace().collect();
        assert!(words.join(" ").contains(SAMPLES[sample].title), "{text}");
    }
}

#[test]
fn chromium_shows_the_svg_as_the_png_is() {
    let Some(chromium) = program(&["chromium", "chromium-browser", "google-chrome"]) else {
        skipped("Chromium isn't installed; Debian's package is called chromium");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    for (sample, view, name) in samples_and_views() {
        let png = figure(folder.path(), (sample, view), FigureFormat::Png);
        let svg = figure(folder.path(), (sample, view), FigureFormat::Svg);
        let shown = folder.path().join(format!("{sample}-{}-chromium.png", view.name()));
        let done = Command::new(chromium)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"])
            .args(["--force-device-scale-factor=1", "--force-color-profile=srgb"])
            .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
            .arg(format!("--window-size={WIDTH},{HEIGHT}"))
            .arg(format!("--screenshot={}", shown.display()))
            .arg(format!("file://{}", svg.display()))
            .output();
        if !done.is_ok_and(|done| done.status.success() && shown.exists()) {
            skipped("Chromium is installed and can't draw here");
            return;
        }
        must_agree("SVG", &name, &png, &shown);
    }
}

/// How a program draws an SVG as a PNG.
type Draw = fn(&mut Command, &Path, &Path);

#[test]
fn inkscape_and_librsvg_show_the_svg_as_the_png_is() {
    let programs: [(&[&'static str], &str, Draw); 2] = [
        (&["inkscape"], "inkscape", |command, svg, png| {
            command.args(["--export-type=png", "--export-dpi=96"]).arg(svg);
            command.arg(format!("--export-filename={}", png.display()));
        }),
        (&["rsvg-convert"], "librsvg2-bin", |command, svg, png| {
            command.arg(svg).arg("-o").arg(png);
        }),
    ];
    let folder = tempfile::tempdir().expect("a folder");
    let scripts = nine_scripts();
    let named = samples_and_views().map(|(sample, view, name)| (name, view, SAMPLES[sample].json));
    let scripts =
        View::ALL.map(|view| (format!("nine scripts ({})", view.name()), view, scripts.as_str()));
    for (name, view, json) in named.chain(scripts) {
        let [png, svg] = [FigureFormat::Png, FigureFormat::Svg]
            .map(|format| figure_of(json, view, folder.path(), &name, format));
        for (names, package, draw) in programs {
            let Some(program) = program(names) else {
                skipped(&format!("{} isn't installed; Debian's {package} has it", names[0]));
                continue;
            };
            let shown = folder.path().join(format!("{name}-{program}.png"));
            let mut command = Command::new(program);
            // Nothing is read from or written to a person's own folders.
            command.env("HOME", folder.path()).env("XDG_CONFIG_HOME", folder.path());
            draw(&mut command, &svg, &shown);
            let done = command.output();
            assert!(done.is_ok_and(|done| done.status.success()), "{program} draws {name}");
            must_agree(program, &name, &png, &shown);
        }
    }
}
