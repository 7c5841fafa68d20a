//! The list as a spreadsheet, and the form of several selected, as a person uses them in the window.
#![cfg(feature = "gui")]

#[path = "spreadsheet/blank_row.rs"]
mod blank_row;
#[path = "spreadsheet/completion.rs"]
mod completion;
#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
#[path = "spreadsheet/keys.rs"]
mod keys;
mod opened;
#[path = "spreadsheet/several.rs"]
mod several;

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use entente::edit::Target;
use entente::model::{Map, Nation, Status};
use entente::ui::{Action, Tab};
use hand::{Window, copied_by, do_by_palette, nation, open, press, state, type_text};

/// The window with the list of nations, wide.
fn open_list<'a>() -> Window<'a> {
    let mut window = open();
    do_by_palette(&mut window, Action::WideList);
    assert_eq!(state(&window).tab, Tab::List);
    window
}

/// The window with the list of ties, wide.
fn open_ties<'a>() -> Window<'a> {
    let mut window = open_list();
    let count = state(&window).map().ties().len();
    window.get_by_label(&format!("{count} ties")).click();
    window.run_steps(3);
    window
}

fn key(window: &mut Window<'_>, key: Key) {
    press(window, Modifiers::NONE, key);
}

fn choose(window: &mut Window<'_>, cell: &str) {
    window.get_by_role_and_label(Role::Cell, cell).click();
    window.run_steps(3);
}

fn value(window: &Window<'_>, cell: &str) -> String {
    let node = window.get_by_role_and_label(Role::Cell, cell);
    node.accesskit_node().value().unwrap_or_default()
}

fn paste(window: &mut Window<'_>, text: &str) {
    window.event(Event::Paste(text.to_owned()));
    window.run_steps(4);
}

fn row(map: &Map, index: usize) -> &Nation {
    map.nations().at(index).expect("so many").1
}

#[test]
fn a_cell_is_edited_in_place_and_enter_goes_down() {
    let mut window = open_list();
    let before = state(&window).map().clone();
    choose(&mut window, "Tags, row 1");
    type_text(&mut window, "blue, green");
    assert_eq!(*state(&window).map(), before, "not before it is taken");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(row(state(&window).map(), 0).tags, ["blue", "green"]);
    press(&mut window, Modifiers::NONE, Key::F2);
    type_text(&mut window, "x");
    press(&mut window, Modifiers::NONE, Key::Tab);
    assert!(row(state(&window).map(), 1).tags.join(", ").ends_with('x'), "one row down");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before, "each is one step");
}

#[test]
fn escape_and_unreadable_text_leave_the_cell() {
    let mut window = open_list();
    let before = state(&window).map().clone();
    choose(&mut window, "Type, row 1");
    type_text(&mut window, "empire");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(window.query_by_label_contains("Expected one of state").is_some());
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(*state(&window).map(), before);
    assert!(!state(&window).selection.is_empty(), "Escape has ended the edit alone");
}

#[test]
fn arrows_move_the_cursor_and_select_on_the_map() {
    let mut window = open_list();
    choose(&mut window, "Name, row 1");
    let id = |window: &Window<'_>, at| {
        state(window).map().nations().id_at(at).map(Target::Nation).expect("so many")
    };
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(state(&window).only_selected(), Some(id(&window, 1)));
    press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    let two: BTreeSet<Target> = [id(&window, 1), id(&window, 2)].into();
    assert_eq!(state(&window).selection, two);
    press(&mut window, Modifiers::COMMAND, Key::End);
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    let last = state(&window).map().nations().len() - 1;
    assert_eq!(state(&window).only_selected(), Some(id(&window, last)));
    press(&mut window, Modifiers::COMMAND, Key::Home);
    assert_eq!(state(&window).only_selected(), Some(id(&window, 0)));
    let before = state(&window).map().clone();
    press(&mut window, Modifiers::NONE, Key::N);
    assert_eq!(*state(&window).map(), before, "plain keys are the cell's");
}

