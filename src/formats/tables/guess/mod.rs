//! The plan that tables suggest by their headers and contents.

mod abbreviated_ends;
mod acting_ends;
mod adjacency;
mod asides;
mod columns;
mod contents;
mod end_words;
mod ends_by_words;
mod filling;
mod groups;
mod header;
mod lookup;
mod marks;
mod matrix;
mod meaning_of_ends;
mod members_or_ties;
mod membership_matrix;
mod names_beside_ids;
mod other_header;
mod pairs;
mod panel;
mod parts;
mod presets;
mod profile;
mod relation_columns;
mod row_words;
mod separator;
mod sheet;
mod totals;
mod year_headers;

use super::plan::{SheetPlan, TableContent, TablePlan};
use super::table::Table;
use super::view::View;
use lookup::Lookup;
use sheet::Suggestion;

pub use asides::{Asides, says_kind};
pub use contents::{names_nations, nations_beside_ends};
pub use meaning_of_ends::{
    Flow, SaidOfTarget, flow, flow_column, has_kinds, is_directed, lists_partners, said_of_targets,
};
pub use membership_matrix::{ColumnOfOrganisation, columns_of_organisations, is_of_members};
pub use names_beside_ids::{has_codes_of_nations, name_beside};
pub use panel::{ORGANISATIONS as ORGANISATIONS_OF_NATIONS, YEARS as YEARS_OF_NATIONS};
pub use parts::{is_of_nations_or_ties, parted};
pub use presets::UN_VOTES;
pub use relation_columns::Heading;
pub use totals::{SUM, is_sum, is_sum_word};
pub use year_headers::year_of_header;

impl TablePlan {
    /// The plan that the tables suggest. A table that is only perhaps of nodes or edges counts where there is
    /// none that surely is.
    pub fn guess(tables: &[Table]) -> Self {
        let mut lookup = Lookup::default();
        let suggestions: Vec<Suggestion> = tables
            .iter()
            .enumerate()
            .map(|(index, table)| {
                let mut suggestion = sheet::suggest(table, index, &mut lookup);
                // What stands beside or below a table may be a legend.
                if table.part > 1 && !parts::is_sure(table, &mut lookup) {
                    suggestion.plan.content = TableContent::Ignored;
                }
                suggestion
            })
            .collect();
        let is_read = |suggestion: &Suggestion| suggestion.plan.content != TableContent::Ignored;
        let any_sure = suggestions.iter().any(|other| other.is_sure && is_read(other));
        let sheets = suggestions.into_iter().map(|mut suggestion| {
            if any_sure && !suggestion.is_sure {
                suggestion.plan.content = TableContent::Ignored;
            }
            suggestion.plan
        });
        Self { sheets: sheets.collect() }
    }
}

impl SheetPlan {
    /// The plan that a table suggests on its own.
    pub fn guess(table: &Table) -> Self {
        sheet::suggest(table, 0, &mut Lookup::default()).plan
    }

    /// The plan that a table suggests as it stands, with rows for rows.
    pub fn guess_upright(table: &Table) -> Self {
        sheet::suggest_upright(table, &mut Lookup::default()).plan
    }

    /// The plan for a table whose header is the first row in which all these names stand; `None` where there
    /// is no such row.
    pub fn with_columns_named(table: &Table, names: &[&str]) -> Option<Self> {
        let header = header::naming(&View::new(table, 0, false), names)?;
        Some(sheet::with_header(table, 0, header))
    }
}

/// What tables with the same columns have in common: a plan that was made for one fits the other.
pub fn header_signature(table: &Table) -> String {
    let mut lookup = Lookup::default();
    let view = View::new(table, 0, false);
    let beginning = header::find(&view, &mut lookup);
    let Some(header) = beginning.header else {
        return format!("{} columns without names", table.column_count());
    };
    let keys: Vec<String> = view.row(header).map(super::header_key).collect();
    keys.join("|").trim_end_matches('|').to_owned()
}
