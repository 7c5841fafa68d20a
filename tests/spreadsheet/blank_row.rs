//! The row for a new nation or tie: nothing that is typed there is lost unseen.

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::hand::{copied_by, press, state, type_text};
use super::{Window, choose, key, open_list, open_ties, value};

/// Goes to a column of the row for a new nation or tie; returns the number of that row.
fn go_to_blank_row(window: &mut Window<'_>, first: &str, column: usize, rows: usize) -> usize {
    choose(window, &format!("{first}, row 1"));
    press(window, Modifiers::COMMAND, Key::ArrowDown);
    for _ in 0..column {
        key(window, Key::ArrowRight);
    }
    rows + 1
}

#[test]
fn what_cannot_be_read_in_the_row_of_a_new_tie_is_said_until_the_next_move() {
    for last in [Key::Enter, Key::Tab, Key::PageUp] {
        let mut window = open_ties();
        let count = state(&window).map().ties().len();
        go_to_blank_row(&mut window, "From", 4, count);
        type_text(&mut window, "soon");
        key(&mut window, Key::ArrowLeft);
        key(&mut window, Key::Home);
        type_text(&mut window, "Atlantis");
        key(&mut window, Key::Tab);
        type_text(&mut window, "Utopia");
        key(&mut window, last);
        assert_eq!(state(&window).map().ties().len(), count + 1);
        let said = format!("Row {}, Since", count + 1);
        assert!(window.query_by_label_contains(&said).is_some(), "{last:?}");
        key(&mut window, Key::ArrowUp);
        assert!(window.query_by_label_contains(&said).is_none(), "a plain move ends it");
    }
}

#[test]
fn what_is_cut_from_the_blank_row_is_on_the_clipboard_and_nothing_replaces_it_unasked() {
    let mut window = open_list();
    let count = state(&window).map().nations().len();
    let row = go_to_blank_row(&mut window, "Name", 4, count);
    type_text(&mut window, "myth");
    key(&mut window, Key::Enter);
    let cell = format!("Tags, row {row}");
    assert_eq!(value(&window, &cell), "myth");
    key(&mut window, Key::Home);
    for _ in 0..4 {
        key(&mut window, Key::ArrowRight);
    }
    assert_eq!(copied_by(&mut window, Event::Copy).as_deref(), Some("myth"));
    assert_eq!(copied_by(&mut window, Event::Cut).as_deref(), Some("myth"));
    assert_eq!(value(&window, &cell), "");
    assert_eq!(copied_by(&mut window, Event::Copy), None, "there is nothing");
    assert_eq!(copied_by(&mut window, Event::Cut), None, "there is nothing");
    type_text(&mut window, "myth");
    key(&mut window, Key::ArrowUp);
    press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    let text = copied_by(&mut window, Event::Copy).expect("copied");
    assert!(text.ends_with("\nmyth\n") || text.ends_with("\nmyth"), "{text:?}");
}

#[test]
fn ctrl_enter_in_the_blank_row_keeps_what_is_typed_in_each_cell_of_the_range() {
    let mut window = open_list();
    let before = state(&window).map().clone();
    let row = go_to_blank_row(&mut window, "Name", 4, before.nations().len());
    press(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    type_text(&mut window, "myth");
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    assert_eq!(value(&window, &format!("Tags, row {row}")), "myth");
    assert_eq!(*state(&window).map(), before, "no nation is named yet");
    // A range that goes up from there: what is typed is kept as well.
    key(&mut window, Key::Delete);
    assert_eq!(value(&window, &format!("Tags, row {row}")), "");
    choose(&mut window, &format!("Tags, row {row}"));
    press(&mut window, Modifiers::SHIFT, Key::ArrowUp);
    type_text(&mut window, "old");
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    assert_eq!(value(&window, &format!("Tags, row {row}")), "old");
    assert_eq!(value(&window, &format!("Tags, row {}", row - 1)), "old");
    assert_eq!(state(&window).history.undo_name(), Some("Fill 1 cell"));
}
