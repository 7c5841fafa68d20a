//! Kernels that work on sixteen numbers at a time, with the same bits on every processor.
//!
//! A kernel is compiled once for each level of vector instructions, and the best one that the
//! processor supports is chosen at run time (by the crate `pulp`). The bits don't depend on which: there
//! are always sixteen lanes, sums fold them in one order, and nothing is fused.
//!
//! A kernel's `call` and all that it calls must be `#[inline(always)]`: only what is inlined is
//! compiled for the better processor.

pub(super) use pulp::NullaryFnOnce as Kernel;

/// The number of lanes.
pub(super) const LANES: usize = 16;
pub(super) type Lanes = [f32; LANES];

/// Runs a kernel with the best instructions of the processor.
pub(super) fn run<K: Kernel>(kernel: K) -> K::Output {
    pulp::Arch::new().dispatch(kernel)
}

/// `count` rounded up to a multiple of [`LANES`].
pub(super) fn padded(count: usize) -> usize {
    count.next_multiple_of(LANES)
}

/// The sum of all lanes, folded in halves.
#[inline(always)]
pub(super) fn sum(lanes: Lanes) -> f32 {
    let (mut eight, mut four) = ([0.0; 8], [0.0; 4]);
    for lane in 0..8 {
        eight[lane] = lanes[lane] + lanes[lane + 8];
    }
    for lane in 0..4 {
        four[lane] = eight[lane] + eight[lane + 4];
    }
    (four[0] + four[2]) + (four[1] + four[3])
}

/// A [`padded`] slice in chunks of [`LANES`]; a remainder is left out.
#[inline(always)]
pub(super) fn chunks<T>(values: &[T]) -> &[[T; LANES]] {
    values.as_chunks().0
}

/// `1 / √x` for `x` from 1e-30 to 1e30, off by less than 7 in 10,000.
///
/// Source: a first guess from the bits and one step of Newton's method, with the constants of
/// Kadlec 2010 ("Řrřlog: improving the fast inverse square root"). The processors' own instruction for
/// this gives different bits on each; a root and a division take twice as long.
#[inline(always)]
pub(super) fn inverse_root(x: f32) -> f32 {
    let guess = f32::from_bits(0x5F1F_FFF9_u32.wrapping_sub(x.to_bits() >> 1));
    guess * 0.703_952_25 * (2.389_244_6 - x * guess * guess)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inverse_root_is_as_near_as_it_says() {
        let mut x = 1e-30_f32;
        while x < 1e30 {
            let off = f64::from(inverse_root(x)) * f64::from(x).sqrt() - 1.0;
            assert!(off.abs() < 7e-4, "{x}: {off}");
            x *= 1.003;
        }
    }

    #[test]
    fn all_lanes_are_summed() {
        assert_eq!(sum(std::array::from_fn(|lane| lane as f32)), 120.0);
        assert_eq!((padded(0), padded(1), padded(16), padded(17)), (0, 16, 16, 32));
    }
}
