//! Names side by side that are higher than the cells they belong to: in tiers, each as near to its cell as its
//! neighbours let it.

/// How far a name lies from its cell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Reach {
    /// From the cell to the near end of the name, or of its mark.
    pub(super) start: f32,
    /// Its length, with the mark.
    pub(super) length: f32,
}

impl Reach {
    /// From the cell to the far end of the name.
    pub(super) const fn end(&self) -> f32 {
        self.start + self.length
    }
}

/// How names stand in their tiers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tiers {
    /// In how many tiers they stand.
    pub(super) count: usize,
    /// From the far end of a name to the next one.
    pub(super) between: f32,
    /// How much farther out each cell lies than the one before.
    pub(super) step: f32,
}

/// Puts some names, which begin where they may at the nearest, in tiers: those of the nearest stay, the others go beyond
/// the names between which they would lie.
pub(super) fn staggered(mut reaches: Vec<Reach>, tiers: Tiers) -> Vec<Reach> {
    let Tiers { count, between, step } = tiers;
    for tier in 1..count {
        for place in (tier..reaches.len()).step_by(count) {
            let near = place.saturating_sub(count - 1)..(place + count).min(reaches.len());
            let beyond = near.filter(|other| other % count < tier).map(|other| {
                let farther = (other as f32 - place as f32) * step;
                reaches[other].end() + between + farther
            });
            reaches[place].start = beyond.fold(reaches[place].start, f32::max);
        }
    }
    reaches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reaches<const COUNT: usize>(lengths: [f32; COUNT]) -> Vec<Reach> {
        lengths.map(|length| Reach { start: 1.0, length }).to_vec()
    }

    #[test]
    fn a_name_stands_just_beyond_those_beside_it() {
        let tiers = Tiers { count: 2, between: 0.5, step: 0.0 };
        let reaches_in = |tiers| staggered(reaches([4.0, 2.0, 6.0, 2.0, 1.0]), tiers);
        let starts: Vec<f32> = reaches_in(tiers).iter().map(|reach| reach.start).collect();
        assert_eq!(starts, [1.0, 7.5, 1.0, 7.5, 1.0]);
        let single = reaches_in(Tiers { count: 1, ..tiers });
        assert!(single.iter().all(|reach| reach.start == 1.0));
    }

    #[test]
    fn on_a_staircase_the_next_step_is_reached_sooner() {
        let tiers = Tiers { count: 2, between: 0.5, step: -1.0 };
        let reaches = staggered(reaches([4.0, 2.0, 4.0]), tiers);
        assert_eq!(reaches[1].start, 5.5 + 1.0);
    }
}
