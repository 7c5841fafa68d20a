//! Text notes in the window: written, edited, selected, moved, found and copied, alone and with nations.
#![cfg(feature = "gui")]

#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
mod opened;

use egui::accesskit::Role;
use egui::{Event, ImeEvent, Key, Modifiers, Pos2};
use egui_kittest::kittest::Queryable as _;
use entente::edit::Target;
use entente::formats;
use entente::model::{Map, NoteId, Point, TextNote};
use hand::{
    Window, click, copied_by, double_click, drag, key, menu, open, press, state, type_text,
    undo_name,
};

fn note_text(window: &Window<'_>) -> Option<String> {
    state(window).map().text_notes().iter().next().map(|(_, note)| note.text.clone())
}

fn note<'w>(window: &'w Window<'_>) -> &'w TextNote {
    state(window).map().text_notes().iter().next().expect("a note").1
}

/// Opens the field for a note and writes in it.
fn write_note(window: &mut Window<'_>, text: &str) {
    key(window, Key::M);
    assert!(window.query_by_role_and_label(Role::MultilineTextInput, "Note").is_some());
    type_text(window, text);
}

/// Where the only note is on the screen.
fn note_place(window: &Window<'_>) -> Pos2 {
    window.get_by_role(Role::Note).rect().center()
}

#[test]
fn a_note_is_written_edited_moved_and_deleted_each_in_one_step() {
    let mut window = open();
    let before = state(&window).map().clone();
    write_note(&mut window, "The winter line");
    press(&mut window, Modifiers::SHIFT, Key::Enter);
    type_text(&mut window, "1943");
    key(&mut window, Key::Enter);
    assert_eq!(note_text(&window).as_deref(), Some("The winter line\n1943"));
    assert_eq!(undo_name(&window), Some("Add note “The winter line”"));
    assert!(window.query_by_role_and_label(Role::MultilineTextInput, "Note").is_none());
    let at = note_place(&window);
    let put = note(&window).position;
    drag(&mut window, at, at + egui::vec2(40.0, 25.0));
    let moved = note(&window).position;
    assert!(moved.x > put.x + 10.0 && moved.y > put.y + 5.0);
    assert_eq!(undo_name(&window), Some("Move note “The winter line”"));
    let at = note_place(&window);
    double_click(&mut window, at);
    press(&mut window, Modifiers::COMMAND, Key::A);
    type_text(&mut window, "Another line");
    key(&mut window, Key::Enter);
    assert_eq!(note_text(&window).as_deref(), Some("Another line"));
    menu(&mut window, at, "Delete");
    assert_eq!(note_text(&window), None);
    assert_eq!(undo_name(&window), Some("Delete note “Another line”"));
    for _ in 0..4 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(*state(&window).map(), before);
}

#[test]
fn a_note_is_written_where_the_pointer_is() {
    let mut window = open();
    let at = Pos2::new(880.0, 260.0);
    window.hover_at(at);
    window.run_steps(3);
    write_note(&mut window, "At sea");
    key(&mut window, Key::Enter);
    window.run_steps(5);
    let note = window.get_by_role(Role::Note).rect();
    assert!(note.center().distance(at) < 20.0, "{note}");
}

/// All that happens to a key, with Shift held meanwhile.
fn shifted(key: Key) -> Vec<Event> {
    let event = |pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::SHIFT,
    };
    let (held, let_go) =
        (Event::ModifiersChanged(Modifiers::SHIFT), Event::ModifiersChanged(Modifiers::NONE));
    vec![held, event(true), event(false), let_go]
}

#[test]
fn shift_counts_that_is_let_go_within_one_slow_frame() {
    let mut window = open();
    write_note(&mut window, "The winter line");
    let events = shifted(Key::Enter).into_iter().chain([Event::Text("and n".to_owned())]);
    window.input_mut().events.extend(events);
    window.run_steps(2);
    key(&mut window, Key::Enter);
    assert_eq!(note_text(&window).as_deref(), Some("The winter line\nand n"));
    press(&mut window, Modifiers::SHIFT, Key::F2);
    key(&mut window, Key::Tab);
    assert!(window.query_by_role_and_label(Role::TextInput, "Subtitle").is_some());
    window.input_mut().events.extend(shifted(Key::Tab));
    window.run_steps(3);
    assert!(window.get_by_role_and_label(Role::TextInput, "Title").is_focused());
}

