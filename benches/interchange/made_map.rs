//! The map that is read: 10,000 nations and 100,000 ties with kinds, dates and weights.

use entente::edit::{Additions, add_together, apply};
use entente::model::{Direction, End, KindId, Map, Nation, NationId, PartialDate, Tie};

const NATIONS: u32 = 10_000;
const TIES: u32 = 100_000;

/// The map; the same each time.
pub fn made_map() -> Map {
    let mut map = Map::empty();
    let nations = (1..=NATIONS).map(|number| Nation {
        key: format!("n{number}"),
        name: format!("Nation {number}"),
        ..Nation::default()
    });
    let year = |year: u32| (1900 + year % 100).to_string().parse::<PartialDate>().ok();
    // Steps of the minimal standard generator (Park and Miller 1988).
    let mut state: u64 = 7;
    let mut next = |below: u32| {
        state = state * 48_271 % 0x7fff_ffff;
        (state % u64::from(below)) as u32
    };
    let ties = (0..TIES).map(|number| {
        let (from, to) = (NationId(1 + next(NATIONS)), NationId(1 + next(NATIONS)));
        let direction = Direction::ALL[(number % 2) as usize];
        let kind = KindId(1 + number % 3);
        let tie = Tie::new(String::new(), from, End::Nation(to), kind, direction);
        Tie { since: year(number), weight: 1.0 + (number % 8) as f32 / 4.0, ..tie }
    });
    let additions =
        Additions { nations: nations.collect(), ties: ties.collect(), ..Additions::default() };
    let (_, command) = add_together(&map, additions);
    apply(&mut map, command).expect("records that fit");
    map
}

/// The ties of the map as a table of text without what only this program writes.
pub fn as_other_programs_write(map: &Map) -> String {
    let mut text = "Source,Target,Type,Year,Weight\n".to_owned();
    for (_, tie) in map.ties().iter() {
        let name = |nation| map.nations().get(nation).map_or("", |nation| nation.name.as_str());
        let End::Nation(to) = tie.to else { continue };
        let kind = map.kinds().get(tie.kind).map_or("", |kind| kind.name.as_str());
        let year = tie.since.map(|date| date.to_string()).unwrap_or_default();
        let line = format!("{},{},{kind},{year},{}\n", name(tie.from), name(to), tie.weight);
        text.push_str(&line);
    }
    text
}
