//! The marks of blocs: hulls of a quiet sort.

use std::sync::Arc;

use super::cliques::Clique;
use super::shown::Bloc;
use crate::model::Map;
use crate::scene::look_rules::TieRules;
use crate::scene::{
    HullApart, HullLook, HullMark, NationMark, Options, Palette, Pattern, Theme, hulls,
};

/// The distance of the edge from the marks of nations, at unit 1.
const MARGIN: f32 = 8.0;
/// The distance of the edge from their names, at unit 1.
const NAME_MARGIN: f32 = 4.0;
/// The width of the edge, at unit 1.
const WIDTH: f32 = 0.8;
/// The dashes of the edge around nations that stand apart, at unit 1: short ones, as no kind of tie has them.
const APART_DASHES: [f32; 2] = [2.6, 2.6];
/// How strongly an area is tinted for which lines alone stand, 0 to 1.
const LINES_ONLY: f32 = 0.03;

/// The marks of blocs, without names and outlines.
pub(in crate::scene) fn bloc_marks(
    map: &Map,
    blocs: Vec<Bloc>,
    nations: &[NationMark],
    options: &Options,
) -> Vec<HullMark> {
    if blocs.is_empty() {
        return Vec::new();
    }
    let rules = TieRules::of(map, &Palette::of(options.theme));
    let has_grounds = blocs.iter().any(|bloc| bloc.clique.is_some());
    // As strong as the lines that it says are all.
    let look_apart = apart_look(options.theme, options.line_units().full);
    let look = |clique: &Option<Clique>| match clique {
        Some(clique) => clique_look(map, clique, &rules, options),
        None => plain_look(has_grounds, options.theme, options.unit),
    };
    let apart = |clique: &Clique, members: &[usize]| {
        let is_apart = |nation: &&usize| clique.members.binary_search(nation).is_err();
        let members: Vec<usize> = members.iter().filter(is_apart).copied().collect();
        let (outlines, pieces) = Default::default();
        let some = !members.is_empty();
        some.then(|| HullApart { members, outlines, pieces, look: look_apart.clone() })
    };
    let mark = |Bloc { name, remark, members, clique }| HullMark {
        organisation: None,
        is_bloc: true,
        name,
        remark,
        within: Vec::new(),
        nesting: 0,
        margin: MARGIN * options.unit,
        name_margin: NAME_MARGIN * options.unit,
        home: None,
        middle: hulls::middle_of(&members, nations),
        look: look(&clique),
        apart: clique.as_ref().and_then(|clique| apart(clique, &members)),
        members,
        names: Vec::new(),
        outline: Vec::new(),
        pieces: Vec::new(),
        parts: Arc::default(),
    };
    blocs.into_iter().map(mark).collect()
}

/// What a bloc looks like for whose ties no ground stands, beside such grounds or on a map without them.
pub(in crate::scene) fn plain_look(has_grounds: bool, theme: Theme, unit: f32) -> HullLook {
    if has_grounds { loose_look(theme, unit) } else { bloc_look(theme, unit) }
}

/// What a bloc looks like: a faint ground without a colour of its own, since colours are those of ties.
pub(in crate::scene) fn bloc_look(theme: Theme, unit: f32) -> HullLook {
    let (opacity, edge_opacity) = match theme {
        Theme::Light => (0.07, 0.6),
        Theme::Dark => (0.10, 0.6),
        Theme::Print => (0.07, 0.8),
    };
    let color = Palette::of(theme).second_ink;
    HullLook { color, opacity, edge_opacity, width: WIDTH * unit, pattern: Pattern::default() }
}

/// What a bloc looks like that no ground stands for, on a map with such grounds: lighter than these, within an edge that
/// isn't theirs.
pub(in crate::scene) fn loose_look(theme: Theme, unit: f32) -> HullLook {
    HullLook { opacity: LINES_ONLY, edge_opacity: 1.0, ..bloc_look(theme, unit) }
}

/// What the part of a ground looks like whose nations lack ties: light, too, but within dashes. So it is told from
/// a loose bloc, and from the holes of grounds.
pub(in crate::scene) fn apart_look(theme: Theme, unit: f32) -> HullLook {
    let dashes = APART_DASHES.iter().map(|dash| dash * unit).collect();
    let pattern = Pattern { dashes, ..Pattern::default() };
    HullLook { pattern, ..loose_look(theme, unit) }
}

/// What a bloc looks like whose ground stands for the ties of a clique: it has their colour.
pub(in crate::scene) fn clique_look(
    map: &Map,
    clique: &Clique,
    rules: &TieRules,
    options: &Options,
) -> HullLook {
    let opacity = match options.theme {
        Theme::Light => 0.16,
        Theme::Dark => 0.24,
        Theme::Print => 0.2,
    };
    let color = rules.look(clique.example, map.kinds().get(clique.kind)).color;
    HullLook { color, opacity, ..bloc_look(options.theme, options.unit) }
}
