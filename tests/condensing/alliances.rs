//! Maps made by chance of pacts of many, as data sets of alliances list them: a tie for every two members.

use std::collections::BTreeMap;

use entente::edit::{self, Change, Command, apply};
use entente::model::*;

/// Numbers by chance, the same for the same seed (a linear congruential generator).
pub struct Chance(u32);

impl Chance {
    pub const fn new(seed: u32) -> Self {
        Self(seed)
    }

    pub const fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) % limit
    }
}

/// How a map is made.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    pub seed: u32,
    pub nations: u32,
    /// Pacts of neighbours: 5 to 35 members, a third of which join later, and some leave.
    pub pacts: u32,
    /// Treaties of two.
    pub treaties: u32,
    /// Whether ties say when they hold.
    pub dated: bool,
    /// Whether a pair that several pacts tie has its strongest tie alone, as many data sets have it.
    pub strongest_alone: bool,
}

/// A pair has several ties where their kinds differ, unless the strongest is given alone; those of a kind are one, that
/// holds as long as all of them.
pub fn map(recipe: Recipe) -> Map {
    let mut chance = Chance::new(recipe.seed);
    let mut map = Map::empty();
    let nation = |n| Nation { name: format!("Nation {n}"), ..Nation::default() };
    let (ids, command) = edit::add_nations(&map, (0..recipe.nations).map(nation).collect());
    apply(&mut map, command).expect("they fit");
    let mut ties: BTreeMap<([u32; 2], u32), [u32; 2]> = BTreeMap::new();
    let mut tie = |a: u32, b: u32, kind: u32, [since, until]: [u32; 2]| {
        if a != b && since < until {
            let held = ties.entry(([a.min(b), a.max(b)], kind)).or_insert([since, until]);
            *held = [held[0].min(since), held[1].max(until)];
        }
    };
    for _ in 0..recipe.pacts {
        let kind = 1 + chance.below(2);
        for [(a, first), (b, second)] in pairs(&pact(recipe.nations, &mut chance)) {
            tie(a, b, kind, [first[0].max(second[0]), first[1].min(second[1])]);
        }
    }
    for _ in 0..recipe.treaties {
        let (a, b) = (chance.below(recipe.nations), chance.below(recipe.nations));
        tie(a, b, 1 + chance.below(2), [1900 + chance.below(100), FOR_EVER]);
    }
    let is_weaker = |(ends, kind): &([u32; 2], u32)| {
        recipe.strongest_alone && *kind == 2 && ties.contains_key(&(*ends, 1))
    };
    let listed = ties.iter().filter(|(tie, _)| !is_weaker(tie)).zip(1..);
    let add = |number: u32, ends: [u32; 2], kind: u32, held: [u32; 2]| {
        let [from, to] = ends.map(|end| ids[end as usize]);
        let (key, end) = (format!("t{number}"), End::Nation(to));
        let date = |year: u32| if recipe.dated { year.to_string().parse().ok() } else { None };
        let tie = Tie {
            since: date(held[0]),
            until: date(held[1]).filter(|_| held[1] < FOR_EVER),
            ..Tie::new(key, from, end, KindId(kind), Direction::Mutual)
        };
        Command::Tie(TieId(number), Change::Insert(usize::MAX, Box::new(tie)))
    };
    let commands = listed.map(|(((ends, kind), held), n)| add(n, *ends, *kind, *held)).collect();
    apply(&mut map, Command::Batch(commands)).expect("they fit");
    map
}

/// After all years.
const FOR_EVER: u32 = 9000;

type Member = (u32, [u32; 2]);

/// Members that are neighbours for the most part, with the years in which they join and leave.
fn pact(nations: u32, chance: &mut Chance) -> Vec<Member> {
    let (first, size) = (chance.below(nations), 5 + chance.below(31));
    let founded = 1920 + chance.below(60);
    let mut members = BTreeMap::new();
    for at in 0..size {
        let far = chance.below(12) == 0;
        let nation = if far { chance.below(nations) } else { (first + at) % nations };
        let since = if chance.below(3) == 0 { founded + chance.below(30) } else { founded };
        let until = if chance.below(20) == 0 { since + 1 + chance.below(20) } else { FOR_EVER };
        members.insert(nation, [since, until]);
    }
    members.into_iter().collect()
}

fn pairs(members: &[Member]) -> Vec<[Member; 2]> {
    let others = |at: usize| members[at + 1..].iter().map(move |other| [members[at], *other]);
    (0..members.len()).flat_map(others).collect()
}
