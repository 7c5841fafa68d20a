//! Keys of a spreadsheet, as those know them who come from Excel or LibreOffice.

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use entente::model::NationType;
use entente::ui::Action;

use super::hand::{copied_by, do_by_palette, press, state, type_text};
use super::{choose, key, open_list, open_ties, paste, row, value};

#[test]
fn enter_goes_down_and_back_to_where_tab_began() {
    let mut window = open_list();
    choose(&mut window, "Code, row 2");
    type_text(&mut window, "POL");
    press(&mut window, Modifiers::NONE, Key::Escape);
    key(&mut window, Key::Tab);
    type_text(&mut window, "group");
    key(&mut window, Key::Tab);
    key(&mut window, Key::Tab);
    type_text(&mut window, "blue");
    key(&mut window, Key::Enter);
    type_text(&mut window, "HUN");
    key(&mut window, Key::Enter);
    let map = state(&window).map();
    let codes = [row(map, 1).code.as_deref(), row(map, 2).code.as_deref()];
    assert_eq!(codes, [Some("POL"), Some("HUN")]);
    assert_eq!(row(map, 1).nation_type, NationType::Group);
    assert_eq!(row(map, 1).tags, ["blue"]);
}

#[test]
fn a_column_of_new_names_is_typed_with_enter_after_each() {
    let mut window = open_list();
    let count = state(&window).map().nations().len();
    choose(&mut window, "Name, row 1");
    press(&mut window, Modifiers::COMMAND, Key::ArrowDown);
    for name in ["Poland", "Hungary", "Atlantis"] {
        type_text(&mut window, name);
        key(&mut window, Key::Enter);
    }
    let map = state(&window).map();
    let added: Vec<&str> =
        map.nations().iter().skip(count).map(|(_, nation)| nation.name.as_str()).collect();
    assert_eq!(added, ["Poland", "Hungary", "Atlantis"]);
    assert_eq!(state(&window).history.undo_name(), Some("Add Atlantis"));
}

#[test]
fn after_typing_arrows_move_on_and_after_f2_they_move_in_the_text() {
    let mut window = open_list();
    choose(&mut window, "Tags, row 1");
    type_text(&mut window, "blue");
    key(&mut window, Key::ArrowRight);
    assert_eq!(row(state(&window).map(), 0).tags, ["blue"]);
    key(&mut window, Key::ArrowLeft);
    key(&mut window, Key::F2);
    key(&mut window, Key::ArrowLeft);
    type_text(&mut window, "l");
    key(&mut window, Key::Enter);
    assert_eq!(row(state(&window).map(), 0).tags, ["blule"]);
    // F2 again lets arrows move on.
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    key(&mut window, Key::F2);
    key(&mut window, Key::F2);
    type_text(&mut window, "r");
    key(&mut window, Key::ArrowDown);
    assert_eq!(row(state(&window).map(), 0).tags, ["bluler"]);
}

#[test]
fn what_is_typed_goes_where_the_range_began_and_enter_goes_round_in_it() {
    let mut window = open_list();
    let before = state(&window).map().clone();
    choose(&mut window, "Tags, row 2");
    press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    for text in ["a", "b", "c"] {
        type_text(&mut window, text);
        key(&mut window, Key::Enter);
    }
    let map = state(&window).map();
    assert_eq!((row(map, 1).tags.join(""), row(map, 2).tags.join("")), ("c".into(), "b".into()));
    for _ in 0..3 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(*state(&window).map(), before, "each is one step");
}

