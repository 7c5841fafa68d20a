//! The bar at the bottom: what the map holds and what is selected, what the layout does, and when the
//! map was saved.

use egui::{Align, Button, Frame, Id, Label, Layout, Margin, Panel, RichText, Ui, Vec2};
use egui_phosphor::regular as icon;

use crate::model::{Map, Nation, NationType};
use crate::scene::{LeftOut, LeftOutTies};
use crate::ui::actions::Action;
use crate::ui::actions::labels::tooltip;
use crate::ui::intent::{Exchange, Intent};
use crate::ui::state::{Dialog, LayoutState, State, counted};
use crate::ui::theme::widgets::name_button;
use crate::ui::theme::{PADDING, STATUS_BAR, color32, palette, size};

/// Shows the bar along the lower edge, with the labels for which the canvas has no room, and the ties that the
/// look leaves out.
pub fn show(
    ui: &mut Ui,
    state: &State,
    (left_out, left_out_ties): (LeftOut, LeftOutTies),
    out: &mut Vec<Intent>,
) {
    let second = color32(palette(ui.ctx()).second_ink);
    Panel::bottom(Id::new("status bar"))
        .exact_size(STATUS_BAR)
        .resizable(false)
        .frame(
            Frame::new()
                .fill(ui.visuals().panel_fill)
                .inner_margin(Margin::symmetric(PADDING as i8, 0)),
        )
        .show(ui, |ui| {
            ui.visuals_mut().override_text_color = Some(second);
            ui.spacing_mut().interact_size.y = STATUS_BAR - 4.0;
            ui.spacing_mut().button_padding = Vec2::new(4.0, 0.0);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                text(ui, &right_text(state));
                if let Some(why) = &state.unsafe_because {
                    let words = format!("{} not kept safe", icon::WARNING);
                    text(ui, &words).on_hover_text(why);
                }
                if matches!(state.layout, LayoutState::Running { .. }) {
                    let stop = small_button(ui, icon::STOP, "Stop", "Stop layout");
                    let stop = stop.on_hover_text(tooltip(ui.ctx(), Action::StopLayout));
                    if stop.clicked() {
                        out.push(Intent::Act(Action::StopLayout));
                    }
                }
                if let Some((name, done)) = &state.reading {
                    reading(ui, name, *done, out);
                }
                if state.report.count() > 0 {
                    report_button(ui, state.report.count(), out);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    text(ui, &left_text(state));
                    if let Some(words) = left_out_ties.words() {
                        let why = "The look leaves them out: see Ties in the tab Look. The pointer \
                                   on a nation shows its own.";
                        text(ui, &format!("· {words}")).on_hover_text(why);
                    }
                    if let Some(words) = left_out_text(left_out) {
                        let why = "There is no room for them at this zoom: zoom in to see more.";
                        text(ui, &format!("· {words}")).on_hover_text(why);
                    }
                });
            });
        });
}

fn text(ui: &mut Ui, text: &str) -> egui::Response {
    let label = RichText::new(text).size(size::CAPTION);
    ui.add(Label::new(label).truncate().selectable(false))
}

