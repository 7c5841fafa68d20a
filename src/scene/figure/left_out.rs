//! What a page has no room for, in words.

use crate::model::{Map, NationId, TieId};
use crate::scene::{LabelOwner, Scene, text};
use std::collections::HashSet;

/// The maximum number of texts of one sort that are named; the others are counted.
const MAX_NAMED: usize = 8;

/// Hostile ties of a kind that a crowded page lists nowhere.
#[derive(Clone)]
pub(super) struct Unlisted {
    /// The name of the kind.
    pub(super) kind: String,
    /// How many there are.
    pub(super) ties: usize,
}

/// What a page leaves out, in sentences: the names, the texts along ties and the sources that it has no room for, and
/// how many ties its look leaves out or grounds of blocs stand for, where no legend says so; `None` if nothing is left out.
pub(super) fn left_out(
    map: &Map,
    scene: &Scene,
    (unlisted_sources, unlisted_ties): (usize, &[Unlisted]),
    has_legend: bool,
) -> Option<String> {
    let unlisted = unlisted_ties.iter().map(|Unlisted { kind, ties }| {
        Some(format!("The {ties} ties “{kind}” have no list; a matrix shows each of them."))
    });
    let ties = scene.left_out_ties.words().filter(|_| !has_legend).map(|words| format!("{words}."));
    let on_grounds = counted(scene.weights.cliques.ties.len(), "tie is", "ties are");
    let on_grounds = on_grounds.filter(|_| !has_legend);
    let on_grounds = on_grounds.map(|ties| format!("{ties} told by the grounds of blocs alone."));
    let told = |ties: HashSet<&usize>, how: &str| {
        let ties = counted(ties.len(), "tie is", "ties are").filter(|_| !has_legend)?;
        Some(format!("{ties} told by lines that {how}."))
    };
    let edges = scene.weights.power_edges.iter().flat_map(|edge| &edge.ties);
    let by_forks = told(edges.collect(), "fork on a ground: with all nations on it");
    let junctions = scene.weights.junctions.iter().flat_map(|junction| &junction.ties);
    let how = "meet: each nation of one side with each of the other";
    let by_junctions = told(junctions.collect(), how);
    let parts =
        [no_room_for(map, scene, unlisted_sources), ties, on_grounds, by_forks, by_junctions];
    let sentences: Vec<String> = parts.into_iter().chain(unlisted).flatten().collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

fn no_room_for(map: &Map, scene: &Scene, unlisted_sources: usize) -> Option<String> {
    let owners: HashSet<LabelOwner> = scene.labels.iter().map(|label| label.owner).collect();
    let has_no_name = |(id, name): &(NationId, String)| {
        !name.is_empty() && !owners.contains(&LabelOwner::Nation(*id))
    };
    let names = map.nations().iter().map(|(id, nation)| (id, text::clean(&nation.name)));
    let names: Vec<String> = names.filter(has_no_name).map(|(_, name)| name).collect();
    let has_no_label = |(id, label): &(TieId, String)| {
        !label.is_empty() && !owners.contains(&LabelOwner::Tie(*id))
    };
    let undrawn = scene.ties.iter().filter(|mark| !mark.is_drawn);
    let undrawn: HashSet<TieId> = undrawn.map(|mark| mark.id).collect();
    let drawn = map.ties().iter().filter(|(id, _)| !undrawn.contains(id));
    let labels = drawn.map(|(id, tie)| (id, text::clean(&tie.label)));
    let labels: Vec<String> = labels
        .filter(has_no_label)
        .map(|(id, label)| format!("“{label}” ({})", map.tie_name(id)))
        .collect();
    let hulls = scene.left_out.names.saturating_sub(names.len());
    let parts = [
        part(&names, "name", "names"),
        part(&labels, "tie label", "tie labels"),
        counted(hulls, "name of a group", "names of groups"),
        counted(scene.left_out.blocs, "name of a bloc", "names of blocs"),
        counted(unlisted_sources, "source", "sources"),
    ];
    let all = listed(parts)?;
    Some(format!("The page has no room for {all}. A larger page or shorter texts would show more."))
}

/// Parts of a sentence in a row; `None` if there are none.
pub(super) fn listed(parts: impl IntoIterator<Item = Option<String>>) -> Option<String> {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let (last, first) = parts.split_last()?;
    let all =
        if first.is_empty() { last.clone() } else { format!("{} and {last}", first.join(", ")) };
    Some(all)
}

pub(super) fn part(texts: &[String], one: &str, many: &str) -> Option<String> {
    let count = counted(texts.len(), one, many)?;
    let named = texts.iter().take(MAX_NAMED).cloned().collect::<Vec<_>>().join(", ");
    let others = texts.len().saturating_sub(MAX_NAMED);
    let more = if others > 0 { format!(", and {others} more") } else { String::new() };
    Some(format!("{count}: {named}{more}"))
}

pub(super) fn counted(count: usize, one: &str, many: &str) -> Option<String> {
    (count > 0).then(|| crate::model::counted(count, one, many))
}