#[test]
fn escape_leaves_a_note_as_it_was_and_an_empty_one_is_none() {
    let mut window = open();
    let before = state(&window).map().clone();
    write_note(&mut window, "words");
    key(&mut window, Key::Escape);
    write_note(&mut window, "  ");
    key(&mut window, Key::Enter);
    assert_eq!(*state(&window).map(), before);
}

#[test]
fn a_composition_in_a_note_ends_with_its_own_key() {
    let mut window = open();
    write_note(&mut window, "");
    let preedit = ImeEvent::Preedit { text: "にほん".to_owned(), active_range_chars: None };
    window.event(Event::Ime(preedit));
    window.run_steps(2);
    key(&mut window, Key::Enter);
    assert!(window.query_by_role_and_label(Role::MultilineTextInput, "Note").is_some());
    window.event(Event::Ime(ImeEvent::Commit("日本".to_owned())));
    window.run_steps(2);
    key(&mut window, Key::Enter);
    assert_eq!(note_text(&window).as_deref(), Some("日本"));
}

/// The window with a note in the free space at the lower right, which isn't selected, and the note.
fn open_with_note<'a>(text: &str) -> (Window<'a>, NoteId) {
    let mut window = open();
    write_note(&mut window, text);
    key(&mut window, Key::Enter);
    let id = state(&window).map().text_notes().ids().next().expect("a note");
    assert_eq!(state(&window).only_selected(), Some(Target::Note(id)), "a new note is selected");
    key(&mut window, Key::Escape);
    assert!(state(&window).selection.is_empty());
    (window, id)
}

fn with_key_down(window: &mut Window<'_>, modifiers: Modifiers, act: impl FnOnce(&mut Window<'_>)) {
    window.event(Event::ModifiersChanged(modifiers));
    act(window);
    window.event(Event::ModifiersChanged(Modifiers::NONE));
    window.step();
}

