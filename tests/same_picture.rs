//! What the window shows is what an export draws: the same map through the window's painter and
//! through the PNG export, held against each other.
#![cfg(feature = "gui")]

mod opened;
mod skipped;

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use entente::export;
use entente::model::{Map, Point};
use entente::scene::figure::Figure;
use entente::scene::{LabelOwner, Options, PlacedLegend, Positions, Scene, Theme, build};
use entente::ui::{App, ThemeChoice};
use opened::open_as;
use skipped::skipped;

const WIDTH: usize = 1280;
const HEIGHT: usize = 800;
/// The part of the window where nothing but the map is: left, top, right, bottom.
const MAP_ALONE: [usize; 4] = [240, 132, 1220, 732];
/// Pixels of a side of the cells whose mean colours are compared, so that letters which two renderers
/// smooth in different ways count as alike.
const CELL: usize = 4;
/// The least difference of a cell's strongest channel, of 255, that no smoothing explains.
const OTHER: f32 = 30.0;
/// How many of some 36,000 cells may differ so: some 15 do with Mesa's renderer in software, where
/// small letters overlap lines.
const MOST_OTHER: usize = 28;
/// The most that all cells differ in the mean.
const MOST_MEAN: f32 = 0.6;

/// A picture's red, green and blue, row by row.
type Rows = Vec<[f32; 3]>;

/// The window at 100 %, without its side panel, with nothing moving.
fn window<'a>(theme: ThemeChoice) -> Harness<'a, Option<App>> {
    let size = Vec2::new(WIDTH as f32, HEIGHT as f32);
    let mut window = open_as(Harness::builder().with_size(size).wgpu(), theme);
    for key in [Key::B, Key::Num0] {
        window.key_press_modifiers(Modifiers::COMMAND, key);
        window.run_steps(4);
    }
    window.remove_cursor();
    window.run_steps(3);
    window
}

/// Which point of the world lies in the window's upper left corner, as long as 1 unit is 1 pixel.
fn corner(window: &Harness<'_, Option<App>>, scene: &Scene) -> Point {
    let corners = scene.nations.iter().map(|nation| {
        let node = window.get_by_role_and_label(Role::GraphicsObject, &nation.name);
        let at = node.rect().center();
        nation.center - Point::new(at.x, at.y)
    });
    let corners: Vec<Point> = corners.collect();
    assert!(corners.iter().all(|corner| corner.distance(corners[0]) < 0.5), "{corners:?}");
    corners[0]
}

/// A scene as the export draws it: as large as the window, from a point of the world on.
fn exported(scene: &Scene, corner: Point) -> Rows {
    let figure = Figure {
        width: WIDTH as f32,
        height: HEIGHT as f32,
        scale: Point::new(1.0, 1.0),
        has_ground: true,
        scene: scene.clone(),
        legend: PlacedLegend::default(),
        texts: Vec::new(),
        rule: None,
        nation_keys: BTreeMap::new(),
        tie_keys: BTreeMap::new(),
        matrix: None,
        left_out: None,
    };
    let page = export::svg(&figure);
    let seen = format!("viewBox=\"{} {} {WIDTH} {HEIGHT}\"", corner.x, corner.y);
    let page = page.replacen(&format!("viewBox=\"0 0 {WIDTH} {HEIGHT}\""), &seen, 1);
    let ground = format!(
        r#"<rect x="{}" y="{}" width="{WIDTH}" height="{HEIGHT}" fill="{}"/>"#,
        corner.x, corner.y, scene.palette.canvas
    );
    let (head, rest) = page.split_once(">\n").expect("an svg element");
    let drawn = export::pixels(&format!("{head}>\n{ground}{rest}"), 1.0).expect("a picture");
    assert_eq!((drawn.width as usize, drawn.height as usize), (WIDTH, HEIGHT));
    drawn.rgba.chunks_exact(4).map(|p| [p[0], p[1], p[2]].map(f32::from)).collect()
}

