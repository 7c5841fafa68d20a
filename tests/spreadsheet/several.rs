//! The form of several selected: what they have in common is shown, and changed for all in one step.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use entente::model::{Map, Status};
use entente::ui::Action;

use super::hand::{do_by_palette, press, state, type_text};
use super::{Window, choose, open_list};

/// Selects the first nations, or the first ties, of the list.
fn select_first(window: &mut Window<'_>, of_ties: bool, count: usize) {
    do_by_palette(window, Action::ShowList);
    let map = state(window).map();
    let (nations, ties) = (map.nations().len(), map.ties().len());
    let of = if of_ties { format!("{ties} ties") } else { format!("{nations} nations") };
    window.get_by_label(&of).click();
    window.run_steps(3);
    choose(window, if of_ties { "From, row 1" } else { "Name, row 1" });
    for _ in 1..count {
        press(window, Modifiers::SHIFT, Key::ArrowDown);
    }
    do_by_palette(window, Action::ShowSelection);
    assert_eq!(state(window).selection.len(), count);
}

fn fill_in(window: &mut Window<'_>, field: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, field).focus();
    window.run_steps(2);
    press(window, Modifiers::COMMAND, Key::A);
    type_text(window, text);
    press(window, Modifiers::NONE, Key::Enter);
}

