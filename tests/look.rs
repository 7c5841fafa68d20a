//! What the look of a map changes in what is drawn, in the legend, and in the room that layouts leave.

use std::collections::BTreeSet;

use entente::edit::{self, Target, apply};
use entente::export;
use entente::formats::read;
use entente::model::{Attribute, DrawnAs, Look, Map, NationId, NationStyle, Point};
use entente::scene::figure::{FigureOptions, Page, figure};
use entente::scene::palette::{contrast, mix};
use entente::scene::{
    Emblem, LabelOwner, LegendSymbol, Options, Palette, PlacedSymbol, Positions, Scene, Shape,
    Theme, build, footprints, radii,
};
use entente::tasks::fit_nations_on_page;

/// Four members of a club, one nation among them that isn't, one far away, and an organisation.
fn map_with(look: &str, club: &str) -> Map {
    let text = format!(
        r#"{{"format": "entente-map", "version": "1.1", "look": {{{look}}},
        "nations": [
          {{"id": "club", "name": "Club", "type": "organisation", "position": [100, 90] {club}}},
          {{"id": "FRA", "name": "France", "code": "FRA", "position": [0, 0], "tags": ["west"],
            "memberships": [{{"organisation": "club"}}], "attributes": {{"gdp": 4, "bloc": "west"}}}},
          {{"id": "DEU", "name": "Germany", "code": "DEU", "position": [240, 0],
            "memberships": [{{"organisation": "club"}}], "attributes": {{"gdp": 16, "bloc": "west"}}}},
          {{"id": "JPN", "name": "Japan", "code": "JPN", "position": [0, 220],
            "memberships": [{{"organisation": "club"}}], "attributes": {{"gdp": 1, "bloc": "east"}}}},
          {{"id": "NGA", "name": "Nigeria", "code": "NGA", "position": [240, 220],
            "memberships": [{{"organisation": "club"}}], "attributes": {{"bloc": "south"}}}},
          {{"id": "CHE", "name": "Switzerland", "code": "CHE", "position": [150, 150]}},
          {{"id": "RUS", "name": "Russia", "code": "RUS", "position": [560, 110]}}],
        "ties": [
          {{"id": "a", "from": "RUS", "to": "club", "kind": "concern", "attributes": {{"aid": 1}}}},
          {{"id": "b", "from": "CHE", "to": "club", "kind": "pact", "since": "1990"}},
          {{"id": "c", "from": "FRA", "to": "DEU", "kind": "allied", "status": "in-force",
            "attributes": {{"aid": 9}}}},
          {{"id": "d", "from": "FRA", "to": "JPN", "kind": "pact", "status": "ended",
            "attributes": {{"aid": 5}}}}]}}"#
    );
    let opened = read(text.as_bytes()).expect("a map");
    assert_eq!(opened.problems, [], "{look}");
    opened.map
}

fn map(look: &str) -> Map {
    map_with(look, "")
}

