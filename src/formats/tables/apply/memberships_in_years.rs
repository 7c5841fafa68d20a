//! Columns of organisations in a table that has a row for each year of a nation: it was a member from the first of
//! consecutive years to the last.

use indexmap::IndexMap;

use super::ends::Ends;
use crate::formats::network::Edge;
use crate::formats::problems::{OpenError, Spot};
use crate::formats::runs_of_years::{smallest_step, spans};
use crate::formats::tables::guess::ORGANISATIONS_OF_NATIONS;
use crate::formats::tables::header_key;
use crate::formats::tables::membership_marks::{MembershipMark, membership_mark};
use crate::formats::tables::plan::{ColumnUse, SheetPlan};
use crate::formats::tables::values;
use crate::formats::tables::view::View;
use crate::formats::tag_list::tags_in;
use crate::model::Attribute;

/// The columns of a plan that name organisations: those that hold texts and no marks.
pub fn named_columns(view: &View<'_>, plan: &SheetPlan) -> Vec<usize> {
    let is_called = |column: &usize| {
        plan.columns
            .get(*column)
            .is_some_and(|own| ORGANISATIONS_OF_NATIONS.contains(&header_key(&own.name)))
    };
    let holds_names = |column: &usize| {
        let cells = plan.rows.clone().map(|row| view.cell(row, *column));
        let filled = cells.filter(|cell| !cell.is_empty() && !values::is_missing(cell));
        let is_name = |cell: &str| {
            cell.chars().filter(|letter| letter.is_alphabetic()).count() > 1
                && !values::says_no(cell)
                && !values::says_yes(cell)
        };
        let (mut all, mut names) = (0, 0);
        filled.for_each(|cell| {
            all += 1;
            names += usize::from(is_name(cell));
        });
        names > 0 && names * 10 >= all * 9
    };
    plan.columns_with(ColumnUse::Attribute).filter(is_called).filter(holds_names).collect()
}

/// Columns that say who is in what: by the names of organisations, or by marks below the name of one.
pub struct Columns {
    /// Those that name organisations.
    pub of_names: Vec<usize>,
    /// Those with marks, each with its organisation.
    pub of_marks: Vec<(usize, String)>,
}

impl Columns {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.of_names.is_empty() && self.of_marks.is_empty()
    }

    /// The organisations that a row names, each with its column.
    fn of_row(&self, view: &View<'_>, row: usize) -> Vec<(usize, String)> {
        let named = self.of_names.iter().flat_map(|column| {
            let names = tags_in(view.cell(row, *column)).into_iter();
            names.filter(|name| !values::names_none(name, false)).map(move |name| (*column, name))
        });
        let is_in = |(column, _): &&(usize, String)| {
            membership_mark(view.cell(row, *column)) == Some(MembershipMark::Member)
        };
        named.chain(self.of_marks.iter().filter(is_in).cloned()).collect()
    }
}

/// Adds an edge for each span of years in which a nation was in an organisation by these columns. The rows say which
/// nation they are of, and in which year.
///
/// # Errors
/// When there is more than can be read.
pub fn read(
    ends: &mut Ends,
    view: &View<'_>,
    columns: &Columns,
    rows: &[(usize, u32, i32)],
) -> Result<(), OpenError> {
    let mut years_of_nations: IndexMap<u32, Vec<i32>> = IndexMap::new();
    let mut members: IndexMap<(u32, u32), (Vec<i32>, Spot)> = IndexMap::new();
    for (row, member, year) in rows {
        years_of_nations.entry(*member).or_default().push(*year);
        for (column, name) in columns.of_row(view, *row) {
            let spot = view.spot(*row, column);
            let organisation = ends.declared(&name, spot)?;
            let first = (Vec::new(), spot);
            members.entry((*member, organisation)).or_insert(first).0.push(*year);
        }
    }
    let step = smallest_step(years_of_nations.values_mut());
    let [kind, since, until] =
        ["kind", "since", "until"].map(|name| ends.builder.edge_columns().add(name));
    let year = |year: i32| Attribute::Number(f64::from(year));
    for ((member, organisation), (mut years, spot)) in members {
        ends.call_organisations([organisation]);
        years.sort_unstable();
        for [first, last] in spans(&years, step) {
            ends.builder.add_edge(Edge {
                directed: Some(true),
                attributes: vec![
                    (kind, Attribute::Text("member".into())),
                    (since, year(first)),
                    (until, year(last)),
                ]
                .into(),
                ..Edge::new(member, organisation, spot)
            })?;
        }
    }
    Ok(())
}
