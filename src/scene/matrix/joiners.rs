//! Nations that join blocs: those with many partners in two of them.
//!
//! In a table of blocs they are the rows that go on beyond their bloc. Who joins two groups is what readers ask
//! of a network next to who is in them (brokers; Gould and Fernandez 1989).

use super::cell_part::{CellPart, Standing};
use super::{Matrix, MatrixBloc};
use crate::model::{Map, NationId, Sign};

/// The fewest partners in a bloc.
const LEAST_PARTNERS: usize = 3;
/// The least share of a bloc that are its partners.
const LEAST_SHARE: f32 = 0.25;

/// Two blocs and the nations that join them.
#[derive(Clone, Debug, PartialEq)]
pub struct JoinedBlocs {
    /// The two blocs by their indices, the upper one first.
    pub blocs: [usize; 2],
    /// The nations with their numbers of partners in each of the two, those that join them most first.
    pub nations: Vec<(NationId, [usize; 2])>,
}

impl Matrix {
    /// The blocs that nations join, those with the most such nations first. The two largest blocs come before
    /// all others; where nobody joins those closely, with whoever has some partners in both.
    pub fn joined_blocs(&self) -> &[JoinedBlocs] {
        &self.joined
    }

    /// Whether the nation of a row joins two blocs closely.
    pub fn is_joiner(&self, row: usize) -> bool {
        self.joiners.get(row) == Some(&true)
    }

    /// Finds who joins which blocs.
    pub(super) fn find_joiners(&mut self, map: &Map) {
        self.joiners = vec![false; self.len()];
        let blocs: Vec<usize> = (0..self.blocs.len())
            .filter(|bloc| self.blocs[*bloc].len >= MatrixBloc::LEAST_CALLED)
            .collect();
        let partners = self.partners(map);
        let mut by_size = blocs.clone();
        by_size.sort_by_key(|bloc| std::cmp::Reverse(self.blocs[*bloc].len));
        let largest = by_size.get(..2).map(|two| [two[0].min(two[1]), two[0].max(two[1])]);
        for (index, upper) in blocs.iter().enumerate() {
            for lower in &blocs[index + 1..] {
                let pair = [*upper, *lower];
                let mut found = self.joining(&partners, pair, LEAST_SHARE);
                for (row, _) in &found {
                    self.joiners[*row] = true;
                }
                if found.is_empty() && largest == Some(pair) {
                    found = self.joining(&partners, pair, 0.0);
                }
                if !found.is_empty() {
                    let nation = |(row, counts): (usize, [usize; 2])| (self.nations[row], counts);
                    let nations = found.into_iter().map(nation).collect();
                    self.joined.push(JoinedBlocs { blocs: pair, nations });
                }
            }
        }
        self.joined.sort_by_key(|joined| {
            (largest != Some(joined.blocs), std::cmp::Reverse(joined.nations.len()))
        });
    }

    /// The rows with at least some share of either bloc as their partners, those with the largest first.
    fn joining(
        &self,
        partners: &[Vec<usize>],
        pair: [usize; 2],
        least: f32,
    ) -> Vec<(usize, [usize; 2])> {
        let share = |counts: [usize; 2]| {
            let of = |side: usize| counts[side] as f32 / self.blocs[pair[side]].len as f32;
            of(0).min(of(1))
        };
        let counts = |row: &Vec<usize>| pair.map(|bloc| row[bloc]);
        let mut found: Vec<(usize, [usize; 2])> = partners.iter().map(counts).enumerate().collect();
        found.retain(|(_, counts)| {
            counts.iter().all(|count| *count >= LEAST_PARTNERS) && share(*counts) >= least
        });
        found.sort_by(|(_, a), (_, b)| share(*b).total_cmp(&share(*a)));
        found
    }

    /// How many partners the nation of each row has in each bloc.
    fn partners(&self, map: &Map) -> Vec<Vec<usize>> {
        let mut bloc_of = vec![None; self.len()];
        for (index, MatrixBloc { start, len, .. }) in self.blocs.iter().enumerate() {
            bloc_of.iter_mut().skip(*start).take(*len).for_each(|bloc| *bloc = Some(index));
        }
        let is_hostile = |part: &CellPart| {
            let kind = part.kind.and_then(|kind| self.kinds.get(kind));
            let kind = kind.and_then(|kind| map.kinds().get(kind.id));
            kind.is_some_and(|kind| kind.sign == Sign::Hostile)
        };
        let joins = |part: &CellPart| part.standing != Standing::Over && !is_hostile(part);
        let mut partners = vec![vec![0; self.blocs.len()]; self.len()];
        for cell in &self.cells {
            let bloc = bloc_of.get(cell.column as usize).copied().flatten();
            let Some(bloc) = bloc.filter(|_| cell.row != cell.column) else { continue };
            if self.parts(cell).iter().any(joins) {
                partners[cell.row as usize][bloc] += 1;
            }
        }
        partners
    }
}

impl MatrixBloc {
    /// The fewest nations of a bloc that is called something.
    pub const LEAST_CALLED: usize = 3;
}
