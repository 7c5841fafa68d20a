//! The table of the list: its header sorts, its cells are chosen and edited. Only the rows in view are laid
//! out, so that ten thousand are as fast as ten.

use egui::accesskit::Role;
use egui::{Align, Button, Label, Layout, Rect, Response, RichText, ScrollArea, Sense, Ui, vec2};
use egui_extras::{Column as TableColumn, TableBody, TableBuilder, TableRow};
use egui_phosphor::regular as icon;

use super::cell_range::{Cell, CellRange};
use super::cells::ScrollTo;
use super::requests::Table;
use super::rows::SortOrder;
use crate::edit::Target;
use crate::ui::intent::Intent;
use crate::ui::panels::fields::{Column, NationField, TieField};
use crate::ui::theme::widgets::{name_button, second_ink};
use crate::ui::theme::{ROW, color32, palette, semibold_id, size};

/// The width of the column of row numbers.
const NUMBERS: f32 = 40.0;

/// The room at the left and the right of a cell's text.
const CELL_MARGIN: f32 = 4.0;

/// Shows the table; returns the place of the cursor's cell, where it is in view.
pub fn show(ui: &mut Ui, table: &mut Table<'_>, order: &mut SortOrder) -> Option<Rect> {
    let mut cursor = None;
    let height = ui.available_height();
    let area =
        ScrollArea::horizontal().id_salt(("cells", table.rows.key.listed as u8)).auto_shrink(false);
    let area = area.show(ui, |ui| {
        ui.set_min_height(height);
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let clip = ui.clip_rect();
        let mut builder = TableBuilder::new(ui)
            .id_salt(("list", table.rows.key.listed as u8))
            .auto_shrink(false)
            .cell_layout(Layout::left_to_right(Align::Center))
            .column(TableColumn::exact(NUMBERS));
        for column in &table.rows.columns {
            let initial = TableColumn::initial(width(column)).at_least(48.0);
            builder = builder.column(initial.resizable(true).clip(true));
        }
        if let Some(ScrollTo { cell, to_column: false }) = table.cells.scroll {
            builder = builder.scroll_to_row(cell.row, None);
        }
        let built = builder.header(ROW, |mut header| {
            header.col(|_| {});
            for column in &table.rows.columns {
                header.col(|ui| {
                    // As far from the edge as what stands below.
                    ui.add_space(CELL_MARGIN);
                    header_cell(ui, order, column);
                });
            }
        });
        built.body(|body| cursor = show_body(body, table));
        if let Some(scroll) = table.cells.scroll {
            let next = ScrollTo { to_column: true, ..scroll };
            table.cells.scroll = (!scroll.to_column).then_some(next);
            ui.ctx().request_repaint();
        }
        cursor.map(|rect: Rect| rect.intersect(clip))
    });
    area.inner.filter(|rect| rect.is_positive())
}

fn show_body(body: TableBody<'_>, table: &mut Table<'_>) -> Option<Rect> {
    let mut cursor = None;
    let rows = table.rows.targets.len() + 1;
    let mut seen = 0usize;
    body.rows(ROW, rows, |mut row| {
        seen += 1;
        show_row(&mut row, table, &mut cursor);
    });
    table.cells.page = seen.saturating_sub(2).max(1);
    cursor
}

fn show_row(table_row: &mut TableRow<'_, '_>, table: &mut Table<'_>, cursor: &mut Option<Rect>) {
    let row = table_row.index();
    let rows = table.rows;
    let target = rows.targets.get(row).copied();
    table_row.set_selected(target.is_some_and(|t| table.state.selection.contains(&t)));
    table_row.col(|ui| row_number(ui, table, row, target));
    for (index, column) in rows.columns.iter().enumerate() {
        let cell = Cell { row, column: index };
        table_row.col(|ui| {
            let rect = ui.max_rect();
            body_cell(ui, table, cell, column, target);
            if cell == table.cells.range.active {
                *cursor = Some(rect.intersect(ui.clip_rect()));
            }
            if table.cells.scroll.is_some_and(|to| to.to_column && to.cell == cell) {
                ui.scroll_to_rect(rect, None);
            }
        });
    }
}

/// The number of a row: a click chooses the row, a double click shows it on the map.
fn row_number(ui: &mut Ui, table: &mut Table<'_>, row: usize, target: Option<Target>) {
    let rect = ui.max_rect();
    let response = ui.interact(rect, ui.id().with("number"), Sense::click());
    let text = target.map_or_else(|| icon::PLUS.to_owned(), |_| (row + 1).to_string());
    let text = RichText::new(text).size(size::CAPTION).color(second_ink(ui));
    ui.put(rect, Label::new(text).selectable(false));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::RowHeader);
        node.set_label(format!("Row {}", row + 1));
    });
    let Some(target) = target else { return };
    let response = if table.state.shows(target) {
        response.on_hover_text("Double click to show it on the map")
    } else {
        response.on_hover_text("Hidden on the map; shown while it is selected")
    };
    let adds = ui.input(|input| input.modifiers.command);
    if response.double_clicked() {
        table.out.push(Intent::Reveal(target));
    } else if response.clicked() && adds {
        table.out.push(Intent::ToggleSelected(target));
    } else if response.clicked() {
        let last = table.rows.columns.len().saturating_sub(1);
        let extends = ui.input(|input| input.modifiers.shift);
        let from = if extends { table.cells.range.active.row } else { row };
        let first = CellRange::at(Cell { row: from, column: 0 });
        table.cells.range = first.to(Cell { row, column: last });
        table.cells.wants_keyboard = true;
        table.select();
    }
}

