//! Strokes of a mesh: solid, dashed, and hairlines.

use egui::epaint::Vertex;
use egui::{Color32, Pos2, Rect, Vec2, pos2, vec2};

use super::{FEATHER, MeshBuilder};
use crate::ui::canvas::drawing::atlas_strips;
use crate::ui::canvas::drawing::atlas_strips::{DashPattern, DashStrip};

/// A stroke thinner than this, in physical pixels, becomes a hairline: one pixel wide, but fainter.
const THIN_PX: f32 = 1.1;

impl MeshBuilder {
    /// A stroke along points with round ends; a thin one has square ends, which look the same.
    pub fn capped(&mut self, points: &[Pos2], width: f32, color: Color32) {
        const THIN: f32 = 1.2;
        if width > THIN {
            self.stroke(points, width, color);
            for end in [points.first(), points.last()].into_iter().flatten() {
                self.disc(*end, width / 2.0, color);
            }
            return;
        }
        let mut longer = points.to_vec();
        let reach = width.max(1.0 / self.pixels_per_point) / 2.0;
        if let [first, second, ..] = *points {
            longer[0] = first + (first - second).normalized() * reach;
        }
        if let [.., second, last] = *points {
            longer[points.len() - 1] = last + (last - second).normalized() * reach;
        }
        self.stroke(&longer, width, color);
    }

    /// A stroke along points with butt ends and mitred bends.
    pub fn stroke(&mut self, points: &[Pos2], width: f32, color: Color32) {
        if points.len() < 2 || !self.sees(Rect::from_points(points).expand(width)) {
            return;
        }
        if width * self.pixels_per_point < THIN_PX {
            self.hairline(points, width, color, (atlas_strips::SOLID, 0.0));
        } else {
            let white = self.white;
            self.lanes(points, width, color, |_| white);
        }
    }

    /// A dashed stroke along points, with a dash every `period` logical pixels.
    pub fn dashed(
        &mut self,
        points: &[Pos2],
        width: f32,
        color: Color32,
        (pattern, period): (DashPattern, f32),
    ) {
        if points.len() < 2 || !self.sees(Rect::from_points(points).expand(width)) {
            return;
        }
        let strip = pattern.strip(period * self.pixels_per_point);
        // A strip holds a limited number of periods: a longer line is drawn in pieces.
        let longest = (atlas_strips::WIDTH as f32 / strip.period).floor() * period;
        let mut piece = vec![points[0]];
        let mut along = 0.0;
        for pair in points.windows(2) {
            let (mut from, to) = (pair[0], pair[1]);
            loop {
                let length = from.distance(to);
                if along + length <= longest {
                    along += length;
                    piece.push(to);
                    break;
                }
                from += (to - from) * ((longest - along) / length);
                piece.push(from);
                self.dashed_piece(&piece, width, color, period, strip);
                piece.clear();
                piece.push(from);
                along = 0.0;
            }
        }
        self.dashed_piece(&piece, width, color, period, strip);
    }

    fn dashed_piece(
        &mut self,
        points: &[Pos2],
        width: f32,
        color: Color32,
        period: f32,
        strip: DashStrip,
    ) {
        if points.len() < 2 || !self.sees(Rect::from_points(points).expand(width)) {
            return;
        }
        let step = strip.period / period;
        if width * self.pixels_per_point < THIN_PX {
            self.hairline(points, width, color, (strip.middle, step));
        } else {
            let (step, v) = (step * self.texel.x, self.strips_top + strip.middle * self.texel.y);
            self.lanes(points, width, color, |along| pos2(along * step, v));
        }
    }

    /// A line as thin as the screen can show, with two corners for each point. It is drawn from the strip
    /// with a middle, of which a logical pixel takes `step` texels.
    fn hairline(
        &mut self,
        points: &[Pos2],
        width: f32,
        color: Color32,
        (middle, step): (f32, f32),
    ) {
        let opacity = (width * self.pixels_per_point).clamp(self.faintest, 1.0);
        let color = color.gamma_multiply(opacity);
        let half = 1.0 / self.pixels_per_point;
        let step = step * self.texel.x;
        let height = |texels: f32| self.strips_top + texels * self.texel.y;
        let (upper, lower) = (height(middle - 1.0), height(middle + 1.0));
        self.ribbon(points, half, |point, Across { side, along }| {
            let x = along * step;
            [
                Vertex { pos: point - side * half, uv: pos2(x, upper), color },
                Vertex { pos: point + side * half, uv: pos2(x, lower), color },
            ]
        });
    }

    /// A stroke in three lanes, of which the outer two fade out; `uv` gives the texture coordinates at a
    /// distance along the line.
    fn lanes(&mut self, points: &[Pos2], width: f32, color: Color32, uv: impl Fn(f32) -> Pos2) {
        let half = width / 2.0;
        let inner = (half - FEATHER / 2.0).max(0.0);
        let outer = half + FEATHER / 2.0;
        let clear = Color32::TRANSPARENT;
        let corners = [(-outer, clear), (-inner, color), (inner, color), (outer, clear)];
        self.ribbon(points, outer, |point, Across { side, along }| {
            let uv = uv(along);
            corners.map(|(offset, color)| Vertex { pos: point + side * offset, uv, color })
        });
    }

