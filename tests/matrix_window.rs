//! The matrix in the window: the same selection, cards, menus and edits as on the map.
#![cfg(feature = "gui")]

#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
mod opened;

use std::fmt::Write as _;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, Rect, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use entente::edit::Target;
use entente::model::{End, NationId};
use entente::ui::{Action, ThemeChoice};
use hand::{Window, click, do_by_palette, double_click, drag, key, open, press, state, undo_name};

/// A window that shows the matrix of the first sample.
fn matrix() -> Window<'static> {
    let mut window = open();
    key(&mut window, Key::X);
    window
}

fn nation(window: &Window<'_>, name: &str) -> NationId {
    let mut nations = state(window).map().nations().iter();
    nations.find(|(_, nation)| nation.name == name).expect("a nation").0
}

/// The middle of the name of a row or a column.
fn name(window: &Window<'_>, role: Role, name: &str) -> Pos2 {
    window.get_by_role_and_label(role, name).rect().center()
}

/// The middle of the cell of two nations.
fn cell(window: &Window<'_>, row: &str, column: &str) -> Pos2 {
    let (row, column) =
        (name(window, Role::RowHeader, row), name(window, Role::ColumnHeader, column));
    Pos2::new(column.x, row.y)
}

/// Clicks with Shift held.
fn shift_click(window: &mut Window<'_>, at: Pos2) {
    window.hover_at(at);
    window.step();
    for pressed in [true, false] {
        let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::SHIFT);
        let event = egui::Event::PointerButton { pos: at, button, pressed, modifiers };
        window.event_modifiers(event, modifiers);
        window.step();
    }
    window.run_steps(3);
}

#[test]
fn the_same_action_shows_the_matrix_and_the_map_again() {
    let mut window = matrix();
    let nations = state(&window).map().nations().len();
    let rows = window.query_all_by_role(Role::RowHeader).count();
    assert_eq!(rows, nations);
    assert_eq!(window.query_all_by_role(Role::ColumnHeader).count(), nations);
    assert_eq!(Action::ShowMatrix.is_on(state(&window)), Some(true));
    do_by_palette(&mut window, Action::ShowMatrix);
    assert_eq!(window.query_all_by_role(Role::RowHeader).count(), 0);
    assert!(window.query_all_by_role(Role::GraphicsObject).count() >= nations);
}

#[test]
fn names_select_nations_and_cells_select_ties() {
    let mut window = matrix();
    let (japan, canada) = (nation(&window, "Japan"), nation(&window, "Canada"));
    let at = name(&window, Role::RowHeader, "Japan");
    click(&mut window, at);
    assert_eq!(state(&window).selection, [Target::Nation(japan)].into());
    let at = name(&window, Role::ColumnHeader, "Canada");
    shift_click(&mut window, at);
    assert_eq!(state(&window).selection, [Target::Nation(japan), Target::Nation(canada)].into());
    let at = cell(&window, "Japan", "Canada");
    click(&mut window, at);
    let selected: Vec<Target> = state(&window).selection.iter().copied().collect();
    let [Target::Tie(tie)] = selected[..] else { panic!("{selected:?}") };
    let tie = state(&window).map().ties().get(tie).expect("a tie").clone();
    let ends = [End::Nation(tie.from), tie.to];
    assert!(ends.contains(&End::Nation(japan)) && ends.contains(&End::Nation(canada)));
}

#[test]
fn a_double_click_on_an_empty_cell_draws_a_tie_and_delete_takes_it_away() {
    let mut window = matrix();
    let before = state(&window).map().clone();
    let (canada, france) = (nation(&window, "Canada"), nation(&window, "France"));
    let at = cell(&window, "Canada", "France");
    double_click(&mut window, at);
    let added = state(&window).map().ties().iter().last().expect("a tie").1.clone();
    assert_eq!((added.from, added.to), (canada, End::Nation(france)));
    assert_eq!(undo_name(&window), Some("Draw tie"));
    key(&mut window, Key::Delete);
    assert_eq!(state(&window).map().ties().len(), before.ties().len());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before);
}

