//! The colours as people see them who see fewer, and as a press without colours prints them.

use entente::formats::read;
use entente::formats::samples::{SAMPLES, Sample};
use entente::model::{Color, Direction, End, Kind, Map, Status};
use entente::scene::palette::contrast;
use entente::scene::{
    Decoration, Emblem, LegendLine, LegendRow, LegendSymbol, Options, Palette, Positions, Scene,
    Theme, build,
};

/// How colours come to an eye: what a colour in linear RGB becomes there.
///
/// Machado, Oliveira and Fernandes 2009, “A Physiologically-based Model for Simulation of Color Vision
/// Deficiency”, the matrices of severity 1.0.
const EYES: [(&str, [[f32; 3]; 3]); 4] = [
    ("usual vision", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// The least distance of two colours in Oklab (Ottosson 2020) at which lines are told apart by them:
/// four times what is just noticed on areas side by side, since lines are thin and stand apart.
const APART: f32 = 0.08;
/// The least ratio of two widths at which lines are told apart by them.
const WIDER: f32 = 1.4;
/// The least contrast at which a faded line is still seen.
const SEEN: f32 = 1.6;
/// The same in print.
const PRINTED: f32 = 2.4;

type Rgb = [f32; 3];

fn linear(color: Color) -> Rgb {
    [color.r, color.g, color.b].map(|channel| {
        let c = f32::from(channel) / 255.0;
        if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    })
}

fn times(matrix: &[[f32; 3]; 3], vector: Rgb) -> Rgb {
    matrix.map(|row| row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2])
}

fn oklab(color: Rgb) -> Rgb {
    let cones = [
        [0.412_221_47, 0.536_332_54, 0.051_445_99],
        [0.211_903_5, 0.680_699_5, 0.107_396_96],
        [0.088_302_46, 0.281_718_84, 0.629_978_7],
    ];
    let lab = [
        [0.210_454_26, 0.793_617_8, -0.004_072_05],
        [1.977_998_5, -2.428_592_2, 0.450_593_7],
        [0.025_904_04, 0.782_771_77, -0.808_675_77],
    ];
    let seen = color.map(|channel| channel.clamp(0.0, 1.0));
    times(&lab, times(&cones, seen).map(f32::cbrt))
}

/// How far two colours are apart for an eye.
fn distance(eye: &[[f32; 3]; 3], a: Color, b: Color) -> f32 {
    let [a, b] = [a, b].map(|color| oklab(times(eye, linear(color))));
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f32>().sqrt()
}

/// Whether two lines differ in more than their colour: by dashes, crosses, a second line, a stroke
/// through them, an arrow, or a width that is clearly another.
fn differ_by_line(a: &LegendLine, b: &LegendLine) -> bool {
    let crossed = |row: &LegendLine| row.pattern.decoration == Decoration::Crossed;
    // The dashes of a status are made for the width of the line; as a share they are alike.
    let rhythm = |row: &LegendLine| {
        let whole: f32 = row.pattern.dashes.iter().sum();
        (row.pattern.dashes.len(), (whole * 4.0).round() as i32)
    };
    rhythm(a) != rhythm(b)
        || crossed(a) != crossed(b)
        || a.pattern.decoration != b.pattern.decoration
        || (a.struck, a.arrow) != (b.struck, b.arrow)
        || a.width.max(b.width) / a.width.min(b.width) >= WIDER
}

fn samples() -> Vec<(&'static str, Map)> {
    let map = |sample: &Sample| read(sample.json.as_bytes()).expect("a map").map;
    SAMPLES.iter().map(|sample| (sample.name, map(sample))).collect()
}

fn drawn(map: &Map, theme: Theme) -> Scene {
    let options = Options { theme, numbers: true, ..Options::default() };
    build(map, &Positions::of(map), &options)
}

/// The lines of a legend, with what they mean.
fn lines(scene: Scene) -> Vec<(String, LegendLine)> {
    let line = |row: LegendRow| match row.symbol {
        LegendSymbol::Line(line) => Some((row.text, line)),
        _ => None,
    };
    // A row that explains a key has the line of the tie's own kind, once more.
    let explains_key = |row: &LegendRow| row.text.contains("  ");
    scene.legend.into_iter().filter(|row| !explains_key(row)).filter_map(line).collect()
}

/// A line of the legend for each of the standard kinds.
fn standard(theme: Theme) -> Vec<(String, LegendLine)> {
    let file = r#"{"format": "entente-map", "version": "1.0",
        "nations": [{"id": "a", "name": "A", "position": [0, 0]}, {"id": "b", "name": "B", "position": [200, 0]}],
        "ties": [{"from": "a", "to": "b", "kind": "allied"}, {"from": "a", "to": "b", "kind": "pact"},
            {"from": "a", "to": "b", "kind": "concern"}]}"#;
    lines(drawn(&read(file.as_bytes()).expect("a map").map, theme))
}

