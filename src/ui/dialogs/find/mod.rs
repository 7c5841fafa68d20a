//! The find dialog: nations and ties are found by all that is said of them, notes by their words, kinds and
//! sources by their names, and shown. What is hidden says so; it is shown once it is selected.

mod record_fields;
mod rows;
mod search;

use std::collections::BTreeSet;

use egui::{Context, Key, KeyboardShortcut, Modifiers, Ui};
use egui_phosphor::regular as icon;

use super::dialog_frame::untitled_dialog;
use super::first_focus::FirstFocus;
use super::pick_list::{PickList, Row};
use crate::edit::Target;
use crate::ui::intent::Intent;
use crate::ui::state::{MapPart, State};
use crate::ui::theme::widgets::menu_row;
use rows::row;
use search::{Hit, search};

/// No more than this many are listed; a longer query finds the others.
const MAX_LISTED: usize = 100;

/// What the dialog remembers from frame to frame.
#[derive(Debug, Default)]
pub struct Memory {
    list: PickList,
    found: Found,
}

/// What was found, kept until the query, the map or what is shown of it changes.
#[derive(Debug, Default)]
struct Found {
    /// The query, the revision of the map that was searched, and the version of what is shown.
    key: Option<(String, u64, u64)>,
    rows: Vec<Row>,
    /// What each row leads to.
    hits: Vec<Hit>,
    /// All nations, ties and notes that were found.
    targets: BTreeSet<Target>,
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
        list.field(ui, "Find", "A name, code, tag, kind, status, date or source…", focus);
        found.update(&list.filter, state);
        let nothing = "Nothing found. Look for a name, a code such as JPN, a tag, a kind, a status, \
                       a year, a source, or a word of a label or a note.";
        takes_all = select_all(ui, found.targets.len());
        let index = list.rows(ui, &found.rows, nothing);
        taken = index.and_then(|index| found.hits.get(index).copied());
    });
    if takes_all {
        out.extend([Intent::CloseDialog, Intent::Select(found.targets.clone())]);
    } else if let Some(hit) = taken {
        out.extend([Intent::CloseDialog, going_to(hit)]);
    } else if dismissed {
        out.push(Intent::CloseDialog);
    }
}

