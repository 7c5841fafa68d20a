//! What is drawn of a map, and what every export of it must satisfy.

use entente::edit::{Change, Command, apply};
use entente::model::{
    Color, Dash, Direction, End, Evidence, Heading, Kind, KindId, Map, Membership, Nation,
    NationId, NationType, Point, Rect, Source, SourceId, Status, Tie, TieId,
};
use entente::scene::figure::{Figure, FigureOptions, Page};
use entente::scene::index::{Adjacency, MarkLookup};
use entente::scene::{
    Emblem, LabelOwner, Options, Positions, Scene, Theme, build, dash_strokes, move_nations,
};
use entente::tasks;
use entente::{export, formats};
use proptest::prelude::*;
use resvg::usvg;

/// A map with Russia, North Korea, Japan and an organisation, and a concern about a tie.
fn small() -> Map {
    let mut map = Map::empty();
    let heading = Heading {
        title: "Fish & <chips>".to_owned(),
        subtitle: "As reported".to_owned(),
        as_of: "2024-06-19".parse().ok(),
        ..Heading::default()
    };
    change(&mut map, Command::Heading(Box::new(heading)));
    let source =
        Source { key: "s".to_owned(), title: "News \u{1} report".to_owned(), ..Source::default() };
    change(&mut map, Command::Source(SourceId(1), Change::Insert(0, Box::new(source))));
    for (id, name, code, x, y) in [
        (1, "Russia", Some("RUS"), 300.0, 0.0),
        (2, "North Korea", Some("PRK"), 320.0, 200.0),
        (3, "Japan", Some("JPN"), 0.0, 120.0),
        (4, "Club & friends", None, 0.0, -150.0),
    ] {
        let nation_type = if code.is_none() { NationType::Organisation } else { NationType::State };
        let nation = Nation {
            key: name.to_owned(),
            name: name.to_owned(),
            code: code.map(str::to_owned),
            nation_type,
            position: Some(Point::new(x, y)),
            memberships: Vec::new(),
            ..Nation::default()
        };
        change(&mut map, Command::Nation(NationId(id), Change::Insert(9, Box::new(nation))));
    }
    join(&mut map, NationId(3), NationId(4));
    add_tie(&mut map, 1, 1, End::Nation(NationId(2)), 1, Some(Status::Signed), "mutual aid");
    add_tie(&mut map, 2, 1, End::Nation(NationId(2)), 2, Some(Status::Negotiating), "");
    add_tie(&mut map, 3, 3, End::Tie(TieId(1)), 3, None, "concern");
    map
}

fn change(map: &mut Map, command: Command) {
    apply(map, command).expect("a change that fits the map");
}

fn join(map: &mut Map, member: NationId, organisation: NationId) {
    let mut nation = map.nations().get(member).expect("a member").clone();
    nation.memberships.push(Membership {
        organisation,
        since: None,
        until: None,
        extra: Default::default(),
    });
    change(map, Command::Nation(member, Change::Replace(Box::new(nation))));
}

fn add_tie(
    map: &mut Map,
    id: u32,
    from: u32,
    to: End,
    kind: u32,
    status: Option<Status>,
    label: &str,
) {
    let direction = if kind == 3 { Direction::Directed } else { Direction::Mutual };
    let mut tie = Tie::new(format!("t{id}"), NationId(from), to, KindId(kind), direction);
    tie.status = status;
    tie.label = label.to_owned();
    tie.evidence.push(Evidence { source: map.sources().ids().next(), ..Evidence::default() });
    change(map, Command::Tie(TieId(id), Change::Insert(usize::MAX, Box::new(tie))));
}

fn page(map: &Map, theme: Theme) -> String {
    export::svg(&laid_out(map, theme))
}

fn laid_out(map: &Map, theme: Theme) -> Figure {
    let options = FigureOptions { theme, numbers: true, ..FigureOptions::default() };
    tasks::compose_figure(map, &options)
}

/// Every number of a scene that ends up as a coordinate.
fn coordinates(scene: &Scene) -> Vec<Point> {
    let mut points: Vec<Point> = scene.nations.iter().map(|nation| nation.center).collect();
    for tie in &scene.ties {
        let curve = &tie.curve;
        points.extend([curve.from, curve.control_from, curve.control_to, curve.to, tie.middle]);
        points.extend(tie.arrow.iter().flat_map(|a| [a.tip, a.base[0], a.base[1]]));
        let mut strokes = dash_strokes(curve, &tie.pattern, tie.width, 0.5);
        strokes.extend(tie.strike.map(|line| line.strike(tie.width)));
        points.extend(strokes.into_iter().flat_map(|stroke| stroke.points));
    }
    for label in &scene.labels {
        points.extend([label.center, label.bounds.min, label.bounds.max]);
    }
    points
}

