//! What keeping edits safe costs the window's thread: an edit of a map of 10,000 nations and 50,000 ties with a journal
//! and without one, in turn, in the same run.
//!
//! `cargo bench --no-default-features --bench journal`

#![allow(clippy::print_stdout, reason = "the result is printed")]

use std::sync::Arc;
use std::time::{Duration, Instant};

use entente::edit::{self, Additions, Change, Command, History, Placement};
use entente::model::{Direction, End, Map, Nation, NationId, Point, Tie};
use entente::recovery::{About, RecoveryFolder};
use entente::tasks::{JournalJob, JournalWorker};

const NATIONS: usize = 10_000;
const TIES: usize = 50_000;
const EDITS: usize = 400;

/// An edit of the map by its number.
type Edit = fn(&Map, usize) -> Command;

fn main() {
    let map = made_map();
    println!(
        "{NATIONS} nations, {TIES} ties; milliseconds on the window's thread, median and 99th percentile"
    );
    let edits: [(&str, Edit); 3] =
        [("rename a nation", rename), ("move a nation", move_one), ("move all nations", move_all)];
    for (name, edit) in edits {
        let count = if name == "move all nations" { EDITS / 10 } else { EDITS };
        let (without, with) = (times(&map, edit, count, false), times(&map, edit, count, true));
        let added = ms(median(&with)) - ms(median(&without));
        println!(
            "{name:18} without {:7.3} {:7.3}   with {:7.3} {:7.3}   added {added:6.3}",
            ms(median(&without)),
            ms(late(&without)),
            ms(median(&with)),
            ms(late(&with)),
        );
    }
}

fn made_map() -> Map {
    let mut map = Map::empty();
    let nation = |index: usize| Nation {
        key: format!("n{index}"),
        name: format!("Nation {index}"),
        position: Some(Point { x: (index % 100) as f32 * 90.0, y: (index / 100) as f32 * 90.0 }),
        ..Nation::default()
    };
    let nations = (0..NATIONS).map(nation).collect();
    let kind = map.kinds().id_at(0).expect("a kind");
    let (_, command) = edit::add_together(&map, Additions { nations, ..Additions::default() });
    edit::apply(&mut map, command).expect("nations");
    let id = |index: usize| map.nations().id_at(index % NATIONS).expect("a nation");
    let tie = |index: usize| {
        let (from, to) = (id(index), id(index * 7 + 1 + index / NATIONS));
        Tie::new(format!("t{index}"), from, End::Nation(to), kind, Direction::Mutual)
    };
    let ties: Vec<Command> = (0..TIES)
        .map(|index| {
            let number = u32::try_from(index + 1).expect("few");
            Command::Tie(number.into(), Change::Insert(usize::MAX, Box::new(tie(index))))
        })
        .collect();
    edit::apply(&mut map, Command::Batch(ties)).expect("ties");
    map
}

fn nation_at(map: &Map, number: usize) -> (NationId, Nation) {
    let (id, nation) = map.nations().at(number * 37 % NATIONS).expect("a nation");
    (id, nation.clone())
}

fn rename(map: &Map, number: usize) -> Command {
    let (id, nation) = nation_at(map, number);
    let name = format!("Renamed {number}");
    Command::Nation(id, Change::Replace(Box::new(Nation { name, ..nation })))
}

fn placement(nation: &Nation, by: f32) -> Placement {
    let at = nation.position.unwrap_or_default();
    Placement { position: Some(Point { x: at.x + by, y: at.y }), pinned: true }
}

fn move_one(map: &Map, number: usize) -> Command {
    let (id, nation) = nation_at(map, number);
    Command::Placements(vec![(id, placement(&nation, 3.0))])
}

fn move_all(map: &Map, number: usize) -> Command {
    let by = if number.is_multiple_of(2) { 3.0 } else { -3.0 };
    Command::Placements(map.nations().iter().map(|(id, own)| (id, placement(own, by))).collect())
}

/// What each edit takes, with all that the window does for it beside drawing.
fn times(map: &Map, edit: Edit, count: usize, is_kept: bool) -> Vec<Duration> {
    let folder = tempfile::tempdir().expect("a folder");
    let worker = JournalWorker::start(RecoveryFolder::new(folder.path().into()), Arc::new(|| {}));
    let worker = worker.expect("a thread");
    let mut history = History::of_saved(map.clone());
    if is_kept {
        worker.request(JournalJob::Show(Box::new(history.clone()), Box::default()));
        history.keep_log();
    }
    let mut times = Vec::with_capacity(count);
    for number in 0..count {
        let command = edit(history.map(), number);
        let begun = Instant::now();
        history.perform("An edit", command).expect("it fits");
        if is_kept {
            let about = About { is_unsaved: true, ..About::default() };
            worker.request(JournalJob::Record(history.take_log(), Box::new(about)));
        }
        times.push(begun.elapsed());
        // A person takes time between edits.
        std::thread::sleep(Duration::from_millis(2));
    }
    times.sort();
    times
}

fn median(times: &[Duration]) -> Duration {
    times[times.len() / 2]
}

fn late(times: &[Duration]) -> Duration {
    times[times.len() * 99 / 100]
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
