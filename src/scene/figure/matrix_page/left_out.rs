//! What the page of a matrix doesn't show, in words.

use super::joiner_list::JoinersNamed;
use super::table_size::READABLE;
use crate::model::Map;
use crate::scene::Matrix;
use crate::scene::figure::left_out::{counted, listed, part};
use crate::scene::figure::{Orientation, UNITS_PER_INCH};

/// What had to be cut on a page.
pub(super) struct Cut<'a> {
    /// Names that are cut short, in full.
    pub(super) names: &'a [String],
    pub(super) has_names: bool,
    /// The type size of names.
    pub(super) type_size: f32,
    /// The other orientation of the page and the type size there, if that is larger.
    pub(super) if_turned: Option<(Orientation, f32)>,
    /// Ties onto ties that aren't listed.
    pub(super) unlisted: usize,
    /// The nations that join blocs.
    pub(super) joiners: JoinersNamed,
    pub(super) unnamed_blocs: usize,
    pub(super) unlisted_sources: usize,
    /// Whether the numbers of sources were to stand beside ties.
    pub(super) are_numbers_wanted: bool,
}

/// Sentences on what isn't shown; `None` if everything is.
pub(super) fn left_out(map: &Map, matrix: &Matrix, cut: &Cut<'_>) -> Option<String> {
    let names = if cut.has_names { 0 } else { matrix.len() };
    let full = matrix.cells().iter().filter(|cell| !matrix.more(cell).is_empty()).count();
    let nowhere = if cut.joiners.named > 0 { 0 } else { cut.joiners.unnamed };
    let no_room = listed([
        counted(names, "name", "names"),
        part(cut.names, "whole name", "whole names"),
        counted(cut.unlisted, "tie about another tie", "ties about other ties"),
        counted(nowhere, "nation that joins two blocs", "nations that join two blocs"),
        counted(cut.unnamed_blocs, "name of a bloc", "names of blocs"),
        counted(full, "cell with more than 10 ties", "cells with more than 10 ties"),
        counted(cut.unlisted_sources, "source", "sources"),
    ]);
    let no_room = no_room.map(|all| {
        format!("The page has no room for {all}. A larger page or shorter texts would show more.")
    });
    let others = counted(cut.joiners.unnamed, "other is", "others are");
    let joiners = others.filter(|_| cut.joiners.named > 0).map(|others| {
        format!(
            "Of those who join two blocs the page names the closest; {others} marked on the \
             diagonal alone."
        )
    });
    let is_small = cut.has_names && cut.type_size < READABLE && !matrix.is_empty();
    let points = |size: f32| format!("{:.1} pt", size * 72.0 / UNITS_PER_INCH);
    let small = is_small.then(|| {
        let remedy = match cut.if_turned {
            Some((Orientation::Landscape, size)) => {
                format!("in landscape they have {}", points(size))
            }
            Some((Orientation::Portrait, size)) => {
                format!("in portrait they have {}", points(size))
            }
            None => "a larger page would set them larger".to_owned(),
        };
        let (size, readable) = (points(cut.type_size), points(READABLE));
        format!(
            "The names are set in {size}, which is hard to read in print, where {readable} is the \
             least; {remedy}."
        )
    });
    let labels = map.ties().iter().filter(|(_, tie)| !tie.label.is_empty()).count();
    let map_alone = listed([
        counted(map.text_notes().len(), "text note", "text notes"),
        counted(labels, "text along a tie", "texts along ties"),
        cut.are_numbers_wanted.then(|| "the numbers of sources".to_owned()),
    ]);
    let map_alone = map_alone.map(|all| format!("The map alone shows {all}."));
    let all: Vec<String> = [no_room, joiners, small, map_alone].into_iter().flatten().collect();
    (!all.is_empty()).then(|| all.join(" "))
}
