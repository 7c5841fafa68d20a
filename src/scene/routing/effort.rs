//! How far each tie looks for a way.

/// How much a way without anything on it is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::scene) enum Effort {
    /// None is looked for: the tie is straight.
    None,
    /// It is a line on the ground below others, as those within blocs are on a crowded map.
    Little,
    /// It is a line that the eye is to follow.
    Full,
}

/// The number of nations along a tie from which on it looks no farther: among so many no way is free.
const MOST_NATIONS: usize = 48;
/// How many nations all ties of an effort look at together. The more ties there are, the fewer does each look at:
/// so time is bounded, and no number of ties makes a leap.
const ALL_NATIONS: [(Effort, usize); 2] = [(Effort::Little, 20_000), (Effort::Full, 80_000)];

/// How many nations each tie looks at, from the efforts of all.
pub(super) fn most_nations(efforts: &[Effort]) -> Vec<usize> {
    let share = |effort: Effort| {
        let ties = efforts.iter().filter(|other| **other == effort).count();
        let all = ALL_NATIONS.iter().find(|(other, _)| *other == effort);
        all.map_or(0, |(_, all)| (all / ties.max(1)).min(MOST_NATIONS))
    };
    let [little, full] = [Effort::Little, Effort::Full].map(share);
    let most = |effort: &Effort| match effort {
        Effort::None => 0,
        Effort::Little => little,
        Effort::Full => full,
    };
    efforts.iter().map(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_ties_there_are_the_fewer_nations_each_looks_at() {
        let of_many = |effort, ties: usize| most_nations(&vec![effort; ties])[0];
        assert_eq!(most_nations(&[Effort::None, Effort::Little, Effort::Full]), [0, 48, 48]);
        let mut before = MOST_NATIONS;
        for ties in (1..20_000).step_by(100) {
            let each = of_many(Effort::Little, ties);
            assert!(each <= before && each * ties <= 20_000, "{ties}: {each}");
            assert!(of_many(Effort::Full, ties) >= each);
            before = each;
        }
    }
}
