//! The tab of the layout: how the map is laid out, and how good that is.
//!
//! This module owns the choice of a layout and the numbers about it. It must not know how layouts are
//! computed: they run as a task that the app starts.

mod quality;

use egui::{RichText, Slider, Ui, vec2};

use super::empty_map;
use super::form::{advice, choice_row};
use crate::layout::Preset;
use crate::tasks::{LayoutKind, LayoutSettings};
use crate::ui::actions::Action;
use crate::ui::actions::labels::tooltip;
use crate::ui::actions::layout_names;
use crate::ui::intent::Intent;
use crate::ui::state::{LayoutState, State};
use crate::ui::theme::ROW;
use crate::ui::theme::widgets::{button, primary_button, second_ink};

/// The width of the number behind the slider.
const NUMBER: f32 = 56.0;

/// Shows the tab.
pub fn show(ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
    if state.map().nations().is_empty() {
        empty_map::show(ui, "Nothing to lay out");
        return;
    }
    ui.push_id("layout", |ui| {
        settings(ui, state.layout_settings, out);
        ui.add_space(8.0);
        run_or_stop(ui, state, out);
        quality::show(ui, state);
    });
}

fn settings(ui: &mut Ui, now: LayoutSettings, out: &mut Vec<Intent>) {
    let kinds = LayoutKind::ALL.map(|kind| (kind, layout_names::name(kind).to_owned()));
    if let Some(kind) = choice_row(ui, "Lay out", &now.kind, kinds) {
        out.push(Intent::UseLayout(LayoutSettings { kind, ..now }));
    }
    if now.kind == LayoutKind::Force {
        let aims = Preset::ALL.map(|preset| (preset, layout_names::aim(preset).to_owned()));
        if let Some(preset) = choice_row(ui, "Aim", &now.preset, aims) {
            out.push(Intent::UseLayout(LayoutSettings { preset, ..now }));
        }
    }
    advice(ui, &format!("{}.", meaning(now)));
    if now.kind == LayoutKind::Force {
        ui.add_space(4.0);
        rivals_slider(ui, now, out);
    }
}

/// What a layout is for.
fn meaning(settings: LayoutSettings) -> &'static str {
    match settings.kind {
        LayoutKind::Force => layout_names::meaning(settings.preset),
        kind => layout_names::layout_action(kind).entry().help,
    }
}

fn rivals_slider(ui: &mut Ui, now: LayoutSettings, out: &mut Vec<Intent>) {
    let label = ui.label(RichText::new("Keep rivals apart").color(second_ink(ui)));
    let mut percent = (now.apart * 100.0).round();
    ui.spacing_mut().slider_width = ui.available_width() - NUMBER;
    let slider = Slider::new(&mut percent, 0.0..=100.0).integer().suffix(" %");
    let response = ui.add_sized(vec2(ui.available_width(), ROW), slider).labelled_by(label.id);
    let words = "0 %: signs don't count; 100 %: rivals apart before all else";
    if response.on_hover_text(words).changed() {
        out.push(Intent::UseLayout(LayoutSettings { apart: percent / 100.0, ..now }));
    }
}

fn run_or_stop(ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
    let is_running = matches!(state.layout, LayoutState::Running { .. });
    let action = if is_running { Action::StopLayout } else { Action::RunLayout };
    // In a row the text is centred in its button, as in dialogs.
    let response = ui.horizontal(|ui| match action {
        Action::StopLayout => button(ui, "Stop"),
        _ => primary_button(ui, "Lay out"),
    });
    let response = response.inner;
    if response.on_hover_text(tooltip(ui.ctx(), action)).clicked() && action.is_enabled(state) {
        out.push(Intent::Act(action));
    }
}
