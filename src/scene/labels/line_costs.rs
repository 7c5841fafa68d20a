//! What a label costs where it lies on a line.
//!
//! A name on a line that leads elsewhere looks like the end of that line, the more so the stronger the line is. A
//! tie of the name's own nation may run below it, and the many pale lines of blocs run below everything.

use crate::model::Point;
use crate::scene::lines::segment::segment_distance;
use crate::scene::{Emphasis, Mark, NationMark, TieMark};

/// A cost for being on a line at all, and for each unit of the line below the label, at unit 1.
type LineCost = (f32, f32);

const MEMBERSHIP: LineCost = (6.0, 0.25);
/// The line along which a text runs.
const OWN_LINE: LineCost = (5.0, 0.1);
/// A tie of the nation that a name belongs to.
const OWN_TIE: LineCost = (14.0, 0.4);
/// Other lines, by how much they stand out.
const PALE: LineCost = (14.0, 0.4);
const USUAL: LineCost = (26.0, 0.7);
const STRONG: LineCost = (40.0, 1.0);
/// A line that runs below a name and on below the mark of its nation seems to end there.
const SEEMS_TO_END: f32 = 60.0;

/// What a label belongs to.
#[derive(Clone, Copy)]
pub(super) enum Named<'a> {
    /// A nation, with its index.
    Nation(usize, &'a NationMark),
    /// The text along a tie, by its index.
    Tie(usize),
}

/// The cost of a label on a line, of which that length lies below it, in units. `tie` is the index and the mark of
/// the tie whose line it is, if it is none of a membership; `points` are the line's.
pub(super) fn line_cost(
    named: Option<Named<'_>>,
    tie: Option<(usize, &TieMark)>,
    points: &[Point],
    length: f32,
) -> f32 {
    let cost = |(fixed, per_unit): LineCost| fixed + per_unit * length;
    let Some((index, tie)) = tie else { return cost(MEMBERSHIP) };
    let by_emphasis = match tie.emphasis {
        Emphasis::Pale => PALE,
        Emphasis::Usual => USUAL,
        Emphasis::Strong => STRONG,
    };
    match named {
        Some(Named::Tie(own)) if own == index => cost(OWN_LINE),
        Some(Named::Nation(own, _)) if ends_at(tie, own) => cost(OWN_TIE),
        Some(Named::Nation(_, mark)) if tie.emphasis > Emphasis::Pale => {
            let runs_below = points
                .windows(2)
                .any(|pair| segment_distance(mark.center, pair[0], pair[1]) < mark.radius);
            cost(by_emphasis) + if runs_below { SEEMS_TO_END } else { 0.0 }
        }
        _ => cost(by_emphasis),
    }
}

fn ends_at(tie: &TieMark, nation: usize) -> bool {
    tie.from == nation || tie.to == Mark::Nation(nation)
}
