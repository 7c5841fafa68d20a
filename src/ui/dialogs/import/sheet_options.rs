//! How the table is read: which one, what its rows are, where its data begin and end.

use egui::{
    Align, Checkbox, ComboBox, DragValue, FontId, Label, Layout, Response, Ui, WidgetInfo,
    WidgetType, vec2,
};

use super::form::{ImportForm, Shown};
use super::table_view::{MOST_COLUMNS, column_name};
use crate::formats::{RowFilter, Table, TableContent};
use crate::model::shorten;
use crate::tasks::{Replan, can_be_turned};
use crate::ui::theme::widgets::second_ink;
use crate::ui::theme::{ROW, size};

/// The widths of a choice and of a field for a number.
const CHOICE: f32 = 120.0;
const NUMBER: f32 = 52.0;

/// Shows the options above the table.
pub(super) fn show(ui: &mut Ui, form: &mut ImportForm) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        sheets(ui, form);
        content(ui, form);
        rows(ui, form);
        transposed(ui, form);
        filter(ui, form);
    });
}

fn sheets(ui: &mut Ui, form: &mut ImportForm) {
    let names: Vec<String> = form.view.tables().iter().map(|table| table.title()).collect();
    if names.len() < 2 {
        return;
    }
    let numbered = |index: usize| match names.get(index).map(String::as_str) {
        None | Some("") => format!("Table {}", index + 1),
        Some(name) => name.to_owned(),
    };
    let shown = numbered(form.sheet);
    let mut chosen = form.sheet;
    group(ui, "Table", CHOICE, |ui| {
        choice(ui, "Table", &shown, CHOICE, |ui| {
            for index in 0..names.len() {
                ui.selectable_value(&mut chosen, index, numbered(index));
            }
        });
    });
    form.sheet = chosen;
}

fn content(ui: &mut Ui, form: &mut ImportForm) {
    let Some(plan) = form.sheet_plan() else { return };
    group(ui, "A row is", CHOICE + 50.0, |ui| {
        choice(ui, "A row is", content_words(plan.content), CHOICE + 50.0, |ui| {
            for content in TableContent::ALL {
                ui.selectable_value(&mut plan.content, content, content_words(content));
            }
        });
    });
}

/// What a row or a cell is, in words.
const fn content_words(content: TableContent) -> &'static str {
    match content {
        TableContent::Edges => "a tie",
        TableContent::Nodes => "a nation",
        TableContent::Matrix { is_mutual: false } => "of a matrix, row to column",
        TableContent::Matrix { is_mutual: true } => "of a matrix, both ways alike",
        TableContent::Adjacency => "a nation and its partners",
        TableContent::Affiliation { makes_pairs: false } => "a membership",
        TableContent::Affiliation { makes_pairs: true } => "a membership that ties members",
        TableContent::Ignored => "not read",
    }
}

/// The row of the names of columns, and the last row of data, by their numbers in the file.
fn rows(ui: &mut Ui, form: &mut ImportForm) {
    let (sheet, header) = (form.sheet, form.header());
    let Some((Shown { table, .. }, plan)) = form.shown_table() else { return };
    let count = table.row_count();
    let mut header = header.map_or(0, |row| row + 1);
    let is_other = row_field(ui, "Header in row", table, &mut header, 0..=count);
    let mut last = plan.rows.end.min(count);
    if row_field(ui, "Last row", table, &mut last, plan.rows.start..=count) {
        plan.rows.end = last;
    }
    if is_other {
        form.guess_again(Replan::Header(sheet, header.checked_sub(1)));
    }
}

/// A field for a row: shown by its number in the file, held as its index from 1, 0 being none.
fn row_field(
    ui: &mut Ui,
    name: &str,
    table: &Table,
    place: &mut usize,
    range: std::ops::RangeInclusive<usize>,
) -> bool {
    let number = |place: f64| match (place as usize).checked_sub(1) {
        None => "none".to_owned(),
        Some(row) => table.row_number(row).to_string(),
    };
    let place_of = |text: &str| {
        let number: u32 = text.trim().parse().ok()?;
        let row = (0..table.row_count()).find(|row| table.row_number(*row) >= number)?;
        Some(row as f64 + 1.0)
    };
    let mut is_changed = false;
    group(ui, name, NUMBER, |ui| {
        let field = DragValue::new(place).range(range).speed(0.2);
        let field = field.custom_formatter(|place, _| number(place)).custom_parser(place_of);
        let field = ui.add_sized([NUMBER, ROW], field);
        is_changed = named(field, name, *place).changed();
    });
    is_changed
}

