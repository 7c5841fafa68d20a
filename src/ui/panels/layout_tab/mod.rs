//! How the map is laid out, and how good that is.

use egui::{Align, Label, Layout, RichText, Slider, Ui, vec2};

use super::form;
use crate::layout::{Preset, Quality};
use crate::tasks::{LayoutKind, LayoutSettings};
use crate::ui::actions::Action;
use crate::ui::actions::labels::tooltip;
use crate::ui::actions::layout_names;
use crate::ui::intent::Intent;
use crate::ui::state::{LayoutState, State};
use crate::ui::theme::ROW;
use crate::ui::theme::widgets::{button, primary_button, second_ink};

pub(super) fn show(ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
    if state.map().nations().is_empty() {
        form::section(ui, "Nothing to lay out");
        form::advice(ui, "Double click the background to add a nation, or press N.");
        return;
    }
    ui.push_id("layout", |ui| {
        settings(ui, state.layout_settings, out);
        ui.add_space(8.0);
        run(ui, state, out);
        quality(ui, state);
    });
}

fn settings(ui: &mut Ui, now: LayoutSettings, out: &mut Vec<Intent>) {
    let kinds = LayoutKind::ALL.map(|kind| (kind, layout_names::name(kind).to_owned()));
    if let Some(kind) = form::choice(ui, "Lay out", &now.kind, kinds) {
        out.push(Intent::UseLayout(LayoutSettings { kind, ..now }));
    }
    if now.kind == LayoutKind::Force {
        let aims = Preset::ALL.map(|preset| (preset, layout_names::aim(preset).to_owned()));
        if let Some(preset) = form::choice(ui, "Aim", &now.preset, aims) {
            out.push(Intent::UseLayout(LayoutSettings { preset, ..now }));
        }
    }
    form::advice(ui, &format!("{}.", meaning(now)));
    if now.kind == LayoutKind::Force {
        ui.add_space(4.0);
        rivals(ui, now, out);
    }
}

/// What a layout is for.
fn meaning(settings: LayoutSettings) -> &'static str {
    match settings.kind {
        LayoutKind::Force => layout_names::meaning(settings.preset),
        kind => layout_names::layout_action(kind).entry().help,
    }
}

fn rivals(ui: &mut Ui, now: LayoutSettings, out: &mut Vec<Intent>) {
    /// The room for the number behind the slider.
    const NUMBER: f32 = 56.0;
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

fn run(ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
    let is_running = matches!(state.layout, LayoutState::Running { .. });
    let action = if is_running { Action::StopLayout } else { Action::RunLayout };
    // In a row, as in dialogs, the words stand in the middle of their button.
    let response = ui.horizontal(|ui| match action {
        Action::StopLayout => button(ui, "Stop"),
        _ => primary_button(ui, "Lay out"),
    });
    let response = response.inner;
    if response.on_hover_text(tooltip(ui.ctx(), action)).clicked() && action.is_enabled(state) {
        out.push(Intent::Act(action));
    }
}

fn quality(ui: &mut Ui, state: &State) {
    form::section(ui, "Quality");
    let Some((revision, quality)) = state.quality else {
        form::advice(ui, "Measuring…");
        return;
    };
    let is_stale = revision != state.history.revision();
    for (name, value, meaning) in numbers(quality) {
        number(ui, name, &value, meaning, is_stale);
    }
}

/// Each number with what it means and which way is better.
fn numbers(quality: Quality) -> [(&'static str, String, &'static str); 5] {
    let counted =
        |count: Option<u64>| count.map_or_else(|| "too many to count".to_owned(), grouped);
    let through = quality.ties_through_boxes.map(|count| count as u64);
    [
        (
            "Stress",
            format!("{:.3}", quality.stress),
            "How far drawn distances are from the ways along ties; less is better, 0 is exact",
        ),
        (
            "Neighbours kept",
            format!("{:.0} %", quality.neighbourhood * 100.0),
            "How many of the nations nearest to each have a tie with it; more is better",
        ),
        (
            "Crossings",
            counted(quality.crossings),
            "How many pairs of ties cross, taken as straight; fewer is better",
        ),
        (
            "Overlaps",
            grouped(quality.overlaps as u64),
            "How many pairs of nations lie on each other, with their names; fewer is better",
        ),
        (
            "Ties through names",
            counted(through),
            "How often a tie runs through another nation or its name; fewer is better",
        ),
    ]
}

/// A number with a thin space between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

/// A row with a name at the left and a number at the right, in second ink while it is stale.
fn number(ui: &mut Ui, name: &str, value: &str, meaning: &str, is_stale: bool) {
    let second = second_ink(ui);
    let row = ui.horizontal(|ui| {
        ui.set_min_height(ROW);
        let caption = ui.add(Label::new(RichText::new(name).color(second)).selectable(false));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let text = RichText::new(value).text_style(crate::ui::theme::value_style());
            let text = if is_stale { text.color(second) } else { text };
            ui.add(Label::new(text).selectable(false)).labelled_by(caption.id)
        })
        .inner
        .union(caption)
    });
    row.inner.union(row.response).on_hover_text(meaning);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_234_567), "1\u{202f}234\u{202f}567");
    }
}