fn body_cell(
    ui: &mut Ui,
    table: &mut Table<'_>,
    cell: Cell,
    column: &Column,
    target: Option<Target>,
) {
    let rect = ui.max_rect();
    let response = ui.interact(rect, ui.id().with("cell"), Sense::click_and_drag());
    paint_ground(ui, table, cell, rect);
    let text = table.text(target, column);
    let is_hidden = target.is_some_and(|target| !table.state.shows(target));
    let hint = if target.is_none() && text.is_empty() { new_row_hint(column) } else { "" };
    let shown = RichText::new(text.lines().next().unwrap_or(hint));
    let ink = color32(palette(ui.ctx()).ink);
    let is_faint = is_hidden || !hint.is_empty();
    let shown = if is_faint { shown.color(second_ink(ui)).italics() } else { shown.color(ink) };
    let is_number = matches!(column, Column::Tie(TieField::Weight));
    let layout = if is_number { Layout::right_to_left } else { Layout::left_to_right };
    let inner = egui::UiBuilder::new()
        .max_rect(rect.shrink2(vec2(CELL_MARGIN, 0.0)))
        .layout(layout(Align::Center));
    ui.scope_builder(inner, |ui| ui.add(Label::new(shown).truncate().selectable(false)));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Cell);
        node.set_label(cell_name(column, cell.row));
        node.set_value(text);
        node.set_placeholder(hint);
    });
    point(ui, table, cell, &response);
}

/// What an empty cell says in the row for a new nation or tie.
const fn new_row_hint(column: &Column) -> &'static str {
    match column {
        Column::Nation(NationField::Name) => "New nation",
        Column::Tie(TieField::From) => "New tie from",
        Column::Tie(TieField::To) => "to",
        _ => "",
    }
}

/// The name of a cell for assistive technology.
pub fn cell_name(column: &Column, row: usize) -> String {
    format!("{}, row {}", column.title(), row + 1)
}

/// The ground of a cell in the range, and the frame of the cursor.
fn paint_ground(ui: &Ui, table: &Table<'_>, cell: Cell, rect: Rect) {
    let accent = color32(palette(ui.ctx()).accent);
    let range = table.cells.range;
    if !table.cells.has_keyboard {
        return;
    }
    if range.contains(cell) && range.is_several() {
        ui.painter().rect_filled(rect, 0.0, accent.gamma_multiply(0.15));
    }
    if cell == range.active {
        let stroke = egui::Stroke::new(2.0, accent);
        ui.painter().rect_stroke(rect, 2.0, stroke, egui::StrokeKind::Inside);
    }
}

/// What the pointer does in a cell: a click chooses, a drag or a click with Shift extends, a double click
/// edits.
fn point(ui: &Ui, table: &mut Table<'_>, cell: Cell, response: &Response) {
    let (extends, adds) = ui.input(|input| (input.modifiers.shift, input.modifiers.command));
    if response.double_clicked() {
        table.edit();
    } else if response.clicked() && adds {
        let target = table.rows.targets.get(cell.row).copied();
        table.out.extend(target.map(Intent::ToggleSelected));
    } else if response.clicked() && extends {
        table.cells.range = table.cells.range.to(cell);
        table.cells.wants_keyboard = true;
        table.select();
    } else if response.clicked() || response.drag_started() {
        table.cells.choose(cell);
        table.cells.is_dragging = response.drag_started();
        table.select();
    }
    if table.cells.is_dragging {
        let pointer = ui.input(|input| input.pointer.latest_pos());
        if pointer.is_some_and(|at| response.rect.contains(at)) && table.cells.range.end != cell {
            table.cells.range = table.cells.range.to(cell);
            table.select();
        }
        table.cells.is_dragging = ui.input(|input| input.pointer.any_down());
    }
}

/// The header of a column: a click sorts by it, the next turns the order round, a third ends that.
fn header_cell(ui: &mut Ui, order: &mut SortOrder, column: &Column) {
    let is_sorted = order.column.as_ref() == Some(column);
    let arrow = match (is_sorted, order.descending) {
        (false, _) => "",
        (true, false) => icon::CARET_UP,
        (true, true) => icon::CARET_DOWN,
    };
    let text =
        RichText::new(format!("{} {arrow}", column.title())).font(semibold_id(size::CAPTION));
    let button = ui.add(Button::new(text).frame(false).truncate());
    let name = format!("Sort by {}", column.title().to_lowercase());
    if name_button(button, &name, None).clicked() {
        *order = match (is_sorted, order.descending) {
            (false, _) => SortOrder { column: Some(column.clone()), descending: false },
            (true, false) => SortOrder { descending: true, ..std::mem::take(order) },
            (true, true) => SortOrder::default(),
        };
    }
}

/// The width of a column until it is dragged, in logical pixels.
const fn width(column: &Column) -> f32 {
    match column {
        Column::Nation(NationField::Name) | Column::Tie(TieField::From | TieField::To) => 128.0,
        Column::Nation(NationField::Code) => 56.0,
        Column::Nation(NationField::MemberOf | NationField::Notes) => 160.0,
        Column::Tie(TieField::Evidence | TieField::Label | TieField::Notes) => 160.0,
        _ => 88.0,
    }
}
