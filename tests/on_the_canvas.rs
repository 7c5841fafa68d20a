//! What is changed where it stands on the canvas: the heading, places of names and labels, bends of ties,
//! the legend, and text notes.
#![cfg(feature = "gui")]

#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
mod opened;

use egui::accesskit::Role;
use egui::{Event, ImeEvent, Key, Modifiers, Pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use entente::edit::Target;
use entente::formats;
use entente::model::{End, Heading, Map, Nation, NoteId, Point, TextNote};
use entente::ui::Action;
use hand::{Window, click, copied_by, do_by_palette, open, press, state};

fn type_text(window: &mut Window<'_>, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.run_steps(2);
}

fn key(window: &mut Window<'_>, key: Key) {
    press(window, Modifiers::NONE, key);
}

/// Clicks twice at once: the clock stands meanwhile.
fn double_click(window: &mut Window<'_>, at: Pos2) {
    window.hover_at(at);
    window.run_steps(3);
    let now = window.ctx.input(|input| input.time);
    window.input_mut().time = Some(now);
    for _ in 0..2 {
        window.drag_at(at);
        window.step();
        window.drop_at(at);
        window.step();
    }
    window.input_mut().time = None;
    window.run_steps(3);
}

fn heading<'w>(window: &'w Window<'_>) -> &'w Heading {
    state(window).map().heading()
}

fn undo_name<'w>(window: &'w Window<'_>) -> Option<&'w str> {
    state(window).history.undo_name()
}

/// Where a line of the heading is drawn.
fn place_of(window: &Window<'_>, role: Role, words: &str) -> Pos2 {
    window.get_by_role_and_label(role, words).rect().left_center() + egui::vec2(20.0, 0.0)
}

#[test]
fn a_double_click_on_the_title_edits_it_and_adds_nothing_behind_it() {
    let mut window = open();
    let before = state(&window).map().clone();
    let at = place_of(&window, Role::Heading, &before.heading().title);
    double_click(&mut window, at);
    assert!(window.query_by_role_and_label(Role::TextInput, "Title").is_some());
    assert_eq!(state(&window).map().nations().len(), before.nations().len());
    type_text(&mut window, "Pacific partners");
    key(&mut window, Key::Enter);
    assert_eq!(heading(&window).title, "Pacific partners");
    assert_eq!(undo_name(&window), Some("Change title of the map"));
    assert!(window.query_by_role_and_label(Role::TextInput, "Title").is_none());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before);
}

#[test]
fn escape_leaves_the_title_and_the_selection_as_they_were() {
    let mut window = open();
    let before = state(&window).map().clone();
    let at = hand::center(&window, "Japan");
    click(&mut window, at);
    let at = place_of(&window, Role::Heading, &before.heading().title);
    double_click(&mut window, at);
    type_text(&mut window, "no");
    key(&mut window, Key::Escape);
    assert_eq!(*state(&window).map(), before);
    assert!(window.query_by_role_and_label(Role::TextInput, "Title").is_none());
}

#[test]
fn tab_goes_from_the_title_to_subtitle_and_date() {
    let mut window = open();
    press(&mut window, Modifiers::SHIFT, Key::F2);
    type_text(&mut window, "First");
    key(&mut window, Key::Tab);
    assert_eq!(heading(&window).title, "First");
    type_text(&mut window, "Second");
    key(&mut window, Key::Tab);
    assert_eq!(heading(&window).subtitle, "Second");
    type_text(&mut window, "2024-13");
    key(&mut window, Key::Enter);
    assert!(window.query_by_label("A month is one of 01 to 12.").is_some());
    let a = window.get_by_role_and_label(Role::TextInput, "Date");
    assert!(a.is_focused(), "what can't be a date stays to be mended");
    press(&mut window, Modifiers::COMMAND, Key::A);
    type_text(&mut window, "2023-02");
    key(&mut window, Key::Enter);
    assert_eq!(heading(&window).as_of, "2023-02".parse().ok());
    assert_eq!(undo_name(&window), Some("Change date of the map"));
}

