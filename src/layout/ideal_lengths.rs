//! How long ties should be drawn, before and after their signs count.
//!
//! Lengths are in *length units*: 1 is [`LENGTH_UNIT`] world units, the length of an ordinary tie.
//!
//! **Sign model.** In paths every tie counts with its plain length, so that signs don't change how far
//! apart two nodes count as. The ideal length of a tie of sign `s`, in a map whose mean sign is `m`, is
//! longer than that by `1.6 × apart × (m − s)` times its length: hostile ties are longer, friendly ones
//! shorter, and where all signs are alike nothing changes. In the quadratic stress function, another
//! ideal length is a constant pull or push along the tie, as in the signed energy model of Kermarrec and
//! Moin 2011 ("Energy models for drawing signed graphs"). A constant force separates the signs at less
//! stress than a longer target with more weight does (`docs/layout.md` has the numbers).
//!
//! **Room at hubs** (for maps that are read, not for plain distances): lengths grow with the root of the
//! number of neighbours that the two ends do not share, after Gansner, Koren and North 2004 (who take
//! the number itself), and with the tie's label.

use super::problem::Problem;

/// The length of an ordinary tie, in world units.
pub(super) const LENGTH_UNIT: f32 = 160.0;
/// The longest ideal length, in length units.
const LONGEST: f32 = 25.0;
/// By how much of its length a hostile tie is longer, and a friendly one shorter, than a neutral one at
/// `apart` 1.
const SIGN_SHIFT: f32 = 1.6;
/// Room for an arrow and a gap at both ends of a tie's label, in world units.
const LABEL_MARGIN: f32 = 28.0;

/// What lengths depend on besides the ties.
#[derive(Clone, Copy, Debug)]
pub(super) struct LengthOptions {
    /// Whether ties make room for hubs, discs and labels.
    pub(super) makes_room: bool,
    /// How far signs push nodes apart, 0 to 1.
    pub(super) apart: f32,
}

/// The plain length of a tie, in length units, before its sign counts. `unshared` is the number of
/// neighbours that its two ends don't have in common.
pub(super) fn plain_length(problem: &Problem, tie: usize, unshared: usize) -> f32 {
    let by_neighbours = (unshared as f32 / 8.0).sqrt().clamp(1.0, 4.0);
    by_neighbours.max(least_length(problem, tie)).min(LONGEST)
}

/// The ideal length of a tie of this plain length, in length units. `mean_sign` is that of the map.
pub(super) fn ideal_length(
    problem: &Problem,
    tie: usize,
    length: f32,
    mean_sign: f32,
    options: LengthOptions,
) -> f32 {
    let sign = f32::from(problem.signs[tie].signum());
    let shift = SIGN_SHIFT * options.apart * (mean_sign - sign);
    let least = if options.makes_room { least_length(problem, tie) } else { f32::MIN };
    (length * (1.0 + shift)).clamp(least, LONGEST)
}

/// The length that the discs and the label of a tie need, in length units.
fn least_length(problem: &Problem, tie: usize) -> f32 {
    let [a, b] =
        problem.ends[tie].map(|end| problem.radii.get(end as usize).copied().unwrap_or_default());
    (a + b + problem.labels[tie] + LABEL_MARGIN) / LENGTH_UNIT
}

/// How many neighbours belong to only one of two nodes, of which the sorted neighbours are given.
pub(super) fn unshared_count(a: &[u32], b: &[u32]) -> usize {
    let (fewer, more) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let shared = fewer.iter().filter(|&x| more.binary_search(x).is_ok()).count();
    a.len() + b.len() - 2 * shared
}
