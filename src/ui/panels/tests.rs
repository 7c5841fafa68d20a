//! The side panel as a person uses it: widgets are found by role and label, intents are carried out on
//! a real history.

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::edit::{Command, Target, add_source, add_text_note, apply};
use crate::model::{Map, NationId, Point, Source, SourceId, TextNote, TieId};
use crate::ui::test_example::{example, japan};
use crate::ui::theme;

struct Window {
    state: State,
    memory: Memory,
}

/// A panel whose intents are carried out as the app does.
fn open<'a>(change: impl FnOnce(&mut State)) -> Harness<'a, Window> {
    let mut state = example();
    change(&mut state);
    let window = Window { state, memory: Memory::default() };
    Harness::builder().with_size([320.0, 900.0]).build_ui_state(
        |ui, window: &mut Window| {
            if !theme::is_installed(ui.ctx()) {
                return;
            }
            let mut out = Vec::new();
            show(ui, &window.state, &mut window.memory, &mut out);
            for intent in out {
                carry_out(&mut window.state, intent);
            }
        },
        window,
    )
}

fn carry_out(state: &mut State, intent: Intent) {
    match intent {
        Intent::Edit { name, command } => assert_eq!(state.history.perform(name, command), Ok(())),
        Intent::Type { name, field, command } => {
            assert_eq!(state.history.perform_in_field(name, field, command), Ok(()));
        }
        Intent::EndField => state.history.end_field(),
        Intent::Select(selection) => state.selection = selection,
        Intent::ShowTab(tab) => state.tab = tab,
        Intent::UseKind(kind) => state.new_tie_kind = kind,
        Intent::UseLayout(settings) => state.layout_settings = settings,
        _ => {}
    }
}

fn select_nation(state: &mut State) -> NationId {
    let id = japan();
    state.selection = [Target::Nation(id)].into();
    id
}

fn select_tie(state: &mut State) -> TieId {
    let id = state.map().ties().id_at(0).expect("the example has ties");
    state.selection = [Target::Tie(id)].into();
    id
}

fn nation_name(map: &Map, id: NationId) -> String {
    map.nations().get(id).expect("still there").name.clone()
}

#[test]
fn typing_a_name_is_one_step() {
    let mut id = NationId(0);
    let mut window = open(|state| id = select_nation(state));
    window.run();
    window.get_by_label("Name").focus();
    window.run();
    window.get_by_label("Name").type_text("!");
    window.run();
    window.get_by_label("Name").type_text("?");
    window.run();
    let state = &mut window.state_mut().state;
    let changed = nation_name(state.map(), id);
    assert!(changed.contains('!') && changed.contains('?'), "{changed}");
    assert_eq!(state.history.undo(), Some("Rename Japan".to_owned()));
    assert_eq!(nation_name(state.map(), id), "Japan");
    assert_eq!(state.history.undo_name(), None);
}

#[test]
fn half_a_date_changes_nothing_and_says_what_is_expected() {
    let mut id = TieId(0);
    let mut window = open(|state| id = select_tie(state));
    let before = window.state().state.map().clone();
    window.run();
    window.get_by_label("Until").focus();
    window.run();
    window.get_by_label("Until").type_text("2024-1");
    window.run();
    assert_eq!(*window.state().state.map(), before);
    window.get_by_label("A date is written 2024, 2024-06 or 2024-06-19.");
    window.get_by_label("Until").type_text("1");
    window.run();
    let tie = window.state().state.map().ties().get(id).cloned().expect("still there");
    assert_eq!(tie.until, "2024-11".parse().ok());
}

#[test]
fn evidence_and_kinds_and_sources_can_be_added() {
    let mut id = TieId(0);
    let mut window = open(|state| id = select_tie(state));
    window.run();
    let count = |window: &Harness<'_, Window>| {
        let map = window.state().state.map();
        let tie = map.ties().get(id).expect("still there");
        (tie.evidence.len(), map.kinds().len(), map.sources().len())
    };
    let (evidence, kinds, sources) = count(&window);
    window.get_by_label("Add evidence").click();
    window.run();
    window.get_by_label("Map").click();
    window.run();
    window.get_by_label("Add kind").click();
    window.run();
    window.get_by_label("Add source").click();
    window.run();
    assert_eq!(count(&window), (evidence + 1, kinds + 1, sources + 1));
}

