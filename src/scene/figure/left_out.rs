//! What a page has no room for, in words.

use crate::model::{Map, NationId, TieId};
use crate::scene::{LabelOwner, Scene, text};
use std::collections::HashSet;

/// The maximum number of texts of one sort that are named; the others are counted.
const MAX_NAMED: usize = 8;

/// A sentence on the names and the texts along ties that a page has no room for, and on its sources;
/// `None` if nothing is left out.
pub(super) fn left_out(map: &Map, scene: &Scene, are_sources_cut: bool) -> Option<String> {
    let owners: HashSet<LabelOwner> = scene.labels.iter().map(|label| label.owner).collect();
    let has_no_name = |(id, name): &(NationId, String)| {
        !name.is_empty() && !owners.contains(&LabelOwner::Nation(*id))
    };
    let names = map.nations().iter().map(|(id, nation)| (id, text::clean(&nation.name)));
    let names: Vec<String> = names.filter(has_no_name).map(|(_, name)| name).collect();
    let has_no_label = |(id, label): &(TieId, String)| {
        !label.is_empty() && !owners.contains(&LabelOwner::Tie(*id))
    };
    let labels = map.ties().iter().map(|(id, tie)| (id, text::clean(&tie.label)));
    let labels: Vec<String> = labels
        .filter(has_no_label)
        .map(|(id, label)| format!("“{label}” ({})", map.tie_name(id)))
        .collect();
    let hulls = scene.left_out.names.saturating_sub(names.len());
    let parts = [
        part(&names, "name", "names"),
        part(&labels, "tie label", "tie labels"),
        counted(hulls, "name of a group", "names of groups"),
        are_sources_cut.then(|| "some of the sources".to_owned()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let (last, first) = parts.split_last()?;
    let all =
        if first.is_empty() { last.clone() } else { format!("{} and {last}", first.join(", ")) };
    Some(format!("The page has no room for {all}. A larger page or shorter texts would show more."))
}

fn part(texts: &[String], one: &str, many: &str) -> Option<String> {
    let count = counted(texts.len(), one, many)?;
    let named = texts.iter().take(MAX_NAMED).cloned().collect::<Vec<_>>().join(", ");
    let others = texts.len().saturating_sub(MAX_NAMED);
    let more = if others > 0 { format!(", and {others} more") } else { String::new() };
    Some(format!("{count}: {named}{more}"))
}

fn counted(count: usize, one: &str, many: &str) -> Option<String> {
    (count > 0).then(|| crate::model::counted(count, one, many))
}
