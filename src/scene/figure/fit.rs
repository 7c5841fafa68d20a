//! Placing the map on the page.

use crate::model::{Map, Point, Rect};
use crate::scene::{Options, Positions, Scene, build, nations};

/// The largest magnification of the distances between nations, at unit 1.
const MAX_SCALE: f32 = 1.6;
/// Type isn't drawn smaller than this part of its usual size.
const LEAST_TEXT: f32 = 0.72;

/// Builds the scene as large as it fits, leaving the legend's corner at the bottom left free.
pub(super) fn place(map: &Map, free: Rect, legend: Point, options: &Options) -> Scene {
    let whole = placed(map, free, options);
    let gap = 10.0 * options.unit;
    let corner = Rect::new(
        Point::new(free.min.x, free.max.y - legend.y),
        Point::new(free.min.x + legend.x, free.max.y),
    );
    if legend.x <= 0.0 || !touches(&whole.scene, &corner.expanded(gap)) {
        return whole.scene;
    }
    let right = Rect::new(Point::new(corner.max.x + gap * 1.6, free.min.y), free.max);
    let above = Rect::new(free.min, Point::new(free.max.x, corner.min.y - gap));
    let (right, above) = (placed(map, right, options), placed(map, above, options));
    if right.scale >= above.scale { right.scene } else { above.scene }
}

struct Placed {
    scene: Scene,
    scale: f32,
}

/// Builds the scene in an area, again with a smaller one as long as a curve or label leaves it.
fn placed(map: &Map, area: Rect, options: &Options) -> Placed {
    let area = if area.width() > 20.0 && area.height() > 20.0 {
        area
    } else {
        Rect::centered(area.center(), area.width().max(20.0), area.height().max(20.0))
    };
    let mut inner = area;
    let mut tries = 0;
    loop {
        let (positions, sized, scale) = spread(map, inner, options);
        let scene = build(map, &positions, &sized);
        let out = Rect::new(
            Point::new(
                (area.min.x - scene.bounds.min.x).max(0.0),
                (area.min.y - scene.bounds.min.y).max(0.0),
            ),
            Point::new(
                (scene.bounds.max.x - area.max.x).max(0.0),
                (scene.bounds.max.y - area.max.y).max(0.0),
            ),
        );
        let leaves = out.min.x + out.min.y + out.max.x + out.max.y > 1.0;
        tries += 1;
        let next = Rect::new(inner.min + out.min, inner.max - out.max);
        if !leaves || tries == 4 || next.width() < 20.0 || next.height() < 20.0 {
            return Placed { scene, scale };
        }
        inner = next;
    }
}

/// Positions that fill an area, and the sizes at which no more names overlap than in the map.
fn spread(map: &Map, area: Rect, options: &Options) -> (Positions, Options, f32) {
    let world = Positions::of(map);
    let bearable = overlaps(&world, 1.0, &nations::rooms(map, 1.0, 1.0));
    let mut shrink = 1.0;
    loop {
        let unit = options.unit * shrink;
        let text_unit = options.unit * f32::max(shrink, LEAST_TEXT);
        let rooms = nations::rooms(map, unit, text_unit);
        let scale = scale_that_fits(&world, &rooms, area, MAX_SCALE * options.unit);
        if shrink < 0.4 || overlaps(&world, scale, &rooms) <= bearable {
            let sized = Options { unit, text_unit, ..*options };
            return (centered(&world, scale, &rooms, area), sized, scale);
        }
        shrink *= 0.92;
    }
}

/// The rectangle of all rooms at a scale.
fn extent(world: &Positions, scale: f32, rooms: &[Rect]) -> Rect {
    let rooms = world.points().iter().zip(rooms);
    rooms.fold(Rect::NOTHING, |all, (point, room)| all.union(&room.translated(*point * scale)))
}

fn scale_that_fits(world: &Positions, rooms: &[Rect], area: Rect, most: f32) -> f32 {
    let fits = |scale: f32| {
        let extent = extent(world, scale, rooms);
        extent.width() <= area.width() && extent.height() <= area.height()
    };
    let (mut low, mut high) = (0.0, most);
    if world.points().is_empty() || fits(high) {
        return high;
    }
    for _ in 0..30 {
        let middle = f32::midpoint(low, high);
        if fits(middle) { low = middle } else { high = middle }
    }
    low
}

fn centered(world: &Positions, scale: f32, rooms: &[Rect], area: Rect) -> Positions {
    let extent = extent(world, scale, rooms);
    let shift = if extent.is_nothing() { area.center() } else { area.center() - extent.center() };
    Positions::from_points(world.points().iter().map(|point| *point * scale + shift))
}

/// How many pairs of rooms overlap at a scale.
fn overlaps(world: &Positions, scale: f32, rooms: &[Rect]) -> usize {
    let mut placed: Vec<Rect> =
        world.points().iter().zip(rooms).map(|(p, room)| room.translated(*p * scale)).collect();
    placed.sort_by(|a, b| a.min.x.total_cmp(&b.min.x));
    let after = |i: usize| {
        let room = placed[i];
        placed[i + 1..]
            .iter()
            .take_while(move |other| other.min.x < room.max.x)
            .filter(move |other| other.intersects(&room))
            .count()
    };
    (0..placed.len()).map(after).sum()
}

/// Whether anything of a scene lies in a corner of the page.
pub(super) fn touches(scene: &Scene, corner: &Rect) -> bool {
    let disc = |center: Point, r: f32| Rect::centered(center, 2.0 * r, 2.0 * r);
    scene.nations.iter().any(|n| disc(n.center, n.radius).intersects(corner))
        || scene.labels.iter().any(|label| label.bounds.intersects(corner))
        || scene.ties.iter().any(|tie| {
            tie.curve.bounds().intersects(corner)
                && tie.curve.flatten(2.0).windows(2).any(|pair| {
                    let steps = (pair[0].distance(pair[1]) / 4.0).ceil().clamp(1.0, 500.0) as u16;
                    (0..=steps).any(|i| {
                        corner.contains(pair[0].lerp(pair[1], f32::from(i) / f32::from(steps)))
                    })
                })
        })
}
