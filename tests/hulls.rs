//! Hulls on whole maps: names, ties and outlines, while nations move, and in layouts.

use entente::formats::read;
use entente::layout::Flow;
use entente::model::{Grouping, Look, Map, Point};
use entente::scene::index::{Adjacency, MarkLookup, SpatialIndex};
use entente::scene::{Mark, Options, Positions, Scene, Theme, build, move_nations, relabel};
use entente::tasks::{LayoutRequest, LayoutSettings, lay_out};

/// Three organisations that share members, and nations in none, in rows; each organisation has a tie.
fn clubs() -> Map {
    let mut nations = String::new();
    for club in ["a", "b", "c"] {
        nations += &format!(
            r#"{{"id": "{club}", "name": "Club of {club}", "type": "organisation", "drawn_as": "hull"}},"#
        );
    }
    for index in 0..48 {
        let (x, y) = (index % 8 * 140 + index % 3 * 20, index / 8 * 120 + index % 5 * 12);
        let clubs = ["a", "b", "c"].into_iter().zip([(0..14), (10..24), (30..48)]);
        let clubs = clubs.filter(|(_, of)| of.contains(&index) && index % 6 != 5);
        let clubs: Vec<String> =
            clubs.map(|(club, _)| format!(r#"{{"organisation": "{club}"}}"#)).collect();
        nations += &format!(
            r#"{{"id": "n{index}", "name": "Nation {index}", "position": [{x}, {y}],
                "attributes": {{"side": "{}"}}, "memberships": [{}]}}{}"#,
            if index * 7 % 48 < 24 { "left" } else { "right" },
            clubs.join(","),
            if index < 47 { "," } else { "" }
        );
    }
    let text = format!(
        r#"{{"format": "entente-map", "version": "1.1", "nations": [{nations}], "ties": [
            {{"from": "n29", "to": "a", "kind": "pact"}},
            {{"from": "b", "to": "c", "kind": "concern"}},
            {{"from": "n0", "to": "a", "kind": "concern"}},
            {{"from": "n3", "to": "n40", "kind": "allied"}}]}}"#
    );
    let opened = read(text.as_bytes()).expect("a map");
    assert_eq!(opened.problems, []);
    opened.map
}

fn drawn(map: &Map, options: &Options) -> Scene {
    build(map, &Positions::of(map), options)
}

/// What must hold of every scene with hulls.
fn check(scene: &Scene, options: &Options) {
    for hull in &scene.hulls {
        for (index, nation) in scene.nations.iter().enumerate().filter(|(_, n)| n.is_drawn()) {
            let belongs = hull.members.contains(&index);
            assert_eq!(hull.contains(nation.center), belongs, "{} in {}", nation.name, hull.name);
        }
        let name = hull.names.first().expect("a name");
        assert!(hull.contains(name.area.center()), "the name of {}", hull.name);
    }
    for tie in &scene.ties {
        for (end, point) in [(Mark::Nation(tie.from), tie.curve.from), (tie.to, tie.curve.to)] {
            let Mark::Nation(index) = end else { continue };
            let id = scene.nations[index].id;
            let Some(hull) = scene.hulls.iter().find(|hull| hull.organisation == Some(id)) else {
                continue;
            };
            let area = hull.names[0].area;
            let near = area.expanded(options.unit * 14.0);
            assert!(near.contains(point) && !area.contains(point), "{} at {}", tie.name, hull.name);
        }
    }
}

#[test]
fn names_stand_among_the_members_on_no_mark_and_no_other_name() {
    let map = clubs();
    for theme in Theme::ALL {
        let options = Options { theme, ..Options::default() };
        let scene = drawn(&map, &options);
        check(&scene, &options);
        for (index, label) in scene.labels.iter().enumerate() {
            let others = &scene.labels[index + 1..];
            assert!(!others.iter().any(|other| other.bounds.intersects(&label.bounds)));
            let marks = scene.nations.iter().filter(|nation| nation.is_drawn());
            let mut on = marks.filter(|nation| nation.bounds().intersects(&label.bounds));
            assert!(on.next().is_none(), "{:?}", label.lines);
        }
        assert_eq!(scene.left_out.names, 0);
    }
}

#[test]
fn ties_end_at_the_name_also_where_type_is_larger() {
    let map = clubs();
    let mut scene = drawn(&map, &Options::default());
    for text_unit in [1.6, 1.0] {
        let options = Options { text_unit, ..Options::default() };
        relabel(&map, &options, &mut scene);
        check(&scene, &options);
    }
    assert!(scene.hulls == drawn(&map, &Options::default()).hulls, "as before");
}

