//! How long it takes to compose a page, and to export it in each format:
//! `cargo bench --no-default-features --bench export`.

use divan::{Bencher, black_box};
use entente::edit::{Change, Command, apply};
use entente::formats::{self, samples::SAMPLES};
use entente::model::{Direction, End, KindId, Map, Nation, NationId, Point, Tie, TieId};
use entente::names::iso3166;
use entente::scene::figure::Figure;
use entente::scene::figure::{FigureOptions, Orientation, Page, PageFormat};
use entente::{export, tasks};

fn main() {
    divan::main();
}

/// The map that is drawn: a sample by its index, or a large map.
#[derive(Clone, Copy)]
enum Drawn {
    Sample(usize),
    Large,
}

impl std::fmt::Display for Drawn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sample(index) => f.write_str(SAMPLES[*index].name),
            Self::Large => f.write_str("150 nations, 2,000 ties"),
        }
    }
}

const ALL: [Drawn; 4] = [Drawn::Sample(0), Drawn::Sample(1), Drawn::Sample(2), Drawn::Large];

impl Drawn {
    fn map(self) -> Map {
        match self {
            Self::Sample(index) => {
                formats::read(SAMPLES[index].json.as_bytes()).expect("a sample").map
            }
            Self::Large => large(),
        }
    }

    fn page(self) -> Figure {
        let page = Page::Format(PageFormat::A3, Orientation::Landscape);
        tasks::compose_figure(&self.map(), &FigureOptions { page, ..FigureOptions::default() })
    }
}

/// Countries in rows, each tied to some of those that follow.
fn large() -> Map {
    const NATIONS: u32 = 150;
    const TIES: u32 = 2000;
    let mut map = Map::empty();
    let mut change = |command| apply(&mut map, command).expect("a change that fits");
    for (id, country) in (1..=NATIONS).zip(iso3166::all()) {
        let (column, row) = (((id - 1) % 15) as f32, ((id - 1) / 15) as f32);
        let nation = Nation {
            key: country.alpha2.to_owned(),
            name: country.name.to_owned(),
            code: Some(country.alpha3.to_owned()),
            position: Some(Point::new(130.0 * column + 20.0 * row, 110.0 * row)),
            ..Nation::default()
        };
        change(Command::Nation(NationId(id), Change::Insert(usize::MAX, Box::new(nation))));
    }
    for id in 1..=TIES {
        let (from, step) = (1 + id % NATIONS, 1 + id / NATIONS * 7);
        let (to, kind) = (1 + (from - 1 + step) % NATIONS, KindId(1 + id % 3));
        let direction = if id % 3 == 2 { Direction::Directed } else { Direction::Mutual };
        let to = End::Nation(NationId(to));
        let tie = Tie::new(format!("t{id}"), NationId(from), to, kind, direction);
        change(Command::Tie(TieId(id), Change::Insert(usize::MAX, Box::new(tie))));
    }
    map
}

#[divan::bench(args = ALL, sample_count = 5, sample_size = 1)]
fn page(bencher: Bencher, drawn: Drawn) {
    let map = drawn.map();
    let page = Page::Format(PageFormat::A3, Orientation::Landscape);
    let options = FigureOptions { page, ..FigureOptions::default() };
    bencher.bench_local(|| tasks::compose_figure(black_box(&map), &options));
}

#[divan::bench(args = ALL, sample_count = 20)]
fn svg(bencher: Bencher, drawn: Drawn) {
    let page = drawn.page();
    bencher.bench_local(|| export::svg(black_box(&page)));
}

#[divan::bench(args = ALL, sample_count = 5, sample_size = 1)]
fn png(bencher: Bencher, drawn: Drawn) {
    let svg = export::svg(&drawn.page());
    bencher.bench_local(|| export::png(black_box(&svg), 2.0));
}

#[divan::bench(args = ALL, sample_count = 5, sample_size = 1)]
fn pdf(bencher: Bencher, drawn: Drawn) {
    let page = drawn.page();
    bencher.bench_local(|| export::pdf(black_box(&page)));
}