fn going_to(hit: Hit) -> Intent {
    match hit {
        Hit::Record(target) => Intent::Reveal(target),
        Hit::Kind(id) => Intent::ShowPart(MapPart::Kind(id)),
        Hit::Source(id) => Intent::ShowPart(MapPart::Source(id)),
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
    /// Searches anew if the query, the map or what is shown of it has changed.
    fn update(&mut self, query: &str, state: &State) {
        let key = Some((query.to_owned(), state.history.revision(), state.visible.version()));
        if self.key == key {
            return;
        }
        let found = search(state.map(), query);
        self.rows = found.iter().take(MAX_LISTED).map(|found| row(state, found)).collect();
        self.hits = found.iter().map(|found| found.hit).collect();
        let record = |hit: &Hit| match hit {
            Hit::Record(target) => Some(*target),
            Hit::Kind(_) | Hit::Source(_) => None,
        };
        self.targets = self.hits.iter().filter_map(record).collect();
        self.key = key;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Change, Command, add_nation, add_source, change_filter};
    use crate::model::{Evidence, Filter, KindId, Nation, NationId, Source, Status, TieId};
    use crate::ui::dialogs::harness::open;
    use crate::ui::state::Dialog;
    use crate::ui::test_example::{example, japan, pact};
    use egui::accesskit::Role;
    use egui_kittest::kittest::Queryable as _;

    /// Everything that is found, the best first.
    fn found(state: &State, query: &str) -> Vec<Hit> {
        search(state.map(), query).into_iter().map(|found| found.hit).collect()
    }

    fn perform(state: &mut State, command: crate::edit::Command) {
        state.history.perform("A step", command).expect("it fits");
        state.update_visible_part();
    }

    #[test]
    fn names_codes_and_tags_are_found_best_first() {
        let state = example();
        let first = |query| found(&state, query).first().copied();
        assert_eq!(first("japan"), Some(Hit::Record(Target::Nation(japan()))));
        assert_eq!(first("NZL"), Some(Hit::Record(Target::Nation(NationId(2)))));
        assert_eq!(first("asia"), Some(Hit::Record(Target::Nation(NationId(3)))));
        assert_eq!(first("zealand pact"), Some(Hit::Record(Target::Tie(pact()))));
        for name in ["Nippon", "日本", "Japón", "jpn"] {
            assert_eq!(first(name), Some(Hit::Record(Target::Nation(japan()))), "{name}");
        }
        assert_eq!(search(state.map(), "Japón")[0].why.as_deref(), Some("known as Japón"));
        assert_eq!(first("atlantis"), None);
        assert_eq!(search(state.map(), "").len(), 6, "with nothing typed all are listed");
    }

    #[test]
    fn case_goes_before_marks() {
        let mut state = example();
        for (name, queries) in [
            ("İstanbul Ligi", ["istanbul", "ISTANBUL", "İstanbul"]),
            ("Straße & Söhne", ["strasse", "sohne", "STRASSE"]),
            ("Łódź", ["lodz", "Lódź", "LODZ"]),
        ] {
            let nation = Nation { name: name.to_owned(), ..Nation::default() };
            let (id, command) = add_nation(state.map(), nation);
            perform(&mut state, command);
            for query in queries {
                let first = found(&state, query).first().copied();
                assert_eq!(first, Some(Hit::Record(Target::Nation(id))), "{query}");
            }
        }
    }

    #[test]
    fn all_that_is_said_of_a_tie_finds_it() {
        let mut state = example();
        let source = Source { title: "Reuters: Trade talks".to_owned(), ..Source::default() };
        let (source, command) = add_source(state.map(), source);
        perform(&mut state, command);
        let mut tie = state.map().ties().get(pact()).expect("there").clone();
        tie.status = Some(Status::Preliminary);
        tie.since = "2024-06-19".parse().ok();
        tie.notes = "Intelligence sharing, with talks about  logistics to follow".to_owned();
        tie.evidence = vec![Evidence { source: Some(source), ..Evidence::default() }];
        perform(&mut state, Command::Tie(pact(), Change::Replace(Box::new(tie))));
        let tie = Hit::Record(Target::Tie(pact()));
        for (query, why) in [
            ("preliminary", "status preliminary"),
            ("2024", "since 2024-06-19"),
            ("sharing", "notes Intelligence sharing, with talks about logistics to follow"),
            ("logistics", "notes … about logistics to follow"),
        ] {
            let found = search(state.map(), query);
            assert_eq!(found.first().map(|found| found.hit), Some(tie), "{query}");
            assert_eq!(found[0].why.as_deref(), Some(why));
        }
        assert_eq!(found(&state, "reuters"), [Hit::Source(source), tie]);
        let kind = state.map().ties().get(pact()).expect("there").kind;
        assert!(found(&state, "pact").contains(&Hit::Kind(kind)));
    }

    #[test]
    fn kinds_and_sources_are_shown_where_they_are_edited() {
        let mut harness = open(example(), Dialog::Find);
        harness.get_by_role_and_label(Role::TextInput, "Find").type_text("allied");
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        let out = &harness.state().out[..];
        let wanted = MapPart::Kind(KindId(1));
        assert!(matches!(out, [_, Intent::ShowPart(part)] if *part == wanted), "{out:?}");
    }

    #[test]
    fn what_is_hidden_says_so() {
        let mut state = example();
        let pacific = |f: &mut Filter| drop(f.tags.replace("Pacific".to_owned()));
        let command = change_filter(state.map(), pacific);
        perform(&mut state, command);
        let mut harness = open(state, Dialog::Find);
        harness.get_by_role_and_label(Role::TextInput, "Find").type_text("n");
        harness.run();
        assert!(harness.query_by_label("China, hidden · CHN").is_some());
        assert!(harness.query_by_label("Japan").is_some());
    }

    #[test]
    fn long_texts_leave_room_for_names_and_make_nothing_wider() {
        let mut state = example();
        let mut tie = state.map().ties().get(pact()).expect("there").clone();
        tie.label = "a treaty of friendship and cooperation ".repeat(9);
        perform(&mut state, Command::Tie(pact(), Change::Replace(Box::new(tie))));
        let mut harness = open(state, Dialog::Find);
        harness.get_by_role_and_label(Role::TextInput, "Find").type_text("pan");
        harness.run();
        let field = harness.get_by_role_and_label(Role::TextInput, "Find").rect();
        let row = harness.get_by_label("Japan – New Zealand").rect();
        assert!(row.right() <= field.right() + 1.0, "{row} beside {field}");
        assert!(row.width() > 300.0);
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
    fn an_empty_result_says_what_can_be_looked_for() {
        let mut harness = open(example(), Dialog::Find);
        harness.get_by_role_and_label(Role::TextInput, "Find").type_text("atlantis");
        harness.run();
        assert!(harness.query_by_label_contains("Nothing found").is_some());
    }
}
