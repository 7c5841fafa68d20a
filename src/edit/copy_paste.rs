//! Copies part of a map to a map of its own, and pastes a map into another.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

use super::Command;
use super::new_records::NewRecords;
use crate::model::{
    End, Filter, Heading, Keyed, Kind, KindId, Look, Map, Nation, NationId, NoteId, Point, Records,
    Source, SourceId, Target, TextNote, Tie, TieId,
};

/// How far right and down a paste is moved if another one lies there already.
const STEP: Point = Point::new(48.0, 48.0);
/// How many times a paste is moved at most.
const MAX_STEPS: usize = 100;

/// Copies the chosen nations and text notes to a map of their own, with the memberships of the nations in
/// one another, the ties of which every end is copied, and the kinds and sources that these use. Title,
/// notes and look of the map as a whole aren't copied.
pub fn copy(map: &Map, chosen: &BTreeSet<Target>) -> Map {
    let nations: BTreeSet<NationId> = chosen.iter().filter_map(|target| target.nation()).collect();
    let ties = map.ties_within(&nations);
    let used = UsedRecords::by(map.ties().iter().filter(|(id, _)| ties.contains(id)));
    let ids = IdMapping {
        nations: new_ids(map.nations(), |id| nations.contains(&id)),
        ties: new_ids(map.ties(), |id| ties.contains(&id)),
        kinds: new_ids(map.kinds(), |id| used.kinds.contains(&id)),
        sources: new_ids(map.sources(), |id| used.sources.contains(&id)),
    };
    let in_copy = |(id, nation): (NationId, &Nation)| {
        ids.nations.contains_key(&id).then(|| ids.nation(nation))
    };
    let tie_in_copy = |(id, tie): (TieId, &Tie)| ids.ties.get(&id).and_then(|_| ids.tie(tie));
    let is_chosen = |(id, _): &(NoteId, &TextNote)| chosen.contains(&Target::Note(*id));
    let notes = map.text_notes().iter().filter(is_chosen).map(|(_, note)| note.clone()).collect();
    Map::from_parts(
        Heading::default(),
        Look::default(),
        Filter::default(),
        kept_records(map.kinds(), &ids.kinds),
        kept_records(map.sources(), &ids.sources),
        map.nations().iter().filter_map(in_copy).collect(),
        map.ties().iter().filter_map(tie_in_copy).map(Arc::new).collect(),
    )
    .with_text_notes(notes)
}

/// Adds the nations, ties and text notes of another map, with the kinds and sources that those ties use.
/// Returns what is added, and the command that adds it.
///
/// A kind or source that the map has already, equal in all but perhaps its key, is used; any other is
/// added. Keys that are taken are changed. The arrangement is kept, with its centre at `center`, or
/// as many steps to the lower right as are needed for nothing to lie on what the map has. Title,
/// notes and look of the other map are left out.
pub fn paste(map: &Map, copied: &Map, center: Point) -> (BTreeSet<Target>, Command) {
    let mut records = NewRecords::for_map(map);
    let used = UsedRecords::by(copied.ties().iter());
    let ids = IdMapping {
        kinds: find_or_add(map.kinds(), copied.kinds(), &used.kinds, same_kind, |kind| {
            records.add_kind(kind.clone())
        }),
        sources: find_or_add(
            map.sources(),
            copied.sources(),
            &used.sources,
            same_source,
            |source| records.add_source(source.clone()),
        ),
        nations: copied.nations().ids().map(|id| (id, records.next_nation_id())).collect(),
        ties: copied.ties().ids().map(|id| (id, records.next_tie_id())).collect(),
    };
    let offset = paste_offset(map, copied, center);
    for (id, nation) in copied.nations().iter() {
        let Some(new) = ids.nations.get(&id) else { continue };
        let mut nation = ids.nation(nation);
        nation.position = nation.position.map(|at| (at + offset).within_limit());
        records.add_nation(*new, nation);
    }
    for (id, tie) in copied.ties().iter() {
        if let (Some(new), Some(tie)) = (ids.ties.get(&id), ids.tie(tie)) {
            records.add_tie(*new, tie);
        }
    }
    for (_, note) in copied.text_notes().iter() {
        let position = (note.position + offset).within_limit();
        records.add_text_note(TextNote { position, ..note.clone() });
    }
    records.into_command()
}