#[test]
fn every_line_of_a_legend_is_told_apart_by_every_eye() {
    for theme in Theme::ALL {
        let mut legends = vec![("standard kinds", standard(theme))];
        legends.extend(samples().into_iter().map(|(name, map)| (name, lines(drawn(&map, theme)))));
        for (name, legend) in &legends {
            for (i, (text, a)) in legend.iter().enumerate() {
                for (other, b) in &legend[i + 1..] {
                    for (eye, matrix) in &EYES {
                        let apart = distance(matrix, a.color, b.color);
                        assert!(
                            apart >= APART || differ_by_line(a, b),
                            "{name}, {theme:?}, {eye}: {text} and {other} are {apart} apart"
                        );
                    }
                }
            }
        }
    }
}

/// Two of three standard kinds are solid: to the two common sorts of colour blindness, which one man
/// in twelve has, their colours alone say which is which.
#[test]
fn the_standard_colours_alone_are_told_apart_by_most_eyes() {
    for theme in Theme::ALL {
        let palette = Palette::of(theme);
        let colors: Vec<Color> = Kind::standard().iter().map(|k| palette.line(k.color)).collect();
        for (i, a) in colors.iter().enumerate() {
            for b in &colors[i + 1..] {
                for (eye, matrix) in &EYES[..3] {
                    let apart = distance(matrix, *a, *b);
                    assert!(apart >= 0.068, "{theme:?}, {eye}: {a} and {b} are {apart} apart");
                }
            }
        }
    }
}

#[test]
fn the_simulation_sees_what_it_should() {
    let [red, green] = [Color::new(200, 30, 30), Color::new(90, 110, 20)];
    assert!(distance(&EYES[0].1, red, green) > 2.0 * distance(&EYES[2].1, red, green));
    for (eye, matrix) in &EYES {
        let white = times(matrix, [1.0; 3]);
        assert!(white.iter().all(|channel| (channel - 1.0).abs() < 1e-3), "{eye}");
    }
}

#[test]
fn whatever_is_written_can_be_read() {
    for theme in Theme::ALL {
        for (name, map) in samples() {
            let scene = drawn(&map, theme);
            let palette = scene.palette;
            let mut texts =
                vec![(palette.ink, palette.canvas), (palette.second_ink, palette.canvas)];
            texts.extend(scene.labels.iter().map(|label| (label.color, label.halo)));
            texts.extend(scene.labels.iter().map(|label| (label.color, palette.canvas)));
            for nation in &scene.nations {
                if let Emblem::Monogram { fill, ink, .. } = nation.emblem {
                    texts.push((ink, fill));
                }
            }
            for (text, ground) in texts {
                let found = contrast(text, ground);
                assert!(found >= 4.5, "{name}, {theme:?}: {text} on {ground} is {found}:1");
            }
        }
    }
}

/// A tie of every status and of any colour is still seen, also where a press prints greys alone.
#[test]
fn nothing_vanishes() {
    let (_, mut map) = samples().remove(0);
    for theme in Theme::ALL {
        let least = if theme == Theme::Print { PRINTED } else { SEEN };
        for step in 0..64u8 {
            let part = |shift: u8| ((step >> shift) & 3) * 85;
            let color = Color::new(part(0), part(2), part(4));
            for status in Status::ALL.map(Some).into_iter().chain([None]) {
                map = one_tie(map, color, status);
                let scene = drawn(&map, theme);
                let found = contrast(scene.ties[0].color, scene.palette.canvas);
                assert!(found >= least, "{theme:?}, {color}, {status:?}: {found}:1");
            }
        }
        for (name, map) in samples() {
            let scene = drawn(&map, theme);
            for mark in &scene.memberships {
                let found = contrast(mark.color, scene.palette.canvas);
                assert!(found >= least, "{name}, {theme:?}: a membership has {found}:1");
            }
        }
    }
}

/// The first two nations of a map with one tie between them, of a colour and a status.
fn one_tie(map: Map, color: Color, status: Option<Status>) -> Map {
    use entente::edit::{Change, Command, Target, apply, delete};
    let mut small = map;
    let ids: Vec<_> = small.nations().ids().collect();
    let extra = ids.iter().skip(2).map(|id| Target::Nation(*id));
    let all: std::collections::BTreeSet<Target> =
        extra.chain(small.ties().ids().map(Target::Tie)).collect();
    let (kind_id, kind) =
        small.kinds().iter().next().map(|(id, k)| (id, k.clone())).expect("kinds");
    let mut tie = entente::model::Tie::new(
        "t".to_owned(),
        ids[0],
        End::Nation(ids[1]),
        kind_id,
        Direction::Mutual,
    );
    tie.status = status;
    let kind = Kind { color, ..kind };
    let cleared = delete(&small, &all);
    for command in [
        cleared,
        Command::Kind(kind_id, Change::Replace(Box::new(kind))),
        Command::Tie(entente::model::TieId(1), Change::Insert(0, Box::new(tie))),
    ] {
        apply(&mut small, command).expect("it fits");
    }
    small
}