/// How many labels are left out on the canvas: `3 names and 12 tie labels left out`.
fn left_out_text(left_out: LeftOut) -> Option<String> {
    let part = |count, one, many| (count > 0).then(|| counted(count, one, many));
    let parts = [
        part(left_out.names + left_out.blocs, "name", "names"),
        part(left_out.tie_labels, "tie label", "tie labels"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("{} left out", parts.join(" and ")))
}

fn small_button(ui: &mut Ui, icon: &str, text: &str, name: &str) -> egui::Response {
    let ink = color32(palette(ui.ctx()).ink);
    let text = RichText::new(format!("{icon} {text}")).size(size::CAPTION).color(ink);
    let button = Button::new(text).corner_radius(4);
    name_button(ui.add(button), name, None)
}

/// How far reading has come, and giving it up.
fn reading(ui: &mut Ui, name: &str, done: f32, out: &mut Vec<Intent>) {
    let stop = small_button(ui, icon::STOP, "Cancel", "Cancel reading");
    if stop.on_hover_text("Give up reading; the map stays as it is").clicked() {
        out.push(Intent::Exchange(Exchange::GiveUpReading));
    }
    text(ui, &format!("reading {name}… {:.0} %", done * 100.0));
}

fn report_button(ui: &mut Ui, count: usize, out: &mut Vec<Intent>) {
    let words = match count {
        1 => "1 remark on what was read".to_owned(),
        _ => format!("{count} remarks on what was read"),
    };
    let button = small_button(ui, icon::WARNING, &words, &words);
    if button.on_hover_text("Show the report: what was repaired or left out, and where").clicked() {
        out.push(Intent::OpenDialog(Dialog::Report));
    }
}

/// What the map holds and what is selected: `15 nations · 25 ties · Japan selected`, or `9 of 15
/// nations` where some are hidden.
fn left_text(state: &State) -> String {
    let map = state.map();
    let shown = state.shown_map();
    let of = |shown: usize, all: usize, one, many| match shown == all {
        true => counted(all, one, many),
        false => format!("{shown} of {}", counted(all, one, many)),
    };
    let nations = |map: &Map, organisations: bool| {
        let is_one = |nation: &Nation| nation.nation_type == NationType::Organisation;
        map.nations().iter().filter(|(_, nation)| is_one(nation) == organisations).count()
    };
    let mut first = of(nations(shown, false), nations(map, false), "nation", "nations");
    let organisations = nations(map, true);
    if organisations > 0 {
        let words = of(nations(shown, true), organisations, "organisation", "organisations");
        first = format!("{first}, {words}");
    }
    let mut parts = vec![first, of(shown.ties().len(), map.ties().len(), "tie", "ties")];
    match state.only_selected() {
        Some(only) => parts.push(format!("{} selected", state.name_of(only))),
        None if state.selection.is_empty() => {}
        None => parts.push(format!("{} selected", state.selection.len())),
    }
    parts.join(" · ")
}

/// What the layout does and when the map was saved: `layout settled · saved 10:42`.
fn right_text(state: &State) -> String {
    let layout = match state.layout {
        LayoutState::Settled => "layout settled".to_owned(),
        LayoutState::Running { progress } => {
            format!("laying out… {:.0} %", progress.clamp(0.0, 1.0) * 100.0)
        }
    };
    let saved = match (&state.saved_at, state.history.is_unsaved() || state.path.is_none()) {
        (Some(at), false) => format!("saved {at}"),
        (Some(at), true) => format!("changed since {at}"),
        (None, true) if state.path.is_some() => "changed, not saved".to_owned(),
        (None, true) => "not saved yet".to_owned(),
        (None, false) => "saved".to_owned(),
    };
    format!("{layout} · {saved}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Command, Target};
    use crate::model::Heading;
    use crate::ui::state::Report;
    use crate::ui::test_example::{example, japan, pact, window};
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn the_left_counts_and_names_the_selection() {
        let mut state = example();
        assert_eq!(left_text(&state), "3 nations · 3 ties");
        state.selection.insert(Target::Nation(japan()));
        assert_eq!(left_text(&state), "3 nations · 3 ties · Japan selected");
        state.selection.insert(Target::Tie(pact()));
        assert_eq!(left_text(&state), "3 nations · 3 ties · 2 selected");
        state.selection.remove(&Target::Nation(japan()));
        assert!(left_text(&state).ends_with("Japan – New Zealand selected"));
    }

    #[test]
    fn labels_without_room_are_counted() {
        assert_eq!(left_out_text(LeftOut::default()), None);
        let left_out = LeftOut { names: 1, tie_labels: 12, blocs: 0 };
        assert_eq!(left_out_text(left_out).as_deref(), Some("1 name and 12 tie labels left out"));
    }

    fn edit_notes(state: &mut State) {
        let heading = Heading { notes: "New".to_owned(), ..state.map().heading().clone() };
        state.history.perform("Edit notes", Command::Heading(Box::new(heading))).expect("it fits");
    }

    #[test]
    fn the_right_says_how_far_layout_and_saving_are() {
        let mut state = example();
        assert_eq!(right_text(&state), "layout settled · not saved yet");
        state.path = Some("/maps/a.entente.json".into());
        state.saved_at = Some("10:42".to_owned());
        assert_eq!(right_text(&state), "layout settled · saved 10:42");
        edit_notes(&mut state);
        assert_eq!(right_text(&state), "layout settled · changed since 10:42");
        state.saved_at = None;
        assert_eq!(right_text(&state), "layout settled · changed, not saved");
        state.history.undo();
        state.saved_at = Some("10:42".to_owned());
        state.layout = LayoutState::Running { progress: 0.4 };
        assert_eq!(right_text(&state), "laying out… 40 % · saved 10:42");
    }

    #[test]
    fn problems_and_a_running_layout_have_buttons() {
        let mut state = example();
        state.report = Report::of_problems(vec!["one".to_owned(), "two".to_owned()]);
        state.reading = Some(("“ties.csv”".to_owned(), 0.25));
        state.layout = LayoutState::Running { progress: 0.4 };
        let mut harness = window(Vec::new(), |ui, out| show(ui, &state, Default::default(), out));
        harness.get_by_label("2 remarks on what was read").click();
        harness.get_by_label("reading “ties.csv”… 25 %");
        harness.get_by_label("Cancel reading").click();
        harness.get_by_label("Stop layout").click();
        harness.run();
        assert!(matches!(
            harness.state()[..],
            [
                Intent::OpenDialog(Dialog::Report),
                Intent::Exchange(Exchange::GiveUpReading),
                Intent::Act(Action::StopLayout)
            ]
        ));
    }
}