/// The kinds and sources that ties use.
#[derive(Default)]
struct UsedRecords {
    kinds: BTreeSet<KindId>,
    sources: BTreeSet<SourceId>,
}

impl UsedRecords {
    fn by<'m>(ties: impl Iterator<Item = (TieId, &'m Tie)>) -> Self {
        let mut used = Self::default();
        for (_, tie) in ties {
            used.kinds.insert(tie.kind);
            used.sources.extend(tie.evidence.iter().filter_map(|evidence| evidence.source));
        }
        used
    }
}

/// The ids in one map of the records of another.
struct IdMapping {
    nations: HashMap<NationId, NationId>,
    ties: HashMap<TieId, TieId>,
    kinds: HashMap<KindId, KindId>,
    sources: HashMap<SourceId, SourceId>,
}

impl IdMapping {
    /// The nation with the ids of the other map; memberships in nations that it lacks are left out.
    fn nation(&self, nation: &Nation) -> Nation {
        let mut nation = nation.clone();
        nation.memberships.retain_mut(|membership| {
            let organisation = self.nations.get(&membership.organisation);
            organisation.is_some_and(|id| {
                membership.organisation = *id;
                true
            })
        });
        nation
    }

    /// The tie with the ids of the other map; `None` if that lacks one of its ends or its kind.
    fn tie(&self, tie: &Tie) -> Option<Tie> {
        let mut tie = tie.clone();
        tie.from = *self.nations.get(&tie.from)?;
        tie.to = match tie.to {
            End::Nation(id) => End::Nation(*self.nations.get(&id)?),
            End::Tie(id) => End::Tie(*self.ties.get(&id)?),
        };
        tie.kind = *self.kinds.get(&tie.kind)?;
        for evidence in &mut tie.evidence {
            evidence.source = evidence.source.and_then(|id| self.sources.get(&id).copied());
        }
        Some(tie)
    }
}

/// New ids from 1 for the records that are kept, as [`Map::from_parts`] gives them.
fn new_ids<I, T>(records: &Records<I, T>, is_kept: impl Fn(I) -> bool) -> HashMap<I, I>
where
    I: Copy + Eq + Hash + Ord + From<u32> + Into<u32>,
{
    records.ids().filter(|id| is_kept(*id)).zip((1..).map(I::from)).collect()
}

fn kept_records<I, T: Clone>(records: &Records<I, T>, ids: &HashMap<I, I>) -> Vec<T>
where
    I: Copy + Eq + Hash + Ord + From<u32> + Into<u32>,
{
    records
        .iter()
        .filter(|(id, _)| ids.contains_key(id))
        .map(|(_, record)| record.clone())
        .collect()
}

/// For each used record of another map, the equal record of this one, preferably with the same key;
/// else one that is added.
fn find_or_add<I, T: Keyed>(
    own: &Records<I, T>,
    other: &Records<I, T>,
    used: &BTreeSet<I>,
    same: fn(&T, &T) -> bool,
    mut add: impl FnMut(&T) -> I,
) -> HashMap<I, I>
where
    I: Copy + Eq + Hash + Ord + From<u32> + Into<u32>,
{
    let of_key: HashMap<&str, I> = own.iter().map(|(id, record)| (record.key(), id)).collect();
    let mut found = HashMap::new();
    for (id, record) in other.iter().filter(|(id, _)| used.contains(id)) {
        let with_key = of_key.get(record.key()).copied();
        let with_key = with_key.filter(|id| own.get(*id).is_some_and(|own| same(record, own)));
        let any = || own.iter().find(|(_, own)| same(record, own)).map(|(id, _)| id);
        let new = with_key.or_else(any).unwrap_or_else(|| add(record));
        found.insert(id, new);
    }
    found
}

fn same_kind(a: &Kind, b: &Kind) -> bool {
    a.name == b.name && Kind { key: b.key.clone(), ..a.clone() } == *b
}

