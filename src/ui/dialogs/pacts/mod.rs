//! Pacts of many that the map holds as ties between every two: which are found, what they are called, and which become
//! organisations.
//!
//! Everything has its fixed place: nothing jumps when what is looked for is found, or when another group is looked at.

mod details;
mod form;
mod list;

use std::collections::BTreeSet;

use egui::{Context, Key, Label, Modifiers, RichText, Ui, Vec2};

use super::dialog_frame::{buttons, dialog_beside_map, scroll_height};
use super::first_focus::FirstFocus;
use crate::ui::intent::{Intent, PactsRequest};
use crate::ui::state::State;
use crate::ui::theme::widgets::{button, primary_button, second_ink};
pub use form::PactsForm;

const WIDTH: f32 = 264.0;
/// The height of title, introduction, summary and buttons, and of the window's bars, which stay in view.
const OTHER: f32 = 228.0;
/// The part of the rest that the list takes.
const LIST_PART: f32 = 0.6;
/// The height of the summary: three lines.
const SUMMARY: f32 = 52.0;

/// Shows the dialog.
pub fn show(
    ctx: &Context,
    state: &State,
    form: &mut PactsForm,
    focus: &mut FirstFocus,
    out: &mut Vec<Intent>,
) {
    let dismissed = dialog_beside_map(ctx, "Find pacts of many", WIDTH, |ui| {
        let text =
            "Nations of which each two are tied alike. An organisation with members says the same.";
        ui.add(Label::new(RichText::new(text).color(second_ink(ui))).wrap().selectable(false));
        ui.add_space(8.0);
        let height = scroll_height(ui, OTHER).min(640.0);
        let list = fixed(ui, height * LIST_PART, |ui| list::show(ui, form, focus));
        fixed(ui, height * (1.0 - LIST_PART), |ui| details::show(ui, state.map(), form));
        fixed(ui, SUMMARY, |ui| summary(ui, form));
        tell_map(form, list.pointed_at, out);
        let can_make = form.accepted().is_some() && !form.is_making();
        let takes_enter =
            list.has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        buttons(ui, |ui| {
            let make = |ui: &mut Ui| primary_button(ui, "Make organisations");
            let is_pressed = ui.add_enabled_ui(can_make, make).inner.clicked();
            if can_make && (is_pressed || takes_enter) {
                out.push(Intent::Pacts(PactsRequest::Make));
            }
            if button(ui, "Close").clicked() {
                out.push(Intent::CloseDialog);
            }
        });
    });
    if dismissed {
        out.push(Intent::CloseDialog);
    }
}

/// Shows something in an area of a height that doesn't depend on it.
fn fixed<R>(ui: &mut Ui, height: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let size = Vec2::new(ui.available_width(), height);
    let (area, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(area));
    child.shrink_clip_rect(area.expand(2.0));
    content(&mut child)
}

/// Has the members of the group that is pointed at, or else of the one at hand, stand out on the map.
fn tell_map(form: &mut PactsForm, pointed_at: Option<usize>, out: &mut Vec<Intent>) {
    let Some(Ok(found)) = &form.found else { return };
    let of = pointed_at.or_else(|| found.proposal(form.row).map(|(at, _)| at));
    if of != form.told {
        let targets = of.map_or_else(BTreeSet::new, |at| found.targets(at));
        form.told = of;
        out.push(Intent::Pacts(PactsRequest::Show(targets)));
    }
}

/// What those that are ticked do.
fn summary(ui: &mut Ui, form: &PactsForm) {
    let words = match &form.found {
        None | Some(Err(_)) => String::new(),
        Some(Ok(_)) if form.is_making() => "Making organisations…".to_owned(),
        Some(Ok(found)) if found.condensation.proposals.is_empty() => String::new(),
        Some(Ok(found)) if found.ticked.is_empty() => {
            "Tick a group to make an organisation of it.".to_owned()
        }
        Some(Ok(found)) => {
            let becomes = found.outcome.in_words();
            match found.outcome.claimed {
                0 => format!("{becomes}. Nothing is lost."),
                1 => format!("{becomes}. 1 of the ties between members is claimed."),
                many => format!("{becomes}. {many} of the ties between members are claimed."),
            }
        }
    };
    ui.add_space(4.0);
    ui.add(Label::new(words).wrap().selectable(false));
}

#[cfg(test)]
mod tests {
    use super::super::harness::{Shown, open};
    use super::*;
    use crate::analysis::pacts::condensation;
    use crate::edit::{History, Target, add_nations, add_ties, apply};
    use crate::model::{End, KindId, Map, Nation};
    use crate::ui::Settings;
    use crate::ui::state::Dialog;
    use egui::accesskit::Role;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    /// Groups of so many nations, of which each two are allied, but for the last two where one is missing.
    fn groups(sizes: &[usize], is_one_missing: bool) -> Map {
        let mut map = Map::empty();
        let nation = |at| Nation { name: format!("Nation {at}"), ..Nation::default() };
        let count = sizes.iter().sum();
        let (ids, command) = add_nations(&map, (0..count).map(nation).collect());
        apply(&mut map, command).expect("they fit");
        let (mut ties, mut first) = (Vec::new(), 0);
        for size in sizes {
            let members = &ids[first..first + size];
            first += size;
            for (at, from) in members.iter().enumerate() {
                let others = members[at + 1..].iter();
                ties.extend(others.map(|to| (*from, End::Nation(*to), KindId(1))));
            }
        }
        ties.truncate(ties.len() - usize::from(is_one_missing));
        let (_, command) = add_ties(&map, &ties);
        apply(&mut map, command).expect("they fit");
        map
    }

