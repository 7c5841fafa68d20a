//! The legend of a matrix: only what it shows, drawn as in its cells.

use super::cell_part::{CellPart, Half, PartOf, Standing};
use super::shapes::{CellShape, frame};
use super::sign::CellSign;
use super::{Matrix, MatrixKind};
use crate::model::{Color, Map, NationId};
use crate::scene::legend::{nation_color_rows, tie_color_rows, wording};
use crate::scene::look_rules::TieRules;
use crate::scene::{LegendRow, LegendSymbol, Options, text};

impl Matrix {
    /// The rows of its legend.
    pub fn legend(&self, map: &Map) -> Vec<LegendRow> {
        let options = &Options { theme: self.palette.theme, ..Options::default() };
        let rules = TieRules::of(map, &self.palette);
        let colors = tie_color_rows(map, &rules, options);
        let color = |kind: &MatrixKind| {
            let ties = map.ties().iter().enumerate();
            let first = ties.into_iter().find(|(_, (_, tie))| tie.kind == kind.id);
            let own = first.map(|(tie, _)| rules.look(tie, map.kinds().get(kind.id)).color);
            own.filter(|_| colors.is_empty()).unwrap_or(self.palette.second_ink)
        };
        let kinds = self.kinds.iter().enumerate();
        let mut rows: Vec<LegendRow> =
            kinds.filter_map(|(index, kind)| self.kind_row(index, kind, color(kind))).collect();
        rows.extend(self.reading_rows());
        rows.extend(colors);
        rows.extend(nation_color_rows(map, &self.palette));
        rows
    }

    /// A kind with its sign, and the colour of its ties unless a rule gives each its own.
    fn kind_row(&self, index: usize, kind: &MatrixKind, color: Color) -> Option<LegendRow> {
        self.parts.iter().find(|part| part.kind == Some(index))?;
        let text = wording::lower_first(&text::clean(&kind.name));
        Some(row(text, self.sample(kind.sign, color).sample()))
    }

    /// How direction, status and everything else is read.
    fn reading_rows(&self) -> Vec<LegendRow> {
        let ink = self.palette.second_ink;
        let has = |is: fn(&CellPart) -> bool| self.parts.iter().any(is);
        let full = self.sample(CellSign::Full, ink);
        let mut rows = Vec::new();
        if has(|part| part.half != Half::Whole) {
            let half = |half| CellPart { half, ..full }.sample();
            rows.push(row("from the row’s nation".to_owned(), half(Half::Row)));
            rows.push(row("from the column’s nation".to_owned(), half(Half::Column)));
        }
        if has(|part| part.standing == Standing::Coming) {
            let small = CellPart { standing: Standing::Coming, ..full };
            rows.push(row("small: not yet signed".to_owned(), small.sample()));
        }
        if has(|part| part.standing == Standing::Over) {
            let fill = self.palette.faded(ink, 0.35);
            let struck = CellPart { standing: Standing::Over, fill, ..full };
            rows.push(row("struck: suspended or ended".to_owned(), struck.sample()));
        }
        if has(|part| part.kind.is_none()) {
            let dot = self.sample(CellSign::Dot, self.palette.ink);
            rows.push(row("member of".to_owned(), dot.sample()));
        }
        if self.cells.iter().any(|cell| cell.slots > 1) {
            let large = self.sample(CellSign::Full, ink).sample_in(0, 4);
            let small = self.sample(CellSign::Full, ink).sample_in(1, 4);
            rows.push(row(
                "small beside it: one more tie each".to_owned(),
                [large, small].concat(),
            ));
        }
        if (0..self.len()).any(|row| self.is_joiner(row)) {
            let full = self.sample(CellSign::Full, self.palette.ink);
            rows.push(row("on the diagonal: joins blocs".to_owned(), full.sample()));
        }
        if self.cells.iter().any(|cell| cell.is_target) {
            let pale = self.palette.faded(ink, 0.35);
            let mut shapes = self.sample(CellSign::Full, pale).sample();
            shapes.extend(frame(self.palette.ink));
            rows.push(row("framed: other ties end at it".to_owned(), shapes));
        }
        rows
    }

    fn sample(&self, sign: CellSign, color: Color) -> CellPart {
        let nation = NationId(0);
        CellPart {
            of: PartOf::Membership { member: nation, organisation: nation },
            kind: None,
            color,
            fill: color,
            sign,
            half: Half::Whole,
            standing: Standing::InForce,
            slot: 0,
        }
    }
}

fn row(text: String, shapes: Vec<CellShape>) -> LegendRow {
    LegendRow { text, symbol: LegendSymbol::Cell(shapes) }
}