fn hull_map(look: &str) -> Map {
    map_with(look, r#", "drawn_as": "hull""#)
}

fn scene_in(map: &Map, theme: Theme) -> Scene {
    build(map, &Positions::of(map), &Options { theme, ..Options::default() })
}

fn scene(map: &Map) -> Scene {
    scene_in(map, Theme::Light)
}

fn legend(scene: &Scene) -> Vec<&str> {
    scene.legend.iter().map(|row| row.text.as_str()).collect()
}

fn id(map: &Map, key: &str) -> NationId {
    map.nations().by_key(key).expect("a nation of that id")
}

const CLUB: usize = 0;
const FRANCE: usize = 1;
const GERMANY: usize = 2;
const JAPAN: usize = 3;
const NIGERIA: usize = 4;
const SWITZERLAND: usize = 5;

#[test]
fn a_hull_holds_its_members_and_stands_for_the_organisation() {
    let map = hull_map("");
    for theme in Theme::ALL {
        let scene = scene_in(&map, theme);
        let [hull] = scene.hulls.as_slice() else { panic!("{} hulls", scene.hulls.len()) };
        assert_eq!(hull.members, [FRANCE, GERMANY, JAPAN, NIGERIA]);
        for member in &hull.members {
            let mark = &scene.nations[*member];
            assert!(mark.outline().into_iter().all(|point| hull.contains(point)), "{}", mark.name);
        }
        assert!(!hull.contains(scene.nations[6].center));
        assert!(scene.memberships.is_empty() && !scene.nations[CLUB].is_drawn());
        let own =
            |label: &&entente::scene::Label| label.owner == LabelOwner::Nation(id(&map, "club"));
        let labels: Vec<_> = scene.labels.iter().filter(own).collect();
        assert_eq!(labels.len(), 1, "its name stands once");
        assert!(hull.contains(labels[0].center), "among its members");
        assert_eq!(labels[0].bounds, hull.names[0].area);
        let rows = legend(&scene);
        assert!(rows.contains(&"members of an organisation") && !rows.contains(&"member of"));
    }
}

#[test]
fn a_hub_is_a_node_with_lines_and_no_hull() {
    let scene = scene(&map(""));
    assert!(scene.hulls.is_empty());
    assert_eq!(scene.memberships.len(), 4);
    assert!(scene.nations[CLUB].is_drawn());
    assert!(legend(&scene).contains(&"member of"));
}

#[test]
fn ties_with_an_organisation_end_at_its_name() {
    let map = hull_map("");
    let scene = scene(&map);
    let name = scene.hulls[0].names[0].area;
    let tip = scene.ties[0].arrow.expect("a concern has an arrow").tip;
    assert!(!name.contains(tip) && name.expanded(4.0).contains(tip), "{tip:?} at {name:?}");
    // Switzerland's tie runs to the name and not to a node that isn't there.
    let within = &scene.ties[1].curve;
    assert!(within.from.distance(scene.nations[SWITZERLAND].center) < 25.0);
    assert!(name.expanded(4.0).contains(within.to) && !name.contains(within.to));
}

#[test]
fn who_stands_among_members_without_belonging_is_left_out_of_the_hull() {
    let scene = scene(&hull_map(""));
    let stranger = &scene.nations[SWITZERLAND];
    let hull = &scene.hulls[0];
    assert!(hull.bounds().contains(stranger.center));
    assert!(stranger.outline().into_iter().all(|point| !hull.contains(point)));
}

#[test]
fn hulls_group_by_region_tag_and_attribute() {
    let names = |look: &str| -> Vec<String> {
        scene(&map(look)).hulls.into_iter().map(|hull| hull.name).collect()
    };
    assert_eq!(names(r#""hulls": "region""#), ["Europe", "Asia", "Africa"]);
    assert_eq!(
        names(r#""hulls": "subregion""#),
        ["Western Europe", "Eastern Asia", "Western Africa", "Eastern Europe"]
    );
    assert_eq!(names(r#""hulls": "tag""#), ["west"]);
    assert_eq!(names(r#""hulls": {"attribute": "bloc"}"#), ["west", "east", "south"]);
    assert_eq!(names(r#""hulls": {"attribute": "gdp"}"#), [""; 0], "numbers are no groups");
    let scene = scene(&map(r#""hulls": "region""#));
    let hull_of = |label: &entente::scene::Label| match label.owner {
        LabelOwner::Hull(index) => Some(index),
        _ => None,
    };
    // A hull of several islands has its name on each.
    let named: BTreeSet<u16> = scene.labels.iter().filter_map(hull_of).collect();
    assert_eq!(named.len(), 3);
    assert!(legend(&scene).contains(&"part of the world"));
}

#[test]
fn text_on_hulls_can_be_read() {
    for theme in Theme::ALL {
        let scene = scene_in(&map(r#""hulls": "region""#), theme);
        let palette = Palette::of(theme);
        for first in &scene.hulls {
            for second in &scene.hulls {
                let tint = |ground, hull: &entente::scene::HullMark| {
                    mix(ground, hull.look.color, hull.look.opacity)
                };
                let ground = tint(tint(palette.canvas, first), second);
                assert!(contrast(palette.ink, ground) >= Palette::TEXT_CONTRAST, "{theme:?}");
            }
        }
        for label in &scene.labels {
            assert!(contrast(label.color, label.halo) >= Palette::TEXT_CONTRAST, "{theme:?}");
        }
        let dashes = |hull: &entente::scene::HullMark| hull.look.pattern.dashes.to_vec();
        let edges: Vec<Vec<f32>> = scene.hulls.iter().map(dashes).collect();
        for (place, edge) in edges.iter().enumerate() {
            let is_alone = !edges[..place].contains(edge);
            // Without colour, edges alone tell hulls apart.
            assert!(if theme == Theme::Print { is_alone } else { edge.is_empty() }, "{theme:?}");
        }
    }
}

#[test]
fn nations_are_drawn_as_flags_discs_or_labels() {
    let of = |look: &str| scene(&map(look));
    let flags = of("");
    assert!(matches!(flags.nations[FRANCE].emblem, Emblem::Flag(_)));
    let discs = of(r#""nations": "disc""#);
    assert!(matches!(discs.nations[FRANCE].emblem, Emblem::Plain(_)));
    assert!(discs.nations[FRANCE].radius < flags.nations[FRANCE].radius);
    let labels = of(r#""nations": "label""#);
    for mark in &labels.nations {
        assert!(matches!(mark.shape, Shape::Label { .. }));
        let label = labels.labels.iter().find(|label| label.owner == LabelOwner::Nation(mark.id));
        let name = label.expect("a name").bounds;
        let room = mark.bounds();
        assert!(room.contains(name.min) && room.contains(name.max), "{}", mark.name);
        assert!(mark.contains(mark.center));
    }
    let tie = &labels.ties[2];
    let rim = labels.nations[FRANCE].bounds().expanded(4.0);
    assert!(rim.contains(tie.curve.from) && !labels.nations[FRANCE].contains(tie.curve.from));
}

#[test]
fn layouts_leave_the_room_that_is_drawn() {
    let boxes = map(r#""nations": "label""#);
    let scene = scene(&boxes);
    for ((mark, room), radius) in scene.nations.iter().zip(footprints(&boxes)).zip(radii(&boxes)) {
        let half = mark.half_extent();
        assert!((room[2] - half.x).abs() < 0.01 && (room[3] - half.y).abs() < 0.01);
        assert_eq!(radius.to_bits(), half.y.to_bits());
    }
    let hull = hull_map("");
    assert_eq!(radii(&hull)[CLUB].to_bits(), 0f32.to_bits());
    assert_eq!(footprints(&hull)[CLUB], [0.0; 4]);
    assert!(radii(&map(""))[CLUB] > 0.0);
}

#[test]
fn the_area_of_a_disc_follows_an_attribute() {
    let by_gdp = r#""nation_size": {"by": {"attribute": "gdp"}, "range": {"low": 5, "high": 40}}"#;
    let radii = radii(&map(by_gdp));
    assert!((radii[GERMANY] - 40.0).abs() < 1e-3);
    assert!((radii[FRANCE] - 20.0).abs() < 1e-3, "a quarter of the area");
    assert!((radii[JAPAN] - 10.0).abs() < 1e-3, "a sixteenth");
    assert!((radii[NIGERIA] - 18.0).abs() < 1e-3, "the usual size where nothing is said");
    let scene = scene(&map(by_gdp));
    assert!(legend(&scene).ends_with(&["Gdp", "1", "3", "15"]), "{:?}", legend(&scene));
    for row in scene.legend.iter().rev().take(3) {
        let LegendSymbol::Mark { radius, .. } = row.symbol else {
            panic!("a disc for {}", row.text)
        };
        let number: f32 = row.text.parse().expect("a number");
        assert!((radius - 40.0 * (number / 16.0).sqrt()).abs() < 0.01, "drawn as on the map");
    }
    let page = figure(
        &map(by_gdp),
        &FigureOptions { page: Page::Size(330.0, 300.0), ..FigureOptions::default() },
        fit_nations_on_page,
    );
    let discs: Vec<f32> = page
        .legend
        .rows
        .iter()
        .filter_map(|row| match row.symbol {
            PlacedSymbol::Mark { radius, .. } => Some(radius),
            _ => None,
        })
        .collect();
    let germany = page.scene.nations[GERMANY].radius;
    assert!(germany < 40.0, "discs give way on a small page: {germany}");
    let expected = germany * (15.0f32 / 16.0).sqrt();
    assert!(discs.iter().any(|radius| (radius - expected).abs() < 0.01), "{discs:?} {expected}");
    let fixed = map(r#""nation_size": "fixed""#);
    assert!(entente::scene::radii(&fixed).iter().all(|radius| *radius == 18.0));
}

#[test]
fn rules_are_live() {
    let mut map =
        map(r##""nation_color": {"by": {"attribute": "bloc"}, "values": {"east": "#AA3311"}}"##);
    let before = scene(&map);
    assert_eq!(before.nations[FRANCE].band, before.nations[GERMANY].band);
    assert_ne!(before.nations[FRANCE].band, before.nations[JAPAN].band);
    assert_eq!(before.nations[SWITZERLAND].band, None, "nothing is said of it");
    assert!(legend(&before).ends_with(&["Bloc", "east", "west", "south"]));

    let france = Target::Nation(id(&map, "FRA"));
    let east = Some(Attribute::Text("east".into()));
    let command = edit::set_attribute(&map, france, "bloc", east).expect("France is there");
    apply(&mut map, command).expect("an attribute");
    let after = scene(&map);
    assert_eq!(after.nations[FRANCE].band, after.nations[JAPAN].band);

    for key in ["FRA", "DEU"] {
        let target = Target::Nation(id(&map, key));
        let command = edit::set_attribute(&map, target, "bloc", None).expect("it is there");
        apply(&mut map, command).expect("no attribute");
    }
    let rows = scene(&map);
    assert!(
        !legend(&rows).contains(&"west"),
        "the legend lists what is there: {:?}",
        legend(&rows)
    );
}

#[test]
fn colours_of_a_range_run_from_low_to_high() {
    let look = r##""nations": "disc", "nation_color": {"by": {"attribute": "gdp"},
        "range": {"from": 0, "to": 16, "low": "#FFFFFF", "high": "#000000"}}"##;
    let scene = scene(&map(look));
    let grey = |index: usize| match scene.nations[index].emblem {
        Emblem::Plain(color) => (color.r, color.g, color.b),
        _ => panic!("a plain disc"),
    };
    assert_eq!(grey(GERMANY), (0, 0, 0));
    let (france, japan) = (grey(FRANCE), grey(JAPAN));
    assert!(france.0 > 120 && japan.0 > france.0 && japan.0 < 255, "{france:?} {japan:?}");
    assert!(france.0.abs_diff(france.1) <= 1 && france.0.abs_diff(france.2) <= 1);
    assert!(legend(&scene).ends_with(&["Gdp", "0", "5", "11", "16"]), "{:?}", legend(&scene));
}

#[test]
fn width_colour_and_dash_of_ties_follow_their_data() {
    let scene =
        scene(&map(r##""tie_width": {"by": {"attribute": "aid"}, "range": {"low": 1, "high": 5}},
        "tie_color": {"by": "status", "values": {"ended": "#8C1C13"}},
        "tie_dash": {"by": "sign", "values": {"friendly": "dash-dot"}}"##));
    let width = |index: usize| scene.ties[index].width;
    assert_eq!((width(0), width(2), width(3)), (1.0, 5.0, 3.0));
    assert_eq!(width(1), 1.5, "the kind's width where nothing is said");
    assert_eq!(scene.ties[1].pattern.dashes.len(), 4, "dash-dot");
    let rows = legend(&scene);
    assert!(rows.contains(&"Status") && rows.contains(&"in force") && rows.contains(&"ended"));
    assert!(!rows.contains(&"signed") && !rows.contains(&"Sign"));
    assert!(rows.contains(&"Aid") && rows.contains(&"5"));
    let kind = scene.legend.iter().find(|row| row.text.contains("allied")).expect("a kind");
    let LegendSymbol::Line(line) = &kind.symbol else { panic!("a line") };
    assert_eq!(line.color, scene.palette.second_ink, "a colour of its own would mean nothing");
}

#[test]
fn prints_keep_categories_apart_without_colour() {
    let grey = |color| contrast(color, entente::model::Color::new(255, 255, 255));
    let look = r#""nations": "disc", "nation_color": {"by": {"attribute": "bloc"}}"#;
    let scene = scene_in(&map(look), Theme::Print);
    let mut greys: Vec<f32> = [FRANCE, JAPAN, NIGERIA]
        .into_iter()
        .map(|index| match scene.nations[index].emblem {
            Emblem::Plain(color) => grey(color),
            _ => panic!("a plain disc"),
        })
        .collect();
    greys.sort_by(f32::total_cmp);
    assert!(greys.windows(2).all(|pair| pair[1] / pair[0] > 1.8), "{greys:?}");
}

#[test]
fn pages_show_hulls_and_samples() {
    let map = hull_map(
        r#""nations": "label", "hulls": "region", "nation_color": {"by": "region"},
        "nation_size": {"by": "degree", "range": {}}"#,
    );
    for theme in Theme::ALL {
        let svg = export::svg(&figure(
            &map,
            &FigureOptions { theme, ..FigureOptions::default() },
            fit_nations_on_page,
        ));
        let tree = resvg::usvg::Tree::from_str(&svg, &resvg::usvg::Options::default());
        assert!(tree.is_ok() && !svg.contains("NaN"));
        // Three regions, the club, and their two samples.
        assert_eq!(svg.matches(r#"<g class="hull">"#).count(), 6);
        for name in [">Europe</text>", ">Club</text>", "<title>Asia</title>"] {
            assert!(svg.contains(name), "{name}");
        }
    }
}

#[test]
fn a_look_of_no_use_changes_nothing() {
    let plain = scene(&map(""));
    let unused = map(
        r#""hulls": {"attribute": "unknown"}, "nation_color": {"by": {"attribute": "unknown"}},
        "tie_width": {"by": {"attribute": "unknown"}, "range": {}}"#,
    );
    let found = scene(&unused);
    assert_eq!((&found.nations, &found.hulls), (&plain.nations, &plain.hulls));
    let mut lonely = map("");
    for (key, drawn_as) in [("RUS", DrawnAs::Hull), ("CHE", DrawnAs::Hull)] {
        let nation = id(&lonely, key);
        let changed = entente::model::Nation {
            drawn_as,
            ..lonely.nations().get(nation).expect("a nation").clone()
        };
        let replace = edit::Change::Replace(Box::new(changed));
        apply(&mut lonely, edit::Command::Nation(nation, replace)).expect("a choice");
    }
    assert_eq!(scene(&lonely), plain, "who has no members is drawn as ever");
    let command = edit::change_look(&lonely, |look| look.nations = NationStyle::Disc);
    let back = apply(&mut lonely, command).expect("a look");
    apply(&mut lonely, back).expect("an exact inverse");
    assert_eq!(*lonely.look(), Look::default());
}

/// An organisation within another, members of both, and one that has left.
fn nested_hulls() -> Map {
    let text = r#"{"format": "entente-map", "version": "1.1", "nations": [
      {"id": "outer", "name": "Union", "type": "organisation", "drawn_as": "hull"},
      {"id": "inner", "name": "Council", "type": "organisation", "drawn_as": "hull",
        "memberships": [{"organisation": "outer"}]},
      {"id": "FRA", "name": "France", "position": [0, 0],
        "memberships": [{"organisation": "inner"}]},
      {"id": "DEU", "name": "Germany", "position": [150, 50],
        "memberships": [{"organisation": "inner"}]},
      {"id": "ITA", "name": "Italy", "position": [300, 250],
        "memberships": [{"organisation": "outer"}]},
      {"id": "GBR", "name": "Britain", "position": [110, 165],
        "memberships": [{"organisation": "outer", "until": "2020"}]}],
    "ties": [
      {"from": "outer", "to": "ITA", "kind": "pact"},
      {"from": "FRA", "to": "inner", "kind": "concern"}]}"#;
    let opened = read(text.as_bytes()).expect("a map");
    assert_eq!(opened.problems, []);
    opened.map
}

#[test]
fn a_hull_within_another_lies_wholly_within_it() {
    let scene = scene(&nested_hulls());
    let [outer, inner] = scene.hulls.as_slice() else { panic!("{} hulls", scene.hulls.len()) };
    assert!(inner.outline.iter().flatten().all(|point| outer.contains(*point)));
    assert_eq!((outer.members.as_slice(), inner.members.as_slice()), (&[2, 3, 4][..], &[2, 3][..]));
}

#[test]
fn organisations_that_are_members_of_one_another_are_still_drawn() {
    let text = r#"{"format": "entente-map", "version": "1.1", "nations": [
      {"id": "a", "name": "A", "type": "organisation", "drawn_as": "hull",
        "memberships": [{"organisation": "b"}]},
      {"id": "b", "name": "B", "type": "organisation", "drawn_as": "hull"}], "ties": []}"#;
    let scene = scene(&read(text.as_bytes()).expect("a map").map);
    for nation in &scene.nations {
        let has_hull = scene.hulls.iter().any(|hull| hull.organisation == Some(nation.id));
        assert!(nation.is_drawn() || has_hull, "{}", nation.name);
    }
}

#[test]
fn a_member_that_has_left_stands_outside() {
    let mut map = nested_hulls();
    let britain = id(&map, "GBR");
    for y in [120.0, 150.0, 165.0, 180.0, 200.0] {
        let place = edit::Placement { position: Some(Point::new(110.0, y)), pinned: false };
        apply(&mut map, edit::Command::Placements(vec![(britain, place)])).expect("a place");
        let scene = scene(&map);
        let mark = scene.nations.iter().find(|mark| mark.id == britain).expect("Britain");
        let is_in = |point: &Point| scene.hulls[0].contains(*point);
        assert!(!mark.outline().iter().any(is_in), "half in the hull at {y}");
    }
}

#[test]
fn a_tie_from_a_hull_to_its_own_member_is_seen() {
    let scene = scene(&nested_hulls());
    for tie in &scene.ties {
        assert!(tie.curve.length() > 15.0, "{}: {}", tie.name, tie.curve.length());
    }
    assert!(scene.ties[1].arrow.is_some());
}
