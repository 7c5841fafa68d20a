//! The text field of the table: it holds the keyboard for the cell that is chosen, and is shown in it once
//! something is typed. So a composition of an input method can begin in any cell.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{
    Color32, Context, EventFilter, Frame, Id, Key, Margin, Rect, Response, TextEdit, Ui,
    WidgetInfo, pos2, vec2,
};

use super::cell_range::Step;
use super::cell_suggestions::{self, Asked, has_several_values, part_start};
use super::cells::{Cells, Edit};
use super::new_rows::Naming;
use crate::edit::History;
use crate::edit::Target;
use crate::ui::completion::Suggestions;
use crate::ui::panels::fields::Column;

/// The keys that move about among cells, and not from widget to widget.
const FILTER: EventFilter =
    EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };

/// The cell that is chosen.
pub struct ChosenCell<'a> {
    /// Its name for assistive technology.
    pub name: String,
    /// What it says.
    pub text: String,
    pub target: Option<Target>,
    pub column: &'a Column,
    /// Its place on the screen, where it is in view.
    pub rect: Option<Rect>,
}

/// What became of the field in a frame.
pub enum Edited {
    /// It is still edited, or not at all.
    GoesOn,
    /// The keyboard has gone elsewhere while it was edited.
    Left,
    /// A suggestion was taken that is all there is to say; then the step to move on.
    Taken(Option<Step>),
}

/// Shows the field, and below it the suggestions for what is typed.
pub fn show(ui: &mut Ui, history: &History, cells: &mut Cells, cell: &ChosenCell<'_>) -> Edited {
    let (map, revision) = (history.map(), history.revision());
    let id = Id::new("cell of the list");
    let is_editing = cells.edit.is_some();
    let mut text = cells.edit.as_ref().map_or_else(String::new, |edit| edit.text.clone());
    let home = ui.max_rect().left_bottom() - vec2(0.0, 28.0);
    let rect = cell.rect.unwrap_or_else(|| Rect::from_min_size(home, vec2(1.0, 28.0)));
    // Where nothing is typed, the field is a hairline, so that the cell gets the clicks.
    let shown = if is_editing {
        rect
    } else {
        Rect::from_min_max(rect.min, pos2(rect.left() + 1.0, rect.bottom()))
    };
    prepare(ui.ctx(), id, cells, &text);
    let step = step_of_keys(ui);
    let suggest = |text: &str| match text {
        "" if !is_editing => Suggestions::default(),
        text => {
            let (text, now) = (text.to_owned(), cell.text.clone());
            let asked = Asked { revision, column: cell.column.clone(), text, now };
            cells.suggested.of(asked, |asked| {
                cell_suggestions::suggestions(map, &asked.column, &asked.text, &asked.now)
            })
        }
    };
    let field = |ui: &mut Ui, text: &mut String| text_field(ui, id, shown, text, is_editing);
    let completed = cells.completion.show(ui, id, &mut text, suggest, field);
    let response = completed.response;
    let value = if is_editing { text.clone() } else { cell.text.clone() };
    response.widget_info(|| WidgetInfo {
        label: Some(cell.name.clone()),
        ..WidgetInfo::text_edit(true, &value, &value, "")
    });
    let left = is_editing && response.lost_focus() && completed.taken.is_none();
    if std::mem::take(&mut cells.wants_keyboard) || completed.taken.is_some() {
        response.request_focus();
    }
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, FILTER));
    keep(ui, cells, cell, text, completed.has_closed_list);
    cells.has_keyboard = response.has_focus() || completed.taken.is_some();
    match completed.taken {
        Some(taken) => take(cells, cell.column, &taken.key, step),
        None if left => Edited::Left,
        None => Edited::GoesOn,
    }
}

/// How to move on after a suggestion that is taken with this frame's keys.
fn step_of_keys(ui: &Ui) -> Option<Step> {
    ui.input(|input| {
        if input.key_pressed(Key::Tab) {
            Some(Step::Next)
        } else {
            input.key_pressed(Key::Enter).then_some(Step::Down)
        }
    })
}

fn text_field(ui: &mut Ui, id: Id, rect: Rect, text: &mut String, is_editing: bool) -> Response {
    // It lies over the table: what comes after the table stays below that.
    let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    if !is_editing {
        ui.visuals_mut().text_cursor.stroke.color = Color32::TRANSPARENT;
        ui.visuals_mut().text_cursor.preview = false;
    }
    let fill = if is_editing { ui.visuals().extreme_bg_color } else { Color32::TRANSPARENT };
    let field = TextEdit::singleline(text)
        .id(id)
        .frame(Frame::new().fill(fill).inner_margin(Margin::symmetric(4, 4)))
        .desired_width(rect.width());
    ui.put(rect, field)
}

/// Keeps what the field says; the first letters that are typed begin an edit.
fn keep(ui: &Ui, cells: &mut Cells, cell: &ChosenCell<'_>, text: String, has_closed_list: bool) {
    let is_plain = has_closed_list.then_some(Naming::AsTyped);
    match &mut cells.edit {
        Some(edit) => {
            let is_changed = edit.text != text;
            edit.text = text;
            let naming = is_changed.then_some(Naming::Recognised);
            edit.naming = is_plain.or(naming).unwrap_or(edit.naming);
        }
        None if !text.is_empty() => {
            let edit = Edit { arrows_end_it: true, ..Edit::of(cell.target, cell.column, text) };
            // The field has the caret after what was typed.
            cells.edit = Some(edit);
            cells.wants_keyboard = true;
            ui.ctx().request_repaint();
        }
        None => {}
    }
}

/// Puts a suggestion that was taken into the text.
fn take(cells: &mut Cells, column: &Column, key: &str, step: Option<Step>) -> Edited {
    let Some(edit) = &mut cells.edit else { return Edited::GoesOn };
    edit.text.truncate(part_start(column, &edit.text));
    edit.text.push_str(key);
    edit.naming = Naming::Recognised;
    if !has_several_values(column) {
        return Edited::Taken(step);
    }
    edit.is_new = true;
    edit.arrows_end_it = false;
    Edited::GoesOn
}

/// Puts the caret at the end of a text that begins to be edited, and forgets that of the text before.
fn prepare(ctx: &Context, id: Id, cells: &mut Cells, text: &str) {
    let Some(edit) = &mut cells.edit else {
        TextEditState::default().store(ctx, id);
        return;
    };
    if std::mem::take(&mut edit.is_new) {
        let end = CCursorRange::one(CCursor::new(text.chars().count()));
        let mut state = TextEditState::default();
        state.cursor.set_char_range(Some(end));
        state.store(ctx, id);
    }
}
