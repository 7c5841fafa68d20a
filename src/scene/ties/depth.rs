//! How deeply ties onto ties are nested.

/// The number of ties that a tie rests on, one on another: 0 for a tie between nations. `target` gives
/// the tie at which a tie ends, if any.
pub(in crate::scene) fn depth(
    tie: usize,
    count: usize,
    target: impl Fn(usize) -> Option<usize>,
) -> usize {
    let (mut depth, mut tie) = (0, tie);
    while let Some(next) = target(tie) {
        depth += 1;
        tie = next;
        // No valid map has a cycle, but one must not hang the drawing.
        if depth > count {
            break;
        }
    }
    depth
}
