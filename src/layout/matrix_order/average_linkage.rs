//! Hierarchical clustering by average linkage (UPGMA, Sokal and Michener 1958).
//!
//! By chains of nearest neighbours (Benzécri 1982; Murtagh 1983): the same tree as by always joining the two
//! nearest clusters, in time that grows with the square of the items. Equal distances go to the earlier item.

/// Two clusters that become one; those below the number of items are single items, and merge `k` makes the
/// cluster `items + k`.
pub(super) type Merge = [usize; 2];

/// Clusters items until one is left. `distances` holds a row for each item, `sizes` how many leaves it has.
pub(super) fn average_linkage(mut distances: Vec<Vec<f32>>, mut sizes: Vec<f32>) -> Vec<Merge> {
    let items = sizes.len();
    let mut cluster_at: Vec<usize> = (0..items).collect();
    let mut alive: Vec<usize> = (0..items).collect();
    let mut merges: Vec<Merge> = Vec::with_capacity(items.saturating_sub(1));
    let mut chain: Vec<usize> = Vec::new();
    while alive.len() > 1 {
        if chain.is_empty() {
            chain.push(alive[0]);
        }
        let Some(&last) = chain.last() else { break };
        let before = chain.len().checked_sub(2).map(|at| chain[at]);
        let nearest = nearest(&distances[last], last, before, &alive);
        if before != Some(nearest) {
            chain.push(nearest);
            continue;
        }
        chain.truncate(chain.len() - 2);
        let (kept, gone) = (nearest.min(last), nearest.max(last));
        merges.push([cluster_at[kept], cluster_at[gone]]);
        cluster_at[kept] = items + merges.len() - 1;
        alive.retain(|&item| item != gone);
        let (a, b) = (sizes[kept], sizes[gone]);
        for &other in alive.iter().filter(|&&other| other != kept) {
            let mean = (a * distances[kept][other] + b * distances[gone][other]) / (a + b);
            distances[kept][other] = mean;
            distances[other][kept] = mean;
        }
        sizes[kept] = a + b;
    }
    merges
}

/// The nearest other item; of several the one that came `before` in the chain, which ends the chain, or the
/// first.
fn nearest(row: &[f32], own: usize, before: Option<usize>, alive: &[usize]) -> usize {
    let mut best = before.unwrap_or(own);
    let mut least = before.map_or(f32::INFINITY, |before| row[before]);
    for &other in alive {
        if other != own && row[other] < least {
            (best, least) = (other, row[other]);
        }
    }
    best
}
