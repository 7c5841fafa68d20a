//! Several ends in one cell: what stands between them.

use egui::Ui;

use super::form::ImportForm;
use super::sheet_options::choice;
use crate::formats::{ColumnUse, TableContent};
use crate::ui::theme::widgets::caption;

/// What may stand between several ends in one cell.
const SEPARATORS: [(Option<char>, &str); 7] = [
    (None, "one name"),
    (Some(';'), "names with ; between"),
    (Some(','), "names with , between"),
    (Some('/'), "names with / between"),
    (Some('|'), "names with | between"),
    (Some('&'), "names with & between"),
    (Some('\n'), "names in lines of their own"),
];

/// Asks what stands between several ends in one cell of each column of ends.
pub(super) fn show(ui: &mut Ui, form: &mut ImportForm) {
    let Some(plan) = form.sheet_plan() else { return };
    if !matches!(plan.content, TableContent::Edges | TableContent::Affiliation { .. }) {
        return;
    }
    for column in &mut plan.columns {
        if !matches!(column.role, ColumnUse::Source | ColumnUse::Target) {
            continue;
        }
        let words = SEPARATORS.iter().find(|(separator, _)| *separator == column.separator);
        let own =
            column.separator.map_or_else(String::new, |own| format!("names with {own} between"));
        let shown = words.map_or(own, |(_, words)| (*words).to_owned());
        let name = column.name.clone();
        ui.label(caption(ui, format!("A cell of {name} has")));
        choice(ui, &format!("Names in a cell of {name}"), &shown, 240.0, |ui| {
            for (separator, words) in SEPARATORS {
                ui.selectable_value(&mut column.separator, separator, words);
            }
        });
    }
}
