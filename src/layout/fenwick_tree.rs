//! Counts at indices, with the sum before any index in logarithmic time.
//!
//! Source: Fenwick 1994 ("A new data structure for cumulative frequency tables").

pub(super) struct FenwickTree(Vec<usize>);

impl FenwickTree {
    /// All counts 0, for indices below `len`.
    pub(super) fn new(len: usize) -> Self {
        Self(vec![0; len + 1])
    }

    #[inline]
    pub(super) fn add(&mut self, index: usize) {
        let mut at = index + 1;
        while at < self.0.len() {
            self.0[at] += 1;
            at += at & at.wrapping_neg();
        }
    }

    #[inline]
    pub(super) fn remove(&mut self, index: usize) {
        let mut at = index + 1;
        while at < self.0.len() {
            self.0[at] -= 1;
            at += at & at.wrapping_neg();
        }
    }

    #[inline]
    pub(super) fn count_before(&self, index: usize) -> usize {
        let (mut at, mut sum) = (index, 0);
        while at > 0 {
            sum += self.0[at];
            at &= at - 1;
        }
        sum
    }
}