#[test]
fn ctrl_enter_and_ctrl_d_fill_the_range_in_one_step() {
    let mut window = open_list();
    let before = state(&window).map().clone();
    choose(&mut window, "Tags, row 1");
    for _ in 0..2 {
        press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    }
    type_text(&mut window, "blue");
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    let map = state(&window).map();
    assert!((0..3).all(|at| row(map, at).tags == ["blue"]));
    assert_eq!(state(&window).history.undo_name(), Some("Fill 3 cells"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before, "one step");
    choose(&mut window, "Type, row 1");
    type_text(&mut window, "gr");
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    press(&mut window, Modifiers::COMMAND, Key::D);
    let map = state(&window).map();
    assert_eq!(row(map, 1).nation_type, NationType::Group);
    assert_eq!(map.nations().len(), before.nations().len(), "nothing is duplicated");
    assert_eq!(state(&window).history.undo_name(), Some("Fill 2 cells"));
}

#[test]
fn whole_rows_and_columns_are_chosen_by_key_and_a_block_is_repeated() {
    let mut window = open_list();
    choose(&mut window, "Tags, row 2");
    // A keyboard sends the space along.
    let pressed = Event::Key {
        key: Key::Space,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::SHIFT,
    };
    window.input_mut().events.extend([pressed, Event::Text(" ".to_owned())]);
    window.run_steps(2);
    let text = copied_by(&mut window, Event::Copy).expect("copied");
    assert!(text.starts_with(&row(state(&window).map(), 1).name), "{text}");
    choose(&mut window, "Tags, row 1");
    paste(&mut window, "one\ntwo\n");
    press(&mut window, Modifiers::NONE, Key::Home);
    choose(&mut window, "Tags, row 1");
    press(&mut window, Modifiers::COMMAND, Key::Space);
    assert_eq!(state(&window).selection.len(), state(&window).map().nations().len());
    choose(&mut window, "Tags, row 1");
    for _ in 0..3 {
        press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    }
    paste(&mut window, "red\ngreen\n");
    let map = state(&window).map();
    let tags: Vec<String> = (0..4).map(|at| row(map, at).tags.join("")).collect();
    assert_eq!(tags, ["red", "green", "red", "green"]);
}

#[test]
fn what_is_pasted_beyond_the_last_column_is_named() {
    let mut window = open_list();
    choose(&mut window, "Name, row 1");
    key(&mut window, Key::End);
    paste(&mut window, "a note\tlost\tlost as well\r\n");
    assert!(window.query_by_label_contains("2 cells lie beyond the last column").is_some());
    assert_eq!(state(&window).report.count(), 1);
}

#[test]
fn dates_are_sorted_as_dates_and_what_is_added_stays_in_view() {
    let mut window = open_ties();
    for (at, date) in ["1955-05-14", "1991", "1949-04", "1955"].into_iter().enumerate() {
        choose(&mut window, &format!("Since, row {}", at + 1));
        type_text(&mut window, date);
        key(&mut window, Key::Enter);
    }
    key(&mut window, Key::Escape);
    window.get_by_role_and_label(egui::accesskit::Role::Button, "Sort by since").click();
    window.run_steps(4);
    let sorted: Vec<String> =
        (1..=4).map(|at| value(&window, &format!("Since, row {at}"))).collect();
    assert_eq!(sorted, ["1949-04", "1955", "1955-05-14", "1991"]);
    do_by_palette(&mut window, Action::ShowList);
    let count = state(&window).map().nations().len();
    window.get_by_label(&format!("{count} nations")).click();
    window.run_steps(3);
    window.get_by_label("Filter rows").focus();
    window.run_steps(2);
    type_text(&mut window, "zealand");
    choose(&mut window, "Name, row 2");
    type_text(&mut window, "Atlantis");
    key(&mut window, Key::Enter);
    assert_eq!(value(&window, "Name, row 2"), "Atlantis");
}

#[test]
fn keys_that_come_with_letters_are_seen_after_them() {
    let mut window = open_ties();
    let count = state(&window).map().ties().len();
    choose(&mut window, "From, row 1");
    press(&mut window, Modifiers::COMMAND, Key::ArrowDown);
    let press_of = |key| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let text = |text: &str| Event::Text(text.to_owned());
    // A slow machine gets all this in one pass.
    let events = [
        text("Atlan"),
        text("tis"),
        press_of(Key::Tab),
        text("New Zea"),
        press_of(Key::Backspace),
        text("a"),
        press_of(Key::Tab),
        text("war"),
        press_of(Key::Enter),
    ];
    window.input_mut().events.extend(events);
    window.run_steps(20);
    let row = count + 1;
    let cells = ["From", "To", "Kind"].map(|name| value(&window, &format!("{name}, row {row}")));
    assert_eq!(cells, ["Atlantis", "New Zealand", "War"]);
}
