//! In which order a matrix has its nations.

use crate::model::Map;
use crate::names::fold;
use crate::scene::text;

/// What the rows and columns of a matrix are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MatrixSort {
    /// By bloc, and in each so that neighbours have the same ties.
    #[default]
    Bloc,
    /// By name.
    Name,
}

impl MatrixSort {
    /// Every way to sort.
    pub const ALL: [Self; 2] = [Self::Bloc, Self::Name];

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bloc => "bloc",
            Self::Name => "name",
        }
    }
}

/// The nations of a map in an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatrixOrder {
    /// Each nation by its index in the map, from the first row to the last.
    pub nations: Vec<usize>,
    /// The sizes of the blocs from the first row on, if it is sorted by them.
    pub blocs: Vec<usize>,
}

/// The nations of a map in the order of their names, as a dictionary has them.
pub fn by_name(map: &Map) -> MatrixOrder {
    let key = |(index, (_, nation)): (usize, (_, &crate::model::Nation))| {
        (fold(&text::clean(&nation.name)), index)
    };
    let mut keyed: Vec<(String, usize)> = map.nations().iter().enumerate().map(key).collect();
    keyed.sort();
    let nations = keyed.into_iter().map(|(_, index)| index).collect();
    MatrixOrder { nations, blocs: Vec::new() }
}
