//! Several ends in one cell: what stands between them.

use egui::Ui;

use super::form::ImportForm;
use super::sheet_options::choice;
use crate::formats::{ColumnUse, Separator, TableContent};
use crate::ui::theme::widgets::caption;

/// What may stand between several ends in one cell.
const SEPARATORS: [Option<Separator>; 8] = [
    None,
    Some(Separator::AsRead),
    Some(Separator::Sign(';')),
    Some(Separator::Sign(',')),
    Some(Separator::Sign('/')),
    Some(Separator::Sign('|')),
    Some(Separator::Sign('&')),
    Some(Separator::Sign('\n')),
];

/// The words for what a cell has.
fn words(separator: Option<Separator>) -> String {
    separator.map_or("one name".to_owned(), |own| format!("names {}", own.words()))
}

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
        let shown = words(column.separator);
        let name = column.name.clone();
        ui.label(caption(ui, format!("A cell of {name} has")));
        choice(ui, &format!("Names in a cell of {name}"), &shown, 240.0, |ui| {
            for separator in SEPARATORS {
                ui.selectable_value(&mut column.separator, separator, words(separator));
            }
        });
    }
}
