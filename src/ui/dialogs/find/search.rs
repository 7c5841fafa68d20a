//! Searching a map for words, with the best matches first.

use std::cmp::Reverse;

use crate::edit::Target;
use crate::model::{Map, Nation, TieId};
use crate::ui::dialogs::fuzzy_match::{fold, word_score};

/// The nations and ties in which every word of the query is found, the best first; equally good ones
/// in the order of the map, nations before ties.
pub fn search(map: &Map, query: &str) -> Vec<Target> {
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let nations = map.nations().iter().map(|(id, n)| (Target::Nation(id), nation_fields(n)));
    let ties = map.ties().ids().map(|id| (Target::Tie(id), tie_fields(map, id)));
    let scored = |(target, fields): (Target, Vec<String>)| Some((score(&words, &fields)?, target));
    let mut found: Vec<(i32, Target)> = nations.chain(ties).filter_map(scored).collect();
    found.sort_by_key(|(score, _)| Reverse(*score));
    found.into_iter().map(|(_, target)| target).collect()
}

/// The sum of what each word finds in its best field; `None` where one finds nothing.
fn score(words: &[&str], fields: &[String]) -> Option<i32> {
    let best = |word: &&str| fields.iter().filter_map(|field| word_score(word, field)).max();
    words.iter().map(best).sum()
}

fn nation_fields(nation: &Nation) -> Vec<String> {
    let own = [nation.name.as_str(), nation.code.as_deref().unwrap_or_default()];
    own.into_iter().chain(nation.tags.iter().map(String::as_str)).map(fold).collect()
}

fn tie_fields(map: &Map, id: TieId) -> Vec<String> {
    let tie = map.ties().get(id);
    let label = tie.map_or("", |tie| tie.label.as_str());
    let kind = tie.and_then(|tie| map.kinds().get(tie.kind)).map_or("", |kind| kind.name.as_str());
    vec![fold(&map.tie_name(id)), fold(label), fold(kind)]
}
