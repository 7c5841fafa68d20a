//! How much the rows of a matrix differ.

use std::collections::BTreeMap;

/// The distances between all pairs of nodes: 1 less the cosine of their rows, from 0 for rows that are alike
/// to 2 for rows that say the opposite.
pub(super) struct Distances {
    count: usize,
    values: Vec<f32>,
}

impl Distances {
    /// The distances between one node and each.
    pub(super) fn row(&self, node: u32) -> &[f32] {
        &self.values[node as usize * self.count..][..self.count]
    }

    /// The distance between two nodes.
    pub(super) fn get(&self, a: u32, b: u32) -> f32 {
        self.row(a)[b as usize]
    }
}

/// What a tie that joins its ends neither together nor apart adds to a row.
const NEUTRAL: f32 = 0.5;

/// Compares the rows of all nodes. A row holds 1 for each friend and for the node itself, -1 for each rival,
/// and a half for who is neither: members of a pact have the same row then.
pub(super) fn row_distances(nodes: usize, ties: &[([u32; 2], i8)]) -> Distances {
    let rows = rows(nodes, ties);
    let lengths: Vec<f32> = rows
        .iter()
        .map(|row| row.iter().map(|(_, value)| value * value).sum::<f32>().sqrt())
        .collect();
    let mut values = vec![0.0_f32; nodes * nodes];
    for (node, row) in rows.iter().enumerate() {
        let own = &mut values[node * nodes..][..nodes];
        for &(via, value) in row {
            for &(other, of_other) in &rows[via as usize] {
                own[other as usize] += value * of_other;
            }
        }
        for (other, dot) in own.iter_mut().enumerate() {
            let both = (lengths[node] * lengths[other]).max(f32::MIN_POSITIVE);
            *dot = if other == node { 0.0 } else { (1.0 - *dot / both).clamp(0.0, 2.0) };
        }
    }
    Distances { count: nodes, values }
}

/// What each row holds, by ascending column; the table is symmetric.
fn rows(nodes: usize, ties: &[([u32; 2], i8)]) -> Vec<Vec<(u32, f32)>> {
    let mut sums: BTreeMap<[u32; 2], f32> = BTreeMap::new();
    for &([a, b], sign) in ties {
        let value = if sign == 0 { NEUTRAL } else { f32::from(sign) };
        *sums.entry([a.min(b), a.max(b)]).or_default() += value;
    }
    let mut rows: Vec<Vec<(u32, f32)>> = (0..nodes as u32).map(|node| vec![(node, 1.0)]).collect();
    for ([a, b], sum) in sums {
        let value = sum.clamp(-1.0, 1.0);
        rows[a as usize].push((b, value));
        rows[b as usize].push((a, value));
    }
    rows.iter_mut().for_each(|row| row.sort_by_key(|(column, _)| *column));
    rows
}