#[test]
fn a_range_is_copied_with_tabs_and_quotes() {
    let mut window = open_list();
    choose(&mut window, "Tags, row 1");
    paste(&mut window, "\"two \"\"words\"\"\"\r\n");
    choose(&mut window, "Name, row 1");
    for _ in 0..4 {
        press(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    }
    press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    let text = copied_by(&mut window, Event::Copy).expect("copied");
    let map = state(&window).map();
    let (first, second) = (row(map, 0), row(map, 1));
    let begins = format!("{}\t{}\tstate\t", first.name, first.code.as_deref().unwrap_or(""));
    assert!(text.starts_with(&begins), "{text}");
    assert!(text.contains("\"two \"\"words\"\"\"\n") && text.contains(&second.name), "{text}");
}

#[test]
fn a_block_is_pasted_as_one_step_and_says_what_it_leaves_out() {
    let mut window = open_list();
    let before = state(&window).map().clone();
    choose(&mut window, "Code, row 1");
    paste(
        &mut window,
        "POL\tgroup\t\tred\r\nFrance\torganisation\t\tblue\r\nNowhere\tstate\t\tgreen\r\n",
    );
    let map = state(&window).map();
    assert_eq!(row(map, 0).code.as_deref(), Some("POL"));
    assert_eq!(row(map, 1).code.as_deref(), Some("FRA"));
    assert_eq!(row(map, 2).code, row(&before, 2).code, "it stays as it was");
    assert_eq!(row(map, 2).tags, ["green"]);
    let said =
        window.query_all_by_label_contains("Row 3, Code: “Nowhere” is no code").next().is_some();
    assert!(said);
    assert_eq!(state(&window).report.count(), 1);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before, "one step");
}

#[test]
fn rows_after_the_last_are_new_nations() {
    let mut window = open_list();
    let before = state(&window).map().clone();
    choose(&mut window, "Name, row 1");
    press(&mut window, Modifiers::COMMAND, Key::ArrowDown);
    paste(&mut window, "Poland\t\tgroup\nJapan\n\t\tstate\nBlue Realm\t\t\t\tmyth\n");
    let map = state(&window).map();
    assert_eq!(map.nations().len(), before.nations().len() + 2);
    let poland = map.nations().get(nation(map, "Poland")).expect("there");
    assert_eq!((poland.code.as_deref(), poland.nation_type.name()), (Some("POL"), "group"));
    assert_eq!(map.nations().get(nation(map, "Blue Realm")).expect("there").tags, ["myth"]);
    assert_eq!(state(&window).report.count(), 2, "{:?}", state(&window).report);
    let places: Vec<_> = map.nations().iter().filter_map(|(_, n)| n.position).collect();
    assert_eq!(places.len(), map.nations().len(), "each has a place");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before, "one step");
}

#[test]
fn ties_are_pasted_where_both_ends_can_be_read() {
    let mut window = open_ties();
    let count = state(&window).map().ties().len();
    choose(&mut window, "From, row 1");
    press(&mut window, Modifiers::COMMAND, Key::ArrowDown);
    paste(
        &mut window,
        "Japan\tCAN\tPact\tsigned\t2020-02\r\nJapan\tGuinea or Congo – Mali\tPact\r\n",
    );
    let map = state(&window).map();
    assert_eq!(map.ties().len(), count + 1);
    let (_, tie) = map.ties().at(count).expect("the new one");
    assert_eq!((tie.status, tie.since), (Some(Status::Signed), "2020-02".parse().ok()));
    assert_eq!(state(&window).report.count(), 1);
    press(&mut window, Modifiers::COMMAND, Key::Home);
    choose(&mut window, "Until, row 1");
    type_text(&mut window, "2030-13");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(window.query_by_label_contains("A month is one of 01 to 12").is_some());
}

