//! Suggestions of nations for a map: those that are on it, and then those that are known.

use super::nation_names::{self, initials};
use super::{Suggestion, SuggestionMark, Suggestions};
use crate::model::{Map, Nation};
use crate::names::fold;
use crate::scene::Flag;

/// The most nations of the map that are suggested, so that there is room for others.
const MOST_THERE: usize = 4;

/// What a suggestion says beside a nation of the map.
pub const ON_THE_MAP: &str = "on the map";

/// Nations whose names begin with a text, or a word of them, those of the map first. The key of one of the
/// map is its name, that of another its code.
pub fn suggestions(map: &Map, text: &str) -> Suggestions {
    matching(map, text, |_| true)
}

/// As [`suggestions`], only of nations for which `is_meant` holds, and of those that are known.
pub fn matching(map: &Map, text: &str, is_meant: impl Fn(&Nation) -> bool) -> Suggestions {
    let folded = fold(text.trim());
    if folded.is_empty() {
        return Suggestions::default();
    }
    let all = map.nations().iter().map(|(_, nation)| nation).filter(|nation| is_meant(nation));
    let mut there: Vec<(Likeness, &Nation)> =
        all.filter_map(|nation| Some((likeness(nation, &folded)?, nation))).collect();
    there.sort_by_key(|(likeness, _)| *likeness);
    there.truncate(MOST_THERE);
    let best = there.first().map(|(likeness, _)| *likeness);
    let is_there =
        |row: &Suggestion| there.iter().any(|(_, n)| n.code.as_deref() == Some(row.key.as_str()));
    let known = nation_names::suggestions(text);
    let is_exact = |row: &Suggestion| fold(&row.name) == folded || fold(&row.key) == folded;
    let (exact, others): (Vec<Suggestion>, Vec<Suggestion>) =
        known.rows.into_iter().filter(|row| !is_there(row)).partition(is_exact);
    // What is typed in full comes before what only begins so.
    let (first, later) =
        if best == Some(Likeness::Exact) { (Vec::new(), exact) } else { (exact, Vec::new()) };
    let there = there.iter().map(|(_, nation)| row(nation));
    let rows = first.into_iter().chain(there).chain(later).chain(others).collect();
    let is_settled = matches!(best, Some(Likeness::Exact | Likeness::Beginning));
    Suggestions {
        rows,
        is_open_choice: known.is_open_choice && !is_settled,
        ..Suggestions::default()
    }
}

/// How a name is like a text, the likest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    Exact,
    Beginning,
    BeginningOfWord,
}

fn likeness(nation: &Nation, folded: &str) -> Option<Likeness> {
    let name = fold(&nation.name);
    let is_code = nation.code.as_deref().is_some_and(|code| fold(code) == folded);
    if name == folded || is_code {
        return Some(Likeness::Exact);
    }
    if name.starts_with(folded) {
        return Some(Likeness::Beginning);
    }
    let mut words = name.split([' ', '-']);
    words.any(|word| word.starts_with(folded)).then_some(Likeness::BeginningOfWord)
}

fn row(nation: &Nation) -> Suggestion {
    let flag = nation.code.as_deref().and_then(Flag::of).map(SuggestionMark::Flag);
    Suggestion {
        mark: flag.unwrap_or_else(|| SuggestionMark::Letters(initials(&nation.name))),
        name: nation.name.clone(),
        detail: ON_THE_MAP.to_owned(),
        key: nation.name.clone(),
        ..Suggestion::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{add_nations, apply};

    fn map(nations: &[(&str, Option<&str>)]) -> Map {
        let mut map = Map::empty();
        let nation = |(name, code): &(&str, Option<&str>)| Nation {
            name: (*name).to_owned(),
            code: code.map(ToOwned::to_owned),
            ..Nation::default()
        };
        let (_, command) = add_nations(&map, nations.iter().map(nation).collect());
        apply(&mut map, command).expect("they fit");
        map
    }

    fn names(map: &Map, text: &str) -> Vec<String> {
        suggestions(map, text).rows.into_iter().map(|row| row.name).collect()
    }

    #[test]
    fn nations_of_the_map_come_first_and_once() {
        let map = map(&[("Nigeria", Some("NGA")), ("The Blue Realm", None), ("Prussia", None)]);
        assert_eq!(names(&map, "blue"), ["The Blue Realm"]);
        let of_nigeria = names(&map, "niger");
        assert_eq!(of_nigeria[..2], ["Niger", "Nigeria"], "what is typed in full is first");
        assert_eq!(of_nigeria.iter().filter(|name| *name == "Nigeria").count(), 1);
        assert_eq!(names(&map, "nga")[0], "Nigeria");
    }

    #[test]
    fn what_may_mean_several_is_left_open_unless_one_of_the_map_is_called_so() {
        let two = map(&[("South Korea", Some("KOR"))]);
        assert!(suggestions(&two, "korea").is_open_choice);
        let own = map(&[("Korea", None)]);
        assert_eq!(suggestions(&own, "korea").first_chosen(), Some(0));
    }
}
