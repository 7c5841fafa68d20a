//! The names at the sides of a matrix, with the marks of nations beside those of the rows.

use std::f32::consts::FRAC_PI_2;

use super::TableSize;
use crate::model::{Map, NationId, NationStyle, NationType, Point, Rect};
use crate::scene::nations::nation_marks;
use crate::scene::{
    Emblem, Label, LabelOwner, Line, Matrix, NationMark, Options, Palette, Positions, Shape,
    Weight, text,
};

/// Where and how names are set.
pub(super) struct NameSetting<'a> {
    /// The upper left corner of the cells.
    pub(super) corner: Point,
    pub(super) table: &'a TableSize,
    pub(super) palette: Palette,
}

/// Names and marks.
pub(super) struct Named {
    pub(super) labels: Vec<Label>,
    pub(super) marks: Vec<NationMark>,
    pub(super) leaders: Vec<Line>,
    /// The names that are cut short, in full.
    pub(super) cut: Vec<String>,
}

/// Sets the names of all rows and columns; none where there is no room for any.
pub(super) fn names(map: &Map, matrix: &Matrix, setting: &NameSetting<'_>) -> Named {
    let mut named =
        Named { labels: Vec::new(), marks: Vec::new(), leaders: Vec::new(), cut: Vec::new() };
    if !setting.table.has_names() {
        return named;
    }
    let options = Options { theme: setting.palette.theme, ..Options::default() };
    let mut marks: std::collections::BTreeMap<NationId, NationMark> =
        nation_marks(map, &Positions::of(map), &options).into_iter().map(|m| (m.id, m)).collect();
    for (place, id) in matrix.nations.iter().enumerate() {
        let Some(nation) = map.nations().get(*id) else { continue };
        let full = text::clean(&nation.name);
        // A hair more than was reserved, for what rounding takes.
        let width = setting.table.name_width(setting.table.tier(place));
        let (size, limit) = (setting.table.type_size, width * 1.001);
        let name = text::ellipsis(&full, size, Weight::Regular, limit);
        if name != full {
            named.cut.push(full);
        }
        let has_mark = map.look().nations != NationStyle::Label;
        let mark = marks.remove(id).filter(|_| has_mark);
        named.marks.extend(mark.map(|mark| setting.mark(mark, nation.nation_type, place)));
        if !name.is_empty() {
            let width = text::width(&name, size, Weight::Regular);
            named.labels.push(setting.row_name(*id, &name, width, place));
            named.labels.push(setting.column_name(*id, &name, width, place));
        }
        named.leaders.extend(setting.leaders(place));
    }
    named
}

impl NameSetting<'_> {
    /// The middle of a row or column, along the side of the table.
    fn along(&self, place: usize) -> f32 {
        (place as f32 + 0.5) * self.table.cell
    }

    fn mark(&self, mark: NationMark, nation_type: NationType, place: usize) -> NationMark {
        let radius = TableSize::MARK * self.table.type_size;
        let left = self.table.row_tier_start(self.table.tier(place)) + radius;
        NationMark {
            center: self.corner + Point::new(-left, self.along(place)),
            radius,
            shape: match nation_type {
                NationType::State => Shape::Disc,
                NationType::Organisation => Shape::RoundedSquare,
                NationType::Group => Shape::Hexagon,
            },
            // There is no room for letters.
            emblem: match mark.emblem {
                Emblem::Monogram { fill, .. } => Emblem::Plain(fill),
                emblem => emblem,
            },
            text_size: None,
            pinned: false,
            ..mark
        }
    }

    fn row_name(&self, id: NationId, name: &str, width: f32, place: usize) -> Label {
        let size = self.table.type_size;
        let left = self.table.row_tier_start(self.table.tier(place))
            + (2.0 * TableSize::MARK + TableSize::TO_MARK) * size;
        let center = self.corner + Point::new(-left - width / 2.0, self.along(place));
        self.label(id, name, Point::new(width, size * Label::LINE_BOX), center, 0.0)
    }

    fn column_name(&self, id: NationId, name: &str, width: f32, place: usize) -> Label {
        let up = self.table.column_tier_start(self.table.tier(place));
        let center = self.corner + Point::new(self.along(place), -up - width / 2.0);
        let extent = Point::new(width, self.table.type_size * Label::LINE_BOX);
        self.label(id, name, extent, center, -FRAC_PI_2)
    }

    fn label(&self, id: NationId, name: &str, extent: Point, center: Point, angle: f32) -> Label {
        let (width, height) =
            if angle == 0.0 { (extent.x, extent.y) } else { (extent.y, extent.x) };
        Label {
            owner: LabelOwner::Nation(id),
            lines: vec![name.to_owned()],
            center,
            size: self.table.type_size,
            weight: Weight::Regular,
            angle_radians: angle,
            color: self.palette.ink,
            halo: self.palette.canvas,
            extent,
            bounds: Rect::centered(center, width, height),
            candidate: 0,
        }
    }

    /// The lines from names of outer tiers to their cells.
    fn leaders(&self, place: usize) -> Vec<Line> {
        if self.table.tier(place) == 0 {
            return Vec::new();
        }
        let gap = TableSize::TO_CELLS * self.table.type_size * 0.4;
        let (across, down) = (
            self.table.row_tier_start(self.table.tier(place)) - gap,
            self.table.column_tier_start(self.table.tier(place)) - gap,
        );
        let along = self.along(place);
        let at = |x, y| self.corner + Point::new(x, y);
        vec![
            Line { from: at(-across, along), to: at(-gap, along) },
            Line { from: at(along, -down), to: at(along, -gap) },
        ]
    }
}
