//! The kind of tie that the title above a matrix says: *Alliances*.

use crate::formats::mapping::sign_of_kind;
use crate::formats::tables::plan::SheetPlan;
use crate::formats::tables::view::View;
use crate::formats::vocabulary::kind_words;

/// A title of more words says more than a kind.
const MOST_WORDS: usize = 3;

/// The row of the title, and the kind that it says; of several titles the one next to the header counts.
pub fn find<'v>(view: &'v View<'_>, plan: &SheetPlan) -> Option<(usize, &'v str)> {
    let header = plan.header?;
    let row = (0..header).rev().find(|row| !view.is_blank(*row))?;
    let mut cells = view.row(row).filter(|cell| !cell.is_empty());
    let title = cells.next().filter(|_| cells.next().is_none())?;
    let is_short = title.split_whitespace().count() <= MOST_WORDS
        && !title.contains(|c: char| c.is_ascii_digit());
    let is_kind = kind_words(title).is_some() || is_short && sign_of_kind(title).is_some();
    is_kind.then_some((row, title))
}
