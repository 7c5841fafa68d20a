//! A part of a map as a map of its own, and a map's records added to another: what copying and
//! pasting do.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::Hash;

use super::new_records::Additions;
use super::{Command, Target};
use crate::model::{
    End, Filter, Heading, Keyed, Kind, KindId, Look, Map, Nation, NationId, Point, Records, Source,
    SourceId, Tie, TieId,
};

/// How far beside a part that lies there already the next one comes to lie, right and down.
const STEP: Point = Point::new(48.0, 48.0);
/// No more parts than this are kept from lying on one another.
const MOST_STEPS: usize = 100;

/// The part of a map that the chosen nations make: they with their memberships in one another, the
/// ties of which every end is in the part, and the kinds and sources that these use. Title, notes
/// and look of the map stay behind.
pub fn part(map: &Map, chosen: &BTreeSet<Target>) -> Map {
    let nations: BTreeSet<NationId> = chosen.iter().filter_map(|target| target.nation()).collect();
    let ties = map.ties_within(&nations);
    let used = Used::by(map.ties().iter().filter(|(id, _)| ties.contains(id)));
    let numbers = Numbers {
        nations: numbered(map.nations(), |id| nations.contains(&id)),
        ties: numbered(map.ties(), |id| ties.contains(&id)),
        kinds: numbered(map.kinds(), |id| used.kinds.contains(&id)),
        sources: numbered(map.sources(), |id| used.sources.contains(&id)),
    };
    let in_part = |(id, nation): (NationId, &Nation)| {
        numbers.nations.contains_key(&id).then(|| numbers.nation(nation))
    };
    let tie_in_part =
        |(id, tie): (TieId, &Tie)| numbers.ties.get(&id).and_then(|_| numbers.tie(tie));
    Map::from_parts(
        Heading::default(),
        Look::default(),
        Filter::default(),
        kept(map.kinds(), &numbers.kinds),
        kept(map.sources(), &numbers.sources),
        map.nations().iter().filter_map(in_part).collect(),
        map.ties().iter().filter_map(tie_in_part).collect(),
    )
}

/// Adds the nations and ties of another map, with the kinds and sources that those ties use, and
/// returns what was made.
///
/// A kind or source that is here already, equal in all but perhaps its key, is used; any other is
/// added. Keys that are taken are changed. The arrangement is kept, with its middle at `center`, or
/// so many steps to the lower right that no nation lies on one that is here. Title, notes and look of
/// the other map are left out.
pub fn merge(map: &Map, part: &Map, center: Point) -> (BTreeSet<Target>, Command) {
    let mut additions = Additions::to(map);
    let used = Used::by(part.ties().iter());
    let numbers = Numbers {
        kinds: same_or_added(map.kinds(), part.kinds(), &used.kinds, same_kind, |kind| {
            additions.kind(kind.clone())
        }),
        sources: same_or_added(
            map.sources(),
            part.sources(),
            &used.sources,
            same_source,
            |source| additions.source(source.clone()),
        ),
        nations: part.nations().ids().map(|id| (id, additions.nation_id())).collect(),
        ties: part.ties().ids().map(|id| (id, additions.tie_id())).collect(),
    };
    let way = way(map, part, center);
    for (id, nation) in part.nations().iter() {
        let Some(new) = numbers.nations.get(&id) else { continue };
        let mut nation = numbers.nation(nation);
        nation.position = nation.position.map(|at| (at + way).within_limit());
        additions.nation(*new, nation);
    }
    for (id, tie) in part.ties().iter() {
        if let (Some(new), Some(tie)) = (numbers.ties.get(&id), numbers.tie(tie)) {
            additions.tie(*new, tie);
        }
    }
    additions.into_step()
}

/// The kinds and sources that ties use.
#[derive(Default)]
struct Used {
    kinds: BTreeSet<KindId>,
    sources: BTreeSet<SourceId>,
}

impl Used {
    fn by<'m>(ties: impl Iterator<Item = (TieId, &'m Tie)>) -> Self {
        let mut used = Self::default();
        for (_, tie) in ties {
            used.kinds.insert(tie.kind);
            used.sources.extend(tie.evidence.iter().filter_map(|evidence| evidence.source));
        }
        used
    }
}

/// What the records of one map are called in another.
struct Numbers {
    nations: HashMap<NationId, NationId>,
    ties: HashMap<TieId, TieId>,
    kinds: HashMap<KindId, KindId>,
    sources: HashMap<SourceId, SourceId>,
}

impl Numbers {
    /// The nation as the other map has it; memberships in nations that it lacks are left out.
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

