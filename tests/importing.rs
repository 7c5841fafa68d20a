//! Files of other programs and pasted texts in the window: they open as new maps or are added to the open
//! one, and what isn't sure is asked about first.
#![cfg(feature = "gui")]

#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
mod opened;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use entente::formats::FORMATS;
use entente::model::Map;
use entente::ui::{Action, Dialog, ThemeChoice};
use hand::{Window, do_by_palette, key, open, press, state, wait_until};

const GEXF: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="undirected">
<nodes><node id="a" label="Japan"/><node id="b" label="New Zealand"/><node id="c" label="China"/></nodes>
<edges><edge source="a" target="b"/><edge source="b" target="c" type="directed"/>
<edge source="b" target="nobody"/></edges></graph></gexf>"#;
const CSV: &str = "Ties as reported;;\n\nCountry A;Country B;Remark\nJapan;New Zealand;shared\n\
                   China;Japan;\n;Chad;\nTotal;;3\n";

fn file(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("a file");
    path
}

fn open_file<'a>(path: PathBuf) -> Window<'a> {
    let builder = Harness::builder().with_size(Vec2::new(1024.0, 640.0));
    opened::open_file_as(builder, ThemeChoice::Light, Some(path))
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

fn names(map: &Map) -> Vec<&str> {
    let mut names: Vec<&str> = map.nations().iter().map(|(_, n)| n.name.as_str()).collect();
    names.sort_unstable();
    names
}

fn paste(window: &mut Window<'_>, text: &str) {
    window.event(Event::Paste(text.to_owned()));
    window.run_steps(3);
}

/// Waits until a widget with this label is there.
fn wait_for(window: &mut Window<'_>, label: &str) {
    for _ in 0..600 {
        if window.query_all_by_label_contains(label).next().is_some() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        window.step();
    }
    panic!("waited in vain for “{label}”");
}

fn choose(window: &mut Window<'_>, list: &str, value: &str) {
    open_list(window, list, value);
    // It may be out of view in a long list.
    offered(window, value).expect("the value").scroll_to_me();
    window.run_steps(8);
    offered(window, value).expect("the value").click();
    window.run_steps(4);
}

/// Opens a list; what a worker sends meanwhile may move or close it.
fn open_list(window: &mut Window<'_>, list: &str, value: &str) {
    for _ in 0..100 {
        window.get_by_role_and_label(Role::ComboBox, list).click();
        for _ in 0..8 {
            window.step();
            if offered(window, value).is_some() {
                return;
            }
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("“{list}” never offers “{value}”");
}

fn offered<'w>(window: &'w Window<'_>, value: &'w str) -> Option<egui_kittest::Node<'w>> {
    let named = window.query_all_by_label(value).last();
    named.or_else(|| window.query_all_by_label_contains(value).last())
}

fn role(window: &Window<'_>, column: &str) -> String {
    let label = format!("Role of {column}");
    let role = window.get_by_role_and_label(Role::ComboBox, &label);
    role.accesskit_node().value().unwrap_or_default()
}

#[test]
fn a_graph_opens_as_a_new_map_with_a_report() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "pacific.gexf", GEXF);
    let mut window = open_file(path.clone());
    wait_until(&mut window, |state| state.map().nations().len() == 4);
    let now = state(&window);
    assert_eq!(names(now.map()), ["China", "Japan", "New Zealand", "nobody"]);
    assert_eq!(now.map().ties().len(), 3);
    assert_eq!(now.map().heading().title, "pacific");
    // Saving asks for a name: the file that was read stays as it is.
    assert_eq!(now.path, None);
    assert!(now.history.is_unsaved() && now.dialog.is_none());
    assert_eq!(now.settings.recent, [path]);
    assert!(now.report.summary.starts_with("Read 4 nations and 3 ties from GEXF"));
    assert_eq!(now.report.count(), 1);
    wait_until(&mut window, |state| {
        state.map().nations().iter().all(|(_, nation)| nation.position.is_some())
    });
    assert_eq!(state(&window).history.undo_name(), None, "giving places is part of opening");
    window.get_by_label("Show report").click();
    window.run_steps(3);
    assert_eq!(state(&window).dialog, Some(Dialog::Report));
    wait_for(&mut window, "isn't in the file");
    key(&mut window, Key::Escape);
    do_by_palette(&mut window, Action::Report);
    assert_eq!(state(&window).dialog, Some(Dialog::Report));
}

