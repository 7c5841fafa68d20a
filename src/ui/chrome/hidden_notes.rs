//! Notes that part of the map is hidden or dimmed, floating at the canvas' upper edge, with buttons to
//! show it again.

use std::collections::BTreeSet;

use egui::{Align2, Area, Button, Id, Label, Order, Rect, RichText, Ui, Vec2, pos2};
use egui_phosphor::regular as icon;

use super::action_button::action_button;
use crate::analysis::Focus;
use crate::edit::Target;
use crate::model::Others;
use crate::ui::actions::Action;
use crate::ui::actions::labels::tooltip;
use crate::ui::intent::Intent;
use crate::ui::state::visible_part::Totals;
use crate::ui::state::{State, count_in_words};
use crate::ui::theme::widgets::floating_frame;
use crate::ui::theme::widgets::{name_button, second_ink};
use crate::ui::theme::{PADDING, ROW, size};

/// The greatest width of a text, in logical pixels.
const TEXT_WIDTH: f32 = 420.0;
/// The width assumed for the notes before they have been shown, in logical pixels.
const USUAL_WIDTH: f32 = 360.0;
/// The distance that the notes keep from the title.
const GAP: f32 = 12.0;

/// Shows a note each for the filter, the focus and what is hidden by hand, where there is one: centred
/// beside the title, or below it where the title is too long. `heading` is the area of the title.
/// Returns the area of the notes, if there are any.
pub fn show(
    ui: &Ui,
    canvas: Rect,
    heading: Rect,
    state: &State,
    out: &mut Vec<Intent>,
) -> Option<Rect> {
    let view = state.visible.view();
    if state.map().filter().is_idle() && view.is_idle() {
        return None;
    }
    let id = Id::new("hidden notes");
    let before = ui.ctx().memory(|memory| memory.area_rect(id));
    let width = before.map_or(USUAL_WIDTH, |rect| rect.width());
    let fits_beside = heading.right() + GAP < canvas.center().x - width / 2.0;
    let top = canvas.top() + PADDING;
    let top = if fits_beside { top } else { top.max(heading.bottom() + GAP) };
    let area = Area::new(id)
        .order(Order::Middle)
        .pivot(Align2::CENTER_TOP)
        .fixed_pos(pos2(canvas.center().x, top))
        .constrain_to(canvas)
        .show(ui.ctx(), |ui| {
            floating_frame(ui).show(ui, |ui| {
                ui.spacing_mut().item_spacing = Vec2::splat(4.0);
                filter(ui, state, out);
                if let Some(focus) = &view.focus {
                    note(ui, icon::CROSSHAIR_SIMPLE, &focus_text(state, focus), |ui| {
                        action_button(ui, Action::NarrowFocus, state, out);
                        action_button(ui, Action::WidenFocus, state, out);
                        text_button(ui, "Show all", Action::ShowAll, out);
                    });
                }
                let hidden =
                    Totals { nations: view.hidden_nations.len(), ties: view.hidden_ties.len() };
                if hidden != Totals::default() {
                    note(ui, icon::EYE_SLASH, &format!("{} hidden", counted(hidden)), |ui| {
                        text_button(ui, "Show all", Action::ShowAll, out);
                    });
                }
            });
        });
    Some(area.response.rect)
}

fn filter(ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
    if state.map().filter().is_idle() {
        return;
    }
    note(ui, icon::FUNNEL, &filter_text(state), |ui| {
        text_button(ui, "Edit", Action::ShowFilter, out);
        text_button(ui, "Off", Action::ToggleFilter, out);
    });
}

/// A row with an icon, a text and buttons.
fn note(ui: &mut Ui, icon: &str, text: &str, buttons: impl FnOnce(&mut Ui)) {
    // As high as buttons with icons, so that text and buttons stand on one line.
    ui.spacing_mut().interact_size.y = ROW + 4.0;
    ui.horizontal(|ui| {
        ui.add_space(4.0);
        let icon = RichText::new(icon).size(16.0).color(second_ink(ui));
        ui.add(Label::new(icon).selectable(false));
        ui.scope(|ui| {
            ui.set_max_width(TEXT_WIDTH);
            let words = RichText::new(text).size(size::TEXT);
            ui.add(Label::new(words).truncate().selectable(false));
        });
        ui.add_space(4.0);
        buttons(ui);
    });
}

fn text_button(ui: &mut Ui, text: &str, action: Action, out: &mut Vec<Intent>) {
    let button = Button::new(RichText::new(text).size(size::TEXT)).min_size(Vec2::new(0.0, ROW));
    let name = if action == Action::ShowAll { text } else { action_name(action) };
    let response = name_button(ui.add(button), name, None);
    if response.on_hover_text(tooltip(ui.ctx(), action)).clicked() {
        out.push(Intent::Act(action));
    }
}

