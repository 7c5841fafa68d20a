//! A seeded random generator that gives the same numbers on every machine.
//!
//! Source: SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators").
//! Guarantees a period of 2^64 and well mixed bits; not for secrets.

pub(super) struct Rng(u64);

impl Rng {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// In `-0.5 .. 0.5`, a multiple of 2^-24.
    pub(super) fn centred(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1_u32 << 24) as f32 - 0.5
    }

    /// In `0 .. limit`; `limit` is above 0. The bias is below `limit / 2^64`.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_the_published_sequence() {
        let mut rng = Rng::new(1_234_567);
        assert_eq!(rng.next(), 6_457_827_717_110_365_317);
        assert_eq!(rng.next(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn stays_in_range() {
        let mut rng = Rng::new(7);
        for _ in 0..1000 {
            assert!((-0.5..0.5).contains(&rng.centred()));
            assert!(rng.below(3) < 3);
        }
    }
}
