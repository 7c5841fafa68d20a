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
    /// Nations with their numbers of partners in each of the two, those that join them closest first.
    pub(in crate::scene) nations: Vec<(usize, [usize; 2])>,
    /// Whether the two are the largest of all.
    pub(in crate::scene) are_largest: bool,
    /// Whether they join them closely.
    pub(in crate::scene) are_close: bool,
}

/// How large a bloc is. Of two with as many nations that is larger of which more pairs are tied, and then that whose first
/// nation comes first in the map: so it is the same one whatever the order of the blocs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::scene) struct BlocSize {
    /// How many nations it has.
    pub(in crate::scene) nations: usize,
    /// How many pairs of them are tied.
    pub(super) pairs: usize,
    /// The least index of its nations.
    pub(super) first: Reverse<usize>,
}

/// The two largest blocs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::scene) struct LargestTwo {
    /// They, by their indices, ascending.
    pub(in crate::scene) blocs: [usize; 2],
    /// Whether another has as many nations as the smaller of them.
    pub(in crate::scene) have_equal: bool,
}

/// The pairs of blocs that are joined, those by the most nations first. The two largest blocs come before all others;
/// where nobody joins those closely, with whoever has some partners in both. `partners` says of each nation how many it
/// has in each bloc; a bloc without nations is passed over.
pub(in crate::scene) fn joiners(partners: &[Vec<usize>], sizes: &[BlocSize]) -> Vec<Joiners> {
    let largest = largest_two(sizes).map(|two| two.blocs);
    let sizes: Vec<usize> = sizes.iter().map(|size| size.nations).collect();
    let blocs: Vec<usize> = (0..sizes.len()).filter(|bloc| sizes[*bloc] > 0).collect();
    let mut all = Vec::new();
    for (index, first) in blocs.iter().enumerate() {
        for second in &blocs[index + 1..] {
            let pair = [*first, *second];
            let are_largest = largest == Some(pair);
            let mut nations = joining(partners, pair, &sizes, LEAST_SHARE);
            let are_close = !nations.is_empty();
            if !are_close && are_largest {
                nations = joining(partners, pair, &sizes, 0.0);
            }
            if !nations.is_empty() {
                all.push(Joiners { blocs: pair, nations, are_largest, are_close });
            }
        }
    }
    all.sort_by_key(|found| (!found.are_largest, Reverse(found.nations.len())));
    all
}

/// The two largest of some blocs; those without nations are passed over.
pub(in crate::scene) fn largest_two(sizes: &[BlocSize]) -> Option<LargestTwo> {
    let mut by_size: Vec<(usize, &BlocSize)> =
        sizes.iter().enumerate().filter(|(_, size)| size.nations > 0).collect();
    by_size.sort_by_key(|(_, size)| Reverse(**size));
    let [(first, _), (second, smaller)] = *by_size.first_chunk()?;
    let have_equal = by_size.get(2).is_some_and(|(_, third)| third.nations == smaller.nations);
    Some(LargestTwo { blocs: [first.min(second), first.max(second)], have_equal })
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

    /// The sizes of blocs with numbers of nations and of tied pairs.
    fn sized(blocs: &[(usize, usize)]) -> Vec<BlocSize> {
        let size = |(index, (nations, pairs)): (usize, &(usize, usize))| BlocSize {
            nations: *nations,
            pairs: *pairs,
            first: Reverse(index),
        };
        blocs.iter().enumerate().map(size).collect()
    }

    #[test]
    fn of_blocs_with_as_many_nations_the_closer_one_is_larger_whatever_their_order() {
        let largest = |blocs: &[BlocSize]| {
            let two = largest_two(blocs).expect("two");
            (two.blocs.map(|bloc| blocs[bloc].first.0), two.have_equal)
        };
        let mut blocs = sized(&[(20, 37), (22, 1), (20, 91), (20, 91)]);
        assert_eq!(largest(&blocs), ([1, 2], true));
        blocs.reverse();
        assert_eq!(largest(&blocs), ([2, 1], true));
        assert_eq!(largest(&sized(&[(20, 1), (20, 2), (9, 9)])), ([0, 1], false));
        assert_eq!(largest_two(&sized(&[(20, 1), (0, 0)])), None);
    }

    #[test]
    fn the_two_largest_blocs_come_first_even_where_nobody_joins_them_closely() {
        let sizes = sized(&[(4, 0), (40, 0), (0, 0), (30, 0)]);
        let partners = [vec![3, 2, 9, 20], vec![4, 39, 9, 3], vec![2, 3, 9, 4], vec![0; 4]];
        let all = joiners(&partners, &sizes);
        let pairs: Vec<([usize; 2], bool)> = all.iter().map(|j| (j.blocs, j.are_close)).collect();
        assert_eq!(pairs, [([1, 3], false), ([0, 1], true), ([0, 3], true)]);
        assert_eq!(all[0].nations, [(1, [39, 3]), (2, [3, 4])]);
        assert_eq!(all[1].nations, [(1, [4, 39])]);
        assert_eq!(all[2].nations, [(0, [3, 20])]);
    }
}
