//! How to begin, in the middle of the canvas of an empty map.

use egui::{Align2, Area, Id, Label, Order, Rect, RichText, Ui, Vec2};

use crate::ui::actions::Action;
use crate::ui::actions::labels::shortcut_text;
use crate::ui::intent::Intent;
use crate::ui::theme::widgets::{button, caption, primary_button};
use crate::ui::theme::{semibold_id, size};

/// The width of what is said, in logical pixels.
const WIDTH: f32 = 340.0;
/// A line as it may be written.
const EXAMPLE: &str = "Write it as in a mail, for example “Poland, Hungary in Warsaw Pact since 1955” or \
                       “Japan – China: concern”.";

/// Offers the first steps, the quickest first.
pub fn show(ui: &Ui, canvas: Rect, out: &mut Vec<Intent>) {
    Area::new(Id::new("first steps"))
        .order(Order::Middle)
        .pivot(Align2::CENTER_CENTER)
        .fixed_pos(canvas.center())
        .constrain_to(canvas)
        .show(ui.ctx(), |ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing = Vec2::new(8.0, 8.0);
            ui.vertical_centered(|ui| {
                ui.label(RichText::new("An empty map").font(semibold_id(size::SECTION)));
                let keys = shortcut_text(ui.ctx(), Action::QuickEntry);
                if primary_button(ui, &format!("Quick entry  {keys}")).clicked() {
                    out.push(Intent::Act(Action::QuickEntry));
                }
                ui.add(Label::new(caption(ui, EXAMPLE)).wrap().selectable(false));
                ui.add_space(8.0);
                for action in [Action::AddNation, Action::Open] {
                    let keys = shortcut_text(ui.ctx(), action);
                    if button(ui, &format!("{}  {keys}", action.entry().name)).clicked() {
                        out.push(Intent::Act(action));
                    }
                }
                let more = "A double click adds a nation, too. File › Samples has maps to look at.";
                ui.add(Label::new(caption(ui, more)).wrap().selectable(false));
            });
        });
}
