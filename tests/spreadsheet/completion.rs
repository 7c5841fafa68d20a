//! What is typed in a cell is completed, and rows that are typed become nations and ties.

use egui::Key;
use egui::Modifiers;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use entente::model::End;

use super::hand::{nation, press, state, type_text};
use super::{choose, key, open_list, open_ties, paste, row, value};

fn suggestions(window: &super::Window<'_>) -> Vec<String> {
    let rows = window.query_all_by_role(Role::ListBoxOption);
    rows.map(|row| row.accesskit_node().label().unwrap_or_default()).collect()
}

#[test]
fn a_name_is_completed_with_its_code_and_escape_keeps_the_plain_text() {
    let mut window = open_list();
    choose(&mut window, "Name, row 1");
    press(&mut window, Modifiers::COMMAND, Key::ArrowDown);
    type_text(&mut window, "pola");
    assert_eq!(suggestions(&window)[0], "Poland, POL");
    let cell = window.get_by_role_and_label(Role::TextInput, "Name, row 16 (cell)").rect();
    for option in window.query_all_by_role(Role::ListBoxOption) {
        assert!(!option.rect().intersects(cell.shrink(1.0)), "it covers the cell");
    }
    key(&mut window, Key::Enter);
    let map = state(&window).map();
    let poland = map.nations().get(nation(map, "Poland")).expect("added");
    assert_eq!(poland.code.as_deref(), Some("POL"));
    assert_eq!(state(&window).history.undo_name(), Some("Add Poland"));
    type_text(&mut window, "Hungary");
    key(&mut window, Key::Escape);
    assert!(suggestions(&window).is_empty());
    key(&mut window, Key::Enter);
    let map = state(&window).map();
    assert_eq!(map.nations().get(nation(map, "Hungary")).expect("added").code, None);
}

#[test]
fn words_of_a_choice_are_completed_and_listed() {
    let mut window = open_ties();
    choose(&mut window, "Kind, row 1");
    press(&mut window, Modifiers::ALT, Key::ArrowDown);
    let kinds = state(&window).map().kinds().len();
    assert_eq!(suggestions(&window).len(), kinds);
    key(&mut window, Key::Escape);
    key(&mut window, Key::Escape);
    choose(&mut window, "Status, row 1");
    type_text(&mut window, "susp");
    assert_eq!(suggestions(&window), ["suspended"]);
    key(&mut window, Key::Tab);
    assert_eq!(value(&window, "Status, row 1"), "suspended");
    type_text(&mut window, "1999");
    key(&mut window, Key::Enter);
    assert_eq!(value(&window, "Since, row 1"), "1999", "Tab has moved on");
}

#[test]
fn an_end_may_be_a_nation_of_the_map_a_tie_or_one_that_is_known() {
    let mut window = open_ties();
    let before = state(&window).map().clone();
    choose(&mut window, "From, row 1");
    type_text(&mut window, "zeal");
    assert_eq!(suggestions(&window)[0], "New Zealand, on the map");
    key(&mut window, Key::Escape);
    key(&mut window, Key::Escape);
    choose(&mut window, "To, row 2");
    type_text(&mut window, "pola");
    key(&mut window, Key::Enter);
    let map = state(&window).map();
    let tie = map.ties().at(1).expect("there").1;
    assert_eq!(tie.to, End::Nation(nation(map, "Poland")), "it is added in the same step");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before);
    choose(&mut window, "To, row 2");
    type_text(&mut window, "russia north");
    let name = suggestions(&window).into_iter().find(|row| row.contains('–'));
    assert!(name.is_some(), "{:?}", suggestions(&window));
}

#[test]
fn organisations_are_completed_one_by_one() {
    let mut window = open_list();
    let before = state(&window).map().clone();
    choose(&mut window, "Member of, row 1");
    type_text(&mut window, "nato");
    assert!(suggestions(&window)[0].starts_with("NATO"), "{:?}", suggestions(&window));
    key(&mut window, Key::Enter);
    type_text(&mut window, " (since 1949); European Un");
    key(&mut window, Key::Enter);
    key(&mut window, Key::Enter);
    let map = state(&window).map();
    assert_eq!(row(map, 0).memberships.len(), 2);
    assert_eq!(value(&window, "Member of, row 1"), "NATO (since 1949); European Union");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before, "one step, with the organisations");
}

