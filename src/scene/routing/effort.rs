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
    /// It is one of the few that a crowded map has to tell: it runs below a nation only where there is no way.
    Thorough,
}

/// How many nations a tie looks at; where there are more along it, it looks no farther.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Outlook {
    /// Along the ways that bend.
    pub(super) along_bends: usize,
    /// Along the ways of each sway.
    pub(super) along_sway: usize,
    /// The sways that it tries in turn where no bend leads past what is in its way.
    pub(super) sways: &'static [f32],
    /// Whether others between the same ends may lie anywhere beside it.
    pub(super) is_thorough: bool,
}

/// The sways that are tried, from the smallest to the largest.
const SWAYS: [f32; 8] = [0.1, -0.1, 0.2, -0.2, 0.35, -0.35, 0.5, -0.5];
const MANY_SWAYS: [f32; 38] = [
    0.05, -0.05, 0.1, -0.1, 0.15, -0.15, 0.2, -0.2, 0.25, -0.25, 0.3, -0.3, 0.35, -0.35, 0.4, -0.4,
    0.45, -0.45, 0.5, -0.5, 0.55, -0.55, 0.6, -0.6, 0.65, -0.65, 0.7, -0.7, 0.75, -0.75, 0.8, -0.8,
    0.85, -0.85, 0.9, -0.9, 0.95, -0.95,
];

/// The number of nations along a tie from which on it looks no farther: among so many no way is free.
const MOST_NATIONS: usize = 256;
/// How many nations all ties of an effort look at together for their bends. The more ties there are, the fewer does
/// each look at: so time is bounded, and no number of ties makes a leap.
const ALL_NATIONS: [(Effort, usize); 3] =
    [(Effort::Little, 20_000), (Effort::Full, 80_000), (Effort::Thorough, 80_000)];
/// How many times as many they look at for as many sways as [`SWAYS`], which only those try that find no bend.
const FOR_SWAYS: usize = 4;

/// How many nations each tie looks at, from the efforts of all.
pub(super) fn outlooks(efforts: &[Effort]) -> Vec<Outlook> {
    let share = |effort: Effort| {
        let ties = efforts.iter().filter(|other| **other == effort).count();
        let all = ALL_NATIONS.iter().find(|(other, _)| *other == effort);
        all.map_or(0, |(_, all)| all / ties.max(1))
    };
    let shares =
        [Effort::Little, Effort::Full, Effort::Thorough].map(|effort| (effort, share(effort)));
    let outlook = |effort: &Effort| {
        let along = shares.iter().find(|(other, _)| other == effort).map_or(0, |(_, share)| *share);
        let sways: &[f32] = match effort {
            Effort::None | Effort::Little => &[],
            Effort::Full => &SWAYS,
            Effort::Thorough => &MANY_SWAYS,
        };
        let along_sway = if sways.is_empty() { 0 } else { FOR_SWAYS * along / SWAYS.len() };
        let at_most = |nations: usize| nations.min(MOST_NATIONS);
        Outlook {
            along_bends: at_most(along),
            along_sway: at_most(along_sway),
            sways,
            is_thorough: *effort == Effort::Thorough,
        }
    };
    efforts.iter().map(outlook).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_ties_there_are_the_fewer_nations_each_looks_at() {
        let of_many = |effort, ties: usize| outlooks(&vec![effort; ties])[0];
        let few = outlooks(&[Effort::None, Effort::Little, Effort::Full, Effort::Thorough]);
        let few: Vec<[usize; 2]> = few.iter().map(|o| [o.along_bends, o.along_sway]).collect();
        assert_eq!(few, [[0, 0], [256, 0], [256, 256], [256, 256]]);
        let mut before = MOST_NATIONS;
        for ties in (1..20_000).step_by(100) {
            let each = of_many(Effort::Little, ties).along_bends;
            assert!(each <= before && each * ties <= 20_000, "{ties}: {each}");
            let full = of_many(Effort::Full, ties);
            assert!(full.along_bends >= each && 8 * full.along_sway * ties <= 320_000);
            let thorough = of_many(Effort::Thorough, ties);
            let for_sways = thorough.sways.len() * thorough.along_sway * ties;
            assert!(thorough.along_bends == full.along_bends && for_sways <= 1_600_000);
            before = each;
        }
    }
}
