//! The table as it is understood: above each column its role in words, and rows that are left out in grey.

use egui::{
    Align, ComboBox, Label, Layout, RichText, ScrollArea, Ui, WidgetInfo, WidgetType, vec2,
};
use egui_extras::{Column, TableBuilder, TableRow};

use super::form::ImportForm;
use crate::formats::{ColumnUse, EdgeRole, SheetPlan, Table, TableContent, column_letters};
use crate::ui::column_role::ColumnRole;
use crate::ui::theme::widgets::second_ink;
use crate::ui::theme::{ROW, color32, palette, semibold_id, size};

/// The width of the numbers of rows, and of a column.
const NUMBERS: f32 = 52.0;
const COLUMN: f32 = 136.0;
/// The height of a row of the table.
const LINE: f32 = 22.0;
/// The most columns that are shown; no person looks at more.
pub(super) const MOST_COLUMNS: usize = 200;

/// Shows the table.
pub(super) fn show(ui: &mut Ui, form: &mut ImportForm, height: f32) {
    let Some((shown, plan)) = form.shown_table() else { return };
    let rows = shown.table.row_count();
    let columns = plan.columns.iter().take(MOST_COLUMNS).cloned().collect();
    let plan = SheetPlan { columns, filter: plan.filter.clone(), rows: plan.rows.clone(), ..*plan };
    let columns = plan.columns.len();
    ScrollArea::horizontal().id_salt("cells").auto_shrink([false, true]).show(ui, |ui| {
        ui.set_height(height);
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        TableBuilder::new(ui)
            .id_salt(("import", form.sheet))
            .auto_shrink([false, false])
            .cell_layout(Layout::left_to_right(Align::Center))
            .column(Column::exact(NUMBERS))
            .columns(Column::initial(COLUMN).at_least(72.0).resizable(true).clip(true), columns)
            .header(ROW + LINE + 4.0, |mut header| {
                header.col(|_| {});
                for column in 0..columns {
                    header.col(|ui| column_head(ui, form, &plan, column));
                }
            })
            .body(|body| {
                let Some((shown, _)) = form.shown_table() else { return };
                body.rows(LINE, rows, |mut row| show_row(&mut row, shown.table, &plan, columns));
            });
    });
}

/// The role of a column, which can be changed, and its name.
fn column_head(ui: &mut Ui, form: &mut ImportForm, plan: &SheetPlan, column: usize) {
    let Some(planned) = plan.columns.get(column) else { return };
    let role = match planned.role {
        ColumnUse::Attribute if !is_grid(plan.content) => form.role(&planned.name, plan.content),
        // Of ties it is the text along them, which may name their kinds.
        ColumnUse::Label if plan.content != TableContent::Nodes => {
            let label = form.choices.as_ref().map(|choices| choices.edge_label);
            ColumnRole::Edge(label.unwrap_or(EdgeRole::Label))
        }
        part => ColumnRole::Use(part),
    };
    ui.vertical(|ui| {
        let label = format!("Role of {}", planned.name);
        let offered = ColumnRole::offered(plan.content);
        if let Some(chosen) = role_box(ui, &label, column, role, &offered) {
            choose(form, column, chosen);
        }
        let name = RichText::new(&planned.name).font(semibold_id(size::CAPTION));
        ui.horizontal(|ui| {
            ui.add_space(6.0);
            ui.add(Label::new(name).truncate().selectable(false));
        });
    });
}

/// A choice among roles, named for assistive technology; returns the one that is chosen.
pub(super) fn role_box(
    ui: &mut Ui,
    label: &str,
    id: usize,
    role: ColumnRole,
    offered: &[ColumnRole],
) -> Option<ColumnRole> {
    let mut chosen = None;
    let accent = color32(palette(ui.ctx()).accent);
    let is_end = matches!(role, ColumnRole::Use(part) if part.is_end());
    let text = RichText::new(role.name());
    let text = if is_end { text.color(accent) } else { text };
    let width = (ui.available_width() - 6.0).clamp(64.0, 200.0);
    let shown = ComboBox::from_id_salt((label, id))
        .selected_text(text)
        .width(width)
        .truncate()
        .show_ui(ui, |ui| {
            ui.set_min_width(140.0);
            for one in offered {
                if ui.selectable_label(*one == role, one.name()).clicked() && *one != role {
                    chosen = Some(*one);
                }
            }
        });
    shown.response.widget_info(|| {
        let mut info = WidgetInfo::labeled(WidgetType::ComboBox, true, label);
        info.current_text_value = Some(role.name().to_owned());
        info
    });
    chosen
}