/// Does something that must be one step of a name, and takes it back.
fn one_step(
    window: &mut Window<'_>,
    name: &str,
    act: impl FnOnce(&mut Window<'_>),
    holds: impl Fn(&Map) -> bool,
) {
    let before = state(window).map().clone();
    act(window);
    assert_eq!(state(window).history.undo_name(), Some(name));
    assert!(holds(state(window).map()), "{name}");
    let mut undone = 0;
    while *state(window).map() != before {
        assert_eq!(undone, 0, "{name} is one step");
        do_by_palette(window, Action::Undo);
        undone += 1;
    }
}

fn pick(window: &mut Window<'_>, field: &str, option: &str) {
    window.get_by_role_and_label(Role::ComboBox, field).click();
    window.run_steps(3);
    let options = window.query_all_by_label(option).collect::<Vec<_>>();
    options.last().expect("offered").click();
    window.run_steps(3);
}

#[test]
fn each_field_of_several_ties_is_changed_in_one_step() {
    let mut window = open_list();
    select_first(&mut window, true, 3);
    let first = |map: &Map| map.ties().iter().take(3).map(|(_, t)| t.clone()).collect::<Vec<_>>();
    one_step(
        &mut window,
        "Change status of 3 ties",
        |window| pick(window, "Status", "suspended"),
        |map| first(map).iter().all(|tie| tie.status == Some(Status::Suspended)),
    );
    one_step(
        &mut window,
        "Change since of 3 ties",
        |window| fill_in(window, "Since", "1949-04"),
        |map| first(map).iter().all(|tie| tie.since == "1949-04".parse().ok()),
    );
    one_step(
        &mut window,
        "Change label of 3 ties",
        |window| fill_in(window, "Label", "of friendship"),
        |map| first(map).iter().all(|tie| tie.label == "of friendship"),
    );
    one_step(
        &mut window,
        "Add evidence of 3 ties",
        |window| fill_in(window, "New source", "Treaty series 12"),
        |map| {
            let id = map.sources().iter().find(|(_, s)| s.title == "Treaty series 12");
            let id = id.map(|(id, _)| id);
            first(map).iter().all(|tie| tie.evidence.iter().any(|e| e.source == id))
        },
    );
}

#[test]
fn each_field_of_several_nations_is_changed_in_one_step() {
    let mut window = open_list();
    select_first(&mut window, false, 4);
    let first =
        |map: &Map| map.nations().iter().take(4).map(|(_, n)| n.clone()).collect::<Vec<_>>();
    one_step(
        &mut window,
        "Change type of 4 nations",
        |window| pick(window, "Type", "group"),
        |map| first(map).iter().all(|nation| nation.nation_type.name() == "group"),
    );
    one_step(
        &mut window,
        "Tag 4 nations",
        |window| fill_in(window, "Add tag", "blue"),
        |map| first(map).iter().all(|nation| nation.tags.contains(&"blue".to_owned())),
    );
    one_step(
        &mut window,
        "Change “bloc” of 4 nations",
        |window| {
            fill_in(window, "New name", "bloc");
            fill_in(window, "New value", "west");
            window.get_by_role_and_label(Role::Button, "Set for all").click();
            window.run_steps(3);
        },
        |map| first(map).iter().all(|nation| nation.attributes.get("bloc").is_some()),
    );
    let before = state(&window).map().clone();
    window.get_by_role_and_label(Role::Button, "Codes from names").click();
    window.run_steps(3);
    assert!(window.query_by_label("4 of 4 recognised.").is_some());
    assert_eq!(*state(&window).map(), before, "they have their codes already");
}

fn write_notes(window: &mut Window<'_>, field: &str, text: &str) {
    window.get_by_role_and_label(Role::MultilineTextInput, field).focus();
    window.run_steps(2);
    for word in text.split_inclusive(' ') {
        type_text(window, word);
    }
    press(window, Modifiers::COMMAND, Key::B);
    press(window, Modifiers::COMMAND, Key::B);
}

#[test]
fn what_a_single_form_has_is_shared_by_several_ties() {
    let mut window = open_list();
    select_first(&mut window, true, 3);
    let first = |map: &Map| map.ties().iter().take(3).map(|(_, t)| t.clone()).collect::<Vec<_>>();
    one_step(
        &mut window,
        "Rate evidence of 3 ties",
        |window| pick(window, "Confidence", "low"),
        |map| {
            let mut all = first(map).into_iter().flat_map(|tie| tie.evidence);
            all.all(|piece| piece.confidence.is_some_and(|c| c.name() == "low"))
        },
    );
    one_step(
        &mut window,
        "Date evidence of 3 ties",
        |window| fill_in(window, "Date", "2001-02"),
        |map| {
            let mut all = first(map).into_iter().flat_map(|tie| tie.evidence);
            all.all(|piece| piece.date == "2001-02".parse().ok())
        },
    );
    one_step(
        &mut window,
        "Change notes of 3 ties",
        |window| write_notes(window, "Anything worth knowing", "seen in the archive "),
        |map| first(map).iter().all(|tie| tie.notes.ends_with("seen in the archive ")),
    );
    one_step(
        &mut window,
        "Bend 3 ties",
        |window| fill_in(window, "Bend", "0.25"),
        |map| first(map).iter().all(|tie| tie.bend == Some(0.25)),
    );
    one_step(
        &mut window,
        "Move start of 3 ties",
        |window| pick(window, "From", "Ukraine"),
        |map| first(map).iter().all(|tie| tie.from == super::nation(map, "Ukraine")),
    );
}

#[test]
fn values_that_differ_say_so_and_are_left_alone_until_typed_over() {
    let mut window = open_list();
    let before = state(&window).map().clone();
    choose(&mut window, "Notes, row 1");
    super::paste(&mut window, "one\ntwo\n");
    super::key(&mut window, Key::Escape);
    select_first(&mut window, false, 2);
    let noted = state(&window).map().clone();
    let field = || Role::MultilineTextInput;
    window.get_by_role_and_label(field(), "Anything worth knowing").focus();
    window.run_steps(2);
    press(&mut window, Modifiers::NONE, Key::Tab);
    assert_eq!(*state(&window).map(), noted, "it was only visited");
    write_notes(&mut window, "Anything worth knowing", "a b");
    let notes: Vec<String> =
        state(&window).map().nations().iter().take(2).map(|(_, n)| n.notes.clone()).collect();
    assert_eq!(notes, ["a b", "a b"]);
    do_by_palette(&mut window, Action::Undo);
    assert_eq!(*state(&window).map(), noted, "one step");
    do_by_palette(&mut window, Action::Undo);
    assert_eq!(*state(&window).map(), before);
}
