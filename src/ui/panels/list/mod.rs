//! The tab that lists every nation or tie as a spreadsheet: cells are edited, copied and pasted in place,
//! rows filtered and sorted.
//!
//! This module owns the filter, the sort order, the rows made for them and which cells are chosen. What a
//! cell says, and how a text is read into it, is the business of [`super::fields`].

mod blocks;
mod cell_editor;
mod cell_range;
mod cell_suggestions;
mod cells;
mod changes;
mod keys;
mod new_rows;
mod requests;
mod rows;
mod sort_key;
mod table;
mod tsv;

use egui::{Label, RichText, ScrollArea, Ui};
use egui_phosphor::regular as icon;

use super::form::text_line;
use crate::edit::Target;
use crate::model::{Map, Nation, NationType};
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::state::{State, counted};
use crate::ui::theme::size;
use crate::ui::theme::widgets::icon_button;
use cell_editor::{ChosenCell, Edited};
use cell_range::{Cell, CellRange, Size};
use cells::Cells;
use requests::Table;
use rows::{Listed, Rows, RowsKey, SortOrder};

/// The height of the note below the table.
const NOTE: f32 = 40.0;

/// What the tab remembers from frame to frame.
#[derive(Debug, Default)]
pub struct Memory {
    listed: Listed,
    filter: String,
    order: SortOrder,
    rows: Option<Rows>,
    cells: Cells,
    note: String,
    /// What was the only thing selected in the last frame.
    only_selected: Option<Target>,
}

/// Whose the keys are while the list has the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKeys {
    /// A cell is chosen: keys move, edit and clear; undo is the map's.
    Chosen,
    /// A cell is edited: keys are text.
    Edited,
}

impl Memory {
    /// Whose the keys are, if they are a cell's.
    pub const fn cell_keys(&self) -> Option<CellKeys> {
        match (self.cells.has_keyboard, self.cells.edit.is_some()) {
            (false, _) => None,
            (true, false) => Some(CellKeys::Chosen),
            (true, true) => Some(CellKeys::Edited),
        }
    }

    /// Drops what is being edited, and leaves the cells: the tab isn't shown.
    pub fn leave(&mut self) {
        self.cells.edit = None;
        self.cells.has_keyboard = false;
    }

    /// Lists nations or ties; the filter, what is typed of a new one and what is said stay.
    fn turn_to(&mut self, listed: Listed) {
        let Self { filter, note, cells, .. } = std::mem::take(self);
        let cells = Cells { new_row: cells.new_row, ..Cells::default() };
        *self = Self { listed, filter, note, cells, ..Self::default() };
    }

    /// Forgets what is typed of a new nation or tie: another map is shown.
    pub fn forget_new_row(&mut self) {
        self.cells.new_row.clear();
    }
}

/// Shows the tab.
pub fn show(ui: &mut Ui, state: &State, memory: &mut Memory, out: &mut Vec<Intent>) {
    let wanted = head(ui, state, memory, out);
    update_rows(state, memory);
    follow_selection(state, memory);
    show_rows(ui, state, memory, out, wanted.is_some());
    if let Some(listed) = wanted {
        memory.turn_to(listed);
        ui.ctx().request_repaint();
    }
}

/// Shows the rows; what is edited is written where the list is left for the other one.
fn show_rows(
    ui: &mut Ui,
    state: &State,
    memory: &mut Memory,
    out: &mut Vec<Intent>,
    is_left: bool,
) {
    let Memory { rows, cells, note, order, .. } = memory;
    let Some(rows) = rows.as_ref() else { return };
    let mut table = Table { state, rows, cells, note, out, added_rows: 0 };
    let had_keyboard = table.cells.has_keyboard;
    if had_keyboard {
        for request in keys::take(ui, table.cells) {
            if let Some(text) = table.carry_out(request) {
                ui.ctx().copy_text(text);
            }
        }
    }
    let leaves = had_keyboard && !table.cells.has_keyboard;
    show_table(ui, &mut table, order, leaves);
    if is_left {
        table.end_edit();
    }
}

fn show_table(ui: &mut Ui, table: &mut Table<'_>, order: &mut SortOrder, leaves: bool) {
    let note = if table.note.is_empty() { 4.0 } else { NOTE };
    let size = egui::vec2(ui.available_width(), (ui.available_height() - note).max(80.0));
    let mut cursor = None;
    ui.allocate_ui(size, |ui| cursor = table::show(ui, table, order));
    if leaves {
        ui.memory_mut(|memory| memory.stop_text_input());
    } else {
        edit_cell(ui, table, cursor);
    }
    if table.note.is_empty() != (note < NOTE) {
        // The table makes room for it, or takes that back.
        ui.ctx().request_repaint();
    }
    if !table.note.is_empty() {
        let color = ui.visuals().warn_fg_color;
        ScrollArea::vertical().id_salt("note").max_height(NOTE).show(ui, |ui| {
            let text = RichText::new(table.note.as_str()).size(size::CAPTION).color(color);
            ui.add(Label::new(text).wrap());
        });
    }
}

