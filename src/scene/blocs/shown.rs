//! Which blocs a map shows.

use super::cliques::{Clique, Cliques};
use super::found::{MapBlocs, bloc_of};
use super::inner_ties::BlocTies;
use super::names::bloc_names;
use crate::communities::is_read_by_blocs;
use crate::model::{BlocView, Map, Nation, Point};
use crate::scene::legend::wording::capital_first;
use crate::scene::{Positions, hulls};

/// The share of the nations in blocs whose nearest nation is in the same bloc, where blocs lie apart.
const LEAST_TOGETHER: f32 = 0.75;

/// A bloc that a map shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scene) struct Bloc {
    /// What it is called, with a capital letter.
    pub(in crate::scene) name: String,
    /// How many of its pairs are tied by its most common kinds; empty where none are.
    pub(in crate::scene) remark: String,
    /// Its nations, by their indices in the map, ascending.
    pub(in crate::scene) members: Vec<usize>,
    /// Those of its nations that are all tied to one another, if its ground says so.
    pub(in crate::scene) clique: Option<Clique>,
}

/// The nations of each bloc that a map shows with its nations at these positions, as its look says. Left to itself, it
/// shows them where its ties are too many to be followed, its blocs lie apart, and there are no other hulls.
pub(in crate::scene) fn shown_blocs(
    map: &Map,
    found: &MapBlocs<'_>,
    positions: &Positions,
) -> Vec<Vec<usize>> {
    if !would_be_shown(map) {
        return Vec::new();
    }
    let mut blocs = found.all().to_vec();
    let as_hull = hulls::drawn_as_hulls(map);
    for bloc in &mut blocs {
        bloc.retain(|nation| !as_hull[*nation]);
    }
    blocs.retain(|bloc| bloc.len() >= MapBlocs::LEAST_NATIONS);
    if map.look().blocs == BlocView::Auto && !lie_apart(&blocs, positions) {
        return Vec::new();
    }
    blocs
}

/// Blocs with what is said of them.
pub(in crate::scene) fn described_blocs(
    map: &Map,
    blocs: Vec<Vec<usize>>,
    cliques: &Cliques,
) -> Vec<Bloc> {
    // Most maps show none, and drafts never do: their ties needn't be counted.
    if blocs.is_empty() {
        return Vec::new();
    }
    let names = bloc_names(map, &blocs);
    let remarks = remarks(map, &blocs, cliques, &BlocTies::of(map));
    let said = names.iter().zip(remarks).zip(blocs).enumerate();
    let bloc = |(index, ((name, remark), members)): (usize, ((&String, String), Vec<usize>))| {
        let clique = cliques.of(index).cloned();
        Bloc { name: capital_first(name), remark, members, clique }
    };
    said.map(bloc).collect()
}

/// How closely the nations of each of some blocs are tied, in words: those of its clique, or else what share of its pairs
/// ties join. Map and matrix say the same of a bloc.
pub(in crate::scene) fn remarks(
    map: &Map,
    blocs: &[Vec<usize>],
    cliques: &Cliques,
    ties: &BlocTies,
) -> Vec<String> {
    let remark = |((index, members), closeness): ((usize, &Vec<usize>), String)| {
        cliques.of(index).map_or(closeness, |clique| clique.words(map, members.len()))
    };
    blocs.iter().enumerate().zip(ties.closeness(map, blocs)).map(remark).collect()
}

/// Whether a map shows blocs if they lie apart.
pub(in crate::scene) fn would_be_shown(map: &Map) -> bool {
    match map.look().blocs {
        BlocView::Off => false,
        BlocView::On => true,
        BlocView::Auto => {
            let memberships = |(_, nation): (_, &Nation)| nation.memberships.len();
            let joined: usize = map.nations().iter().map(memberships).sum();
            is_read_by_blocs(map.nations().len(), map.ties().len() + joined)
                && map.look().hulls.is_none()
                && !hulls::drawn_as_hulls(map).contains(&true)
        }
    }
}

/// Whether nearly all nations in blocs have one of their own beside them.
fn lie_apart(blocs: &[Vec<usize>], positions: &Positions) -> bool {
    let bloc_of = bloc_of(blocs.iter().map(Vec::as_slice), positions.all_points().len());
    let members: Vec<(usize, Point)> =
        blocs.iter().flatten().map(|nation| (*nation, positions.get(*nation))).collect();
    let is_beside_own = |(nation, at): &&(usize, Point)| {
        let others = members.iter().filter(|(other, _)| other != nation);
        let distance = |other: &(usize, Point)| other.1.distance(*at);
        let nearest = others.min_by(|a, b| distance(a).total_cmp(&distance(b)));
        nearest.is_some_and(|(other, _)| bloc_of[*other] == bloc_of[*nation])
    };
    let together = members.iter().filter(is_beside_own).count();
    blocs.len() > 1 && together as f32 >= LEAST_TOGETHER * members.len() as f32
}
