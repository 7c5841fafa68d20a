//! Who is in the same hulls.

use std::collections::BTreeMap;

/// Zones are what hulls cut the plane into: those in the same hulls are in one zone.
pub(super) struct Zones {
    zone_of: Vec<usize>,
    hulls_of: Vec<Vec<usize>>,
    /// The number of hulls that one of two zones is in and the other isn't, in rows.
    apart: Vec<f32>,
    zones: usize,
    hulls: usize,
}

impl Zones {
    /// The zone in no hull, also that of empty slots.
    pub(super) const NOBODY: usize = 0;

    /// The zones of all, given the hulls that each is in, in ascending order.
    pub(super) fn of(hulls_of: Vec<Vec<usize>>) -> Self {
        let mut numbers: BTreeMap<&[usize], usize> = BTreeMap::new();
        numbers.insert(&[], Self::NOBODY);
        let mut kinds: Vec<&[usize]> = vec![&[]];
        let mut zone_of = Vec::with_capacity(hulls_of.len());
        for hulls in &hulls_of {
            let zone = *numbers.entry(hulls).or_insert(kinds.len());
            if zone == kinds.len() {
                kinds.push(hulls);
            }
            zone_of.push(zone);
        }
        let only_in = |a: &[usize], b: &[usize]| a.iter().filter(|h| !b.contains(h)).count();
        let apart = kinds
            .iter()
            .flat_map(|a| kinds.iter().map(move |b| (only_in(a, b) + only_in(b, a)) as f32));
        let (apart, zones) = (apart.collect(), kinds.len());
        let hulls = hulls_of.iter().flatten().max().map_or(0, |last| last + 1);
        Self { zone_of, apart, zones, hulls, hulls_of }
    }

    pub(super) fn zone_of(&self, who: usize) -> usize {
        self.zone_of[who]
    }

    /// The hulls that someone is in.
    pub(super) fn hulls_of(&self, who: usize) -> &[usize] {
        &self.hulls_of[who]
    }

    pub(super) const fn hull_count(&self) -> usize {
        self.hulls
    }

    /// How many borders run between two zones.
    pub(super) fn apart(&self, a: usize, b: usize) -> f32 {
        self.apart[a * self.zones + b]
    }
}
