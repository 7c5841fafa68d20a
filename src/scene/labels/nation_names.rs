//! Places the names of nations.

use std::collections::HashMap;

use super::candidates::{Candidate, LabelCandidates, PlacedLabels};
use super::greedy_names::place_greedily;
use super::local_search::place_labels;
use super::name_candidates::{COSTS, name_box, name_label};
use super::obstacles::{LabelObstacles, Scratch};
use super::seen_from_afar::{NearName, Place, thin_out};
use super::text_box::TextBox;
use crate::model::Map;
use crate::scene::nations::short_code;
use crate::scene::{Label, NationMark, Options};

/// The maximum number of nations whose names are placed by a search. The names of more are placed
/// greedily.
pub(in crate::scene) const MAX_SEARCHED_NAMES: usize = 1_000;

/// Places the names of all nations that have one, in the order of the map. Names that were put somewhere by
/// hand stand there, whatever is in the way, and the others keep off
/// them and off the text notes.
pub(in crate::scene) fn place_names(
    map: &Map,
    nations: &[NationMark],
    notes: &[Label],
    obstacles: &LabelObstacles<'_>,
    options: &Options,
) -> PlacedLabels {
    let names = nations
        .iter()
        .enumerate()
        .filter(|(_, mark)| mark.is_drawn())
        .map(|(index, mark)| Name { index, mark, label: name_label(mark, options) })
        .filter(|name| !name.label.lines.is_empty());
    if nations.len() > MAX_SEARCHED_NAMES {
        return place_greedily(map, nations, notes, options);
    }
    let (by_hand, searched): (Vec<Name<'_>>, Vec<Name<'_>>) =
        names.partition(|name| name.mark.name_offset.is_some());
    let mut placed: Vec<(usize, Option<Label>)> =
        by_hand.into_iter().map(|name| (name.index, Some(name.at(0)))).collect();
    let fixed = placed.iter().filter_map(|(_, label)| label.as_ref()).chain(notes);
    let fixed: Vec<TextBox> = fixed.map(TextBox::of).collect();
    placed.extend(if options.frame.is_none() && options.text_unit > 1.0 {
        names_from_afar(map, searched, (nations, &fixed), obstacles, options)
    } else {
        searched_names(searched, &fixed, obstacles)
    });
    placed.sort_by_key(|(index, _)| *index);
    PlacedLabels::of(placed.into_iter().map(|(_, label)| label).collect())
}

/// The names with the positions that a search finds for them.
fn searched_names(
    names: Vec<Name<'_>>,
    fixed: &[TextBox],
    obstacles: &LabelObstacles<'_>,
) -> Vec<(usize, Option<Label>)> {
    let mut scratch = Scratch::default();
    let indices: Vec<usize> = names.iter().map(|name| name.index).collect();
    let candidates = names.into_iter().map(|name| name.candidates(obstacles, &mut scratch));
    indices.into_iter().zip(place_labels(candidates.collect(), fixed, obstacles)).collect()
}

/// The names of a map that is seen from afar: those that are there in type of the usual size, as far as
/// they still have room, or a code instead.
fn names_from_afar(
    map: &Map,
    names: Vec<Name<'_>>,
    (nations, fixed): (&[NationMark], &[TextBox]),
    obstacles: &LabelObstacles<'_>,
    options: &Options,
) -> Vec<(usize, Option<Label>)> {
    let usual = Options { text_unit: 1.0, ..*options };
    let near = names.iter().map(|name| Name { label: name_label(name.mark, &usual), ..*name });
    let near = searched_names(near.collect(), fixed, obstacles);
    /// Longer codes, those of former states, say nothing to most.
    const LONGEST_CODE: usize = 3;
    let code = |nation| short_code(nation).filter(|code| code.chars().count() <= LONGEST_CODE);
    let codes: Vec<Option<String>> = map.nations().iter().map(|(_, nation)| code(nation)).collect();
    let near_name = |(nation, label): &(usize, Option<Label>)| {
        let code = codes.get(*nation).cloned().flatten();
        Some(NearName { nation: *nation, candidate: label.as_ref()?.candidate, code })
    };
    let near: Vec<NearName> = near.iter().filter_map(near_name).collect();
    let kept = thin_out(&near, nations, fixed, obstacles, options);
    let kept: HashMap<usize, (&NearName, Place)> = near
        .iter()
        .zip(kept)
        .filter_map(|(name, kept)| Some((name.nation, (name, kept?))))
        .collect();
    let placed = |name: Name<'_>| {
        let (near, place) = kept.get(&name.index)?;
        let label = near.label_at(*place, name.mark, options);
        Some(Name { label, ..name }.at(place.candidate))
    };
    names.into_iter().map(|name| (name.index, placed(name))).collect()
}

/// The name of a nation, not yet placed.
struct Name<'a> {
    index: usize,
    mark: &'a NationMark,
    label: Label,
}

impl Name<'_> {
    /// The name at a candidate position, or where it was put by hand.
    fn at(self, candidate: u16) -> Label {
        let name_box = name_box(self.mark, self.label.extent, candidate);
        Label { center: name_box.center, bounds: name_box.bounds(), candidate, ..self.label }
    }

    fn candidates(self, obstacles: &LabelObstacles<'_>, scratch: &mut Scratch) -> LabelCandidates {
        let Self { index, mark, label } = self;
        let candidate = |(number, cost): (u16, f32)| {
            let name_box = name_box(mark, label.extent, number).around_letters(label.size);
            Candidate::new((number, name_box), cost, (Some(index), None), obstacles, scratch)
        };
        let candidates = (0..).zip(COSTS).map(candidate).collect();
        LabelCandidates { candidates, importance: mark.radius, label }
    }
}
