//! The numbers of pairs, by the nations that they join.

use rustc_hash::FxHashMap;

/// Stands in the table where nothing joins two nations.
const NONE: u32 = u32::MAX;

/// The number of each pair of nations that something joins.
///
/// Growing a clique asks millions of times. In a dense graph a table answers out of one row for each member, which
/// stays in the cache; a hash of a million pairs waits for memory each time.
#[derive(Debug)]
pub(super) enum PairNumbers {
    /// By the numbers of both nations in order.
    Hashed(FxHashMap<[u32; 2], u32>),
    /// A row for each nation with a cell for each other one.
    Table { width: usize, cells: Vec<u32> },
}

impl PairNumbers {
    /// For so many nations and ties. A table takes no more than a few cells for each tie.
    pub(super) fn for_graph(nations: usize, ties: usize) -> Self {
        const CELLS_FOR_A_TIE: usize = 8;
        let cells = nations.saturating_mul(nations);
        match cells <= ties.saturating_mul(CELLS_FOR_A_TIE) {
            true => Self::Table { width: nations, cells: vec![NONE; cells] },
            false => Self::Hashed(FxHashMap::default()),
        }
    }

    /// The number of the pair of two nations. Those of one `a` lie together.
    pub(super) fn get(&self, a: u32, b: u32) -> Option<u32> {
        match self {
            Self::Hashed(numbers) => numbers.get(&[a.min(b), a.max(b)]).copied(),
            Self::Table { width, cells } => {
                let cell = cells.get(a as usize * width + b as usize).copied();
                cell.filter(|number| *number != NONE)
            }
        }
    }

    /// The number of the pair of two nations, which is the next one if it has none.
    pub(super) fn get_or_insert(&mut self, a: u32, b: u32, next: u32) -> u32 {
        if let Some(number) = self.get(a, b) {
            return number;
        }
        match self {
            Self::Hashed(numbers) => {
                numbers.insert([a.min(b), a.max(b)], next);
            }
            Self::Table { width, cells } => {
                for [row, column] in [[a, b], [b, a]] {
                    if let Some(cell) = cells.get_mut(row as usize * *width + column as usize) {
                        *cell = next;
                    }
                }
            }
        }
        next
    }

    /// All pairs in the order of their nations, each once, the lower number first.
    pub(super) fn in_order(&self) -> Vec<([u32; 2], u32)> {
        match self {
            Self::Hashed(numbers) => {
                let mut all: Vec<_> = numbers.iter().map(|(ends, pair)| (*ends, *pair)).collect();
                all.sort_unstable();
                all
            }
            Self::Table { width, cells } => {
                let ends = |at: usize| [(at / width) as u32, (at % width) as u32];
                let filled = cells.iter().enumerate().filter(|(_, number)| **number != NONE);
                let all = filled.map(|(at, number)| (ends(at), *number));
                all.filter(|([a, b], _)| a <= b).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_and_a_hash_answer_alike() {
        let pairs = [[2, 0], [0, 1], [3, 2], [1, 0]];
        let kinds = [PairNumbers::for_graph(4, 2), PairNumbers::for_graph(4, 1)];
        assert!(matches!(kinds, [PairNumbers::Table { .. }, PairNumbers::Hashed(_)]));
        for mut numbers in kinds {
            let mut next = 0;
            let given = pairs.map(|[a, b]| {
                let number = numbers.get_or_insert(a, b, next);
                next += u32::from(number == next);
                number
            });
            assert_eq!(given, [0, 1, 2, 1]);
            let found = [[0, 2], [2, 0], [1, 0], [2, 3], [1, 3]].map(|[a, b]| numbers.get(a, b));
            assert_eq!(found, [Some(0), Some(0), Some(1), Some(2), None]);
            assert_eq!(numbers.in_order(), [([0, 1], 1), ([0, 2], 0), ([2, 3], 2)]);
        }
    }
}
