//! The zoom and its buttons, floating at the canvas' lower right.

use egui::{Align2, Area, Button, Id, Order, Rect, Ui, Vec2};

use super::action_button::action_button;
use crate::ui::actions::Action;
use crate::ui::actions::labels::tooltip;
use crate::ui::intent::Intent;
use crate::ui::state::State;
use crate::ui::theme::widgets::floating_frame;
use crate::ui::theme::widgets::name_button;
use crate::ui::theme::{PADDING, ROW};

/// The width of the percentage: room for `1000 %`.
const PERCENT_WIDTH: f32 = 56.0;

/// Shows the zoom at the lower right of a canvas; `zoom` is 1 at 100 %. Returns the area it takes.
pub fn show(ui: &mut Ui, canvas: Rect, zoom: f32, state: &State, out: &mut Vec<Intent>) -> Rect {
    Area::new(Id::new("zoom control"))
        .order(Order::Middle)
        .pivot(Align2::RIGHT_BOTTOM)
        .fixed_pos(canvas.max - Vec2::splat(PADDING))
        .constrain_to(canvas)
        .show(ui.ctx(), |ui| {
            floating_frame(ui).show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing = Vec2::splat(4.0);
                    action_button(ui, Action::ZoomOut, state, out);
                    percent_button(ui, zoom, out);
                    action_button(ui, Action::ZoomIn, state, out);
                    action_button(ui, Action::Fit, state, out);
                });
            });
        })
        .response
        .rect
}

fn percent_button(ui: &mut Ui, zoom: f32, out: &mut Vec<Intent>) {
    let text = percent(zoom);
    let button = Button::selectable(false, &text).min_size(Vec2::new(PERCENT_WIDTH, ROW));
    let response = name_button(ui.add(button), &format!("Zoom {text}"), None);
    if response.on_hover_text(tooltip(ui.ctx(), Action::ZoomReset)).clicked() {
        out.push(Intent::Act(Action::ZoomReset));
    }
}

/// A zoom in percent: whole numbers, with one decimal where that would be too coarse.
fn percent(zoom: f32) -> String {
    let percent = zoom * 100.0;
    if percent < 9.95 { format!("{percent:.1} %") } else { format!("{percent:.0} %") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::test_example::{example, window};
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn percents_are_short() {
        let cases = [(1.0, "100 %"), (0.333, "33 %"), (0.0125, "1.2 %"), (0.099, "9.9 %")];
        for (zoom, text) in cases {
            assert_eq!(percent(zoom), text);
        }
    }

    #[test]
    fn its_buttons_zoom() {
        let state = example();
        let mut harness = window(Vec::new(), |ui, out| {
            show(ui, ui.max_rect(), 0.5, &state, out);
        });
        for (label, action) in [
            ("Zoom out", Action::ZoomOut),
            ("Zoom 50 %", Action::ZoomReset),
            ("Zoom in", Action::ZoomIn),
            ("Fit map", Action::Fit),
        ] {
            harness.state_mut().clear();
            harness.get_by_label(label).click();
            harness.run();
            assert!(matches!(harness.state()[..], [Intent::Act(done)] if done == action));
        }
    }
}