    /// The tie as the other map has it; none where that lacks one of its ends or its kind.
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

/// Numbers from 1 for the records that are kept, as [`Map::from_parts`] gives them.
fn numbered<I, T>(records: &Records<I, T>, is_kept: impl Fn(I) -> bool) -> HashMap<I, I>
where
    I: Copy + Eq + Hash + Ord + From<u32> + Into<u32>,
{
    records.ids().filter(|id| is_kept(*id)).zip((1..).map(I::from)).collect()
}

fn kept<I, T: Clone>(records: &Records<I, T>, numbers: &HashMap<I, I>) -> Vec<T>
where
    I: Copy + Eq + Hash + Ord + From<u32> + Into<u32>,
{
    records
        .iter()
        .filter(|(id, _)| numbers.contains_key(id))
        .map(|(_, record)| record.clone())
        .collect()
}

/// For each record used there the one that is the same here, that of the same key before others, or
/// else one that is added.
fn same_or_added<I, T: Keyed>(
    here: &Records<I, T>,
    there: &Records<I, T>,
    used: &BTreeSet<I>,
    same: fn(&T, &T) -> bool,
    mut add: impl FnMut(&T) -> I,
) -> HashMap<I, I>
where
    I: Copy + Eq + Hash + Ord + From<u32> + Into<u32>,
{
    let of_key: HashMap<&str, I> = here.iter().map(|(id, record)| (record.key(), id)).collect();
    let mut found = HashMap::new();
    for (id, record) in there.iter().filter(|(id, _)| used.contains(id)) {
        let namesake = of_key.get(record.key()).copied();
        let namesake = namesake.filter(|id| here.get(*id).is_some_and(|other| same(record, other)));
        let any = || here.iter().find(|(_, other)| same(record, other)).map(|(id, _)| id);
        let new = namesake.or_else(any).unwrap_or_else(|| add(record));
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

/// The way that a part goes so that its middle lies at `center`, or as few steps beside it as leave
/// the nations that are here free.
fn way(map: &Map, part: &Map, center: Point) -> Point {
    let extent = part.extent();
    if extent.is_nothing() {
        return Point::default();
    }
    let unit = |at: Point| (at.x.round() as i64, at.y.round() as i64);
    let places = |map: &Map| -> Vec<Point> {
        map.nations().iter().filter_map(|(_, nation)| nation.position).collect()
    };
    let taken: HashSet<(i64, i64)> = places(map).into_iter().map(unit).collect();
    let new = places(part);
    let is_free =
        |way: &Point| !new.iter().any(|at| taken.contains(&unit((*at + *way).within_limit())));
    let to_center = center - extent.center();
    let ways = (0..=MOST_STEPS).map(|step| to_center + STEP * step as f32);
    ways.clone().find(is_free).unwrap_or(to_center)
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
        let two = part(&map, &chosen(&[RUSSIA, KOREA]));
        let counts = |map: &Map| {
            (map.nations().len(), map.ties().len(), map.kinds().len(), map.sources().len())
        };
        assert_eq!(counts(&two), (2, 1, 1, 1));
        let korea = two.nations().iter().next_back().expect("two").1;
        assert!(korea.memberships.is_empty(), "the organisation isn't in it");
        assert_eq!(counts(&part(&map, &chosen(&[JAPAN, RUSSIA]))), (2, 0, 0, 0));
        let all = part(&map, &chosen(&[JAPAN, RUSSIA, KOREA, NationId(4)]));
        assert_eq!(counts(&all), (4, 2, 2, 1));
        assert_eq!(all.faults(), vec![]);
    }

    #[test]
    fn what_is_the_same_here_is_used_again() {
        let mut map = map();
        let all = part(&map, &chosen(&[JAPAN, RUSSIA, KOREA, NationId(4)]));
        let (made, command) = merge(&map, &all, Point::new(1000.0, 0.0));
        assert_eq!(made.len(), 6);
        perform(&mut map, command);
        assert_eq!(map.faults(), vec![]);
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
        let two = part(&map(), &chosen(&[RUSSIA, KOREA]));
        for _ in 0..2 {
            let (_, command) = merge(&here, &two, Point::default());
            perform(&mut here, command);
        }
        let keys: Vec<&str> = here.kinds().iter().map(|(_, kind)| kind.key.as_str()).collect();
        assert_eq!(keys, ["allied", "pact", "concern", "allied-2"], "and used by the second");
        assert_eq!(here.sources().len(), 1);
    }

    #[test]
    fn parts_in_one_place_lie_beside_each_other() {
        let mut here = Map::empty();
        let two = part(&map(), &chosen(&[RUSSIA, KOREA]));
        for _ in 0..3 {
            let (_, command) = merge(&here, &two, Point::new(50.0, 9.0));
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
        let (_, command) = merge(&here, &there, Point::default());
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
        let (_, command) = merge(&here, &there, Point::new(500.0, 0.0));
        perform(&mut here, command);
        assert_eq!(here.faults(), vec![]);
    }
}