    fn opened<'a>(map: Map) -> Harness<'a, Shown> {
        let state = State::new(History::of_saved(map), None, Settings::default());
        open(state, Dialog::FindPacts)
    }

    fn find(harness: &mut Harness<'_, Shown>) {
        let shown = harness.state_mut();
        let map = shown.state.map().clone();
        let found = condensation(&map).map_err(|why| why.to_string());
        shown.memory.pacts.set_found(&map, found);
        harness.run_steps(2);
    }

    fn makes(harness: &Harness<'_, Shown>) -> usize {
        harness
            .state()
            .out
            .iter()
            .filter(|own| matches!(own, Intent::Pacts(PactsRequest::Make)))
            .count()
    }

    #[test]
    fn nothing_jumps_when_groups_are_found() {
        let mut harness = opened(groups(&[5, 6], false));
        let places = |harness: &Harness<'_, Shown>| {
            ["Close", "Make organisations"].map(|name| harness.get_by_label(name).rect())
        };
        let before = places(&harness);
        harness.get_by_label("Looking for groups of nations…");
        harness.get_by_label("Make organisations").click();
        harness.run_steps(2);
        assert_eq!(makes(&harness), 0, "there is nothing to make yet");
        find(&mut harness);
        assert_eq!(places(&harness), before);
        harness.get_by_label("25 ties become 2 organisations. Nothing is lost.");
        harness.get_by_label("Make organisations").click();
        harness.run_steps(2);
        assert_eq!(makes(&harness), 1);
    }

    #[test]
    fn what_claims_ties_is_not_ticked_and_names_each_pair() {
        let mut harness = opened(groups(&[8], true));
        find(&mut harness);
        harness.get_by_label("27 ties become 1 organisation and 6 ties. Nothing is lost.");
        let wide = "Alliance of 8 around Nation 0: 8 members, 27 ties, claims 1";
        harness.get_by_label(wide).click();
        harness.run_steps(2);
        harness.get_by_label("Claims 1 pair, not tied on the map");
        harness.get_by_label("Nation 6 – Nation 7");
        harness.get_by_label("In place of Alliance of 7 around Nation 0");
        let name = "Make Alliance of 8 around Nation 0";
        harness.get_by_role_and_label(Role::CheckBox, name).click();
        harness.run_steps(2);
        let words = "27 ties become 1 organisation. 1 of the ties between members is claimed.";
        harness.get_by_label(words);
    }

    #[test]
    fn the_group_at_hand_or_under_the_pointer_stands_out() {
        let mut harness = opened(groups(&[5, 6], false));
        find(&mut harness);
        let row = "Alliance of 5 around Nation 0: 5 members, 10 ties";
        harness.get_by_label(row).hover();
        harness.run_steps(2);
        let spoken_of = harness.state().out.iter().filter_map(|own| match own {
            Intent::Pacts(PactsRequest::Show(targets)) => {
                Some(targets.iter().filter(|own| matches!(own, Target::Nation(_))).count())
            }
            _ => None,
        });
        assert_eq!(spoken_of.collect::<Vec<_>>(), [6, 5], "told once each");
    }

    #[test]
    fn a_name_is_chosen_and_one_that_the_map_has_gets_a_number() {
        let mut harness = opened(groups(&[5], false));
        find(&mut harness);
        let field = harness.get_by_role_and_label(Role::TextInput, "Name");
        field.focus();
        harness.run_steps(2);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        harness.event(egui::Event::Text("nation 3".to_owned()));
        harness.run_steps(2);
        harness.get_by_label("Name; as the map has it already, with a number");
        let (proposals, _) = harness.state().memory.pacts.accepted().expect("ticked");
        assert_eq!(proposals[0].name, "nation 3 2");
    }

    #[test]
    fn of_a_thousand_groups_only_those_in_view_are_laid_out() {
        let mut harness = opened(groups(&[4; 1_000], false));
        find(&mut harness);
        harness.get_by_label("All 1000 that lose nothing: They say what the ties say");
        let rows = |harness: &Harness<'_, Shown>| {
            harness.query_all_by_label_contains(": 4 members, 6 ties").count()
        };
        assert!((3..30).contains(&rows(&harness)), "{}", rows(&harness));
        harness.key_press(Key::End);
        harness.run_steps(3);
        let last = "Alliance of 4 around Nation 3996: 4 members, 6 ties";
        assert!(harness.query_by_label(last).is_some());
        assert!((3..30).contains(&rows(&harness)), "{}", rows(&harness));
        harness.key_press(Key::Escape);
        harness.run_steps(2);
        assert!(harness.state().out.iter().any(|own| matches!(own, Intent::CloseDialog)));
    }
}
