//! Runs of years in which something was observed.

/// The smallest step between two years in which the same was observed, of all that were; a year where none was
/// observed twice. Puts the years in order.
pub fn smallest_step<'y>(all: impl Iterator<Item = &'y mut Vec<i32>>) -> i32 {
    let mut smallest: Option<i32> = None;
    for years in all {
        years.sort_unstable();
        let steps = years.windows(2).map(|pair| pair[1] - pair[0]).filter(|step| *step > 0);
        smallest = steps.chain(smallest).min();
    }
    smallest.unwrap_or(1)
}

/// The first and the last year of each run of years, which are in order: one that comes later than a step after the
/// one before begins another.
pub fn spans(years: &[i32], step: i32) -> impl Iterator<Item = [i32; 2]> {
    years.chunk_by(move |one, next| next - one <= step).filter_map(|run| match run {
        [first, .., last] => Some([*first, *last]),
        [only] => Some([*only, *only]),
        [] => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_parts_years_however_far_they_are_apart() {
        let mut all = [vec![1960, 1955, 1955], vec![1970, 1990]];
        let step = smallest_step(all.iter_mut());
        assert_eq!((step, &all[0]), (5, &vec![1955, 1955, 1960]));
        let of = |years: &[i32], step| spans(years, step).collect::<Vec<_>>();
        assert_eq!(of(&all[0], step), [[1955, 1960]]);
        assert_eq!(of(&[1949, 1950, 1952], 1), [[1949, 1950], [1952, 1952]]);
        assert_eq!((of(&[], 1).len(), smallest_step([].iter_mut())), (0, 1));
    }
}