#[test]
fn a_broken_file_says_where_and_leaves_the_map() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "pacific.gexf", &GEXF[..GEXF.len() - 30]);
    let mut window = open_file(path);
    wait_for(&mut window, "Can't open “pacific.gexf”: line");
    assert_eq!(state(&window).map().nations().len(), 15);
}

#[test]
fn a_dropped_table_is_shown_as_understood_and_enter_imports_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "ties.csv", CSV);
    let mut window = open();
    window.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    wait_until(&mut window, |state| state.dialog == Some(Dialog::Import));
    window.run_steps(4);
    assert_eq!(role(&window, "Country A"), "source");
    assert_eq!(role(&window, "Country B"), "target");
    wait_for(&mut window, "3 rows: ");
    assert!(window.query_by_label_contains("2 ties, 1 left out").is_some());
    key(&mut window, Key::Enter);
    wait_until(&mut window, |state| state.dialog.is_none());
    let now = state(&window);
    assert_eq!(now.map().ties().len(), 2);
    assert_eq!(names(now.map()), ["Chad", "China", "Japan", "New Zealand"]);
    assert_eq!(now.report.count(), 1);
}

#[test]
fn roles_that_are_changed_make_another_map_and_are_remembered() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "ties.csv", CSV);
    let mut window = open_file(path.clone());
    wait_for(&mut window, "3 rows: ");
    choose(&mut window, "Role of Country A", "target");
    choose(&mut window, "Role of Country B", "source");
    choose(&mut window, "Role of Remark", "label");
    assert_eq!(role(&window, "Remark"), "label");
    wait_for(&mut window, "2 ties");
    window.run_steps(4);
    window.get_by_label("Import").click();
    wait_until(&mut window, |state| state.dialog.is_none());
    let first = |window: &Window<'_>| {
        let map = state(window).map();
        let (_, tie) = map.ties().iter().next().expect("a tie");
        let from = map.nations().get(tie.from).expect("a nation").name.clone();
        (from, tie.label.clone())
    };
    assert_eq!(first(&window), ("New Zealand".to_owned(), "shared".to_owned()));
    // The same table again is read the same way.
    let again = std::fs::read_to_string(&path).expect("the file").replace("Japan", "India");
    let path = file(folder.path(), "again.csv", &again);
    window.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    window.run_steps(3);
    window.get_by_label("Don't save").click();
    wait_until(&mut window, |state| state.dialog == Some(Dialog::Import));
    wait_for(&mut window, "2 ties");
    for _ in 0..100 {
        std::thread::sleep(std::time::Duration::from_millis(10));
        window.step();
    }
    window.get_by_label("Import").click();
    wait_until(&mut window, |state| state.dialog.is_none());
    assert_eq!(first(&window), ("New Zealand".to_owned(), "shared".to_owned()));
}

#[test]
fn a_name_that_may_mean_several_nations_is_asked_about_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "from,to\nCongo,Rwanda\nCongo,Uganda\nKenya,Uganda\nKenya,Rwanda\n";
    let path = file(folder.path(), "ties.csv", text);
    let mut window = open_file(path);
    wait_for(&mut window, "1 name is unclear");
    choose(&mut window, "Meaning of Congo", ", COD");
    for _ in 0..200 {
        std::thread::sleep(std::time::Duration::from_millis(10));
        window.step();
    }
    assert!(window.query_by_label_contains("unclear").is_none());
    window.get_by_label("Import").click();
    wait_until(&mut window, |state| state.dialog.is_none());
    let map = state(&window).map();
    let codes: Vec<&str> = map.nations().iter().filter_map(|(_, n)| n.code.as_deref()).collect();
    assert_eq!(codes.len(), 4, "{codes:?}");
    assert!(codes.contains(&"COD"));
}

