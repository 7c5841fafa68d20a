//! Arranging several nations and notes: a button for each way, and fields for an angle and a size.

use egui::{DragValue, Ui, vec2};

use crate::edit::Arrange;
use crate::ui::actions::Action;
use crate::ui::actions::arrange::{arrange_step, arrangeable};
use crate::ui::chrome::action_button;
use crate::ui::intent::Intent;
use crate::ui::panels::form::{row, section};
use crate::ui::state::State;
use crate::ui::theme::ROW;
use crate::ui::theme::widgets::button;

/// The buttons, in two rows.
const BUTTONS: [&[Action]; 2] = [
    &[
        Action::AlignLeft,
        Action::AlignCenter,
        Action::AlignRight,
        Action::AlignTop,
        Action::AlignMiddle,
        Action::AlignBottom,
        Action::DistributeHorizontally,
        Action::DistributeVertically,
    ],
    &[
        Action::MirrorLeftRight,
        Action::MirrorTopBottom,
        Action::TurnLeft,
        Action::TurnRight,
        Action::Spread,
        Action::DrawTogether,
    ],
];

/// The width of a field for a number.
const NUMBER: f32 = 88.0;

/// What is entered in the two fields.
#[derive(Debug)]
pub struct ArrangeInput {
    degrees: f32,
    percent: f32,
}

impl Default for ArrangeInput {
    fn default() -> Self {
        Self { degrees: 90.0, percent: 150.0 }
    }
}

/// Shows the buttons and fields if enough of the selected nations and notes have a place.
pub fn show(ui: &mut Ui, state: &State, input: &mut ArrangeInput, out: &mut Vec<Intent>) {
    if arrangeable(state) < 2 {
        return;
    }
    section(ui, "Arrange");
    for actions in BUTTONS {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for action in actions {
                action_button(ui, *action, state, out);
            }
        });
    }
    ui.add_space(4.0);
    let degrees = DragValue::new(&mut input.degrees).range(-360.0..=360.0).suffix("°");
    if number(ui, "Turn by", "Turn", degrees) {
        arrange(state, Arrange::Turn { degrees: input.degrees }, out);
    }
    let percent = DragValue::new(&mut input.percent).range(1.0..=1000.0).suffix(" %");
    if number(ui, "Spread to", "Spread", percent) {
        arrange(state, Arrange::Spread { factor: input.percent / 100.0 }, out);
    }
}

/// A row with a number and a button beside it; returns whether the button was pressed.
fn number(ui: &mut Ui, caption: &str, verb: &str, field: DragValue<'_>) -> bool {
    let mut is_pressed = false;
    row(ui, caption, |ui| {
        let field = ui.add_sized(vec2(NUMBER, ROW), field.max_decimals(1));
        is_pressed = button(ui, verb).clicked();
        field
    });
    is_pressed
}

fn arrange(state: &State, how: Arrange, out: &mut Vec<Intent>) {
    let step = arrange_step(state, how);
    out.extend(step.map(|(name, command)| Intent::Edit { name, command }));
}