#[test]
fn shift_and_tab_go_back_to_the_line_before() {
    let mut window = open();
    press(&mut window, Modifiers::SHIFT, Key::F2);
    key(&mut window, Key::Tab);
    type_text(&mut window, "Below");
    press(&mut window, Modifiers::SHIFT, Key::Tab);
    assert_eq!(heading(&window).subtitle, "Below");
    assert!(window.get_by_role_and_label(Role::TextInput, "Title").is_focused());
}

#[test]
fn a_map_without_a_heading_gets_a_title_where_it_will_stand() {
    let mut window = open();
    let title = heading(&window).title.clone();
    let at = place_of(&window, Role::Heading, &title);
    do_by_palette(&mut window, Action::New);
    if let Some(button) = window.query_by_label("Don't save") {
        button.click();
        window.run_steps(4);
    }
    assert!(state(&window).map().nations().is_empty());
    double_click(&mut window, at);
    type_text(&mut window, "A map of mine");
    key(&mut window, Key::Enter);
    assert_eq!(heading(&window).title, "A map of mine");
    assert!(state(&window).map().nations().is_empty());
}

fn drag(window: &mut Window<'_>, from: Pos2, to: Pos2) {
    window.hover_at(from);
    window.run_steps(2);
    window.drag_at(from);
    window.run_steps(2);
    for part in [0.3, 0.6, 1.0] {
        window.hover_at(from + (to - from) * part);
        window.run_steps(2);
    }
    window.drop_at(to);
    window.run_steps(4);
}

fn nation<'w>(window: &'w Window<'_>, name: &str) -> &'w Nation {
    let map = state(window).map();
    map.nations().get(hand::nation(map, name)).expect("a nation")
}

/// The middle of the name below a nation's disc.
fn name_below(window: &Window<'_>, name: &str) -> Pos2 {
    let disc = window.get_by_role_and_label(Role::GraphicsObject, name).rect();
    disc.center_bottom() + egui::vec2(0.0, 10.0)
}

#[test]
fn a_name_is_moved_by_dragging_it_and_put_back_from_the_menu() {
    let mut window = open();
    let before = state(&window).map().clone();
    let from = name_below(&window, "Ukraine");
    drag(&mut window, from, from + egui::vec2(60.0, -50.0));
    let moved = nation(&window, "Ukraine").name_offset.expect("it was moved");
    assert!(moved.x > 20.0 && moved.y < 20.0, "{moved:?}");
    assert_eq!(undo_name(&window), Some("Move name of Ukraine"));
    assert_eq!(nation(&window, "Ukraine").position, hand_position(&before, "Ukraine"));
    // Grabbed again where it stands now, it goes on from there.
    let at = from + egui::vec2(60.0, -50.0);
    drag(&mut window, at, at + egui::vec2(0.0, 30.0));
    let again = nation(&window, "Ukraine").name_offset.expect("it was moved");
    assert!((again.x - moved.x).abs() < 1.0 && again.y > moved.y + 10.0);
    let disc = hand::center(&window, "Ukraine");
    menu(&mut window, disc, "Reset name position");
    assert_eq!(*state(&window).map(), before);
    for _ in 0..3 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(*state(&window).map(), before);
    assert!(!state(&window).history.is_unsaved());
}

fn hand_position(map: &Map, name: &str) -> Option<Point> {
    Some(hand::position(map, name))
}

