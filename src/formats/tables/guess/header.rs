//! Finds the row that names the columns.

use std::collections::HashSet;

use super::end_words::{NODE_IDS, NODE_LABELS, OTHERS};
use super::ends_by_words;
use super::lookup::Lookup;
use super::pairs;
use super::presets::{PRESETS, Preset};
use crate::formats::tables::header_key;
use crate::formats::tables::plan::TableContent;
use crate::formats::tables::values;
use crate::formats::tables::view::View;

/// A header stands among the first rows.
const ROWS: usize = 40;
/// So many of these are looked at as the header of a matrix.
const CANDIDATES: usize = 5;
/// So many rows below a row are compared with it.
const BELOW: usize = 60;
/// So many columns of it are compared.
const COLUMNS: usize = 40;

/// Where a table begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// The index of the row that names the columns, if there is one.
    pub header: Option<usize>,
    /// The index of the first row of data.
    pub first: usize,
}

/// Where a table begins: below its titles, with a header or without.
pub fn find(view: &View<'_>, lookup: &mut Lookup) -> Beginning {
    let rows: Vec<usize> =
        (0..view.row_count()).filter(|row| !view.is_blank(*row)).take(ROWS).collect();
    let keys = |row: usize| view.row(row).map(header_key).collect::<Vec<String>>();
    if let Some(header) = rows.iter().find(|row| is_surely_one(&keys(**row))) {
        return Beginning { header: Some(*header), first: header + 1 };
    }
    let width = typical_width(view, &rows);
    let is_wide =
        |row: &usize| filled(view, *row) * 5 >= width * 3 && filled(view, *row) >= width.min(2);
    let wide: Vec<usize> = rows.iter().copied().filter(is_wide).collect();
    // A header with words that are known is found below rows that might be one too.
    let known = wide.iter().take(10).find(|row| has_known_words(view, **row, lookup));
    if let Some(header) = known {
        return Beginning { header: Some(*header), first: header + 1 };
    }
    let Some(&first_wide) = wide.first() else {
        return Beginning { header: None, first: rows.first().copied().unwrap_or_default() };
    };
    if is_unlike_those_below(view, first_wide, lookup) {
        return Beginning { header: Some(first_wide), first: first_wide + 1 };
    }
    Beginning { header: None, first: first_without_titles(view, &rows, first_wide, lookup) }
}

/// Whether the keys of a row are those of a header that is known, or name both ends of ties.
fn is_surely_one(keys: &[String]) -> bool {
    let is_known = |preset: &Preset| preset.content != TableContent::Nodes && preset.fits(keys);
    ends_by_words::are_said(keys) || PRESETS.iter().any(is_known)
}

/// The first rows that may name columns, because they say something in two columns or more.
pub fn candidates(view: &View<'_>, lookup: &mut Lookup) -> Vec<usize> {
    let keys = |row: usize| view.row(row).map(header_key).collect::<Vec<String>>();
    let rows = (0..view.row_count().min(ROWS)).filter(|row| filled(view, *row) > 1);
    let rows: Vec<usize> = rows.take(CANDIDATES).collect();
    // Below a row that names both ends of ties, or as many columns as there are, there is data, and no
    // header any more.
    let names_all = |row: usize, lookup: &mut Lookup| {
        filled(view, row) >= filled(view, row + 1) && has_known_words(view, row, lookup)
    };
    let is_header = |row: &usize| is_surely_one(&keys(*row)) || names_all(*row, &mut *lookup);
    let header = rows.iter().position(is_header);
    rows.into_iter().take(header.map_or(CANDIDATES, |header| header + 1)).collect()
}

/// Whether at least half of what a row says is words that headers are made of, and two of them are. The
/// word for a kind of tie may stand in each row of data, and be said of several columns of it; and
/// *DE*, which is *from* in French, is Germany's code.
fn has_known_words(view: &View<'_>, row: usize, lookup: &mut Lookup) -> bool {
    let (mut hits, mut named, mut codes) = (HashSet::new(), 0, 0);
    for (column, cell) in view.row(row).enumerate().filter(|(_, cell)| !cell.is_empty()) {
        named += 1;
        let key = header_key(cell);
        let is_known = is_known_word(&key);
        if column >= COLUMNS && !is_known {
            continue;
        }
        let below: Vec<&str> = (row + 1..view.row_count())
            .take(BELOW)
            .map(|row| view.cell(row, column))
            .filter(|cell| !cell.is_empty())
            .collect();
        let is_code = column < COLUMNS && is_among_nations(cell, &below, lookup);
        if is_code && !is_known {
            return false;
        }
        let is_code = is_code && cell.chars().count() < 3;
        codes += usize::from(is_code);
        let may_be_code = is_code && !NODE_IDS.contains(&key);
        if is_known && !may_be_code && !below.contains(&cell) {
            hits.insert(key);
        }
    }
    codes < 2 && hits.len() >= 2 && hits.len() * 2 >= named
}

