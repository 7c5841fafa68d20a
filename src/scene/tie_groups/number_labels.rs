//! The number of ties at each line that stands for several.

use crate::model::{Point, Rect};
use crate::scene::{
    GroupHub, Label, LabelOwner, NationMark, Options, Palette, TieGroupMark, Weight, text,
};

/// The type size, at text unit 1.
const SIZE: f32 = 10.5;
/// Where along the line the number may stand, the best first.
const PLACES: [f32; 9] = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.2, 0.8];

/// The numbers on the lines and rings, as far as there is room beside nations and other texts; the width of the
/// line tells the number too.
pub(in crate::scene) fn number_labels(
    (lines, hubs): (&[TieGroupMark], &[GroupHub]),
    nations: &[NationMark],
    labels: &[Label],
    options: &Options,
) -> Vec<Label> {
    let palette = Palette::of(options.theme);
    let size = SIZE * options.text_unit;
    let mut placed: Vec<Label> = Vec::new();
    for (index, mark) in (0u16..).zip(lines) {
        let Some(curve) = mark.curves.first() else { continue };
        let words = mark.ties.len().to_string();
        let extent =
            Point::new(text::width(&words, size, Weight::SemiBold), size * Label::LINE_BOX);
        let is_free = |bounds: &Rect| {
            let discs = nations.iter().filter(|nation| nation.is_drawn());
            let others = labels.iter().chain(&placed).map(|label| label.bounds);
            let mut all = discs.map(NationMark::bounds).chain(others);
            options.frame.is_none_or(|frame| frame.holds(bounds))
                && !all.any(|other| other.intersects(bounds))
        };
        let at = |at: Point| Rect::centered(at, extent.x, extent.y);
        let along = PLACES.iter().map(|t| at(curve.point(*t)));
        let beside = around(mark, extent, hubs, options.unit).into_iter().map(at);
        let mut places: Box<dyn Iterator<Item = Rect>> =
            if mark.curves.len() > 1 { Box::new(beside) } else { Box::new(along) };
        let Some(bounds) = places.find(is_free) else { continue };
        placed.push(Label {
            owner: LabelOwner::TieGroup(index),
            lines: vec![words],
            center: bounds.center(),
            size,
            weight: Weight::SemiBold,
            angle_radians: 0.0,
            color: palette.text(mark.color),
            halo: palette.canvas,
            extent,
            bounds,
            candidate: 0,
        });
    }
    placed
}

/// Where the number of a ring may stand: around all rings of its group.
fn around(mark: &TieGroupMark, extent: Point, hubs: &[GroupHub], unit: f32) -> Vec<Point> {
    /// In which directions, the best first, in eighths of a turn from the right.
    const DIRECTIONS: [f32; 8] = [2.0, 6.0, 0.0, 4.0, 1.0, 3.0, 5.0, 7.0];
    let bounds = mark.curves.iter().fold(Rect::NOTHING, |all, part| all.union(&part.bounds()));
    let center = bounds.center();
    let hub =
        hubs.iter().min_by(|a, b| a.center.distance(center).total_cmp(&b.center.distance(center)));
    let reach = hub.map_or(bounds.width() / 2.0, |hub| hub.reach) + 2.0 * unit;
    let place = |eighths: f32| {
        let (sin, cos) = (eighths * std::f32::consts::FRAC_PI_4).sin_cos();
        center + Point::new(cos * (reach + extent.x / 2.0), sin * (reach + extent.y / 2.0))
    };
    DIRECTIONS.map(place).into()
}
