//! What becomes of a map of pairs by several covers of its ties by groups, and how long they take:
//! `cargo bench --no-default-features --bench pacts`.
//!
//! The map has no dates and each pair its ties of each kind, so that the plain methods can be compared at all: they know
//! of neither. A group counts where it stands for more ties than it has members; other ties stay.
//! `docs/condense.md` says what the program does.

#![allow(clippy::print_stdout, reason = "a bench says what it has measured")]

#[path = "../tests/condensing/alliances.rs"]
#[allow(dead_code, reason = "made for the tests")]
mod alliances;

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use alliances::{Recipe, map};
use entente::analysis::pacts::condensation;
use entente::model::{End, KindId, Map};

type Clique = BTreeSet<usize>;

/// The nations that each nation is tied to by a kind.
struct Graph(Vec<Clique>);

fn main() {
    let sizes = [(60, 10, 40), (120, 25, 80), (180, 40, 120)];
    for (nations, pacts, treaties) in sizes {
        let map =
            map(Recipe { seed: 7, nations, pacts, treaties, dated: false, strongest_alone: false });
        println!("{nations} nations, {} ties", map.ties().len());
        let (ours, time) = timed(|| condensed(&map));
        say("condense", ours, 1.0);
        for (name, cover) in
            [("largest cliques", largest as fn(&Graph) -> _), ("Kellerman 1973", kellerman)]
        {
            let (counts, taken) = timed(|| plain(&map, cover));
            say(name, counts, taken.as_secs_f64() / time.as_secs_f64());
        }
    }
}

fn say(name: &str, (groups, ties): (usize, usize), times: f64) {
    println!(
        "  {name:<16} {groups:>4} groups + {ties:>4} ties = {:>4} things, {times:.2} times as long",
        groups + ties
    );
}

/// The result of the quickest of three runs, and its time.
fn timed<T>(run: impl Fn() -> T) -> (T, Duration) {
    let once = || {
        let start = Instant::now();
        let result = run();
        (start.elapsed(), result)
    };
    let best = (0..3).map(|_| once()).min_by_key(|(time, _)| *time);
    let (time, result) = best.unwrap_or_else(once);
    (result, time)
}

/// How many groups there are in the program's way, and how many ties are left.
fn condensed(map: &Map) -> (usize, usize) {
    let found = condensation(map).unwrap_or_default();
    let outcome = found.outcome(map.ties().len(), &found.lossless());
    (outcome.organisations, outcome.left)
}

/// The same for a cover of each kind's ties.
fn plain(map: &Map, cover: fn(&Graph) -> Vec<Clique>) -> (usize, usize) {
    let mut graphs: BTreeMap<KindId, Graph> = BTreeMap::new();
    let count = map.nations().len();
    for (_, tie) in map.ties().iter() {
        let End::Nation(to) = tie.to else { continue };
        let [a, b] = [tie.from, to].map(|id| map.nations().index_of(id).unwrap_or_default());
        let graph = graphs.entry(tie.kind).or_insert_with(|| Graph(vec![Clique::new(); count]));
        graph.0[a].insert(b);
        graph.0[b].insert(a);
    }
    let (mut groups, mut left) = (0, 0);
    for graph in graphs.values() {
        let (taken, uncovered) = counted(graph, cover(graph));
        groups += taken;
        left += uncovered;
    }
    (groups, left)
}

/// Takes cliques in their order that stand for more ties that none before does than they have members.
fn counted(graph: &Graph, cliques: Vec<Clique>) -> (usize, usize) {
    let ties = graph.0.iter().enumerate();
    let mut open: BTreeSet<(usize, usize)> =
        ties.flat_map(|(a, tied)| tied.range(a..).map(move |b| (a, *b))).collect();
    let mut groups = 0;
    for clique in cliques {
        let pairs = clique.iter().flat_map(|a| clique.range(a + 1..).map(|b| (*a, *b)));
        let new: Vec<(usize, usize)> = pairs.filter(|pair| open.contains(pair)).collect();
        if new.len() > clique.len() {
            groups += 1;
            new.iter().for_each(|pair| _ = open.remove(pair));
        }
    }
    (groups, open.len())
}

/// All maximal cliques, the largest first (Bron and Kerbosch 1973, with the pivot of Tomita, Tanaka and Takahashi 2006).
fn largest(graph: &Graph) -> Vec<Clique> {
    let mut found = Vec::new();
    extend(graph, &mut Clique::new(), (0..graph.0.len()).collect(), Clique::new(), &mut found);
    found.sort_by_key(|clique| std::cmp::Reverse(clique.len()));
    found
}

fn extend(
    graph: &Graph,
    clique: &mut Clique,
    mut able: Clique,
    mut done: Clique,
    found: &mut Vec<Clique>,
) {
    let pivot = able.union(&done).max_by_key(|node| graph.0[**node].intersection(&able).count());
    let Some(pivot) = pivot else {
        found.push(clique.clone());
        return;
    };
    let next: Vec<usize> = able.difference(&graph.0[*pivot]).copied().collect();
    for node in next {
        let tied = &graph.0[node];
        clique.insert(node);
        extend(graph, clique, &able & tied, &done & tied, found);
        clique.remove(&node);
        able.remove(&node);
        done.insert(node);
    }
}

/// Nations one after the other join the cliques that they are tied to all of; for ties that are left, new ones are made
/// (Kellerman 1973).
fn kellerman(graph: &Graph) -> Vec<Clique> {
    let mut cliques: Vec<Clique> = Vec::new();
    for (node, tied) in graph.0.iter().enumerate() {
        let mut open: Clique = tied.range(..node).copied().collect();
        for clique in cliques.iter_mut().filter(|clique| clique.is_subset(tied)) {
            clique.iter().for_each(|member| _ = open.remove(member));
            clique.insert(node);
        }
        while let Some(first) = open.first().copied() {
            let common = |clique: &Clique| clique.intersection(&open).count();
            let most = cliques.iter().max_by_key(|clique| common(clique));
            let shared = most.map(|clique| clique & &open).filter(|shared| !shared.is_empty());
            let mut new = shared.unwrap_or_else(|| [first].into());
            new.iter().for_each(|member| _ = open.remove(member));
            new.insert(node);
            cliques.push(new);
        }
    }
    cliques.sort_by_key(|clique| std::cmp::Reverse(clique.len()));
    cliques
}
