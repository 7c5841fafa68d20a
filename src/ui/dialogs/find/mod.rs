//! The find dialog: nations, ties, kinds and sources are found by what is said of them, and shown.

mod search;

use egui::{Context, Key, KeyboardShortcut, Modifiers, Ui};
use egui_phosphor::regular as icon;

use super::dialog_frame::untitled_dialog;
use super::first_focus::FirstFocus;
use super::pick_list::{PickList, Row};
use crate::edit::Target;
use crate::model::{Map, NationType};
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::state::State;
use crate::ui::theme::widgets::menu_row;
use search::{Finding, search};

/// No more than this many are listed; a longer query finds the others.
const MAX_LISTED: usize = 100;

/// What the dialog remembers from frame to frame.
#[derive(Debug, Default)]
pub struct Memory {
    list: PickList,
    found: Found,
}

/// What was found, kept until the query or the map changes.
#[derive(Debug, Default)]
struct Found {
    /// The query, and the version of what is shown of the map that was searched.
    key: Option<(String, u64)>,
    rows: Vec<Row>,
    findings: Vec<Finding>,
}

/// Shows the dialog.
pub fn show(
    ctx: &Context,
    state: &State,
    memory: &mut Memory,
    focus: &mut FirstFocus,
    out: &mut Vec<Intent>,
) {
    let Memory { list, found } = memory;
    let mut taken = None;
    let mut takes_all = false;
    let dismissed = untitled_dialog(ctx, "Find", 520.0, |ui| {
        list.field(ui, "Find", "Name, code, tag, kind, status, date or source…", focus);
        found.update(&list.filter, state);
        let nothing = "Nothing found. Look for a name, a code such as JPN, a tag, a kind, a date such as 2024, or a source.";
        takes_all = select_all(ui, found.marks().count());
        let index = list.rows(ui, &found.rows, nothing);
        taken = index.and_then(|index| found.findings.get(index).copied());
    });
    if takes_all {
        let all = found.marks().collect();
        out.extend([Intent::CloseDialog, Intent::Select(all)]);
    } else if let Some(finding) = taken {
        // What is selected is shown, though a filter hides it.
        let shown = match finding {
            Finding::Mark(target) => Intent::Reveal(target),
            Finding::Kind(_) | Finding::Source(_) => Intent::Act(Action::ShowMap),
        };
        out.extend([Intent::CloseDialog, shown]);
    } else if dismissed {
        out.push(Intent::CloseDialog);
    }
}

/// Offers to select all matches at once; returns whether that was chosen.
fn select_all(ui: &mut Ui, count: usize) -> bool {
    const KEYS: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter);
    if count == 0 {
        return false;
    }
    let name = match count {
        1 => "Select the match".to_owned(),
        count => format!("Select all {count} matches"),
    };
    let keys = ui.ctx().format_shortcut(&KEYS);
    let row = menu_row(ui, icon::SELECTION_PLUS, &name, &keys, None, true);
    ui.add_space(4.0);
    row.clicked() || ui.input_mut(|input| input.consume_shortcut(&KEYS))
}

impl Found {
    /// The nations and ties that were found.
    fn marks(&self) -> impl Iterator<Item = Target> {
        self.findings.iter().filter_map(|finding| match finding {
            Finding::Mark(target) => Some(*target),
            Finding::Kind(_) | Finding::Source(_) => None,
        })
    }

    /// Searches anew if the query or the map has changed.
    fn update(&mut self, query: &str, state: &State) {
        let key = Some((query.to_owned(), state.visible.version()));
        if self.key == key {
            return;
        }
        self.findings = search(state.map(), query);
        let listed = self.findings.iter().take(MAX_LISTED);
        self.rows = listed.map(|finding| row(state, *finding)).collect();
        self.key = key;
    }
}

/// A row for what was found; what the filter or the person hides is marked.
fn row(state: &State, finding: Finding) -> Row {
    let map = state.map();
    let named = |icon, name: Option<&String>, detail: &str| Row {
        icon,
        name: name.cloned().unwrap_or_default(),
        detail: detail.to_owned(),
        is_possible: true,
    };
    match finding {
        Finding::Mark(target) if state.shows(target) => mark_row(map, target),
        Finding::Mark(target) => {
            let row = mark_row(map, target);
            let detail = [HIDDEN, &row.detail].into_iter().filter(|part| !part.is_empty());
            let detail = detail.collect::<Vec<_>>().join(" · ");
            Row { icon: icon::EYE_SLASH, detail, ..row }
        }
        Finding::Kind(id) => {
            named(icon::LINE_SEGMENTS, map.kinds().get(id).map(|kind| &kind.name), "kind of tie")
        }
        Finding::Source(id) => {
            named(icon::BOOK_OPEN, map.sources().get(id).map(|source| &source.title), "source")
        }
    }
}

/// What a row says of something that isn't in sight.
const HIDDEN: &str = "hidden now";