    /// A ribbon along points that reaches half its width to either side, with corners across it at each
    /// point. Pieces that can't be seen are left out.
    fn ribbon<const N: usize>(
        &mut self,
        points: &[Pos2],
        half: f32,
        corners: impl Fn(Pos2, Across) -> [Vertex; N],
    ) {
        // A bend reaches twice as far at most.
        let clip = self.clip.expand(2.0 * half);
        let mut is_begun = false;
        for (i, (point, across)) in points.iter().zip(Across::all(points)).enumerate() {
            let next = points.get(i + 1);
            let goes_on =
                next.is_some_and(|next| clip.intersects(Rect::from_two_pos(*point, *next)));
            if is_begun || goes_on {
                self.mesh.vertices.extend_from_slice(&corners(*point, across));
            }
            if is_begun {
                let first = (self.mesh.vertices.len() - 2 * N) as u32;
                for a in first..first + N as u32 - 1 {
                    let b = a + N as u32;
                    self.mesh.indices.extend_from_slice(&[a, a + 1, b, a + 1, b, b + 1]);
                }
            }
            is_begun = goes_on;
        }
    }

    /// A stroke around corners and back to the first.
    pub fn outline(&mut self, corners: &[Pos2], width: f32, color: Color32) {
        let closed: Vec<Pos2> = corners.iter().chain(corners.first()).copied().collect();
        self.stroke(&closed, width, color);
    }
}

/// What is across a line at one of its points.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Across {
    /// The direction across it, longer at a bend so that the line keeps its width; at most twice as long,
    /// which cuts sharp corners short.
    side: Vec2,
    /// How far along the line it is.
    along: f32,
}

impl Across {
    /// At each point of a line. Points at the same place are passed over as if they were one.
    fn all(points: &[Pos2]) -> impl Iterator<Item = Self> {
        let (mut along, mut before) = (0.0, None);
        (0..points.len()).map(move |index| {
            let step = points.get(index + 1).map_or(Vec2::ZERO, |next| *next - points[index]);
            // Faster than a length that can't overflow, which no place near the screen needs.
            let length = step.length_sq().sqrt();
            let after = (length > 0.0).then(|| vec2(-step.y, step.x) / length);
            let here = Self { side: miter(before, after), along };
            along += length;
            before = after.or(before);
            here
        })
    }
}

/// The direction across a line between two pieces of which the directions across are known.
fn miter(before: Option<Vec2>, after: Option<Vec2>) -> Vec2 {
    let (a, b) = match (before, after) {
        (Some(a), Some(b)) => (a, b),
        (Some(only), None) | (None, Some(only)) => return only,
        (None, None) => return Vec2::ZERO,
    };
    // The sum of both points to the middle and is 2 cos long for half the angle between them.
    let sum = a + b;
    let squared = sum.length_sq();
    if squared == 0.0 {
        return a;
    }
    if squared >= 1.0 { sum * (2.0 / squared) } else { sum * (2.0 / squared.sqrt()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(points: &[[f32; 2]]) -> Vec<Vec2> {
        let points: Vec<Pos2> = points.iter().map(|[x, y]| pos2(*x, *y)).collect();
        Across::all(&points).map(|across| across.side).collect()
    }

    #[test]
    fn a_line_keeps_its_width_at_a_bend() {
        let sides = sides(&[[0.0, 0.0], [10.0, 0.0], [10.0, 10.0]]);
        assert_eq!(sides, [vec2(0.0, 1.0), vec2(-1.0, 1.0), vec2(-1.0, 0.0)]);
    }

    #[test]
    fn sharp_corners_are_cut_short() {
        let at_corner = sides(&[[0.0, 0.0], [10.0, 0.0], [0.0, 1.0]])[1];
        assert!((at_corner.length() - 2.0).abs() < 1e-4, "{at_corner:?}");
        let turning_back = sides(&[[0.0, 0.0], [10.0, 0.0], [0.0, 0.0]])[1];
        assert_eq!(turning_back, vec2(0.0, 1.0));
    }

    #[test]
    fn points_at_one_place_are_one() {
        let sides = sides(&[[0.0, 0.0], [5.0, 0.0], [5.0, 0.0], [5.0, 5.0]]);
        assert_eq!(sides, [vec2(0.0, 1.0), vec2(0.0, 1.0), vec2(-1.0, 1.0), vec2(-1.0, 0.0)]);
        assert_eq!(Across::all(&[pos2(1.0, 1.0); 2]).last().map(|at| at.side), Some(Vec2::ZERO));
    }
}
