//! The legend of a matrix: only what it shows, drawn as in its cells.

use super::cell_part::{CellPart, Half, PartOf, Standing};
use super::shapes::{CellShape, frame};
use super::sign::CellSign;
use super::{Matrix, MatrixCell, MatrixKind};
use std::collections::BTreeSet;

use crate::model::{Color, Map, NationId, Status};
use crate::scene::legend::{nation_color_rows, tie_color_rows, wording};
use crate::scene::look_rules::TieRules;
use crate::scene::ties::status::line_strength;
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
        rows.extend(self.reading_rows(map, color));
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

    /// How direction, status and everything else is read, each shown by what the table holds of it.
    fn reading_rows(&self, map: &Map, color: impl Fn(&MatrixKind) -> Color) -> Vec<LegendRow> {
        let example = |is: &dyn Fn(&CellPart) -> bool| self.example(is, &color);
        let mut rows = Vec::new();
        if let Some(part) = example(&|part| part.half != Half::Whole) {
            let part = CellPart { standing: Standing::InForce, ..part };
            let half = |half| CellPart { half, fill: part.color, ..part }.sample();
            rows.push(row("one way, from row to column".to_owned(), half(Half::Row)));
            rows.push(row("one way, from column to row".to_owned(), half(Half::Column)));
        }
        for (standing, words) in [(Standing::Coming, "small"), (Standing::Over, "struck through")] {
            let Some(part) = example(&|part| part.standing == standing) else { continue };
            let (statuses, strength) = self.statuses(map, standing);
            let fill = self.palette.faded(part.color, strength);
            let sample = CellPart { half: Half::Whole, fill, ..part }.sample();
            rows.push(row(format!("{words}: {statuses}"), sample));
        }
        if let Some(part) = example(&|part| part.kind.is_none()) {
            let part = CellPart { standing: Standing::InForce, fill: part.color, ..part };
            rows.push(row("member of an organisation".to_owned(), part.sample()));
        }
        rows.extend(self.cell_rows());
        rows
    }

    /// How what is in a cell besides its ties is read, and what it is if there are several.
    fn cell_rows(&self) -> Vec<LegendRow> {
        let ink = self.palette.ink;
        let mut rows = Vec::new();
        if let Some(cell) = self.cell_of_several() {
            let shapes = self.parts(cell).iter().flat_map(|part| part.shapes(cell)).collect();
            rows.push(row("several ties, each with its own sign".to_owned(), shapes));
        }
        if self.cells.iter().any(|cell| !self.more(cell).is_empty()) {
            let plus = self.sample(CellSign::Plus, ink).sample_in(3, 4);
            rows.push(row("more ties than have room".to_owned(), plus));
        }
        if (0..self.len()).any(|row| self.is_joiner(row)) {
            let full = self.sample(CellSign::Full, ink);
            rows.push(row("on the diagonal: joins two blocs".to_owned(), full.sample()));
        }
        if self.cells.iter().any(|cell| cell.is_target) {
            let pale = self.palette.faded(self.palette.second_ink, 0.35);
            let mut shapes = self.sample(CellSign::Full, pale).sample();
            shapes.extend(frame(ink));
            rows.push(row("framed: another tie is about this one".to_owned(), shapes));
        }
        rows
    }

    /// The first of the cells with several ties that show the most kinds at full size.
    fn cell_of_several(&self) -> Option<&MatrixCell> {
        let kinds = |cell: &MatrixCell| {
            let full = self.parts(cell).iter().filter(|part| part.standing == Standing::InForce);
            full.map(|part| part.kind).collect::<BTreeSet<_>>().len()
        };
        let several = self.cells.iter().filter(|cell| cell.slots > 1).rev();
        several.max_by_key(|cell| kinds(cell))
    }

    /// A part of the most common kind of those that are something, at full strength and in its colour in the legend.
    fn example(
        &self,
        is: &dyn Fn(&CellPart) -> bool,
        color: &dyn Fn(&MatrixKind) -> Color,
    ) -> Option<CellPart> {
        let mut counts = vec![0_usize; self.kinds.len() + 1];
        let place = |part: &CellPart| part.kind.unwrap_or(self.kinds.len());
        let found = || self.parts.iter().filter(|part| is(part));
        found().for_each(|part| counts[place(part)] += 1);
        // The earlier of two kinds that are as common.
        let part =
            found().max_by_key(|part| (counts[place(part)], std::cmp::Reverse(place(part))))?;
        let color = part.kind.and_then(|kind| self.kinds.get(kind)).map_or(part.color, color);
        Some(CellPart { color, slot: 0, ..*part })
    }

    /// The statuses of ties with some standing in words, and how strongly the first of them is drawn.
    fn statuses(&self, map: &Map, standing: Standing) -> (String, f32) {
        let is_standing = |part: &&CellPart| part.standing == standing;
        let status = |part: &CellPart| match part.of {
            PartOf::Tie(id) => map.ties().get(id).and_then(|tie| tie.status),
            PartOf::Membership { .. } => Some(Status::Ended),
        };
        let found: BTreeSet<Status> =
            self.parts.iter().filter(is_standing).filter_map(status).collect();
        let names: Vec<&str> = found.iter().map(|status| status.name()).collect();
        (one_of(&names), line_strength(found.first().copied()))
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

/// Some words as a choice: `proposed, negotiating or preliminary`.
fn one_of(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn row(text: String, shapes: Vec<CellShape>) -> LegendRow {
    LegendRow { text, symbol: LegendSymbol::Cell(shapes) }
}
