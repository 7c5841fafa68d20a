//! Places the names of nations.

use super::candidates::{Candidate, LabelCandidates, PlacedLabels};
use super::greedy_names::place_greedily;
use super::local_search::place_labels;
use super::name_candidates::{COSTS, name_box, name_label};
use super::obstacles::{LabelObstacles, Scratch};
use super::placement::Placement;
use crate::model::Map;
use crate::scene::{Label, NationMark, Options};

/// The maximum number of nations whose names are placed by a search. The names of more are placed
/// greedily.
pub(in crate::scene) const MAX_SEARCHED_NAMES: usize = 1_000;

/// Places the names of all nations that have one, in the order of the map.
pub(in crate::scene) fn place_names(
    map: &Map,
    nations: &[NationMark],
    obstacles: &LabelObstacles<'_>,
    options: &Options,
    placement: &Placement<'_>,
) -> PlacedLabels {
    let labels = nations
        .iter()
        .enumerate()
        .filter(|(_, mark)| mark.is_drawn())
        .map(|(index, mark)| (index, mark, name_label(mark, options)));
    let named = labels.filter(|(_, _, label)| !label.lines.is_empty());
    if !matches!(placement, Placement::Search) {
        let at = |(_, mark, label): (usize, &NationMark, Label)| {
            let candidate = placement.kept(label.owner)?.candidate;
            let name_box = name_box(mark, label.extent, candidate);
            Some(Label { center: name_box.center, bounds: name_box.bounds(), candidate, ..label })
        };
        return PlacedLabels::kept(named.filter_map(at).collect());
    }
    if nations.len() > MAX_SEARCHED_NAMES {
        return place_greedily(map, nations, options);
    }
    let mut scratch = Scratch::default();
    let with_candidates = |(index, mark, label): (usize, &NationMark, Label)| {
        let candidate = |(number, cost): (u16, f32)| {
            let name_box = name_box(mark, label.extent, number);
            Candidate::new((number, name_box), cost, (Some(index), None), obstacles, &mut scratch)
        };
        let candidates = (0..).zip(COSTS).map(candidate).collect();
        LabelCandidates { candidates, importance: mark.radius, label }
    };
    PlacedLabels::of(place_labels(named.map(with_candidates).collect(), &[], obstacles))
}
