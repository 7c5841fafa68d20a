//! Headers in which both ends of ties have a letter each, or an abbreviation: `o` and `d`, `c1` and `c2`, `exp` and
//! `imp`. Any of them may stand for something else, so that the cells have to bear it out.

use std::ops::Range;

use super::end_words::MARKS;
use super::ends_by_words::EndColumns;
use super::lookup::Lookup;
use super::profile::{self, MAX_COLUMNS, Profile};
use crate::formats::tables::view::View;

/// Abbreviations of both ends: origin and destination, source and target, from *i* to *j*, exporter and importer,
/// reporter and partner.
const PAIRS: [(&str, &str); 10] = [
    ("o", "d"),
    ("i", "j"),
    ("a", "b"),
    ("s", "t"),
    ("u", "v"),
    ("exp", "imp"),
    ("ex", "im"),
    ("rep", "par"),
    ("rep", "part"),
    ("snd", "rcv"),
];
/// What may stand before a number or letter for each end: country, nation, state, party, node.
const STEMS: [&str; 18] = [
    "c", "cc", "cntry", "ctry", "cty", "ctr", "cnt", "cntr", "country", "n", "nat", "s", "st", "p",
    "pty", "v", "e", "ent",
];
/// The share of a column's texts that must be nations.
const NATIONS: f64 = 0.6;
/// Numbers stand for nodes only where so many different ones are in both columns, or more.
const NUMBERS: usize = 3;
/// So many rows are looked at for ties of a node to itself.
const ROWS: usize = 1_000;

/// The columns of both ends by the keys of a header and the cells below.
pub fn find(
    view: &View<'_>,
    rows: &Range<usize>,
    keys: &[String],
    lookup: &mut Lookup,
) -> Option<EndColumns> {
    let keys = keys.get(..MAX_COLUMNS).unwrap_or(keys);
    let place = |word: &str| keys.iter().position(|key| key == word);
    let stemmed = |stem: &'static str| {
        MARKS.iter().map(move |(from, to)| (format!("{stem}{from}"), format!("{stem}{to}")))
    };
    let words = PAIRS.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned()));
    let mut pairs = words
        .chain(STEMS.into_iter().flat_map(stemmed))
        .filter_map(|(from, to)| Some((place(&from)?, place(&to)?)));
    let (from, to) = pairs.find(|pair| are_ends(view, rows, *pair, keys.len(), lookup))?;
    Some(EndColumns { sources: vec![from], targets: vec![to] })
}

/// Whether two columns name nations, or hold the same texts or numbers of nodes where no other column names nations.
fn are_ends(
    view: &View<'_>,
    rows: &Range<usize>,
    (from, to): (usize, usize),
    columns: usize,
    lookup: &mut Lookup,
) -> bool {
    let mut profile = |column| profile::profile(view, rows, column, lookup);
    let ends = [profile(from), profile(to)];
    if ends.iter().all(|end| end.nations + end.organisations >= NATIONS) {
        return true;
    }
    let common = ends[0].texts.intersection(&ends[1].texts).count();
    let fewer = ends.iter().map(|end| end.texts.len()).min().unwrap_or_default();
    if common == 0 || common * 3 < fewer || ends.iter().any(|end| end.filled == 0) {
        return false;
    }
    let mut others = (0..columns).filter(|column| ![from, to].contains(column));
    if others.any(|other| profile(other).nations >= NATIONS) {
        return false;
    }
    let are_numbers = |end: &Profile| end.numbers >= 0.5;
    if !ends.iter().any(are_numbers) {
        return true;
    }
    let is_whole = |text: &String| text.bytes().all(|byte| byte.is_ascii_digit());
    let are_ids = ends.iter().all(|end| end.texts.iter().all(is_whole));
    let rows =
        || rows.clone().take(ROWS).map(|row| [from, to].map(|column| view.cell(row, column)));
    let loops = rows().filter(|[from, to]| from == to).count();
    are_ids && common >= NUMBERS && loops * 10 <= rows().count()
}
