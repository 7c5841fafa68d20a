//! The tab that lists every nation or tie: filtered, sorted, as fast with ten thousand as with ten.

pub(super) mod rows;

use egui::{Align, Label, Layout, RichText, Sense, Ui};
use egui_extras::{Column, TableBuilder};
use egui_phosphor::regular as icon;

use super::form::{advice, text_line};
use crate::ui::intent::Intent;
use crate::ui::state::State;
use crate::ui::theme::widgets::second_ink;
use crate::ui::theme::{ROW, semibold_id, size};
use rows::{Listed, Row, rows};

/// What the list remembers from frame to frame.
#[derive(Debug, Default)]
pub struct Memory {
    filter: String,
    order: Order,
    made: Option<Made>,
}

/// By what the list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Order {
    listed: Listed,
    column: usize,
    descending: bool,
}

/// The rows, and what they were made for.
#[derive(Debug)]
struct Made {
    revision: u64,
    order: Order,
    filter: String,
    rows: Vec<Row>,
}

pub fn show(ui: &mut Ui, state: &State, memory: &mut Memory, out: &mut Vec<Intent>) {
    choose(ui, state, memory);
    let label = ui.label("Search");
    let field = text_line(ui, &mut memory.filter, "Search by name, code, tag, kind, status");
    field.labelled_by(label.id);
    ui.add_space(4.0);
    update(state, memory);
    let Some(made) = &memory.made else { return };
    if made.rows.is_empty() {
        let text = match (memory.filter.trim().is_empty(), memory.order.listed) {
            (false, _) => "Nothing matches. Clear the search to see all.",
            (true, Listed::Nations) => {
                "No nations yet. Double click the background to add one, or press N."
            }
            (true, Listed::Ties) => "No ties yet. Draw one from a nation's handle, or press T.",
        };
        advice(ui, text);
        return;
    }
    table(ui, state, &mut memory.order, &made.rows, out);
}

fn choose(ui: &mut Ui, state: &State, memory: &mut Memory) {
    ui.horizontal(|ui| {
        let map = state.map();
        for (listed, name) in [
            (Listed::Nations, format!("{} nations", map.nations().len())),
            (Listed::Ties, format!("{} ties", map.ties().len())),
        ] {
            if ui.selectable_label(memory.order.listed == listed, name).clicked() {
                memory.order = Order { listed, ..Order::default() };
            }
        }
    });
}

/// Makes the rows anew when the map, the filter or the order has changed.
fn update(state: &State, memory: &mut Memory) {
    let (revision, order) = (state.history.revision(), memory.order);
    let is_current = |made: &Made| {
        made.revision == revision && made.order == order && made.filter == memory.filter
    };
    if memory.made.as_ref().is_some_and(is_current) {
        return;
    }
    let rows = rows(state.map(), order.listed, &memory.filter, order.column, order.descending);
    memory.made = Some(Made { revision, order, filter: memory.filter.clone(), rows });
}

fn table(ui: &mut Ui, state: &State, order: &mut Order, rows: &[Row], out: &mut Vec<Intent>) {
    let columns = order.listed.columns();
    let number = order.listed == Listed::Nations;
    let last = if number { 44.0 } else { 72.0 };
    let table = TableBuilder::new(ui)
        .id_salt(("list", order.listed as u8))
        .sense(Sense::click())
        .auto_shrink(false)
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Column::remainder().clip(true))
        .column(Column::exact(if number { 56.0 } else { 76.0 }).clip(true))
        .column(Column::exact(last).clip(true));
    let table = table.header(ROW, |mut header| {
        for (index, name) in columns.iter().enumerate() {
            header.col(|ui| head(ui, order, index, name));
        }
    });
    table.body(|body| {
        body.rows(ROW, rows.len(), |mut table_row| {
            let Some(row) = rows.get(table_row.index()) else { return };
            table_row.set_selected(state.selection.contains(&row.target));
            let is_hidden = !state.shows(row.target);
            for (index, cell) in row.cells.iter().enumerate() {
                table_row.col(|ui| {
                    let figures = number && index == 2;
                    let layout =
                        if figures { Layout::right_to_left } else { Layout::left_to_right };
                    ui.with_layout(layout(Align::Center), |ui| {
                        let text = RichText::new(cell);
                        let text =
                            if is_hidden { text.color(second_ink(ui)).italics() } else { text };
                        ui.add(Label::new(text).truncate().selectable(false));
                    });
                });
            }
            let mut response = table_row.response();
            if is_hidden {
                response = response.on_hover_text("Hidden on the map; shown while it is selected");
            }
            let adds = response.ctx.input(|input| input.modifiers.command || input.modifiers.shift);
            if response.double_clicked() {
                out.push(Intent::Reveal(row.target));
            } else if response.clicked() && adds {
                out.push(Intent::ToggleSelected(row.target));
            } else if response.clicked() {
                out.push(Intent::Select([row.target].into()));
            }
        });
    });
}

/// The head of a column: a click sorts by it, another turns the order round.
fn head(ui: &mut Ui, order: &mut Order, column: usize, name: &str) {
    let arrow = match (order.column == column, order.descending) {
        (false, _) => "",
        (true, false) => icon::CARET_UP,
        (true, true) => icon::CARET_DOWN,
    };
    let text = RichText::new(format!("{name} {arrow}")).font(semibold_id(size::CAPTION));
    let button = ui.add(egui::Button::new(text).frame(false));
    let button = crate::ui::theme::widgets::name_button(
        button,
        &format!("Sort by {}", name.to_lowercase()),
        None,
    );
    if button.clicked() {
        order.descending = order.column == column && !order.descending;
        order.column = column;
    }
}
