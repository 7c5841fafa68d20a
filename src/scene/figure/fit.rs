//! Placing the map on the page: as it lies in the window where its names can then be read, else with
//! nations giving way so that every name can.

use super::{PlacementRequest, Room};
use crate::model::{End, Map, Point, Rect, Tie};
use crate::scene::curve::segment_meets;
use crate::scene::{Options, Positions, Scene, build, nation_marks};

/// The largest magnification of the distances between nations, at unit 1.
const MAX_SCALE: f32 = 1.6;
/// Names set at this part of their usual size or more are large enough: the map stays as it lies.
const LEGIBLE: f32 = 0.85;
/// Type isn't drawn smaller than this part of its usual size.
const LEAST_TEXT: f32 = 0.45;
/// From one size that is tried to the next.
const STEP: f32 = 0.93;
/// Sizes of discs relative to that of names, tried in turn.
const DISCS: [f32; 4] = [1.0, 0.8, 0.64, 0.5];
/// Boxes that take more of the area than this aren't tried.
const MOST_FILLED: f32 = 0.44;
/// Lines that cover more of the area than this are drawn thinner.
const MOST_INK: f32 = 0.12;
const THINNEST: f32 = 0.3;
/// What rounding may come to.
const HAIR: f32 = 0.5;

/// Builds the scene as large as it fits, leaving the legend's corner at the bottom left free.
pub(super) fn place(map: &Map, free: Rect, legend: Point, options: &Options, room: Room) -> Scene {
    let world = Positions::of(map);
    let bearable = overlaps(&world, 1.0, &nation_marks::rooms(map, 1.0, 1.0));
    let fit = Fit { map, world, bearable, options: *options, room };
    let gap = 10.0 * options.unit;
    let corner = Rect::new(
        Point::new(free.min.x, free.max.y - legend.y),
        Point::new(free.min.x + legend.x, free.max.y),
    );
    let has_legend = legend.x > 0.0;
    let whole = fit.drawn(free, Fit::still);
    if whole.is_legible(options) && !(has_legend && touches(&whole.scene, &corner.expanded(gap))) {
        return whole.scene;
    }
    if !has_legend {
        return fit.roomier(free, whole).scene;
    }
    let right = Rect::new(Point::new(corner.max.x + gap * 1.6, free.min.y), free.max);
    let above = Rect::new(free.min, Point::new(free.max.x, corner.min.y - gap));
    let [right, above] = [right, above].map(|area| fit.roomier(area, fit.drawn(area, Fit::still)));
    if above.is_better_than(&right) { above.scene } else { right.scene }
}

/// A map to be fitted.
struct Fit<'a> {
    map: &'a Map,
    world: Positions,
    /// How many pairs of names overlap as the map lies at 100 %.
    bearable: usize,
    options: Options,
    room: Room,
}

/// Where the nations lie on the page, and how large everything is.
struct Placed {
    positions: Positions,
    sized: Options,
    scale: f32,
}

/// A scene that was built as it was placed.
struct Drawn {
    scene: Scene,
    text_unit: f32,
    scale: f32,
}

impl Drawn {
    /// Whether every name stands there and can be read.
    fn is_legible(&self, options: &Options) -> bool {
        self.text_unit >= LEGIBLE * options.unit && self.scene.left_out.names == 0
    }

    /// The better of two has fewer names left out, then larger type, then larger distances.
    fn is_better_than(&self, other: &Self) -> bool {
        let (own, others) = (self.scene.left_out.names, other.scene.left_out.names);
        let sizes = |drawn: &Self| (drawn.text_unit, drawn.scale);
        own < others || (own == others && sizes(self) > sizes(other))
    }
}

