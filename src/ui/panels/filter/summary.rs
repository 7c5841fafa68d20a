//! Whether the filter is used, what comes of it, and what happens to what doesn't pass.

use egui::{Align, Checkbox, Layout, Ui, vec2};

use crate::edit;
use crate::model::{Filter, Map, Others};
use crate::ui::actions::Action;
use crate::ui::actions::labels::tooltip;
use crate::ui::intent::Intent;
use crate::ui::panels::form::{MapFilter, RecordForm, advice, choice_row};
use crate::ui::state::State;
use crate::ui::theme::widgets::button;

/// The height of the sentence, so that nothing moves when it changes.
const SENTENCE: f32 = 20.0;

/// Shows the switch, the sentence, and the choice for what doesn't pass.
pub fn show(ui: &mut Ui, state: &State, form: &mut RecordForm<'_, MapFilter>) {
    let filter = form.editor.record;
    ui.add_enabled_ui(filter.has_conditions(), |ui| switch_and_clear(ui, state.map(), form.out));
    ui.allocate_ui(vec2(ui.available_width(), SENTENCE), |ui| {
        ui.set_min_size(vec2(ui.available_width(), SENTENCE));
        advice(ui, &outcome(state));
    });
    let others = Others::ALL.map(|others| (others, others.name().to_owned()));
    if let Some(others) = choice_row(ui, "Others are", &filter.others, others) {
        let name = format!("Have others {}", others.name());
        let command = form.editor.command(|filter| filter.others = others);
        form.out.push(Intent::Edit { name, command });
    }
}

fn switch_and_clear(ui: &mut Ui, map: &Map, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        let mut is_on = !map.filter().is_off;
        let response = ui.add(Checkbox::new(&mut is_on, "Use filter"));
        if response.on_hover_text(tooltip(ui.ctx(), Action::ToggleFilter)).changed() {
            out.push(Intent::Act(Action::ToggleFilter));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if button(ui, "Clear filter").clicked() {
                let clear = |filter: &mut Filter| {
                    let extra = std::mem::take(&mut filter.extra);
                    *filter = Filter { extra, ..Filter::default() };
                };
                let command = edit::change_filter(map, clear);
                out.push(Intent::Edit { name: "Clear filter".to_owned(), command });
            }
        });
    });
}

/// What comes of the filter, in a sentence.
fn outcome(state: &State) -> String {
    let (map, passing) = (state.map(), state.visible.passing());
    if !map.filter().has_conditions() {
        return "All is shown. Choose below what shall be.".to_owned();
    }
    if map.filter().is_off {
        return "It is switched off: all is shown.".to_owned();
    }
    format!(
        "{} of {} nations and {} of {} ties pass.",
        passing.nations,
        map.nations().len(),
        passing.ties,
        map.ties().len()
    )
}
