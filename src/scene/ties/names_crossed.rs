//! Which names a tie crosses, and where.

use crate::model::{Point, Rect};
use crate::scene::index::{Grid, GridShape};
use crate::scene::lines::segment::part_in_rect;
use crate::scene::nations::indices_by_id;
use crate::scene::{Curve, Label, LabelOwner, Mark, NationMark, TieMark};

/// The space between the halo of a foreign name and the line that passes below it, at unit 1.
const MARGIN: f32 = 1.5;
/// Half the height of a line's letters, from its middle, as a fraction of the type size: what lies farther out
/// meets at most the tail of a letter.
const LETTERS: f32 = 0.45;
/// The number of pieces in which a tie is looked at.
const PIECES: u8 = 32;

/// The names of nations and groups, as ties meet them.
pub(super) struct NamesOnMap {
    names: Vec<Name>,
    /// The names of each nation.
    of_nation: Vec<Vec<usize>>,
    grid: Grid,
}

/// A name as ties meet it.
struct Name {
    /// The index of its label.
    label: usize,
    nation: Option<usize>,
    letters: Rect,
    with_halo: Rect,
    with_margin: Rect,
}

/// The part of a tie below a name, as parameters of its curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    /// Below the name and what is around it.
    pub(super) around: [f32; 2],
    /// Below its letters alone.
    pub(super) letters: [f32; 2],
}

impl NamesOnMap {
    pub(super) fn new(nations: &[NationMark], labels: &[Label], unit: f32) -> Self {
        const MAX_SIDE: usize = 64;
        let indices = indices_by_id(nations);
        let index_of = |label: &Label| match label.owner {
            LabelOwner::Nation(id) => indices.get(&id).copied(),
            _ => None,
        };
        let mut names = Vec::new();
        let mut of_nation = vec![Vec::new(); nations.len()];
        for (index, label) in labels.iter().enumerate() {
            let nation = index_of(label);
            let is_name = nation.is_some() || matches!(label.owner, LabelOwner::Hull(_));
            // Ties end at a box that holds a name, and run below it as below every mark.
            let is_boxed = nation.is_some_and(|nation| nations[nation].text_size.is_some());
            if !is_name || is_boxed {
                continue;
            }
            if let Some(nation) = nation {
                of_nation[nation].push(names.len());
            }
            names.push(Name::new(index, label, nation, unit));
        }
        let areas = || (0..).zip(&names).map(|(index, name)| (index, name.with_margin));
        let extent = areas().fold(Rect::NOTHING, |all, (_, area)| all.union(&area));
        let side = (names.len() as f32).sqrt().ceil() as usize;
        let grid = Grid::new(extent, side.min(MAX_SIDE), |add| {
            areas().for_each(|(index, area)| add(index, &GridShape::Area(area)));
        });
        Self { names, of_nation, grid }
    }

    /// Where a tie lies below the names of its own nations and their halos, with the indices of their labels.
    pub(super) fn own(&self, tie: &TieMark) -> Vec<(usize, Span)> {
        let to = match tie.to {
            Mark::Nation(to) if to != tie.from => Some(to),
            _ => None,
        };
        let bounds = tie.curve.hull_bounds();
        let nations = [Some(tie.from), to].into_iter().flatten();
        let names = nations.filter_map(|nation| self.of_nation.get(nation)).flatten();
        let names = names.map(|index| &self.names[*index]);
        let mut found = Vec::new();
        for name in names.filter(|name| name.with_halo.intersects(&bounds)) {
            let count = if tie.curve.is_straight() { 1 } else { PIECES };
            let mut spans = Vec::new();
            for piece in pieces(&tie.curve, count) {
                add_span(&mut spans, 0, &piece, &name.with_halo, &name.letters);
            }
            found.extend(spans.into_iter().map(|(_, span)| (name.label, span)));
        }
        found
    }

    /// Where a tie lies below names that aren't its nations'.
    pub(super) fn foreign(&self, tie: &TieMark) -> Vec<Span> {
        let is_own = |name: &Name| {
            name.nation.is_some_and(|nation| tie.from == nation || tie.to == Mark::Nation(nation))
        };
        let mut spans: Vec<(u32, Span)> = Vec::new();
        for piece in pieces(&tie.curve, PIECES) {
            let area = Rect::NOTHING.including(piece.from).including(piece.to);
            let mut near = self.grid.query(&area);
            near.retain(|index| !is_own(&self.names[*index as usize]));
            for index in near {
                let name = &self.names[index as usize];
                add_span(&mut spans, index, &piece, &name.with_margin, &name.letters);
            }
        }
        let meets_letters = |span: &Span| span.letters[0] <= span.letters[1];
        spans.into_iter().map(|(_, span)| span).filter(meets_letters).collect()
    }
}

impl Name {
    fn new(label_index: usize, label: &Label, nation: Option<usize>, unit: f32) -> Self {
        let halo = label.size * Label::HALO / 2.0;
        let lines = label.lines.len().saturating_sub(1) as f32;
        let height = label.size * (lines * Label::LINE_HEIGHT + 2.0 * LETTERS);
        let center = label.bounds.center();
        let letters = Rect::centered(center, label.bounds.width(), height);
        let with_halo = letters.expanded(halo);
        Self {
            label: label_index,
            nation,
            letters,
            with_halo,
            with_margin: with_halo.expanded(MARGIN * unit),
        }
    }
}

/// A short part of a curve, as a straight line.
struct Piece {
    from: Point,
    to: Point,
    /// The parameters of its ends.
    at: [f32; 2],
}

/// A curve in pieces of equal parameters.
fn pieces(curve: &Curve, count: u8) -> impl Iterator<Item = Piece> {
    let at = move |step: u8| f32::from(step) / f32::from(count);
    (0..count).map(move |step| {
        let at = [at(step), at(step + 1)];
        Piece { from: curve.point(at[0]), to: curve.point(at[1]), at }
    })
}

/// Adds what of a piece lies in the areas of a name to the spans, or to the span of that name that ends where the
/// piece begins.
fn add_span(spans: &mut Vec<(u32, Span)>, name: u32, piece: &Piece, around: &Rect, letters: &Rect) {
    const NOTHING: [f32; 2] = [f32::INFINITY, f32::NEG_INFINITY];
    let part = |area: &Rect| {
        let part = part_in_rect(piece.from, piece.to, area)?;
        Some(part.map(|t| piece.at[0] + (piece.at[1] - piece.at[0]) * t))
    };
    let Some(around) = part(around) else { return };
    let letters = part(letters).unwrap_or(NOTHING);
    let grown = |a: [f32; 2], b: [f32; 2]| [a[0].min(b[0]), a[1].max(b[1])];
    let goes_on = |span: &Span| span.around[1] >= piece.at[0] && around[0] <= piece.at[0];
    match spans.iter_mut().find(|(other, span)| *other == name && goes_on(span)) {
        Some((_, span)) => {
            span.around = grown(span.around, around);
            span.letters = grown(span.letters, letters);
        }
        None => spans.push((name, Span { around, letters })),
    }
}