#[test]
fn with_the_tool_for_ties_one_click_on_an_empty_cell_draws_one() {
    let mut window = matrix();
    let before = state(&window).map().clone();
    let (canada, france) = (nation(&window, "Canada"), nation(&window, "France"));
    key(&mut window, Key::T);
    let at = cell(&window, "Canada", "France");
    window.hover_at(at);
    window.run_steps(3);
    let _ = window.get_by_label("Click to draw a tie: Canada › France");
    click(&mut window, at);
    let added = state(&window).map().ties().iter().last().expect("a tie").1.clone();
    assert_eq!((added.from, added.to), (canada, End::Nation(france)));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before);
    assert!(window.query_all_by_role(Role::RowHeader).count() > 0, "the matrix is still shown");
}

#[test]
fn what_is_shown_is_what_is_offered_for_export() {
    let mut window = matrix();
    do_by_palette(&mut window, Action::Export);
    assert!(window.query_by_label("By bloc").is_some());
    key(&mut window, Key::Escape);
    key(&mut window, Key::X);
    do_by_palette(&mut window, Action::Export);
    assert!(window.query_by_label("By bloc").is_none());
}

#[test]
fn the_table_stands_in_the_middle_below_the_title() {
    let window = matrix();
    let rects = |role| window.query_all_by_role(role).map(|node| node.rect()).collect::<Vec<_>>();
    let (rows, columns) = (rects(Role::RowHeader), rects(Role::ColumnHeader));
    let canvas = window.ctx.content_rect();
    let (left, right) = (rows[0].left(), columns.last().expect("a column").right());
    let panel = 320.0;
    let (before, after) = (left - 60.0, canvas.right() - panel - right);
    assert!((before - after).abs() < 4.0, "{before} {after}");
    assert!(columns.iter().all(|rect| rect.top() > 36.0 + 22.0), "the title is above the names");
}

#[test]
fn the_keyboard_goes_from_cell_to_cell() {
    let mut window = matrix();
    let ties = state(&window).map().ties().len();
    key(&mut window, Key::ArrowRight);
    key(&mut window, Key::ArrowRight);
    key(&mut window, Key::Enter);
    let selected = state(&window).selection.clone();
    assert!(matches!(selected.first(), Some(Target::Tie(_))), "{selected:?}");
    let is_new = state(&window).map().ties().len() > ties;
    assert!(is_new || selected.len() == 1);
    key(&mut window, Key::Escape);
    assert_eq!(state(&window).selection, selected, "the cursor is left first");
}

#[test]
fn a_drag_pans_and_names_stay_in_sight() {
    let mut window = matrix();
    for _ in 0..6 {
        press(&mut window, Modifiers::COMMAND, Key::Plus);
    }
    let rows = |window: &Window<'_>| window.query_all_by_role(Role::RowHeader).count();
    assert!(rows(&window) < state(&window).map().nations().len(), "only those in view");
    let first = |window: &Window<'_>| {
        let mut rows = window.query_all_by_role(Role::RowHeader);
        rows.next().expect("a row").rect()
    };
    let before = first(&window);
    drag(&mut window, Pos2::new(700.0, 600.0), Pos2::new(640.0, 470.0));
    let after = first(&window);
    assert!(after.left() == before.left() && after.top() != before.top(), "{before:?} {after:?}");
    assert_eq!(state(&window).selection, [].into());
}

#[test]
fn what_is_hidden_is_not_in_the_matrix_and_the_menu_is_that_of_the_map() {
    let mut window = matrix();
    let rows = |window: &Window<'_>| window.query_all_by_role(Role::RowHeader).count();
    let before = rows(&window);
    let at = name(&window, Role::RowHeader, "Japan");
    click(&mut window, at);
    press(&mut window, Modifiers::SHIFT, Key::H);
    assert_eq!(rows(&window), before - 1);
    let (canada, france) =
        (name(&window, Role::RowHeader, "Canada"), name(&window, Role::ColumnHeader, "France"));
    hand::menu(&mut window, Pos2::new(france.x, canada.y), "Draw tie: France › Canada");
    let (_, tie) = state(&window).map().ties().iter().last().expect("a tie");
    assert_eq!(tie.from, nation(&window, "France"));
}