/// Shows the field of the chosen cell; an edit ends where the keyboard goes elsewhere.
fn edit_cell(ui: &mut Ui, table: &mut Table<'_>, rect: Option<egui::Rect>) {
    let Cell { row, column } = table.cells.range.active;
    let rows = table.rows;
    let Some(column) = rows.columns.get(column) else { return };
    let target = rows.targets.get(row).copied();
    let text = table.text(target, column);
    let name = format!("{} (cell)", table::cell_name(column, row));
    let cell = ChosenCell { name, text, target, column, rect };
    match cell_editor::show(ui, &table.state.history, table.cells, &cell) {
        Edited::GoesOn => {}
        Edited::Left => table.end_edit(),
        Edited::Taken(step) => {
            if table.commit()
                && let Some(step) = step
            {
                table.advance(step);
            }
        }
    }
}

/// The choice between nations and ties, and the filter; returns which of them is chosen by a click.
fn head(ui: &mut Ui, state: &State, memory: &mut Memory, out: &mut Vec<Intent>) -> Option<Listed> {
    let mut wanted = None;
    ui.horizontal(|ui| {
        let map = state.map();
        for (listed, name) in [
            (Listed::Nations, nations_in_words(map)),
            (Listed::Ties, counted(map.ties().len(), "tie", "ties")),
        ] {
            if ui.selectable_label(memory.listed == listed, name).clicked() {
                wanted = Some(listed);
            }
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let is_wide = state.settings.wide_list;
            let (icon, entry) = (icon::ARROWS_OUT_LINE_HORIZONTAL, Action::WideList.entry());
            if icon_button(ui, icon, entry.name, Some(is_wide)).on_hover_text(entry.help).clicked()
            {
                out.push(Intent::Act(Action::WideList));
            }
        });
    });
    let label = ui.label("Filter rows");
    let field = text_line(ui, &mut memory.filter, "for example pact, 1955");
    field.labelled_by(label.id);
    ui.add_space(4.0);
    wanted
}

/// How many nations and organisations a map has: `26 nations, 2 organisations`.
fn nations_in_words(map: &Map) -> String {
    let is_one = |(_, nation): &(_, &Nation)| nation.nation_type == NationType::Organisation;
    let organisations = map.nations().iter().filter(is_one).count();
    let nations = counted(map.nations().len() - organisations, "nation", "nations");
    match organisations {
        0 => nations,
        _ => format!("{nations}, {}", counted(organisations, "organisation", "organisations")),
    }
}

/// Makes the rows anew if the map, the filter or the order has changed. While cells have the keyboard,
/// a change of the map leaves the rows in their order, so that none goes away under the hand.
fn update_rows(state: &State, memory: &mut Memory) {
    let revision = state.history.revision();
    let key = RowsKey {
        revision,
        listed: memory.listed,
        order: memory.order.clone(),
        filter: memory.filter.clone(),
    };
    if memory.rows.as_ref().is_some_and(|rows| rows.key == key) {
        return;
    }
    let old = memory.rows.take();
    let active = memory.cells.range.active;
    let target = old.as_ref().and_then(|rows| rows.targets.get(active.row).copied());
    let keeps_order =
        |old: &Rows| memory.cells.has_keyboard && RowsKey { revision, ..old.key.clone() } == key;
    let rows = match old {
        Some(old) if keeps_order(&old) => old.after_edit(state.map(), revision),
        _ => Rows::of(state.map(), key),
    };
    if let Some(row) =
        target.and_then(|target| rows.row_of(target)).filter(|row| *row != active.row)
    {
        memory.cells.range = CellRange::at(Cell { row, ..active });
    }
    let size = Size { rows: rows.targets.len() + 1, columns: rows.columns.len() };
    memory.cells.range = memory.cells.range.within(size);
    memory.rows = Some(rows);
}

/// Brings the cursor to what is selected elsewhere.
fn follow_selection(state: &State, memory: &mut Memory) {
    let only = state.only_selected();
    if only == memory.only_selected {
        return;
    }
    memory.only_selected = only;
    let Some(rows) = &memory.rows else { return };
    let range = memory.cells.range;
    let active = range.active;
    // A range from the row for a new nation or tie up to the last one has selected that one itself.
    let is_of_range = |row: usize| {
        row == active.row
            || range.rows().eq(row..=rows.targets.len()) && row + 1 == rows.targets.len()
    };
    if let Some(row) = only.and_then(|target| rows.row_of(target)).filter(|row| !is_of_range(*row))
    {
        memory.cells.go_to(CellRange::at(Cell { row, ..active }));
    }
}
