mod made_up;

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation as _;

use super::wrap::broken;
use super::*;

const HEBREW: &str = "אבגדהוזחטיכלמנסעפצקרשתםןףץך";

fn with(families: &[(&str, u16, &str)]) -> Fonts {
    Fonts::with(|database| {
        for (family, weight, letters) in families {
            made_up::add(database, family, *weight, letters);
        }
    })
}

fn family(fonts: &Fonts, cluster: &str, weight: Weight) -> Option<String> {
    let face = fonts.choose(cluster, weight, Han::default())?;
    Some(fonts.family_name(face).to_owned())
}

#[test]
fn widths_grow_with_size_and_weight() {
    let regular = width("New Zealand", 13.0, Weight::Regular);
    assert!((60.0..90.0).contains(&regular), "{regular}");
    assert!(width("New Zealand", 13.0, Weight::SemiBold) > regular);
    assert!((width("New Zealand", 26.0, Weight::Regular) - 2.0 * regular).abs() < 0.01);
    assert_eq!(nominal_width("日本", 10.0, Weight::Regular), 20.0);
}

#[test]
fn long_names_take_some_lines_and_endless_ones_are_cut_at_the_end() {
    let blocks = [Block { width: 140.0, lines: 2 }, Block { width: 160.0, lines: 4 }];
    let wrapped = |text: &str| wrap(text, 13.0, Weight::SemiBold, &blocks);
    let lines = wrapped("Democratic Republic of the Congo");
    assert_eq!(lines, ["Democratic Republic", "of the Congo"]);
    let official = "The United Kingdom of Great Britain and Northern Ireland and its dependencies";
    let lines = wrapped(official);
    assert!(lines.len() == 4 && lines.join(" ") == official, "{lines:?}");
    for endless in ["x".repeat(10_000), "word ".repeat(3_000), "国".repeat(5_000)] {
        let cut = wrapped(&endless);
        assert_eq!(cut.len(), 4);
        let (last, first) = cut.split_last().expect("lines");
        assert!(last.ends_with('…') && first.iter().all(|line| !line.contains('…')), "{cut:?}");
        assert!(cut.iter().all(|line| width(line, 13.0, Weight::SemiBold) <= 160.0), "{cut:?}");
    }
}

fn block(width: f32) -> [Block; 1] {
    [Block { width, lines: 3 }]
}

#[test]
fn names_without_spaces_break_between_letters() {
    let lines = nominal_wrap("日本とニュージーランド", 13.0, Weight::SemiBold, &block(110.0));
    assert_eq!(lines, ["日本とニュー", "ジーランド"]);
    let lines = nominal_wrap("ราชอาณาจักรไทย", 13.0, Weight::SemiBold, &block(80.0));
    assert_eq!(lines, ["ราชอาณาจักร", "ไทย"]);
}

#[test]
fn cleaning_leaves_one_line_of_visible_text() {
    assert_eq!(clean(" a\u{0}b\n\tc\u{202E} d "), "a b c d");
}

#[test]
fn latin_greek_and_cyrillic_never_see_the_system() {
    for text in ["Perú", "Ελλάδα", "Россия", "Việt Nam", "e\u{301}", "“—…” № 5 €"]
    {
        assert!(std::ptr::eq(Fonts::of(text), Fonts::embedded()), "{text}");
    }
    assert!(!std::ptr::eq(Fonts::of("日本"), Fonts::embedded()));
}

#[test]
fn combining_marks_have_no_width_of_their_own() {
    for (composed, decomposed) in [("é", "e\u{301}"), ("ệ", "e\u{323}\u{302}"), ("й", "и\u{306}")]
    {
        let [one, other] = [composed, decomposed].map(|t| width(t, 100.0, Weight::Regular));
        assert!((one - other).abs() < 0.5, "{composed}: {one}, {other}");
    }
    // There is no letter of its own for this one.
    let [bare, marked] = ["q", "q\u{303}"].map(|text| width(text, 100.0, Weight::Regular));
    assert!((bare - marked).abs() < 0.5);
}

#[test]
fn hindi_letters_join() {
    let whole = width("क्ष", 100.0, Weight::Regular);
    let parts = width("क", 100.0, Weight::Regular) + width("ष", 100.0, Weight::Regular);
    assert!(whole < 0.95 * parts, "{whole}, {parts}");
}

#[test]
fn a_cluster_goes_to_the_family_listed_first_else_to_the_first_by_name() {
    let thai = [("Zeta", 400, "กข"), ("Alpha", 400, "กข"), ("Noto Sans Thai", 400, "ก")];
    let mut backwards = thai;
    backwards.reverse();
    for fonts in [with(&thai), with(&backwards)] {
        let chosen = |cluster| family(&fonts, cluster, Weight::Regular);
        assert_eq!(chosen("ก").as_deref(), Some("Noto Sans Thai"));
        assert_eq!(chosen("ข").as_deref(), Some("Alpha"));
        assert_eq!(chosen("ค"), None);
        assert_eq!(chosen("A").as_deref(), Some("Noto Sans"), "the embedded font comes first");
    }
}

#[test]
fn a_cluster_is_never_split_between_families() {
    let fonts = with(&[("Alpha", 400, "ก"), ("Beta", 400, "ก\u{E48}")]);
    assert_eq!(family(&fonts, "ก\u{E48}", Weight::Regular).as_deref(), Some("Beta"));
}

