//! The table of the list: its header sorts, its rows select.

use egui::{Align, Button, Label, Layout, Response, RichText, Sense, Ui};
use egui_extras::{Column, TableBuilder};
use egui_phosphor::regular as icon;

use super::rows::{Listed, Row, SortOrder};
use crate::edit::Target;
use crate::ui::intent::Intent;
use crate::ui::state::State;
use crate::ui::theme::widgets::{name_button, second_ink};
use crate::ui::theme::{ROW, semibold_id, size};

/// Shows the rows, of which only those in view are drawn.
pub fn show(
    ui: &mut Ui,
    state: &State,
    order: &mut SortOrder,
    rows: &[Row],
    out: &mut Vec<Intent>,
) {
    let columns = order.listed.columns();
    let lists_nations = order.listed == Listed::Nations;
    let last = if lists_nations { 44.0 } else { 72.0 };
    let table = TableBuilder::new(ui)
        .id_salt(("list", order.listed as u8))
        .sense(Sense::click())
        .auto_shrink(false)
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Column::remainder().clip(true))
        .column(Column::exact(if lists_nations { 56.0 } else { 76.0 }).clip(true))
        .column(Column::exact(last).clip(true));
    let table = table.header(ROW, |mut header| {
        for (index, name) in columns.iter().enumerate() {
            header.col(|ui| header_cell(ui, order, index, name));
        }
    });
    table.body(|body| {
        body.rows(ROW, rows.len(), |mut table_row| {
            let Some(row) = rows.get(table_row.index()) else { return };
            table_row.set_selected(state.selection.contains(&row.target));
            let is_hidden = !state.shows(row.target);
            for (index, cell) in row.cells.iter().enumerate() {
                let is_number = lists_nations && index == 2;
                table_row.col(|ui| body_cell(ui, cell, is_number, is_hidden));
            }
            let mut response = table_row.response();
            if is_hidden {
                response = response.on_hover_text("Hidden on the map; shown while it is selected");
            }
            select(&response, row.target, out);
        });
    });
}

/// A cell of the body; numbers stand at the right.
fn body_cell(ui: &mut Ui, text: &str, is_number: bool, is_hidden: bool) {
    let layout = if is_number { Layout::right_to_left } else { Layout::left_to_right };
    ui.with_layout(layout(Align::Center), |ui| {
        let text = RichText::new(text);
        let text = if is_hidden { text.color(second_ink(ui)).italics() } else { text };
        ui.add(Label::new(text).truncate().selectable(false));
    });
}

/// A click selects, one with Ctrl or Shift selects also, and a double click shows it on the map.
fn select(response: &Response, target: Target, out: &mut Vec<Intent>) {
    let adds = response.ctx.input(|input| input.modifiers.command || input.modifiers.shift);
    if response.double_clicked() {
        out.push(Intent::Reveal(target));
    } else if response.clicked() && adds {
        out.push(Intent::ToggleSelected(target));
    } else if response.clicked() {
        out.push(Intent::Select([target].into()));
    }
}

/// The header of a column: a click sorts by it, another click reverses the order.
fn header_cell(ui: &mut Ui, order: &mut SortOrder, column: usize, name: &str) {
    let arrow = match (order.column == column, order.descending) {
        (false, _) => "",
        (true, false) => icon::CARET_UP,
        (true, true) => icon::CARET_DOWN,
    };
    let text = RichText::new(format!("{name} {arrow}")).font(semibold_id(size::CAPTION));
    let button = ui.add(Button::new(text).frame(false));
    let button = name_button(button, &format!("Sort by {}", name.to_lowercase()), None);
    if button.clicked() {
        order.descending = order.column == column && !order.descending;
        order.column = column;
    }
}
