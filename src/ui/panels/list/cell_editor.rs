//! The text field of the table: it holds the keyboard for the cell that is chosen, and is shown in it once
//! something is typed. So a composition of an input method can begin in any cell.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{
    Color32, Context, EventFilter, Frame, Id, Margin, Rect, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use super::cells::Cells;
use crate::edit::Target;
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

/// Shows the field; returns whether the keyboard has gone elsewhere while it was edited in.
pub fn show(ui: &mut Ui, cells: &mut Cells, cell: &ChosenCell<'_>) -> bool {
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
    let response = ui.scope_builder(egui::UiBuilder::new().max_rect(shown), |ui| {
        if !is_editing {
            ui.visuals_mut().text_cursor.stroke.color = Color32::TRANSPARENT;
            ui.visuals_mut().text_cursor.preview = false;
        }
        let fill = if is_editing { ui.visuals().extreme_bg_color } else { Color32::TRANSPARENT };
        let field = TextEdit::singleline(&mut text)
            .id(id)
            .frame(Frame::new().fill(fill).inner_margin(Margin::symmetric(4, 4)))
            .desired_width(shown.width());
        ui.put(shown, field)
    });
    let response = response.inner;
    let value = if is_editing { text.clone() } else { cell.text.clone() };
    response.widget_info(|| WidgetInfo {
        label: Some(cell.name.clone()),
        ..WidgetInfo::text_edit(true, &value, &value, "")
    });
    if std::mem::take(&mut cells.wants_keyboard) {
        response.request_focus();
    }
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, FILTER));
    match &mut cells.edit {
        Some(edit) => edit.text = text,
        None if !text.is_empty() => {
            // The field has the caret after what was typed.
            cells.begin(cell.target, cell.column.clone(), text);
            if let Some(edit) = &mut cells.edit {
                edit.is_new = false;
            }
            ui.ctx().request_repaint();
        }
        None => {}
    }
    cells.has_keyboard = response.has_focus() || cells.wants_keyboard;
    is_editing && response.lost_focus()
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