#[test]
fn a_table_of_nations_is_joined_to_one_of_ties() {
    let folder = tempfile::tempdir().expect("a folder");
    let ties = file(folder.path(), "ties.csv", "source,target\n1,2\n2,3\n");
    let nations = "id,label\n1,Japan\n2,New Zealand\n3,China\n";
    let nations = file(folder.path(), "nations.csv", nations);
    let mut window = open_file(ties);
    wait_for(&mut window, "2 rows: ");
    window.input_mut().dropped_files.push(Arc::new(Dropped(nations)));
    wait_for(&mut window, "5 rows: ");
    window.run_steps(4);
    window.get_by_label("Import").click();
    wait_until(&mut window, |state| state.dialog.is_none());
    assert_eq!(names(state(&window).map()), ["China", "Japan", "New Zealand"]);
}

#[test]
fn another_header_row_and_the_last_row_can_be_chosen() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "ties.csv", CSV);
    let mut window = open_file(path);
    wait_for(&mut window, "3 rows: ");
    choose(&mut window, "A row is", "not read");
    wait_for(&mut window, "no nations and no ties are seen");
    choose(&mut window, "A row is", "a tie");
    wait_for(&mut window, "3 rows: ");
    choose(&mut window, "Rows", "with Country A");
    wait_for(&mut window, "1 tie");
    window.get_by_label("Cancel").click();
    window.run_steps(3);
    assert_eq!(state(&window).map().nations().len(), 15, "nothing was imported");
}

#[test]
fn pasted_cells_are_added_as_one_step_after_what_is_new_was_shown() {
    let mut window = open();
    let before = state(&window).map().clone();
    paste(&mut window, "from\tto\nJapan\tBrazil\nBrazil\tPeru\n");
    wait_until(&mut window, |state| state.dialog == Some(Dialog::Import));
    wait_for(&mut window, "2 rows: ");
    key(&mut window, Key::Enter);
    wait_until(&mut window, |state| state.dialog == Some(Dialog::Merge));
    wait_for(&mut window, "the same");
    key(&mut window, Key::Enter);
    wait_until(&mut window, |state| state.map().nations().len() == 17);
    let now = state(&window);
    assert_eq!(now.map().ties().len(), before.ties().len() + 2);
    assert!(now.map().nations().iter().all(|(_, nation)| nation.position.is_some()));
    assert_eq!(now.history.undo_name(), Some("Add 3 nations and 2 ties"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before);
}

#[test]
fn what_is_pasted_can_be_a_new_map_instead() {
    let mut window = open();
    paste(&mut window, GEXF);
    wait_until(&mut window, |state| state.dialog == Some(Dialog::Merge));
    window.run_steps(3);
    window.get_by_label("Open as new map").click();
    wait_until(&mut window, |state| state.map().nations().len() == 4);
    assert_eq!(state(&window).path, None);
}

#[test]
fn data_are_exported_after_their_losses_were_listed() {
    let mut window = open();
    do_by_palette(&mut window, Action::ExportData);
    assert_eq!(state(&window).dialog, Some(Dialog::ExportData));
    let format = FORMATS.into_iter().find(|format| format.name == "Edge list").expect("a format");
    window.get_by_label(format.name).click();
    window.run_steps(3);
    let losses = format.writer.expect("a writer").write(state(&window).map()).losses;
    assert!(!losses.is_empty());
    for loss in losses {
        wait_for(&mut window, &loss.to_string());
    }
    key(&mut window, Key::Escape);
    assert_eq!(state(&window).dialog, None);
}