#[test]
fn a_note_is_selected_like_a_nation_and_shows_its_form() {
    let (mut window, id) = open_with_note("The winter line");
    let (own, japan) = (Target::Note(id), hand::nation(state(&window).map(), "Japan"));
    let at = note_place(&window);
    click(&mut window, at);
    assert_eq!(state(&window).only_selected(), Some(own));
    assert!(window.query_by_label_contains("note “The winter line” selected").is_some());
    assert!(window.query_by_label("Type size").is_some());
    window.get_by_role_and_label(Role::TextInput, "Position").focus();
    window.run_steps(2);
    press(&mut window, Modifiers::COMMAND, Key::A);
    type_text(&mut window, "-300, 40");
    key(&mut window, Key::Tab);
    assert_eq!(note(&window).position, Point::new(-300.0, 40.0));
    assert_eq!(undo_name(&window), Some("Move note “The winter line”"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    let at = hand::center(&window, "Japan");
    with_key_down(&mut window, Modifiers::SHIFT, |window| click(window, at));
    assert_eq!(state(&window).selection, [Target::Nation(japan), own].into());
    press(&mut window, Modifiers::NONE, Key::Escape);
    click(&mut window, at);
    // Another click, with Shift, all of it within one slow frame.
    let place = note_place(&window);
    window.hover_at(place);
    window.run_steps(2);
    let button = |pressed| Event::PointerButton {
        pos: place,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::SHIFT,
    };
    let [held, let_go] = [Modifiers::SHIFT, Modifiers::NONE].map(Event::ModifiersChanged);
    window.input_mut().events.extend([held, button(true), button(false), let_go]);
    window.run_steps(3);
    assert_eq!(state(&window).selection, [Target::Nation(japan), own].into());
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(state(&window).selection.is_empty());
    // In the panel of the map its row leads to it.
    press(&mut window, Modifiers::COMMAND, Key::Num2);
    window.get_by_role_and_label(Role::Button, "The winter line").click();
    window.run_steps(3);
    assert_eq!(state(&window).only_selected(), Some(own));
    press(&mut window, Modifiers::COMMAND, Key::I);
    let all = state(&window).map().nations().len() + state(&window).map().ties().len();
    assert_eq!(state(&window).selection.len(), all);
    assert!(!state(&window).selection.contains(&own));
    press(&mut window, Modifiers::COMMAND, Key::A);
    assert!(state(&window).selection.contains(&own));
    key(&mut window, Key::Delete);
    assert_eq!(note_text(&window), None);
    assert!(state(&window).map().nations().is_empty());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(note_text(&window).as_deref(), Some("The winter line"));
}

#[test]
fn notes_are_caught_by_a_box_and_by_a_lasso() {
    let (mut window, id) = open_with_note("The winter line");
    let around = window.get_by_role(Role::Note).rect().expand(14.0);
    let (from, to) = (around.left_top(), around.right_bottom());
    with_key_down(&mut window, Modifiers::SHIFT, |window| drag(window, from, to));
    assert!(state(&window).selection.contains(&Target::Note(id)));
    key(&mut window, Key::Escape);
    with_key_down(&mut window, Modifiers::ALT, |window| {
        window.hover_at(from);
        window.run_steps(2);
        window.drag_at(from);
        window.run_steps(2);
        for corner in [around.right_top(), to, around.left_bottom()] {
            window.hover_at(corner);
            window.run_steps(2);
        }
        window.drop_at(from + egui::vec2(0.0, 2.0));
        window.run_steps(4);
    });
    assert!(state(&window).selection.contains(&Target::Note(id)));
}

#[test]
fn nations_and_notes_are_dragged_together_by_either_in_one_step() {
    for by_note in [true, false] {
        let (mut window, id) = open_with_note("The winter line");
        let before = state(&window).map().clone();
        let (own, japan) = (note_place(&window), hand::center(&window, "Japan"));
        let lead = if by_note { own } else { japan };
        click(&mut window, if by_note { japan } else { own });
        with_key_down(&mut window, Modifiers::COMMAND, |window| click(window, lead));
        assert_eq!(state(&window).selection.len(), 2);
        let way = egui::vec2(-30.0, 24.0);
        with_key_down(&mut window, Modifiers::COMMAND, |window| drag(window, lead, lead + way));
        let now = state(&window).map();
        let moved = note(&window).position - before.text_notes().get(id).expect("there").position;
        let nation = hand::position(now, "Japan") - hand::position(&before, "Japan");
        assert!(moved.length() > 5.0 && moved.distance(nation) < 0.1, "{moved:?} {nation:?}");
        let others = |map: &Map| hand::position(map, "China");
        assert_eq!(others(now), others(&before), "a group keeps its shape, the rest its place");
        assert_eq!(undo_name(&window), Some("Move 1 nation and 1 note"));
        assert!(note_place(&window).distance(own + way) < 2.0, "it is drawn where it lies");
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert_eq!(*state(&window).map(), before);
        assert!(note_place(&window).distance(own) < 2.0);
    }
}

#[test]
fn a_note_that_is_dragged_is_seen_on_its_way_and_returns_by_escape() {
    let (mut window, _) = open_with_note("The winter line");
    let before = state(&window).map().clone();
    let at = note_place(&window);
    window.drag_at(at);
    window.run_steps(2);
    for part in [0.5, 1.0] {
        window.hover_at(at + egui::vec2(50.0, 40.0) * part);
        window.run_steps(2);
    }
    assert!(note_place(&window).distance(at + egui::vec2(50.0, 40.0)) < 2.0);
    key(&mut window, Key::Escape);
    window.drop_at(at + egui::vec2(50.0, 40.0));
    window.run_steps(4);
    assert!(note_place(&window).distance(at) < 2.0);
    assert_eq!(*state(&window).map(), before);
}

#[test]
fn the_keyboard_reaches_moves_edits_and_doubles_a_note() {
    let (mut window, id) = open_with_note("The winter line");
    let before = note(&window).position;
    window.get_by_role_and_label(Role::Note, "The winter line").focus();
    window.run_steps(2);
    key(&mut window, Key::Enter);
    assert_eq!(state(&window).only_selected(), Some(Target::Note(id)));
    for _ in 0..3 {
        press(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    }
    key(&mut window, Key::ArrowDown);
    assert_eq!(note(&window).position, before + Point::new(30.0, 1.0));
    assert_eq!(undo_name(&window), Some("Move note “The winter line”"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(note(&window).position, before, "all presses are one step");
    key(&mut window, Key::F2);
    assert!(window.get_by_role_and_label(Role::MultilineTextInput, "Note").is_focused());
    key(&mut window, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::D);
    assert_eq!(undo_name(&window), Some("Duplicate note “The winter line”"));
    let copy = state(&window).only_selected().and_then(Target::note).expect("the copy");
    let notes = state(&window).map().text_notes();
    assert_eq!(
        (notes.len(), notes.get(copy).map(|n| n.text.as_str())),
        (2, Some("The winter line"))
    );
    assert_ne!(notes.get(copy).map(|note| note.position), Some(before));
}

#[test]
fn several_notes_get_one_size_in_one_step() {
    let (mut window, id) = open_with_note("The winter line");
    let at = note_place(&window);
    click(&mut window, at);
    press(&mut window, Modifiers::COMMAND, Key::D);
    with_key_down(&mut window, Modifiers::COMMAND, |window| click(window, at));
    assert_eq!(state(&window).selected_notes().count(), 2);
    window.get_by_role_and_label(Role::TextInput, "Type size").focus();
    window.run_steps(2);
    press(&mut window, Modifiers::COMMAND, Key::A);
    type_text(&mut window, "2000");
    assert!(window.query_by_label_contains("Expected a number from 6 to 96").is_some());
    press(&mut window, Modifiers::COMMAND, Key::A);
    type_text(&mut window, "20");
    key(&mut window, Key::Tab);
    let sizes = |window: &Window<'_>| -> Vec<f32> {
        state(window).map().text_notes().iter().map(|(_, note)| note.size).collect()
    };
    assert_eq!(sizes(&window), [20.0, 20.0]);
    assert_eq!(undo_name(&window), Some("Change type size of 2 notes"));
    // Leaves the next field, to which undo would be that of typing.
    key(&mut window, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(sizes(&window), [TextNote::SIZE; 2]);
    assert!(state(&window).map().text_notes().contains(id));
}

#[test]
fn notes_are_cut_and_pasted_alone_and_with_nations() {
    let (mut window, id) = open_with_note("The winter line");
    let before = state(&window).map().clone();
    let own = note_place(&window);
    click(&mut window, own);
    let text = copied_by(&mut window, Event::Cut).expect("copied");
    assert_eq!(note_text(&window), None);
    assert_eq!(undo_name(&window), Some("Cut note “The winter line”"));
    let part = formats::read(text.as_bytes()).expect("a map's text").map;
    assert_eq!((part.nations().len(), part.text_notes().len()), (0, 1));
    window.event(Event::Paste(text));
    window.run_steps(3);
    assert_eq!(note_text(&window).as_deref(), Some("The winter line"));
    assert_eq!(undo_name(&window), Some("Paste note “The winter line”"));
    for _ in 0..2 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(*state(&window).map(), before);
    click(&mut window, own);
    let japan = hand::center(&window, "Japan");
    with_key_down(&mut window, Modifiers::COMMAND, |window| click(window, japan));
    let text = copied_by(&mut window, Event::Copy).expect("copied");
    window.event(Event::Paste(text));
    window.run_steps(3);
    assert_eq!(undo_name(&window), Some("Paste 1 nation and 1 note"));
    let now = state(&window).map();
    let (ids, old) = (state(&window).selection.clone(), before.text_notes().get(id).expect("it"));
    let nation = ids.iter().find_map(|target| target.nation()).expect("a nation");
    let copy = ids.iter().find_map(|target| target.note()).expect("a note");
    let nation = now.nations().get(nation).and_then(|n| n.position).expect("a place");
    let copy = now.text_notes().get(copy).expect("a note").position;
    let apart = old.position - hand::position(&before, "Japan");
    assert!((copy - nation).distance(apart) < 0.01, "the arrangement is kept");
}

#[test]
fn a_note_is_found_by_any_of_its_words() {
    let (mut window, id) = open_with_note("The winter line held until the month of May");
    press(&mut window, Modifiers::COMMAND, Key::F);
    type_text(&mut window, "until may");
    key(&mut window, Key::Enter);
    assert_eq!(state(&window).only_selected(), Some(Target::Note(id)));
    let middle = Pos2::new(480.0, 415.0);
    assert!(note_place(&window).distance(middle) < 60.0, "it is in the middle of the view");
}
