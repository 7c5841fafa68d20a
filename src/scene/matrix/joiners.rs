//! Who joins the blocs of a matrix. In a table of blocs they are the rows that go on beyond their bloc.

use super::cell_part::{CellPart, Standing};
use super::{Matrix, MatrixBloc};
use crate::model::{Map, NationId, Sign};
use crate::scene::blocs::{BlocTies, joiners};

/// Two blocs and the nations that join them.
#[derive(Clone, Debug, PartialEq)]
pub struct JoinedBlocs {
    /// The two blocs by their indices, the upper one first.
    pub blocs: [usize; 2],
    /// The nations with their numbers of partners in each of the two, those that join them closest first.
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

    /// Finds who joins which blocs; `members` are the nations of each.
    pub(super) fn find_joiners(
        &mut self,
        map: &Map,
        mut members: Vec<Vec<usize>>,
        ties: &BlocTies,
    ) {
        self.joiners = vec![false; self.len()];
        let is_small = |bloc: &&mut Vec<usize>| bloc.len() < MatrixBloc::LEAST_CALLED;
        members.iter_mut().filter(is_small).for_each(Vec::clear);
        for found in joiners(&self.partners(map), &ties.sizes(&members)) {
            for (row, _) in found.nations.iter().filter(|_| found.are_close) {
                self.joiners[*row] = true;
            }
            let nation = |(row, counts): (usize, [usize; 2])| (self.nations[row], counts);
            let nations = found.nations.into_iter().map(nation).collect();
            self.joined.push(JoinedBlocs { blocs: found.blocs, nations });
        }
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
