//! The kind of tie that the title above a table says: *Alliances*.

use crate::formats::tables::guess::says_kind;
use crate::formats::tables::plan::SheetPlan;
use crate::formats::tables::view::View;

/// The row of the title, and the kind that it says; of several titles the one next to the header, or to the rows where
/// there is none, counts.
pub fn find<'v>(view: &'v View<'_>, plan: &SheetPlan) -> Option<(usize, &'v str)> {
    let row = (0..plan.header.unwrap_or(plan.rows.start)).rev().find(|row| !view.is_blank(*row))?;
    let mut cells = view.row(row).filter(|cell| !cell.is_empty());
    let title = cells.next().filter(|_| cells.next().is_none())?;
    says_kind(title).then_some((row, title))
}
