//! Nations that join blocs: those with many partners in two of them.
//!
//! Who joins two groups is what readers ask of a network next to who is in them (brokers; Gould and Fernandez 1989).

use std::cmp::Reverse;

/// The fewest partners in a bloc.
const LEAST_PARTNERS: usize = 3;
/// The least share of a bloc that are its partners.
const LEAST_SHARE: f32 = 0.25;

/// Two blocs and those that join them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scene) struct Joiners {
    /// The two blocs by their indices, ascending.
    pub(in crate::scene) blocs: [usize; 2],
    /// Nations with their numbers of partners in each of the two, those that join them most first.
    pub(in crate::scene) nations: Vec<(usize, [usize; 2])>,
    /// Whether the two are the largest of all.
    pub(in crate::scene) are_largest: bool,
    /// Whether they join them closely.
    pub(in crate::scene) are_close: bool,
}

/// The pairs of blocs that are joined, those by the most nations first. The two largest blocs come before all others;
/// where nobody joins those closely, with whoever has some partners in both. `partners` says of each nation how many it
/// has in each bloc, `sizes` how many nations each bloc has; one of no size is passed over.
pub(in crate::scene) fn joiners(partners: &[Vec<usize>], sizes: &[usize]) -> Vec<Joiners> {
    let blocs: Vec<usize> = (0..sizes.len()).filter(|bloc| sizes[*bloc] > 0).collect();
    let largest = largest_two(sizes.iter().copied());
    let mut all = Vec::new();
    for (index, first) in blocs.iter().enumerate() {
        for second in &blocs[index + 1..] {
            let pair = [*first, *second];
            let are_largest = largest == Some(pair);
            let mut nations = joining(partners, pair, sizes, LEAST_SHARE);
            let are_close = !nations.is_empty();
            if !are_close && are_largest {
                nations = joining(partners, pair, sizes, 0.0);
            }
            if !nations.is_empty() {
                all.push(Joiners { blocs: pair, nations, are_largest, are_close });
            }
        }
    }
    all.sort_by_key(|found| (!found.are_largest, Reverse(found.nations.len())));
    all
}

/// The two largest of blocs of some sizes, by their indices, ascending; those of no size are passed over.
pub(in crate::scene) fn largest_two(sizes: impl Iterator<Item = usize>) -> Option<[usize; 2]> {
    let mut by_size: Vec<(usize, usize)> =
        sizes.enumerate().filter(|(_, size)| *size > 0).collect();
    by_size.sort_by_key(|(_, size)| Reverse(*size));
    let [(first, _), (second, _)] = *by_size.first_chunk()?;
    Some([first.min(second), first.max(second)])
}

/// Those with at least some share of either bloc as their partners, those with the largest first.
fn joining(
    partners: &[Vec<usize>],
    pair: [usize; 2],
    sizes: &[usize],
    least: f32,
) -> Vec<(usize, [usize; 2])> {
    let share = |counts: [usize; 2]| {
        let of = |side: usize| counts[side] as f32 / sizes[pair[side]] as f32;
        of(0).min(of(1))
    };
    let counts = |own: &Vec<usize>| pair.map(|bloc| own[bloc]);
    let mut found: Vec<(usize, [usize; 2])> = partners.iter().map(counts).enumerate().collect();
    found.retain(|(_, counts)| {
        counts.iter().all(|count| *count >= LEAST_PARTNERS) && share(*counts) >= least
    });
    found.sort_by(|(_, a), (_, b)| share(*b).total_cmp(&share(*a)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_largest_blocs_come_first_even_where_nobody_joins_them_closely() {
        let sizes = [4, 40, 0, 30];
        let partners = [vec![3, 2, 9, 20], vec![4, 39, 9, 3], vec![2, 3, 9, 4], vec![0; 4]];
        let all = joiners(&partners, &sizes);
        let pairs: Vec<([usize; 2], bool)> = all.iter().map(|j| (j.blocs, j.are_close)).collect();
        assert_eq!(pairs, [([1, 3], false), ([0, 1], true), ([0, 3], true)]);
        assert_eq!(all[0].nations, [(1, [39, 3]), (2, [3, 4])]);
        assert_eq!(all[1].nations, [(1, [4, 39])]);
        assert_eq!(all[2].nations, [(0, [3, 20])]);
    }
}
