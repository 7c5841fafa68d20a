//! The command palette: every action, the samples, and the files opened before. An action that isn't
//! possible now says why.

use egui::Context;
use egui_phosphor::regular as icon;

use super::dialog_frame::untitled_dialog;
use super::first_focus::FirstFocus;
use super::fuzzy_match::{fuzzy_score, word_score};
use super::pick_list::{PickList, Row, Standing};
use crate::names::fold;
use crate::ui::actions::Action;
use crate::ui::actions::labels::{shortcut_text, title};
use crate::ui::intent::Intent;
use crate::ui::state::State;
use crate::ui::state::sample::Sample;

/// Shows the dialog.
pub fn show(
    ctx: &Context,
    state: &State,
    samples: &[Sample],
    list: &mut PickList,
    focus: &mut FirstFocus,
    out: &mut Vec<Intent>,
) {
    let mut taken = None;
    let dismissed = untitled_dialog(ctx, "Command palette", 520.0, |ui| {
        list.field(ui, "Command", "Type a command, a sample or a file…", focus);
        let entries = best_matches(entries(ctx, state, samples), &list.filter);
        let rows: Vec<Row> = entries.iter().map(|(row, _)| row.clone()).collect();
        if let Some(index) = list.rows(ui, &rows, "No command fits. Type fewer letters.") {
            let possible = |(row, _): &(Row, Intent)| row.standing != Standing::Impossible;
            taken = entries.into_iter().nth(index).filter(possible).map(|(_, intent)| intent);
        }
    });
    if let Some(intent) = taken {
        out.extend([Intent::CloseDialog, intent]);
    } else if dismissed {
        out.push(Intent::CloseDialog);
    }
}

fn entries(ctx: &Context, state: &State, samples: &[Sample]) -> Vec<(Row, Intent)> {
    let others = |action: &Action| *action != Action::Palette;
    let actions = Action::ALL.into_iter().filter(others).map(|action| {
        let why_not = action.why_not(state);
        let row = Row {
            icon: action.entry().icon,
            name: title(action, state),
            detail: why_not.map_or_else(|| shortcut_text(ctx, action), ToOwned::to_owned),
            standing: if why_not.is_some() { Standing::Impossible } else { Standing::Usual },
        };
        (row, Intent::Act(action))
    });
    let samples = samples.iter().map(|sample| {
        let name = format!("Open sample: {}", sample.title);
        let row =
            Row { icon: icon::MAP_TRIFOLD, name, detail: String::new(), standing: Standing::Usual };
        (row, Intent::OpenSample(sample.name))
    });
    let recent = state.settings.recent.iter().map(|path| {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let folder = path.parent().map_or_else(String::new, |folder| folder.display().to_string());
        let name = format!("Open recent: {name}");
        (
            Row {
                icon: icon::CLOCK_COUNTER_CLOCKWISE,
                name,
                detail: folder,
                standing: Standing::Usual,
            },
            Intent::OpenPaths(vec![path.clone()]),
        )
    });
    actions.chain(samples).chain(recent).collect()
}

/// The entries that match, the best first; equally good ones stay in the order of the menus, what is
/// possible before what isn't.
fn best_matches(mut entries: Vec<(Row, Intent)>, filter: &str) -> Vec<(Row, Intent)> {
    if filter.trim().is_empty() {
        entries.sort_by_key(|(row, _)| row.standing == Standing::Impossible);
        return entries;
    }
    let scored = entries.into_iter().filter_map(|entry| Some((score(filter, &entry)?, entry)));
    let mut scored: Vec<_> = scored.collect();
    scored.sort_by_key(|(score, (row, _))| {
        std::cmp::Reverse((*score, row.standing != Standing::Impossible))
    });
    scored.into_iter().map(|(_, entry)| entry).collect()
}

/// How well an entry matches: by its name, or else by the words that say what it does.
fn score(filter: &str, (row, intent): &(Row, Intent)) -> Option<i32> {
    /// Any match of a name is better than one of what is said about it.
    const BY_HELP: i32 = -10_000;
    let by_name = fuzzy_score(filter, &row.name);
    let by_help = || {
        let Intent::Act(action) = intent else { return None };
        let help = fold(action.entry().help);
        let words = fold(filter);
        let scores = words.split_whitespace().map(|word| word_score(word, &help));
        scores.min().flatten().map(|score| score + BY_HELP)
    };
    by_name.or_else(by_help)
}

#[cfg(test)]
mod tests {
    use super::super::harness::{Shown, open};
    use super::*;
    use crate::ui::state::Dialog;
    use crate::ui::test_example::example;
    use egui::Key;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    fn typed<'a>(text: &str) -> Harness<'a, Shown> {
        let mut state = example();
        state.settings.recent = vec!["/maps/pacific.entente.json".into()];
        let mut harness = open(state, Dialog::Palette);
        let field = harness.get_by_label("Command");
        assert!(field.is_focused(), "the field has the keyboard");
        field.type_text(text);
        harness.run();
        harness
    }

    #[test]
    fn typing_export_figure_and_enter_exports() {
        let mut harness = typed("Export fig");
        harness.key_press(Key::Enter);
        harness.run();
        let out = &harness.state().out[..];
        assert!(matches!(out, [Intent::CloseDialog, Intent::Act(Action::Export)]), "{out:?}");
    }

    #[test]
    fn arrows_choose_and_escape_closes() {
        let mut harness = typed("zoom");
        harness.key_press(Key::ArrowDown);
        harness.key_press(Key::ArrowDown);
        harness.key_press(Key::ArrowUp);
        harness.key_press(Key::Enter);
        harness.run();
        let out = &harness.state().out[..];
        assert!(matches!(out, [_, Intent::Act(Action::ZoomOut)]), "{out:?}");
        let mut harness = typed("zoom");
        harness.key_press(Key::Escape);
        harness.run();
        assert!(matches!(harness.state().out[..], [Intent::CloseDialog]));
    }

    #[test]
    fn samples_and_recent_files_are_found() {
        let mut harness = typed("powers");
        harness.get_by_label("Open sample: Great powers, 1914").click();
        harness.run();
        assert!(matches!(harness.state().out[..], [_, Intent::OpenSample("powers")]));
        let mut harness = typed("pacific");
        harness.key_press(Key::Enter);
        harness.run();
        assert!(matches!(harness.state().out[..], [_, Intent::OpenPaths(_)]));
    }

    #[test]
    fn a_command_is_found_by_what_it_does() {
        let mut harness = typed("import");
        assert!(harness.query_by_label("Open map…").is_some());
        harness.get_by_label("Add from file…").click();
        harness.run();
        assert!(matches!(harness.state().out[..], [_, Intent::Act(Action::AddFromFile)]));
    }

    #[test]
    fn what_is_impossible_is_not_offered() {
        let harness = typed("undo");
        assert!(harness.query_by_label("Undo").is_none());
    }

    #[test]
    fn what_nothing_fits_says_so() {
        let mut harness = typed("qqqqqq");
        assert!(harness.query_by_label_contains("No command fits").is_some());
        harness.key_press(Key::Enter);
        harness.run();
        assert!(harness.state().out.is_empty());
    }
}