/// Whether a cell names nations, as most cells below it do.
fn is_among_nations(cell: &str, below: &[&str], lookup: &mut Lookup) -> bool {
    pairs::names_nations(cell, lookup)
        && share(below, |cell| pairs::names_nations(cell, lookup)) > 0.6
}

/// The first row in which all these names stand, as written or without regard to capitals, spaces and
/// punctuation.
pub fn naming(view: &View<'_>, names: &[&str]) -> Option<usize> {
    let wanted: Vec<String> = names.iter().map(|name| header_key(name)).collect();
    (0..view.row_count().min(ROWS)).find(|row| {
        let keys: Vec<String> = view.row(*row).map(header_key).collect();
        !wanted.is_empty() && wanted.iter().all(|name| keys.contains(name))
    })
}

/// Whether a word is one that headers are made of.
pub fn is_known_word(key: &str) -> bool {
    OTHERS.contains(key)
        || NODE_IDS.contains(key)
        || NODE_LABELS.contains(key)
        || ends_by_words::is_end_word(key)
}

/// How many cells of a row say something.
pub fn filled(view: &View<'_>, row: usize) -> usize {
    view.row(row).filter(|cell| !cell.is_empty()).count()
}

/// The number of filled cells that a row in the middle has.
fn typical_width(view: &View<'_>, rows: &[usize]) -> usize {
    let mut widths: Vec<usize> = rows.iter().map(|row| filled(view, *row)).collect();
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or_default()
}

/// Whether the first cells of a row are the letters by which both ends of ties are told apart, above longer
/// names.
fn names_ends_by_letters(view: &View<'_>, row: usize) -> bool {
    let keys: Vec<String> = view.row(row).take(3).map(header_key).collect();
    let below = (row + 1..view.row_count()).take(BELOW);
    ends_by_words::are_letters(&keys)
        && below.flat_map(|row| [view.cell(row, 0), view.cell(row, 1)]).all(|cell| cell.len() != 1)
}

/// Whether a row differs from those below it as a header does.
fn is_unlike_those_below(view: &View<'_>, row: usize, lookup: &mut Lookup) -> bool {
    let below: Vec<usize> = (row + 1..view.row_count().min(row + 1 + BELOW)).collect();
    let mut score = if names_ends_by_letters(view, row) { 2 } else { 0 };
    let mut seen = HashSet::new();
    let years = view.row(row).filter(|cell| is_year(cell)).collect::<Vec<_>>();
    let has_years = years.len() > 1 && years.is_sorted_by(|one, next| one < next);
    for (column, cell) in view.row(row).enumerate().take(COLUMNS) {
        if cell.is_empty() {
            continue;
        }
        let cells: Vec<&str> = below
            .iter()
            .map(|row| view.cell(*row, column))
            .filter(|cell| !cell.is_empty())
            .collect();
        if is_number(cell) {
            // Years may name columns of what was in them; of numbers only where several of them do.
            let are_numbers = share(&cells, is_number) > 0.0;
            let may_name = !are_numbers || has_years && share(&cells, is_year) == 0.0;
            if !is_year(cell) || cells.is_empty() || !may_name {
                return false;
            }
            score += 1;
        }
        score += i32::from(is_known_word(&header_key(cell)));
        score -= i32::from(!seen.insert(cell));
        score -= 2 * i32::from(
            below.iter().any(|row| view.row(*row).take(3).any(|other| other == cell)),
        );
        if cells.is_empty() {
            continue;
        }
        score += i32::from(share(&cells, is_number) > 0.7);
        if column < 6 && share(&cells, |cell| pairs::names_nations(cell, lookup)) > 0.6 {
            score += if !pairs::names_nations(cell, lookup) { 1 } else { -3 };
        }
    }
    score > 0
}

fn share(cells: &[&str], mut is_so: impl FnMut(&str) -> bool) -> f64 {
    cells.iter().filter(|cell| is_so(cell)).count() as f64 / cells.len().max(1) as f64
}

fn is_year(cell: &str) -> bool {
    cell.len() == 4 && cell.parse().is_ok_and(|year: u16| (1000..=2100).contains(&year))
}

fn is_number(cell: &str) -> bool {
    values::number(cell, '.').is_some() || values::number(cell, ',').is_some()
}

/// The first row of a table without a header: single cells above it are a title where they stand apart, or
/// are a sentence rather than a name.
fn first_without_titles(
    view: &View<'_>,
    rows: &[usize],
    first_wide: usize,
    lookup: &mut Lookup,
) -> usize {
    let is_title = |row: &&usize| {
        let text = view.row(**row).find(|cell| !cell.is_empty()).unwrap_or_default();
        let stands_apart = view.is_blank(**row + 1);
        **row < first_wide
            && filled(view, **row) == 1
            && (stands_apart || text.contains(' ') && lookup.nation(text).is_none())
    };
    let mut is_title = is_title;
    rows.iter().find(|row| !is_title(row)).copied().unwrap_or(first_wide)
}