fn transposed(ui: &mut Ui, form: &mut ImportForm) {
    let mut turned = form.is_turned();
    let mut is_changed = false;
    let table = form.view.tables().get(form.sheet);
    let can_turn = turned || table.is_some_and(can_be_turned);
    group(ui, "", 130.0, |ui| {
        let tick = ui.add_enabled(can_turn, Checkbox::new(&mut turned, "Columns as rows"));
        is_changed = tick.changed();
        tick.on_disabled_hover_text("The table is too large to be turned");
    });
    if is_changed {
        form.guess_again(Replan::Turn(form.sheet));
    }
}

/// Which rows are read: all, or those with a value in a column.
fn filter(ui: &mut Ui, form: &mut ImportForm) {
    let sheet = form.sheet;
    let Some((Shown { table, row_values }, plan)) = form.shown_table() else { return };
    let shown = match &plan.filter {
        None => "all".to_owned(),
        Some(filter) => format!("with {}", column_name(plan, filter.column)),
    };
    let mut chosen = plan.filter.as_ref().map(|filter| filter.column);
    group(ui, "Rows", CHOICE, |ui| {
        choice(ui, "Rows", &shown, CHOICE, |ui| {
            ui.selectable_value(&mut chosen, None, "all");
            for column in 0..plan.columns.len().min(MOST_COLUMNS) {
                let name = format!("with {}", column_name(plan, column));
                ui.selectable_value(&mut chosen, Some(column), name);
            }
        });
    });
    if chosen != plan.filter.as_ref().map(|filter| filter.column) {
        plan.filter = chosen.map(|column| {
            let first = row_values.of(sheet, table, plan, column).into_iter().take(1).collect();
            RowFilter { column, values: first }
        });
    }
    let Some(mut filter) = plan.filter.clone() else { return };
    let offered = row_values.of(sheet, table, plan, filter.column);
    group(ui, "", CHOICE, |ui| {
        choice(ui, "Values", &filter.values.join(", "), CHOICE, |ui| {
            for value in offered {
                let mut is_wanted = filter.values.contains(&value);
                if ui.checkbox(&mut is_wanted, &value).changed() {
                    match is_wanted {
                        true => filter.values.push(value),
                        false => filter.values.retain(|other| *other != value),
                    }
                }
            }
        });
    });
    plan.filter = Some(filter);
}

/// A caption and a control of a width, which stay together where rows wrap.
pub(super) fn group(ui: &mut Ui, caption: &str, width: f32, control: impl FnOnce(&mut Ui)) {
    let ink = second_ink(ui);
    let font = FontId::proportional(size::TEXT);
    let text = ui.painter().layout_no_wrap(shorten(caption, 24).into_owned(), font, ink);
    let whole = vec2(text.size().x + width + 2.0 * ui.spacing().item_spacing.x, ROW);
    ui.allocate_ui_with_layout(whole, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(whole);
        if !caption.is_empty() {
            ui.add(Label::new(text).selectable(false));
        }
        control(ui);
    });
}

/// A choice with a name for assistive technology.
pub(super) fn choice(
    ui: &mut Ui,
    name: &str,
    shown: &str,
    width: f32,
    options: impl FnOnce(&mut Ui),
) {
    let combo = ComboBox::from_id_salt(name).selected_text(shown).width(width).truncate();
    let response = combo.show_ui(ui, |ui| {
        ui.set_min_width(160.0);
        options(ui);
    });
    response.response.widget_info(|| {
        let mut info = WidgetInfo::labeled(WidgetType::ComboBox, true, name);
        info.current_text_value = Some(shown.to_owned());
        info
    });
}

fn named(response: Response, name: &str, value: usize) -> Response {
    response.widget_info(|| {
        let mut info = WidgetInfo::drag_value(true, value as f64);
        info.label = Some(name.to_owned());
        info
    });
    response
}