/// How two pictures differ: the mean over all cells, and how many cells are of another colour. A cell
/// is held against the one at the same place and those a pixel beside it, whichever is most alike.
fn difference(a: &Rows, b: &Rows) -> (f32, usize) {
    let [left, top, right, bottom] = MAP_ALONE;
    let cell = |rows: &Rows, x: usize, y: usize| {
        let mut sum = [0.0f32; 3];
        for (row, column) in (y..y + CELL).flat_map(|row| (x..x + CELL).map(move |c| (row, c))) {
            let pixel = rows[row * WIDTH + column];
            sum.iter_mut().zip(pixel).for_each(|(sum, channel)| *sum += channel);
        }
        sum.map(|sum| sum / (CELL * CELL) as f32)
    };
    let (mut total, mut count, mut other) = (0.0, 0, 0);
    for y in (top..bottom).step_by(CELL) {
        for x in (left..right).step_by(CELL) {
            let here = cell(a, x, y);
            let apart = |(dx, dy): (usize, usize)| {
                let there = cell(b, x + dx - 1, y + dy - 1);
                here.iter().zip(there).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max)
            };
            let shifts = (0..3).flat_map(|dx| (0..3).map(move |dy| (dx, dy)));
            let apart = shifts.map(apart).fold(f32::INFINITY, f32::min);
            total += apart;
            count += 1;
            other += usize::from(apart > OTHER);
        }
    }
    (total / count as f32, other)
}

fn agree((mean, other): (f32, usize)) -> bool {
    mean <= MOST_MEAN && other <= MOST_OTHER
}

/// The scene with one thing wrong each time: what the comparison must not let pass.
fn spoiled(scene: &Scene) -> Vec<(&'static str, Scene)> {
    let mut no_text = scene.clone();
    let longest = scene.labels.iter().filter(|label| matches!(label.owner, LabelOwner::Tie(_)));
    let longest = longest.max_by(|a, b| a.extent.x.total_cmp(&b.extent.x)).expect("a text").owner;
    no_text.labels.retain(|label| label.owner != longest);
    let mut moved = scene.clone();
    moved.labels[0].center = moved.labels[0].center + Point::new(0.0, 8.0);
    let mut shifted = scene.clone();
    let longest = shifted
        .ties
        .iter_mut()
        .max_by(|a, b| (a.curve.length() * a.strength).total_cmp(&(b.curve.length() * b.strength)));
    let curve = &mut longest.expect("a tie").curve;
    let aside = curve.tangent(0.5).perpendicular() * 7.0;
    for point in [&mut curve.from, &mut curve.control_from, &mut curve.control_to, &mut curve.to] {
        *point = *point + aside;
    }
    let mut no_nation = scene.clone();
    no_nation.nations.pop();
    vec![
        ("a tie's text is missing", no_text),
        ("a name is moved", moved),
        ("a tie is shifted", shifted),
        ("a nation is missing", no_nation),
    ]
}

#[test]
fn the_window_and_the_export_draw_the_same_picture() {
    let renderer = std::panic::catch_unwind(|| {
        let setup = egui_kittest::wgpu::default_wgpu_setup();
        egui_kittest::wgpu::WgpuTestRenderer::from_setup(setup)
    });
    if renderer.is_err() {
        skipped("no renderer for pictures; Debian's mesa-vulkan-drivers has one");
        return;
    }
    for (theme, choice) in [(Theme::Light, ThemeChoice::Light), (Theme::Dark, ThemeChoice::Dark)] {
        let mut window = window(choice);
        let map: Map = window.state().as_ref().expect("the app").state().map().clone();
        let options = Options { theme, ..Options::default() };
        let scene = build(&map, &Positions::of(&map), &options);
        let corner = corner(&window, &scene);
        let picture = window.render().expect("a picture");
        let shown: Rows =
            picture.pixels().map(|pixel| [pixel[0], pixel[1], pixel[2]].map(f32::from)).collect();
        let found = difference(&shown, &exported(&scene, corner));
        assert!(agree(found), "{theme:?}: mean difference and cells of another colour: {found:?}");
        for (fault, scene) in spoiled(&scene) {
            let found = difference(&shown, &exported(&scene, corner));
            assert!(!agree(found), "{theme:?}: {fault}, and nothing is noticed: {found:?}");
        }
    }
}
