//! The marks of blocs: hulls of a quiet sort.

use std::sync::Arc;

use super::shown::Bloc;
use crate::scene::{HullLook, HullMark, NationMark, Options, Palette, Pattern, Theme, hulls};

/// The distance of the edge from the marks of nations, at unit 1.
const MARGIN: f32 = 8.0;
/// The distance of the edge from their names, at unit 1.
const NAME_MARGIN: f32 = 4.0;
/// The width of the edge, at unit 1.
const WIDTH: f32 = 0.8;

/// The marks of blocs, without names and outlines.
pub(in crate::scene) fn bloc_marks(
    blocs: Vec<Bloc>,
    nations: &[NationMark],
    options: &Options,
) -> Vec<HullMark> {
    let look = bloc_look(options.theme, options.unit);
    let mark = |Bloc { name, remark, members }| HullMark {
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
        members,
        names: Vec::new(),
        outline: Vec::new(),
        pieces: Vec::new(),
        look: look.clone(),
        parts: Arc::default(),
    };
    blocs.into_iter().map(mark).collect()
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
