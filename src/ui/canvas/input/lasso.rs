//! A lasso: a line drawn around what will be selected. A straight line from its last point to its first
//! closes it.

use egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, Stroke};

use crate::model::Point;
use crate::ui::canvas::viewport::Viewport;

/// A line of more points than this is thinned to half as many.
const MOST_POINTS: usize = 2_000;
/// The initial distance between points, in logical pixels.
const STEP: f32 = 3.0;

/// A lasso that is being drawn.
pub struct Lasso {
    /// Its points in the world.
    points: Vec<Point>,
    /// The least distance to the next point, in world units.
    step: f32,
}

impl Lasso {
    /// Starts at a point of the world; `zoom` is in logical pixels per world unit.
    pub fn begin(at: Point, zoom: f32) -> Self {
        Self { points: vec![at], step: STEP / zoom }
    }

    /// Goes on to where the pointer is.
    pub fn follow(&mut self, pointer: Point) {
        if self.points.last().is_some_and(|last| last.distance(pointer) < self.step) {
            return;
        }
        self.points.push(pointer);
        if self.points.len() > MOST_POINTS {
            let mut index = 0;
            self.points.retain(|_| {
                index += 1;
                index % 2 == 1
            });
            self.step *= 2.0;
        }
    }

    /// Its points, in order around what is inside.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// Paints the line, and fills what is inside with a faint colour.
    pub fn paint(&self, painter: &Painter, viewport: &Viewport, color: Color32) {
        let to_screen = |point: &Point| viewport.screen_from_world(*point);
        let points: Vec<Pos2> = self.points.iter().map(to_screen).collect();
        painter.add(filled(&points, viewport.canvas, color.gamma_multiply(0.12)));
        if let [first, .., last] = points[..] {
            let closing = Stroke::new(1.0, color);
            painter.extend(Shape::dashed_line(&[last, first], closing, 4.0, 4.0));
        }
        painter.add(Shape::line(points, Stroke::new(1.5, color)));
    }
}

/// The mesh of what lies inside a closed line, by the same rule as the selection: what it goes around an
/// odd number of times. Filled row by row, from each crossing of the line to the next.
fn filled(line: &[Pos2], canvas: Rect, color: Color32) -> Mesh {
    let (top, bottom) = (canvas.top().floor(), canvas.bottom().ceil());
    let mut rows: Vec<Vec<f32>> = vec![Vec::new(); (bottom - top).max(0.0) as usize];
    let ends = line.iter().zip(line.iter().cycle().skip(1));
    for (a, b) in ends {
        let (low, high) = if a.y <= b.y { (a, b) } else { (b, a) };
        // The rows whose middle lies from the upper end to the lower.
        let first = (low.y - top - 0.5).ceil().max(0.0) as usize;
        let last = (high.y - top - 0.5).ceil().max(0.0) as usize;
        for row in first..last.min(rows.len()) {
            let y = top + row as f32 + 0.5;
            rows[row].push(low.x + (high.x - low.x) * (y - low.y) / (high.y - low.y));
        }
    }
    let mut mesh = Mesh::default();
    for (row, crossings) in rows.iter_mut().enumerate() {
        crossings.sort_by(f32::total_cmp);
        let y = top + row as f32;
        for span in crossings.chunks_exact(2) {
            let (left, right) = (span[0].max(canvas.left()), span[1].min(canvas.right()));
            if left < right {
                let corners = [Pos2::new(left, y), Pos2::new(right, y + 1.0)];
                mesh.add_colored_rect(Rect::from_min_max(corners[0], corners[1]), color);
            }
        }
    }
    mesh
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn a_long_line_is_thinned_and_keeps_its_shape() {
        let mut lasso = Lasso::begin(Point::new(500.0, 0.0), 1.0);
        let turns = 40.0 * std::f32::consts::TAU;
        for step in 1..=40_000u16 {
            let angle = f32::from(step) / 40_000.0 * turns;
            lasso.follow(Point::new(500.0 * angle.cos(), 500.0 * angle.sin()));
        }
        assert!(lasso.points().len() <= MOST_POINTS, "{}", lasso.points().len());
        let around = |point: &Point| (point.distance(Point::default()) - 500.0).abs() < 1.0;
        assert!(lasso.points().len() > MOST_POINTS / 4 && lasso.points().iter().all(around));
    }

    #[test]
    fn a_hand_that_rests_adds_nothing() {
        let mut lasso = Lasso::begin(Point::default(), 2.0);
        (0..9).for_each(|_| lasso.follow(Point::new(1.0, 0.0)));
        assert_eq!(lasso.points().len(), 1);
        lasso.follow(Point::new(2.0, 0.0));
        assert_eq!(lasso.points().len(), 2);
    }

    #[test]
    fn a_notch_and_what_is_off_the_canvas_arent_filled() {
        let canvas = Rect::from_min_max(pos2(0.0, 0.0), pos2(100.0, 100.0));
        let line = [(-50.0, 10.0), (80.0, 10.0), (80.0, 90.0), (40.0, 20.0), (-50.0, 300.0)];
        let mesh = filled(&line.map(|(x, y)| pos2(x, y)), canvas, Color32::WHITE);
        let holds = |at: Pos2| {
            let quads = mesh.vertices.chunks_exact(4);
            quads.filter(|q| Rect::from_min_max(q[0].pos, q[3].pos).contains(at)).count() == 1
        };
        assert!(holds(pos2(20.2, 30.5)) && holds(pos2(75.2, 70.5)) && holds(pos2(1.2, 99.5)));
        assert!(!holds(pos2(40.2, 60.5)) && !holds(pos2(90.2, 50.5)));
        assert!(canvas.expand(0.1).contains_rect(mesh.calc_bounds()));
        assert!(filled(&[], canvas, Color32::WHITE).is_empty());
    }
}