#[test]
fn the_page_holds_every_text_escaped_and_each_flag_once() {
    let svg = page(&small(), Theme::Light);
    for text in [
        ">Fish &amp; &lt;chips&gt;</text>",
        ">As of 19 June 2024</text>",
        ">Japan</text>",
        ">Club &amp; friends</text>",
        ">mutual aid\u{A0}¹</text>",
        ">pact, negotiating</text>",
        ">allied</text>",
        ">concern</text>",
        ">member of</text>",
        ">News report.</tspan>",
        ">Entente</text>",
        "<title>Japan › (Russia – North Korea), concern</title>",
    ] {
        assert!(svg.contains(text), "{text} isn't in\n{svg}");
    }
    for flag in ["flag-ru", "flag-kp", "flag-jp"] {
        assert_eq!(svg.matches(&format!(r#"<g id="{flag}">"#)).count(), 1);
    }
    assert!(!svg.contains("NaN") && !svg.contains("inf") && !svg.contains('\u{1}'));
}

#[test]
fn everything_on_the_page_says_what_it_is() {
    let mut map = small();
    let mut nation = map.nations().get(NationId(4)).expect("the club").clone();
    nation.name = "Club of very good old friends".to_owned();
    change(&mut map, Command::Nation(NationId(4), Change::Replace(Box::new(nation))));
    let svg = page(&map, Theme::Light);
    let document = usvg::roxmltree::Document::parse(&svg).expect("XML");
    let of_class = |class: &str| -> Vec<_> {
        document.descendants().filter(|node| node.attribute("class") == Some(class)).collect()
    };
    let text = |node: &usvg::roxmltree::Node<'_, '_>| -> String {
        let texts = node.descendants().filter(|n| n.is_text()).filter_map(|n| n.text());
        texts.collect::<String>().trim().to_owned()
    };
    let texts = |class: &str| -> Vec<String> { of_class(class).iter().map(text).collect() };
    let names = ["Russia", "North Korea", "Japan", "Club of very good old friends"];
    assert_eq!(texts("nation-label"), names, "a name of two lines is one text");
    assert_eq!(texts("tie-label"), ["mutual aid\u{A0}¹", "1", "concern\u{A0}¹"]);
    assert_eq!(texts("title"), ["Fish & <chips>"]);
    assert_eq!(texts("subtitle"), ["As reported"]);
    assert_eq!(texts("as-of"), ["As of 19 June 2024"]);
    assert_eq!(texts("generator"), ["Entente"]);
    assert!(texts("sources")[0].contains("Sources 1 News report."), "{:?}", texts("sources"));
    assert!(texts("legend")[0].contains("member of"));
    let ids = |class: &str| -> Vec<&str> {
        of_class(class).iter().filter_map(|node| node.attribute("id")).collect()
    };
    let nations = ["nation-Russia", "nation-North-Korea", "nation-Japan", "nation-Club---friends"];
    assert_eq!(ids("nation-mark"), nations);
    assert_eq!(ids("tie"), ["tie-t1", "tie-t2", "tie-t3"]);
    assert_eq!(of_class("membership").len(), 1);
    for node in of_class("nation-mark").into_iter().chain(of_class("tie")) {
        let title = node.first_element_child().expect("a title");
        assert_eq!(title.tag_name().name(), "title");
        assert!(!text(&title).is_empty());
    }
    let described = |name: &str| {
        let node = document.root_element().children().find(|n| n.tag_name().name() == name);
        node.map(|node| text(&node)).unwrap_or_default()
    };
    assert_eq!(described("title"), "Fish & <chips>");
    assert_eq!(described("desc"), "A map of 4 nations and 3 ties.");
    assert!(!svg.contains("<script"));
}

#[test]
fn a_page_that_fits_its_map_clips_nothing() {
    let mut map = small();
    for title in [true, false] {
        let options = FigureOptions { page: Page::Fit, title, ..FigureOptions::default() };
        let page = tasks::compose_figure(&map, &options);
        let inside = Rect::new(Point::default(), Point::new(page.width, page.height));
        let inside = inside.expanded(-0.04 * page.width.min(page.height));
        let bounds = page.scene.bounds;
        assert!(inside.contains(bounds.min) && inside.contains(bounds.max), "{bounds:?}");
        assert!(page.texts.iter().all(|text| inside.contains(text.runs[0].baseline)));
        // At 100 %: as far from each other as in the map.
        let [russia, korea] = [0, 1].map(|index| page.scene.nations[index].center);
        assert!((russia.distance(korea) - Point::new(20.0, 200.0).length()).abs() < 0.01);
    }
    // One that would be larger than a page can be is fitted to one.
    let mut nation = map.nations().get(NationId(3)).expect("Japan").clone();
    nation.position = Some(Point::new(500_000.0, 0.0));
    change(&mut map, Command::Nation(NationId(3), Change::Replace(Box::new(nation))));
    let page =
        tasks::compose_figure(&map, &FigureOptions { page: Page::Fit, ..FigureOptions::default() });
    assert_eq!(page.width, FigureOptions::MAX_SIDE);
}

#[test]
fn a_tie_onto_a_tie_ends_at_the_middle_of_its_curve() {
    let map = small();
    let scene = build(&map, &Positions::of(&map), &Options::default());
    let target = &scene.ties[0];
    assert!(target.ring.is_some() && scene.ties[2].ring.is_none());
    let arrow = scene.ties[2].arrow.expect("a concern has an arrow");
    assert!(arrow.tip.distance(target.middle) < 8.0);
    assert!(target.curve.distance_to(target.middle) < 0.5);
    assert!(scene.ties[0].middle.distance(scene.ties[1].middle) > 20.0, "parallel ties spread");
}

#[test]
fn ties_stop_at_the_rims() {
    let map = small();
    let scene = build(&map, &Positions::of(&map), &Options::default());
    let tie = &scene.ties[0];
    for (end, nation) in [(tie.curve.from, &scene.nations[0]), (tie.curve.to, &scene.nations[1])] {
        let gap = end.distance(nation.center) - nation.radius;
        assert!((1.5..4.0).contains(&gap), "{gap}");
    }
}

#[test]
fn a_name_keeps_clear_of_a_tie_that_comes_from_below() {
    let mut map = Map::empty();
    for (id, y) in [(1, 0.0), (2, 200.0)] {
        let nation = Nation {
            key: id.to_string(),
            name: "New Zealand".to_owned(),
            position: Some(Point::new(0.0, y)),
            ..Nation::default()
        };
        change(&mut map, Command::Nation(NationId(id), Change::Insert(9, Box::new(nation))));
    }
    add_tie(&mut map, 1, 1, End::Nation(NationId(2)), 1, None, "");
    let scene = build(&map, &Positions::of(&map), &Options::default());
    let points = scene.ties[0].curve.flatten(0.1);
    for label in &scene.labels {
        assert!(!points.iter().any(|point| label.bounds.contains(*point)), "{label:?}");
    }
}

/// Lets a scene of a map follow its nations to other positions.
fn follow_positions(map: &Map, positions: &Positions, scene: &mut Scene) {
    let places = MarkLookup::of(scene);
    let links = Adjacency::of(scene, &places);
    move_nations(map, &positions.moves_in(scene), &Options::default(), (&places, &links), scene);
}

#[test]
fn what_follows_keeps_bends_and_places_and_moves_the_rest() {
    let map = small();
    let mut positions = Positions::of(&map);
    let before = build(&map, &positions, &Options::default());
    let mut after = before.clone();
    follow_positions(&map, &positions, &mut after);
    assert_eq!(after.labels, before.labels);
    assert_eq!(after.ties, before.ties);
    positions.set(&map, NationId(3), Point::new(-40.0, 90.0));
    follow_positions(&map, &positions, &mut after);
    assert_eq!(after.nations[2].center, Point::new(-40.0, 90.0));
    for (a, b) in before.ties.iter().zip(&after.ties) {
        assert_eq!(a.bend, b.bend);
    }
    for (a, b) in before.labels.iter().zip(&after.labels) {
        assert_eq!((a.owner, a.candidate), (b.owner, b.candidate));
    }
}

#[test]
fn every_theme_can_be_drawn_as_png_and_as_pdf_with_text() {
    for theme in Theme::ALL {
        let svg = page(&small(), theme);
        let png = export::png(&svg, 0.5).expect("a picture");
        assert!(png.starts_with(b"\x89PNG"));
        let laid_out = laid_out(&small(), theme);
        let pdf = export::pdf(&laid_out).expect("a document");
        let has = |word: &[u8]| pdf.windows(word.len()).any(|window| window == word);
        assert!(pdf.starts_with(b"%PDF") && has(b"/Font") && has(b"ToUnicode"));
        assert!(has(b"/Figure") && has(b"A map of 4 nations and 3 ties.") && has(b"/Outlines"));
        assert_eq!(export::pdf(&laid_out), Ok(pdf));
    }
}

#[test]
fn the_same_map_gives_the_same_bytes() {
    assert_eq!(page(&small(), Theme::Dark), page(&small(), Theme::Dark));
    let svg = page(&small(), Theme::Light);
    assert_eq!(export::png(&svg, 1.0), export::png(&svg, 1.0));
}

#[test]
fn an_empty_map_is_an_empty_page() {
    let map = Map::empty();
    let scene = build(&map, &Positions::of(&map), &Options::default());
    assert!(scene.bounds.is_nothing() && scene.legend.is_empty());
    assert!(export::png(&page(&map, Theme::Light), 1.0).is_ok());
}

#[test]
fn a_picture_of_its_own_is_seen_before_colour_and_flag_in_every_export() {
    let square = r##"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path fill="#F0F" d="M0 0h9v9H0z"/></svg>"##;
    let picture = export::chosen_picture(square.as_bytes()).expect("a picture");
    let mut map = small();
    let japan = map.nations().get(NationId(3)).expect("Japan").clone();
    let changed = Nation { picture: Some(picture), color: Some(Color::new(0, 255, 0)), ..japan };
    change(&mut map, Command::Nation(NationId(3), Change::Replace(Box::new(changed))));
    let svg = page(&map, Theme::Light);
    assert_eq!(svg.matches("data:image/png;base64,").count(), 1);
    let drawn = export::pixels(&svg, 1.0).expect("pixels");
    let count = drawn.rgba.chunks_exact(4).filter(|pixel| **pixel == [255, 0, 255, 255]).count();
    assert!(count > 600, "a disc of radius 18 has a thousand pixels, and {count} have its colour");
    let pdf = export::pdf(&laid_out(&map, Theme::Light)).expect("a document");
    assert!(pdf.windows(6).any(|part| part == b"/Image"));
}

#[test]
fn a_picture_opens_no_other_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("secret.svg");
    let magenta = r##"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path fill="#F0F" d="M0 0h9v9H0z"/></svg>"##;
    std::fs::write(&path, export::png(magenta, 1.0).expect("a picture")).expect("a file");
    let looks_like = |href: &str| {
        let image = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image width="9" height="9" href="{href}"/></svg>"#
        );
        export::chosen_picture(image.as_bytes()).expect("a picture")
    };
    let nothing = looks_like("");
    assert_eq!(looks_like(&path.to_string_lossy()), nothing);
    assert_eq!(looks_like(&format!("file://{}", path.display())), nothing);
}

#[test]
fn a_colour_of_its_own_replaces_the_flag() {
    let mut map = small();
    let mut nation = map.nations().get(NationId(3)).expect("Japan").clone();
    nation.color = "#102030".parse().ok();
    change(&mut map, Command::Nation(NationId(3), Change::Replace(Box::new(nation))));
    let scene = build(&map, &Positions::of(&map), &Options::default());
    assert!(matches!(&scene.nations[2].emblem, Emblem::Monogram { text, .. } if text == "Ja"));
    assert!(matches!(scene.nations[0].emblem, Emblem::Flag(_)));
}

prop_compose! {
    fn any_nation()(
        name in "\\PC{0,40}",
        code in prop_oneof![Just(None), Just(Some("FRA".to_owned())), Just(Some("ZZZ".to_owned()))],
        kind in 0usize..3,
        place in prop_oneof![
            4 => (-400.0f32..400.0, -400.0f32..400.0).prop_map(Some),
            1 => Just(None),
            1 => Just(Some((0.0, 0.0))),
            1 => Just(Some((Point::LIMIT, -Point::LIMIT))),
        ],
    ) -> Nation {
        let position = place.map(|(x, y)| Point::new(x, y));
        Nation { name, code, nation_type: NationType::ALL[kind], position, ..Nation::default() }
    }
}

prop_compose! {
    fn any_map()(
        nations in prop::collection::vec(any_nation(), 1..9),
        ties in prop::collection::vec(
            (any::<u8>(), any::<u8>(), any::<bool>(), 1u32..5, 0usize..8, "\\PC{0,30}"), 0..16),
        dash in 0usize..6,
    ) -> Map {
        let mut map = Map::empty();
        let kind = Kind { key: "any".to_owned(), dash: Dash::ALL[dash], ..Kind::standard()[0].clone() };
        change(&mut map, Command::Kind(KindId(4), Change::Insert(9, Box::new(kind))));
        let count = nations.len() as u32;
        for (id, nation) in (1..).zip(nations) {
            let nation = Nation { key: id.to_string(), ..nation };
            change(&mut map, Command::Nation(NationId(id), Change::Insert(99, Box::new(nation))));
        }
        for (id, (from, to, onto_tie, kind, status, label)) in (1..).zip(ties) {
            let from = NationId(1 + u32::from(from) % count);
            let last = map.ties().ids().next_back();
            let nation = End::Nation(NationId(1 + u32::from(to) % count));
            let to = last.filter(|_| onto_tie).map_or(nation, End::Tie);
            let status = Status::ALL.get(status).copied();
            add_tie(&mut map, id, from.0, to, kind, status, &label);
        }
        map
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_map_is_drawn_in_finite_numbers_within_its_bounds(map in any_map()) {
        let scene = build(&map, &Positions::of(&map), &Options::default());
        let bounds = scene.bounds.expanded(0.5);
        for point in coordinates(&scene) {
            prop_assert!(point.x.is_finite() && point.y.is_finite());
        }
        for nation in &scene.nations {
            prop_assert!(bounds.contains(nation.center));
        }
        for label in &scene.labels {
            prop_assert!(bounds.contains(label.bounds.min) && bounds.contains(label.bounds.max));
            prop_assert!(label.angle_radians.abs() <= std::f32::consts::FRAC_PI_2 + 1e-4);
        }
        let named = |id| map.nations().get(id).is_some_and(|n| n.name.chars().any(char::is_alphabetic));
        let has_name = |id| scene.labels.iter().any(|label| label.owner == LabelOwner::Nation(id));
        let nameless = map.nations().ids().filter(|id| named(*id) && !has_name(*id)).count();
        prop_assert!(nameless <= scene.left_out.names);
        prop_assert_eq!(build(&map, &Positions::of(&map), &Options::default()), scene);
    }

    #[test]
    fn any_page_is_valid_svg_of_its_size(map in any_map(), width in 1.0f32..2000.0, theme in 0usize..3) {
        let page = if width < 200.0 { Page::Fit } else { Page::Size(width, 500.0) };
        let theme = Theme::ALL[theme];
        let options = FigureOptions { page, theme, numbers: true, ..FigureOptions::default() };
        let svg = export::svg(&tasks::compose_figure(&map, &options));
        let tree = usvg::Tree::from_str(&svg, &usvg::Options::default());
        prop_assert!(tree.is_ok(), "{:?}\n{}", tree.err(), svg);
        prop_assert!(!svg.contains("NaN"));
    }
}

#[test]
fn the_letters_of_nations_differ_and_stay() {
    let file = |names: &[String]| {
        let nations: Vec<String> = (0..)
            .zip(names)
            .map(|(index, name)| {
                let x = index * 90;
                format!(r#"{{"id": "n{index}", "name": "{name}", "position": [{x}, 0]}}"#)
            })
            .collect();
        format!(
            r#"{{"format": "entente-map", "version": "1.0", "nations": [{}], "ties": []}}"#,
            nations.join(",")
        )
    };
    let letters = |names: &[String]| -> Vec<String> {
        let map = formats::read(file(names).as_bytes()).expect("a map").map;
        let scene = build(&map, &Positions::of(&map), &Options::default());
        let text = |mark: &entente::scene::NationMark| match &mark.emblem {
            Emblem::Monogram { text, .. } => text.to_lowercase(),
            other => panic!("{other:?}"),
        };
        scene.nations.iter().map(text).collect()
    };
    let mut names: Vec<String> =
        ["Gama", "Gahuk", "Gavev", "Gaveve", "Gama", "GA"].map(str::to_owned).into();
    names.extend((0..30).map(|number| format!("Tribe {number}")));
    let all = letters(&names);
    let different: std::collections::BTreeSet<&String> = all.iter().collect();
    assert_eq!(different.len(), names.len(), "{all:?}");
    // One that is added takes letters from nobody.
    assert_eq!(letters(&names[..12]), all[..12]);
    let small = Options { unit: 0.4, ..Options::default() };
    let map = formats::read(file(&names).as_bytes()).expect("a map").map;
    let scene = build(&map, &Positions::of(&map), &small);
    assert!(scene.nations.iter().all(|mark| matches!(mark.emblem, Emblem::Plain(_))));
}
