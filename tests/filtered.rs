//! Figures of maps with a filter: what is hidden isn't in them, what is dimmed is faint.

use entente::edit::{self, apply};
use entente::formats::{read, samples};
use entente::model::{Filter, Map, Others, Period};
use entente::scene::figure::FigureOptions;
use entente::tasks::{FigureFormat, FigureRequest, compose_figure, render};

/// The first sample with a filter.
fn filtered(change: impl FnOnce(&mut Filter)) -> Map {
    let mut map = read(samples::SAMPLES[0].json.as_bytes()).expect("a sample").map;
    let command = edit::change_filter(&map, change);
    apply(&mut map, command).expect("it fits");
    map
}

fn svg(map: &Map) -> String {
    let bytes = render(map, &FigureRequest::default()).expect("a figure");
    String::from_utf8(bytes).expect("text")
}

fn says_japan(filter: &mut Filter) {
    filter.text = "Japan".to_owned();
}

#[test]
fn what_is_hidden_is_in_no_figure() {
    let whole = svg(&filtered(|_| {}));
    assert!(whole.contains("Germany") && whole.contains("A map of 15 nations"));
    let part = svg(&filtered(says_japan));
    assert!(part.contains("Japan") && !part.contains("Germany"), "{part}");
    assert!(!part.contains("A map of 15 nations"));
    let off = svg(&filtered(|filter| {
        says_japan(filter);
        filter.is_off = true;
    }));
    assert_eq!(off, whole);
}

#[test]
fn a_figure_says_the_period_by_which_its_map_is_filtered() {
    let in_2024 = |filter: &mut Filter| {
        let year = "2024".parse().ok();
        filter.period = Period { from: year, to: year };
    };
    let says = |map: &Map| svg(map).contains("Ties held in 2024");
    assert!(says(&filtered(in_2024)));
    assert!(!says(&filtered(|_| {})));
    let off = |filter: &mut Filter| {
        in_2024(filter);
        filter.is_off = true;
    };
    assert!(!says(&filtered(off)));
    let dimmed = |filter: &mut Filter| {
        in_2024(filter);
        filter.others = Others::Dimmed;
    };
    assert!(!says(&filtered(dimmed)), "others are seen, too");
}

#[test]
fn what_is_dimmed_is_faint_in_every_format() {
    let dim = |filter: &mut Filter| {
        says_japan(filter);
        filter.others = Others::Dimmed;
    };
    let map = filtered(dim);
    let text = svg(&map);
    let group = |name: &str| {
        let at = text.find(&format!("aria-label=\"{name}\"")).expect("a mark");
        text[at..].split("</g>").next().expect("its group").to_owned()
    };
    assert!(group("Germany").contains("<g opacity=\"0.25\">"));
    assert!(!group("Japan").contains("opacity=\"0.25\""));
    assert!(text.contains("fill-opacity=\"0.25\""), "names, too");
    let request = |format| FigureRequest { format, scale: 1.0, ..FigureRequest::default() };
    for format in [FigureFormat::Png, FigureFormat::Pdf] {
        let faint = render(&map, &request(format)).expect("a figure");
        let full = render(&filtered(|_| {}), &request(format)).expect("a figure");
        assert_ne!(faint, full, "{format:?}");
    }
}

#[test]
fn a_filter_that_hides_all_leaves_a_page_with_its_title() {
    let map = filtered(|filter| filter.text = "nowhere to be found".to_owned());
    let figure = compose_figure(&map, &FigureOptions::default());
    assert!(figure.scene.nations.is_empty() && figure.scene.legend.is_empty());
    assert!(svg(&map).contains("Japan and New Zealand"));
}