#[test]
fn while_a_nation_moves_its_hulls_follow_and_those_far_away_stay() {
    let map = clubs();
    let options = Options::default();
    let mut scene = drawn(&map, &options);
    let lookup = MarkLookup::of(&scene);
    let adjacency = Adjacency::of(&scene, &lookup);
    let before = scene.clone();
    let member = before.hulls[0].members[0];
    for step in 0..6u8 {
        let to = before.nations[member].center + Point::new(-40.0, -30.0) * f32::from(step);
        move_nations(&map, &[(member, to)], &options, (&lookup, &adjacency), &mut scene);
        check(&scene, &options);
    }
    assert!(scene.hulls[0].outline != before.hulls[0].outline);
    assert!(scene.hulls[2] == before.hulls[2], "nothing near it has moved");
    let back = [(member, before.nations[member].center)];
    move_nations(&map, &back, &options, (&lookup, &adjacency), &mut scene);
    for (now, then) in scene.hulls.iter().zip(&before.hulls) {
        let (now, then) = (now.bounds(), then.bounds());
        assert!(now.min.distance(then.min) + now.max.distance(then.max) < 0.1, "back again");
    }
}

#[test]
fn the_edge_of_a_hull_stands_for_its_organisation() {
    let map = clubs();
    let scene = drawn(&map, &Options::default());
    let (lookup, index) = (MarkLookup::of(&scene), SpatialIndex::of(&scene));
    let hull = &scene.hulls[2];
    let organisation = lookup.nation(hull.organisation.expect("an organisation"));
    let found = |point: Point| index.at(&scene, &lookup, point, 2.0, None);
    let at_edge = hull.outline.iter().flatten().map(|point| found(*point));
    let hits = at_edge.filter(|mark| *mark == organisation.map(Mark::Nation)).count();
    let points: usize = hull.outline.iter().map(Vec::len).sum();
    assert!(2 * hits > points, "{hits} of {points}");
    let far = scene.bounds.min - Point::new(50.0, 50.0);
    assert_eq!(found(far), None);
}

#[test]
fn every_island_of_a_hull_has_its_name_smaller_than_on_the_largest() {
    let mut nations = String::new();
    for (index, (x, y)) in
        [(0, 0), (120, 40), (60, 130), (1400, 0), (0, 1200), (110, 1180)].iter().enumerate()
    {
        nations += &format!(
            r#"{{"id": "n{index}", "name": "Nation {index}", "position": [{x}, {y}],
                "memberships": [{{"organisation": "club"}}]}},"#
        );
    }
    let text = format!(
        r#"{{"format": "entente-map", "version": "1.1", "nations": [{nations}
            {{"id": "club", "name": "Club", "type": "organisation", "drawn_as": "hull"}}], "ties": []}}"#
    );
    let map = read(text.as_bytes()).expect("a map").map;
    let scene = drawn(&map, &Options::default());
    let sizes: Vec<f32> =
        scene.labels.iter().filter(|l| l.lines == ["Club"]).map(|label| label.size).collect();
    assert!(sizes.len() == 3 && sizes[1] < sizes[0] && sizes[2] < sizes[0], "{sizes:?}");
    let hull = &scene.hulls[0];
    for member in &hull.members {
        let at = scene.nations[*member].center;
        let near = |area: &entente::model::Rect| area.center().distance(at) < 300.0;
        assert!(hull.names.iter().any(|name| near(&name.area)));
    }
}

#[test]
fn no_place_has_the_tints_of_two_hulls() {
    let figure = entente::scene::figure::figure(
        &clubs(),
        &entente::scene::figure::FigureOptions::default(),
        entente::tasks::fit_nations_on_page,
    );
    let svg = entente::export::svg(&figure);
    let svg = svg.split(r#"class="legend""#).next().unwrap_or_default();
    let (last_area, first_edge) =
        (svg.rfind(r#"<g class="hull">"#), svg.find(r#"<g class="hull-edge">"#));
    assert!(last_area.is_some() && last_area < first_edge, "edges lie on all areas");
    assert!(!svg[..first_edge.unwrap_or(0)].contains("fill-opacity"), "areas cover one another");
    let sizes: Vec<usize> =
        figure.scene.hulls_by_size().iter().map(|hull| hull.members.len()).collect();
    assert!(sizes.is_sorted_by(|a, b| a >= b), "the smaller lies on the larger");
}

#[test]
fn layouts_bring_those_together_that_share_a_hull() {
    let spread = |with_hulls: bool| {
        let mut map = clubs();
        if with_hulls {
            let hulls = Some(Grouping::Attribute("side".to_owned()));
            let look = Look { hulls, ..map.look().clone() };
            let command = entente::edit::Command::Look(Box::new(look));
            entente::edit::apply(&mut map, command).expect("a look");
        }
        let request = LayoutRequest::All(LayoutSettings::default());
        let places = lay_out(&map, &request, 1, &mut |_| Flow::Continue).expect("a layout");
        let drawn: Vec<Point> = places[3..].iter().map(|(_, point)| *point).collect();
        let is_left = |index: usize| index * 7 % 48 < 24;
        let (mut same, mut other) = ((0.0, 0.0), (0.0, 0.0));
        for a in 0..drawn.len() {
            for b in 0..a {
                let sum = if is_left(a) == is_left(b) { &mut same } else { &mut other };
                *sum = (sum.0 + drawn[a].distance(drawn[b]), sum.1 + 1.0);
            }
        }
        (same.0 / same.1) / (other.0 / other.1)
    };
    let (without, with) = (spread(false), spread(true));
    assert!(with < 0.85 * without, "{with} against {without}");
}
