//! Blocs of few nodes that are set against the same others.
//!
//! A node that stands alone, or nearly so, has a cell of its own, and where hostile ties are all that it has, many places
//! are as near to its rivals. If those with the same rivals lie side by side, their lines can be drawn as one.

/// The most nodes of a bloc that has few.
const FEW: usize = 3;
/// The least weight of hostile ties that a bloc has to have.
const LEAST: f32 = 4.0;
/// How much of the lesser weight of two blocs counts as ties between them where both have the same rivals.
const SHARE: f32 = 0.5;

/// Adds to the weights of ties between blocs, in rows of all blocs, a share for each two that are set against the same
/// others, of which one has few nodes: by how far they share out their hostile ties alike (cosine similarity).
pub(super) fn draw_alike_together(ties: &mut [f32], hostile: &[f32], sizes: &[usize]) {
    let count = sizes.len();
    let row = |bloc: usize| &hostile[bloc * count..][..count];
    let total = |bloc: usize| row(bloc).iter().sum::<f32>();
    let product = |a: usize, b: usize| row(a).iter().zip(row(b)).map(|(a, b)| a * b).sum::<f32>();
    for (a, b) in (0..count).flat_map(|a| (0..a).map(move |b| (a, b))) {
        let least = total(a).min(total(b));
        if sizes[a].min(sizes[b]) <= FEW && least >= LEAST {
            let cosine = product(a, b) / (product(a, a) * product(b, b)).sqrt();
            ties[a * count + b] += SHARE * cosine * least;
            ties[b * count + a] += SHARE * cosine * least;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is added between blocs of these sizes with hostile ties of these weights.
    fn added(sizes: &[usize], hostile: &[(usize, usize, f32)]) -> Vec<f32> {
        let count = sizes.len();
        let mut weights = vec![0.0; count * count];
        for &(a, b, weight) in hostile {
            weights[a * count + b] += weight;
            weights[b * count + a] += weight;
        }
        let mut ties = vec![0.0; count * count];
        draw_alike_together(&mut ties, &weights, sizes);
        ties
    }

    #[test]
    fn those_with_the_same_rivals_are_drawn_together_and_others_are_not() {
        let sizes = [1, 1, 20, 20, 1];
        let added = added(&sizes, &[(0, 2, 6.0), (1, 2, 5.0), (4, 3, 5.0)]);
        assert_eq!(added[1], 2.5);
        assert_eq!(added[5], 2.5);
        assert_eq!(added.iter().filter(|weight| **weight > 0.0).count(), 2);
    }

    #[test]
    fn large_blocs_and_those_with_few_rivals_stay() {
        assert!(added(&[9, 9, 20], &[(0, 2, 6.0), (1, 2, 6.0)]).iter().all(|w| *w == 0.0));
        assert!(added(&[1, 1, 20], &[(0, 2, 3.0), (1, 2, 6.0)]).iter().all(|w| *w == 0.0));
    }
}