/// Chooses an entry of the menu at a place.
fn menu(window: &mut Window<'_>, at: Pos2, entry: &str) {
    window.hover_at(at);
    window.run_steps(2);
    for pressed in [true, false] {
        window.event(Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        window.run_steps(2);
    }
    // The side panel may have a button of the same name; the menu lies above it.
    window.get_all_by_label(entry).last().expect("the entry").click();
    window.run_steps(4);
}

#[test]
fn a_tie_is_bent_by_its_handle_and_straightened_by_a_double_click() {
    let mut window = open();
    let before = state(&window).map().clone();
    let (id, record) = before.ties().iter().next().expect("a tie");
    let name = before.tie_name(id);
    let [a, b] = [before.end_name(End::Nation(record.from)), before.end_name(record.to)];
    let (a, b) = (hand::center(&window, &a), hand::center(&window, &b));
    let ties = window.query_all_by_role(Role::GraphicsSymbol);
    let place = ties
        .filter(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(&name)))
        .map(|node| node.rect().center())
        .next()
        .expect("the tie");
    click(&mut window, place);
    assert_eq!(state(&window).only_selected(), Some(Target::Tie(id)));
    let across = (b - a).rot90().normalized();
    drag(&mut window, place, a.lerp(b, 0.5) + across * 80.0);
    let bend = state(&window).map().ties().get(id).and_then(|tie| tie.bend).expect("a bend");
    assert!(bend.abs() > 0.1, "{bend}");
    assert_eq!(undo_name(&window), Some(format!("Bend {name}").as_str()));
    double_click(&mut window, a.lerp(b, 0.5) + across * 80.0);
    assert_eq!(*state(&window).map(), before);
}

#[test]
fn the_legend_is_moved_by_dragging_it() {
    let mut window = open();
    let legend = window.get_by_role_and_label(Role::Group, "Legend").rect();
    let corner = legend.min;
    drag(&mut window, corner + egui::vec2(3.0, 3.0), Pos2::new(480.0, 120.0));
    let place = state(&window).map().look().legend.expect("it was moved");
    assert!(place.x > 0.2 && place.y < 0.3, "{place:?}");
    let moved = window.get_by_role_and_label(Role::Group, "Legend").rect();
    assert!(moved.min.distance(Pos2::new(477.0, 117.0)) < 20.0, "{moved:?}");
    assert_eq!(undo_name(&window), Some("Move legend"));
    menu(&mut window, moved.min + egui::vec2(3.0, 3.0), "Reset legend position");
    assert_eq!(state(&window).map().look().legend, None);
    assert_eq!(window.get_by_role_and_label(Role::Group, "Legend").rect().min, corner);
}

#[test]
fn places_are_set_in_the_panel_and_reset_together() {
    let mut window = open();
    let before = state(&window).map().clone();
    let at = hand::center(&window, "Ukraine");
    click(&mut window, at);
    window.get_by_role_and_label(Role::TextInput, "Name at").focus();
    window.run_steps(2);
    type_text(&mut window, "40, -30");
    key(&mut window, Key::Tab);
    assert_eq!(nation(&window, "Ukraine").name_offset, Some(Point::new(40.0, -30.0)));
    assert_eq!(undo_name(&window), Some("Move name of Ukraine"));
    let (id, _) = before.ties().iter().find(|(_, tie)| !tie.label.is_empty()).expect("a label");
    let name = before.tie_name(id);
    let ties = window.query_all_by_role(Role::GraphicsSymbol);
    let tie = ties
        .filter(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(&name)))
        .map(|node| node.rect().center())
        .next()
        .expect("the tie");
    click(&mut window, tie);
    for (field, text) in [("Bend", "0.4"), ("Label at", "25 %, 0, -14")] {
        window.get_by_role_and_label(Role::TextInput, field).focus();
        window.run_steps(2);
        type_text(&mut window, text);
        key(&mut window, Key::Tab);
    }
    let placed = state(&window).map().ties().get(id).expect("the tie").clone();
    assert_eq!(placed.bend, Some(0.4));
    assert_eq!(placed.label_place.map(|place| place.along), Some(0.25));
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(state(&window).selection.is_empty());
    do_by_palette(&mut window, Action::ResetPlaces);
    assert_eq!(*state(&window).map(), before);
}

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