#[test]
fn the_list_filters_and_selects() {
    let mut window = open(|state| state.tab = Tab::List);
    window.run();
    window.get_by_role_and_label(Role::Cell, "Name, row 3");
    window.get_by_label("Filter rows").focus();
    window.run();
    window.get_by_label("Filter rows").type_text("japan");
    window.run();
    assert!(window.query_by_role_and_label(Role::RowHeader, "Row 3").is_none());
    window.get_by_role_and_label(Role::Cell, "Name, row 1").click();
    window.run();
    let state = &window.state().state;
    assert_eq!(state.only_selected(), Some(Target::Nation(japan())));
}

#[test]
fn nothing_selected_says_what_to_do() {
    let mut window = open(|_| {});
    window.run();
    window.get_by_label("Click a nation, a tie or a note on the map to see and edit it.");
}

#[test]
fn a_pin_is_a_placement() {
    let mut id = NationId(0);
    let mut window = open(|state| {
        id = select_nation(state);
        let at = [(id, crate::model::Point::new(3.0, 4.0))];
        let command = crate::edit::move_nations(state.map(), at, None);
        assert!(matches!(command, Command::Placements(_)));
        assert_eq!(state.history.perform("Move", command), Ok(()));
    });
    window.run();
    window.get_by_role_and_label(Role::CheckBox, "keeps its place").click();
    window.run();
    let nation = window.state().state.map().nations().get(id).cloned().expect("still there");
    assert!(nation.pinned);
}

#[test]
fn the_layout_tab_chooses_and_shows_numbers() {
    let mut window = open(|state| {
        state.tab = Tab::Layout;
        let quality = crate::tasks::layout_quality(state.map()).expect("measured");
        state.quality = Some((state.history.revision(), quality));
    });
    window.run_steps(3);
    for name in ["Stress", "Neighbours kept", "Crossings", "Overlaps", "Ties through names"] {
        window.get_by_role_and_label(Role::Label, name);
    }
    window.get_by_role_and_label(Role::Slider, "Keep rivals apart");
    window.get_by_role_and_label(Role::ComboBox, "Lay out").click();
    window.run_steps(3);
    window.get_by_label("In rings").click();
    window.run_steps(3);
    assert_eq!(window.state().state.layout_settings.kind, crate::tasks::LayoutKind::Concentric);
    assert!(window.query_by_label("Keep rivals apart").is_none(), "for forces alone");
}

#[test]
fn a_picture_of_its_own_can_be_chosen_and_removed() {
    let mut harness = open(|state| {
        let id = select_nation(state);
        let square = r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>"#;
        let picture = crate::export::chosen_picture(square.as_bytes()).expect("a picture");
        let mut nation = state.map().nations().get(id).expect("Japan").clone();
        nation.picture = Some(picture);
        let command = Command::Nation(id, crate::edit::Change::Replace(Box::new(nation)));
        assert_eq!(state.history.perform("Change picture", command), Ok(()));
    });
    harness.run();
    assert!(harness.query_by_label("Replace…").is_some());
    harness.get_by_label("Remove").click();
    harness.run();
    let picture = |harness: &Harness<'_, Window>| {
        let map = harness.state().state.map();
        map.nations().get(japan()).expect("Japan").picture.is_some()
    };
    assert!(!picture(&harness) && harness.query_by_label("Choose…").is_some());
    harness.state_mut().state.history.undo();
    assert!(picture(&harness));
}

#[test]
fn of_thousands_of_notes_and_sources_only_those_in_view_are_laid_out() {
    let mut window = open(|state| {
        let mut commands = Vec::new();
        let mut map = state.map().clone();
        for number in 0..3000 {
            let note = TextNote::new(format!("Note {number}"), Point::default());
            let source = Source { title: format!("Source {number}"), ..Source::default() };
            for command in [add_text_note(&map, note).1, add_source(&map, source).1] {
                apply(&mut map, command.clone()).expect("it fits");
                commands.push(command);
            }
        }
        let added = state.history.perform("Add".to_owned(), Command::Batch(commands));
        assert_eq!(added, Ok(()));
        state.tab = Tab::Map;
    });
    window.run();
    let count =
        |window: &Harness<'_, Window>, name: &str| window.query_all_by_label_contains(name).count();
    assert!((1..100).contains(&count(&window, "Note ")), "{}", count(&window, "Note "));
    assert!(count(&window, "Source ") < 100);
    window.state_mut().memory.show_part(MapPart::Source(SourceId(2500)));
    window.run();
    window.get_by_label_contains("Source 2500");
    assert!(count(&window, "Source ") < 100, "{}", count(&window, "Source "));
}