/// A nation with its type and code, or a tie with its label and kind.
fn mark_row(map: &Map, target: Target) -> Row {
    match target {
        Target::Nation(id) => {
            let nation = map.nations().get(id);
            let icon = match nation.map(|n| n.nation_type) {
                Some(NationType::Organisation) => icon::USERS_THREE,
                Some(NationType::Group) => icon::USERS,
                _ => icon::FLAG,
            };
            let name = nation.map_or_else(String::new, |n| n.name.clone());
            let detail = nation.and_then(|n| n.code.clone()).unwrap_or_default();
            Row { icon, name, detail, is_possible: true }
        }
        Target::Tie(id) => {
            let tie = map.ties().get(id);
            let kind = tie.and_then(|tie| map.kinds().get(tie.kind));
            let parts = [tie.map(|tie| tie.label.clone()), kind.map(|kind| kind.name.clone())];
            let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
            let detail = parts.collect::<Vec<_>>().join(" · ");
            Row { icon: icon::LINE_SEGMENT, name: map.tie_name(id), detail, is_possible: true }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{NationId, TieId};
    use crate::ui::dialogs::harness::open;
    use crate::ui::state::Dialog;
    use crate::ui::test_example::{example, japan, pact};
    use egui::accesskit::Role;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn names_codes_and_tags_are_found_best_first() {
        let state = example();
        let first = |query| search(state.map(), query).first().copied();
        let mark = |target| Some(Finding::Mark(target));
        assert_eq!(first("japan"), mark(Target::Nation(japan())));
        assert_eq!(first("NZL"), mark(Target::Nation(NationId(2))));
        assert_eq!(first("asia"), mark(Target::Nation(NationId(3))));
        assert_eq!(first("zealand pact"), mark(Target::Tie(pact())));
        assert!(matches!(first("concern"), Some(Finding::Kind(_) | Finding::Mark(_))));
        assert_eq!(first("atlantis"), None);
        assert_eq!(search(state.map(), "").len(), 6, "with nothing typed all are listed");
    }

    #[test]
    fn enter_reveals_the_chosen_one() {
        let mut harness = open(example(), Dialog::Find);
        harness.get_by_role_and_label(Role::TextInput, "Find").type_text("japan");
        harness.run();
        harness.key_press(Key::ArrowDown);
        harness.key_press(Key::Enter);
        harness.run();
        let out = &harness.state().out[..];
        // Its name is the shorter of the two ties of Japan.
        let wanted = Target::Tie(TieId(2));
        assert!(matches!(out, [Intent::CloseDialog, Intent::Reveal(t)] if *t == wanted), "{out:?}");
    }

    #[test]
    fn all_matches_are_selected_by_button_and_by_key() {
        for by_key in [true, false] {
            let mut harness = open(example(), Dialog::Find);
            harness.get_by_role_and_label(Role::TextInput, "Find").type_text("japan");
            harness.run();
            if by_key {
                harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Enter);
            } else {
                harness.get_by_label("Select all 3 matches").click();
            }
            harness.run();
            let out = &harness.state().out[..];
            let [Intent::CloseDialog, Intent::Select(found)] = out else { panic!("{out:?}") };
            let wanted = [Target::Nation(japan()), Target::Tie(pact()), Target::Tie(TieId(2))];
            assert_eq!(*found, wanted.into());
        }
    }

    #[test]
    fn case_goes_first_and_marks_after_it() {
        let mut state = example();
        let mut nation = state.map().nations().get(japan()).expect("Japan").clone();
        nation.name = "İstanbul Ligi".to_owned();
        let change = crate::edit::Change::Replace(Box::new(nation));
        let command = crate::edit::Command::Nation(japan(), change);
        assert_eq!(state.history.perform("Rename", command), Ok(()));
        let found = |query| search(state.map(), query).first().copied();
        for query in ["istanbul", "ISTANBUL", "İstanbul ligi"] {
            assert_eq!(found(query), Some(Finding::Mark(Target::Nation(japan()))), "{query}");
        }
    }

    #[test]
    fn a_long_label_leaves_room_for_the_name_and_the_dialog_as_it_is() {
        let mut state = example();
        let mut tie = state.map().ties().get(pact()).expect("a tie").clone();
        tie.label = "a label that goes on and on ".repeat(20);
        let change = crate::edit::Change::Replace(Box::new(tie));
        let command = crate::edit::Command::Tie(pact(), change);
        assert_eq!(state.history.perform("Label", command), Ok(()));
        let mut harness = open(state, Dialog::Find);
        harness.get_by_role_and_label(Role::TextInput, "Find").type_text("goes");
        harness.run();
        let field = harness.get_by_role_and_label(Role::TextInput, "Find").rect();
        let row = harness.get_by_label("Japan – New Zealand").rect();
        assert!(row.right() <= field.right() + 1.0, "{row:?} in {field:?}");
    }

    #[test]
    fn an_empty_result_says_what_can_be_looked_for() {
        let mut harness = open(example(), Dialog::Find);
        harness.get_by_role_and_label(Role::TextInput, "Find").type_text("atlantis");
        harness.run();
        assert!(harness.query_by_label_contains("Nothing found").is_some());
    }
}