/// What a button of one word does, for assistive technology, which doesn't know where it stands.
const fn action_name(action: Action) -> &'static str {
    match action {
        Action::ToggleFilter => "Switch filter off",
        _ => "Edit filter",
    }
}

/// `Filter: 12 of 40 nations, 20 of 60 ties`, or how many it dims.
fn filter_text(state: &State) -> String {
    let (map, passing) = (state.map(), state.visible.passing());
    let all = Totals { nations: map.nations().len(), ties: map.ties().len() };
    match map.filter().others {
        Others::Hidden => format!(
            "Filter: {} of {} nations, {} of {} ties",
            passing.nations, all.nations, passing.ties, all.ties
        ),
        Others::Dimmed => {
            let dimmed = Totals {
                nations: all.nations.saturating_sub(passing.nations),
                ties: all.ties.saturating_sub(passing.ties),
            };
            format!("Filter: {} dimmed", counted(dimmed))
        }
    }
}

/// `Focus: Japan and 1 step around it, 9 of 40 nations`.
fn focus_text(state: &State, focus: &Focus) -> String {
    let nations = focus.nations.iter().copied().map(Target::Nation);
    let targets: BTreeSet<Target> =
        nations.chain(focus.ties.iter().copied().map(Target::Tie)).collect();
    let what = state.in_words(&targets);
    let it = if targets.len() == 1 { "it" } else { "them" };
    let around = match focus.steps {
        0 => "alone".to_owned(),
        1 => format!("and 1 step around {it}"),
        steps => format!("and {steps} steps around {it}"),
    };
    let (shown, all) = (state.visible.shown().nations, state.map().nations().len());
    format!("Focus: {what} {around}, {shown} of {all} nations")
}

/// `3 nations and 1 tie`, or `nothing`.
fn counted(totals: Totals) -> String {
    if totals == Totals::default() {
        return "nothing".to_owned();
    }
    count_in_words(totals.nations, totals.ties)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::change_filter;
    use crate::ui::test_example::{example, japan, window};
    use egui_kittest::kittest::Queryable as _;

    fn set_filter(state: &mut State, others: Others) {
        let command = change_filter(state.map(), |filter| {
            filter.tags.insert("Pacific".to_owned());
            filter.others = others;
        });
        state.history.perform("Filter", command).expect("it fits");
        state.update_visible_part();
    }

    fn focus(steps: u32) -> Focus {
        Focus { nations: [japan()].into(), steps, ..Focus::default() }
    }

    #[test]
    fn each_says_what_is_hidden() {
        let mut state = example();
        set_filter(&mut state, Others::Hidden);
        assert_eq!(filter_text(&state), "Filter: 2 of 3 nations, 1 of 3 ties");
        assert_eq!(focus_text(&state, &focus(0)), "Focus: Japan alone, 2 of 3 nations");
        let text = focus_text(&state, &focus(2));
        assert_eq!(text, "Focus: Japan and 2 steps around it, 2 of 3 nations");
        set_filter(&mut state, Others::Dimmed);
        assert_eq!(filter_text(&state), "Filter: 1 nation and 2 ties dimmed");
    }

    #[test]
    fn its_buttons_lead_back() {
        let mut state = example();
        set_filter(&mut state, Others::Hidden);
        state.visible.change_view(|view| view.focus = Some(focus(1)));
        state.update_visible_part();
        let rect = |ui: &Ui| ui.max_rect();
        let mut harness = window(Vec::new(), |ui, out| {
            let canvas = rect(ui);
            let _ = show(ui, canvas, Rect::from_min_size(canvas.min, Vec2::ZERO), &state, out);
        });
        for (name, action) in [
            ("Edit filter", Action::ShowFilter),
            ("Switch filter off", Action::ToggleFilter),
            ("Narrow focus", Action::NarrowFocus),
            ("Widen focus", Action::WidenFocus),
            ("Show all", Action::ShowAll),
        ] {
            harness.state_mut().clear();
            harness.get_by_label(name).click();
            harness.run();
            assert!(matches!(harness.state()[..], [Intent::Act(done)] if done == action), "{name}");
        }
    }

    #[test]
    fn where_all_is_shown_nothing_is_said() {
        let mut state = example();
        state.update_visible_part();
        let harness = window(Vec::<Intent>::new(), |ui, out| {
            assert_eq!(show(ui, ui.max_rect(), ui.max_rect(), &state, out), None);
        });
        assert!(harness.query_by_label_contains("hidden").is_none());
    }
}
