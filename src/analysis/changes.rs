//! What has changed between two states of a map, in words.

use std::collections::HashMap;

use crate::model::{
    End, Evidence, Keyed, KindId, Map, Membership, Nation, NationId, Point, Records, Tie, counted,
};

/// How many nations are named; of more it is said how many there are.
const MOST_NAMED: usize = 3;

/// What has changed from one state of a map to a later one, each in words: `Peru and 2 ties`. A record is the same where
/// its key is, whichever file it was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// What is new.
    pub added: Option<String>,
    /// What is there no more.
    pub removed: Option<String>,
    /// Of what something else is said than before.
    pub changed: Option<String>,
    /// The nations that lie elsewhere.
    pub moved: Option<String>,
    /// What has changed of the map as a whole.
    pub whole: Option<String>,
}

impl Changes {
    /// The changes from one state to another.
    pub fn between(before: &Map, after: &Map) -> Self {
        let nations = RecordChanges::of(before.nations(), after.nations(), |a, b| {
            said_of_nation(before, a) == said_of_nation(after, b)
        });
        let others = [
            RecordChanges::of(before.ties(), after.ties(), |a, b| {
                said_of_tie(before, a) == said_of_tie(after, b)
            })
            .counted("tie", "ties"),
            RecordChanges::of(before.kinds(), after.kinds(), |a, b| a == b)
                .counted("kind", "kinds"),
            RecordChanges::of(before.sources(), after.sources(), |a, b| a == b)
                .counted("source", "sources"),
            RecordChanges::of(before.text_notes(), after.text_notes(), |a, b| a == b)
                .counted("note", "notes"),
        ];
        let with_others = |first: Option<String>, which: fn(&Counted) -> &Option<String>| {
            let parts = first.into_iter().chain(others.iter().filter_map(|own| which(own).clone()));
            joined(parts.collect())
        };
        Self {
            added: with_others(named(&nations.added), |own| &own.added),
            removed: with_others(named(&nations.removed), |own| &own.removed),
            changed: with_others(named(&nations.changed), |own| &own.changed),
            moved: moved(before, after),
            whole: whole_map(before, after),
        }
    }

    /// All of them: `added Peru and 2 ties; removed China; moved 4 nations`, or nothing.
    pub fn in_words(&self) -> String {
        let Self { added, removed, changed, moved, whole } = self;
        let verbs = [
            ("added", added),
            ("removed", removed),
            ("changed", changed),
            ("moved", moved),
            ("changed", whole),
        ];
        let said =
            |(verb, what): (&str, &Option<String>)| Some(format!("{verb} {}", what.as_ref()?));
        verbs.into_iter().filter_map(said).collect::<Vec<_>>().join("; ")
    }
}

/// The records of one sort that were added, removed or changed.
struct RecordChanges<'m, T> {
    added: Vec<&'m T>,
    removed: Vec<&'m T>,
    changed: Vec<&'m T>,
}

/// How many there are, in words.
struct Counted {
    added: Option<String>,
    removed: Option<String>,
    changed: Option<String>,
}

impl<'m, T: Keyed> RecordChanges<'m, T> {
    fn of<I>(
        before: &'m Records<I, T>,
        after: &'m Records<I, T>,
        is_same: impl Fn(&T, &T) -> bool,
    ) -> Self
    where
        I: Copy + Eq + std::hash::Hash + Ord + From<u32> + Into<u32>,
    {
        let mut old: HashMap<&str, &T> =
            before.iter().map(|(_, record)| (record.key(), record)).collect();
        let (mut added, mut changed) = (Vec::new(), Vec::new());
        for (_, record) in after.iter() {
            match old.remove(record.key()) {
                None => added.push(record),
                Some(earlier) if !is_same(earlier, record) => changed.push(record),
                Some(_) => {}
            }
        }
        let records = before.iter().map(|(_, record)| record);
        let removed = records.filter(|record| old.contains_key(record.key())).collect();
        Self { added, removed, changed }
    }

    fn counted(&self, one: &str, many: &str) -> Counted {
        let count = |records: &[&T]| count(records.len(), one, many);
        Counted {
            added: count(&self.added),
            removed: count(&self.removed),
            changed: count(&self.changed),
        }
    }
}

fn count(count: usize, one: &str, many: &str) -> Option<String> {
    (count > 0).then(|| counted(count, one, many))
}

/// Nations by their names, where they are few.
fn named(nations: &[&Nation]) -> Option<String> {
    if nations.len() > MOST_NAMED {
        return count(nations.len(), "nation", "nations");
    }
    joined(nations.iter().map(|nation| nation.name.clone()).collect())
}

/// Texts as a list: `Japan, Peru and Chad`.
fn joined(mut texts: Vec<String>) -> Option<String> {
    let last = texts.pop()?;
    Some(if texts.is_empty() { last } else { format!("{} and {last}", texts.join(", ")) })
}