/// How long the window waits for the next frame if nothing happens.
fn rests_for(window: &mut Window<'_>) -> std::time::Duration {
    window.run_ok();
    window.step();
    let outputs = window.output().viewport_output.values();
    outputs.map(|output| output.repaint_delay).min().expect("a window")
}

#[test]
fn the_window_rests_while_the_matrix_is_shown() {
    let mut window = matrix();
    let second = std::time::Duration::from_secs(1);
    assert!(rests_for(&mut window) > second);
    // New glyphs move those of the map, which isn't shown.
    do_by_palette(&mut window, Action::ThemeDark);
    for _ in 0..6 {
        press(&mut window, Modifiers::COMMAND, Key::Plus);
    }
    assert!(rests_for(&mut window) > second);
}

/// A window that shows the matrix of a map of so many nations, all of whose neighbours are tied.
fn matrix_of(nations: u32) -> Window<'static> {
    let mut file = r#"{"format": "entente-map", "version": "1.0", "nations": ["#.to_owned();
    for n in 0..nations {
        let comma = if n > 0 { "," } else { "" };
        let (x, y) = (n % 12 * 90, n / 12 * 90);
        let _ = write!(file, r#"{comma}{{"id":"{n}","name":"Nation {n}","position":[{x},{y}]}}"#);
    }
    file += r#"], "ties": ["#;
    for n in 1..nations {
        let comma = if n > 1 { "," } else { "" };
        let _ = write!(file, r#"{comma}{{"from":"{}","to":"{n}","kind":"pact"}}"#, n - 1);
    }
    let path = tempfile::Builder::new().suffix(".entente.json").tempfile().expect("a file");
    std::fs::write(path.path(), file + "]}").expect("written");
    let builder = Harness::builder().with_size(Vec2::new(1280.0, 800.0));
    let mut window =
        opened::open_file_as(builder, ThemeChoice::Light, Some(path.path().to_owned()));
    hand::wait_until(&mut window, |state| state.map().nations().len() == nations as usize);
    key(&mut window, Key::X);
    window
}

fn rects(window: &Window<'_>, role: Role) -> Vec<Rect> {
    window.query_all_by_role(role).map(|node| node.rect()).collect()
}

#[test]
fn a_large_table_opens_where_its_names_can_be_read_beside_an_overview_that_moves_it() {
    let mut window = matrix_of(140);
    let rows = rects(&window, Role::RowHeader);
    assert!((20..140).contains(&rows.len()), "{} rows", rows.len());
    assert!(rows.iter().all(|row| row.height() >= 12.0), "names are as large as on the map");
    let overview = |window: &Window<'_>| {
        window.query_by_label("Overview of the matrix").map(|node| node.rect())
    };
    let shown = overview(&window).expect("an overview");
    let names_of = |window: &Window<'_>| -> Vec<String> {
        let names = window.query_all_by_role(Role::RowHeader);
        names.filter_map(|row| row.accesskit_node().label()).collect()
    };
    let before = names_of(&window);
    click(&mut window, shown.right_bottom() - Vec2::splat(4.0));
    let after = names_of(&window);
    assert!(after.iter().all(|name| !before.contains(name)), "{after:?}");
    key(&mut window, Key::F);
    assert_eq!(rects(&window, Role::RowHeader).len(), 140, "all of it");
    assert!(overview(&window).is_none(), "where all is seen there is none");
    let small = matrix_of(30);
    assert_eq!(rects(&small, Role::RowHeader).len(), 30);
    assert!(overview(&small).is_none());
}