#[test]
fn delete_empties_cells_and_leaves_the_nations() {
    let mut window = open_list();
    let before = state(&window).map().clone();
    choose(&mut window, "Name, row 1");
    for _ in 0..4 {
        press(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    }
    press(&mut window, Modifiers::NONE, Key::Delete);
    let map = state(&window).map();
    assert_eq!(map.nations().len(), before.nations().len());
    assert_eq!(row(map, 0).name, row(&before, 0).name, "a name can't be empty");
    assert!(row(map, 0).code.is_none() && row(map, 0).tags.is_empty());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before, "one step");
}

#[test]
fn headers_sort_and_the_words_of_the_filter_keep_rows() {
    let mut window = open_list();
    let before = state(&window).map().clone();
    window.get_by_role_and_label(Role::Button, "Sort by name").click();
    window.run_steps(3);
    let names = |window: &Window<'_>| -> Vec<String> {
        (1..=5).map(|row| value(window, &format!("Name, row {row}"))).collect()
    };
    assert!(names(&window).is_sorted(), "{:?}", names(&window));
    window.get_by_role_and_label(Role::Button, "Sort by name").click();
    window.run_steps(3);
    assert!(names(&window).iter().rev().is_sorted(), "{:?}", names(&window));
    window.get_by_label("Filter rows").focus();
    window.run_steps(2);
    type_text(&mut window, "zealand");
    assert_eq!(value(&window, "Name, row 1"), "New Zealand");
    assert!(window.query_by_role_and_label(Role::RowHeader, "Row 3").is_none());
    assert_eq!(*state(&window).map(), before, "the map keeps its order");
}

#[test]
fn a_composition_begins_in_a_chosen_cell_and_its_enter_does_not_end_the_edit() {
    let mut window = open_list();
    choose(&mut window, "Tags, row 1");
    let preedit = |text: &str| {
        Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None })
    };
    window.event(preedit("に"));
    window.step();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(row(state(&window).map(), 0).tags.is_empty());
    window.event(Event::Ime(ImeEvent::Commit("日本".to_owned())));
    window.run_steps(2);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(row(state(&window).map(), 0).tags, ["日本"]);
}

#[test]
fn what_is_edited_is_written_before_the_other_list_is_shown() {
    let mut window = open_list();
    let count = state(&window).map().ties().len();
    choose(&mut window, "Tags, row 1");
    type_text(&mut window, "blue");
    window.get_by_label(&format!("{count} ties")).click();
    window.run_steps(4);
    assert_eq!(row(state(&window).map(), 0).tags, ["blue"]);
    assert!(window.query_by_role_and_label(Role::Cell, "From, row 1").is_some());
    // What can't be read is dropped as anywhere else, and said.
    choose(&mut window, "Since, row 1");
    type_text(&mut window, "soon");
    let count = state(&window).map().nations().len();
    window.get_by_label(&format!("{count} nations")).click();
    window.run_steps(4);
    assert!(window.query_by_role_and_label(Role::Cell, "Name, row 1").is_some());
    assert!(window.query_by_label_contains("Row 1, Since").is_some());
}

#[test]
fn a_note_covers_no_row() {
    let mut window = open_ties();
    let count = state(&window).map().ties().len();
    for row in [1, count.min(10)] {
        choose(&mut window, &format!("Since, row {row}"));
        type_text(&mut window, "soon");
        press(&mut window, Modifiers::NONE, Key::Enter);
        let place = window.get_by_label_contains(&format!("Row {row}, Since")).rect();
        let cells: Vec<_> = window.query_all_by_role(Role::Cell).map(|cell| cell.rect()).collect();
        // The table cuts off the last row in view; below that, one more is laid out.
        let last = cells.iter().map(|cell| cell.top()).fold(f32::MIN, f32::max);
        for cell in cells.iter().filter(|cell| cell.bottom() < last) {
            assert!(!cell.shrink(1.0).intersects(place), "{cell:?} {place:?}");
        }
        key(&mut window, Key::Escape);
    }
}