fn choose(form: &mut ImportForm, column: usize, chosen: ColumnRole) {
    let Some(planned) = form.sheet_plan().and_then(|plan| plan.columns.get_mut(column)) else {
        return;
    };
    match chosen {
        ColumnRole::Use(part) => planned.role = part,
        ColumnRole::Edge(_) | ColumnRole::Node(_) => {
            planned.role = ColumnUse::Attribute;
            let name = planned.name.clone();
            form.set_role(&name, chosen);
        }
    }
}

const fn is_grid(content: TableContent) -> bool {
    matches!(content, TableContent::Matrix { .. } | TableContent::Adjacency)
}

fn show_row(row: &mut TableRow<'_, '_>, table: &Table, plan: &SheetPlan, columns: usize) {
    let index = row.index();
    let left_out = why_left_out(table, plan, index);
    row.col(|ui| {
        let number = RichText::new(table.row_number(index).to_string());
        let number = number.size(size::CAPTION).color(second_ink(ui));
        let label = ui.add(Label::new(number).selectable(false));
        if let Some(why) = left_out {
            label.on_hover_text(why);
        }
    });
    for column in 0..columns {
        row.col(|ui| cell(ui, table, plan, index, column, left_out));
    }
}

fn cell(
    ui: &mut Ui,
    table: &Table,
    plan: &SheetPlan,
    row: usize,
    column: usize,
    left_out: Option<&'static str>,
) {
    let text = table.cell(row, column).trim();
    // The first cell of a row that is left out says why, where it has room for that.
    let text = match left_out {
        Some(why) if column == 0 && text.is_empty() => why,
        _ => text,
    };
    let is_ignored = plan.columns.get(column).is_some_and(|one| one.role == ColumnUse::Ignored);
    let ink = ui.visuals().text_color();
    let faint = second_ink(ui).gamma_multiply(0.8);
    let mut shown = RichText::new(text).color(ink);
    if [plan.header, plan.groups].contains(&Some(row)) {
        shown = shown.font(semibold_id(size::TEXT));
    } else if left_out.is_some() || is_ignored {
        shown = shown.color(faint);
    }
    ui.add_space(6.0);
    let label = ui.add(Label::new(shown).truncate().selectable(false));
    if let Some(why) = left_out {
        label.on_hover_text(why);
    }
}

/// Why a row isn't read, in a few words.
fn why_left_out(table: &Table, plan: &SheetPlan, row: usize) -> Option<&'static str> {
    if plan.content == TableContent::Ignored {
        return Some("This table isn't read");
    }
    if [plan.header, plan.groups].contains(&Some(row)) {
        return Some("The names of the columns");
    }
    if row < plan.rows.start {
        return Some("Above the data");
    }
    if row >= plan.rows.end {
        return Some("Below the data: totals or notes");
    }
    if table.row(row).all(|cell| cell.trim().is_empty()) {
        return Some("Empty");
    }
    let filter = plan.filter.as_ref()?;
    let cell = table.cell(row, filter.column).trim();
    let passes = filter.values.iter().any(|value| value.trim() == cell);
    (!passes).then_some("Not among the rows that are wanted")
}

/// What to call a column that has no name: `column C`.
pub(super) fn column_name(plan: &SheetPlan, column: usize) -> String {
    match plan.columns.get(column).map(|one| one.name.trim()) {
        Some(name) if !name.is_empty() => name.to_owned(),
        _ => format!("column {}", column_letters(column as u32 + 1)),
    }
}
