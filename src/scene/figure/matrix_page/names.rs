//! The names at the sides of a matrix, with the marks of nations beside those of the rows.

use std::f32::consts::FRAC_PI_2;

use super::table::Table;
use super::table_size::{NameWidths, TableSize};
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
    pub(super) table: &'a Table,
    /// The widths that names have room for, as multiples of their type size.
    pub(super) widths: &'a NameWidths,
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
        let (size, limit) = (setting.table.type_size(), setting.limit(place));
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
            named.labels.extend(setting.column_name(*id, &name, width, place));
        }
        named.leaders.extend(setting.table.leaders(place, setting.corner));
    }
    named
}

impl NameSetting<'_> {
    /// The width that a name may have: a hair more than was reserved, for what rounding takes.
    fn limit(&self, place: usize) -> f32 {
        1.001
            * match self.table {
                Table::Whole(table, _) => table.name_width(table.tier(place)),
                Table::Half(table) => {
                    self.widths.all().get(place).map_or(0.0, |width| width * table.type_size)
                }
            }
    }

    fn mark(&self, mark: NationMark, nation_type: NationType, place: usize) -> NationMark {
        let radius = TableSize::MARK * self.table.type_size();
        let (near, away) = self.table.row_name(place, self.corner);
        NationMark {
            center: near + away * radius,
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
        let size = self.table.type_size();
        let (near, away) = self.table.row_name(place, self.corner);
        let to_middle = (2.0 * TableSize::MARK + TableSize::TO_MARK) * size + width / 2.0;
        let angle = if self.table.is_upright() { -FRAC_PI_2 } else { 0.0 };
        let extent = Point::new(width, size * Label::LINE_BOX);
        self.label(id, name, extent, near + away * to_middle, angle)
    }

    /// The name of a column; half a table has none, as that of the row is at its head.
    fn column_name(&self, id: NationId, name: &str, width: f32, place: usize) -> Option<Label> {
        let Table::Whole(table, _) = self.table else { return None };
        let up = table.column_tier_start(table.tier(place));
        let along = (place as f32 + 0.5) * table.cell;
        let center = self.corner + Point::new(along, -up - width / 2.0);
        let extent = Point::new(width, table.type_size * Label::LINE_BOX);
        Some(self.label(id, name, extent, center, -FRAC_PI_2))
    }

    /// A name or a code where a row or a column ends, in quieter ink than the name at its head.
    pub(super) fn edge_label(
        &self,
        (id, words): (NationId, &str),
        size: f32,
        width: f32,
        (center, angle): (Point, f32),
    ) -> Label {
        let extent = Point::new(width, size * Label::LINE_BOX);
        let label = self.label(id, words, extent, center, angle);
        Label { size, color: self.palette.second_ink, ..label }
    }

    fn label(&self, id: NationId, name: &str, extent: Point, center: Point, angle: f32) -> Label {
        let (width, height) =
            if angle == 0.0 { (extent.x, extent.y) } else { (extent.y, extent.x) };
        Label {
            owner: LabelOwner::Nation(id),
            lines: vec![name.to_owned()],
            center,
            size: self.table.type_size(),
            weight: Weight::Regular,
            angle_radians: angle,
            color: self.palette.ink,
            halo: self.palette.canvas,
            extent,
            bounds: Rect::centered(center, width, height),
            candidate: 0,
        }
    }
}
