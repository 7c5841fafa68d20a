//! Whether rows that name a nation and an organisation say that the one is a member of the other, or that
//! something else ties them: a sanction, a rivalry.

use std::ops::Range;

use super::ends_by_words::{self, EndColumns};
use crate::formats::tables::header_key;
use crate::formats::tables::view::View;
use crate::formats::vocabulary;
use crate::formats::vocabulary::header_words::{Words, ties};
use crate::model::Sign;

/// So many rows are looked at.
const ROWS: usize = 300;
/// What columns are called that say how the two ends are tied.
const RELATIONS: Words = Words(&[ties::RELATIONS]);
/// … and columns that may say so, or of what sort a member or an organisation is.
const SORTS: Words = Words(&[ties::SORTS, &["nature", "action"]]);
/// With what words for being a member begin.
const MEMBER: [&str; 6] = ["member", "mitglied", "membre", "miembro", "membro", "член"];

/// Whether a column says of most rows that they are other ties than those of a member; where the header names
/// members and organisations, hostile ones.
pub fn says_other_ties(
    view: &View<'_>,
    rows: &Range<usize>,
    keys: &[String],
    is_said: bool,
) -> bool {
    let columns =
        keys.iter().enumerate().filter(|(_, key)| RELATIONS.contains(key) || SORTS.contains(key));
    columns.into_iter().any(|(column, key)| {
        let cells = rows.clone().take(ROWS).map(|row| view.cell(row, column));
        let filled: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        let is_member = |cell: &&str| {
            let key = header_key(cell);
            MEMBER.iter().any(|word| key.contains(word))
        };
        let is_other = |cell: &&str| {
            let words = vocabulary::kind_words(cell).filter(|_| !is_member(cell));
            words.is_some_and(|words| !is_said || words.sign == Sign::Hostile)
        };
        let others = filled.iter().filter(|cell| is_other(cell)).count();
        let is_relation = !is_said && RELATIONS.contains(key);
        let is_never_member = is_relation && !filled.iter().any(is_member);
        !filled.is_empty() && (others * 2 >= filled.len() || is_never_member)
    })
}

/// Whether the header of the column of organisations names a country, or an end of a tie: as `Target country`
/// does.
pub fn is_headed_as_an_end(keys: &[String], ends: &EndColumns) -> bool {
    let of_organisation = ends.targets.iter().filter_map(|column| keys.get(*column));
    of_organisation.into_iter().any(|key| {
        ends_by_words::without_nation(key).is_some() || ends_by_words::is_end_of_tie(key)
    })
}