#[test]
fn semibold_takes_the_nearest_heavier_face() {
    let fonts = with(&[("Alpha", 300, "ก"), ("Alpha", 700, "ก"), ("Alpha", 400, "ก")]);
    let weight_of = |weight| {
        let face = fonts.choose("ก", weight, Han::default()).expect("a face");
        fonts.database().face(face).map(|face| face.weight.0)
    };
    assert_eq!(weight_of(Weight::Regular), Some(400));
    assert_eq!(weight_of(Weight::SemiBold), Some(700));
}

#[test]
fn han_letters_go_to_the_country_that_the_text_or_the_map_tells() {
    let fonts = with(&[
        ("Noto Sans CJK SC", 400, "日本の"),
        ("Noto Sans CJK JP", 400, "日本の"),
        ("Noto Sans CJK KR", 400, "日本の한"),
    ]);
    let family = |text, han| fonts.line(text, Weight::Regular, han).pieces[0].family.clone();
    assert_eq!(family("日本", Han::default()), "Noto Sans CJK SC");
    assert_eq!(family("日本", Han::Korean), "Noto Sans CJK KR");
    assert_eq!(family("日本の", Han::Korean), "Noto Sans CJK JP");
}

#[test]
fn right_to_left_text_is_seen_in_its_order() {
    let fonts = with(&[("Noto Sans Hebrew", 400, HEBREW)]);
    let seen = |text: &str| {
        let line = fonts.line(text, Weight::Regular, Han::default());
        let mut pieces = line.pieces.clone();
        pieces.sort_by(|a, b| a.x.total_cmp(&b.x));
        pieces.iter().map(|p| text[p.range.clone()].trim().to_owned()).collect::<Vec<_>>()
    };
    // A Hebrew sentence: what is read first stands at the right, figures and English keep their order.
    assert_eq!(seen("שלום Egypt 2024"), ["Egypt 2024", "", "שלום"]);
    // An English sentence with a Hebrew word.
    assert_eq!(seen("Israel שלום now"), ["Israel", "שלום", "now"]);
    let line = fonts.line("שלום", Weight::Regular, Han::default());
    assert!(line.is_plain && line.pieces[0].is_rtl);
    assert_eq!(line.width, 4.0);
}

#[test]
fn spaces_and_signs_keep_to_the_letters_around_them() {
    let fonts = with(&[("Noto Sans Thai", 400, "กข ()")]);
    let families = |text: &str| {
        let line = fonts.line(text, Weight::Regular, Han::default());
        let piece = |p: &Piece| (text[p.range.clone()].to_owned(), p.family.clone());
        line.pieces.iter().map(piece).collect::<Vec<_>>()
    };
    let thai = |text: &str| (text.to_owned(), "Noto Sans Thai".to_owned());
    let latin = |text: &str| (text.to_owned(), "Noto Sans".to_owned());
    assert_eq!(families("(ก ข)"), [thai("(ก ข)")]);
    assert_eq!(families("ก (Thai)"), [thai("ก"), latin(" (Thai)")]);
}

#[test]
fn an_ellipsis_never_cuts_a_cluster() {
    let names = ["e\u{323}\u{302}".repeat(40), "हिन्दी".repeat(20), "न\u{93F}".repeat(50)];
    for name in &names {
        for limit in 10..120 {
            let cut = ellipsis(name, 13.0, Weight::Regular, limit as f32);
            let kept = cut.strip_suffix('…').expect("a mark at the end");
            let mut ends = name.grapheme_indices(true).map(|(at, _)| at);
            assert!(ends.any(|end| end == kept.len()), "{cut}");
        }
    }
}

#[test]
fn missing_letters_are_named_with_a_font_that_has_them() {
    let missing = missing_from(&Fonts::with(|_| {}), "日本 ไทย ไ 😀 ー A\u{E000}");
    let told: Vec<(&str, usize, Option<&str>)> =
        missing.iter().map(|m| (m.script.as_str(), m.letters.len(), m.font.as_deref())).collect();
    assert_eq!(
        told,
        [
            ("Chinese", 2, Some("Noto Sans CJK SC")),
            ("Thai", 3, Some("Noto Sans Thai")),
            ("emoji", 1, Some("Noto Color Emoji")),
            ("Japanese", 1, Some("Noto Sans CJK JP")),
            ("codes without a letter", 1, None),
        ]
    );
    assert_eq!(missing_from(&Fonts::with(|_| {}), "Việt Nam, Ελλάδα, हिन्दी\u{200D}"), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_is_measured_wrapped_and_cut(text in "\\PC{0,60}", limit in 1.0f32..300.0) {
        let fonts = Fonts::embedded();
        let line = fonts.line(&text, Weight::Regular, Han::default());
        prop_assert!(line.width.is_finite() && line.width >= 0.0);
        // The pieces are the text, each part once.
        let ends = line.pieces.windows(2).all(|pair| pair[0].range.end == pair[1].range.start);
        prop_assert!(ends, "{:?}", line.pieces);
        let total: usize = line.pieces.iter().map(|piece| piece.range.len()).sum();
        prop_assert_eq!(total, text.len());
        let measure = |text: &str| fonts.line(text, Weight::Regular, Han::default()).width * 13.0;
        let lines = broken(&text, &block(limit), &measure);
        prop_assert!((1..=3).contains(&lines.len()));
        for line in &lines {
            prop_assert!(measure(line) <= limit || line == "…", "{line:?}");
        }
    }
}