#[test]
fn a_tie_typed_in_the_blank_row_adds_its_ends_in_the_same_step() {
    let mut window = open_ties();
    let before = state(&window).map().clone();
    choose(&mut window, "From, row 1");
    press(&mut window, Modifiers::COMMAND, Key::ArrowDown);
    let new = before.ties().len() + 1;
    type_text(&mut window, "Atlantis");
    key(&mut window, Key::Tab);
    assert_eq!(*state(&window).map(), before, "one end is no tie yet");
    assert_eq!(value(&window, &format!("From, row {new}")), "Atlantis", "but it is kept");
    type_text(&mut window, "Japan");
    key(&mut window, Key::Tab);
    let map = state(&window).map();
    assert_eq!(state(&window).history.undo_name(), Some("Add Atlantis – Japan"));
    let tie = map.ties().at(new - 1).expect("added").1;
    assert_eq!(tie.from, nation(map, "Atlantis"));
    assert_eq!(tie.to, End::Nation(nation(map, "Japan")));
    assert!(map.nations().get(tie.from).expect("there").position.is_some());
    type_text(&mut window, "Conc");
    key(&mut window, Key::Enter);
    assert_eq!(value(&window, &format!("Kind, row {new}")), "Concern", "the row goes on");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before, "with its nation");
}

#[test]
fn pasted_ties_bring_their_nations_and_what_is_unclear_is_said() {
    let mut window = open_ties();
    let before = state(&window).map().clone();
    choose(&mut window, "From, row 1");
    press(&mut window, Modifiers::COMMAND, Key::ArrowDown);
    paste(
        &mut window,
        "Poland\tHungary\tPact\tsigned\t1955\nHungary\tAtlantis\nKorea\tJapan\nJapan\t(A – B)\n",
    );
    let map = state(&window).map();
    assert_eq!(map.ties().len(), before.ties().len() + 2);
    assert_eq!(map.nations().len(), before.nations().len() + 3);
    assert_eq!(state(&window).history.undo_name(), Some("Paste 3 nations and 2 ties"));
    assert_eq!(state(&window).report.count(), 2, "{:?}", state(&window).report);
    assert_eq!(map.violations(), vec![]);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before, "one step");
}

#[test]
fn codes_of_former_states_and_organisations_are_words_both_ways() {
    let mut window = open_list();
    choose(&mut window, "Code, row 1");
    paste(&mut window, "COW 300\nORG NATO\nAustria-Hungary\nSUHH\n");
    let map = state(&window).map();
    let codes: Vec<Option<&str>> = (0..4).map(|at| row(map, at).code.as_deref()).collect();
    assert_eq!(codes, [Some("COW 300"), Some("ORG NATO"), Some("COW 300"), Some("SUHH")]);
    let shown: Vec<String> = (1..=4).map(|at| value(&window, &format!("Code, row {at}"))).collect();
    assert_eq!(shown, ["Austria-Hungary", "NATO", "Austria-Hungary", "SUHH"]);
    let text = super::hand::copied_by(&mut window, egui::Event::Copy).expect("copied");
    let before = state(&window).map().clone();
    paste(&mut window, &text);
    assert_eq!(*state(&window).map(), before, "what is copied is pasted back as it was");
}

#[test]
fn a_word_typed_in_full_is_that_word_and_not_a_longer_one() {
    let mut window = open_ties();
    let kinds =
        state(&window).map().kinds().iter().map(|(_, kind)| kind.name.clone()).collect::<Vec<_>>();
    for name in &kinds {
        choose(&mut window, "Kind, row 1");
        type_text(&mut window, &name.to_lowercase());
        assert_eq!(suggestions(&window).first(), Some(name));
        key(&mut window, Key::Enter);
        assert_eq!(value(&window, "Kind, row 1"), *name);
        choose(&mut window, "Kind, row 1");
        type_text(&mut window, name);
        key(&mut window, Key::Enter);
        assert_eq!(value(&window, "Kind, row 1"), *name, "as it was");
    }
}

#[test]
fn an_organisation_named_twice_is_added_once() {
    let mut window = open_list();
    let count = state(&window).map().nations().len();
    choose(&mut window, "Member of, row 1");
    paste(&mut window, "NATO; OTAN; North Atlantic Treaty Organization (since 1949)\n");
    let map = state(&window).map();
    assert_eq!(map.nations().len(), count + 1);
    let of = &row(map, 0).memberships;
    assert!(of.iter().all(|m| m.organisation == of[0].organisation), "{of:?}");
    assert_eq!(value(&window, "Member of, row 1"), "NATO; NATO (since 1949)");
}
