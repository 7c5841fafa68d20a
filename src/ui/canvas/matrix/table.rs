//! The matrix that is shown: made once for each change of what is shown, in an order that edits leave as it is.

use std::collections::BTreeMap;

use crate::model::{Map, NationId};
use crate::scene::{LegendRow, Matrix, MatrixOrder, MatrixSort, Theme};
use crate::tasks::{MatrixWorker, matrix_order};

/// Larger maps are ordered by the worker.
const MOST_AT_ONCE: usize = 250;

/// The matrix, and what it was made for.
#[derive(Default)]
pub struct Table {
    worker: Option<MatrixWorker>,
    /// The request that is under way, and the nations it was made for.
    requested: Option<(u64, Vec<NationId>)>,
    order: Option<KeptOrder>,
    made: Option<Made>,
    versions: u64,
}

/// An order that stays while nations are neither added nor sorted anew.
struct KeptOrder {
    sort: MatrixSort,
    places: BTreeMap<NationId, usize>,
    /// The bloc of each place; `None` for nations in none.
    blocs: Vec<Option<usize>>,
}

struct Made {
    key: (u64, MatrixSort, Theme),
    matrix: Matrix,
    legend: Vec<LegendRow>,
    version: u64,
}

impl Table {
    /// A table whose large maps are ordered by a worker.
    pub fn new(worker: MatrixWorker) -> Self {
        Self { worker: Some(worker), ..Self::default() }
    }

    /// Forgets the order, so that it is made anew.
    pub fn reset(&mut self) {
        (self.order, self.made, self.requested) = (None, None, None);
    }

    /// Brings the matrix up to date with a map of a revision.
    pub fn update(&mut self, map: &Map, revision: u64, sort: MatrixSort, theme: Theme) {
        let key = (revision, sort, theme);
        if self.made.as_ref().is_some_and(|made| made.key == key) {
            return;
        }
        let Some(order) = self.order_of(map, sort) else { return };
        let matrix = Matrix::of(map, &order, theme);
        let legend = matrix.legend(map);
        self.versions += 1;
        self.made = Some(Made { key, matrix, legend, version: self.versions });
    }

    /// The matrix, once there is one.
    pub fn matrix(&self) -> Option<&Matrix> {
        self.made.as_ref().map(|made| &made.matrix)
    }

    /// A number that changes with the matrix.
    pub fn version(&self) -> u64 {
        self.made.as_ref().map_or(0, |made| made.version)
    }

    /// The rows of its legend.
    pub fn legend(&self) -> &[LegendRow] {
        self.made.as_ref().map_or(&[], |made| &made.legend)
    }

    /// Whether the order of a large map is being made.
    pub const fn is_pending(&self) -> bool {
        self.requested.is_some()
    }

    /// The order for a map: as before where that has all its nations, or else a new one, which a worker may
    /// still be making.
    fn order_of(&mut self, map: &Map, sort: MatrixSort) -> Option<MatrixOrder> {
        let is_kept = |kept: &KeptOrder| {
            kept.sort == sort && map.nations().ids().all(|id| kept.places.contains_key(&id))
        };
        if !self.order.as_ref().is_some_and(is_kept) {
            let (ids, order) = self.new_order(map, sort)?;
            self.order = Some(KeptOrder::of(&ids, &order, sort));
        }
        let kept = self.order.as_ref().filter(|kept| is_kept(kept))?;
        Some(kept.order_of(map))
    }

    fn new_order(&mut self, map: &Map, sort: MatrixSort) -> Option<(Vec<NationId>, MatrixOrder)> {
        let ids = || map.nations().ids().collect();
        let Some(worker) = self.worker.as_mut().filter(|_| map.nations().len() > MOST_AT_ONCE)
        else {
            return Some((ids(), matrix_order(map, sort)));
        };
        let done = worker.take();
        match (self.requested.take(), done) {
            (Some((id, ids)), Some((found, order))) if id == found => Some((ids, order)),
            (Some(requested), _) => {
                self.requested = Some(requested);
                None
            }
            (None, _) => {
                self.requested = Some((worker.request(map.clone(), sort), ids()));
                None
            }
        }
    }
}

impl KeptOrder {
    fn of(ids: &[NationId], order: &MatrixOrder, sort: MatrixSort) -> Self {
        let sorted = order.nations.iter().filter_map(|index| ids.get(*index).copied());
        let blocs = order.blocs.iter().enumerate();
        let mut blocs: Vec<Option<usize>> =
            blocs.flat_map(|(bloc, len)| std::iter::repeat_n(Some(bloc), *len)).collect();
        blocs.resize(order.nations.len(), None);
        Self { sort, places: sorted.zip(0..).collect(), blocs }
    }

    /// The order of those of its nations that a map has.
    fn order_of(&self, map: &Map) -> MatrixOrder {
        let place = |(index, id): (usize, NationId)| Some((*self.places.get(&id)?, index));
        let mut placed: Vec<(usize, usize)> =
            map.nations().ids().enumerate().filter_map(place).collect();
        placed.sort_unstable();
        let bloc = |place: usize| self.blocs.get(place).copied().flatten();
        let within = placed.iter().map(|(place, _)| bloc(*place));
        let within: Vec<usize> = within.map_while(|bloc| bloc).collect();
        let blocs = within.chunk_by(|a, b| a == b).map(<[usize]>::len).collect();
        MatrixOrder { nations: placed.into_iter().map(|(_, index)| index).collect(), blocs }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Change, Command, apply};
    use crate::model::Nation;
    use crate::ui::test_example::{example, japan, pact};

    #[test]
    fn an_edit_leaves_the_order_as_it_is_and_a_new_nation_makes_another() {
        let mut map = example().map().clone();
        let mut table = Table::default();
        table.update(&map, 1, MatrixSort::Bloc, Theme::Light);
        let before = table.matrix().expect("a matrix").nations.clone();
        let version = table.version();
        table.update(&map, 1, MatrixSort::Bloc, Theme::Light);
        assert_eq!(table.version(), version, "nothing is made twice");
        apply(&mut map, Command::Tie(pact(), Change::Remove)).expect("it goes");
        table.update(&map, 2, MatrixSort::Bloc, Theme::Light);
        assert_eq!(table.matrix().expect("a matrix").nations, before);
        let id = map.nations().free_id();
        let nation = Nation { key: "new".to_owned(), ..Nation::default() };
        apply(&mut map, Command::Nation(id, Change::Insert(0, Box::new(nation)))).expect("room");
        table.update(&map, 3, MatrixSort::Bloc, Theme::Light);
        let matrix = table.matrix().expect("a matrix");
        assert_eq!(matrix.len(), before.len() + 1);
        assert!(matrix.place_of(japan()).is_some() && matrix.place_of(id).is_some());
    }
}