/// What is said of a nation, by keys in place of ids, and without its place.
fn said_of_nation(map: &Map, nation: &Nation) -> (Nation, Vec<String>) {
    let key = |membership: &Membership| key_of(map.nations(), membership.organisation);
    let keys = nation.memberships.iter().map(key).collect();
    let mut said = Nation { position: None, pinned: false, name_offset: None, ..nation.clone() };
    said.memberships.iter_mut().for_each(|membership| membership.organisation = NationId(0));
    (said, keys)
}

/// What is said of a tie, by keys in place of ids.
fn said_of_tie(map: &Map, tie: &Tie) -> (Tie, Vec<String>) {
    let to = match tie.to {
        End::Nation(id) => key_of(map.nations(), id),
        End::Tie(id) => key_of(map.ties(), id),
    };
    let mut keys = vec![key_of(map.nations(), tie.from), to, key_of(map.kinds(), tie.kind)];
    let source = |evidence: &Evidence| evidence.source.map(|id| key_of(map.sources(), id));
    keys.extend(tie.evidence.iter().map(|evidence| source(evidence).unwrap_or_default()));
    let from = NationId(0);
    let mut said = Tie { from, to: End::Nation(from), kind: KindId(0), ..tie.clone() };
    said.evidence.iter_mut().for_each(|evidence| evidence.source = None);
    (said, keys)
}

fn key_of<I, T>(records: &Records<I, T>, id: I) -> String
where
    I: Copy + Eq + std::hash::Hash + Ord + From<u32> + Into<u32>,
    T: Keyed,
{
    records.get(id).map_or_else(String::new, |record| record.key().to_owned())
}

fn moved(before: &Map, after: &Map) -> Option<String> {
    type Place = (Option<Point>, bool, Option<Point>);
    let place = |nation: &Nation| -> Place { (nation.position, nation.pinned, nation.name_offset) };
    let nations = before.nations().iter();
    let old: HashMap<&str, Place> =
        nations.map(|(_, nation)| (nation.key.as_str(), place(nation))).collect();
    let is_moved =
        |nation: &Nation| old.get(nation.key.as_str()).is_some_and(|old| *old != place(nation));
    let nations = after.nations().iter().map(|(_, nation)| nation);
    named(&nations.filter(|nation| is_moved(nation)).collect::<Vec<_>>())
}

/// What has changed of the map as a whole.
fn whole_map(before: &Map, after: &Map) -> Option<String> {
    let (old, new) = (before.heading(), after.heading());
    let title = (&old.title, &old.subtitle, &old.as_of) != (&new.title, &new.subtitle, &new.as_of);
    let parts = [
        (title, "the title"),
        (old.notes != new.notes, "the notes"),
        (before.look() != after.look(), "the look"),
        (before.filter() != after.filter(), "the filter"),
    ];
    joined(parts.into_iter().filter(|(is, _)| *is).map(|(_, what)| what.to_owned()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    use crate::model::Heading;

    fn map(nations: &[&str], title: &str) -> Map {
        let nation = |name: &&str| Nation {
            key: name.to_lowercase(),
            name: (*name).to_owned(),
            ..Nation::default()
        };
        let heading = Heading { title: title.to_owned(), ..Heading::default() };
        let nations: Vec<Nation> = nations.iter().map(nation).collect();
        let kinds: Vec<_> = Map::empty().kinds().iter().map(|(_, kind)| kind.clone()).collect();
        let tie = |index: usize| {
            let (from, to) = (NationId(1), NationId(index as u32 + 2));
            let key = format!("t-{}", nations[index + 1].key);
            Tie::new(key, from, End::Nation(to), KindId(1), crate::model::Direction::Mutual)
        };
        let ties = (0..nations.len().saturating_sub(1)).map(|at| Arc::new(tie(at))).collect();
        Map::from_parts(
            heading,
            crate::model::Look::default(),
            crate::model::Filter::default(),
            kinds,
            Vec::new(),
            nations,
            ties,
        )
    }

    fn words(before: &Map, after: &Map) -> String {
        Changes::between(before, after).in_words()
    }

    #[test]
    fn what_has_changed_is_named_where_it_is_little_and_counted_where_it_is_much() {
        let before = map(&["Japan", "Peru", "China"], "Ties");
        assert_eq!(words(&before, &before), "");
        let fewer = map(&["Japan", "China"], "Ties");
        assert_eq!(words(&before, &fewer), "removed Peru and 1 tie");
        assert_eq!(words(&fewer, &before), "added Peru and 1 tie");
        let titled = map(&["Japan", "Peru", "China"], "Other ties");
        assert_eq!(words(&before, &titled), "changed the title");
        let many = map(&["Japan", "Peru", "China", "Chad", "Mali", "Cuba", "Iran"], "Ties");
        assert_eq!(words(&before, &many), "added 4 nations and 4 ties");
    }
}