impl Fit<'_> {
    /// The better of a scene of the map as it lies in an area, and one with nations giving way where
    /// the names of the first can't be read.
    fn roomier(&self, area: Rect, still: Drawn) -> Drawn {
        if still.is_legible(&self.options) {
            return still;
        }
        let arrange = |fit: &Self, area| fit.roomy(area).unwrap_or_else(|| fit.still(area));
        let roomy = self.drawn(area, arrange);
        if roomy.is_better_than(&still) { roomy } else { still }
    }

    /// Builds the scene in an area, again in a smaller one as long as a curve leaves it.
    fn drawn(&self, area: Rect, arrange: impl Fn(&Self, Rect) -> Placed) -> Drawn {
        let area = at_least(area, 20.0);
        let mut inner = area;
        let mut tries = 0;
        loop {
            let Placed { positions, mut sized, scale } = arrange(self, inner);
            sized.frame = Some(area);
            sized.line_unit *= thinning(self.map, &positions, &sized, area);
            let scene = build(self.map, &positions, &sized);
            let over = beyond(&scene.bounds, &area);
            let next = Rect::new(inner.min + over.min, inner.max - over.max);
            let leaves = over.min.x + over.min.y + over.max.x + over.max.y > 1.0;
            tries += 1;
            if !leaves || tries == 4 || next.width() < 20.0 || next.height() < 20.0 {
                return Drawn { scene, text_unit: sized.text_unit, scale };
            }
            inner = next;
        }
    }

    /// The nations as they lie in the map, at the sizes at which no more names overlap than in it.
    fn still(&self, area: Rect) -> Placed {
        let mut shrink = 1.0;
        loop {
            let unit = self.options.unit * shrink;
            let text_unit = self.options.unit * f32::max(shrink, LEAST_TEXT);
            let rooms = nation_marks::rooms(self.map, unit, text_unit);
            let most = MAX_SCALE * self.options.unit;
            let scale = scale_that_fits(&self.world, &rooms, area, most);
            if shrink < 0.3 || overlaps(&self.world, scale, &rooms) <= self.bearable {
                let positions = centered(&self.world, scale, &rooms, area);
                return Placed { positions, sized: self.sized(unit, text_unit), scale };
            }
            shrink *= STEP;
        }
    }

    /// The nations with room for all names, which are as large as they can be; `None` where there is
    /// no room at any size.
    fn roomy(&self, area: Rect) -> Option<Placed> {
        let mut shrink = 1.0;
        while shrink >= LEAST_TEXT {
            for discs in DISCS {
                let text_unit = self.options.unit * shrink;
                let unit = text_unit * discs;
                let rooms = nation_marks::rooms(self.map, unit, text_unit);
                let filled: f32 = rooms.iter().map(|room| room.width() * room.height()).sum();
                if filled > MOST_FILLED * area.width() * area.height() {
                    continue;
                }
                let scale =
                    scale_that_fits(&self.world, &rooms, area, MAX_SCALE * self.options.unit);
                let wishes = centered(&self.world, scale, &rooms, area);
                let area = area.expanded(-HAIR);
                let wish = PlacementRequest { wishes: wishes.points(), rooms: &rooms, area };
                if let Some(points) = (self.room)(&wish) {
                    let positions = Positions::from_points(points);
                    return Some(Placed { positions, sized: self.sized(unit, text_unit), scale });
                }
            }
            shrink *= STEP;
        }
        None
    }

    fn sized(&self, unit: f32, text_unit: f32) -> Options {
        Options { unit, text_unit, line_unit: unit, ..self.options }
    }
}

/// How much thinner lines are drawn so that they don't cover the page.
fn thinning(map: &Map, positions: &Positions, sized: &Options, area: Rect) -> f32 {
    let place = |id| map.nations().index_of(id).map(|index| positions.get(index));
    let ink = |(_, tie): (_, &Tie)| {
        let End::Nation(to) = tie.to else { return 0.0 };
        let width = map.kinds().get(tie.kind).map_or(1.5, |kind| kind.width) * sized.line_unit;
        place(tie.from).zip(place(to)).map_or(0.0, |(from, to)| from.distance(to) * width)
    };
    let covered = map.ties().iter().map(ink).sum::<f32>() / (area.width() * area.height());
    (MOST_INK / covered.max(MOST_INK)).max(THINNEST)
}

/// How far a rectangle reaches beyond another: to the left and above, to the right and below.
fn beyond(inner: &Rect, outer: &Rect) -> Rect {
    let over = |by: Point| Point::new(by.x.max(0.0), by.y.max(0.0));
    Rect::new(over(outer.min - inner.min), over(inner.max - outer.max))
}

fn at_least(area: Rect, side: f32) -> Rect {
    Rect::centered(area.center(), area.width().max(side), area.height().max(side))
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

/// Whether anything of a scene lies in a corner.
pub(super) fn touches(scene: &Scene, corner: &Rect) -> bool {
    scene.nations.iter().any(|nation| nation.bounds().intersects(corner))
        || scene.labels.iter().any(|label| label.bounds.intersects(corner))
        || scene.hulls.iter().any(|hull| hull.touches(corner))
        || scene.ties.iter().any(|tie| {
            tie.curve.bounds().intersects(corner)
                && tie.curve.flatten(2.0).windows(2).any(|p| segment_meets(p[0], p[1], corner))
        })
}