fn same_source(a: &Source, b: &Source) -> bool {
    a.title == b.title && Source { key: b.key.clone(), ..a.clone() } == *b
}

/// How far to move a pasted map so that its centre lies at `center`, or the fewest steps beside it at
/// which nothing lies on what the map has.
fn paste_offset(map: &Map, copied: &Map, center: Point) -> Point {
    let extent = copied.extent_with_notes();
    if extent.is_nothing() {
        return Point::default();
    }
    let unit = |at: Point| (at.x.round() as i64, at.y.round() as i64);
    let positions = |map: &Map| -> Vec<Point> {
        let nations = map.nations().iter().filter_map(|(_, nation)| nation.position);
        nations.chain(map.text_notes().iter().map(|(_, note)| note.position)).collect()
    };
    let taken: HashSet<(i64, i64)> = positions(map).into_iter().map(unit).collect();
    let new = positions(copied);
    let is_free = |offset: &Point| {
        !new.iter().any(|at| taken.contains(&unit((*at + *offset).within_limit())))
    };
    let to_center = center - extent.center();
    let offsets = (0..=MAX_STEPS).map(|step| to_center + STEP * step as f32);
    offsets.clone().find(is_free).unwrap_or(to_center)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{add_nation, add_source, add_tie, apply};
    use crate::model::{Evidence, Extra, Membership, NationType};

    const JAPAN: NationId = NationId(1);
    const RUSSIA: NationId = NationId(2);
    const KOREA: NationId = NationId(3);

    fn perform(map: &mut Map, command: Command) {
        apply(map, command).expect("it fits");
    }

    fn chosen(nations: &[NationId]) -> BTreeSet<Target> {
        nations.iter().copied().map(Target::Nation).collect()
    }

    /// Japan, concerned about the tie of Russia and Korea of which a book tells; Korea is a member of
    /// an organisation that stands after it.
    fn map() -> Map {
        let mut map = Map::empty();
        for (name, x) in [("Japan", 0.0), ("Russia", 100.0), ("Korea", 200.0), ("League", 300.0)] {
            let position = Some(Point::new(x, 0.0));
            let (_, command) =
                add_nation(&map, Nation { name: name.into(), position, ..Nation::default() });
            perform(&mut map, command);
        }
        let (source, command) =
            add_source(&map, Source { title: "A book".into(), ..Source::default() });
        perform(&mut map, command);
        let kind = |map: &Map, at| map.kinds().id_at(at).expect("a standard kind");
        let (about, command) = add_tie(&map, RUSSIA, End::Nation(KOREA), kind(&map, 0));
        perform(&mut map, command);
        let (_, command) = add_tie(&map, JAPAN, End::Tie(about), kind(&map, 2));
        perform(&mut map, command);
        let mut cited = map.ties().get(about).expect("there").clone();
        cited.evidence.push(Evidence { source: Some(source), ..Evidence::default() });
        perform(&mut map, Command::Tie(about, crate::edit::Change::Replace(Box::new(cited))));
        let mut member = map.nations().get(KOREA).expect("there").clone();
        member.memberships.push(Membership {
            organisation: NationId(4),
            since: None,
            until: None,
            extra: Extra::new(),
        });
        perform(&mut map, Command::Nation(KOREA, crate::edit::Change::Replace(Box::new(member))));
        map
    }

    #[test]
    fn a_part_holds_what_lies_within_it() {
        let map = map();
        let two = copy(&map, &chosen(&[RUSSIA, KOREA]));
        let counts = |map: &Map| {
            (map.nations().len(), map.ties().len(), map.kinds().len(), map.sources().len())
        };
        assert_eq!(counts(&two), (2, 1, 1, 1));
        let korea = two.nations().iter().next_back().expect("two").1;
        assert!(korea.memberships.is_empty(), "the organisation isn't in it");
        assert_eq!(counts(&copy(&map, &chosen(&[JAPAN, RUSSIA]))), (2, 0, 0, 0));
        let all = copy(&map, &chosen(&[JAPAN, RUSSIA, KOREA, NationId(4)]));
        assert_eq!(counts(&all), (4, 2, 2, 1));
        assert_eq!(all.violations(), vec![]);
    }

    #[test]
    fn what_is_the_same_here_is_used_again() {
        let mut map = map();
        let all = copy(&map, &chosen(&[JAPAN, RUSSIA, KOREA, NationId(4)]));
        let (made, command) = paste(&map, &all, Point::new(1000.0, 0.0));
        assert_eq!(made.len(), 6);
        perform(&mut map, command);
        assert_eq!(map.violations(), vec![]);
        assert_eq!((map.kinds().len(), map.sources().len()), (3, 1));
        let copy = map.nations().by_key("korea-2").expect("its key is a new one");
        let copy = map.nations().get(copy).expect("there");
        assert_eq!(copy.position, Some(Point::new(1050.0, 0.0)));
        let league = copy.memberships.first().expect("a member").organisation;
        assert_eq!(map.nations().get(league).expect("there").key, "league-2");
        let onto = map.ties().iter().next_back().expect("a tie").1.to;
        let End::Tie(about) = onto else { panic!("onto a tie: {onto:?}") };
        assert!(made.contains(&Target::Tie(about)));
    }

    #[test]
    fn what_differs_here_is_added_under_a_key_of_its_own() {
        let mut here = Map::empty();
        let (id, kind) = here.kinds().iter().next().expect("a kind");
        let other = Kind { name: "Friends".into(), ..kind.clone() };
        perform(&mut here, Command::Kind(id, crate::edit::Change::Replace(Box::new(other))));
        let two = copy(&map(), &chosen(&[RUSSIA, KOREA]));
        for _ in 0..2 {
            let (_, command) = paste(&here, &two, Point::default());
            perform(&mut here, command);
        }
        let keys: Vec<&str> = here.kinds().iter().map(|(_, kind)| kind.key.as_str()).collect();
        assert_eq!(keys, ["allied", "pact", "concern", "allied-2"], "and used by the second");
        assert_eq!(here.sources().len(), 1);
    }

    #[test]
    fn parts_in_one_place_lie_beside_each_other() {
        let mut here = Map::empty();
        let two = copy(&map(), &chosen(&[RUSSIA, KOREA]));
        for _ in 0..3 {
            let (_, command) = paste(&here, &two, Point::new(50.0, 9.0));
            perform(&mut here, command);
        }
        let at = |(_, nation): (NationId, &Nation)| nation.position.expect("placed");
        let places: Vec<Point> = here.nations().iter().map(at).collect();
        let expected =
            [(0.0, 9.0), (100.0, 9.0), (48.0, 57.0), (148.0, 57.0), (96.0, 105.0), (196.0, 105.0)];
        assert_eq!(places, expected.map(|(x, y)| Point::new(x, y)));
    }

    #[test]
    fn organisations_before_and_after_their_members_are_joined() {
        let mut there = Map::default();
        for name in ["A", "B"] {
            let nation_type = NationType::Organisation;
            let nation = Nation { name: name.into(), nation_type, ..Nation::default() };
            let (_, command) = add_nation(&there, nation);
            perform(&mut there, command);
        }
        for (member, organisation) in [(1, 2), (2, 1)] {
            let mut nation = there.nations().get(NationId(member)).expect("there").clone();
            let organisation = NationId(organisation);
            let membership =
                Membership { organisation, since: None, until: None, extra: Extra::new() };
            nation.memberships.push(membership);
            let change = crate::edit::Change::Replace(Box::new(nation));
            perform(&mut there, Command::Nation(NationId(member), change));
        }
        let mut here = Map::default();
        let (_, command) = paste(&here, &there, Point::default());
        perform(&mut here, command);
        assert_eq!(here, there);
    }

    #[test]
    fn places_beyond_the_limit_are_brought_to_it() {
        let mut there = Map::default();
        for x in [-Point::LIMIT, Point::LIMIT] {
            let position = Some(Point::new(x, 0.0));
            let (_, command) = add_nation(&there, Nation { position, ..Nation::default() });
            perform(&mut there, command);
        }
        let mut here = Map::default();
        let (_, command) = paste(&here, &there, Point::new(500.0, 0.0));
        perform(&mut here, command);
        assert_eq!(here.violations(), vec![]);
    }
}
