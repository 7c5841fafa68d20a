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

/// How many nations a tie looks at; where there are more along it, it looks no farther.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Outlook {
    /// Along the ways that bend.
    pub(super) along_bends: usize,
    /// Along the ways of each sway.
    pub(super) along_sway: usize,
}

/// The number of nations along a tie from which on it looks no farther: among so many no way is free.
const MOST_NATIONS: usize = 256;
/// How many nations all ties of an effort look at together for their bends. The more ties there are, the fewer does
/// each look at: so time is bounded, and no number of ties makes a leap.
const ALL_NATIONS: [(Effort, usize); 2] = [(Effort::Little, 20_000), (Effort::Full, 80_000)];
/// How many times as many they look at for their sways, which only those try that find no bend.
const FOR_SWAYS: usize = 4;

/// How many nations each tie looks at, from the efforts of all; `sways` is how many of these are tried.
pub(super) fn outlooks(efforts: &[Effort], sways: usize) -> Vec<Outlook> {
    let share = |effort: Effort| {
        let ties = efforts.iter().filter(|other| **other == effort).count();
        let all = ALL_NATIONS.iter().find(|(other, _)| *other == effort);
        all.map_or(0, |(_, all)| all / ties.max(1))
    };
    let [little, full] = [Effort::Little, Effort::Full].map(share);
    let outlook = |effort: &Effort| {
        let (along_bends, along_sway) = match effort {
            Effort::None => (0, 0),
            Effort::Little => (little, 0),
            Effort::Full => (full, FOR_SWAYS * full / sways.max(1)),
        };
        let at_most = |nations: usize| nations.min(MOST_NATIONS);
        Outlook { along_bends: at_most(along_bends), along_sway: at_most(along_sway) }
    };
    efforts.iter().map(outlook).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_ties_there_are_the_fewer_nations_each_looks_at() {
        let of_many = |effort, ties: usize| outlooks(&vec![effort; ties], 8)[0];
        let few = outlooks(&[Effort::None, Effort::Little, Effort::Full], 8);
        let few: Vec<[usize; 2]> = few.iter().map(|o| [o.along_bends, o.along_sway]).collect();
        assert_eq!(few, [[0, 0], [256, 0], [256, 256]]);
        let mut before = MOST_NATIONS;
        for ties in (1..20_000).step_by(100) {
            let each = of_many(Effort::Little, ties).along_bends;
            assert!(each <= before && each * ties <= 20_000, "{ties}: {each}");
            let full = of_many(Effort::Full, ties);
            assert!(full.along_bends >= each && 8 * full.along_sway * ties <= 320_000);
            before = each;
        }
    }
}
