//! The steps of the undo history, of which any can be gone to.

use egui::{Align, Button, Context, Label, RichText, ScrollArea, Ui, Vec2};

use super::dialog_frame::{buttons, close_button, dialog_beside_map, scroll_height};
use super::first_focus::FirstFocus;
use crate::ui::intent::Intent;
use crate::ui::state::{State, counted};
use crate::ui::theme::widgets::{name_button, second_ink};
use crate::ui::theme::{ROW, color32, palette};

const WIDTH: f32 = 264.0;
/// The height of title, introduction and buttons.
const OTHER: f32 = 140.0;

/// What the dialog remembers: whether the step at hand was brought into view.
#[derive(Default)]
pub struct Memory {
    shown_at: Option<usize>,
}

/// Shows the dialog.
pub fn show(
    ctx: &Context,
    state: &State,
    memory: &mut Memory,
    focus: &mut FirstFocus,
    out: &mut Vec<Intent>,
) {
    let dismissed = dialog_beside_map(ctx, "History", WIDTH, |ui| {
        let text = "Click a step to go to the map as it was after it. Nothing is lost: later steps stay \
                    until you do something else.";
        let text = RichText::new(text).color(second_ink(ui));
        ui.add(Label::new(text).wrap().selectable(false));
        ui.add_space(8.0);
        steps(ui, state, memory, out);
        buttons(ui, |ui| close_button(ui, focus, out));
    });
    if dismissed {
        out.push(Intent::CloseDialog);
    }
}

fn steps(ui: &mut Ui, state: &State, memory: &mut Memory, out: &mut Vec<Intent>) {
    let history = &state.history;
    let position = history.position();
    let height = scroll_height(ui, OTHER).min(420.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut area = ScrollArea::vertical().max_height(height).auto_shrink([false, true]);
    if memory.shown_at != Some(position) {
        memory.shown_at = Some(position);
        let middle = position as f32 * ROW - (height - ROW) / 2.0;
        area = area.vertical_scroll_offset(middle.max(0.0));
    }
    area.show_rows(ui, ROW, history.steps().count() + 1, |ui, rows| {
        let first = (rows.start == 0).then(|| first_row(state));
        let names = history.steps().skip(rows.start.saturating_sub(1)).map(str::to_owned);
        for (row, name) in rows.zip(first.into_iter().chain(names)) {
            if step(ui, &name, row, position).clicked() && row != position {
                out.push(Intent::GoToStep(row));
            }
        }
    });
}

/// What the map was before the first of the steps.
fn first_row(state: &State) -> String {
    match state.history.let_go() {
        0 => "As it was opened".to_owned(),
        count => format!("{} let go to save memory", counted(count, "older step", "older steps")),
    }
}

/// One row; those after the step at hand aren't on the map.
fn step(ui: &mut Ui, name: &str, row: usize, position: usize) -> egui::Response {
    let palette = palette(ui.ctx());
    let ink = if row > position { palette.second_ink } else { palette.ink };
    let text = RichText::new(name).color(color32(ink));
    let is_here = row == position;
    let size = Vec2::new(ui.available_width(), ROW);
    let layout = egui::Layout::left_to_right(Align::Center).with_main_justify(true);
    let button = Button::selectable(is_here, text).truncate().min_size(size);
    let response =
        ui.allocate_ui_with_layout(size, layout.with_main_align(Align::Min), |ui| ui.add(button));
    name_button(response.inner, name, Some(is_here))
}

#[cfg(test)]
mod tests {
    use super::super::harness::open;
    use super::*;
    use crate::edit::{Change, Command};
    use crate::ui::state::Dialog;
    use crate::ui::test_example::{example, japan};
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn any_step_can_be_gone_to() {
        let mut state = example();
        let id = japan();
        for name in ["One", "Two", "Three"] {
            let mut nation = state.map().nations().get(id).expect("a nation").clone();
            nation.notes = name.to_owned();
            let command = Command::Nation(id, Change::Replace(Box::new(nation)));
            state.history.perform(name, command).expect("it fits");
        }
        state.history.undo();
        let mut harness = open(state, Dialog::History);
        harness.get_by_label("As it was opened").click();
        harness.run_steps(2);
        harness.get_by_label("Three").click();
        harness.run_steps(2);
        let gone_to: Vec<usize> = harness.state().out.iter().filter_map(step_of).collect();
        assert_eq!(gone_to, [0, 3]);
    }

    fn step_of(intent: &Intent) -> Option<usize> {
        if let Intent::GoToStep(step) = intent { Some(*step) } else { None }
    }
}
