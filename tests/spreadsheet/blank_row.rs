//! The row for a new nation or tie: nothing that is typed there is lost unseen.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::hand::{press, state, type_text};
use super::{Window, choose, key, open_ties};

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
